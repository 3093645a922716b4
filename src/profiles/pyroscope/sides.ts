import { FlamegateError, isBroken } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { Side } from '../profile.ts';
import { profileTypesOf, type Source } from './labels.ts';
import { chooseProfileType } from './profile-types.ts';
import { type ResolvedSelector, resolveRef } from './ref.ts';
import type { Search } from './search.ts';
import type { Server } from './server.ts';
import { whyEmpty } from './why-empty.ts';

/** What is asked for on one side: label matchers and a window in milliseconds since the epoch. */
export interface SideQuery extends Interval {
  /** `{service_name="shop"}`; may hold `{ref}` where the ref belongs. */
  readonly selector: string;
  /** Commit, tag or any other name; undefined when the selector says everything. */
  readonly ref?: string | undefined;
  /** The commit that it stands for, where that is known: profiles may be labelled with either. */
  readonly commit?: string | undefined;
  /** Requests served in the window; undefined when nobody counted. */
  readonly requests: number | undefined;
}

/** By what a side's profiles are called. */
export interface CalledBy {
  /** The label value that the ref stands for; undefined without a ref. */
  readonly ref: string | undefined;
  /** As in the query. */
  readonly commit?: string | undefined;
}

/** A side that the server has profiles of. */
export interface FoundSide extends Source, CalledBy {
  readonly profileTypes: readonly string[];
}

/**
 * Looks for a side's profiles.
 * @param now milliseconds since the epoch
 * @throws FlamegateError when the server can't be asked, or the ref may mean several
 */
export async function searchSide(
  server: Server,
  side: Side,
  query: SideQuery,
  now: number,
): Promise<Search<FoundSide>> {
  const window = { from: query.from, until: query.until };
  const asked = { selector: query.selector, window };
  const { ref: name, commit } = query;
  const resolved: Search<ResolvedSelector> =
    name === undefined
      ? { found: { selector: query.selector, ref: undefined } }
      : await resolveRef(server, side, asked, { name, commit }, now);
  if ('missing' in resolved) return resolved;
  const { selector, ref } = resolved.found;
  const source = { selector, window };
  const profileTypes = await profileTypesOf(server, source);
  if (profileTypes.length === 0) return { missing: () => whyEmpty(server, side, source, now) };
  return { found: { ...source, ref, commit, profileTypes } };
}

/** Both sides, and the profile type to compare. */
export interface FoundSides extends Readonly<Record<Side, FoundSide>> {
  readonly profileTypeId: string;
}

/**
 * Looks for both sides' profiles and the type to compare.
 * @param now milliseconds since the epoch
 * @throws as `searchSide` does, and when several types may be meant
 */
export async function searchSides(
  server: Server,
  query: { readonly base: SideQuery; readonly head: SideQuery; readonly profileType: string },
  now: number,
): Promise<Search<FoundSides>> {
  const base = await searchSide(server, 'base', query.base, now);
  if ('missing' in base) return base;
  const head = await searchSide(server, 'head', query.head, now);
  if ('missing' in head) return head;
  const there = { base: base.found.profileTypes, head: head.found.profileTypes };
  try {
    const profileTypeId = chooseProfileType(query.profileType, there);
    return { found: { base: base.found, head: head.found, profileTypeId } };
  } catch (error) {
    // Profiles of the type may still come.
    if (isBroken(error)) {
      return { missing: async () => error };
    }
    throw error;
  }
}

/**
 * Holds the commits that profiles say they are of against the ref that was asked for.
 * @returns a warning when there are several
 * @throws FlamegateError of kind `measurement` when they are of another commit
 */
export function checkCommits(
  side: Side,
  { ref, commit }: CalledBy,
  commits: readonly string[],
): readonly string[] {
  const isAsked = (said: string) => said === ref || said === commit;
  if (ref !== undefined && commits.length > 0 && !commits.some(isAsked)) {
    throw new FlamegateError(
      'measurement',
      `the profiles of ${side} say that they are of ${commits.join(', ')}, not of ${ref}`,
      { hint: 'See that the label and the build agree.' },
    );
  }
  return commits.length > 1
    ? [`The profiles of ${side} are of ${commits.length} commits: ${commits.join(', ')}.`]
    : [];
}
