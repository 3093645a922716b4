import { gammaln } from 'simple-statistics';

/**
 * The special functions that the inference needs and `simple-statistics` lacks: the incomplete beta
 * function and the derivatives of log-gamma, accurate to about 1e-10.
 */

/** Derivative of log-gamma: recurrence up to 6, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let value = 0;
  let at = x;
  for (; at < 6; at += 1) value -= 1 / at;
  const r = 1 / (at * at);
  return value + Math.log(at) - 0.5 / at - r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r / 240)));
}

/** Second derivative of log-gamma (Abramowitz and Stegun 6.4.12). */
export function trigamma(x: number): number {
  let value = 0;
  let at = x;
  for (; at < 6; at += 1) value += 1 / (at * at);
  const r = 1 / (at * at);
  return value + 1 / at + r / 2 + (r / at) * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r / 30)));
}

/** Solves trigamma(y) = x by Newton's method on 1 / trigamma (Smyth 2004, appendix). */
export function inverseTrigamma(x: number): number {
  if (x > 1e7) return 1 / Math.sqrt(x);
  if (x < 1e-6) return 1 / x;
  let y = 0.5 + 1 / x;
  for (let step = 0; step < 50; step += 1) {
    const value = trigamma(y);
    const change = (value * (1 - value / x)) / tetragamma(y);
    y += change;
    if (-change / y < 1e-10) break;
  }
  return y;
}

/** Third derivative of log-gamma. */
function tetragamma(x: number): number {
  let value = 0;
  let at = x;
  for (; at < 6; at += 1) value -= 2 / (at * at * at);
  const r = 1 / (at * at);
  return value - r - r / at - r * r * (0.5 - r * (1 / 6 - r * (1 / 6 - (3 * r) / 10)));
}

/** Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return (front * betaFraction(x, a, b)) / a;
}

const TINY = 1e-300;

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return result;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
