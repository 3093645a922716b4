import { fitVariancePrior, type VarianceInput } from './moderate.ts';
import { changeOf, differences, meanOf, type Series, weightedMean } from './series.ts';
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
}

/** Judges one account with the variance that all accounts lend it. */
export type Estimator = (series: Series) => Estimate;

const INTERVAL_TAIL = 0.025;

/**
 * An account of this size, on both sides together, is most of the program. Its noise is the machine's, which the
 * narrow accounts that make the trend have little of, so it borrows nothing from them.
 */
const WIDE = 1;

/**
 * Learns the noise from all accounts that will be tested: paired differences, each pair as much as it
 * counts, variances moderated over the accounts.
 *
 * @param accounts every account that is tested; all have the same number of pairs, at least 2.
 * @param inflation of the variance of means, for weights that are estimates; see `PairWeights`
 */
export function fitEstimator(accounts: readonly Series[], inflation: number): Estimator {
  const pairs = accounts[0]?.base.length ?? 0;
  const prior = fitVariancePrior(accounts.map(varianceOf), pairs - 1);
  return (series) => {
    const own = varianceOf(series);
    const { variance, df } =
      own.size < WIDE ? prior.moderate(own) : { variance: own.variance, df: pairs - 1 };
    const baseShare = meanOf(series, 'base');
    const headShare = meanOf(series, 'head');
    const standardError = Math.sqrt((variance / pairs) * inflation);
    return estimateOf({ baseShare, headShare, df }, standardError);
  };
}

/** The same estimate with another standard error. */
export function withStandardError(estimate: Estimate, standardError: number): Estimate {
  return estimateOf(estimate, standardError);
}

/** One-sided p-value against «it rose by no more than `margin`». */
export function riseBeyond({ delta, standardError, df }: Estimate, margin: number): number {
  return upperTail(delta - margin, standardError, df);
}

/** One-sided p-value against «it fell by no more than `margin`». */
export function fallBeyond({ delta, standardError, df }: Estimate, margin: number): number {
  return upperTail(-delta - margin, standardError, df);
}

/** The rise is below this with a certainty of 1 − `tail`. */
export function upperBound({ delta, standardError, df }: Estimate, tail: number): number {
  return standardError > 0 ? delta + standardError * studentQuantile(tail, df) : delta;
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
  };
}

/** Counting noise grows with the cost, whichever side has more of it. */
function varianceOf(series: Series): VarianceInput {
  const centre = changeOf(series);
  const squares = differences(series).map((difference) => (difference - centre) ** 2);
  const pairs = squares.length;
  return {
    variance: (weightedMean(squares, series.weights) * pairs) / (pairs - 1),
    size: meanOf(series, 'base') + meanOf(series, 'head'),
  };
}

function upperTail(delta: number, standardError: number, df: number): number {
  if (standardError > 0) return studentUpperTail(delta / standardError, df);
  return delta > 0 ? 0 : 1;
}
