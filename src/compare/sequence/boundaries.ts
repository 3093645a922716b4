import { studentUpperTail } from '../infer/student.ts';

/**
 * Part of an error rate that is spent when a fraction of the pairs has been measured; 0 at none and 1 at all.
 * This one (Kim and DeMets 1987, with exponent 1) lets a large change be seen at the first look and leaves a
 * smaller one a good chance at the last.
 */
export function spendEvenly(fraction: number): number {
  return fraction;
}

/** Spends little on early looks, so that the last one is nearly as good as if it were the only one. */
export function spendLate(fraction: number): number {
  return fraction ** 3;
}

/**
 * One-sided significance level of every look, so that the probability of crossing at any of them is `total`
 * where there is nothing to find (Lan and DeMets 1983). Looks share their data, so the levels add up to more
 * than `total`; how much is worked out by recursive integration over the score process, normal with
 * independent increments (Armitage, McPherson and Rowe 1969).
 *
 * @param fractions part of the planned pairs at every look, ascending, the last at most 1
 */
export function lookLevels(
  fractions: readonly number[],
  total: number,
  spend: (fraction: number) => number,
): number[] {
  if (fractions.length === 1) return [total];
  const levels: number[] = [];
  const steps = fractions.map((fraction, index) =>
    Math.sqrt(fraction - (fractions[index - 1] ?? 0)),
  );
  let survivors = startAtZero(Math.min(...steps) / POINTS_PER_STEP);
  let spent = 0;
  fractions.forEach((fraction, index) => {
    const budget = total * (index === fractions.length - 1 ? 1 : spend(fraction));
    const arrived = advance(survivors, steps[index] ?? 0);
    const { boundary, below } = cutTail(arrived, Math.max(0, budget - spent));
    levels.push(studentUpperTail(boundary / Math.sqrt(fraction), Number.POSITIVE_INFINITY));
    survivors = below;
    spent = budget;
  });
  return levels;
}

/** The score process at a look: where its runs are. */
interface Process {
  /** Distance of two points of the grid, which has 0 in its middle and is the same at all looks. */
  readonly width: number;
  /** Probability around every point. */
  readonly masses: Float64Array;
}

/** Fine enough for levels right to a percent of themselves: points to a standard deviation of the smallest step. */
const POINTS_PER_STEP = 12;

/** The process is followed this many standard deviations of its end down and up. */
const REACH = 7;

function startAtZero(width: number): Process {
  const half = Math.ceil(REACH / width);
  const masses = new Float64Array(2 * half + 1);
  masses[half] = 1;
  return { width, masses };
}

/** Where the runs are one step later. */
function advance({ width, masses: from }: Process, deviation: number): Process {
  const scale = width / (deviation * Math.sqrt(2 * Math.PI));
  const kernel = Float64Array.from(from, (_, distance) => {
    const deviations = (distance * width) / deviation;
    return scale * Math.exp(-0.5 * deviations * deviations);
  });
  const masses = new Float64Array(from.length);
  from.forEach((mass, origin) => {
    if (mass === 0) return;
    for (let at = 0; at < masses.length; at += 1) {
      masses[at] = (masses[at] ?? 0) + mass * (kernel[Math.abs(at - origin)] ?? 0);
    }
  });
  return { width, masses };
}

/** Finds the boundary that `tail` of the probability lies beyond, and the runs that have not crossed it. */
function cutTail(
  { width, masses }: Process,
  tail: number,
): { readonly boundary: number; readonly below: Process } {
  let beyond = 0;
  let point = masses.length - 1;
  for (; point > 0; point -= 1) {
    const mass = masses[point] ?? 0;
    if (beyond + mass > tail) break;
    beyond += mass;
  }
  const last = masses[point] ?? 0;
  const part = last > 0 ? (tail - beyond) / last : 0;
  const below = masses.slice();
  below.fill(0, point + 1);
  below[point] = last * (1 - part);
  const at = (point - (masses.length - 1) / 2) * width;
  return { boundary: at + width / 2 - width * part, below: { width, masses: below } };
}
