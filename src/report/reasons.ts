import type { Comparison } from '../compare/comparison.ts';
import { counted, size } from './numbers.ts';

/** The verdict of a comparison in one sentence. May hold untrusted names. */
export function reasonFor(comparison: Comparison): string {
  switch (comparison.verdict) {
    case 'pass':
      return `no function rose beyond its threshold, and a larger rise is ruled out for all ${counted(comparison.tested, 'cost')} tested`;
    case 'regression':
      return regressionReason(comparison);
    case 'inconclusive':
      return inconclusiveReason(comparison);
  }
}

function regressionReason(comparison: Comparison): string {
  const failing = comparison.changes.filter((change) => change.fails);
  const culprit = failing.find((change) => change.culprit) ?? failing[0];
  const others = failing.filter((change) => change.culprit && change !== culprit).length;
  const name = culprit?.subject?.name ?? 'the whole program';
  const rise = size(culprit?.estimate.delta ?? 0);
  const more = others > 0 ? `, and so do ${counted(others, 'other function')}` : '';
  return `${name} costs ${rise} more of the base's CPU per request${more}`;
}

function inconclusiveReason(comparison: Comparison): string {
  const [widest] = comparison.doubts;
  if (widest === undefined) return 'there are too few rounds to tell change from noise';
  const name = widest.subject?.name ?? 'the whole program';
  const others = comparison.doubts.length - 1;
  const more = others > 0 ? ` and ${counted(others, 'other cost')}` : '';
  return `the data can neither show nor rule out that ${name}${more} rose beyond the threshold`;
}

/** What would decide, a sentence each. */
export function adviceFor(comparison: Comparison): string[] {
  if (comparison.verdict !== 'inconclusive') return [];
  const { pairsToDecide, pairs } = comparison;
  if (pairsToDecide === undefined) {
    return [
      `More than 200 rounds would be needed at this noise: give each round more seconds, raise the sampling rate, or measure on a quieter machine.`,
    ];
  }
  return [
    `About ${pairsToDecide} rounds of each side instead of ${pairs} would probably decide it; so would longer rounds or a higher sampling rate.`,
  ];
}
