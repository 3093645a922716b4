import { FlamegateError } from '../../errors.ts';
import { locatedLater } from '../located.ts';
import type { Round } from '../profile.ts';
import { averageProfile } from './average.ts';
import { CLIENT_LIMITS, type ClientLimits } from './client.ts';
import { type Clock, realClock } from './clock.ts';
import { type FetchedProfile, fetchProfile } from './fetch-profile.ts';
import type { Source } from './labels.ts';
import { labelledRoundsOf, type Part, slicesOf } from './parts.ts';
import { profilePoints } from './profile-points.ts';
import { isSnapshot } from './profile-types.ts';
import type { RoundsQuery } from './rounds-query.ts';
import { foundIn } from './search.ts';
import { pprofSelect } from './select.ts';
import { pyroscopeServer, type Server } from './server.ts';
import { settle } from './settle.ts';
import { checkCommits, searchSides } from './sides.ts';
import { warningsOf } from './warnings.ts';

/** There are defaults for all of it. */
interface FetchCircumstances {
  /** Folder in which long answers are kept while they are read, if not in memory. */
  readonly tempDirectory?: string;
  readonly limits?: ClientLimits;
  readonly clock?: Clock;
}

export interface FetchedRounds {
  readonly rounds: readonly Round[];
  readonly warnings: readonly string[];
}

/**
 * Fetches both sides' profiles. Requests that were counted are spread evenly over slices; ticks are
 * unknown (a merged profile's period is made up by the server). Rounds in which a side has no profile are
 * left out on both sides, with a warning.
 * @throws FlamegateError (`usage` for wrong access, URL, selector or window; `measurement` for missing,
 *   broken or truncated profiles) or the reason of `signal`
 */
export async function fetchRounds(
  query: RoundsQuery,
  signal: AbortSignal,
  { limits = CLIENT_LIMITS, clock = realClock(signal), tempDirectory }: FetchCircumstances = {},
): Promise<FetchedRounds> {
  const timeoutMs = query.answerTimeoutMs;
  const server = pyroscopeServer(query, signal, { ...limits, timeoutMs }, tempDirectory);
  const end = await settle([query.base, query.head], clock, () =>
    countProfiles(server, query, clock.now()),
  );
  const now = clock.now();
  const { profileTypeId, ...found } = await foundIn(await searchSides(server, query, now));
  const select = pprofSelect(server.call);
  const isState = isSnapshot(profileTypeId);
  const fetchProfileOf = async (source: Source) => {
    const selection = { ...source, profileTypeId };
    const fetched = await fetchProfile(select, server.inSlices, selection);
    return fetched && isState
      ? { ...fetched, profile: await averageProfile(server, selection, fetched.profile) }
      : fetched;
  };
  const parts =
    query.roundLabel === undefined
      ? slicesOf(query, found)
      : await labelledRoundsOf(server, query.roundLabel, { ...found, profileTypeId });
  const base = await fetchParts(parts.base, fetchProfileOf);
  const head = await fetchParts(parts.head, fetchProfileOf);
  const inBoth = ({ round }: Round) =>
    [base, head].every(({ rounds }) => rounds.some((other) => other.round === round));
  const rounds = [...base.rounds, ...head.rounds]
    .filter(inBoth)
    // What is held at a moment is no work of requests.
    .map((round) => (isState ? { ...round, requests: undefined } : round));
  if (rounds.length === 0) throw noPairs(query);
  const warnings = [
    ...checkCommits('base', found.base, base.commits),
    ...checkCommits('head', found.head, head.commits),
    ...warningsOf({ query, profileTypeId, end, parts, rounds, now }),
  ];
  return { rounds, warnings };
}

/** What there is of both sides, as a text that changes with it; empty while a side has nothing. */
async function countProfiles(server: Server, query: RoundsQuery, now: number): Promise<string> {
  const search = await searchSides(server, query, now);
  if ('missing' in search) return '';
  const { base, head, profileTypeId } = search.found;
  const points = [base, head].map((side) => profilePoints(server, { ...side, profileTypeId }));
  return JSON.stringify(await Promise.all(points));
}

interface FetchedSide {
  readonly rounds: readonly Round[];
  readonly commits: readonly string[];
}

async function fetchParts(
  parts: readonly Part[],
  fetchProfileOf: (source: Source) => Promise<FetchedProfile | undefined>,
): Promise<FetchedSide> {
  const rounds: Round[] = [];
  const commits = new Set<string>();
  for (const { source, name, ...round } of parts) {
    const place = `profile of ${round.side}, ${name}`;
    const fetched = await locatedLater(place, () => fetchProfileOf(source));
    if (fetched === undefined) continue;
    rounds.push({ ...round, profile: fetched.profile, failed: undefined });
    for (const commit of fetched.commits) commits.add(commit);
  }
  return { rounds, commits: [...commits].toSorted() };
}

function noPairs({ slices, roundLabel }: RoundsQuery): FlamegateError {
  return roundLabel === undefined
    ? new FlamegateError(
        'measurement',
        `in none of the ${slices} slices both sides have a profile in Pyroscope`,
        { hint: 'Use fewer slices or a longer window.' },
      )
    : new FlamegateError(
        'measurement',
        `no value of ${roundLabel} has profiles of both sides in Pyroscope`,
        { hint: 'Name the label that tells rounds apart, or use slices of time.' },
      );
}
