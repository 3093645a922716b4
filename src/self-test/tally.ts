import { median } from 'simple-statistics';
import type { Decision } from '../compare/sequence/decide.ts';
import { adviceFor } from '../report/reasons.ts';
import { type Proportion, proportionOf } from './proportion.ts';

/** Functions that are named at most. */
const MAX_NAMED = 5;

/** What became of many gates on unchanged code. */
export interface Tally {
  readonly gates: number;
  /** Gates that ended in a regression: each is a false alarm. */
  readonly alarms: Proportion & { readonly gates: number };
  /** Gates that suspected something first and were right to have it confirmed. */
  readonly refuted: number;
  readonly pass: number;
  readonly inconclusive: number;
  /** Pairs that half of the gates needed at most. */
  readonly medianPairs: number;
  /** The middle one of the gates'; a fraction of the base's CPU per request, null when none knew. */
  readonly minimumDetectableChange: number | null;
  /** The culprits of false alarms, the most frequent first. Untrusted. */
  readonly named: readonly { readonly function: string; readonly gates: number }[];
  /** What would let more gates pass; empty when most do. */
  readonly advice: readonly string[];
}

/** Counts the outcomes of gates on unchanged code, at least one. */
export function tallyGates(decisions: readonly Decision[]): Tally {
  const verdicts = decisions.map(({ comparison }) => comparison.verdict);
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  const alarms = count('regression');
  const detectable = decisions.flatMap(({ comparison }) => comparison.minimumDetectable ?? []);
  return {
    gates: decisions.length,
    alarms: { gates: alarms, ...proportionOf(alarms, decisions.length) },
    refuted: decisions.filter(({ confirmation }) => confirmation?.outcome === 'refuted').length,
    pass: count('pass'),
    inconclusive: count('inconclusive'),
    medianPairs: median(decisions.map(({ comparison }) => comparison.pairs)),
    minimumDetectableChange: detectable.length === 0 ? null : median(detectable),
    named: namedIn(decisions),
    advice: count('inconclusive') * 2 > decisions.length ? typicalAdvice(decisions) : [],
  };
}

function namedIn(decisions: readonly Decision[]): Tally['named'] {
  const gates = new Map<string, number>();
  for (const { comparison } of decisions) {
    for (const change of comparison.changes) {
      if (!change.fails || !change.culprit) continue;
      const name = change.subject?.name ?? '(whole program)';
      gates.set(name, (gates.get(name) ?? 0) + 1);
    }
  }
  return [...gates]
    .map(([name, times]) => ({ function: name, gates: times }))
    .sort((a, b) => b.gates - a.gates || (a.function < b.function ? -1 : 1))
    .slice(0, MAX_NAMED);
}

/** The advice that the middle one of the inconclusive gates got, by the rounds that it asked for. */
function typicalAdvice(decisions: readonly Decision[]): string[] {
  const asked = ({ comparison }: Decision) => comparison.pairsToDecide ?? Number.POSITIVE_INFINITY;
  const undecided = decisions
    .filter(({ comparison }) => comparison.verdict === 'inconclusive')
    .sort((a, b) => (asked(a) < asked(b) ? -1 : 1));
  const typical = undecided[undecided.length >> 1];
  return typical === undefined ? [] : adviceFor(typical.comparison, undefined);
}
