import { prose } from '../text/markdown.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { SUMMARY_BUDGET_BYTES } from './limits.ts';

/**
 * Appends the report to the job summary, with notes below it (untrusted text).
 * @throws Error when the runner gave no summary file, or it can't be written
 */
export async function writeSummary(report: string, notes: readonly string[]): Promise<void> {
  const { summary } = await import('@actions/core');
  const cut =
    '**This report was too long for a job summary and is cut here; the JSON result has all of it.**';
  const shown = cutMarkdown(report, SUMMARY_BUDGET_BYTES, cut);
  const below = notes.map((note) => `\n\n> [!NOTE]\n> ${prose(note)}\n`).join('');
  await summary.addRaw(shown + below, true).write();
}
