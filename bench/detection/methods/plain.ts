import { pooledShare, type RivalFunction, type RivalTable } from './rival.ts';

/** What a comparison of two pictures comes to. No statistics: the profiles of a side are merged. */

const POINTS = 0.02;
const RELATIVE = 0.1;

/** Fails what holds two points more of the CPU. */
export function shareRise(table: RivalTable): RivalFunction[] {
  return table.functions.filter((fn) => {
    const { base, head } = pooledShares(fn, table);
    return head - base >= POINTS;
  });
}

/** Fails what holds 10 % more of the CPU than it did. */
export function relativeRise(table: RivalTable): RivalFunction[] {
  return table.functions.filter((fn) => {
    const { base, head } = pooledShares(fn, table);
    return head >= base * (1 + RELATIVE);
  });
}

function pooledShares(fn: RivalFunction, { base, head }: RivalTable) {
  return { base: pooledShare(fn.base, base), head: pooledShare(fn.head, head) };
}
