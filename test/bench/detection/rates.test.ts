import { expect, it } from 'vitest';
import { rateOf } from '../../../bench/detection/rates.ts';

it.each([
  // R: binom.test(count, of)$conf.int
  [0, 400, 0, 0.00918],
  [3, 400, 0.00155, 0.02177],
  [5, 10, 0.18709, 0.81291],
  [400, 400, 0.99082, 1],
])('%i of %i lies between %f and %f', (count, of, low, high) => {
  const rate = rateOf(count, of);
  expect(rate.rate).toBe(count / of);
  expect(rate.low).toBeCloseTo(low, 4);
  expect(rate.high).toBeCloseTo(high, 4);
});
