import type { FrameColumn, Side } from '../../profiles/profile.ts';
import type { Evidence, Measure } from '../evidence.ts';
import { changeOf, meanOf, plus, type Series } from '../infer/series.ts';
import { neighboursOf, OWN_CODE, type Weights } from './neighbours.ts';

/** A function's change after what other functions lost to it. */
export interface NetChange {
  readonly series: Series;
  /** Row that gave most of it; undefined when nothing was netted. */
  readonly from: number | undefined;
}

/** An account that lost cost, and the row it belongs to. */
interface Loss {
  readonly row: number;
  readonly series: Series;
  /** What the function can have got from it at most: its own gain in that code. */
  readonly limit: number;
}

/** A function is new when base spent less than this part of head's cost in it. */
const NEW_RATIO = 0.1;

/**
 * Nets a function's rise against the losses it can have come from, so that cost which only moved is
 * not taken for a regression:
 * - the same code, below it now and elsewhere before (a wrapper, a call that moved to another caller);
 * - for a new function, its callers' own code (an extracted function), and a function gone from the
 *   same callers (a split);
 * - for a function's own code, a callee that is gone (inlining).
 *
 * Losses are added pair by pair, so the net account is judged like any other and a real rise hidden
 * in a move still shows.
 */
export function netChange(evidence: Evidence, row: number, measure: Measure): NetChange {
  const own = evidence.row(row, measure);
  const losses = [
    ...(measure === 'total' ? sameCodeElsewhere(evidence, row) : []),
    ...(isNew(own) ? fromCallers(evidence, row, own) : []),
    ...(measure === 'self' ? fromGoneCallees(evidence, row, own) : []),
  ];
  let series = own;
  let remaining = changeOf(own);
  let largest: { readonly row: number; readonly amount: number } | undefined;
  for (const loss of losses.sort((a, b) => changeOf(a.series) - changeOf(b.series))) {
    const lost = -changeOf(loss.series);
    if (lost <= 0 || remaining <= 0) continue;
    // Never more than the function gained: a larger fall elsewhere is an improvement of its own.
    const amount = Math.min(lost, remaining, loss.limit);
    if (amount <= 0) continue;
    series = plus(series, loss.series, amount / lost);
    remaining -= amount;
    if (largest === undefined || amount > largest.amount) largest = { row: loss.row, amount };
  }
  return { series, from: largest?.row };
}

function isNew(series: Series): boolean {
  return meanOf(series, 'base') < NEW_RATIO * meanOf(series, 'head');
}

/** Code that newly runs below `row`: how much less of it runs elsewhere. */
function sameCodeElsewhere(evidence: Evidence, row: number): Loss[] {
  // Only code that base did not run below `row` can have moved there; the rest fluctuates by chance.
  const base = codeBelow(evidence, 'base', row);
  const leaves = [...codeBelow(evidence, 'head', row)]
    .filter(([leaf, cost]) => (base.get(leaf) ?? 0) < NEW_RATIO * cost)
    .map(([leaf]) => leaf);
  if (leaves.length === 0) return [];
  const position = new Map(leaves.map((leaf, index) => [leaf, index]));
  const accounts = evidence.accounts(2 * leaves.length, (frames, start, end, credit) => {
    const account = position.get(frames[start] ?? OWN_CODE);
    if (account === undefined) return;
    credit(holds(frames, start, end, row) ? account : leaves.length + account);
  });
  return leaves.flatMap((leaf, index): Loss[] => {
    const below = accounts[index];
    const elsewhere = accounts[leaves.length + index];
    if (below === undefined || elsewhere === undefined) return [];
    return [{ row: leaf, series: elsewhere, limit: changeOf(below) }];
  });
}

/** Mean cost of the code that runs below `row`, and of its own, by the function on top. */
function codeBelow(evidence: Evidence, side: Side, row: number): ReadonlyMap<number, number> {
  const { frames, offsets, values } = evidence.mean(side);
  const costs = new Map<number, number>();
  values.forEach((cost, stack) => {
    const start = offsets[stack] ?? 0;
    if (!holds(frames, start, offsets[stack + 1] ?? 0, row)) return;
    const leaf = frames[start] ?? OWN_CODE;
    costs.set(leaf, (costs.get(leaf) ?? 0) + cost);
  });
  return costs;
}

function holds(frames: FrameColumn, start: number, end: number, row: number): boolean {
  for (let at = start; at < end; at += 1) if (frames[at] === row) return true;
  return false;
}

function fromCallers(evidence: Evidence, row: number, own: Series): Loss[] {
  const callers = neighbours(evidence, 'head', row, 'callers');
  const losses: Loss[] = [];
  for (const caller of callers.keys()) {
    if (caller >= 0)
      losses.push({ row: caller, series: evidence.row(caller, 'self'), limit: changeOf(own) });
  }
  evidence.table.rows.forEach((_, other) => {
    const total = evidence.row(other, 'total');
    if (other === row || !isGone(total)) return;
    const oldCallers = neighbours(evidence, 'base', other, 'callers');
    const shared = [...oldCallers.keys()].some((caller) => callers.has(caller));
    if (shared) losses.push({ row: other, series: total, limit: changeOf(own) });
  });
  return losses;
}

function fromGoneCallees(evidence: Evidence, row: number, own: Series): Loss[] {
  const callees = neighbours(evidence, 'base', row, 'body');
  return [...callees.keys()].flatMap((callee) => {
    const total = callee >= 0 ? evidence.row(callee, 'total') : undefined;
    return total !== undefined && isGone(total)
      ? [{ row: callee, series: evidence.row(callee, 'self'), limit: changeOf(own) }]
      : [];
  });
}

function isGone(series: Series): boolean {
  const base = meanOf(series, 'base');
  return base > 0 && meanOf(series, 'head') < NEW_RATIO * base;
}

function neighbours(
  evidence: Evidence,
  side: Side,
  row: number,
  which: 'callers' | 'body',
): Weights {
  return neighboursOf(evidence, side, new Set([row]), () => false).get(row)?.[which] ?? new Map();
}
