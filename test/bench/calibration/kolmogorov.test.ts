import { expect, it } from 'vitest';
import { uniformity } from '../../../bench/calibration/kolmogorov.ts';

/** Values as even as can be, all moved by `shift`. */
function even(count: number, shift: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 0.5) / count + shift);
}

it('is not surprised by even values', () => {
  const { distance, p } = uniformity(even(1000, 0));
  expect(distance).toBeCloseTo(0.0005, 9);
  expect(p).toBe(1);
});

it.each([
  // Kolmogorov's distribution: 1.2238 is exceeded by 10 %, 1.3581 by 5 %, 1.6276 by 1 %.
  [1.2238, 0.1],
  [1.3581, 0.05],
  [1.6276, 0.01],
])('a scaled distance of %f has p = %f', (scaled, p) => {
  const count = 1000;
  const distance = scaled / (Math.sqrt(count) + 0.12 + 0.11 / Math.sqrt(count));
  const found = uniformity(even(count, distance - 0.5 / count));
  expect(found.distance).toBeCloseTo(distance, 9);
  expect(found.p).toBeCloseTo(p, 3);
});
