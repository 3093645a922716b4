import { expect, it } from 'vitest';
import { roundsInOrder, timeLeft } from '../../src/measure/schedule.ts';

it('alternates which side goes first, so that drift favours neither', () => {
  const order = roundsInOrder({ from: 0, until: 4 }).map(({ side, round }) => `${side} ${round}`);
  expect(order).toEqual([
    'base 0',
    'head 0',
    'head 1',
    'base 1',
    'base 2',
    'head 2',
    'head 3',
    'base 3',
  ]);
});

it('goes on in a later stage where the one before ended', () => {
  const order = roundsInOrder({ from: 3, until: 5 }).map(({ side, round }) => `${side} ${round}`);
  expect(order).toEqual(['head 3', 'base 3', 'base 4', 'head 4']);
});

it.each([
  ['nothing finished yet', [], 20, 0],
  ['one of four', [5_000], 4, 15_000],
  ['the mean of rounds that differ', [4_000, 6_000], 6, 20_000],
  ['the last one', [4_000, 6_000], 2, 0],
])('time left: %s', (_, finished, total, left) => {
  expect(timeLeft(finished, total)).toBe(left);
});
