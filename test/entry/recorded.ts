import { join } from 'node:path';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { type Drawing, drawRounds } from '../compare/gates.ts';

/** A service, and the same with a function that got slower. */
export const BASE = `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] 25
main serve render 15
main serve query[c.js:1] 20
main log[d.js:1] 10
`;
export const SLOWER = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 40');

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
