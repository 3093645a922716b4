import type { Policy } from '../../config/config.ts';
import { type Look, wholeLevels } from '../compare.ts';
import type { Comparison } from '../comparison.ts';

/** One look at the pairs `from` (inclusive) to `until` (exclusive). */
export type CompareRange = (from: number, until: number, look: Look) => Comparison;

/** Nobody may fail: an alarm that is not confirmed, or a number of pairs that has no look of its own. */
export function withoutAlarms(policy: Policy): Look {
  return { levels: wholeLevels(policy), suspects: new Set() };
}

/** Only some may fail, but what could have been seen of all functions is told as ever. */
export function compareSome(
  compare: CompareRange,
  pairs: number,
  policy: Policy,
  look: Look,
): Comparison {
  const { minimumDetectable, tested } = compare(0, pairs, { levels: wholeLevels(policy) });
  return { ...compare(0, pairs, look), minimumDetectable, tested };
}
