import { alignShifted, compareNumbers } from './align.ts';
import type { Description } from './describe.ts';
import type { Member, Members } from './group.ts';

/**
 * Keys for functions that only generated numbers tell apart (or positions, in a file that can't be
 * followed). The numbers hold in a file that nobody changed. Else they are followed if all of them were
 * shifted alike; if they were not, which is which can't be known, and all of them are one account:
 * its cost is theirs together, and no shift of numbers is taken for a new function.
 */
export function keysByNumber(prefix: string, members: Members, isUnchanged: boolean): void {
  const lists = { base: distinct(members.base), head: distinct(members.head) };
  const areAligned =
    lists.base.length === 0 || lists.head.length === 0 || alignShifted(lists.base, lists.head);
  for (const side of ['base', 'head'] as const) {
    // Base's numbers name both sides', so that rounds left out don't rename what is left.
    const names = new Map(
      lists[side].map((numbers, rank) => [
        numbers.join('.'),
        (lists.base[rank] ?? ['new', ...numbers]).join('.'),
      ]),
    );
    for (const member of members[side]) {
      const number = numbersOf(member.description).join('.');
      if (isUnchanged) member.key = `${prefix}\0${number}`;
      else if (areAligned) member.key = `${prefix}\0${names.get(number)}`;
      else {
        member.key = prefix;
        member.name = member.description.common;
      }
    }
  }
}

function distinct(members: readonly Member[]): (readonly number[])[] {
  const byText = new Map<string, readonly number[]>();
  for (const { description } of members) {
    const numbers = numbersOf(description);
    byText.set(numbers.join('.'), numbers);
  }
  return [...byText.values()].sort(compareNumbers);
}

function numbersOf({ numbers, position }: Description): readonly number[] {
  if (numbers.length > 0) return numbers;
  return position === undefined ? [] : [position.line, position.column];
}
