import type { CostTable, RoundStacks } from './table.ts';

/** Cost of every function in one round, in the unit of the profile. */
export interface RoundCosts {
  /** Indexed by row; a function counts once per stack, however often it recurs. */
  readonly total: Float64Array;
  readonly self: Float64Array;
  /** Cost of all stacks. */
  readonly sum: number;
}

/** Total and self cost of every row in every round of the table. */
export function roundCosts(table: CostTable): RoundCosts[] {
  return table.rounds.map((round) => costsOf(round, table.rows.length));
}

function costsOf(round: RoundStacks, rows: number): RoundCosts {
  const total = new Float64Array(rows);
  const self = new Float64Array(rows);
  const seenIn = new Int32Array(rows).fill(-1);
  let sum = 0;
  const { frames, offsets, values } = round;
  for (let stack = 0; stack < values.length; stack += 1) {
    const value = values[stack] ?? 0;
    sum += value;
    const start = offsets[stack] ?? 0;
    const end = offsets[stack + 1] ?? 0;
    for (let at = start; at < end; at += 1) {
      const row = frames[at] ?? 0;
      if (at === start) self[row] = (self[row] ?? 0) + value;
      if (seenIn[row] === stack) continue;
      seenIn[row] = stack;
      total[row] = (total[row] ?? 0) + value;
    }
  }
  return { total, self, sum };
}
