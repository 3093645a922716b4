import { expect, it } from 'vitest';
import { type Random, randomFrom } from '../../../bench/detection/random.ts';

function numbers(random: Random, count: number): number[] {
  return Array.from({ length: count }, random);
}

it('gives the same numbers for the same seed, and others for another', () => {
  const known = numbers(randomFrom('1'), 5);
  expect(numbers(randomFrom('1'), 5)).toEqual(known);
  expect(numbers(randomFrom('2'), 5)).not.toEqual(known);
});

it('spreads them evenly from 0 to 1', () => {
  const tenths = new Array<number>(10).fill(0);
  for (const value of numbers(randomFrom('1'), 10_000)) {
    const tenth = Math.floor(10 * value);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(tenths).toHaveLength(10);
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
