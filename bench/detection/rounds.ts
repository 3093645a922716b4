import type { Round, Side } from '../../src/profiles/profile.ts';
import type { RecordedRound } from './corpus.ts';

/** Rounds of base and head that ran within a minute or so. */
export interface RecordedPair {
  readonly base: RecordedRound;
  readonly head: RecordedRound;
}

/** The pairs as the product takes them: base and head in turns, numbered anew. */
export function roundsOf(pairs: readonly RecordedPair[]): Round[] {
  return pairs.flatMap(({ base, head }, index) => [
    toRound(base, 'base', index),
    toRound(head, 'head', index),
  ]);
}

function toRound(recorded: RecordedRound, side: Side, round: number): Round {
  const { profile, requests, failed, seconds } = recorded;
  return { side, round, profile, requests, failed, seconds };
}
