import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCpuList } from '../../../src/measure/fingerprint/cpu-list.ts';
import { readText } from '../../../src/measure/fingerprint/read-text.ts';
import { startMetronome } from '../../../src/measure/metronome/metronome.ts';
import { type ShippedFile, shipFile } from '../../preload/shipped.ts';
import { hasTaskset } from '../../support/taskset.ts';

let thread: ShippedFile;
beforeAll(async () => {
  thread = await shipFile('metronome');
});
afterAll(() => thread.remove());

it.runIf(hasTaskset())('beats on each CPU that may be used, until it is closed', async () => {
  const before = threads();
  const metronome = await startMetronome(thread.path, process.env.PATH ?? '');
  if (metronome === undefined) throw new Error('the threads could not be pinned');
  const status = (await readText('/proc/self/status')) ?? '';
  const cpus = parseCpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '') ?? [];
  const from = Date.now();
  await expect
    .poll(
      () =>
        cpus.map(
          (cpu) => [...(metronome.beatsOf(cpu)?.between(from, Date.now())?.keys() ?? [0])][0],
        ),
      {
        timeout: 10_000,
      },
    )
    .toEqual(cpus.map(() => expect.toSatisfy((micros: number) => micros > 5 && micros < 5000)));
  expect(metronome.beatsOf(100_000)).toBeUndefined();
  await metronome.close();
  await expect.poll(threads, { timeout: 10_000 }).toBeLessThanOrEqual(before);
});

it('does without where its thread cannot start', async () => {
  expect(await startMetronome('/nowhere/metronome.cjs', process.env.PATH ?? '')).toBeUndefined();
});

it('does without where there is no taskset', async () => {
  expect(await startMetronome(thread.path, '/nowhere')).toBeUndefined();
});

function threads(): number {
  return readdirSync('/proc/self/task').length;
}
