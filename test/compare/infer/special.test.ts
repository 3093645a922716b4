import { describe, expect, it } from 'vitest';
import {
  digamma,
  incompleteBeta,
  inverseTrigamma,
  trigamma,
} from '../../../src/compare/infer/special.ts';

describe('special functions', () => {
  // Exact values: −γ, −γ − 2 ln 2, π²/6, π²/2.
  it.each([
    { name: 'digamma(1)', value: digamma(1), exact: -0.5772156649015329 },
    { name: 'digamma(½)', value: digamma(0.5), exact: -1.9635100260214235 },
    { name: 'trigamma(1)', value: trigamma(1), exact: Math.PI ** 2 / 6 },
    { name: 'trigamma(½)', value: trigamma(0.5), exact: Math.PI ** 2 / 2 },
    { name: 'I(½; 2, 2)', value: incompleteBeta(0.5, 2, 2), exact: 0.5 },
    { name: 'I(0.2; 2, 3)', value: incompleteBeta(0.2, 2, 3), exact: 0.1808 },
    { name: 'I(0; a, b)', value: incompleteBeta(0, 2, 3), exact: 0 },
    { name: 'I(1; a, b)', value: incompleteBeta(1, 2, 3), exact: 1 },
  ])('$name', ({ value, exact }) => {
    expect(value).toBeCloseTo(exact, 8);
  });

  it.each([1e-8, 0.01, 0.3, 1, 7, 250, 1e8])('inverts trigamma at %f', (x) => {
    expect(trigamma(inverseTrigamma(x)) / x).toBeCloseTo(1, 4);
  });
});
