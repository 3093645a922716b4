import { mean } from 'simple-statistics';
import { differences, type Series, weightedMean } from './series.ts';

/**
 * Weight of «this pair is like the others», in accounts, over all pairs that were measured: with few pairs
 * an account says little about one of them, and much of what it says is its own chance. Less of it finds more
 * where few pairs are wild, but then pairs that are close by chance count too much and intervals are too narrow
 * (docs/decisions/0014).
 */
const PRIOR = 500;

/** One account's surprise in one pair counts at most as much as four standard deviations. */
const LARGEST_SURPRISE = 16;

/** Weights and variances depend on each other; three rounds settle them to a percent. */
const STEPS = 3;

/**
 * How much each pair counts: the inverse of how noisy it is in all functions together, so that rounds
 * in which something else took the machine do not blur the quiet ones (the idea of limma's
 * `arrayWeights`, Ritchie 2006, with a prior). Direction plays no part: only squares enter.
 *
 * @param selves functions' own costs without their common factor: disjoint, so that nothing counts twice
 * @param pairs number of pairs
 * @returns one weight for each pair, 1 on average
 */
export function pairWeights(selves: readonly Series[], pairs: number): number[] {
  const rows = selves.map(differences).filter((row) => row.some((value) => value !== row[0]));
  let weights = new Array<number>(pairs).fill(1);
  if (pairs < 3 || rows.length === 0) return weights;
  const prior = PRIOR / pairs;
  for (let step = 0; step < STEPS; step += 1) {
    const surprises = sumOfSurprises(rows, weights);
    const scale = pairs / (pairs - 1);
    const variances = surprises.map((sum) => (sum * scale + prior) / (rows.length + prior));
    const inverse = variances.map((variance) => 1 / variance);
    const level = mean(inverse);
    weights = inverse.map((weight) => weight / level);
  }
  return weights;
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
