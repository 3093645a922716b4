import { mean, sampleVariance } from 'simple-statistics';
import { fitVariancePrior, type VarianceInput } from './moderate.ts';
import type { Series } from './series.ts';
import { differences } from './series.ts';
import { studentQuantile, studentUpperTail } from './student.ts';

/** What the pairs say about one account's change, as fractions of the base's CPU. */
export interface Estimate {
  readonly baseShare: number;
  readonly headShare: number;
  readonly delta: number;
  /** Standard error of `delta`, moderated. */
  readonly standardError: number;
  readonly df: number;
  /** Two-sided 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** One-sided 95 % upper bound. */
  readonly upperBound: number;
  /** One-sided p-value against «it did not rise». */
  readonly rise: number;
  /** One-sided p-value against «it did not fall». */
  readonly fall: number;
}

/** Judges one account with the variance that all accounts lend it. */
export type Estimator = (series: Series) => Estimate;

const INTERVAL_TAIL = 0.025;
const BOUND_TAIL = 0.05;

/**
 * Learns the noise from all accounts that will be tested: paired differences, variances moderated
 * over the accounts.
 *
 * @param accounts every account that is tested; all have the same number of pairs, at least 2.
 */
export function fitEstimator(accounts: readonly Series[]): Estimator {
  const pairs = accounts[0]?.base.length ?? 0;
  const prior = fitVariancePrior(accounts.map(varianceOf), pairs - 1);
  return (series) => {
    const { variance, df } = prior.moderate(varianceOf(series));
    const baseShare = mean([...series.base]);
    const headShare = mean([...series.head]);
    return estimateOf({ baseShare, headShare, df }, Math.sqrt(variance / pairs));
  };
}

/** The same estimate with another standard error. */
export function withStandardError(estimate: Estimate, standardError: number): Estimate {
  return estimateOf(estimate, standardError);
}

function estimateOf(
  { baseShare, headShare, df }: Pick<Estimate, 'baseShare' | 'headShare' | 'df'>,
  standardError: number,
): Estimate {
  const delta = headShare - baseShare;
  const reach = standardError * studentQuantile(INTERVAL_TAIL, df);
  return {
    baseShare,
    headShare,
    delta,
    standardError,
    df,
    low: delta - reach,
    high: delta + reach,
    upperBound: delta + standardError * studentQuantile(BOUND_TAIL, df),
    rise: upperTail(delta, standardError, df),
    fall: upperTail(-delta, standardError, df),
  };
}

/** Counting noise grows with the cost, whichever side has more of it. */
function varianceOf(series: Series): VarianceInput {
  return {
    variance: sampleVariance(differences(series)),
    size: mean([...series.base]) + mean([...series.head]),
  };
}

function upperTail(delta: number, standardError: number, df: number): number {
  if (standardError > 0) return studentUpperTail(delta / standardError, df);
  return delta > 0 ? 0 : 1;
}
