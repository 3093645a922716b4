import type { RoundEnvironment } from '../../profiles/environment.ts';
import type { Round } from '../../profiles/profile.ts';
import { pairRounds } from '../pairs.ts';
import { type Sampling, samplingOf } from './sampling.ts';

/** What is known about how a round was measured. */
export interface Observed {
  /** Empty when nobody looked. */
  readonly environment: RoundEnvironment;
  readonly sampling: Sampling;
}

/** A base and a head round that are compared with each other. */
export interface Pair {
  readonly base: Observed;
  readonly head: Observed;
}

/** The complete pairs; a round without its other half is told about elsewhere. */
export function observePairs(rounds: readonly Round[]): readonly Pair[] {
  const pairing = pairRounds(rounds);
  return Array.from({ length: pairing.pairs }, (_, index) => {
    const own = pairing.rounds.filter((round) => pairing.pairOf(round) === index);
    const base = own.find(({ side }) => side === 'base');
    const head = own.find(({ side }) => side === 'head');
    return base && head ? [{ base: observe(base), head: observe(head) }] : [];
  }).flat();
}

function observe(round: Round): Observed {
  return { environment: round.environment ?? {}, sampling: samplingOf(round) };
}
