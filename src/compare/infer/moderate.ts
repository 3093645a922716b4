import { linearRegression, linearRegressionLine, sum } from 'simple-statistics';
import { digamma, inverseTrigamma, trigamma } from './special.ts';

/** An account's own variance over pairs and how large the account is. */
export interface VarianceInput {
  readonly variance: number;
  /** Any positive measure of size, such as the mean share; the trend runs over its logarithm. */
  readonly size: number;
}

/** A variance that borrows strength from all accounts. */
export interface ModeratedVariance {
  readonly variance: number;
  /** Degrees of freedom of the moderated t: the account's own plus the prior's. */
  readonly df: number;
}

/** What the accounts together say about the variance of one of a given size. */
export interface VariancePrior {
  moderate(input: VarianceInput): ModeratedVariance;
}

/** Prior degrees of freedom are held below this, so that an account's own pairs always count. */
const MAX_PRIOR_DF = 60;

/** Fewer accounts than this say nothing about a trend. */
const MIN_ACCOUNTS = 3;

/**
 * Empirical-Bayes variances (Smyth 2004, limma's `fitFDist` with a trend): log variances are
 * regressed on log size, the spread around the trend says how much to trust it, and an account's
 * variance is drawn towards it. With few pairs its own variance has too few degrees of freedom for
 * any family-wise correction; together the accounts have plenty.
 *
 * @param accounts those with a positive variance say something; the others take the trend's value.
 * @param df degrees of freedom of each variance: pairs − 1, at least 1.
 */
export function fitVariancePrior(accounts: readonly VarianceInput[], df: number): VariancePrior {
  const usable = accounts.filter((account) => account.variance > 0 && account.size > 0);
  if (usable.length < MIN_ACCOUNTS) return { moderate: ({ variance }) => ({ variance, df }) };
  // E[log s²] = log σ² + digamma(df/2) − log(df/2): undo that bias before fitting.
  const bias = digamma(df / 2) - Math.log(df / 2);
  const trend = linearRegressionLine(
    linearRegression(
      usable.map((account) => [Math.log(account.size), Math.log(account.variance) - bias]),
    ),
  );
  const excess = residualVariance(usable, bias, trend) - trigamma(df / 2);
  const priorDf = excess > 0 ? Math.min(MAX_PRIOR_DF, 2 * inverseTrigamma(excess)) : MAX_PRIOR_DF;
  // The prior is a scaled inverse chi-square: its log is biased the other way.
  const priorBias = Math.log(priorDf / 2) - digamma(priorDf / 2);
  return {
    moderate({ variance, size }) {
      const expected = Math.exp(trend(Math.log(Math.max(size, Number.MIN_VALUE))) - priorBias);
      return { variance: (priorDf * expected + df * variance) / (priorDf + df), df: priorDf + df };
    },
  };
}

function residualVariance(
  accounts: readonly VarianceInput[],
  bias: number,
  trend: (logSize: number) => number,
): number {
  const squares = accounts.map(
    ({ variance, size }) => (Math.log(variance) - bias - trend(Math.log(size))) ** 2,
  );
  return sum(squares) / Math.max(1, accounts.length - 2);
}
