import type { Config } from '../config/config.ts';
import { reportExitCode } from '../report/exit.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { writeReport } from './files.ts';

/** Columns when the terminal does not say. */
const DEFAULT_COLUMNS = 80;

/** Most bytes of a Markdown file; nothing reads more than a job summary. */
const MARKDOWN_BUDGET_BYTES = 1_000_000;

/** Shows the report, writes the files asked for, and returns the exit code. */
export async function tellTerminal(
  report: Report,
  config: Config,
  process: NodeJS.Process,
): Promise<number> {
  const { json, markdown } = config.output;
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'on' : 'off';
  const width = process.stdout.columns ?? DEFAULT_COLUMNS;
  process.stdout.write(`\n${renderTerminal(report, { colour, width })}`);
  if (json !== undefined) await writeReport(process.cwd(), json, renderJson(report));
  if (markdown !== undefined) {
    const text = renderMarkdown(report, { budgetBytes: MARKDOWN_BUDGET_BYTES });
    await writeReport(process.cwd(), markdown, text);
  }
  return reportExitCode(report);
}
