/** What is said of a name that is not known. */
export function unknownName(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === undefined
    ? `is not known; there is: ${known.join(', ')}`
    : `is not known; did you mean “${meant}”?`;
}

/**
 * The name that was probably meant: the one that takes the fewest changes of a letter to get to, as long as most
 * letters stay. Undefined when none is near.
 */
function nearest(written: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3));
  let best: { readonly name: string; readonly changes: number } | undefined;
  for (const name of known) {
    const changes = changesBetween(written.toLowerCase(), name.toLowerCase());
    if (changes <= most && (best === undefined || changes < best.changes)) best = { name, changes };
  }
  return best?.name;
}

/** Letters to insert, delete or replace, or neighbours to swap (Damerau and Levenshtein). */
function changesBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
