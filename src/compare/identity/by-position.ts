import type { Side } from '../../profiles/profile.ts';
import { alignShifted, compareNumbers } from './align.ts';
import type { Description } from './describe.ts';
import type { Follow } from './follow.ts';
import type { Member, Members } from './group.ts';
import { matchStrays } from './strays.ts';

/** The functions that are defined at one place, as base counts lines. */
export interface Spot {
  readonly key: string;
  readonly members: Record<Side, Member[]>;
}

/** Keys for functions that are told apart by where they are defined, followed from head to base. */
export function keysByPosition(prefix: string, members: Members, follow: Follow): void {
  const spots = new Map<string, Spot>();
  const at = (key: string): Spot => {
    const spot = spots.get(key) ?? { key: `${prefix}\0${key}`, members: { base: [], head: [] } };
    spots.set(key, spot);
    return spot;
  };
  for (const member of members.base) at(placeOf(member.description)).members.base.push(member);
  const strays = new Set<Spot>();
  for (const member of members.head) {
    const origin = follow(member.description.position?.line ?? 0);
    const place = placeOf(member.description, origin);
    const spot = at(origin === undefined ? `+${place}` : place);
    spot.members.head.push(member);
    if (origin === undefined) strays.add(spot);
  }
  const left = [...spots.values()].filter((spot) => spot.members.head.length === 0);
  const found = matchStrays(left, [...strays], follow);
  for (const spot of spots.values()) assignSpot(spot, found.get(spot));
}

function placeOf({ position }: Description, line = position?.line ?? 0): string {
  return `${line}:${position?.column ?? 0}`;
}

/**
 * Several numbered functions can share a line; their order tells them apart as long as they are as many.
 *
 * @param twin base's spot of the same function, which has none of head's members
 */
function assignSpot({ key: own, members }: Spot, twin: Spot | undefined): void {
  const key = twin?.key ?? own;
  const lists = {
    base: distinct((twin ?? { members }).members.base),
    head: distinct(members.head),
  };
  const areAligned =
    lists.base.length === 0 || lists.head.length === 0 || alignShifted(lists.base, lists.head);
  for (const side of ['base', 'head'] as const) {
    const ranks = new Map(lists[side].map((numbers, rank) => [numbers.join('.'), rank]));
    for (const member of members[side]) {
      const { common, numbers } = member.description;
      const rank = ranks.get(numbers.join('.')) ?? 0;
      member.key = areAligned && rank > 0 ? `${key}#${rank}` : key;
      if (!areAligned) member.name = common;
    }
  }
}

function distinct(members: readonly Member[]): (readonly number[])[] {
  const byText = new Map<string, readonly number[]>();
  for (const { description } of members)
    byText.set(description.numbers.join('.'), description.numbers);
  return [...byText.values()].sort(compareNumbers);
}
