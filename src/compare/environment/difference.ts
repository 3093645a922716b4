import { mean, median, sampleVariance } from 'simple-statistics';
import type { Aspect } from '../../config/aspects.ts';
import { studentQuantile } from '../infer/student.ts';
import type { Observed, Pair } from './observed.ts';

/** Something that is not the same on both sides, though it should be. */
export interface Difference {
  readonly aspect: Aspect;
  /** `the CPU`, `the runtime`. */
  readonly what: string;
  /** What it is on each side; untrusted text. */
  readonly base: string;
  readonly head: string;
  /** `systematic`: it biases the comparison. `occasional`: few pairs have it, which only adds noise. */
  readonly extent: 'systematic' | 'occasional';
  /** Pairs that differ, of those for which it is known. */
  readonly pairs: number;
  readonly of: number;
}

/** A fact about a round that has to be the same in both rounds of a pair. */
export interface Fact<Value> {
  readonly aspect: Aspect;
  readonly what: string;
  readonly of: (observed: Observed) => Value | undefined;
  readonly same: (base: Value, head: Value) => boolean;
  readonly show: (value: Value) => string;
}

/**
 * A difference in more than this part of the pairs is a bias. In fewer it mostly widens the intervals:
 * what is added to a quarter of 12 differences is 2 of its own standard errors, not certain at any
 * family-wise level.
 */
const OCCASIONAL = 1 / 4;

/** Compares a fact pair by pair, so that pairs from several machines are fair. */
export function differenceIn<Value>(
  { aspect, what, of, same, show }: Fact<Value>,
  pairs: readonly Pair[],
): Difference | undefined {
  const known = knownOf(pairs, of);
  const different = known.filter(({ base, head }) => !same(base, head));
  if (different.length === 0) return undefined;
  return {
    aspect,
    what,
    base: mostCommon(different.map(({ base }) => show(base))),
    head: mostCommon(different.map(({ head }) => show(head))),
    extent: different.length > OCCASIONAL * known.length ? 'systematic' : 'occasional',
    pairs: different.length,
    of: known.length,
  };
}

/** Something measured in each round, which noise moves; the sides may differ by `tolerance`. */
export interface Measurement {
  readonly aspect: Aspect;
  readonly what: string;
  readonly of: (observed: Observed) => number | undefined;
  readonly tolerance: number;
  readonly show: (value: number) => string;
}

/** Probability that the differences of equal sides look as if they passed half of a tolerance. */
const ERROR = 0.002;

/**
 * Three pairs can agree by chance, so their scatter counts together with that of so many imagined ones,
 * half of the tolerance.
 */
const PRIOR_FREEDOM = 4;

/**
 * Do the sides differ for certain? The median of the pairs' differences must be beyond the tolerance, and
 * their scatter must rule out (one-sided paired t-test) that they differ by less than half of it. Noise
 * that moves single rounds, however far, is no difference of the sides.
 */
export function systematicDifference(
  { aspect, what, of, tolerance, show }: Measurement,
  pairs: readonly Pair[],
): Difference | undefined {
  const known = knownOf(pairs, of);
  const differences = known.map(({ base, head }) => head - base);
  if (differences.length < 2) return undefined;
  const middle = median(differences);
  if (Math.abs(middle) <= tolerance) return undefined;
  const sides = differences.map((difference) => difference * Math.sign(middle));
  const reach = reachOf(sides, tolerance / 2);
  if (mean(sides) - reach <= tolerance / 2) return undefined;
  return {
    aspect,
    what,
    base: show(median(known.map(({ base }) => base))),
    head: show(median(known.map(({ head }) => head))),
    extent: 'systematic',
    pairs: sides.filter((difference) => difference > tolerance / 2).length,
    of: sides.length,
  };
}

/** How far below its estimate the mean of the differences may lie. */
function reachOf(differences: readonly number[], priorScatter: number): number {
  const freedom = differences.length - 1;
  const all = freedom + PRIOR_FREEDOM;
  const scatter = Math.sqrt(
    (freedom * sampleVariance([...differences]) + PRIOR_FREEDOM * priorScatter ** 2) / all,
  );
  return studentQuantile(ERROR, all) * (scatter / Math.sqrt(differences.length));
}

function knownOf<Value>(
  pairs: readonly Pair[],
  of: (observed: Observed) => Value | undefined,
): readonly { readonly base: Value; readonly head: Value }[] {
  return pairs.flatMap((pair) => {
    const [base, head] = [of(pair.base), of(pair.head)];
    return base === undefined || head === undefined ? [] : [{ base, head }];
  });
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? '';
}
