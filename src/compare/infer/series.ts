/** One account's normalised cost on both sides, indexed by pair. */
export interface Series {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** head − base, pair by pair. */
export function differences(series: Series): number[] {
  return series.head.map((head, pair) => head - (series.base[pair] ?? 0));
}

/** The account that holds both: `series + weight × other`. */
export function plus(series: Series, other: Series, weight: number): Series {
  const add = (one: readonly number[], two: readonly number[]) =>
    one.map((value, pair) => value + weight * (two[pair] ?? 0));
  return { base: add(series.base, other.base), head: add(series.head, other.head) };
}
