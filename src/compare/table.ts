import type { Round, Side } from '../profiles/profile.ts';
import type { StackColumns } from '../profiles/stack-table.ts';
import { type Account, accountOf, isGated } from './accounts.ts';
import { guessRoots } from './identity/guess-roots.ts';
import { type Identity, type IdentityContext, IdentityRegister } from './identity/identity.ts';
import {
  allRows,
  type Frames,
  framesOf,
  type MapStacks,
  mapStacks,
  rewriteStacks,
} from './stacks.ts';

/** One function over all rounds, by its identity; or an account that is no function. */
export interface FunctionRow {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  /** Line of the definition on head where the function exists there, else on base; 0 when unknown. */
  readonly line: number;
  readonly account: Account;
  /** False for costs that no change of code can be blamed for. */
  readonly gated: boolean;
  /** The runtime's, a dependency's or native code, which a change of the service does not edit. */
  readonly foreign: boolean;
}

/** A round's stacks, their frames replaced by rows of the table; leaf first, no two alike. */
export interface RoundStacks extends StackColumns {
  readonly side: Side;
  /** Index of the pair. */
  readonly pair: number;
}

/** What every function cost in every round. */
export interface CostTable {
  readonly rows: readonly FunctionRow[];
  readonly rounds: readonly RoundStacks[];
  /** Part of each side's cost that a server cut off, 0 to 1. Which functions it was is lost. */
  readonly truncated: Readonly<Record<Side, number>>;
}

/** Where each side's code came from. */
export type IdentityContexts = Readonly<Record<Side, IdentityContext>>;

/**
 * Gives every function its identity, and every round its stacks in terms of these: stacks of the profiler itself and
 * of idle time are left out, and stacks that are the same by now are merged.
 * @param map whether rounds are read or used up
 */
export function tabulate(
  rounds: readonly Round[],
  pairOf: (round: Round) => number,
  contexts: IdentityContexts,
  map: MapStacks = mapStacks,
): CostTable {
  const { rows, framesOfRound } = identify(rounds, contexts);
  const tabulated = rounds.map((round, index): RoundStacks => {
    const frames = framesOfRound[index] ?? NO_FRAMES;
    return { side: round.side, pair: pairOf(round), ...map(round.profile, frames) };
  });
  return { rows, rounds: tabulated, truncated: truncatedShares(rows, tabulated) };
}

const NO_FRAMES: Frames = { rows: new Int32Array(), meanings: new Uint8Array(), count: 0 };

/** Rows of all functions, and what each round's functions mean. What else was worked out for them is not kept. */
function identify(rounds: readonly Round[], contexts: IdentityContexts) {
  const register = new IdentityRegister(withRoots(contexts, rounds));
  const numbers = rounds.map(({ side, profile }) => register.add(side, profile.functions));
  const identities = register.resolve();
  const { rows, rowOf } = rowsOf(identities);
  const table = { rowOf, count: rows.length };
  const framesOfRound = numbers.map((own) => framesOf(own, identities, table));
  return { rows, framesOfRound };
}

/**
 * The table with functions that are the same one under another name as one row: head's key → base's key. The given
 * table is used up.
 */
export function renamed(table: CostTable, aliases: ReadonlyMap<string, string>): CostTable {
  const places = new Map<string, number>();
  const rows: FunctionRow[] = [];
  const rowOf = Int32Array.from(table.rows, (row) => {
    const alias = aliases.get(row.key);
    const key = alias ?? row.key;
    const place = places.get(key) ?? rows.length;
    places.set(key, place);
    // Head's name and line are shown, as everywhere.
    if (alias !== undefined || rows[place] === undefined) rows[place] = { ...row, key };
    return place;
  });
  const frames = allRows(rowOf, rows.length);
  const rounds = table.rounds.map((round) => ({ ...round, ...rewriteStacks(round, frames) }));
  return { ...table, rows, rounds };
}

/** Rounds that don't say where their sources lay were recorded by others, maybe in two folders. */
function withRoots(contexts: IdentityContexts, rounds: readonly Round[]): IdentityContexts {
  const { base, head } = contexts;
  if (base.roots.length > 0 || head.roots.length > 0) return contexts;
  const files = { base: new Set<string>(), head: new Set<string>() };
  for (const { side, profile } of rounds) {
    for (const { file } of profile.functions) files[side].add(file);
  }
  const roots = guessRoots(files);
  if (roots === undefined) return contexts;
  return { base: { ...base, roots: [roots.base] }, head: { ...head, roots: [roots.head] } };
}

interface Rows {
  readonly rows: readonly FunctionRow[];
  /** Row of each identity; −1 for none. */
  readonly rowOf: Int32Array;
}

function rowsOf(identities: readonly Identity[]): Rows {
  const byKey = new Map<string, number>();
  const shown: Identity[] = [];
  const rowOf = Int32Array.from(identities, (identity) => {
    if (accountOf(identity.role) === undefined) return -1;
    const { key } = identity;
    const row = byKey.get(key) ?? shown.length;
    byKey.set(key, row);
    const known = shown[row];
    shown[row] = known === undefined ? identity : preferred(known, identity);
    return row;
  });
  const rows = [...byKey].flatMap(([key, row]): FunctionRow[] => {
    const identity = shown[row];
    const account = identity && accountOf(identity.role);
    if (identity === undefined || account === undefined) return [];
    const { name, file, line, foreign } = identity;
    return [{ key, name, file, line, account, gated: isGated(account), foreign }];
  });
  return { rows, rowOf };
}

/**
 * Which of two identities a row shows. Head's name and line are the ones that a reader of the change
 * can open; beyond that only the choice must not depend on which round came first.
 */
function preferred(one: Identity, other: Identity): Identity {
  if (one.side !== other.side) return one.side === 'head' ? one : other;
  const [first, second] = one.name <= other.name ? [one, other] : [other, one];
  const line = first.line > 0 && (second.line === 0 || first.line <= second.line);
  return line ? first : { ...first, line: second.line };
}

function truncatedShares(
  rows: readonly FunctionRow[],
  rounds: readonly RoundStacks[],
): CostTable['truncated'] {
  const cut = rows.findIndex(({ account }) => account === 'truncated');
  const share = (side: Side): number => {
    let lost = 0;
    let all = 0;
    for (const { frames, offsets, values } of rounds.filter((round) => round.side === side)) {
      values.forEach((value, stack) => {
        all += value;
        // What was cut off is a leaf: the server folds a node's small callees into one.
        if (cut >= 0 && frames[offsets[stack] ?? 0] === cut) lost += value;
      });
    }
    return all === 0 ? 0 : lost / all;
  };
  return { base: share('base'), head: share('head') };
}
