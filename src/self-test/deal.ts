import type { Round, Side } from '../profiles/profile.ts';
import type { Random } from './random.ts';

/** A base and a head round that ran next to each other. */
export type Pair = Readonly<Record<Side, Round>>;

/** The complete pairs of some rounds, by their numbers. */
export function pairsOf(rounds: readonly Round[]): Pair[] {
  const heads = new Map(
    rounds.filter(({ side }) => side === 'head').map((round) => [round.round, round]),
  );
  return rounds
    .filter(({ side }) => side === 'base')
    .sort((a, b) => a.round - b.round)
    .flatMap((base) => {
      const head = heads.get(base.round);
      return head === undefined ? [] : [{ base, head }];
    });
}

/** Hands out one pair after the other as the two rounds of a new pair with that number. */
export type Dealer = (number: number) => readonly [Round, Round];

/**
 * Deals pairs of the same commit as a shuffled deck, so that none comes twice before all have come. Which
 * round of a pair plays the head is drawn anew each time: where both sides are the same, it is chance.
 * @param pairs at least one
 */
export function dealer(pairs: readonly Pair[], random: Random): Dealer {
  let deck: Pair[] = [];
  return (number) => {
    if (deck.length === 0) deck = shuffled(pairs, random);
    const pair = deck.pop();
    if (pair === undefined) throw new Error('there are no pairs to deal');
    const [base, head] = random() < 0.5 ? [pair.base, pair.head] : [pair.head, pair.base];
    return [
      { ...base, side: 'base', round: number },
      { ...head, side: 'head', round: number },
    ];
  };
}

/** Fisher and Yates's shuffle of a copy. */
function shuffled(pairs: readonly Pair[], random: Random): Pair[] {
  const left = [...pairs];
  return pairs.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
