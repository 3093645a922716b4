/** How far a sample lies from the uniform distribution, and how surprising that is. */
export interface Uniformity {
  /** Largest distance of the two distribution functions. */
  readonly distance: number;
  readonly p: number;
}

/**
 * Kolmogorov and Smirnov's test against the uniform distribution on [0, 1], with Stephens' (1970)
 * correction of the asymptotic distribution; good from about 10 values on.
 */
export function uniformity(values: readonly number[]): Uniformity {
  const n = values.length;
  const sorted = values.toSorted((a, b) => a - b);
  const distances = sorted.map((value, rank) => Math.max((rank + 1) / n - value, value - rank / n));
  const distance = Math.max(0, ...distances);
  return { distance, p: upperTail((Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance) };
}

/** Kolmogorov's distribution, from above. */
function upperTail(x: number): number {
  // The series converges slowly where the answer is 1 to many digits.
  if (x < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * x) ** 2);
  return Math.min(1, Math.max(0, sum));
}
