import type { Side } from '../profiles/profile.ts';
import type { Evidence } from './evidence.ts';

/**
 * The call path on which a function costs the most, as rows, outermost caller first, the function
 * last. In a recursive stack the outermost call counts. Empty when the side never ran it.
 */
export function heaviestPath(evidence: Evidence, side: Side, row: number): number[] {
  const costs = new Map<string, number>();
  evidence.table.rounds.forEach((round, index) => {
    if (round.side !== side) return;
    const factor = evidence.normalisation.factors[index] ?? 0;
    round.values.forEach((value, stack) => {
      const frames = round.frames.subarray(round.offsets[stack], round.offsets[stack + 1]);
      const outermost = frames.lastIndexOf(row);
      if (outermost < 0) return;
      const path = frames.subarray(outermost).join(' ');
      costs.set(path, (costs.get(path) ?? 0) + value * factor);
    });
  });
  let heaviest = '';
  for (const [path, cost] of costs) {
    if (heaviest === '' || cost > (costs.get(heaviest) ?? 0)) heaviest = path;
  }
  return heaviest === '' ? [] : heaviest.split(' ').map(Number).reverse();
}
