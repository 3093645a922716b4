import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { LoadOutcome } from '../../../src/measure/measurement.ts';
import { Beats } from '../../../src/measure/metronome/beats.ts';
import type { Metronome } from '../../../src/measure/metronome/metronome.ts';
import { watchDisturbance } from '../../../src/measure/metronome/watch.ts';
import type { DisturbanceSlice } from '../../../src/profiles/disturbance.ts';

const REQUESTS_PER_SLICE = 10;

/** Levels of 50 and 100 µs. */
const QUICK = 49.79;
const SLOW = 97.02;

let stop: () => void = () => {};
afterEach(() => stop());

/** A process group that burns one CPU in a child of its leader. */
function busyGroup(): number {
  const child = spawn('sh', ['-c', `'${process.execPath}' -e 'for (;;);' & wait`], {
    detached: true,
    stdio: 'ignore',
  });
  const leader = child.pid ?? 0;
  stop = () => process.kill(-leader, 'SIGKILL');
  return leader;
}

/** Every CPU beats the same; from `slowFrom` on twice as long. */
function metronome(slowFrom: number): Metronome {
  const beats = new Beats();
  const times = Array.from({ length: 1000 }, (_, index) => Date.now() - 1000 + index * 10);
  beats.add({ times, micros: times.map((time) => (time < slowFrom ? 50 : 100)) });
  return { beatsOf: () => beats, close: async () => {} };
}

function load(from: number, until: number): LoadOutcome {
  const slices = Array.from({ length: Math.ceil((until - from) / 100) }, (_, index) => ({
    from: from + index * 100,
    until: Math.min(until, from + (index + 1) * 100),
    succeeded: REQUESTS_PER_SLICE,
    failed: 0,
  }));
  const succeeded = slices.length * REQUESTS_PER_SLICE;
  return { interval: { from, until }, slices, succeeded, failed: 0, failures: new Map() };
}

it('sorts the time, CPU time and requests of a service by how fast its CPUs were', async () => {
  const leader = busyGroup();
  await sleep(500);
  const from = Date.now();
  const watch = await watchDisturbance(leader, 2, metronome(from + 1000));
  await sleep(2000);
  const slices = watch.finish(load(from, Date.now())) ?? [];
  expect(slices.length).toBeGreaterThan(10);
  expect(slices.length).toBeLessThan(25);
  const sumOf = (of: (slice: DisturbanceSlice) => number) =>
    slices.reduce((sum, slice) => sum + of(slice), 0);
  expect(sumOf(({ requests }) => requests)).toBeGreaterThan(150);
  // One CPU's time, less what others took of it.
  expect(sumOf(({ cpuMs }) => cpuMs)).toBeGreaterThan(500);
  expect(sumOf(({ cpuMs }) => cpuMs)).toBeLessThan(2500);
  expect(slices[0]?.beats).toEqual([[QUICK, 1]]);
  expect(slices.at(-1)?.beats).toEqual([[SLOW, 1]]);
});

it('has longer slices in longer rounds', async () => {
  const leader = busyGroup();
  const from = Date.now();
  const watch = await watchDisturbance(leader, 50, metronome(from));
  await sleep(1600);
  const slices = watch.finish(load(from, Date.now())) ?? [];
  expect(slices.length).toBeGreaterThan(0);
  expect(slices.length).toBeLessThanOrEqual(3);
});

it('says nothing without counts, and nothing of CPUs that nobody watches', async () => {
  const leader = busyGroup();
  const from = Date.now();
  const blind = await watchDisturbance(leader, 2, {
    beatsOf: () => undefined,
    close: async () => {},
  });
  const seeing = await watchDisturbance(leader, 2, metronome(from));
  await sleep(400);
  expect(blind.finish(load(from, Date.now()))).toBeUndefined();
  expect(seeing.finish({ ...load(from, Date.now()), slices: [] })).toBeUndefined();
});
