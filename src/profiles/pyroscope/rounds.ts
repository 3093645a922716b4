import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import { locatedLater } from '../located.ts';
import type { Round, Side, StackProfile } from '../profile.ts';
import { CLIENT_LIMITS, pyroscopeClient } from './client.ts';
import type { PyroscopeConnection } from './connection.ts';
import { fetchProfile } from './fetch-profile.ts';
import { chooseProfileType, profileTypesOf } from './profile-types.ts';
import { pprofSelect } from './select.ts';
import { timeSlices } from './time-slices.ts';
import { cutOffShare } from './truncation.ts';
import { SHORTEST_EVEN_SLICE_MS, splitWindow } from './windows.ts';

/** A side's profiles on the server: label matchers and a window in milliseconds since the epoch. */
interface SideQuery extends Interval {
  readonly selector: string;
}

/** What to compare, from one server. */
export interface RoundsQuery extends PyroscopeConnection {
  readonly base: SideQuery;
  readonly head: SideQuery;
  /** A sample type, such as `cpu`, or a whole profile type id. */
  readonly profileType: string;
  /** Parts that each window is cut into; part i of base and part i of head are a pair. */
  readonly slices: number;
}

export interface FetchedRounds {
  readonly rounds: readonly Round[];
  readonly warnings: readonly string[];
}

/**
 * Fetches both sides' profiles. Requests are unknown, so are ticks (a merged profile's period is made up
 * by the server). Slices in which a side has no profile are left out on both sides, with a warning.
 * @throws FlamegateError (`usage` for wrong access, URL, selector or window; `measurement` for missing,
 *   broken or truncated profiles) or the reason of `signal`
 */
export async function fetchRounds(
  query: RoundsQuery,
  signal: AbortSignal,
  limits = CLIENT_LIMITS,
): Promise<FetchedRounds> {
  const call = pyroscopeClient(query, signal, limits);
  const inSlices = timeSlices();
  const typesOf = ({ selector, ...window }: SideQuery) =>
    profileTypesOf(call, inSlices, { selector, window });
  const there = { base: await typesOf(query.base), head: await typesOf(query.head) };
  const profileTypeId = chooseProfileType(query.profileType, there);
  const select = pprofSelect(call);
  const fetchSelected: FetchSelected = (selector, window) =>
    fetchProfile(select, inSlices, { profileTypeId, selector, window });
  const base = await fetchSide('base', query, fetchSelected);
  const head = await fetchSide('head', query, fetchSelected);
  const inBoth = ({ round }: Round) =>
    [base, head].every((side) => side.some((other) => other.round === round));
  const rounds = [...base, ...head].filter(inBoth);
  if (rounds.length === 0) throw noPairs(query.slices);
  return { rounds, warnings: warningsOf(query, rounds) };
}

/** The profile of what a selector matches in a window; undefined when there is none. */
type FetchSelected = (selector: string, window: Interval) => Promise<StackProfile | undefined>;

async function fetchSide(
  side: Side,
  query: RoundsQuery,
  fetchSelected: FetchSelected,
): Promise<readonly Round[]> {
  const { selector } = query[side];
  const rounds: Round[] = [];
  for (const [round, window] of splitWindow(query[side], query.slices).entries()) {
    const place = `profile of ${side}, slice ${round + 1} of ${query.slices}`;
    const profile = await locatedLater(place, () => fetchSelected(selector, window));
    if (profile === undefined) continue;
    const seconds = (window.until - window.from) / 1000;
    rounds.push({ side, round, profile, requests: undefined, failed: undefined, seconds });
  }
  return rounds;
}

function warningsOf(query: RoundsQuery, rounds: readonly Round[]): readonly string[] {
  const pairs = rounds.length / 2;
  const shortest = Math.min(...rounds.map(({ seconds }) => seconds * 1000));
  const cutOff = Math.max(...rounds.map(({ profile }) => cutOffShare(profile)));
  return [
    ...(pairs < query.slices
      ? [`${pairs} of ${query.slices} slices are compared: in the others a side has no profile.`]
      : []),
    ...(shortest < SHORTEST_EVEN_SLICE_MS
      ? [
          `Slices of ${shortest / 1000} s are shorter than the upload interval of some SDKs (60 s), so profiles spread unevenly over them. Use fewer slices or a longer window.`,
        ]
      : []),
    ...(cutOff > 0
      ? [`Pyroscope cut off up to ${percent(cutOff)} of a profile (the function "other").`]
      : []),
  ];
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)} %`;
}

function noPairs(slices: number): FlamegateError {
  return new FlamegateError(
    'measurement',
    `in none of the ${slices} slices both sides have a profile in Pyroscope`,
    { hint: 'Use fewer slices or a longer window.' },
  );
}
