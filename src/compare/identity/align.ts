/**
 * Whether two sorted lists of numbers are one that was shifted as a whole: as many on both sides, and
 * every one by the same amount, so that the first is the first, and so on. If they are not, which is
 * which can't be known.
 *
 * Numbers are lists themselves, compared from the left (`func2.1` is 2, 1).
 */
export function alignShifted(
  base: readonly (readonly number[])[],
  head: readonly (readonly number[])[],
): boolean {
  if (base.length !== head.length) return false;
  const first = difference(base[0] ?? [], head[0] ?? []);
  return base.every((numbers, rank) => {
    const other = head[rank] ?? [];
    return (
      numbers.length === other.length &&
      difference(numbers, other).every((shift, at) => shift === first[at])
    );
  });
}

function difference(one: readonly number[], other: readonly number[]): number[] {
  return one.map((number, at) => (other[at] ?? 0) - number);
}

/** The order of lists of numbers. */
export function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
