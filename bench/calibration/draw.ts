import type { Random } from '../detection/random.ts';

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** With mean 1 and this standard deviation of its logarithm. */
export function logNormal(sigma: number, random: Random): number {
  return Math.exp(sigma * normal(random) - sigma ** 2 / 2);
}

/** With mean 1 and this coefficient of variation, above 0 and at most 1; by Marsaglia and Tsang (2000). */
export function gamma(variation: number, random: Random): number {
  const shape = 1 / variation ** 2;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) {
      return (d * v) / shape;
    }
  }
}

/** By counting arrivals, so it takes as long as the mean is large. */
export function poisson(mean: number, random: Random): number {
  let count = -1;
  let time = 0;
  while (time < mean) {
    time -= Math.log(1 - random());
    count += 1;
  }
  return Math.max(0, count);
}
