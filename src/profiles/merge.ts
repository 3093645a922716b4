import { FlamegateError } from '../errors.ts';
import { FunctionTable } from './function-table.ts';
import type { SampleType, StackProfile } from './profile.ts';
import { type StackColumns, type StackWriter, stackTableFor } from './stack-table.ts';

/**
 * Sums profiles by stack, and their ticks. Functions are the same when name, system name and file are;
 * of different lines the lowest known one is kept.
 * @throws FlamegateError of kind `measurement` when there is no profile or the sample types differ
 */
export function mergeStacks(profiles: readonly StackProfile[]): StackProfile {
  const sum = new StackSum();
  for (const profile of profiles) sum.add(profile);
  const merged = sum.finish();
  if (merged === undefined) throw new FlamegateError('measurement', 'no profiles to merge');
  return merged;
}

/** A sum of profiles as `mergeStacks` makes it, of which only the sum is kept. */
export class StackSum {
  /** The only profile so far: it need not be copied. */
  #only: StackProfile | undefined;
  #sampleType: SampleType | undefined;
  #ticks = 0;
  readonly #functions = new FunctionTable();
  #stacks: StackWriter = stackTableFor(0);

  /** @throws FlamegateError of kind `measurement` when its sample type is another one */
  add(profile: StackProfile): void {
    const isFirst = this.#sampleType === undefined;
    this.#sampleType ??= profile.sampleType;
    checkSame(this.#sampleType, profile.sampleType);
    this.#ticks += profile.ticks;
    if (this.#only !== undefined) this.#addStacks(this.#only);
    this.#only = isFirst ? profile : undefined;
    if (!isFirst) this.#addStacks(profile);
  }

  /** The sum; undefined when nothing was added. Nothing may be added afterwards. */
  finish(): StackProfile | undefined {
    if (this.#only !== undefined || this.#sampleType === undefined) return this.#only;
    return {
      sampleType: this.#sampleType,
      functions: this.#functions.list(),
      ...this.#stacks.columns(),
      ticks: this.#ticks,
    };
  }

  #addStacks(profile: StackProfile): void {
    const indices = profile.functions.map((info) => this.#functions.intern(info));
    this.#makeRoom();
    addTo(this.#stacks, profile, indices);
  }

  /** Copies what there is into a table of more functions when the one that there is can't tell them apart. */
  #makeRoom(): void {
    const functions = this.#functions.list();
    if (functions.length <= this.#stacks.mostFunctions) return;
    const columns = this.#stacks.columns();
    const expected = { frames: 2 * columns.frames.length, stacks: columns.values.length };
    this.#stacks = stackTableFor(functions.length, expected);
    const same = functions.map((_, index) => index);
    addTo(this.#stacks, columns, same);
  }
}

/** @param indices what the stacks' functions are in the table */
function addTo(
  stacks: StackWriter,
  { frames, offsets, values }: StackColumns,
  indices: readonly number[],
): void {
  values.forEach((value, stack) => {
    const end = offsets[stack + 1] ?? 0;
    for (let i = offsets[stack] ?? 0; i < end; i++) stacks.frame(indices[frames[i] ?? 0] ?? 0);
    stacks.close(value);
  });
}

function checkSame(one: SampleType, other: SampleType): void {
  if (one.type === other.type && one.unit === other.unit) return;
  throw new FlamegateError(
    'measurement',
    `profiles of ${one.type} (${one.unit}) and of ${other.type} (${other.unit}) can't be summed`,
  );
}
