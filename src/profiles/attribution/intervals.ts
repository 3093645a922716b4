import type { Interval } from '../../measure/measurement.ts';

/** The time that at least one of the intervals covers, as disjoint intervals in order. */
export function unionOf(intervals: readonly Interval[]): readonly Interval[] {
  const union: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last === undefined || interval.from > last.until) union.push(interval);
    else union[union.length - 1] = { from: last.from, until: Math.max(last.until, interval.until) };
  }
  return union;
}

/** How much of `interval` the disjoint `union` covers, in the intervals' unit. */
export function overlap(union: readonly Interval[], interval: Interval): number {
  return union.reduce((sum, { from, until }) => {
    return sum + Math.max(0, Math.min(until, interval.until) - Math.max(from, interval.from));
  }, 0);
}

/** Length of an interval, in its unit. */
export function lengthOf({ from, until }: Interval): number {
  return until - from;
}
