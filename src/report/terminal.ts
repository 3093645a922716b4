import { logLine, neutral } from '../text/log-line.ts';
import { type Colour, type Look, painter } from '../text/paint.ts';
import { wrap } from '../text/width.ts';
import { differencesLegend, withoutCertainty } from './differences.ts';
import { measuredOn } from './environment.ts';
import { type Groups, groupFindings } from './groups.ts';
import { change } from './numbers.ts';
import { cutNote, GROUP_TITLES } from './phrases.ts';
import type { Result, Verdict } from './result.ts';
import { differenceLines, findingLines, type Page, undecidedLines } from './terminal-table.ts';
import {
  comparison,
  headline,
  heaviestPath,
  legend,
  requirement,
  type Sentence,
  sensitivity,
  wholeProgram,
} from './wording.ts';

/** The terminal that the report is for. */
export interface TerminalOptions {
  readonly colour: Colour;
  /** Columns; fewer than 72 are taken for 72, more than 120 for 120. */
  readonly width: number;
}

const MAX_ROWS = 10;
const MAX_LISTED = 5;
const MAX_NOTES = 20;
const MAX_OUTPUT = 30;

/** Code points of a name inside a sentence. */
const NAME_LENGTH = 60;

/** Code points of a sentence with untrusted text. */
const SENTENCE_LENGTH = 600;

const LOOKS: Record<Verdict, Look> = {
  pass: 'green',
  regression: 'red',
  inconclusive: 'yellow',
  invalid: 'red',
};

/** Lines that belong together; an empty line follows. */
type Block = readonly string[];

/** The report for a terminal. Tables and sentences fit its width; every cut says what is missing. */
export function renderTerminal(result: Result, options: TerminalOptions): string {
  const paint = painter(options.colour);
  const page = { paint, columns: Math.min(120, Math.max(72, options.width)) };
  const groups = groupFindings(result.findings);
  const title = say(headline(result, groups), page);
  const blocks: readonly Block[] = [
    title.map((line) => paint(LOOKS[result.verdict], paint('bold', line))),
    ...(result.verdict === 'invalid' ? failure(result, page) : judgement(result, groups, page)),
    list('Warnings', result.warnings, page),
    list('What to do next', result.advice, page),
    say(sensitivity(result), page),
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return `${lines.slice(0, -1).map(neutral).join('\n')}\n`;
}

/** The body of a report with numbers. */
function judgement(result: Result, groups: Groups, page: Page): readonly Block[] {
  return [
    say([...wholeProgram(result), ' ', ...requirement(result)], page),
    say([...comparison(result), ' ', ...measuredOn(result)], page),
    ...tables(result, groups, page),
  ];
}

/** The culprits or else what is undecided, in full; the rest in a line per group. */
function tables(result: Result, groups: Groups, page: Page): readonly Block[] {
  const { culprits, callers, risen, improvements, moved } = groups;
  const { undecided } = result;
  const [worst] = culprits;
  const rest = [
    ...named(GROUP_TITLES.callers, callers, page),
    ...named(GROUP_TITLES.risen, risen, page),
    ...named(GROUP_TITLES.undecided, worst === undefined ? [] : undecided, page),
    ...named(GROUP_TITLES.improvements, improvements, page),
    ...named(GROUP_TITLES.moved, moved, page),
  ];
  if (worst === undefined) {
    if (result.differences.length > 0) return differences(result, page);
    if (undecided.length === 0) return [rest];
    const table = { of: 'undecided', shown: MAX_ROWS, all: undecided.length } as const;
    return [
      undecidedLines(undecided.slice(0, MAX_ROWS), page),
      say(legend(result, table), page),
      rest,
    ];
  }
  return [
    findingLines(culprits.slice(0, MAX_ROWS), page),
    say(legend(result, { of: 'findings', shown: MAX_ROWS, all: culprits.length }), page),
    say(heaviestPath(worst), page),
    rest,
  ];
}

/** What differs, where nothing could be judged. */
function differences(result: Result, page: Page): readonly Block[] {
  const shown = result.differences.slice(0, MAX_ROWS);
  return [
    say(withoutCertainty(result), page),
    differenceLines(shown, page),
    say(differencesLegend(result, shown.length), page),
  ];
}

/** The body of a report without numbers. */
function failure(result: Result, page: Page): readonly Block[] {
  const output = result.output.slice(-MAX_OUTPUT);
  const title = `Last lines of output${cutNote(output.length, result.output.length)}:`;
  return [
    say([...comparison(result), ' ', ...measuredOn(result)], page),
    output.length === 0
      ? []
      : [title, ...output.map((line) => `  │ ${logLine(line, 300)}`.trimEnd())],
  ];
}

/** One group in a sentence: `2 functions cost less: formatCsv −2.0, csvRow −1.8`. */
function named(
  title: (n: number) => string,
  rows: readonly { readonly function: string; readonly delta: number }[],
  { columns }: Page,
): Block {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MAX_LISTED);
  const names = shown.map((row) => `${logLine(row.function, NAME_LENGTH)} ${change(row.delta)}`);
  const note = cutNote(shown.length, rows.length);
  return hanging(`${title(rows.length)}${note}: ${names.join(', ')}`, columns);
}

function list(title: string, items: readonly string[], { columns }: Page): Block {
  if (items.length === 0) return [];
  const shown = items.slice(0, MAX_NOTES);
  return [
    `${title}${cutNote(shown.length, items.length)}:`,
    ...shown.flatMap((item) => hanging(`- ${logLine(item, SENTENCE_LENGTH)}`, columns)),
  ];
}

/** A paragraph whose further lines are indented. */
function hanging(text: string, columns: number): Block {
  return wrap(text, columns - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
}

function say(sentence: Sentence, { columns }: Page): Block {
  const pieces = sentence.map((piece) => {
    if (typeof piece === 'string') return piece;
    return 'name' in piece
      ? logLine(piece.name, NAME_LENGTH)
      : logLine(piece.prose, SENTENCE_LENGTH);
  });
  const text = pieces.join('').trim();
  return text === '' ? [] : wrap(text, columns);
}
