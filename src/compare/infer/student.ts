import { incompleteBeta } from './special.ts';

/** P(T > t) for Student's t with `df` degrees of freedom (may be fractional, may be infinite). */
export function studentUpperTail(t: number, df: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (t === Number.NEGATIVE_INFINITY) return 1;
  // Above a million degrees of freedom the two distributions agree to ten digits.
  const finite = Math.min(df, 1e6);
  const tail = 0.5 * incompleteBeta(finite / (finite + t * t), finite / 2, 0.5);
  return t >= 0 ? tail : 1 - tail;
}

/** The t that is exceeded with probability `p`, 0 < p < 1; by bisection, exact to 1e-9. */
export function studentQuantile(p: number, df: number): number {
  if (p > 0.5) return -studentQuantile(1 - p, df);
  let low = 0;
  let high = 1;
  while (studentUpperTail(high, df) > p && high < 1e9) high *= 2;
  while (high - low > 1e-9 * Math.max(1, high)) {
    const middle = (low + high) / 2;
    if (studentUpperTail(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
