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
  round.values.forEach((value, stack) => {
    sum += value;
    const frames = round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]);
    frames.forEach((row, depth) => {
      if (depth === 0) self[row] = (self[row] ?? 0) + value;
      if (seenIn[row] === stack) return;
      seenIn[row] = stack;
      total[row] = (total[row] ?? 0) + value;
    });
  });
  return { total, self, sum };
}
