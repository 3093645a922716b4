import { mean } from 'simple-statistics';
import { type RivalFunction, type RivalTable, shares } from './rival.ts';

const LEVEL = 0.05;

/** What rose by less is not worth an alarm, however certain. */
const EFFECT = 0.05;

/**
 * Mann and Whitney's test of the shares of every function, one-sided at 5 % each, as benchmark gates do
 * it: nothing is done about the number of functions.
 */
export function rankSum(table: RivalTable): RivalFunction[] {
  return table.functions.filter((fn) => {
    const base = shares(fn.base, table.base);
    const head = shares(fn.head, table.head);
    return mean(head) >= mean(base) * (1 + EFFECT) && mannWhitney(base, head) <= LEVEL;
  });
}

/** One-sided p-value against «head is not larger», exact when no values are the same, else too large. */
export function mannWhitney(base: readonly number[], head: readonly number[]): number {
  let u = 0;
  for (const large of head) {
    for (const small of base) u += large > small ? 1 : large === small ? 0.5 : 0;
  }
  const ways = waysToScore(base.length, head.length);
  const all = ways.reduce((sum, count) => sum + count, 0);
  return ways.slice(Math.floor(u)).reduce((sum, count) => sum + count, 0) / all;
}

const known = new Map<string, readonly number[]>();

/**
 * In how many orders of `m` base and `n` head values U is 0, 1, 2 …, by the usual recurrence: the largest
 * value is one of head, and beats all of base, or one of base.
 */
function waysToScore(m: number, n: number): readonly number[] {
  if (m === 0 || n === 0) return [1];
  const key = `${m} ${n}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const ofHead = waysToScore(m, n - 1);
  const ofBase = waysToScore(m - 1, n);
  const ways = Array.from({ length: m * n + 1 }, (_, u) => (ofHead[u - m] ?? 0) + (ofBase[u] ?? 0));
  known.set(key, ways);
  return ways;
}
