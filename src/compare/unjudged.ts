import type { Comparison } from './comparison.ts';
import { describeDifferences } from './differences.ts';
import type { Evidence } from './evidence.ts';
import { meanOf } from './infer/series.ts';
import { costPerRequest, estimationWarning } from './normalise.ts';
import { MIN_PAIRS, type Pairing } from './pairs.ts';
import { truncationWarning } from './truncation.ts';

/**
 * The comparison of too few pairs for a verdict: what differs is told, and nothing is judged.
 * @param evidence undefined when there is no pair at all
 */
export function unjudged(pairing: Pairing, evidence: Evidence | undefined): Comparison {
  return {
    verdict: 'inconclusive',
    pairs: evidence?.pairs ?? 0,
    changes: [],
    doubts: [],
    differences: evidence === undefined ? [] : describeDifferences(evidence),
    tested: [],
    functions: evidence?.table.rows.length ?? 0,
    ruled: 0,
    minimumDetectable: null,
    normalisation: evidence?.normalisation.kind ?? 'counted',
    slowdown: evidence?.normalisation.slowdown,
    costPerRequest:
      evidence && costPerRequest(evidence.normalisation, meanOf(evidence.program(), 'head')),
    program: undefined,
    pairsToDecide: MIN_PAIRS,
    warnings: [...pairing.warnings, ...warningsOf(evidence)],
  };
}

function warningsOf(evidence: Evidence | undefined): string[] {
  const pairs = evidence?.pairs ?? 0;
  const found = pairs === 1 ? 'is 1 complete pair' : `are ${pairs} complete pairs`;
  const few = `there ${found} of rounds, and at least ${MIN_PAIRS} are needed to tell change from noise`;
  if (evidence === undefined) return [few];
  const truncation = truncationWarning(evidence.table);
  return [
    few,
    ...(truncation === undefined ? [] : [truncation]),
    ...estimationWarning(evidence.normalisation),
  ];
}
