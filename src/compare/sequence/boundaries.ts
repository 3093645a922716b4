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
  let survivors: Process = { fraction: 0, points: [{ at: 0, mass: 1 }] };
  let spent = 0;
  fractions.forEach((fraction, index) => {
    const budget = total * (index === fractions.length - 1 ? 1 : spend(fraction));
    const arrived = advance(survivors, fraction);
    const { boundary, below } = cutTail(arrived, Math.max(0, budget - spent));
    levels.push(studentUpperTail(boundary / Math.sqrt(fraction), Number.POSITIVE_INFINITY));
    survivors = below;
    spent = budget;
  });
  return levels;
}

/** The score process at a look: where its runs are. */
interface Process {
  readonly fraction: number;
  /** Ascending and evenly apart; `mass` is the probability around `at`. */
  readonly points: readonly { readonly at: number; readonly mass: number }[];
}

/** Fine enough for levels right to a percent of themselves. */
const POINTS = 300;

/** The process is followed this many standard deviations down and up. */
const REACH = 7;

/** Where the runs are at a later look. */
function advance({ fraction: before, points: from }: Process, fraction: number): Process {
  const edge = REACH * Math.sqrt(fraction);
  const width = (2 * edge) / POINTS;
  const deviation = Math.sqrt(fraction - before);
  const scale = width / (deviation * Math.sqrt(2 * Math.PI));
  const points = Array.from({ length: POINTS }, (_, point) => {
    const at = -edge + (point + 0.5) * width;
    let density = 0;
    for (const origin of from) {
      const distance = (at - origin.at) / deviation;
      density += origin.mass * Math.exp(-0.5 * distance * distance);
    }
    return { at, mass: density * scale };
  });
  return { fraction, points };
}

/** Finds the boundary that `tail` of the probability lies beyond, and the runs that have not crossed it. */
function cutTail(
  { fraction, points }: Process,
  tail: number,
): { readonly boundary: number; readonly below: Process } {
  const width = (points[1]?.at ?? 0) - (points[0]?.at ?? 0);
  let beyond = 0;
  let index = points.length - 1;
  for (; index > 0; index -= 1) {
    const mass = points[index]?.mass ?? 0;
    if (beyond + mass > tail) break;
    beyond += mass;
  }
  const last = points[index] ?? { at: 0, mass: 0 };
  const part = last.mass > 0 ? (tail - beyond) / last.mass : 0;
  return {
    boundary: last.at + width / 2 - width * part,
    below: {
      fraction,
      points: [...points.slice(0, index), { at: last.at, mass: last.mass * (1 - part) }],
    },
  };
}
