import { describe, expect, it } from 'vitest';
import { lookLevels, spendEvenly, spendLate } from '../../../src/compare/sequence/boundaries.ts';
import { seededRandom } from '../../../src/self-test/random.ts';
import { normal } from '../gates.ts';

/** Lan and DeMets' version of Pocock's boundary. */
const pocock = (fraction: number) => Math.log(1 + (Math.E - 1) * fraction);

describe('levels of several looks at growing data', () => {
  it('of one look is the whole level', () => {
    expect(lookLevels([1], 0.05, spendLate)).toEqual([expect.closeTo(0.05, 9)]);
  });

  it("agree with the published boundary of Pocock's kind (four looks, one-sided 2.5 %)", () => {
    // Jennison and Turnbull (2000), table 7.1 of spending functions: z = 2.368, 2.368, 2.358, 2.350.
    const z = [2.368, 2.368, 2.358, 2.35].map((value) => expect.closeTo(upperTail(value), 4));
    expect(lookLevels([0.25, 0.5, 0.75, 1], 0.025, pocock)).toEqual(z);
  });

  it.each([
    ['evenly', spendEvenly],
    ['late', spendLate],
  ])('hold the level over all looks, spent %s', (_, spend) => {
    const fractions = [0.3, 0.45, 0.7, 1];
    const levels = lookLevels(fractions, 0.05, spend);
    const random = seededRandom(11);
    const runs = 40_000;
    let crossed = 0;
    for (let run = 0; run < runs; run += 1) {
      let score = 0;
      let before = 0;
      const crosses = fractions.some((fraction, look) => {
        score += Math.sqrt(fraction - before) * normal(random);
        before = fraction;
        return upperTail(score / Math.sqrt(fraction)) <= (levels[look] ?? 0);
      });
      if (crosses) crossed += 1;
    }
    // Four standard errors of the simulation.
    expect(Math.abs(crossed / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it('spend nothing before the first pair and all by the last', () => {
    for (const spend of [spendEvenly, spendLate]) {
      expect(spend(0)).toBe(0);
      expect(spend(1)).toBeCloseTo(1, 12);
      expect(spend(0.4)).toBeLessThan(spend(0.5));
    }
  });
});

/** Of the standard normal distribution (Abramowitz and Stegun 26.2.17). */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * sum;
}
