import type { LoadOutcome, WorkSlice } from '../measurement.ts';

/** Fine enough to give a profile of any window its requests, coarse enough to be few: 100 for 10 s. */
export const SLICE_MS = 100;

interface Slice {
  succeeded: number;
  failed: number;
}

const NOTHING: Readonly<Slice> = { succeeded: 0, failed: 0 };

/** Counts the requests of one run of a load in slices of time. Reads no clock. */
export class WorkCounter {
  readonly #slices = new Map<number, Slice>();
  readonly #failures = new Map<string, number>();

  /** `elapsedMs` since the start of the load. */
  succeed(elapsedMs: number): void {
    this.#slice(elapsedMs).succeeded++;
  }

  /** `reason` is counted by itself: `status 500`, `timeout`. */
  fail(elapsedMs: number, reason: string): void {
    this.#slice(elapsedMs).failed++;
    this.#failures.set(reason, (this.#failures.get(reason) ?? 0) + 1);
  }

  /** Everything counted, for a load that started at `from` (milliseconds since the epoch) and took `elapsedMs`. */
  outcome(from: number, elapsedMs: number): LoadOutcome {
    const until = from + elapsedMs;
    // Also slices in which nothing happened; the last one is cut at the end, and has what came in later.
    const length = Math.max(1, Math.ceil(elapsedMs / SLICE_MS));
    const late = [...this.#slices].filter(([index]) => index >= length).map(([, slice]) => slice);
    const slices: WorkSlice[] = Array.from({ length }, (_, index) => ({
      from: from + index * SLICE_MS,
      until: Math.min(until, from + (index + 1) * SLICE_MS),
      ...sum([this.#slices.get(index) ?? NOTHING, ...(index === length - 1 ? late : [])]),
    }));
    return { interval: { from, until }, slices, ...sum(slices), failures: this.#failures };
  }

  #slice(elapsedMs: number): Slice {
    const index = Math.floor(elapsedMs / SLICE_MS);
    const known = this.#slices.get(index);
    if (known !== undefined) return known;
    const slice = { ...NOTHING };
    this.#slices.set(index, slice);
    return slice;
  }
}

function sum(slices: readonly Readonly<Slice>[]): Slice {
  return {
    succeeded: slices.reduce((total, slice) => total + slice.succeeded, 0),
    failed: slices.reduce((total, slice) => total + slice.failed, 0),
  };
}
