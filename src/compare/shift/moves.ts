import type { Evidence } from '../evidence.ts';
import type { Judged, Judgements } from '../judge.ts';
import { PROGRAM } from '../tested.ts';
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
export function settleMoves(evidence: Evidence, { judged, rejudge }: Judgements): Settled[] {
  return judged.map((one) => {
    const asIs = { ...one, movedFrom: undefined };
    if (one.row === PROGRAM || one.judgement === 'within' || one.judgement === 'fall') return asIs;
    const net = netChange(evidence, one.row, one.measure);
    if (net.from === undefined) return asIs;
    const { judgement } = rejudge(one, net.series);
    return judgement === 'rise' ? asIs : { ...one, judgement, movedFrom: net.from };
  });
}
