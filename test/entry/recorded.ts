import { join } from 'node:path';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import type { Round, Side } from '../../src/profiles/profile.ts';
import { type Drawing, drawRounds } from '../compare/gates.ts';
import type { StoredProfile } from '../support/fake-pyroscope-queries.ts';

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
    await bundle.add(storable(round));
  }
  return bundle.finish();
}

/**
 * Twelve rounds of two pictures as a Pyroscope server holds them, of the service `shop`.
 * @param refs the label of each side
 * @param timeOf a round's time in milliseconds since the epoch
 */
export function heldPictures(
  refs: Readonly<Record<Side, string>>,
  timeOf: (round: number) => number,
): StoredProfile[] {
  return drawRounds(BASE, SLOWER, { pairs: 12, ticks: 40_000 }).map((round) => ({
    labels: { service_name: 'shop', service_git_ref: refs[round.side] },
    typeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    time: timeOf(round.round),
    profile: storable(round).profile,
  }));
}

/** With values that pprof can hold. */
function storable(round: Round): Round {
  const values = round.profile.values.map((value) => Math.round(value * 1e6));
  return { ...round, profile: { ...round.profile, values } };
}
