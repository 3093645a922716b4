import { describe, expect, it } from 'vitest';
import { overlap, unionOf } from '../../../src/profiles/attribution/intervals.ts';

const interval = (from: number, until: number) => ({ from, until });

describe('unionOf', () => {
  it.each([
    ['nothing', [], []],
    [
      'intervals apart',
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      'intervals that touch',
      [
        [1, 2],
        [2, 3],
      ],
      [[1, 3]],
    ],
    [
      'intervals that overlap',
      [
        [1, 5],
        [2, 3],
        [4, 8],
      ],
      [[1, 8]],
    ],
    [
      'one from the beginning of time',
      [
        [3, 4],
        [-Infinity, 2],
      ],
      [
        [-Infinity, 2],
        [3, 4],
      ],
    ],
  ])('of %s', (_what, intervals, expected) => {
    const of = (pairs: number[][]) => pairs.map(([from = 0, until = 0]) => interval(from, until));
    expect(unionOf(of(intervals))).toEqual(of(expected));
  });
});

describe('overlap', () => {
  it.each([
    [0, 1, 0],
    [0, 3, 1],
    [2, 4, 2],
    [3, 8, 2],
    [0, 20, 5],
  ])('of 2–4 and 7–10 with %d–%d', (from, until, expected) => {
    const union = [interval(2, 4), interval(7, 10)];
    expect(overlap(union, interval(from, until))).toBe(expected);
  });
});
