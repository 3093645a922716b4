import type { Side } from '../profiles/profile.ts';
import type { Evidence } from './evidence.ts';

/**
 * The call path on which a function costs the most, as rows, outermost caller first, the function
 * last. In a recursive stack the outermost call counts. Empty when the side never ran it.
 */
export function heaviestPath(evidence: Evidence, side: Side, row: number): number[] {
  const costs = new Map<string, number>();
  const { frames, offsets, values } = evidence.mean(side);
  values.forEach((cost, stack) => {
    const callers = frames.subarray(offsets[stack], offsets[stack + 1]);
    const outermost = callers.lastIndexOf(row);
    if (outermost < 0) return;
    const path = callers.subarray(outermost).join(' ');
    costs.set(path, (costs.get(path) ?? 0) + cost);
  });
  let heaviest = '';
  for (const [path, cost] of costs) {
    if (heaviest === '' || cost > (costs.get(heaviest) ?? 0)) heaviest = path;
  }
  return heaviest === '' ? [] : heaviest.split(' ').map(Number).reverse();
}
