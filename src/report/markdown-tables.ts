import { markdownTable } from 'markdown-table';
import { cell, code, link, prose } from '../text/markdown.ts';
import { markWords } from './attribution.ts';
import type { Groups } from './groups.ts';
import { change, pValue, share, size } from './numbers.ts';
import {
  acceptance,
  changeWithInterval,
  cutNote,
  FAILED_WAIVERS,
  GROUP_TITLES,
  location,
  ownChange,
} from './phrases.ts';
import type { Difference, Finding, ResultWaiver, Undecided } from './result.ts';

/** How much of a report is shown. */
export interface Limits {
  /** Rows of the main table. */
  readonly rows: number;
  /** Rows of each folded table. */
  readonly listed: number;
  /** Code points of a name. */
  readonly name: number;
}

/** A column: its title, how it is aligned, and what it says of one row, as Markdown. */
export interface Column<Row> {
  readonly title: string;
  readonly align: 'l' | 'r';
  readonly cell: (row: Row, limits: Limits) => string;
}

const CHANGE = 'Change, points';

const NAME: Column<{
  readonly function: string;
  readonly file: string;
  readonly line?: number;
  readonly measure: 'total' | 'self';
}> = {
  title: 'Function',
  align: 'l',
  cell: ({ file, line = 0, measure, ...row }, { name }) =>
    code(row.function, name) +
    (measure === 'self' ? ' (self)' : '') +
    (file === '' ? '' : ` at ${code(location({ file, line }), name)}`),
};

const BASE: Column<{ readonly baseShare: number }> = {
  title: 'Base',
  align: 'r',
  cell: (row) => share(row.baseShare),
};

const HEAD: Column<Finding> = {
  title: 'Head',
  align: 'r',
  cell: (row) => share(row.headShare),
};

const DELTA: Column<Finding> = { title: CHANGE, align: 'r', cell: changeWithInterval };

const OWN: Column<Finding> = { title: 'Relative', align: 'r', cell: ownChange };

const KIND: Column<Finding> = { title: 'Kind', align: 'l', cell: (row) => row.kind };

const VERDICT: Column<Finding> = {
  title: 'Verdict',
  align: 'l',
  cell: (row) => `${row.kind}, ${pValue(row.adjustedP)}${markWords(row)}${failedWaiver(row)}`,
};

const BECAUSE: Column<Finding> = {
  title: 'Because of',
  align: 'l',
  cell: (row, { name }) => (row.explainedBy === null ? '–' : code(row.explainedBy, name)),
};

const ACCEPTED: Column<Finding> = {
  title: 'Accepted',
  align: 'l',
  cell: ({ waiver }, { name }) =>
    waiver === undefined ? '–' : prose(acceptance(waiver), 3 * name) + givenBy(waiver, name),
};

/** Who gave a waiver, and where that is to be seen; nothing for one of the configuration. */
function givenBy({ given }: ResultWaiver, name: number): string {
  return given === undefined
    ? ''
    : `; by ${code(given.by, name)} (${link('on GitHub', given.url)})`;
}

/** What a waiver is to a finding that fails although it has one. */
function failedWaiver({ waiver }: Finding): string {
  if (waiver === undefined || waiver.state === 'applies') return '';
  const words = FAILED_WAIVERS[waiver.state];
  return `, ${waiver.given === undefined ? words : link(words, waiver.given.url)}`;
}

const OPEN: readonly Column<Undecided>[] = [
  NAME,
  BASE,
  { title: CHANGE, align: 'r', cell: (row) => change(row.delta) },
  { title: 'At most (95%)', align: 'r', cell: (row) => change(row.upperBound) },
  { title: 'Fails from', align: 'r', cell: (row) => size(row.threshold) },
];

const SEEN: readonly Column<Difference>[] = [
  {
    title: NAME.title,
    align: NAME.align,
    cell: (row, limits) => NAME.cell({ ...row, measure: 'total' }, limits),
  },
  { title: BASE.title, align: 'r', cell: ({ total }) => share(total.baseShare) },
  { title: HEAD.title, align: 'r', cell: ({ total }) => share(total.headShare) },
  { title: CHANGE, align: 'r', cell: ({ total }) => change(total.delta) },
  { title: 'Self', align: 'r', cell: ({ self }) => change(self.delta) },
];

/** What fails the gate. */
export function culpritTable(culprits: readonly Finding[], limits: Limits): string {
  return table([NAME, BASE, HEAD, DELTA, OWN, VERDICT], culprits, limits.rows, limits);
}

/** What keeps the gate from passing. */
export function undecidedTable(undecided: readonly Undecided[], limits: Limits): string {
  return table(OPEN, undecided, limits.rows, limits);
}

/** What differs, which nobody judged. */
export function differencesTable(differences: readonly Difference[], limits: Limits): string {
  return table(SEEN, differences, limits.rows, limits);
}

/** What stays folded until somebody asks, a `<details>` each. */
export function foldedTables(
  groups: Groups,
  open: readonly Undecided[],
  limits: Limits,
): readonly string[] {
  const { callers, risen, waived, improvements, moved } = groups;
  const columns = [NAME, BASE, HEAD, DELTA];
  return [
    folded(GROUP_TITLES.callers, [...columns, BECAUSE], callers, limits),
    folded(GROUP_TITLES.waived, [...columns, ACCEPTED], waived, limits),
    folded(GROUP_TITLES.risen, [...columns, OWN, VERDICT], risen, limits),
    folded(GROUP_TITLES.undecided, OPEN, open, limits),
    folded(GROUP_TITLES.improvements, [...columns, OWN, KIND], improvements, limits),
    folded(GROUP_TITLES.moved, [...columns, { ...BECAUSE, title: 'Where to' }], moved, limits),
  ].filter((part) => part !== '');
}

/** The only HTML in a report; its summary is made of our own words. */
export function folded<Row>(
  title: (n: number) => string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  limits: Limits,
): string {
  if (rows.length === 0) return '';
  const shown = Math.min(rows.length, limits.listed);
  return [
    `<details><summary>${title(rows.length)}${cutNote(shown, rows.length)}</summary>`,
    table(columns, rows, limits.listed, limits),
    '</details>',
  ].join('\n\n');
}

/** A table of the first `max` rows. */
export function table<Row>(
  columns: readonly Column<Row>[],
  all: readonly Row[],
  max: number,
  limits: Limits,
): string {
  const rows = all
    .slice(0, max)
    .map((row) => columns.map((column) => cell(column.cell(row, limits))));
  // Unaligned: a long name would blow up every row of the source.
  return markdownTable([columns.map((column) => column.title), ...rows], {
    align: columns.map((column) => column.align),
    alignDelimiters: false,
  });
}
