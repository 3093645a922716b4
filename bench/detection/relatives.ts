import type { CostTable, FunctionRow } from '../../src/compare/table.ts';

/** Functions whose cost changes with that of the culprits, by name. */
export interface Relatives {
  /** Above the culprits in much of what these cost: their totals rise too. */
  readonly callers: ReadonlySet<string>;
  /** Mostly below them: what they cost is the culprits' doing. */
  readonly callees: ReadonlySet<string>;
}

/** A caller is above a tenth of the culprits' cost, or their rise does not show in its own. */
const CALLER_PART = 0.1;

/** A callee has half of its cost below the culprits, or others have more of a say in it. */
const CALLEE_PART = 0.5;

/** Stacks in terms of named functions. */
interface NamedStacks extends Pick<CostTable, 'rounds'> {
  readonly rows: readonly Pick<FunctionRow, 'name'>[];
}

/** Looks at the head rounds, so that functions that are new have relatives too. */
export function relativesOf({ rows, rounds }: NamedStacks, culprits: readonly string[]): Relatives {
  const guilty = new Set(rows.flatMap(({ name }, row) => (culprits.includes(name) ? [row] : [])));
  const above = new Map<string, number>();
  const below = new Map<string, number>();
  const everywhere = new Map<string, number>();
  let culpritCost = 0;
  /** A function counts once per stack, however often it recurs. */
  const add = (sums: Map<string, number>, frames: Int32Array | Uint16Array, value: number) => {
    const names = new Set([...frames].map((row) => rows[row]?.name ?? ''));
    for (const name of names) sums.set(name, (sums.get(name) ?? 0) + value);
  };
  for (const { frames, offsets, values } of rounds.filter(({ side }) => side === 'head')) {
    if (guilty.size === 0) break;
    values.forEach((value, stack) => {
      const path = frames.subarray(offsets[stack], offsets[stack + 1]);
      const first = path.findIndex((row) => guilty.has(row));
      add(everywhere, path, value);
      if (first < 0) return;
      culpritCost += value;
      add(above, path.subarray(path.findLastIndex((row) => guilty.has(row)) + 1), value);
      add(below, path.subarray(0, first), value);
    });
  }
  return {
    callers: namesWith(above, (value) => value >= CALLER_PART * culpritCost),
    callees: namesWith(below, (value, name) => value >= CALLEE_PART * (everywhere.get(name) ?? 0)),
  };
}

function namesWith(
  sums: ReadonlyMap<string, number>,
  enough: (value: number, name: string) => boolean,
): ReadonlySet<string> {
  return new Set([...sums].flatMap(([name, value]) => (enough(value, name) ? [name] : [])));
}
