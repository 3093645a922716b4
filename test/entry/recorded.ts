import { join } from 'node:path';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { type Drawing, drawRounds } from '../compare/gates.ts';

/** Writes rounds drawn from two pictures as a bundle; returns the manifest's path. */
export async function recordPictures(
  folder: string,
  base: string,
  head: string,
  drawing: Drawing = {},
): Promise<string> {
  return recordRounds(folder, drawRounds(base, head, { ticks: 40_000, ...drawing }));
}

/** Writes rounds as a bundle, values rounded to what pprof can hold; returns the manifest's path. */
export async function recordRounds(folder: string, rounds: readonly Round[]): Promise<string> {
  const bundle = new BundleWriter(join(folder, 'bundle'), {
    service: 'shop',
    base: { ref: 'main', commit: 'b'.repeat(40) },
    head: { ref: 'topic', commit: 'a'.repeat(40) },
    diff: undefined,
    change: undefined,
  });
  for (const round of rounds) {
    const values = round.profile.values.map((value) => Math.round(value * 1e6));
    await bundle.add({ ...round, profile: { ...round.profile, values } });
  }
  return bundle.finish();
}
