import { mean, median } from 'simple-statistics';
import { differences, type Series, weightedMean } from './series.ts';

/** How much each pair counts, and what it costs that nobody knew before. */
export interface PairWeights {
  /** One for each pair, 1 on average. */
  readonly weights: readonly number[];
  /** The variance of a mean with these weights, in terms of what it were if they were known; at least 1. */
  readonly inflation: number;
}

/**
 * Weight of «this pair is like the others», in accounts, over all pairs that were measured: with few pairs
 * an account says little about one of them, and much of what it says is its own chance. Less of it finds more
 * where few pairs are wild, but then weights are less certain (docs/decisions/0040).
 */
const PRIOR = 250;

/** One account's surprise in one pair counts at most as much as four standard deviations. */
const LARGEST_SURPRISE = 16;

/** Weights and variances depend on each other; three rounds settle them to a percent. */
const STEPS = 3;

/**
 * How much each pair counts: the inverse of how noisy it is in all functions together, so that rounds
 * in which something else took the machine do not blur the quiet ones (the idea of limma's
 * `arrayWeights`, Ritchie 2006, with a prior). A pair that is quieter than most counts no more than they do: it is
 * so by chance, as nothing makes a machine quieter than it is. Direction plays no part: only squares enter.
 *
 * @param selves functions' own costs without their common factor: disjoint, so that nothing counts twice
 * @param pairs number of pairs
 */
export function pairWeights(selves: readonly Series[], pairs: number): PairWeights {
  const rows = selves.map(differences).filter((row) => row.some((value) => value !== row[0]));
  let weights = new Array<number>(pairs).fill(1);
  if (pairs < 3 || rows.length === 0) return { weights, inflation: 1 };
  const prior = PRIOR / pairs;
  for (let step = 0; step < STEPS; step += 1) {
    const surprises = sumOfSurprises(rows, weights);
    const scale = pairs / (pairs - 1);
    const variances = surprises.map((sum) => (sum * scale + prior) / (rows.length + prior));
    const most = median(variances);
    const inverse = variances.map((variance) => 1 / Math.max(variance, most));
    const level = mean(inverse);
    weights = inverse.map((weight) => weight / level);
  }
  return { weights, inflation: inflationOf(weights, rows.length + prior) };
}

/**
 * Meier (1953), Variance of a weighted mean, Biometrics 9: weights that were estimated with `df` degrees of freedom
 * follow the noise a little, and seem to do better than they can. Pairs that count as most do are in it, too: which
 * pairs those are is an estimate as well.
 */
function inflationOf(weights: readonly number[], df: number): number {
  const parts = weights.map((weight) => weight / weights.length);
  return 1 + (4 / df) * parts.reduce((sum, part) => sum + part * (1 - part), 0);
}

/** For each pair, over all accounts: squared distance from the account's mean in units of its variance. */
function sumOfSurprises(rows: readonly number[][], weights: readonly number[]): number[] {
  const sums = new Array<number>(weights.length).fill(0);
  for (const row of rows) {
    const centre = weightedMean(row, weights);
    const squares = row.map((value) => (value - centre) ** 2);
    const variance = (weightedMean(squares, weights) * row.length) / (row.length - 1);
    squares.forEach((square, pair) => {
      sums[pair] = (sums[pair] ?? 0) + Math.min(LARGEST_SURPRISE, square / variance);
    });
  }
  return sums;
}
