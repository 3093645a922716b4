import type { SampleType } from '../profile.ts';

/** Sample types, and what profiles that have them are called. */
const NAMES: readonly (readonly [sampleType: RegExp, name: string])[] = [
  [/^samples$|cpu/u, 'process_cpu'],
  [/alloc_|inuse_|^space$|^objects$/u, 'memory'],
  [/^contentions$|^delay$|mutex_/u, 'mutex'],
  [/block_/u, 'block'],
  [/^goroutines?$/u, 'goroutines'],
];

/**
 * The first part of a profile's type ids, `process_cpu` of `process_cpu:cpu:nanoseconds:cpu:nanoseconds`,
 * as Pyroscope's server makes it up for what comes to `/ingest`. Profiles with wall time are named for it.
 */
export function profileName(sampleTypes: readonly SampleType[]): string {
  const types = sampleTypes.map(({ type }) => type);
  if (types.includes('wall')) return 'wall';
  for (const type of types) {
    const known = NAMES.find(([pattern]) => pattern.test(type));
    if (known !== undefined) return known[1];
  }
  return types[0] ?? '';
}
