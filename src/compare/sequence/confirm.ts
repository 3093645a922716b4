import type { Policy } from '../../config/config.ts';
import { asEstimated } from '../beyond.ts';
import { BOUND } from '../compare.ts';
import type { Comparison } from '../comparison.ts';
import { lookLevels, spendEvenly } from './boundaries.ts';
import type { Confirmation, Decision } from './decide.ts';
import { type CompareRange, compareSome, withoutAlarms } from './looks.ts';
import { confirmationLooks, type RoundsPlan } from './plan.ts';
import { isUnrelated, keyOf, suspectsOf, withExplained } from './suspects.ts';

/** What a confirmation costs: one suspect in forty that is none passes it. */
const CONFIRMATION_ALPHA = 0.025;

/** An alarm that the search raised. */
export interface Alarm {
  readonly comparison: Comparison;
  /** Pairs that raised it. */
  readonly pairs: number;
  /** Pairs that there are. */
  readonly available: number;
}

/**
 * Confirms an alarm by fresh pairs. Suspects that the change can't reach are no regression when fresh pairs confirm
 * them once: as many have to confirm them once more, which again no alarm had part in. Others don't wait for that.
 */
export function confirm(
  compare: CompareRange,
  plan: RoundsPlan,
  policy: Policy,
  alarm: Alarm,
): Decision {
  const { comparison, pairs, available } = alarm;
  const suspects = suspectsOf(comparison);
  const keys = new Set(suspects.map(keyOf));
  const related = suspects.filter((suspect) => !isUnrelated(suspect)).map(keyOf);
  const isMixed = related.length > 0 && related.length < suspects.length;
  const ask = (from: number, asked: ReadonlySet<string>, isEnough: IsEnough) =>
    askFreshPairs(compare, { from, available }, confirmationLooks(pairs, plan), asked, isEnough);
  const isSome: IsEnough = (confirmed) => confirmed.size > 0;
  const isRelated: IsEnough = (confirmed) => related.some((key) => confirmed.has(key));
  const isEnough = isMixed ? isRelated : isSome;
  const first = ask(pairs, keys, isEnough);
  if (first.outcome === 'pending') return wait(first.next, 1);
  if (related.length > 0 && isEnough(first.confirmed)) {
    // Functions that are the same in all but name are confirmed together.
    const own = isMixed ? related.filter((key) => first.confirmed.has(key)) : first.confirmed;
    return regression(new Set(own), first.until, 1);
  }
  if (first.confirmed.size === 0) return unconfirmed('refuted', first.until, 1);
  const second = ask(first.until, first.confirmed, isSome);
  if (second.outcome === 'pending') return wait(second.next, 2);
  return second.confirmed.size > 0
    ? regression(second.confirmed, second.until, 2)
    : unconfirmed('refuted', second.until, 2);

  function wait(next: number, times: Confirmation['times']): Decision {
    if (plan.isCutShort) return unconfirmed('pending', available, times);
    return {
      comparison,
      confirmation: told('pending', available, times),
      next,
      endedEarly: undefined,
      setAside: [],
    };
  }

  function regression(
    confirmed: ReadonlySet<string>,
    until: number,
    times: Confirmation['times'],
  ): Decision {
    return {
      comparison: compareSome(compare, until, policy, {
        levels: { alpha: policy.alpha, bound: BOUND, beyond: asEstimated },
        suspects: withExplained(confirmed, comparison),
      }),
      confirmation: told('confirmed', until, times),
      next: undefined,
      endedEarly: until < plan.most ? 'certain' : undefined,
      setAside: suspects.filter(
        (suspect) => isUnrelated(suspect) && !confirmed.has(keyOf(suspect)),
      ),
    };
  }

  function unconfirmed(
    outcome: 'refuted' | 'pending',
    until: number,
    times: Confirmation['times'],
  ): Decision {
    return {
      comparison: compareSome(compare, until, policy, withoutAlarms(policy)),
      confirmation: told(outcome, until, times),
      next: undefined,
      endedEarly: undefined,
      setAside: [],
    };
  }

  function told(
    outcome: Confirmation['outcome'],
    until: number,
    times: Confirmation['times'],
  ): Confirmation {
    return { raisedAfter: pairs, freshPairs: until - pairs, outcome, suspects, times };
  }
}

/** Whether what is confirmed answers the question. */
type IsEnough = (confirmed: ReadonlySet<string>) => boolean;

/** What fresh pairs say of some suspects: which they confirm, and up to which pair; or how many to have first. */
type Answer =
  | {
      readonly outcome: 'answered';
      readonly confirmed: ReadonlySet<string>;
      readonly until: number;
    }
  | { readonly outcome: 'pending'; readonly next: number };

function askFreshPairs(
  compare: CompareRange,
  { from, available }: { readonly from: number; readonly available: number },
  looks: readonly number[],
  keys: ReadonlySet<string>,
  isEnough: IsEnough,
): Answer {
  const levels = lookLevels(
    looks.map((fresh) => fresh / (looks.at(-1) ?? 1)),
    CONFIRMATION_ALPHA,
    spendEvenly,
  );
  const confirmed = new Set<string>();
  let until = from;
  for (const [index, fresh] of looks.entries()) {
    until = from + fresh;
    if (until > available) return { outcome: 'pending', next: until };
    // Fresh pairs have to show a rise beyond the threshold, not to prove once more that it lies beyond.
    const level = { alpha: levels[index] ?? 0, bound: BOUND, beyond: asEstimated };
    const seen = compare(from, until, { levels: level, suspects: keys });
    for (const change of seen.changes) if (change.fails) confirmed.add(keyOf(change));
    if (isEnough(confirmed)) break;
  }
  return { outcome: 'answered', confirmed, until };
}
