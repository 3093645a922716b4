import { type BundleName, replayCommand } from '../replay/command.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';

/** Most bytes of a Markdown file; nothing reads more than a job summary. */
const BUDGET_BYTES = 1_000_000;

/** What a report points to. */
export interface Pointers {
  readonly bundle: BundleName | undefined;
  readonly runUrl: string | undefined;
}

/** The report as a file: the same bytes from a run, on a laptop or on GitHub, and from its replay. */
export function markdownFile(report: Report, pointers: Pointers): string {
  return renderMarkdown(report, { budgetBytes: BUDGET_BYTES, ...pointersOf(pointers) });
}

/** Options of a rendering that points to a bundle and a workflow run, as far as there are any. */
export function pointersOf({ bundle, runUrl }: Pointers) {
  return {
    ...(bundle === undefined ? {} : { replay: replayCommand(bundle) }),
    ...(runUrl === undefined ? {} : { runUrl }),
  };
}
