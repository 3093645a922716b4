import { gammaln } from 'simple-statistics';
import { incompleteBeta } from './special.ts';

/** Above it Student's and the normal distribution agree to ten digits. */
const LARGEST_DF = 1e6;

/** P(T > t) for Student's t with `df` degrees of freedom (may be fractional, may be infinite). */
export function studentUpperTail(t: number, df: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (t === Number.NEGATIVE_INFINITY) return 1;
  const finite = Math.min(df, LARGEST_DF);
  const tail = 0.5 * incompleteBeta(finite / (finite + t * t), finite / 2, 0.5);
  return t >= 0 ? tail : 1 - tail;
}

/**
 * The t that is exceeded with probability `p`, 0 ≤ p < 1. Newton's method on logarithms of both: the log tail
 * falls and bends down all the way as a function of log t, so it converges from anywhere.
 */
export function studentQuantile(p: number, df: number): number {
  if (p > 0.5) return -studentQuantile(1 - p, df);
  if (p === 0.5) return 0;
  if (p <= 0) return Number.POSITIVE_INFINITY;
  const density = studentDensity(df);
  let t = 1;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const tail = studentUpperTail(t, df);
    const move = (Math.log(tail / p) * tail) / (t * density(t));
    t *= Math.exp(move);
    if (Math.abs(move) < SETTLED) break;
  }
  return t;
}

/** Relative precision of a quantile. */
const SETTLED = 1e-10;

const MAX_STEPS = 200;

function studentDensity(df: number): (t: number) => number {
  const finite = Math.min(df, LARGEST_DF);
  const log = gammaln((finite + 1) / 2) - gammaln(finite / 2) - 0.5 * Math.log(finite * Math.PI);
  return (t) => Math.exp(log - ((finite + 1) / 2) * Math.log1p((t * t) / finite));
}
