import type { Policy } from '../../config/config.ts';
import { byShare } from '../beyond.ts';
import { BOUND, compareGathered, type Gathered } from '../compare.ts';
import type { Change, Comparison } from '../comparison.ts';
import type { Levels } from '../judge.ts';
import { lookLevels, spendEvenly, spendLate } from './boundaries.ts';
import { confirm } from './confirm.ts';
import { isHopeless } from './hopeless.ts';
import { type CompareRange, compareSome, withoutAlarms } from './looks.ts';
import { type RoundsPlan, searchLooks } from './plan.ts';

/** Gathers pairs `from` (inclusive) to `until` (exclusive). */
export type GatherPairs = (from: number, until: number) => Gathered;

/** What became of an alarm. */
export interface Confirmation {
  /** Pairs after which the alarm was raised. */
  readonly raisedAfter: number;
  /** Pairs measured since, which had no part in raising it. */
  readonly freshPairs: number;
  /** `pending`: more fresh pairs were needed. */
  readonly outcome: 'confirmed' | 'refuted' | 'pending';
  /** Culprits of the alarm. */
  readonly suspects: readonly Change[];
  /** How often fresh pairs have to confirm it: twice where the change can't reach what rose. */
  readonly times: 1 | 2;
}

/** Where a sequence of rounds stands. */
export interface Decision {
  readonly comparison: Comparison;
  /** Undefined when nothing had to be confirmed. */
  readonly confirmation: Confirmation | undefined;
  /** Pairs to have in all before the next look; undefined when the answer stands. */
  readonly next: number | undefined;
  /** Why the search ended before all planned pairs; undefined when it did not. */
  readonly endedEarly: 'certain' | 'hopeless' | undefined;
  /** What rose although the change can't reach it, and was not confirmed as often as that needs; it does not fail. */
  readonly setAside: readonly Change[];
}

/**
 * Decides a sequence of pairs as it grows, with the error rates held over all looks at it:
 * - the search looks at 6, 9, 14, 20 pairs, say, and ends with a pass, an alarm, at the last look, or
 *   when no number of pairs that is left could bring an answer;
 * - an alarm is confirmed by fresh pairs, never by those that raised it, before it is a regression; twice where the
 *   change can't reach what rose.
 *
 * The answer is a function of the pairs and the plan: the same pairs are decided alike while they are
 * measured and when they are read again.
 */
export function decide(
  gather: GatherPairs,
  plan: RoundsPlan,
  policy: Policy,
  available: number,
): Decision {
  const compare = looker(gather, policy);
  const looks = searchLooks(plan, available);
  const levels = searchLevels(looks, plan, policy);
  for (const [index, pairs] of looks.entries()) {
    const level = levels[index];
    if (pairs > available || level === undefined) {
      const soFar = compare(0, available, withoutAlarms(policy));
      return {
        comparison: soFar,
        confirmation: undefined,
        next: pairs,
        endedEarly: undefined,
        setAside: [],
      };
    }
    const comparison = compare(0, pairs, { levels: level });
    if (comparison.verdict === 'regression') {
      return confirm(compare, plan, policy, { comparison, pairs, available });
    }
    const isLast = index === looks.length - 1;
    const endedEarly = reasonToEnd(comparison, { pairs, most: plan.most, alpha: policy.alpha });
    if (isLast || endedEarly !== undefined) {
      const early = isLast ? undefined : endedEarly;
      // An early look's bounds are wider than those that a reader expects, and nothing hangs on them any more.
      const told =
        early === 'hopeless'
          ? compareSome(compare, pairs, policy, withoutAlarms(policy))
          : comparison;
      return {
        comparison: told,
        confirmation: undefined,
        next: undefined,
        endedEarly: early,
        setAside: [],
      };
    }
  }
  throw new Error('a plan has at least one look');
}

/** The same pairs are often looked at twice in a row, and gathering them is most of the work. */
function looker(gather: GatherPairs, policy: Policy): CompareRange {
  let last: { from: number; until: number; gathered: Gathered } | undefined;
  return (from, until, look) => {
    if (last?.from !== from || last.until !== until) {
      last = { from, until, gathered: gather(from, until) };
    }
    return compareGathered(last.gathered, policy, look);
  };
}

function reasonToEnd(
  comparison: Comparison,
  progress: Parameters<typeof isHopeless>[1],
): Decision['endedEarly'] {
  if (comparison.verdict === 'pass') return 'certain';
  return isHopeless(comparison, progress) ? 'hopeless' : undefined;
}

function searchLevels(looks: readonly number[], { most }: RoundsPlan, policy: Policy): Levels[] {
  const fractions = looks.map((pairs) => Math.min(1, pairs / most));
  const alpha = lookLevels(fractions, policy.alpha, spendEvenly);
  const bound = lookLevels(fractions, BOUND, spendLate);
  return looks.map((_, index) => ({
    alpha: alpha[index] ?? 0,
    beyond: byShare(alpha[index] ?? 0),
    bound: bound[index] ?? 0,
  }));
}
