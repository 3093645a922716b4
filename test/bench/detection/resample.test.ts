import { expect, it } from 'vitest';
import { drawGate } from '../../../bench/detection/resample.ts';
import type { Trial } from '../../../bench/detection/trial.ts';
import { trialOf } from './recorded.ts';

function cyclesOf(trial: Trial, budget: number, number: number, seed = '1'): number[] {
  return drawGate(trial, budget, seed, number).pairs.map(({ base }) => base.round);
}

it('takes every cycle once, in another order for every gate and seed', () => {
  const trial = trialOf(10);
  const first = cyclesOf(trial, 6, 0);
  expect(first.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(cyclesOf(trial, 6, 0)).toEqual(first);
  expect(cyclesOf(trial, 6, 1)).not.toEqual(first);
  expect(cyclesOf(trial, 6, 0, '2')).not.toEqual(first);
});

it('draws the same for any number of pairs: few are the beginning of many', () => {
  expect(cyclesOf(trialOf(10), 6, 0)).toEqual(cyclesOf(trialOf(10), 9, 0));
});

it('keeps the rounds of a cycle together, and swaps sides only where they are exchangeable', () => {
  const sides = (exchangeable: boolean) =>
    drawGate(trialOf(40, { exchangeable }), 40, '1', 0).pairs.map(({ base, head }) => {
      expect(base.round).toBe(head.round);
      return base.variant + head.variant;
    });
  expect(new Set(sides(false))).toEqual(new Set(['AB']));
  expect(new Set(sides(true))).toEqual(new Set(['AB', 'BA']));
});
