import type { Policy } from '../../config/config.ts';
import { asEstimated, byShare } from '../beyond.ts';
import {
  BOUND,
  compareGathered,
  type Gathered,
  type Look,
  PROGRAM_KEY,
  wholeLevels,
} from '../compare.ts';
import type { Change, Comparison, Subject } from '../comparison.ts';
import type { Levels } from '../judge.ts';
import { lookLevels, spendEvenly, spendLate } from './boundaries.ts';
import { isHopeless } from './hopeless.ts';
import { confirmationLooks, type RoundsPlan, searchLooks } from './plan.ts';

/** Gathers pairs `from` (inclusive) to `until` (exclusive). */
export type GatherPairs = (from: number, until: number) => Gathered;

/** One look at some pairs. */
type CompareRange = (from: number, until: number, look: Look) => Comparison;

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
}

/** What a confirmation costs: one suspect in forty that is none passes it. */
const CONFIRMATION_ALPHA = 0.025;

/**
 * Decides a sequence of pairs as it grows, with the error rates held over all looks at it:
 * - the search looks at 6, 9, 14, 20 pairs, say, and ends with a pass, an alarm, at the last look, or
 *   when no number of pairs that is left could bring an answer;
 * - an alarm is confirmed by fresh pairs, never by those that raised it, before it is a regression.
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
      return { comparison: soFar, confirmation: undefined, next: pairs, endedEarly: undefined };
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
      return { comparison: told, confirmation: undefined, next: undefined, endedEarly: early };
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

/** Nobody may fail: an alarm that is not confirmed, or a number of pairs that has no look of its own. */
function withoutAlarms(policy: Policy): Look {
  return { levels: wholeLevels(policy), suspects: new Set() };
}

/** Only some may fail, but what could have been seen of all functions is told as ever. */
function compareSome(compare: CompareRange, pairs: number, policy: Policy, look: Look): Comparison {
  const { minimumDetectable, tested } = compare(0, pairs, { levels: wholeLevels(policy) });
  return { ...compare(0, pairs, look), minimumDetectable, tested };
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

interface Alarm {
  readonly comparison: Comparison;
  /** Pairs that raised it. */
  readonly pairs: number;
  readonly available: number;
}

function confirm(
  compare: CompareRange,
  plan: RoundsPlan,
  policy: Policy,
  { comparison, pairs, available }: Alarm,
): Decision {
  const suspects = comparison.changes.filter((change) => change.fails && change.culprit);
  const keys = new Set(suspects.map(({ subject }) => keyOf(subject)));
  const looks = confirmationLooks(pairs, plan);
  const levels = lookLevels(
    looks.map((fresh) => fresh / (looks.at(-1) ?? 1)),
    CONFIRMATION_ALPHA,
    spendEvenly,
  );
  const confirmation = { raisedAfter: pairs, suspects };
  for (const [index, fresh] of looks.entries()) {
    if (pairs + fresh > available) {
      if (plan.isCutShort) return unconfirmed('pending', available - pairs);
      return {
        comparison,
        confirmation: { ...confirmation, freshPairs: available - pairs, outcome: 'pending' },
        next: pairs + fresh,
        endedEarly: undefined,
      };
    }
    // Fresh pairs have to show a rise beyond the threshold, not to prove once more that it lies beyond.
    const level = { alpha: levels[index] ?? 0, bound: BOUND, beyond: asEstimated };
    const seen = compare(pairs, pairs + fresh, { levels: level, suspects: keys });
    const confirmed = new Set(
      seen.changes.filter(({ fails }) => fails).map(({ subject }) => keyOf(subject)),
    );
    if (confirmed.size > 0) return regression(confirmed, fresh);
  }
  return unconfirmed('refuted', looks.at(-1) ?? 0);

  function regression(confirmed: ReadonlySet<string>, fresh: number): Decision {
    // Whoever was folded under a confirmed culprit rose with it; other suspects are dropped.
    const risen = comparison.changes.filter(
      (change) => change.fails && confirmed.has(keyOf(rootOf(change))),
    );
    return {
      comparison: compareSome(compare, pairs + fresh, policy, {
        levels: { alpha: policy.alpha, bound: BOUND, beyond: asEstimated },
        suspects: new Set([...confirmed, ...risen.map(({ subject }) => keyOf(subject))]),
      }),
      confirmation: { ...confirmation, freshPairs: fresh, outcome: 'confirmed' },
      next: undefined,
      endedEarly: pairs + fresh < plan.most ? 'certain' : undefined,
    };
  }

  function unconfirmed(outcome: 'refuted' | 'pending', fresh: number): Decision {
    return {
      comparison: compareSome(compare, pairs + fresh, policy, withoutAlarms(policy)),
      confirmation: { ...confirmation, freshPairs: fresh, outcome },
      next: undefined,
      endedEarly: undefined,
    };
  }
}

/** The change itself, or what explains it. */
function rootOf({ culprit, subject, explainedBy }: Change): Subject {
  return culprit || explainedBy === undefined ? subject : explainedBy;
}

function keyOf(subject: Subject): string {
  return subject?.key ?? PROGRAM_KEY;
}
