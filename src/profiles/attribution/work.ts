import type { Interval, LoadOutcome, WorkSlice } from '../../measure/measurement.ts';
import { lengthOf, overlap } from './intervals.ts';

/** Requests in some time. */
export interface Work {
  readonly succeeded: number;
  readonly failed: number;
}

const NO_WORK: Work = { succeeded: 0, failed: 0 };

/**
 * The requests that a load did in the time that `union` covers; slices that it covers in part count in
 * proportion. Undefined when the load did something then and nobody counted it.
 */
export function workWithin(load: LoadOutcome, union: readonly Interval[]): Work | undefined {
  if (overlap(union, load.interval) === 0) return NO_WORK;
  const slices = slicesOf(load);
  if (slices.length === 0) return undefined;
  return slices.reduce((sum, slice) => {
    const part = lengthOf(slice) > 0 ? overlap(union, slice) / lengthOf(slice) : 0;
    return addWork(sum, { succeeded: slice.succeeded * part, failed: slice.failed * part });
  }, NO_WORK);
}

export function addWork(a: Work, b: Work): Work {
  return { succeeded: a.succeeded + b.succeeded, failed: a.failed + b.failed };
}

function slicesOf({ slices, interval, succeeded, failed }: LoadOutcome): readonly WorkSlice[] {
  if (slices.length > 0 || succeeded === undefined) return slices;
  return [{ ...interval, succeeded, failed: failed ?? 0 }];
}
