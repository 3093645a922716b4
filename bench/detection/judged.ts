import { wholeLevels } from '../../src/compare/compare.ts';
import { type Evidence, gatherEvidence } from '../../src/compare/evidence.ts';
import { type Judged, judgeAll } from '../../src/compare/judge.ts';
import { limitsOf } from '../../src/compare/limits.ts';
import { pairRounds } from '../../src/compare/pairs.ts';
import { type IdentityContexts, tabulate } from '../../src/compare/table.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { POLICY } from './methods/flamegate.ts';

/** What the product's statistics say before anything is made of it. */
export interface JudgedRounds {
  readonly evidence: Evidence;
  /** Every account that was tested. */
  readonly judged: readonly Judged[];
}

/** For rounds in which no function has another name on head; at least 3 pairs. */
export function judgeRounds(rounds: readonly Round[], contexts: IdentityContexts): JudgedRounds {
  const pairing = pairRounds(rounds);
  const table = tabulate(pairing.rounds, pairing.pairOf, contexts);
  const evidence = gatherEvidence(table, pairing.rounds, pairing.pairs);
  const { judged } = judgeAll(evidence, limitsOf(POLICY, evidence.table.rows), wholeLevels(POLICY));
  return { evidence, judged };
}
