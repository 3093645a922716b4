import type { PprofColumns } from './decode/pprof-columns.ts';
import { FrameExpander } from './frame-expander.ts';
import { missingSampleType } from './missing-sample-type.ts';
import type { StackProfile } from './profile.ts';
import { StackTable } from './stack-table.ts';
import { tickCounter } from './ticks.ts';
import { canonicalUnit } from './units.ts';

/**
 * Folds one sample type of a profile to distinct stacks. Samples whose value is 0 are left out, and so
 * are their ticks. Times come out in nanoseconds, whatever the profile has.
 * @param sampleType name of the type, such as `cpu`
 * @throws FlamegateError of kind `measurement` that lists the types there are
 */
export function foldProfile(columns: PprofColumns, sampleType: string): StackProfile {
  const wanted = columns.sampleTypes.findIndex(({ type }) => type === sampleType);
  const found = columns.sampleTypes[wanted];
  if (found === undefined) {
    throw missingSampleType('the profile', columns.sampleTypes, sampleType);
  }
  const { unit, factor } = canonicalUnit(found.unit);
  const { samples, sampleTypes } = columns;
  const ticksOf = tickCounter(columns, wanted);
  const expander = new FrameExpander(columns);
  const stacks = new StackTable();
  let ticks = 0;
  for (let sample = 0; sample < samples.count; sample++) {
    const value = samples.values[sample * sampleTypes.length + wanted] ?? 0;
    if (value === 0) continue;
    expander.expand(sample, stacks);
    stacks.close(value * factor);
    if (ticksOf !== undefined) ticks += ticksOf(sample, value);
  }
  return {
    sampleType: { type: found.type, unit },
    functions: expander.functions(),
    ...stacks.columns(),
    ticks: Math.round(ticks),
  };
}
