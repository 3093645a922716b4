import { expect, it } from 'vitest';
import { shuffled } from '../../../bench/corpus/order.ts';

const NAMES = [...'abcdef'].map((name) => ({ name }));

function order(seed: string): string {
  return shuffled(NAMES, seed)
    .map(({ name }) => name)
    .join('');
}

it('is the same for the same seed', () => {
  expect(order('shop 200 3')).toBe(order('shop 200 3'));
});

it('brings every variant to every place', () => {
  const cycles = Array.from({ length: 100 }, (_, cycle) => order(`shop 200 ${cycle}`));
  for (let place = 0; place < NAMES.length; place++) {
    expect(new Set(cycles.map((names) => names[place])).size).toBe(NAMES.length);
  }
});

it('does not depend on the order in which variants are given', () => {
  const reversed = shuffled(NAMES.toReversed(), 'x');
  expect(reversed).toEqual(shuffled(NAMES, 'x'));
});
