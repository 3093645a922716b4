import { describe, expect, it } from 'vitest';
import { fitVariancePrior } from '../../../src/compare/infer/moderate.ts';
import { seededRandom } from '../../../src/self-test/random.ts';
import { normal } from '../gates.ts';

/** Sample variances of `accounts` rows whose true variance is proportional to their size. */
function drawVariances(accounts: number, df: number, seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: accounts }, (_, index) => {
    const size = 0.005 * 1.08 ** index;
    const chiSquare = Array.from({ length: df }, () => normal(random) ** 2).reduce(
      (a, b) => a + b,
      0,
    );
    return { variance: (size * chiSquare) / df, size };
  });
}

describe('moderated variances', () => {
  it('are closer to the truth than the rows’ own', () => {
    const rows = drawVariances(60, 5, 7);
    const prior = fitVariancePrior(rows, 5);
    const errorOf = (estimate: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + Math.log(estimate(row) / row.size) ** 2, 0);
    expect(errorOf((row) => prior.moderate(row).variance)).toBeLessThan(
      errorOf((row) => row.variance) / 4,
    );
  });

  it('gain degrees of freedom from rows that agree', () => {
    const prior = fitVariancePrior(drawVariances(60, 5, 7), 5);
    expect(prior.moderate({ variance: 0.01, size: 0.01 }).df).toBeGreaterThan(15);
  });

  it('leave a row alone when there are too few to learn from', () => {
    const prior = fitVariancePrior([{ variance: 2, size: 1 }], 4);
    expect(prior.moderate({ variance: 3, size: 1 })).toEqual({ variance: 3, df: 4 });
  });

  it('give a row without any variance that of its size', () => {
    const prior = fitVariancePrior(drawVariances(60, 5, 7), 5);
    expect(prior.moderate({ variance: 0, size: 0.02 }).variance).toBeGreaterThan(0.005);
  });
});
