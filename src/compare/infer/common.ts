import { median } from 'simple-statistics';
import { meanOf, type Series, weightedMean } from './series.ts';

/**
 * What all functions of a pair have in common: how much faster or slower the machine (or the whole
 * program) was on head than on base. A machine's speed moves every function of a round together, so
 * most of the noise of a wide function is not its own.
 */
export interface CommonFactor {
  /** The series as if both rounds of every pair had run at the same speed. */
  remove(series: Series): Series;
  /** Standard error of the factor's logarithm. */
  readonly standardError: number;
}

/** One function's own code: its share, which is its weight, and the logarithm of head over base. */
export interface Ratio {
  readonly weight: number;
  readonly log: number;
}

/** Tukey's constant: 95 % as efficient as a mean for normal noise, and blind to what lies far out. */
const BIWEIGHT = 4.685;

/** From the median absolute deviation to a standard deviation, for normal noise. */
const MAD_TO_SIGMA = 1.4826;

const STEPS = 20;

/**
 * Finds the common factor. How it varies from pair to pair is told by the totals, which a constant
 * change of some functions scales alike in every pair; where its centre lies by the functions' own
 * ratios, robustly, so that one function that changed much does not drag it along.
 *
 * @param program the whole program's cost
 * @param selves functions' own costs: disjoint, so that no change counts twice
 */
export function findCommonFactor(program: Series, selves: readonly Series[]): CommonFactor {
  const ratios = selves.flatMap(ratioOf);
  const { centre, standardError } = robustCentre(ratios);
  const logs = program.head.map((head, pair) => logRatio(head, program.base[pair] ?? 0) ?? 0);
  // Of the means, as the centre is: the mean of logarithms lies lower the more the speed varies.
  const middle =
    logs.length > 0 ? (logRatio(meanOf(program, 'head'), meanOf(program, 'base')) ?? 0) : 0;
  const factors = logs.map((log) => Math.exp(centre + log - middle));
  return {
    standardError,
    remove: ({ base, head, weights }) => ({
      base,
      weights,
      head: head.map((cost, pair) => cost / (factors[pair] ?? 1)),
    }),
  };
}

function ratioOf(series: Series): Ratio[] {
  const base = meanOf(series, 'base');
  const head = meanOf(series, 'head');
  const log = logRatio(head, base);
  return log === undefined ? [] : [{ weight: (base + head) / 2, log }];
}

function logRatio(head: number, base: number): number | undefined {
  return head > 0 && base > 0 ? Math.log(head / base) : undefined;
}

/**
 * By how much most functions changed: weighted mean of the logarithms with Tukey's biweight, from the
 * weighted median on. Functions that changed by another amount do not drag it along.
 */
export function robustCentre(ratios: readonly Ratio[]): {
  readonly centre: number;
  readonly standardError: number;
} {
  if (ratios.length === 0) return { centre: 0, standardError: 0 };
  let centre = weightedMedian(ratios);
  let weights = ratios.map(({ weight }) => weight);
  for (let step = 0; step < STEPS; step += 1) {
    const at = centre;
    const residuals = ratios.map(({ weight, log }) => Math.abs(log - at) * Math.sqrt(weight));
    // A ratio's noise falls with the square root of its weight, so residuals are put on one scale.
    const reach = BIWEIGHT * MAD_TO_SIGMA * median(residuals);
    if (reach === 0) break;
    weights = ratios.map(({ weight }, index) => {
      const distance = (residuals[index] ?? 0) / reach;
      return distance < 1 ? weight * (1 - distance ** 2) ** 2 : 0;
    });
    centre = weightedMean(
      ratios.map(({ log }) => log),
      weights,
    );
  }
  return { centre, standardError: errorOfMean(ratios, weights, centre) };
}

function weightedMedian(ratios: readonly Ratio[]): number {
  const sorted = [...ratios].sort((a, b) => a.log - b.log);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const { weight, log } of sorted) {
    below += weight;
    if (below >= half) return log;
  }
  return 0;
}

/** From the spread of the ratios themselves, so that it holds whatever their noise. */
function errorOfMean(ratios: readonly Ratio[], weights: readonly number[], centre: number): number {
  let squares = 0;
  let all = 0;
  ratios.forEach(({ log }, index) => {
    const weight = weights[index] ?? 0;
    squares += (weight * (log - centre)) ** 2;
    all += weight;
  });
  return all > 0 ? Math.sqrt(squares) / all : 0;
}
