import { points } from '../report/numbers.ts';
import { cutNote, location } from '../report/phrases.ts';
import type { Report } from '../report/report.ts';
import { VERDICTS } from '../report/wording.ts';
import { logLine } from '../text/log-line.ts';
import { code, prose } from '../text/markdown.ts';
import { type Annotation, culpritsOf, placeOf, type TouchedLines } from './annotations.ts';
import type { CheckContent } from './check-run.ts';
import { conclusionOf } from './conclusion.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { CHECK_BUDGET_BYTES } from './limits.ts';

/** Longest title, in code points; GitHub cuts it anyway. */
const MAX_TITLE = 200;

/** Culprits outside of the change that are listed. */
const MAX_LISTED = 20;

/** Code points of a function's name and of its place. */
const MAX_NAME = 100;

/** What the check run of a report says. `markdown` is the report in full. */
export function checkContent(
  report: Report,
  {
    markdown,
    notes,
    annotations,
    touched,
    runUrl,
  }: {
    readonly markdown: string;
    /** Markdown of ours that goes first. */
    readonly notes: readonly string[];
    readonly annotations: readonly Annotation[];
    readonly touched: TouchedLines | undefined;
    readonly runUrl: string;
  },
): CheckContent {
  return {
    conclusion: conclusionOf(report),
    title: logLine(`${VERDICTS[report.verdict]}: ${report.reason}`, MAX_TITLE),
    summary: [...notes, prose(report.reason), ...outside(report, touched)].join('\n\n'),
    text: cutMarkdown(
      markdown,
      CHECK_BUDGET_BYTES,
      '**The report is cut here; the job summary has all of it.**',
    ),
    annotations: annotations.filter(isForCheck),
    runUrl,
  };
}

/** Whether a check run can show an annotation, and may: a notice is about what is only watched. */
export function isForCheck({ level, line }: Annotation): boolean {
  return line !== undefined && level !== 'notice';
}

/** The culprits that no annotation can show, because their lines are not in the change. */
function outside({ comparisons }: Report, touched: TouchedLines | undefined): readonly string[] {
  if (touched === undefined) return [];
  const all = comparisons
    .flatMap(({ result }) => culpritsOf(result))
    .filter((finding) => placeOf(finding, touched) === undefined);
  if (all.length === 0) return [];
  const shown = all.slice(0, MAX_LISTED);
  const rows = shown.map((finding) => {
    const place = finding.file === '' ? '' : ` at ${code(location(finding), MAX_NAME)}`;
    return `- ${code(finding.function, MAX_NAME)}${place}: ${points(finding.delta)}`;
  });
  const cut = cutNote(shown.length, all.length);
  return [`Got slower on lines that this change does not touch${cut}:`, rows.join('\n')];
}
