import { expect, it } from 'vitest';
import { StageClock } from '../../src/measure/stage-clock.ts';

it('has time for everything without a budget', () => {
  expect(new StageClock(undefined).allows(1, 1_000_000)).toBe(true);
});

it('has no time for more pairs once the budget is spent', async () => {
  const clock = new StageClock(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(clock.allows(2, 3)).toBe(false);
});

it('has time for as many pairs as fit at the pace so far', async () => {
  const clock = new StageClock(60_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.allows(1, 2)).toBe(true);
  // A pair took 20 ms or more, so a million take far longer than a minute.
  expect(clock.allows(1, 1_000_000)).toBe(false);
});
