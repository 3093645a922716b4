import { FlamegateError } from '../../errors.ts';
import type { StreamedPprof } from '../decode/pprof-columns.ts';
import { foldStreamed } from '../fold.ts';
import { StackSum } from '../merge.ts';
import type { StackProfile } from '../profile.ts';
import { commitsOf } from './commits.ts';
import { sampleTypeOf } from './profile-types.ts';
import type { Select, Selection } from './select.ts';
import type { AskInSlices } from './time-slices.ts';
import { cutOffShare } from './truncation.ts';

/** Largest fraction of a profile that the server may have cut off; what hides in it is never found. */
const MAX_CUT_OFF = 0.01;

/** A profile as a server holds it. */
export interface FetchedProfile {
  readonly profile: StackProfile;
  /** Commits that its binaries say they are of; none when they do not say. */
  readonly commits: readonly string[];
}

/**
 * Fetches the profile of a selection, in as many slices of time as the server needs, and sums them.
 * It has no ticks: the period of a merged profile is made up by the server.
 * @returns undefined when the server has no profile
 * @throws FlamegateError of kind `measurement` for a broken profile, and for one of which too much is cut off
 */
export async function fetchProfile(
  select: Select,
  inSlices: AskInSlices,
  selection: Selection,
): Promise<FetchedProfile | undefined> {
  const sampleType = sampleTypeOf(selection.profileTypeId);
  const sum = new StackSum();
  const commits = new Set<string>();
  // Summed as they come: all slices at once would take much more memory.
  const read = async (pprof: StreamedPprof | undefined) => {
    if (pprof === undefined) return;
    const profile = await foldStreamed(pprof, sampleType);
    if (profile.values.length === 0) return;
    sum.add(profile);
    for (const commit of commitsOf(pprof)) commits.add(commit);
  };
  await inSlices(selection.window, (window) => select({ ...selection, window }, read));
  const profile = sum.finish();
  if (profile === undefined) return undefined;
  const cutOff = cutOffShare(profile);
  if (cutOff > MAX_CUT_OFF) throw cutTooMuch(cutOff);
  return { profile: { ...profile, ticks: 0 }, commits: [...commits].toSorted() };
}

function cutTooMuch(cutOff: number): FlamegateError {
  return new FlamegateError(
    'measurement',
    `Pyroscope cut off ${(cutOff * 100).toFixed(2)} % of it (the function "other")`,
    {
      hint: 'Ask for more and so shorter slices, or turn off querier.max-flamegraph-nodes-on-select-merge-profile for the tenant.',
    },
  );
}
