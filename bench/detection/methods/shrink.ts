import { linearRegression, linearRegressionLine, sum } from 'simple-statistics';
import { digamma, inverseTrigamma, trigamma } from '../../../src/compare/infer/special.ts';

/** Variances that borrow from each other. */
interface Shrunk {
  readonly variances: readonly number[];
  /** Degrees of freedom of each: its own and the prior's. */
  readonly df: number;
}

/**
 * Draws variances towards their trend on size (Smyth 2004, limma's `fitFDist`). On its own, apart from the
 * product's: the reference must stay where it is when the product moves.
 * @param variances positive
 * @param sizes positive; the trend runs over their logarithm
 * @param df degrees of freedom of each variance
 */
export function shrinkVariances(
  variances: readonly number[],
  sizes: readonly number[],
  df: number,
): Shrunk {
  const logs = variances.map((variance) => Math.log(variance) - digamma(df / 2) + Math.log(df / 2));
  const points = logs.map((log, index) => [Math.log(sizes[index] ?? 1), log]);
  const trend = linearRegressionLine(linearRegression(points));
  const expected = points.map(([size = 0]) => trend(size));
  const residuals = logs.map((log, index) => (log - (expected[index] ?? 0)) ** 2);
  const excess = sum(residuals) / Math.max(1, logs.length - 2) - trigamma(df / 2);
  if (excess <= 0) return { variances: expected.map(Math.exp), df: Number.POSITIVE_INFINITY };
  const priorDf = 2 * inverseTrigamma(excess);
  const bias = digamma(priorDf / 2) - Math.log(priorDf / 2);
  return {
    variances: variances.map(
      (variance, index) =>
        (priorDf * Math.exp((expected[index] ?? 0) + bias) + df * variance) / (priorDf + df),
    ),
    df: priorDf + df,
  };
}
