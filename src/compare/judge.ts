import type { Policy } from '../config/config.ts';
import type { Evidence, Measure } from './evidence.ts';
import { type Estimate, type Estimator, fitEstimator } from './infer/estimate.ts';
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
  /** Holm-adjusted over all accounts tested; of the direction that the estimate points to. */
  readonly adjustedP: number;
  readonly threshold: number;
  readonly judgement: Judgement;
}

/** Everything tested, and the noise that was learnt on the way. */
export interface Judgements {
  readonly judged: readonly Judged[];
  readonly estimator: Estimator;
}

/** Narrower functions on both sides are not tested: no plausible change of theirs reaches a threshold. */
export const MIN_SHARE = 0.005;

/** The change at which a function fails: points for narrow ones, percent of itself for wide ones. */
export function thresholdOf(policy: Policy, baseShare: number): number {
  return Math.max(policy.maxIncrease, policy.minRelative * baseShare);
}

/** Tests every function wide enough, total and self, and the program, with one error rate over all. */
export function judgeAll(evidence: Evidence, policy: Policy): Judgements {
  const accounts = testedAccounts(evidence);
  const estimator = fitEstimator(accounts.map((account) => account.series));
  const estimates = accounts.map((account) => estimator(account.series));
  const rises = holm(estimates.map((estimate) => estimate.rise));
  const falls = holm(estimates.map((estimate) => estimate.fall));
  const judged = accounts.map(({ row, measure }, index): Judged => {
    const estimate = estimates[index] as Estimate;
    const adjustedP = (estimate.delta >= 0 ? rises[index] : falls[index]) ?? 1;
    const threshold = thresholdOf(policy, estimate.baseShare);
    return {
      row,
      measure,
      estimate,
      adjustedP,
      threshold,
      judgement: judge(estimate, adjustedP, threshold, policy.alpha),
    };
  });
  return { judged, estimator };
}

/** The judgement that follows from an estimate. */
export function judge(
  estimate: Estimate,
  adjustedP: number,
  threshold: number,
  alpha: number,
): Judgement {
  if (adjustedP <= alpha && estimate.delta >= threshold) return 'rise';
  if (adjustedP <= alpha && estimate.delta <= -threshold) return 'fall';
  return estimate.upperBound < threshold ? 'within' : 'undecided';
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
