import { expect, it } from 'vitest';
import { DisturbanceTally } from '../../../src/measure/metronome/disturbance-tally.ts';

it('sums up slices in which the machine was equally fast, the fastest first', () => {
  const tally = new DisturbanceTally();
  tally.add(88, 60, 100);
  tally.add(57, 100, 90.005);
  tally.add(88.5, 62, 102);
  tally.add(57.1, 101, 91);
  expect(tally.disturbance()).toEqual([
    { beat: 55.73, requests: 201, cpuMs: 181.01 },
    { beat: 88.83, requests: 122, cpuMs: 202 },
  ]);
});

it('has nothing to say of nothing', () => {
  expect(new DisturbanceTally().disturbance()).toBeUndefined();
});
