import type { FrameColumn, Side } from '../../profiles/profile.ts';
import type { Evidence } from '../evidence.ts';

/** Marks a function's own code among its callees. */
export const OWN_CODE = -1;

/** Marks stacks in which the function is outermost among its callers. */
export const NO_CALLER = -2;

/** Cost by neighbouring row; sums to the function's total. */
export type Weights = ReadonlyMap<number, number>;

/** Where a function stands on one side, weighted by cost. */
export interface Neighbours {
  readonly callers: Weights;
  /** Which callees its cost lies in, and how much is `OWN_CODE`. */
  readonly body: Weights;
  readonly total: number;
}

/**
 * The direct callers and callees of some functions on one side, by cost. In a recursive stack the
 * outermost call counts. Callers for which `isSeenThrough` holds are skipped in favour of their own
 * callers: a wrapper that only one side has would otherwise hide that both sides call from the same place.
 */
export function neighboursOf(
  evidence: Evidence,
  side: Side,
  functions: ReadonlySet<number>,
  isSeenThrough: (row: number) => boolean,
): ReadonlyMap<number, Neighbours> {
  const found = new Map<
    number,
    { callers: Map<number, number>; body: Map<number, number>; total: number }
  >();
  for (const row of functions) found.set(row, { callers: new Map(), body: new Map(), total: 0 });
  const { frames, offsets, values } = evidence.mean(side);
  values.forEach((cost, stack) => {
    const start = offsets[stack] ?? 0;
    const seen = new Set<number>();
    for (let at = (offsets[stack + 1] ?? 0) - 1; at >= start; at -= 1) {
      const row = frames[at] ?? OWN_CODE;
      const entry = found.get(row);
      if (entry === undefined || seen.has(row)) continue;
      seen.add(row);
      entry.total += cost;
      add(entry.callers, callerAbove(frames.subarray(at, offsets[stack + 1]), isSeenThrough), cost);
      add(entry.body, at > start ? (frames[at - 1] ?? OWN_CODE) : OWN_CODE, cost);
    }
  });
  return found;
}

/** @param frames the function, and its callers up to the outermost */
function callerAbove(frames: FrameColumn, isSeenThrough: (row: number) => boolean): number {
  for (let above = 1; above < frames.length; above += 1) {
    const row = frames[above];
    if (row !== undefined && !isSeenThrough(row)) return row;
  }
  return NO_CALLER;
}

function add(weights: Map<number, number>, row: number, cost: number): void {
  weights.set(row, (weights.get(row) ?? 0) + cost);
}

/** How much of two weightings agrees, 0 to 1: the overlap of the two as histograms. */
export function overlap(one: Weights, other: Weights): number {
  const sumOne = total(one);
  const sumOther = total(other);
  if (sumOne === 0 || sumOther === 0) return 0;
  let common = 0;
  for (const [row, weight] of one)
    common += Math.min(weight / sumOne, (other.get(row) ?? 0) / sumOther);
  return common;
}

function total(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}
