import { alignedColumns } from '../text/columns.ts';
import { logLine } from '../text/log-line.ts';
import { groupFindings } from './groups.ts';
import { counted, size } from './numbers.ts';
import { cutNote } from './phrases.ts';
import { type Compared, labelOf, type Report, worstFirst } from './report.ts';
import type { Result } from './result.ts';
import { gistOf, headlineOfAll, isQuiet, verdictWords } from './several.ts';
import { type Block, hanging, list, NAME_LENGTH, say, title } from './terminal-lines.ts';
import { resultBlocks } from './terminal-result.ts';
import type { Page } from './terminal-table.ts';
import { headlineIn } from './wording.ts';

const MAX_OVERVIEW = 50;

/** Several comparisons: all that there is something to say of in a table and then in full, the worst first; what passed in a few lines. */
export function severalBlocks(report: Report, page: Page): readonly Block[] {
  const all = worstFirst(report.comparisons);
  const open = all.filter(({ result }) => !isQuiet(result));
  const passed = all.filter(({ result }) => isQuiet(result));
  return [
    title(headlineOfAll(report), report.verdict, page),
    overview(open, page),
    ...open.flatMap((compared) => section(compared, page)),
    passedLines(passed, page),
    list(
      'Warnings of comparisons that passed',
      passed.flatMap(({ result }) => result.warnings.map((text) => `${labelOf(result)}: ${text}`)),
      page,
    ),
  ];
}

function overview(open: readonly Compared[], { paint, columns }: Page): Block {
  if (open.length === 0) return [];
  const shown = open.slice(0, MAX_OVERVIEW);
  const rows = shown.map((compared): [string, ...string[]] => {
    const { of, change } = gistOf(compared.result);
    const what = of === undefined ? '–' : logLine(of.function, NAME_LENGTH);
    return [label(compared.result), verdictWords(compared), what, change];
  });
  const titles: [string, ...string[]] = ['Comparison', 'Verdict', 'Function', 'Change, points'];
  const [header = '', ...lines] = alignedColumns([titles, ...rows], columns - 2);
  const note = cutNote(shown.length, open.length);
  return [
    paint('dim', `  ${header}`),
    ...lines.map((line) => `  ${line}`),
    ...(note === '' ? [] : [` ${note}`]),
  ];
}

function section(compared: Compared, page: Page): readonly Block[] {
  const { result } = compared;
  const groups = groupFindings(result.findings);
  return [
    title(headlineIn(result, groups), result.verdict, page),
    ...resultBlocks(compared, groups, page),
  ];
}

function passedLines(passed: readonly Compared[], page: Page): Block {
  if (passed.length === 0) return [];
  const shown = passed.slice(0, MAX_OVERVIEW);
  return [
    ...say(
      [`${counted(passed.length, 'comparison')} passed${cutNote(shown.length, passed.length)}:`],
      page,
    ),
    ...shown.flatMap(({ result }) =>
      hanging(`- ${label(result)}: ${caught(result)}`, page.columns),
    ),
  ];
}

function caught({ minimumDetectableChange: least, idle }: Result): string {
  if (idle !== null) return 'not measured, since the change has no effect on what is built';
  return `would have caught ${least === null ? 'an unknown change' : `an increase of ${size(least)}`}`;
}

function label(result: Result): string {
  return logLine(labelOf(result), NAME_LENGTH);
}
