import type { StackEvidence } from './evidence.ts';
import { changeOf, type Series } from './infer/series.ts';

/** A caller's rise is explained by callees that hold at least this part of it. */
export const EXPLAINED = 0.6;

/** Place of every row of the table among some of them; −1 for the others. */
export function positionsOf(some: readonly number[], { table }: StackEvidence): Int32Array {
  const positions = new Int32Array(table.rows.length).fill(-1);
  some.forEach((row, index) => {
    positions[row] = index;
  });
  return positions;
}

/** Rise of the stacks that hold two functions, by caller and callee; the diagonal is a function's own. */
export interface SharedRises {
  rise(caller: number, callee: number): number;
  /** Part of the caller's rise that lies below any other risen function. */
  below(caller: number): number;
}

/** For every two of the rows, as it is and without the common factor. */
export function sharedRises(
  evidence: StackEvidence,
  rows: readonly number[],
): { readonly asIs: SharedRises; readonly relative: SharedRises } {
  const count = rows.length;
  const below = count * count;
  const position = positionsOf(rows, evidence);
  // Marks instead of a set for each stack: this is the hot loop of a comparison.
  const creditedIn = new Int32Array(below + count);
  const calleesSoFar = new Int32Array(count);
  let stack = 0;
  const accounts = evidence.accounts(below + count, (frames, start, end, credit) => {
    stack += 1;
    let callees = 0;
    const once = (account: number) => {
      if (creditedIn[account] === stack) return;
      creditedIn[account] = stack;
      credit(account);
    };
    for (let at = start; at < end; at += 1) {
      const caller = position[frames[at] ?? -1] ?? -1;
      if (caller < 0) continue;
      const own = caller * count + caller;
      const isFirst = creditedIn[own] !== stack;
      once(own);
      for (let i = 0; i < callees; i += 1) {
        const callee = calleesSoFar[i] ?? 0;
        if (callee === caller) continue;
        once(caller * count + callee);
        once(below + caller);
      }
      if (isFirst) calleesSoFar[callees++] = caller;
    }
  });
  const at = (row: number) => position[row] ?? -1;
  const readFrom = (all: readonly Series[]): SharedRises => {
    const rises = all.map(changeOf);
    return {
      rise: (caller, callee) => rises[at(caller) * count + at(callee)] ?? 0,
      below: (caller) => rises[below + at(caller)] ?? 0,
    };
  };
  return { asIs: readFrom(accounts), relative: readFrom(accounts.map(evidence.common.remove)) };
}
