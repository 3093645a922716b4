import { describe, expect, it } from 'vitest';
import { studentQuantile, studentUpperTail } from '../../../src/compare/infer/student.ts';

describe("Student's t", () => {
  // From the tables of Abramowitz and Stegun, 26.10, and R's pt().
  it.each([
    { t: 0, df: 5, tail: 0.5 },
    { t: 2.015, df: 5, tail: 0.05 },
    { t: 6.869, df: 5, tail: 0.0005 },
    { t: 1.812, df: 10, tail: 0.05 },
    { t: 2.764, df: 10, tail: 0.01 },
    { t: 63.657, df: 1, tail: 0.005 },
    { t: -1.812, df: 10, tail: 0.95 },
    { t: 1.6449, df: Number.POSITIVE_INFINITY, tail: 0.05 },
    { t: Number.POSITIVE_INFINITY, df: 3, tail: 0 },
  ])('leaves $tail above $t with $df degrees of freedom', ({ t, df, tail }) => {
    expect(studentUpperTail(t, df)).toBeCloseTo(tail, 4);
  });

  it.each([
    [0.025, 9],
    [0.05, 3.7],
    [0.0001, 30],
    [0.8, 12],
  ])('has a quantile that is the inverse of the tail: %f, %f', (p, df) => {
    expect(studentUpperTail(studentQuantile(p, df), df)).toBeCloseTo(p, 8);
  });
});
