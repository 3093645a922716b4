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
  const own = rounds.flatMap((round, index) => (round.side === side ? [{ round, index }] : []));
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return weighted(only.round, weightOf(only.index));
  const stacks = stackTableFor(rows.length);
  for (const { round, index } of own) {
    const weight = weightOf(index);
    const { frames, offsets, values } = round;
    for (let stack = 0; stack < values.length; stack += 1) {
      const end = offsets[stack + 1] ?? 0;
      for (let at = offsets[stack] ?? 0; at < end; at += 1) stacks.frame(frames[at] ?? 0);
      stacks.close(weight * (values[stack] ?? 0));
    }
  }
  return stacks.columns();
}

/** Without a copy of its frames, of which there may be millions. */
function weighted({ frames, offsets, values }: StackColumns, weight: number): StackColumns {
  return { frames, offsets, values: values.map((value) => weight * value) };
}
