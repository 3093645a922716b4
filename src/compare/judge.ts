import type { Beyond } from './beyond.ts';
import type { Evidence, Measure } from './evidence.ts';
import {
  type Estimate,
  fallBeyond,
  fitEstimator,
  riseBeyond,
  upperBound,
  withStandardError,
} from './infer/estimate.ts';
import { holm } from './infer/holm.ts';
import type { Series } from './infer/series.ts';
import type { Limits } from './limits.ts';
import { type Account, PROGRAM, testedAccounts } from './tested.ts';

/**
 * What the evidence says about one account.
 * - `rise`, `fall`: beyond the threshold, and certain at the family-wise level.
 * - `within`: a rise beyond the threshold is ruled out.
 * - `undecided`: neither.
 */
export type Judgement = 'rise' | 'fall' | 'within' | 'undecided';

/** One account that was tested. */
export interface Judged {
  /** Row of the table, or `PROGRAM`. */
  readonly row: number;
  readonly measure: Measure;
  readonly estimate: Estimate;
  /** Adjusted over all accounts and both tests of each; of the direction that the estimate points to. */
  readonly adjustedP: number;
  /** Change at which it fails. */
  readonly threshold: number;
  readonly judgement: Judgement;
  /** What it would be by every other function's limit, where its own is higher; else undefined. */
  readonly otherwise: Judgement | undefined;
  /** The account's part of the error rate, before any step down. */
  readonly level: number;
  /** One-sided level at which its change has to lie beyond its threshold. */
  readonly beyond: number;
}

/** Error rates of one look at the rounds. */
export interface Levels {
  /** Probability of any false alarm, over all functions. */
  readonly alpha: number;
  /** How certain a change has to lie beyond its threshold. */
  readonly beyond: Beyond;
  /** Probability that a bound which a pass relies on is too low, for each function. */
  readonly bound: number;
}

/** Everything tested, and a judge for accounts that are made of it. */
export interface Judgements {
  readonly judged: readonly Judged[];
  /** Judges another account in the place of one that was tested, at the same family-wise price. */
  rejudge(one: Judged, series: Series): Judged;
}

/** A rise that only the relative test calls certain must at least not be doubtful as it stands. */
const PLAUSIBLE = 0.025;

/**
 * Part of the error rate that the relative test gets. Where it helps, on machines whose speed varies, it
 * helps by orders of magnitude; where samples are scarce it is the weaker one and must not cost the other much.
 */
const RELATIVE_PART = 0.05;

/** Both tests of one account. */
interface Tests {
  readonly estimate: Estimate;
  readonly threshold: number;
  /** Change at which a fall counts: a function that may rise by more than others need not fall by more. */
  readonly fallThreshold: number;
  readonly beyond: number;
  /** p-values: as it is, and relative to the common factor; 1 where the change is not beyond its threshold. */
  readonly rise: number;
  readonly fall: number;
  readonly relativeRise: number;
}

/**
 * Tests every function wide enough, total and self, and the program, with one error rate over all. Wider
 * accounts get more of it, in proportion to the square root of their cost: they have more to lose.
 *
 * Each function is tested twice, with a part of the error rate each: as it is, and relative to what all
 * functions have in common, which takes the machine's speed out of the noise. A rise that is
 * certain in the relative test alone must reach its threshold in both, and be plausible as it is.
 *
 * @param suspects when given, only these rows are tested and share the error rate
 */
