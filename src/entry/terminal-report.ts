import type { OutputConfig } from '../config/config.ts';
import type { BundleName } from '../replay/command.ts';
import { reportExitCode } from '../report/exit.ts';
import { renderJson } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { writeReport } from './files.ts';
import { markdownFile } from './markdown-file.ts';

/** Columns when the terminal does not say. */
const DEFAULT_COLUMNS = 80;

/** What is told besides the report. */
export interface Told {
  readonly output: Pick<OutputConfig, 'json' | 'markdown'>;
  /** Undefined when nothing was kept. */
  readonly bundle: BundleName | undefined;
  /** The workflow run; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
}

/** Shows the report, writes the files asked for, and returns the exit code. */
export async function tellTerminal(
  report: Report,
  { output: { json, markdown }, bundle, runUrl }: Told,
  process: NodeJS.Process,
): Promise<number> {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? 'on' : 'off';
  const width = process.stdout.columns ?? DEFAULT_COLUMNS;
  process.stdout.write(`\n${renderTerminal(report, { colour, width })}`);
  if (json !== undefined) await writeReport(process.cwd(), json, renderJson(report));
  if (markdown !== undefined) {
    await writeReport(process.cwd(), markdown, markdownFile(report, { bundle, runUrl }));
  }
  return reportExitCode(report);
}
