import { describe, expect, it } from 'vitest';
import { mannWhitney } from '../../../../bench/detection/methods/rank-sum.ts';
import { significant } from '../../../../bench/detection/methods/step-down.ts';
import { welchUpperTail } from '../../../../bench/detection/methods/welch.ts';

describe('Mann and Whitney', () => {
  it.each([
    // R: wilcox.test(head, base, alternative = 'greater', exact = TRUE)
    [[1, 2, 3], [4, 5, 6], 0.05],
    [[1, 2, 3, 4], [5, 6, 7, 8], 1 / 70],
    [[4, 5, 6], [1, 2, 3], 1],
    [[1, 3, 5, 7], [2, 4, 6, 8], 0.34286],
  ])('%j against %j: %f', (base, head, p) => {
    expect(mannWhitney(base, head)).toBeCloseTo(p, 5);
  });

  it('takes values that are the same as half', () => {
    expect(mannWhitney([1, 1], [1, 1])).toBeGreaterThan(0.5);
  });
});

it('has the p-value of Welch that R has for Student’s sleep data', () => {
  const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939
  expect(2 * welchUpperTail(one, two)).toBeCloseTo(0.07939, 5);
});

it.each([
  [
    [0.001, 0.04, 0.03, 0.005],
    [0, 3],
  ],
  [
    [0.01, 0.012, 0.02, 0.04],
    [0, 1, 2, 3],
  ],
  [[0.2, 0.013], []],
  [[], []],
])('Holm at 5 %%: of %j these are significant: %j', (pValues, expected) => {
  expect([...significant(pValues, pValues.length === 2 ? 0.01 : 0.05)].sort()).toEqual(expected);
});
