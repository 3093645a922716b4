import type { StackEvidence } from './evidence.ts';
import { changeOf } from './infer/series.ts';
import type { Judged } from './judge.ts';
import { EXPLAINED, positionsOf, type SharedRises, sharedRises } from './shared.ts';
import { PROGRAM } from './tested.ts';

/** Which risen function explains which. */
export interface Explanation {
  /** Row of the function that explains this one's rise; undefined for a culprit. */
  explainedBy(row: number): number | undefined;
}

/**
 * Folds every function that rose only because of others under the one that explains it. A caller is
 * explained by the risen functions below it, even if its own code rose a little too: which of several
 * functions V8 books inlined code on differs between builds. That is looked at as it is and without the
 * common factor, since a wide caller rises with the machine's noise as well. Code that the change can't
 * have edited (the runtime's, a dependency's, native) is explained by the service's own function that
 * calls it more.
 */
export function explainRises(
  evidence: StackEvidence,
  rises: readonly Pick<Judged, 'row'>[],
): Explanation {
  const rows = [...new Set(rises.map((rise) => rise.row))].filter((row) => row !== PROGRAM);
  const { asIs, relative } = sharedRises(evidence, rows);
  const explainedBy = new Map<number, number>();
  for (const row of rows) {
    const callee = heaviestCallee(asIs, row, rows) ?? heaviestCallee(relative, row, rows);
    if (callee !== undefined) explainedBy.set(row, callee);
  }
  const ownCallers = nearestOwnCallers(evidence, rows);
  for (const row of rows) {
    if (explainedBy.has(row) || !isForeign(evidence, row)) continue;
    const caller = ownCallers.get(row);
    if (caller === undefined) continue;
    explainedBy.set(row, caller);
    // The caller is the culprit now: it must not stay folded under what it calls.
    if (leadsTo(explainedBy, caller, row)) explainedBy.delete(caller);
  }
  return { explainedBy: (row) => rootOf(explainedBy, row) };
}

function heaviestCallee(
  shared: SharedRises,
  caller: number,
  rows: readonly number[],
): number | undefined {
  const whole = shared.rise(caller, caller);
  if (whole <= 0 || shared.below(caller) < EXPLAINED * whole) return undefined;
  let heaviest: number | undefined;
  for (const callee of rows) {
    if (callee === caller || shared.rise(caller, callee) <= 0) continue;
    // Of two functions that call each other, the one that holds more of the other's rise explains it.
    if (shared.rise(callee, caller) >= shared.rise(caller, callee)) continue;
    if (heaviest === undefined || shared.rise(caller, callee) > shared.rise(caller, heaviest)) {
      heaviest = callee;
    }
  }
  return heaviest;
}

/**
 * For every foreign function the service's own risen function that calls it, through whatever foreign
 * code lies between, in most of its rise.
 */
function nearestOwnCallers(
  evidence: StackEvidence,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const foreign = rows.filter((row) => isForeign(evidence, row));
  if (foreign.length === 0) return new Map();
  const own = rows.filter((row) => !isForeign(evidence, row));
  const positions = { foreign: positionsOf(foreign, evidence), own: positionsOf(own, evidence) };
  const isOwn = Uint8Array.from(evidence.table.rows, (row) => Number(!row.foreign));
  const width = own.length + 1;
  const lastSeen = new Int32Array(foreign.length);
  let stack = 0;
  const accounts = evidence.accounts(foreign.length * width, (frames, start, end, credit) => {
    stack += 1;
    let caller = -1;
    // From the outermost call on: of a recursive function that one counts.
    for (let at = end - 1; at >= start; at -= 1) {
      const row = frames[at] ?? 0;
      if (isOwn[row] === 1) {
        caller = positions.own[row] ?? -1;
        continue;
      }
      const index = positions.foreign[row] ?? -1;
      if (index < 0 || lastSeen[index] === stack) continue;
      lastSeen[index] = stack;
      credit(index * width + own.length);
      if (caller >= 0) credit(index * width + caller);
    }
  });
  const rises = accounts.map(changeOf);
  const rise = (account: number) => rises[account] ?? 0;
  const callers = new Map<number, number>();
  foreign.forEach((row, index) => {
    const all = rise(index * width + own.length);
    const caller = own.find((_, position) => rise(index * width + position) >= EXPLAINED * all);
    if (caller !== undefined) callers.set(row, caller);
  });
  return callers;
}

function isForeign(evidence: StackEvidence, row: number): boolean {
  return evidence.table.rows[row]?.foreign ?? true;
}

function leadsTo(explainedBy: ReadonlyMap<number, number>, from: number, to: number): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = from; at !== undefined; at = explainedBy.get(at)) {
    if (at === to) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

/** The end of the chain; a cycle, which folding does not make, would end where it closes. */
function rootOf(explainedBy: ReadonlyMap<number, number>, row: number): number | undefined {
  const seen = new Set([row]);
  let root: number | undefined;
  for (let at = explainedBy.get(row); at !== undefined && !seen.has(at); at = explainedBy.get(at)) {
    seen.add(at);
    root = at;
  }
  return root;
}
