import type { Doubt } from './comparison.ts';

/** More pairs than this are not worth proposing: the change lies too close to its threshold. */
const MAX_PROPOSED = 200;

/**
 * How many pairs would bring every doubt's upper bound under its threshold, if its change stays as
 * estimated (a fall counts as none): the standard error shrinks with the square root of the pairs.
 *
 * @returns undefined when no number up to 200 would
 */
export function pairsToDecide(doubts: readonly Doubt[], pairs: number): number | undefined {
  let needed = pairs;
  for (const { estimate, upperBound, threshold } of doubts) {
    const room = threshold - Math.max(0, estimate.delta);
    if (room <= 0) return undefined;
    const reach = upperBound - estimate.delta;
    needed = Math.max(needed, Math.ceil(pairs * (reach / room) ** 2));
  }
  return needed > pairs && needed <= MAX_PROPOSED ? needed : undefined;
}
