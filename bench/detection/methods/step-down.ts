/** Which p-values are significant when all of them are looked at (Holm 1979), by position. */
export function significant(pValues: readonly number[], alpha: number): ReadonlySet<number> {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const end = order.findIndex(({ p }, rank) => p > alpha / (order.length - rank));
  return new Set(order.slice(0, end < 0 ? order.length : end).map(({ index }) => index));
}
