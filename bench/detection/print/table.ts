import { markdownTable } from 'markdown-table';
import { cell } from '../../../src/text/markdown.ts';
import { alignLeft, alignRight, width } from '../../../src/text/width.ts';

/** A table to print; cells are safe in both formats: names are quoted as Markdown code. */
export interface Table {
  readonly title: string;
  /** What the numbers mean. */
  readonly note: string;
  readonly columns: readonly string[];
  /** How many columns are texts, before those of numbers. */
  readonly texts: number;
  readonly rows: readonly (readonly string[])[];
}

/** How tables are printed. */
export type Format = 'text' | 'markdown';

/** Ends with a newline. */
export function printTable(table: Table, format: Format): string {
  return format === 'markdown' ? asMarkdown(table) : asText(table);
}

function asMarkdown({ title, note, columns, texts, rows }: Table): string {
  const cells = [columns, ...rows].map((row) => row.map(cell));
  const align = columns.map((_, column) => (column < texts ? 'l' : 'r'));
  return `### ${title}\n\n${note}\n\n${markdownTable(cells, { align, alignDelimiters: false })}\n`;
}

const GAP = '  ';

function asText({ title, note, columns, texts, rows }: Table): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((row) => width(row[column] ?? ''))),
  );
  const printed = lines.map((row) =>
    row
      .map((text, column) => (column < texts ? alignLeft : alignRight)(text, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  return `${title}\n${note}\n\n${printed.join('\n')}\n`;
}
