import type { Evidence } from './evidence.ts';
import { changeOf, type Series } from './infer/series.ts';

/** A caller's rise is explained by callees that hold at least this part of it. */
export const EXPLAINED = 0.6;

/** Rise of the stacks that hold two functions, by caller and callee; the diagonal is a function's own. */
export interface SharedRises {
  rise(caller: number, callee: number): number;
  /** Part of the caller's rise that lies below any other risen function. */
  below(caller: number): number;
}

/** For every two of the rows, as it is and without the common factor. */
export function sharedRises(
  evidence: Evidence,
  rows: readonly number[],
): { readonly asIs: SharedRises; readonly relative: SharedRises } {
  const position = new Map(rows.map((row, index) => [row, index]));
  const count = rows.length;
  const below = count * count;
  const accounts = evidence.accounts(below + count, (frames, credit) => {
    const credited = new Set<number>();
    const once = (account: number) => {
      if (!credited.has(account)) credit(account);
      credited.add(account);
    };
    const calleesSoFar: number[] = [];
    for (const frame of frames) {
      const caller = position.get(frame);
      if (caller === undefined) continue;
      once(caller * count + caller);
      for (const callee of calleesSoFar) {
        if (callee === caller) continue;
        once(caller * count + callee);
        once(below + caller);
      }
      calleesSoFar.push(caller);
    }
  });
  const at = (row: number) => position.get(row) ?? -1;
  const readFrom = (all: readonly Series[]): SharedRises => {
    const rises = all.map(changeOf);
    return {
      rise: (caller, callee) => rises[at(caller) * count + at(callee)] ?? 0,
      below: (caller) => rises[below + at(caller)] ?? 0,
    };
  };
  return { asIs: readFrom(accounts), relative: readFrom(accounts.map(evidence.common.remove)) };
}
