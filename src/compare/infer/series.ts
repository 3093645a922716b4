/** One account's normalised cost on both sides, indexed by pair. */
export interface Series {
  readonly base: readonly number[];
  readonly head: readonly number[];
  /** How much each pair counts; their mean is 1. */
  readonly weights: readonly number[];
}

/** Mean cost on a side, each pair as much as it counts. */
export function meanOf(series: Series, side: 'base' | 'head'): number {
  return weightedMean(series[side], series.weights);
}

/** Mean change from base to head. */
export function changeOf(series: Series): number {
  return meanOf(series, 'head') - meanOf(series, 'base');
}

/** head − base, pair by pair. */
export function differences(series: Series): number[] {
  return series.head.map((head, pair) => head - (series.base[pair] ?? 0));
}

/** The account that holds both: `series + weight × other`. */
export function plus(series: Series, other: Series, weight: number): Series {
  const add = (one: readonly number[], two: readonly number[]) =>
    one.map((value, pair) => value + weight * (two[pair] ?? 0));
  return {
    base: add(series.base, other.base),
    head: add(series.head, other.head),
    weights: series.weights,
  };
}

/** 0 when nothing has any weight. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let all = 0;
  values.forEach((value, index) => {
    const weight = weights[index] ?? 0;
    sum += weight * value;
    all += weight;
  });
  return all > 0 ? sum / all : 0;
}
