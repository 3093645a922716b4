import { FlamegateError } from '../../errors.ts';

/** What people call kinds of profiles: name and sample type as SDKs have them, the best first. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  allocations: [
    'memory:alloc_space',
    'memory:alloc_in_new_tlab_bytes',
    'memory:alloc_sample_bytes',
    'memory:alloc_size',
  ],
  'in-use': ['memory:inuse_space', 'memory:live'],
  locks: ['mutex:delay', 'lock:lock_time', 'block:delay'],
};

/** Sample types and names of profiles that show a state at one moment. */
const SNAPSHOTS = /^(?:goroutines?:|[^:]*:(?:inuse_\w+|live):)/u;

/**
 * Does each profile of a type show a state, such as the memory in use? Servers sum what they merge, which
 * means nothing for these.
 */
export function isSnapshot(id: string): boolean {
  return SNAPSHOTS.test(id);
}

/**
 * Chooses the type that both sides have.
 * @param wanted a sample type, such as `cpu`; a whole id; or a kind: `allocations`, `in-use`, `locks`
 * @throws FlamegateError of kind `measurement` when a side has no profiles of it, of kind `usage` when
 *   several ids have that sample type
 */
export function chooseProfileType(
  wanted: string,
  there: { readonly base: readonly string[]; readonly head: readonly string[] },
): string {
  const ofKind = KINDS[wanted]?.find((start) =>
    [there.base, there.head].every((ids) => ids.some((id) => id.startsWith(`${start}:`))),
  );
  const fits = (id: string) =>
    id === wanted || sampleTypeOf(id) === wanted || (ofKind && id.startsWith(`${ofKind}:`));
  for (const side of ['base', 'head'] as const) {
    if (!there[side].some(fits)) throw noneThere(wanted, side, there[side]);
  }
  const [only, ...more] = there.base.filter((id) => fits(id) && there.head.includes(id));
  if (only === undefined) {
    throw new FlamegateError(
      'measurement',
      `base and head have ${JSON.stringify(wanted)} in different profile types: ${[...there.base.filter(fits), ...there.head.filter(fits)].join(', ')}`,
      { hint: 'Compare sides that were profiled by the same profiler.' },
    );
  }
  if (more.length > 0) {
    throw new FlamegateError(
      'usage',
      `several profile types have the sample type ${JSON.stringify(wanted)}: ${[only, ...more].join(', ')}`,
      { hint: 'Give the whole profile type.' },
    );
  }
  return only;
}

/** `cpu` of `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
export function sampleTypeOf(id: string): string {
  return id.split(':')[1] ?? '';
}

function noneThere(wanted: string, side: string, there: readonly string[]): FlamegateError {
  return new FlamegateError(
    'measurement',
    `Pyroscope has no ${JSON.stringify(wanted)} profiles for ${side}; there is: ${there.join(', ')}`,
    { hint: 'Choose one of these as the profile type.' },
  );
}
