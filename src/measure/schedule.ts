import type { Side } from '../profiles/profile.ts';
import type { RoundName } from '../receiver/intake.ts';

/**
 * The sides of a pair in the order in which they are measured. It alternates (base-head, head-base),
 * so that a machine that drifts in one direction favours neither.
 */
export function sideOrder(pair: number): readonly [Side, Side] {
  return pair % 2 === 0 ? ['base', 'head'] : ['head', 'base'];
}

/** Pairs that are measured in one go: `from` (inclusive) to `until` (exclusive). */
export interface Stage {
  readonly from: number;
  readonly until: number;
}

/** The rounds of a stage in the order in which they are measured. */
export function roundsInOrder({ from, until }: Stage): readonly RoundName[] {
  return Array.from({ length: until - from }, (_, index) =>
    sideOrder(from + index).map((side) => ({ side, round: from + index })),
  ).flat();
}

/** Milliseconds that the rest of `total` rounds will take, if they take as long as the finished ones on average. */
export function timeLeft(finishedMs: readonly number[], total: number): number {
  if (finishedMs.length === 0) return 0;
  const mean = finishedMs.reduce((sum, duration) => sum + duration, 0) / finishedMs.length;
  return mean * (total - finishedMs.length);
}
