import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../src/compare/infer/holm.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});

describe("Holm's adjustment", () => {
  it.each([
    { given: [0.01, 0.04, 0.03], adjusted: [0.03, 0.06, 0.06] },
    { given: [0.5], adjusted: [0.5] },
    { given: [0.9, 0.8], adjusted: [1, 1] },
    { given: [], adjusted: [] },
  ])('of $given is $adjusted', ({ given, adjusted }) => {
    expect(holm(given).map((p) => Number(p.toFixed(10)))).toEqual(adjusted);
  });

  it('never makes a test more significant, and keeps their order', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const adjusted = holm(given);
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
        expect(holm(given.toReversed()).toReversed()).toEqual(holm(given));
      }),
    );
  });
});
