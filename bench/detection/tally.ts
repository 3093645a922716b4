import type { CorpusCase } from '../corpus/manifest.ts';
import { type Call, WHOLE_PROGRAM } from './gate.ts';
import type { Trial } from './trial.ts';

/** What a method made of the gates of a trial: numbers of gates. */
export interface Tally {
  readonly gates: number;
  /** Pairs that it took, in all gates. */
  readonly pairs: number;
  /** Gates with a verdict, or with a finding of a kind (`told improvement`). */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Failed, and a culprit or a caller of one is among the alarms. */
  readonly hits: number;
  /** Hits that blame a culprit. */
  readonly named: number;
  /** Hits that blame a culprit and nothing that has nothing to do with it. */
  readonly right: number;
  /** Gates that blame each function. */
  readonly blamed: ReadonlyMap<string, number>;
}

export const EMPTY: Tally = {
  gates: 0,
  pairs: 0,
  outcomes: new Map(),
  hits: 0,
  named: 0,
  right: 0,
  blamed: new Map(),
};

export function tallyOf({ truth, relatives }: Trial, call: Call): Tally {
  const culprits = culpritsOf(truth);
  const related = new Set([
    ...[...culprits, ...truth.callers, WHOLE_PROGRAM],
    ...[...relatives.callers, ...relatives.callees],
  ]);
  const planted = truth.expected === 'regression' && call.verdict === 'regression';
  const hit = planted && call.alarms.some((name) => related.has(name));
  const named = hit && call.culprits.some((name) => culprits.has(name));
  const right = named && call.culprits.every((name) => related.has(name));
  return {
    gates: 1,
    pairs: call.pairs,
    outcomes: countOnce([call.verdict, ...call.told.map((kind) => `told ${kind}`)]),
    hits: Number(hit),
    named: Number(named),
    right: Number(right),
    blamed: countOnce(call.culprits),
  };
}

/** Where every function that got slower is a culprit and none is merely its caller, the whole program is one too. */
function culpritsOf({ culprits, callers }: CorpusCase): ReadonlySet<string> {
  return new Set(callers.length === 0 ? [...culprits, WHOLE_PROGRAM] : culprits);
}

export function sumOf(one: Tally, other: Tally): Tally {
  return {
    gates: one.gates + other.gates,
    pairs: one.pairs + other.pairs,
    outcomes: addCounts(one.outcomes, other.outcomes),
    hits: one.hits + other.hits,
    named: one.named + other.named,
    right: one.right + other.right,
    blamed: addCounts(one.blamed, other.blamed),
  };
}

function countOnce(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, 1]));
}

function addCounts(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Map(one);
  for (const [name, count] of other) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
