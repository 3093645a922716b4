import { FlamegateError } from '../errors.ts';
import type { PprofColumns, PprofTables, StreamedPprof } from './decode/pprof-columns.ts';
import type { Sample } from './decode/samples.ts';
import { FrameExpander } from './frame-expander.ts';
import { missingSampleType } from './missing-sample-type.ts';
import type { SampleType, StackProfile } from './profile.ts';
import { type StackWriter, stackTableFor } from './stack-table.ts';
import { type TickCounter, tickCounter } from './ticks.ts';
import { canonicalUnit } from './units.ts';

/**
 * Folds one sample type of a profile to distinct stacks. Samples whose value is 0 are left out, and so
 * are their ticks. Times come out in nanoseconds, whatever the profile has.
 * @param sampleType name of the type, such as `cpu`
 * @throws FlamegateError of kind `measurement` when the type is missing, listing those there are, when a
 *   sample is malformed, and when a value or a count of ticks is negative
 */
export function foldProfile(profile: PprofColumns, sampleType: string): StackProfile {
  const fold = new Fold(profile, sampleType);
  profile.eachSample((sample) => fold.add(sample));
  return fold.finish();
}

/** As `foldProfile`, for a profile that is not kept. */
export async function foldStreamed(
  profile: StreamedPprof,
  sampleType: string,
): Promise<StackProfile> {
  const fold = new Fold(profile, sampleType);
  await profile.eachSample((sample) => fold.add(sample));
  return fold.finish();
}

/** Distinct stacks of the samples so far. */
class Fold {
  readonly #wanted: number;
  readonly #found: SampleType;
  readonly #ticksOf: TickCounter | undefined;
  readonly #expander: FrameExpander;
  readonly #stacks: StackWriter;
  readonly #unit: string;
  readonly #factor: number;
  #ticks = 0;

  constructor(tables: PprofTables, sampleType: string) {
    this.#wanted = tables.sampleTypes.findIndex(({ type }) => type === sampleType);
    const found = tables.sampleTypes[this.#wanted];
    if (found === undefined) {
      throw missingSampleType('the profile', tables.sampleTypes, sampleType);
    }
    this.#found = found;
    const { unit, factor } = canonicalUnit(found.unit);
    this.#unit = unit;
    this.#factor = factor;
    this.#ticksOf = tickCounter(tables, this.#wanted);
    this.#expander = new FrameExpander(tables);
    const { bytes: frames, count: stacks } = tables.samples;
    this.#stacks = stackTableFor(this.#expander.mostFunctions(), { frames, stacks });
  }

  add(sample: Sample): void {
    const value = sample.values[this.#wanted] ?? 0;
    if (value === 0) return;
    if (value < 0) throw negative(`a value of ${value} ${this.#found.unit}`);
    this.#expander.expand(sample, this.#stacks);
    this.#stacks.close(value * this.#factor);
    const counted = this.#ticksOf === undefined ? 0 : this.#ticksOf(sample.values, value);
    if (counted < 0) throw negative(`${counted} ticks`);
    this.#ticks += counted;
  }

  /** The last call to it. */
  finish(): StackProfile {
    return {
      sampleType: { type: this.#found.type, unit: this.#unit },
      functions: this.#expander.functions(),
      ...this.#stacks.columns(),
      ticks: Math.round(this.#ticks),
    };
  }
}

function negative(what: string): FlamegateError {
  return new FlamegateError('measurement', `malformed profile: a sample has ${what}`, {
    hint: 'The difference of two profiles is not a measurement; take a profile of each side.',
  });
}
