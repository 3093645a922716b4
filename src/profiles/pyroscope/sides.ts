import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import type { Side } from '../profile.ts';
import { profileTypesOf, type Source } from './labels.ts';
import { chooseProfileType } from './profile-types.ts';
import { resolveRef } from './ref.ts';
import type { Server } from './server.ts';
import { whyEmpty } from './why-empty.ts';

/** What is asked for on one side: label matchers and a window in milliseconds since the epoch. */
export interface SideQuery extends Interval {
  /** `{service_name="shop"}`; may hold `{ref}` where the ref belongs. */
  readonly selector: string;
  /** Commit or tag; undefined when the selector says everything. */
  readonly ref: string | undefined;
  /** Requests served in the window; undefined when nobody counted. */
  readonly requests: number | undefined;
}

/** A side that the server has profiles of. */
export interface FoundSide extends Source {
  /** The label value that the ref stands for; undefined without a ref. */
  readonly ref: string | undefined;
  readonly profileTypes: readonly string[];
}

/**
 * Finds a side's profiles.
 * @param now milliseconds since the epoch
 * @throws FlamegateError that says what is missing and what there is instead
 */
export async function findSide(
  server: Server,
  side: Side,
  query: SideQuery,
  now: number,
): Promise<FoundSide> {
  const window = { from: query.from, until: query.until };
  const asked = { selector: query.selector, window };
  const { selector, ref } =
    query.ref === undefined
      ? { selector: query.selector, ref: undefined }
      : await resolveRef(server, side, asked, query.ref, now);
  const source = { selector, window };
  const profileTypes = await profileTypesOf(server, source);
  if (profileTypes.length === 0) throw await whyEmpty(server, side, source, now);
  return { ...source, ref, profileTypes };
}

/**
 * Finds both sides' profiles and the type to compare.
 * @param now milliseconds since the epoch
 * @throws FlamegateError that says what is missing and what there is instead
 */
export async function findSides(
  server: Server,
  query: { readonly base: SideQuery; readonly head: SideQuery; readonly profileType: string },
  now: number,
): Promise<{ readonly base: FoundSide; readonly head: FoundSide; readonly profileTypeId: string }> {
  const base = await findSide(server, 'base', query.base, now);
  const head = await findSide(server, 'head', query.head, now);
  const there = { base: base.profileTypes, head: head.profileTypes };
  return { base, head, profileTypeId: chooseProfileType(query.profileType, there) };
}

/**
 * Holds the commits that profiles say they are of against the ref that was asked for.
 * @returns a warning when there are several
 * @throws FlamegateError of kind `measurement` when they are of another commit
 */
export function checkCommits(
  side: Side,
  ref: string | undefined,
  commits: readonly string[],
): readonly string[] {
  if (ref !== undefined && commits.length > 0 && !commits.includes(ref)) {
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
