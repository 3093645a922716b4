import { incompleteBeta } from '../../src/compare/infer/special.ts';

/** How often something happened, with its exact 95 % interval (Clopper and Pearson 1934). */
export interface Rate {
  readonly count: number;
  readonly of: number;
  /** Fractions; NaN when nothing was tried. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const TAIL = 0.025;

export function rateOf(count: number, of: number): Rate {
  return {
    count,
    of,
    rate: count / of,
    low: count === 0 ? 0 : betaQuantile(TAIL, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - TAIL, count + 1, of - count),
  };
}

/** By bisection; accurate to 1e-9. */
function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