export function judgeAll(
  evidence: Evidence,
  limits: Limits,
  levels: Levels,
  suspects?: ReadonlySet<number>,
): Judgements {
  const { common, inflation } = evidence;
  const groups = testedAccounts(evidence, limits);
  const everything = groups.map(({ tested }) => tested.series);
  const asIs = fitEstimator(everything, inflation);
  const relative = fitEstimator(everything.map(common.remove), inflation);
  const testsBy = (
    limitOf: (row: number, baseShare: number) => number,
    { row, series }: Pick<Account, 'row' | 'series'>,
    baseShare?: number,
  ): Tests => {
    const estimate = asIs(series);
    const plain = relative(common.remove(series));
    // The common factor is an estimate too, and its error weighs as much as the function does.
    const error = Math.hypot(plain.standardError, plain.headShare * common.standardError);
    const share = baseShare ?? estimate.baseShare;
    const threshold = limitOf(row, share);
    const fallThreshold = Math.min(threshold, limits.plain(share));
    const thresholds = { threshold, fallThreshold };
    return test(
      row,
      estimate,
      withStandardError(plain, error),
      thresholds,
      levels.beyond(estimate),
    );
  };
  const testsOf = (account: Pick<Account, 'row' | 'series'>, baseShare?: number) =>
    testsBy(limits.own, account, baseShare);
  const judgeAccount = (account: Account, p: PValues, part: number): Judged => {
    const own = testsOf(account);
    const judged = judge(account, own, p, part, levels);
    if (own.threshold <= limits.plain(own.estimate.baseShare)) return judged;
    const others = testsBy((_, share) => limits.plain(share), account);
    const { judgement } = judge(account, others, priceOf(others, part), part, levels);
    return { ...judged, otherwise: judgement };
  };
  const family = groups.filter(
    ({ members }) => suspects === undefined || members.some(({ row }) => suspects.has(row)),
  );
  const tests = family.map(({ tested }) => testsOf(tested));
  const weights = tests.map(({ estimate }) => Math.sqrt(estimate.baseShare + estimate.headShare));
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const adjusted = {
    rise: holm(
      tests.map(({ rise }) => rise),
      weights,
    ),
    fall: holm(
      tests.map(({ fall }) => fall),
      weights,
    ),
    relativeRise: holm(
      tests.map(({ relativeRise }) => relativeRise),
      weights,
    ),
  };
  const judged = family.flatMap(({ members }, index) => {
    const part = (weights[index] ?? 0) / allWeights;
    const p = {
      rise: adjusted.rise[index] ?? 1,
      fall: adjusted.fall[index] ?? 1,
      relativeRise: adjusted.relativeRise[index] ?? 1,
    };
    return members.map((account) => judgeAccount(account, p, part));
  });
  const untested = groups.filter((group) => !family.includes(group));
  const certainly = { rise: 1, fall: 1, relativeRise: 1 };
  return {
    judged: [
      ...judged,
      ...untested.flatMap(({ members }) =>
        members.map((account) => judgeAccount(account, certainly, 0)),
      ),
    ],
    rejudge(one, series) {
      // Of the function, where the account that is judged is a larger one.
      const again = testsOf({ row: one.row, series }, one.estimate.baseShare);
      const part = one.level / levels.alpha;
      return judge(one, again, priceOf(again, part), part, levels);
    },
  };
}

/** Adjusted p-values of one account. */
type PValues = Pick<Tests, 'rise' | 'fall' | 'relativeRise'>;

/** Bonferroni's price is never less than Holm's. */
function priceOf({ rise, fall, relativeRise }: Tests, part: number): PValues {
  const price = (p: number) => (part > 0 ? Math.min(1, p / part) : 1);
  return { rise: price(rise), fall: price(fall), relativeRise: price(relativeRise) };
}

function test(
  row: number,
  estimate: Estimate,
  relative: Estimate,
  { threshold, fallThreshold }: Pick<Tests, 'threshold' | 'fallThreshold'>,
  beyond: number,
): Tests {
  const isBeyond = (p: number) => p <= beyond;
  // When the rest of the program got faster, what stayed the same rose relative to it.
  const plausible = row !== PROGRAM && riseBeyond(estimate, 0) <= PLAUSIBLE;
  return {
    estimate,
    threshold,
    fallThreshold,
    beyond,
    rise: isBeyond(riseBeyond(estimate, threshold)) ? riseBeyond(estimate, 0) : 1,
    fall: isBeyond(fallBeyond(estimate, fallThreshold)) ? fallBeyond(estimate, 0) : 1,
    relativeRise:
      plausible && isBeyond(riseBeyond(relative, threshold)) ? riseBeyond(relative, 0) : 1,
  };
}

function judge(
  { row, measure }: Pick<Account, 'row' | 'measure'>,
  { estimate, threshold, fallThreshold, beyond }: Tests,
  p: PValues,
  part: number,
  { alpha, bound }: Levels,
): Judged {
  const asIs = (estimate.delta >= 0 ? p.rise : p.fall) / (1 - RELATIVE_PART);
  const relative = estimate.delta >= 0 ? p.relativeRise / RELATIVE_PART : 1;
  const adjustedP = Math.min(1, asIs, relative);
  const judgement = (): Judgement => {
    if (adjustedP <= alpha && estimate.delta >= threshold) return 'rise';
    if (adjustedP <= alpha && estimate.delta <= -fallThreshold) return 'fall';
    return upperBound(estimate, bound) < threshold ? 'within' : 'undecided';
  };
  return {
    row,
    measure,
    estimate,
    adjustedP,
    threshold,
    judgement: judgement(),
    otherwise: undefined,
    level: alpha * part,
    beyond,
  };
}
