import { expect, it } from 'vitest';
import { Beats } from '../../../src/measure/metronome/beats.ts';

/** A beat every 10 ms from 1,000 ms on. */
function beats(micros: readonly number[]): Beats {
  const all = new Beats();
  all.add({ times: micros.map((_, index) => 1000 + 10 * index), micros });
  return all;
}

it.each<[string, readonly number[], Readonly<Record<string, number>> | undefined]>([
  ['nothing happened', [50, 50, 51, 50], { 49.79: 1 }],
  ['all of the time was slow', [100, 100, 100, 100], { 97.02: 1 }],
  ['half of the time was slow', [100, 50, 50, 100], { 49.79: 0.5, 97.02: 0.5 }],
  ['a beat was interrupted for 10 ms', [50, 50, 10_000, 50], { 49.79: 0.75, 97.02: 0.25 }],
  ['there are too few beats', [50, 50], undefined],
  ['there are none', [], undefined],
])('%s', (_, micros, expected) => {
  const found = beats(micros).between(1000, 2000);
  expect(found && Object.fromEntries(found)).toEqual(expected);
});

it('looks at the time that it is asked for', () => {
  const all = beats([10, 10, 10, 50, 50, 50, 90, 90, 90]);
  expect(levelsOf(all.between(1030, 1060))).toEqual([49.79]);
  expect(levelsOf(all.between(1060, 5000))).toEqual([88.2]);
  expect(all.between(0, 1000)).toBeUndefined();
});

it('forgets what nobody asks for any more', () => {
  const all = new Beats();
  for (let second = 0; second < 120; second += 1) {
    const times = [0, 250, 500, 750].map((ms) => second * 1000 + ms);
    all.add({ times, micros: times.map(() => 50) });
  }
  expect(all.between(0, 5000)).toBeUndefined();
  expect(levelsOf(all.between(115_000, 120_000))).toEqual([49.79]);
});

function levelsOf(parts: ReadonlyMap<number, number> | undefined): number[] {
  return [...(parts?.keys() ?? [])];
}
