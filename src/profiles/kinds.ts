/** What people call kinds of profiles: their sample types as profilers have them, the best first. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  allocations: ['alloc_space', 'alloc_in_new_tlab_bytes', 'alloc_sample_bytes', 'alloc_size'],
  'in-use': ['inuse_space', 'live'],
  locks: ['delay', 'lock_time'],
};

/**
 * The sample types that a user can mean, the best first.
 * @param wanted a sample type, such as `cpu`, or a kind: `allocations`, `in-use`, `locks`
 */
export function sampleTypesMeant(wanted: string): readonly string[] {
  return KINDS[wanted] ?? [wanted];
}

/** Of the sample types that there are, the one that is meant; undefined when it is not among them. */
export function chooseSampleType(wanted: string, there: readonly string[]): string | undefined {
  return sampleTypesMeant(wanted).find((type) => there.includes(type));
}

/** Whether each profile of a sample type shows a state, such as the memory in use: then it is no cost that adds up. */
export function isState(sampleType: string): boolean {
  return /^(?:inuse_\w+|goroutines?|live)$/u.test(sampleType);
}

/**
 * Of profiles that have a sample type in common, those that are meant by it. Go's profile of blocking has the types of
 * its profile of mutexes, and counts every wait in it, also for work to do: where there are both, mutexes are meant.
 */
export function withoutBlocking<Profile>(
  profiles: readonly Profile[],
  nameOf: (profile: Profile) => string | undefined,
): readonly Profile[] {
  const names = new Set(profiles.map(nameOf));
  if (!names.has('mutex')) return profiles;
  return profiles.filter((profile) => nameOf(profile) !== 'block');
}
