import { FlamegateError } from '../errors.ts';
import type { PprofColumns } from './decode/pprof-columns.ts';
import { FrameExpander } from './frame-expander.ts';
import { missingSampleType } from './missing-sample-type.ts';
import type { StackProfile } from './profile.ts';
import { stackTableFor } from './stack-table.ts';
import { tickCounter } from './ticks.ts';
import { canonicalUnit } from './units.ts';

/**
 * Folds one sample type of a profile to distinct stacks. Samples whose value is 0 are left out, and so
 * are their ticks. Times come out in nanoseconds, whatever the profile has.
 * @param sampleType name of the type, such as `cpu`
 * @throws FlamegateError of kind `measurement` when the type is missing, listing those there are, when a
 *   sample is malformed, and when a value or a count of ticks is negative
 */
export function foldProfile(columns: PprofColumns, sampleType: string): StackProfile {
  const wanted = columns.sampleTypes.findIndex(({ type }) => type === sampleType);
  const found = columns.sampleTypes[wanted];
  if (found === undefined) {
    throw missingSampleType('the profile', columns.sampleTypes, sampleType);
  }
  const { unit, factor } = canonicalUnit(found.unit);
  const { samples } = columns;
  const ticksOf = tickCounter(columns, wanted);
  const expander = new FrameExpander(columns);
  const expected = { frames: columns.sampleBytes, stacks: samples.count };
  const stacks = stackTableFor(expander.mostFunctions(), expected);
  let ticks = 0;
  for (let sample = 0; sample < samples.count; sample++) {
    samples.read(sample);
    const value = samples.values[wanted] ?? 0;
    if (value === 0) continue;
    if (value < 0) throw negative(`a value of ${value} ${found.unit}`);
    expander.expand(samples, stacks);
    stacks.close(value * factor);
    const counted = ticksOf === undefined ? 0 : ticksOf(samples.values, value);
    if (counted < 0) throw negative(`${counted} ticks`);
    ticks += counted;
  }
  return {
    sampleType: { type: found.type, unit },
    functions: expander.functions(),
    ...stacks.columns(),
    ticks: Math.round(ticks),
  };
}

function negative(what: string): FlamegateError {
  return new FlamegateError('measurement', `malformed profile: a sample has ${what}`, {
    hint: 'The difference of two profiles is not a measurement; take a profile of each side.',
  });
}
