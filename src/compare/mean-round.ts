import type { Side } from '../profiles/profile.ts';
import { type StackColumns, stackTableFor } from '../profiles/stack-table.ts';
import type { CostTable } from './table.ts';

/** What counts of a round: its cost times this. */
export type RoundWeight = (round: number) => number;

/**
 * All rounds of a side as one: every distinct stack with the sum of its costs, each round's times its weight.
 * What only asks for sums over rounds reads this, a fraction of the rounds themselves.
 */
export function meanRound(
  { rows, rounds }: CostTable,
  side: Side,
  weightOf: RoundWeight,
): StackColumns {
  const stacks = stackTableFor(rows.length);
  rounds.forEach((round, index) => {
    if (round.side !== side) return;
    const weight = weightOf(index);
    const { frames, offsets, values } = round;
    for (let stack = 0; stack < values.length; stack += 1) {
      const end = offsets[stack + 1] ?? 0;
      for (let at = offsets[stack] ?? 0; at < end; at += 1) stacks.frame(frames[at] ?? 0);
      stacks.close(weight * (values[stack] ?? 0));
    }
  });
  return stacks.columns();
}
