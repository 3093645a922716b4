import { code, link, prose } from '../text/markdown.ts';
import { callsOf } from './calls.ts';
import { groupFindings } from './groups.ts';
import { callsBlock } from './markdown-calls.ts';
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
  /** The command that makes the report again, from what was recorded. */
  readonly replay?: string;
}

/** Code points of a command; a cut one is of no use, so this only stops nonsense. */
const COMMAND_LENGTH = 1000;

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
  const blocks = [
    ...(isAlone ? oneBlocks(only, level) : severalBlocks(report, level)),
    callsBlock(callsOf(report), level),
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

/** Which version, in which run, and how to see it again. */
function footer({ tool }: Result, { runUrl, replay }: MarkdownOptions): string {
  return [
    `Flamegate ${prose(tool.version, 40)}`,
    ...(runUrl === undefined ? [] : [link('workflow run', runUrl)]),
    ...(replay === undefined ? [] : [`again: ${code(replay, COMMAND_LENGTH)}`]),
  ].join(' · ');
}
