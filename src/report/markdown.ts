import { code, codeBlock, link, prose } from '../text/markdown.ts';
import { differencesLegend, withoutCertainty } from './differences.ts';
import { measuredOn } from './environment.ts';
import { type Groups, groupFindings } from './groups.ts';
import {
  culpritTable,
  differencesTable,
  foldedTables,
  type Limits,
  undecidedTable,
} from './markdown-tables.ts';
import { cutNote } from './phrases.ts';
import type { Result } from './result.ts';
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

/** Where the report goes. */
export interface MarkdownOptions {
  /** Most UTF-8 bytes that the place takes; the report never has more. */
  readonly budgetBytes: number;
  /** The workflow run, for the footer. */
  readonly runUrl?: string;
  /** Command lines that repeat the comparison on a laptop; shown unless the verdict is `pass`. */
  readonly reproduce?: string;
}

/** How much of everything is shown. */
interface Level extends Limits {
  /** Warnings and pieces of advice. */
  readonly notes: number;
  /** Last lines of output. */
  readonly lines: number;
  /** Code points of a sentence with untrusted text. */
  readonly sentence: number;
}

/** From everything a reader may want down to the least; the first that fits the budget is taken. */
const LEVELS: readonly Level[] = [
  { rows: 10, listed: 50, notes: 20, lines: 30, name: 100, sentence: 600 },
  { rows: 10, listed: 20, notes: 10, lines: 20, name: 80, sentence: 400 },
  { rows: 10, listed: 5, notes: 5, lines: 10, name: 60, sentence: 300 },
  { rows: 3, listed: 1, notes: 2, lines: 3, name: 40, sentence: 150 },
];

/** Code points of a line of commands; a cut one is of no use, so this only stops nonsense. */
const COMMAND_LENGTH = 4000;

/**
 * The report for a comment or a job summary on GitHub: the same text, with another budget. Shows less of
 * everything until it fits, and says so.
 */
export function renderMarkdown(result: Result, options: MarkdownOptions): string {
  const groups = groupFindings(result.findings);
  for (const level of LEVELS) {
    const text = render(result, groups, options, level);
    if (Buffer.byteLength(text) <= options.budgetBytes) return text;
  }
  // ASCII, so that a byte is a character.
  return `Flamegate: ${result.verdict}. The report does not fit here.\n`.slice(
    0,
    Math.max(0, options.budgetBytes),
  );
}

function render(result: Result, groups: Groups, options: MarkdownOptions, level: Level): string {
  const say = (sentence: Sentence) => inMarkdown(sentence, level);
  const blocks = [
    `### ${say(headline(result, groups))}`,
    ...(result.verdict === 'invalid' ? failure(result, level) : judgement(result, groups, level)),
    ...list('Warnings', result.warnings, level),
    ...list('What to do next', result.advice, level),
    ...(result.verdict === 'pass' ? [] : reproduction(options.reproduce)),
    say(sensitivity(result)),
    footer(result, options),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The body of a report with numbers. */
function judgement(result: Result, groups: Groups, level: Level): readonly string[] {
  const say = (sentence: Sentence) => inMarkdown(sentence, level);
  return [
    say([...wholeProgram(result), ' ', ...requirement(result)]).trim(),
    say([...comparison(result), ' ', ...measuredOn(result)]).trim(),
    ...tables(result, groups, level, say),
  ];
}

/** The culprits or else what is undecided, for everyone to see; the rest folded. */
function tables(
  result: Result,
  groups: Groups,
  level: Level,
  say: (sentence: Sentence) => string,
): readonly string[] {
  const { culprits } = groups;
  const { undecided } = result;
  const [worst] = culprits;
  if (worst === undefined) {
    if (result.differences.length > 0) return differences(result, level, say);
    const table = { of: 'undecided', shown: level.rows, all: undecided.length } as const;
    const main =
      undecided.length === 0 ? [] : [undecidedTable(undecided, level), say(legend(result, table))];
    return [...main, ...foldedTables(groups, [], level)];
  }
  return [
    culpritTable(culprits, level),
    say(legend(result, { of: 'findings', shown: level.rows, all: culprits.length })),
    say(heaviestPath(worst)),
    ...foldedTables(groups, undecided, level),
  ];
}

/** What differs, where nothing could be judged. */
function differences(
  result: Result,
  level: Level,
  say: (sentence: Sentence) => string,
): readonly string[] {
  const shown = Math.min(result.differences.length, level.rows);
  return [
    say(withoutCertainty(result)),
    differencesTable(result.differences, level),
    say(differencesLegend(result, shown)),
  ];
}

/** The body of a report without numbers. */
function failure(result: Result, level: Level): readonly string[] {
  const output = result.output.slice(-level.lines);
  return [
    inMarkdown([...comparison(result), ' ', ...measuredOn(result)], level).trim(),
    output.length === 0
      ? ''
      : `Last lines of output${cutNote(output.length, result.output.length)}:`,
    codeBlock(output, 'text'),
  ];
}

function list(title: string, items: readonly string[], level: Level): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, level.notes);
  return [
    `**${title}**${cutNote(shown.length, items.length)}`,
    shown.map((item) => `- ${prose(item, level.sentence)}`).join('\n'),
  ];
}

function reproduction(command: string | undefined): readonly string[] {
  if (command === undefined) return [];
  return ['To see it on your machine:', codeBlock(command.split('\n'), 'sh', COMMAND_LENGTH)];
}

function footer({ tool }: Result, { runUrl }: MarkdownOptions): string {
  const version = `Flamegate ${prose(tool.version, 40)}`;
  return runUrl === undefined ? version : `${version} · ${link('workflow run', runUrl)}`;
}

function inMarkdown(sentence: Sentence, level: Level): string {
  return sentence
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'name' in piece ? code(piece.name, level.name) : prose(piece.prose, level.sentence);
    })
    .join('');
}
