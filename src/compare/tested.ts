import { type Evidence, isWide, type Measure, MIN_SHARE } from './evidence.ts';
import { meanOf, type Series } from './infer/series.ts';
import type { Limits } from './limits.ts';

/** The whole program, judged like a function. */
export const PROGRAM = -1;

/** An account that is judged. */
export interface Account {
  /** Row of the table, or `PROGRAM`. */
  readonly row: number;
  readonly measure: Measure;
  readonly series: Series;
}

/** Accounts that are one and the same in all but name, such as a chain of functions that only call each other. */
export interface AccountGroup {
  /** The narrowest, which is the deepest: it is tested for all of them. */
  readonly tested: Account;
  readonly members: readonly Account[];
}

/** Two accounts are the same when their costs differ by no more than this part in all rounds together. */
const SAME = 0.05;

/**
 * What is tested: every function wide enough, total and self, and the program. Accounts that are the same
 * in all but name are one test: testing a chain of ten callers ten times would only cost power.
 */
export function testedAccounts(
  evidence: Evidence,
  limits: Pick<Limits, 'rulingOf' | 'own'>,
): AccountGroup[] {
  const { rulingOf } = limits;
  const accounts = [...functionAccounts(evidence, limits), ...programAccount(evidence)];
  const sized = accounts.map((account) => ({ account, size: sizeOf(account.series) }));
  sized.sort((a, b) => a.size - b.size);
  const groups: { tested: Account; size: number; members: Account[] }[] = [];
  for (const { account, size } of sized) {
    // Sorted by size, so a group that is the same can only be among the last ones.
    const near = groups.findLast(
      ({ tested, size: narrower }) =>
        narrower >= size * (1 - SAME) &&
        // What may rise by more says nothing of what may not.
        rulingOf(tested.row) === rulingOf(account.row) &&
        isSame(tested.series, account.series),
    );
    if (near === undefined) groups.push({ tested: account, size, members: [account] });
    else near.members.push(account);
  }
  return groups;
}

function functionAccounts(
  evidence: Evidence,
  { rulingOf, own }: Pick<Limits, 'rulingOf' | 'own'>,
): Account[] {
  return evidence.table.rows.flatMap((row, index) => {
    if (!row.gated || rulingOf(index)?.isIgnored) return [];
    const least = narrowest(own(index, 0));
    const total = evidence.row(index, 'total');
    if (!isWide(total, least)) return [];
    const self = evidence.row(index, 'self');
    const account: Account = { row: index, measure: 'total', series: total };
    // A leaf's self is its total: telling it twice would say nothing.
    if (!isWide(self, least) || distance(total, self) === 0) return [account];
    return [account, { row: index, measure: 'self', series: self }];
  });
}

/** However low the threshold: of still narrower functions there are thousands, with hardly a sample each. */
const NARROWEST = 0.001;

/** Share of the narrowest function that is tested. One of less than its threshold can't have risen by it. */
function narrowest(threshold: number): number {
  return Math.max(NARROWEST, Math.min(MIN_SHARE, threshold));
}

/** With estimated work the program's own change is what was normalised away. */
function programAccount(evidence: Evidence): Account[] {
  if (evidence.normalisation.kind !== 'counted') return [];
  return [{ row: PROGRAM, measure: 'total', series: evidence.program() }];
}

function sizeOf(series: Series): number {
  return meanOf(series, 'base') + meanOf(series, 'head');
}

function isSame(one: Series, other: Series): boolean {
  return distance(one, other) < SAME;
}

/** How far two accounts lie apart in all rounds, as a part of what both cost. */
function distance(one: Series, other: Series): number {
  let apart = 0;
  let all = 0;
  for (const side of ['base', 'head'] as const) {
    one[side].forEach((value, pair) => {
      const twin = other[side][pair] ?? 0;
      apart += Math.abs(value - twin);
      all += value + twin;
    });
  }
  return all > 0 ? apart / all : 0;
}
