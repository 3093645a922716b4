import { expect, it } from 'vitest';
import { relativesOf } from '../../../bench/detection/relatives.ts';

type NamedStacks = Parameters<typeof relativesOf>[0];

/** Stacks as `caller callee … cost`, all in one head round. */
function stacksOf(text: string): NamedStacks {
  const stacks = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));
  const names = [...new Set(text.match(/[a-z]+/g))];
  const frames: number[] = [];
  const offsets = [0];
  for (const words of stacks) {
    frames.push(
      ...words
        .slice(0, -1)
        .toReversed()
        .map((name) => names.indexOf(name)),
    );
    offsets.push(frames.length);
  }
  return {
    rows: names.map((name) => ({ name })),
    rounds: [
      {
        side: 'head',
        pair: 0,
        frames: Int32Array.from(frames),
        offsets: Int32Array.from(offsets),
        values: Float64Array.from(stacks.map((words) => Number(words.at(-1)))),
      },
    ],
  };
}

it('finds callers of much of the culprits, and what is mostly called by them', () => {
  const stacks = stacksOf(`
    server search leaf 60
    server search leaf native 30
    server search leaf shared 2
    server report leaf 5
    server report shared 50
    server report 50
    timer 10
  `);
  const { callers, callees } = relativesOf(stacks, ['leaf']);
  expect([...callers].sort()).toEqual(['search', 'server']);
  expect([...callees]).toEqual(['native']);
});

it('finds nothing without culprits', () => {
  const { callers, callees } = relativesOf(stacksOf('server search 5'), []);
  expect([callers.size, callees.size]).toEqual([0, 0]);
});
