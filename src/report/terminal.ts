import { neutral } from '../text/log-line.ts';
import { type Colour, painter } from '../text/paint.ts';
import { callSentence, callsOf } from './calls.ts';
import { groupFindings } from './groups.ts';
import type { Compared, Report } from './report.ts';
import { type Block, sentences, title } from './terminal-lines.ts';
import { resultBlocks } from './terminal-result.ts';
import { severalBlocks } from './terminal-several.ts';
import type { Page } from './terminal-table.ts';
import { headline } from './wording.ts';

/** The terminal that the report is for. */
export interface TerminalOptions {
  readonly colour: Colour;
  /** Columns; fewer than 72 are taken for 72, more than 120 for 120. */
  readonly width: number;
}

/** Functions that an owner is named for. */
const MAX_FUNCTIONS = 10;

/** The report for a terminal. Tables and sentences fit its width; every cut says what is missing. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const columns = Math.min(120, Math.max(72, options.width));
  const page = { paint: painter(options.colour), columns };
  const [only, ...others] = report.comparisons;
  const blocks = [
    ...(others.length === 0 ? oneBlocks(only, page) : severalBlocks(report, page)),
    sentences(
      'Owners',
      callsOf(report).map((call) => callSentence(call, MAX_FUNCTIONS)),
      page,
    ),
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return `${lines.slice(0, -1).map(neutral).join('\n')}\n`;
}

function oneBlocks(compared: Compared, page: Page): readonly Block[] {
  const { result } = compared;
  const groups = groupFindings(result.findings);
  return [
    title(headline(result, groups), result.verdict, page),
    ...resultBlocks(compared, groups, page),
  ];
}
