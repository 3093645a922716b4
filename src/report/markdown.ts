import { codeBlock, link, prose } from '../text/markdown.ts';
import { groupFindings } from './groups.ts';
import { inMarkdown, LEVELS, type Level } from './markdown-level.ts';
import { resultBlocks } from './markdown-result.ts';
import { severalBlocks } from './markdown-several.ts';
import type { Compared, Report } from './report.ts';
import type { Result } from './result.ts';
import { headline, sensitivity } from './wording.ts';

/** Where the report goes. */
export interface MarkdownOptions {
  /** Most UTF-8 bytes that the place takes; the report never has more. */
  readonly budgetBytes: number;
  /** The workflow run, for the footer. */
  readonly runUrl?: string;
  /** Command lines that repeat the comparison on a laptop; shown unless the verdict is `pass`. */
  readonly reproduce?: string;
}

/** Code points of a line of commands; a cut one is of no use, so this only stops nonsense. */
const COMMAND_LENGTH = 4000;

/**
 * The report for a comment or a job summary on GitHub: the same text, with another budget. Shows less of
 * everything until it fits, and says so.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  for (const level of LEVELS) {
    const text = render(report, options, level);
    if (Buffer.byteLength(text) <= options.budgetBytes) return text;
  }
  // ASCII, so that a byte is a character.
  return `Flamegate: ${report.verdict}. The report does not fit here.\n`.slice(
    0,
    Math.max(0, options.budgetBytes),
  );
}

function render(report: Report, options: MarkdownOptions, level: Level): string {
  const [only, ...others] = report.comparisons;
  const isAlone = others.length === 0;
  const reproduction = report.verdict === 'pass' ? [] : commands(options.reproduce);
  const blocks = [
    ...(isAlone ? oneBlocks(only, level) : severalBlocks(report, level)),
    ...reproduction,
    isAlone ? inMarkdown(sensitivity(only.result), level) : '',
    footer(only.result, options),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function oneBlocks(compared: Compared, level: Level): readonly string[] {
  const { result } = compared;
  const groups = groupFindings(result.findings);
  return [
    `### ${inMarkdown(headline(result, groups), level)}`,
    ...resultBlocks(compared, groups, level),
  ];
}

function commands(command: string | undefined): readonly string[] {
  if (command === undefined) return [];
  return ['To see it on your machine:', codeBlock(command.split('\n'), 'sh', COMMAND_LENGTH)];
}

function footer({ tool }: Result, { runUrl }: MarkdownOptions): string {
  const version = `Flamegate ${prose(tool.version, 40)}`;
  return runUrl === undefined ? version : `${version} · ${link('workflow run', runUrl)}`;
}
