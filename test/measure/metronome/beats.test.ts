import { expect, it } from 'vitest';
import { Beats } from '../../../src/measure/metronome/beats.ts';

/** A beat every 10 ms from 1,000 ms on. */
function beats(micros: readonly number[]): Beats {
  const all = new Beats();
  all.add({ times: micros.map((_, index) => 1000 + 10 * index), micros });
  return all;
}

it.each([
  ['nothing happened', [50, 50, 50, 50], 50],
  ['all of the time was slow', [100, 100, 100, 100], 100],
  ['half of the time was slow', [50, 50, 100, 100], Math.sqrt(5000)],
  ['a beat was interrupted for 10 ms', [50, 50, 10_000, 50], 50 * 2 ** 0.25],
  ['there are too few beats', [50, 50], undefined],
  ['there are none', [], undefined],
])('%s', (_, micros, expected) => {
  const found = beats(micros).between(1000, 2000);
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(expected, 6);
});

it('looks at the time that it is asked for', () => {
  const all = beats([10, 10, 10, 50, 50, 50, 90, 90, 90]);
  expect(all.between(1030, 1060)).toBeCloseTo(50, 6);
  expect(all.between(1060, 5000)).toBeCloseTo(90, 6);
  expect(all.between(0, 1000)).toBeUndefined();
});

it('forgets what nobody asks for any more', () => {
  const all = new Beats();
  for (let second = 0; second < 60; second += 1) {
    const times = [0, 250, 500, 750].map((ms) => second * 1000 + ms);
    all.add({ times, micros: times.map(() => 50) });
  }
  expect(all.between(0, 5000)).toBeUndefined();
  expect(all.between(55_000, 60_000)).toBeCloseTo(50, 6);
});
