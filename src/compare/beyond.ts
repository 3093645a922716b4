import type { Estimate } from './infer/estimate.ts';

/**
 * One-sided level at which an account's change has to lie beyond its threshold, by what the account costs.
 *
 * A rise must not only be certain at the family-wise level; by itself it must also be certain to lie beyond its
 * threshold (the idea of limma's `treat`, McCarthy and Smyth 2009). Identical builds are never quite equal: layout,
 * heap and what ran before shift them by tenths of a point, and enough rounds make that certain too.
 */
export type Beyond = (account: Pick<Estimate, 'baseShare' | 'headShare'>) => number;

/**
 * Every account gets of `total` what it holds of the CPU. All functions' own code is the whole program, so their
 * levels add up to `total`, however many they are: thousands of narrow functions are not thousands of chances for a
 * false alarm.
 */
export function byShare(total: number): Beyond {
  return ({ baseShare, headShare }) => total * Math.min(1, (baseShare + headShare) / 2);
}

/** The estimate itself lies beyond. */
export const asEstimated: Beyond = () => 0.5;
