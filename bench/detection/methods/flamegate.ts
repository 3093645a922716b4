import { type ComparisonInput, compareRounds } from '../../../src/compare/compare.ts';
import type { Change, Comparison } from '../../../src/compare/comparison.ts';
import type { Policy } from '../../../src/config/config.ts';
import { type Call, type Method, WHOLE_PROGRAM } from '../gate.ts';
import { type RecordedPair, roundsOf } from '../rounds.ts';
import type { Trial } from '../trial.ts';

/** The defaults of the options. */
export const POLICY: Policy = { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 };

/** The product's own verdict, from as many pairs as the budget has. */
export const flamegate: Method = {
  judge: ({ trial, pairs, budget }) =>
    callOf(compareRounds(comparisonInput(trial, pairs.slice(0, budget)))),
  cycles: (budget) => budget,
};

/** The pairs as the product takes them. */
export function comparisonInput(trial: Trial, pairs: readonly RecordedPair[]): ComparisonInput {
  const { base, head } = trial.contexts;
  return {
    rounds: roundsOf(pairs),
    policy: POLICY,
    roots: { base: base.roots, head: head.roots },
    lineMap: head.lineMap,
  };
}

/** What a comparison says, by name. */
export function callOf({ verdict, changes, pairs }: Comparison): Call {
  const failing = changes.filter(({ fails }) => fails);
  return {
    verdict,
    alarms: failing.map(nameOf),
    culprits: failing.filter(({ culprit }) => culprit).map(nameOf),
    told: [...new Set(changes.map(({ kind }) => kind))],
    pairs,
  };
}

function nameOf({ subject }: Change): string {
  return subject?.name ?? WHOLE_PROGRAM;
}
