/**
 * What measuring a commit against the base said of one rise.
 * - `slow`: the rise is there; `fast`: it is ruled out.
 * - `unclear`: the data can tell neither.
 * - `broken`: the commit does not build, start, or answer.
 */
export type Reading = 'slow' | 'fast' | 'unclear' | 'broken';

/** One measured commit. */
export interface Measurement {
  readonly commit: string;
  readonly reading: Reading;
  /** The function's rise since the base, as a fraction of the base's CPU; null when it was not seen. */
  readonly delta: number | null;
  /** Two-sided 95 % interval of it. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why a commit is broken, in one sentence without a full stop. Untrusted. */
  readonly reason: string | null;
}

/** What became of a search. */
export interface Bisection {
  /** The commit that brought the rise; null when several are left. */
  readonly culprit: string | null;
  /** The commits that can have brought it, oldest first; one when there is a culprit. */
  readonly suspects: readonly string[];
  /** In the order in which they were made. */
  readonly measurements: readonly Measurement[];
  /** Why more than one commit is left; null when there is a culprit. */
  readonly stopped: 'nothing left to measure' | 'enough measured' | 'out of time' | null;
  /** The part of the whole rise that came with the culprit, 1 for all of it; null when it is not known. */
  readonly part: number | null;
}

/** A search for the commit that brought a rise. */
export interface Search {
  /** Oldest first; the base, which does not have the rise, is not among them, the last one has it. */
  readonly commits: readonly string[];
  /** The last one's rise, as a fraction of the base's CPU. */
  readonly delta: number;
  /** `out of time` ends the search, and costs nothing that is known by then. */
  readonly measure: (commit: string) => Promise<Measurement | 'out of time'>;
  /** Most measurements that are made. */
  readonly most: number;
}

/** Halving takes this many measurements of so many commits; two more are there for those that say nothing. */
export function measurementsFor(commits: number): number {
  return Math.ceil(Math.log2(Math.max(1, commits))) + 2;
}

/**
 * Finds the commit that brought a rise by halving what lies between one that does not have it and one that has. A
 * commit that says nothing is left aside and its neighbours are asked; if none of them can be told apart, all
 * that is left are suspects.
 */
export async function bisect({ commits, delta, measure, most }: Search): Promise<Bisection> {
  const measurements: Measurement[] = [];
  const mute = new Set<number>();
  let fast = -1;
  let slow = commits.length - 1;
  let isLate = false;
  for (;;) {
    const next = measurements.length < most ? middle(fast, slow, mute) : undefined;
    const commit = next === undefined ? undefined : commits[next];
    if (next === undefined || commit === undefined) break;
    const measurement = await measure(commit);
    isLate = measurement === 'out of time';
    if (measurement === 'out of time') break;
    measurements.push(measurement);
    if (measurement.reading === 'slow') slow = next;
    else if (measurement.reading === 'fast') fast = next;
    else mute.add(next);
  }
  const suspects = commits.slice(fast + 1, slow + 1);
  const culprit = suspects.length === 1 ? (suspects[0] ?? null) : null;
  const isLeft = middle(fast, slow, mute) !== undefined;
  const unfinished = isLate ? 'out of time' : 'enough measured';
  return {
    culprit,
    suspects,
    measurements,
    stopped: culprit === null ? (isLeft ? unfinished : 'nothing left to measure') : null,
    part: culprit === null ? null : partOf(measurements, commits[fast], culprit, delta),
  };
}

/** The commit closest to the middle that can still be asked; undefined when there is none. */
function middle(fast: number, slow: number, mute: ReadonlySet<number>): number | undefined {
  const centre = (fast + slow) / 2;
  let best: number | undefined;
  for (let at = fast + 1; at < slow; at += 1) {
    if (mute.has(at)) continue;
    if (best === undefined || Math.abs(at - centre) < Math.abs(best - centre)) best = at;
  }
  return best;
}

/** How much of the rise lies between a commit and the one before it, which were both measured or are the ends. */
function partOf(
  measurements: readonly Measurement[],
  before: string | undefined,
  culprit: string,
  delta: number,
): number | null {
  const deltaOf = (commit: string) => measurements.find((one) => one.commit === commit)?.delta;
  const start = before === undefined ? 0 : (deltaOf(before) ?? null);
  const found = deltaOf(culprit);
  const end = found === undefined ? delta : found;
  return start === null || end === null || !(delta > 0) ? null : (end - start) / delta;
}
