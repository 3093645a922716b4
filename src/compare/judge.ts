import type { Policy } from '../config/config.ts';
import type { Evidence, Measure } from './evidence.ts';
import { type CommonFactor, findCommonFactor } from './infer/common.ts';
import { type Estimate, fitEstimator, withStandardError } from './infer/estimate.ts';
import { holm } from './infer/holm.ts';
import type { Series } from './infer/series.ts';
import { differences } from './infer/series.ts';

/** The whole program, judged like a function. */
export const PROGRAM = -1;

/**
 * What the evidence says about one account.
 * - `rise`, `fall`: beyond the threshold, and certain at the family-wise level.
 * - `within`: a rise beyond the threshold is ruled out (one-sided 95 %).
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
  readonly threshold: number;
  readonly judgement: Judgement;
}

/** Everything tested, and a judge for accounts that are made of it. */
export interface Judgements {
  readonly judged: readonly Judged[];
  /** What all functions have in common. */
  readonly common: CommonFactor;
  /** Judges another account in the place of one that was tested, at the same family-wise price. */
  rejudge(one: Judged, series: Series): Judged;
}

/** Narrower functions on both sides are not tested: no plausible change of theirs reaches a threshold. */
export const MIN_SHARE = 0.005;

/** The change at which a function fails: points for narrow ones, percent of itself for wide ones. */
export function thresholdOf(policy: Policy, baseShare: number): number {
  return Math.max(policy.maxIncrease, policy.minRelative * baseShare);
}

/**
 * Part of the error rate that the relative test gets. Where it helps, on machines whose speed varies, it
 * helps by orders of magnitude; where samples are scarce it is the weaker one and must not cost the other much.
 */
const RELATIVE_PART = 0.25;

/** A rise that only the relative test calls certain must at least not be doubtful as it stands. */
const PLAUSIBLE = 0.025;

/**
 * Tests every function wide enough, total and self, and the program, with one error rate over all.
 *
 * Each function is tested twice, with a part of the error rate each: as it is, and relative to what all
 * functions have in common, which takes the machine's speed out of the noise. A rise that is
 * certain in the relative test alone must reach its threshold in both, and be plausible as it is: when
 * the rest of the program got faster, what stayed the same rose relative to it.
 */
export function judgeAll(evidence: Evidence, policy: Policy): Judgements {
  const accounts = testedAccounts(evidence);
  const common = findCommonFactor(evidence.program(), selfSeries(evidence));
  const asIs = fitEstimator(accounts.map(({ series }) => series));
  const relative = fitEstimator(accounts.map(({ series }) => common.remove(series)));
  const estimates = accounts.map(({ series }) => asIs(series));
  const relatives = accounts.map(({ series }) =>
    withError(relative(common.remove(series)), common),
  );
  const adjusted = {
    rise: holm(estimates.map((estimate) => estimate.rise)),
    fall: holm(estimates.map((estimate) => estimate.fall)),
    relativeRise: holm(relatives.map((estimate) => estimate.rise)),
  };
  const judged = accounts.map(({ row, measure }, index): Judged => {
    const estimate = estimates[index] as Estimate;
    const p = (estimate.delta >= 0 ? adjusted.rise[index] : adjusted.fall[index]) ?? 1;
    const relativeP = row === PROGRAM ? 1 : (adjusted.relativeRise[index] ?? 1);
    return judgeOne({ row, measure, estimate, p, relative: relatives[index], relativeP, policy });
  });
  return {
    judged,
    common,
    rejudge({ row, measure, estimate: { baseShare } }, series) {
      const estimate = asIs(series);
      const other = withError(relative(common.remove(series)), common);
      // Bonferroni's price is never less than Holm's.
      const price = accounts.length;
      const rejudged = judgeOne({
        row,
        measure,
        estimate,
        p: Math.min(1, estimate.rise * price),
        relative: other,
        relativeP: row === PROGRAM ? 1 : Math.min(1, other.rise * price),
        policy,
        baseShare,
      });
      return rejudged;
    },
  };
}

/** The common factor is an estimate too, and its error weighs as much as the function does. */
function withError(estimate: Estimate, common: CommonFactor): Estimate {
  const error = Math.hypot(estimate.standardError, estimate.headShare * common.standardError);
  return withStandardError(estimate, error);
}

interface Evaluated {
  readonly row: number;
  readonly measure: Measure;
  readonly estimate: Estimate;
  readonly p: number;
  readonly relative: Estimate | undefined;
  readonly relativeP: number;
  readonly policy: Policy;
  /** Of the function, where the account that is judged is a larger one. */
  readonly baseShare?: number;
}

function judgeOne(evaluated: Evaluated): Judged {
  const { row, measure, estimate, p, relative, relativeP, policy } = evaluated;
  const threshold = thresholdOf(policy, evaluated.baseShare ?? estimate.baseShare);
  const relativeRise =
    relative !== undefined && relative.delta >= threshold && estimate.rise <= PLAUSIBLE
      ? relativeP
      : 1;
  const adjustedP = Math.min(
    1,
    p / (1 - RELATIVE_PART),
    estimate.delta >= 0 ? relativeRise / RELATIVE_PART : 1,
  );
  const judgement = judge(estimate, adjustedP, threshold, policy.alpha);
  return { row, measure, estimate, adjustedP, threshold, judgement };
}

/** The judgement that follows from an estimate. */
function judge(estimate: Estimate, adjustedP: number, threshold: number, alpha: number): Judgement {
  if (adjustedP <= alpha && estimate.delta >= threshold) return 'rise';
  if (adjustedP <= alpha && estimate.delta <= -threshold) return 'fall';
  return estimate.upperBound < threshold ? 'within' : 'undecided';
}

function selfSeries(evidence: Evidence): Series[] {
  return evidence.table.rows.flatMap((row, index) => {
    const self = evidence.row(index, 'self');
    return row.gated && isWide(self, evidence.pairs) ? [self] : [];
  });
}

interface Account {
  readonly row: number;
  readonly measure: Measure;
  readonly series: Series;
}

function testedAccounts(evidence: Evidence): Account[] {
  const accounts: Account[] = [];
  evidence.table.rows.forEach((row, index) => {
    if (!row.gated) return;
    const total = evidence.row(index, 'total');
    if (!isWide(total, evidence.pairs)) return;
    accounts.push({ row: index, measure: 'total', series: total });
    const self = evidence.row(index, 'self');
    // A leaf's self is its total: testing it twice would only cost power.
    if (isWide(self, evidence.pairs) && !isSame(total, self)) {
      accounts.push({ row: index, measure: 'self', series: self });
    }
  });
  // With estimated work the program's own change is what was normalised away.
  if (evidence.normalisation.kind === 'counted') {
    accounts.push({ row: PROGRAM, measure: 'total', series: evidence.program() });
  }
  return accounts;
}

function isWide(series: Series, pairs: number): boolean {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return Math.max(sum(series.base), sum(series.head)) >= MIN_SHARE * pairs;
}

function isSame(one: Series, other: Series): boolean {
  const left = differences(one);
  const right = differences(other);
  return left.every((value, pair) => Math.abs(value - (right[pair] ?? 0)) < 1e-12);
}
