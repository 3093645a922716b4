import type { Policy } from '../../config/config.ts';
import type { Evidence } from '../evidence.ts';
import type { Estimator } from '../infer/estimate.ts';
import { type Judged, judge, PROGRAM } from '../judge.ts';
import { netChange } from './net.ts';

/** A judgement after cost that only moved was netted. */
export interface Settled extends Judged {
  /** Row that the cost came from, for a rise or a doubt that netting explained. */
  readonly movedFrom: number | undefined;
}

/**
 * Judges every rise and doubt again on what remains after netting. A rise that netting brings within
 * its threshold only moved; one that stays is judged as before.
 */
export function settleMoves(
  evidence: Evidence,
  judged: readonly Judged[],
  estimator: Estimator,
  policy: Policy,
): Settled[] {
  return judged.map((one) => {
    const asIs = { ...one, movedFrom: undefined };
    if (one.row === PROGRAM || one.judgement === 'within' || one.judgement === 'fall') return asIs;
    const net = netChange(evidence, one.row, one.measure);
    if (net.from === undefined) return asIs;
    const estimate = estimator(net.series);
    // The same family of tests, so the same price per test; only the account is a larger one.
    const penalty =
      one.estimate.rise > 0 ? Math.max(1, one.adjustedP / one.estimate.rise) : judged.length;
    const adjustedP = Math.min(1, estimate.rise * penalty);
    const judgement = judge(estimate, adjustedP, one.threshold, policy.alpha);
    if (judgement === 'rise') return asIs;
    return { ...one, judgement, movedFrom: net.from };
  });
}
