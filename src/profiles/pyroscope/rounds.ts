import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import { locatedLater } from '../located.ts';
import type { Round, Side } from '../profile.ts';
import { averageProfile } from './average.ts';
import { CLIENT_LIMITS, type ClientLimits } from './client.ts';
import { type Clock, realClock } from './clock.ts';
import type { PyroscopeConnection } from './connection.ts';
import { type FetchedProfile, fetchProfile } from './fetch-profile.ts';
import { profilePoints } from './profile-points.ts';
import { isSnapshot } from './profile-types.ts';
import { pprofSelect, type Selection } from './select.ts';
import { pyroscopeServer, type Server } from './server.ts';
import { settle } from './settle.ts';
import { checkCommits, findSides, type SideQuery } from './sides.ts';
import { warningsOf } from './warnings.ts';
import { alignByTimeOfDay, splitWindow } from './windows.ts';

/** What tests set; there are defaults for all of it. */
interface FetchCircumstances {
  readonly limits?: ClientLimits;
  readonly clock?: Clock;
}

/** What to compare, from one server. */
export interface RoundsQuery extends PyroscopeConnection {
  readonly base: SideQuery;
  readonly head: SideQuery;
  /** A sample type, such as `cpu`, a kind, or a whole profile type id. */
  readonly profileType: string;
  /** Parts that each window is cut into; part i of base and part i of head are a pair. */
  readonly slices: number;
}

export interface FetchedRounds {
  readonly rounds: readonly Round[];
  readonly warnings: readonly string[];
}

/**
 * Fetches both sides' profiles. Requests that were counted are spread evenly over the window; ticks are
 * unknown (a merged profile's period is made up by the server). Slices in which a side has no profile are left out on both sides, with a warning.
 * @throws FlamegateError (`usage` for wrong access, URL, selector or window; `measurement` for missing,
 *   broken or truncated profiles) or the reason of `signal`
 */
export async function fetchRounds(
  query: RoundsQuery,
  signal: AbortSignal,
  { limits = CLIENT_LIMITS, clock = realClock(signal) }: FetchCircumstances = {},
): Promise<FetchedRounds> {
  const server = pyroscopeServer(query, signal, limits);
  const end = await settle([query.base, query.head], clock, () =>
    countProfiles(server, query, clock.now()),
  );
  const now = clock.now();
  const { profileTypeId, ...found } = await findSides(server, query, now);
  const select = pprofSelect(server.call);
  const fetchWindow = async (selection: Selection) => {
    const fetched = await fetchProfile(select, server.inSlices, selection);
    return fetched && isSnapshot(profileTypeId)
      ? { ...fetched, profile: await averageProfile(server, selection, fetched.profile) }
      : fetched;
  };
  const windows = alignByTimeOfDay(query);
  const counted = isSnapshot(profileTypeId) ? () => undefined : requestsIn(query);
  const fetchSide = (side: Side) =>
    fetchSlices(
      splitWindow(windows[side], query.slices).map((window, round) => {
        return { side, round, window, requests: counted(side, window) };
      }),
      (window) => fetchWindow({ selector: found[side].selector, profileTypeId, window }),
    );
  const base = await fetchSide('base');
  const head = await fetchSide('head');
  const inBoth = ({ round }: Round) =>
    [base, head].every(({ rounds }) => rounds.some((other) => other.round === round));
  const rounds = [...base.rounds, ...head.rounds].filter(inBoth);
  if (rounds.length === 0) throw noPairs(query.slices);
  const warnings = [
    ...checkCommits('base', found.base.ref, base.commits),
    ...checkCommits('head', found.head.ref, head.commits),
    ...warningsOf({ query, profileTypeId, end, windows, rounds, now }),
  ];
  return { rounds, warnings };
}

/** What there is of both sides, as a text that changes with it; empty while a side has nothing. */
async function countProfiles(server: Server, query: RoundsQuery, now: number): Promise<string> {
  try {
    const { base, head, profileTypeId } = await findSides(server, query, now);
    const points = [base, head].map((side) => profilePoints(server, { ...side, profileTypeId }));
    return JSON.stringify(await Promise.all(points));
  } catch (error) {
    if (error instanceof FlamegateError && error.kind === 'measurement') return '';
    throw error;
  }
}

interface FetchedSide {
  readonly rounds: readonly Round[];
  readonly commits: readonly string[];
}

/** Requests in a part of a side's window. Counts of one side alone are no use. */
function requestsIn({ base, head }: RoundsQuery) {
  return (side: Side, { from, until }: Interval): number | undefined => {
    if (base.requests === undefined || head.requests === undefined) return undefined;
    const { requests = 0, ...window } = { base, head }[side];
    return Math.round((requests * (until - from)) / (window.until - window.from));
  };
}

/** A round that is yet to be fetched. */
interface Slice extends Pick<Round, 'side' | 'round' | 'requests'> {
  readonly window: Interval;
}

async function fetchSlices(
  slices: readonly Slice[],
  fetchWindow: (window: Interval) => Promise<FetchedProfile | undefined>,
): Promise<FetchedSide> {
  const rounds: Round[] = [];
  const commits = new Set<string>();
  for (const { side, round, requests, window } of slices) {
    const place = `profile of ${side}, slice ${round + 1} of ${slices.length}`;
    const fetched = await locatedLater(place, () => fetchWindow(window));
    if (fetched === undefined) continue;
    const seconds = (window.until - window.from) / 1000;
    rounds.push({ side, round, profile: fetched.profile, requests, failed: undefined, seconds });
    for (const commit of fetched.commits) commits.add(commit);
  }
  return { rounds, commits: [...commits].toSorted() };
}

function noPairs(slices: number): FlamegateError {
  return new FlamegateError(
    'measurement',
    `in none of the ${slices} slices both sides have a profile in Pyroscope`,
    { hint: 'Use fewer slices or a longer window.' },
  );
}
