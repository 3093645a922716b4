import { alignLeft, alignRight, fitColumns, width } from './width.ts';

/** The first column never gets narrower, even if lines grow too long for it. */
const LEAST = 12;

const GAP = '  ';

/**
 * Rows as lines with aligned columns: the first to the left and cut to what `columns` leaves it, the others to
 * the right and whole. Cells must be safe to show.
 */
export function alignedColumns(
  rows: readonly (readonly [string, ...string[]])[],
  columns: number,
): readonly string[] {
  const widths: number[] = [];
  for (const [, ...numbers] of rows) {
    for (const [i, cell] of numbers.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  }
  const taken = widths.reduce((sum, each) => sum + GAP.length + each, 0);
  const longest = Math.max(0, ...rows.map(([name]) => width(name)));
  const room = Math.max(LEAST, Math.min(longest, columns - taken));
  return rows.map(([name, ...numbers]) =>
    [
      alignLeft(fitColumns(name, room), room),
      ...numbers.map((cell, i) => alignRight(cell, widths[i] ?? 0)),
    ].join(GAP),
  );
}
