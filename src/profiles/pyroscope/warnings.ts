import { windowText } from '../../config/window.ts';
import type { Round } from '../profile.ts';
import type { Parts } from './parts.ts';
import { isSnapshot } from './profile-types.ts';
import type { RoundsQuery } from './rounds-query.ts';
import { cutOffShare } from './truncation.ts';
import { LOOK_BACK_MS } from './why-empty.ts';
import { SHORTEST_EVEN_SLICE_MS } from './windows.ts';

/** What was fetched, and how. */
export interface Fetched {
  readonly query: RoundsQuery;
  readonly profileTypeId: string;
  /** Whether profiles still came in the end. */
  readonly end: 'complete' | 'growing';
  /** What was asked for in the end. */
  readonly parts: Parts;
  readonly rounds: readonly Round[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const STILL_GROWING =
  'Profiles of these windows still came when they were fetched, long after the windows had ended: some may be missing.';

const AVERAGED =
  'Profiles of this type show a state, so the average of each slice is compared, by shares: growth that all functions have in common is not seen.';

const SIDES = ['base', 'head'] as const;

/** What weakens a comparison of these rounds. */
export function warningsOf(fetched: Fetched): readonly string[] {
  const { end, profileTypeId, rounds } = fetched;
  const cutOff = Math.max(...rounds.map(({ profile }) => cutOffShare(profile)));
  return [
    ...(end === 'growing' ? [STILL_GROWING] : []),
    ...(isSnapshot(profileTypeId) ? [AVERAGED] : []),
    ...moved(fetched),
    ...clamped(fetched),
    ...fewer(fetched),
    ...short(fetched),
    ...(cutOff > 0
      ? [
          `Pyroscope cut off up to ${(cutOff * 100).toFixed(2)} % of a profile (the function "other").`,
        ]
      : []),
  ];
}

function fewer({ query, parts, rounds }: Fetched): readonly string[] {
  const pairs = rounds.length / 2;
  const all = new Set([...parts.base, ...parts.head].map(({ round }) => round)).size;
  if (pairs === all) return [];
  const what = query.roundLabel === undefined ? 'slices' : `rounds (${query.roundLabel})`;
  return [`${pairs} of ${all} ${what} are compared: in the others a side has no profile.`];
}

function short({ query, rounds }: Fetched): readonly string[] {
  const shortest = Math.min(...rounds.map(({ seconds }) => seconds));
  if (query.roundLabel !== undefined || shortest * 1000 >= SHORTEST_EVEN_SLICE_MS) return [];
  return [
    `Slices of ${shortest} s are shorter than the upload interval of some SDKs (60 s), so profiles spread unevenly over them. Use fewer slices or a longer window.`,
  ];
}

function moved({ query, parts: { windows } }: Fetched): readonly string[] {
  return SIDES.flatMap((side) => {
    const window = windows[side];
    if (query[side].from === window.from && query[side].until === window.until) return [];
    return [
      `Of the window of ${side}, ${windowText(window)} is compared, so that slices meet the same hours of the day.`,
    ];
  });
}

function clamped({ query, now }: Fetched): readonly string[] {
  return SIDES.filter((side) => query[side].from < now - LOOK_BACK_MS).map(
    (side) =>
      `The window of ${side} begins more than 7 days ago: unless set otherwise, servers leave out what is older, and do not say so.`,
  );
}
