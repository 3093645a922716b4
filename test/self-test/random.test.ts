import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionOf } from '../../src/self-test/proportion.ts';
import { poisson, seededRandom } from '../../src/self-test/random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });
});

describe('poisson', () => {
  it.each([[0], [0.3], [4], [250]])('has mean and variance %d', (mean) => {
    const random = seededRandom(3);
    const draws = Array.from({ length: 4000 }, () => poisson(mean, random));
    const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / draws.length;
    expect(Math.abs(average - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / draws.length));
    expect(Math.abs(variance - mean)).toBeLessThanOrEqual(0.15 * mean);
  });
});

describe('proportionOf', () => {
  // Wilson (1927); the values of R's prop.test(k, n, correct = FALSE).
  it.each([
    [0, 400, 0, 0, 0.0095],
    [4, 400, 0.01, 0.0039, 0.0254],
    [5, 10, 0.5, 0.2366, 0.7634],
    [10, 10, 1, 0.7225, 1],
  ])('%d of %d is %d, from %d to %d', (hits, total, rate, low, high) => {
    const proportion = proportionOf(hits, total);
    expect(proportion.rate).toBeCloseTo(rate, 10);
    expect(proportion.low).toBeCloseTo(low, 4);
    expect(proportion.high).toBeCloseTo(high, 4);
  });

  it('holds the rate, within 0 and 1, and narrows with more trials', () => {
    const trials = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(trials, fc.nat(), (total, seed) => {
        const hits = seed % (total + 1);
        const { rate, low, high } = proportionOf(hits, total);
        const more = proportionOf(10 * hits, 10 * total);
        expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});
