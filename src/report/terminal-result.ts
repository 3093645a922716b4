import { logLine } from '../text/log-line.ts';
import { bisectionSentences } from './bisection.ts';
import { differencesLegend, withoutCertainty } from './differences.ts';
import { measuredOn } from './environment.ts';
import type { Groups } from './groups.ts';
import { change } from './numbers.ts';
import { acceptance, cutNote, GROUP_TITLES } from './phrases.ts';
import type { Compared } from './report.ts';
import type { Finding, Result } from './result.ts';
import { type Block, hanging, list, NAME_LENGTH, say, sentences } from './terminal-lines.ts';
import { differenceLines, findingLines, type Page, undecidedLines } from './terminal-table.ts';
import {
  comparison,
  heaviestPath,
  legend,
  ofTheChange,
  requirement,
  sensitivity,
  wholeProgram,
} from './wording.ts';

const MAX_ROWS = 10;
const MAX_LISTED = 5;
const MAX_OUTPUT = 30;

/** What is said of one comparison below its title; empty blocks may be among them. */
export function resultBlocks(
  { result, handling: { playbook } }: Compared,
  groups: Groups,
  page: Page,
): readonly Block[] {
  return [
    ...(result.verdict === 'invalid' ? failure(result, page) : judgement(result, groups, page)),
    list('Warnings', result.warnings, page),
    list('What to do next', result.advice, page),
    result.verdict === 'pass' || playbook === undefined ? [] : [logLine(`Playbook: ${playbook}`)],
    say(sensitivity(result), page),
  ];
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
  const { culprits, callers, risen, waived, improvements, moved } = groups;
  const { undecided } = result;
  const [worst] = culprits;
  const rest = [
    ...named(GROUP_TITLES.callers, callers, page),
    ...waivedLines(waived, page),
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
    say(ofTheChange(worst), page),
    say(heaviestPath(worst), page),
    sentences('Which commit', bisectionSentences(culprits), page),
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

/** Rises that somebody has accepted: which, how much, and until when. */
function waivedLines(waived: readonly Finding[], page: Page): Block {
  const shown = waived.slice(0, MAX_LISTED);
  if (shown.length === 0) return [];
  const note = cutNote(shown.length, waived.length);
  return [
    `${GROUP_TITLES.waived(waived.length)}${note}:`,
    ...shown.flatMap(({ function: name, delta, waiver }) => {
      const accepted = waiver === undefined ? '' : `, accepted up to ${acceptance(waiver)}`;
      const given = waiver?.given && `; by ${waiver.given.by}, ${waiver.given.url}`;
      return hanging(
        `- ${logLine(name, NAME_LENGTH)} ${change(delta)}${logLine(accepted, 300)}${logLine(given ?? '', 300)}`,
        page.columns,
      );
    }),
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
