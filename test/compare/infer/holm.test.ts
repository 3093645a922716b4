import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../src/compare/infer/holm.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});

const even = (given: readonly number[]) => given.map(() => 1);

describe("Holm's adjustment", () => {
  it.each([
    { given: [0.01, 0.04, 0.03], weights: [1, 1, 1], adjusted: [0.03, 0.06, 0.06] },
    { given: [0.01, 0.04, 0.03], weights: [2, 2, 2], adjusted: [0.03, 0.06, 0.06] },
    { given: [0.01, 0.01], weights: [3, 1], adjusted: [0.04 / 3, 0.04 / 3] },
    { given: [0.01, 0.001], weights: [3, 1], adjusted: [0.01, 0.004] },
    { given: [0.5], weights: [0.1], adjusted: [0.5] },
    { given: [0.9, 0.8], weights: [1, 1], adjusted: [1, 1] },
    { given: [], weights: [], adjusted: [] },
  ])('of $given with weights $weights is $adjusted', ({ given, weights, adjusted }) => {
    expect(holm(given, weights).map((p) => Number(p.toFixed(10)))).toEqual(
      adjusted.map((p) => Number(p.toFixed(10))),
    );
  });

  it('never makes a test more significant, and keeps their order', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const adjusted = holm(given, even(given));
        given.forEach((p, one) => {
          expect(adjusted[one]).toBeGreaterThanOrEqual(p);
          given.forEach((q, other) => {
            if (p < q) expect(adjusted[one]).toBeLessThanOrEqual(adjusted[other] ?? 0);
          });
        });
      }),
    );
  });

  it('does not depend on the order of the tests', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        expect(holm(given.toReversed(), even(given)).toReversed()).toEqual(
          holm(given, even(given)),
        );
      }),
    );
  });
});
