import { alignedColumns } from '../text/columns.ts';
import { logLine } from '../text/log-line.ts';
import type { Paint } from '../text/paint.ts';
import { fitColumns } from '../text/width.ts';
import { markWords } from './attribution.ts';
import { change, pValue, share, size } from './numbers.ts';
import { changeWithInterval, location, ownChange } from './phrases.ts';
import type { Difference, Finding, Undecided } from './result.ts';

/** The page that a table is for. */
export interface Page {
  readonly paint: Paint;
  readonly columns: number;
}

const INDENT = '  ';

type Cells = readonly [string, ...string[]];

/** A table of findings; below each row, where the function is. */
export function findingLines(findings: readonly Finding[], page: Page): readonly string[] {
  const rows = findings.map(
    (of): Cells => [
      name(of),
      share(of.baseShare),
      share(of.headShare),
      changeWithInterval(of),
      ownChange(of),
    ],
  );
  const notes = findings.map((of) => [
    `${of.kind}, ${pValue(of.adjustedP)}${markWords(of)}`,
    location(of),
  ]);
  return lines(['Function', 'Base', 'Head', 'Change, points', 'Relative'], rows, notes, page);
}

/** A table of what is undecided. */
export function undecidedLines(undecided: readonly Undecided[], page: Page): readonly string[] {
  const rows = undecided.map(
    (of): Cells => [
      name(of),
      share(of.baseShare),
      change(of.delta),
      change(of.upperBound),
      size(of.threshold),
    ],
  );
  const notes = undecided.map((of) => [of.file]);
  return lines(
    ['Function', 'Base', 'Change, points', 'At most (95%)', 'Fails from'],
    rows,
    notes,
    page,
  );
}

/** A table of what differs, which nobody judged. */
export function differenceLines(differences: readonly Difference[], page: Page): readonly string[] {
  const rows = differences.map(
    (of): Cells => [
      logLine(of.function, 120),
      share(of.total.baseShare),
      share(of.total.headShare),
      change(of.total.delta),
      change(of.self.delta),
    ],
  );
  const notes = differences.map((of) => [location(of)]);
  return lines(['Function', 'Base', 'Head', 'Change, points', 'Self'], rows, notes, page);
}

function name(of: { readonly function: string; readonly measure: 'total' | 'self' }): string {
  return logLine(of.function, 120) + (of.measure === 'self' ? ' (self)' : '');
}

function lines(
  titles: Cells,
  rows: readonly Cells[],
  notes: readonly (readonly string[])[],
  page: Page,
): readonly string[] {
  const { columns, paint } = page;
  const [header = '', ...body] = alignedColumns([titles, ...rows], columns - INDENT.length);
  return [
    paint('dim', INDENT + header),
    ...body.flatMap((row, i) => {
      const note = (notes[i] ?? []).filter((part) => part !== '').map((part) => logLine(part, 200));
      if (note.length === 0) return [INDENT + row];
      const shown = fitColumns(note.join(', '), columns - 2 * INDENT.length);
      return [INDENT + row, paint('dim', INDENT + INDENT + shown)];
    }),
  ];
}
