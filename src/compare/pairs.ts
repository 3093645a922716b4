import type { Round } from '../profiles/profile.ts';

/** With fewer pairs a variance is a guess, and no verdict is made. */
export const MIN_PAIRS = 3;

/** Rounds sorted into pairs. */
export interface Pairing {
  /** Complete pairs only, in order. */
  readonly rounds: readonly Round[];
  readonly pairs: number;
  pairOf(round: Round): number;
  readonly warnings: readonly string[];
}

/**
 * Finds the pairs: a base and a head round with the same number. A round without its other half says
 * nothing about the difference and is left out, loudly.
 */
export function pairRounds(rounds: readonly Round[]): Pairing {
  const numbers = [...new Set(rounds.map((round) => round.round))].sort((a, b) => a - b);
  const complete: Round[] = [];
  const index = new Map<number, number>();
  const warnings: string[] = [];
  for (const number of numbers) {
    const base = rounds.filter((round) => round.round === number && round.side === 'base');
    const head = rounds.filter((round) => round.round === number && round.side === 'head');
    const [baseRound] = base;
    const [headRound] = head;
    if (base.length !== 1 || head.length !== 1 || !baseRound || !headRound) {
      warnings.push(
        `round ${number} is left out: it has ${base.length} base and ${head.length} head profiles, and a pair is one of each`,
      );
      continue;
    }
    index.set(number, index.size);
    complete.push(baseRound, headRound);
  }
  return {
    rounds: complete,
    pairs: index.size,
    pairOf: (round) => index.get(round.round) ?? -1,
    warnings,
  };
}
