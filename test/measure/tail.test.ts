import { expect, it } from 'vitest';
import { Tail } from '../../src/measure/tail.ts';

function tailOf(lines: number): readonly string[] {
  const tail = new Tail();
  for (let line = 1; line <= lines; line++) tail.push(`line ${line}`);
  return tail.lines();
}

it('keeps a short output whole', () => {
  expect(tailOf(2)).toEqual(['line 1', 'line 2']);
  expect(tailOf(40)).toHaveLength(40);
});

it('keeps the last 40 lines of a long one and says how many are missing', () => {
  const lines = tailOf(1_240);
  expect(lines).toHaveLength(41);
  expect(lines[0]).toBe('… [1,200 earlier lines cut]');
  expect(lines[1]).toBe('line 1201');
  expect(lines.at(-1)).toBe('line 1240');
});
