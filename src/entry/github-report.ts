import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import type { Log } from '../log.ts';
import { COMMENT_BUDGET_BYTES, SUMMARY_BUDGET_BYTES } from '../publish/limits.ts';
import { publishResult } from '../publish/publish.ts';
import { reportExitCode } from '../report/exit.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { logLine } from '../text/log-line.ts';
import { fileStem } from './file-stem.ts';
import { writeReport } from './files.ts';

/** The run on GitHub that is reported. */
export interface GitHubRun {
  readonly github: GitHubContext;
  readonly tempDirectory: string;
  readonly log: Log;
  readonly process: NodeJS.Process;
  readonly signal: AbortSignal;
}

/** Room that a comment's marker and a note beside the report take. */
const FRAME_BYTES = 1000;

/** Columns of GitHub's log on a common screen. */
const LOG_COLUMNS = 110;

/** Shows the report in the log, writes the files, publishes, and returns the exit code. */
export async function tellGitHub(report: Report, config: Config, run: GitHubRun): Promise<number> {
  const { github, log, process } = run;
  for (const line of renderTerminal(report, { colour: 'off', width: LOG_COLUMNS }).split('\n')) {
    process.stdout.write(`${logLine(line)}\n`);
  }
  const json = config.output.json ?? join(run.tempDirectory, `${fileStem(config)}.json`);
  const resultPath = await writeReport(github.workspace, json, renderJson(report));
  const render = (budgetBytes: number) =>
    renderMarkdown(report, { budgetBytes: budgetBytes - FRAME_BYTES, runUrl: github.runUrl });
  if (config.output.markdown !== undefined) {
    await writeReport(github.workspace, config.output.markdown, render(SUMMARY_BUDGET_BYTES));
  }
  const { comment, commentKey, token } = config.publish;
  const [{ result, handling }] = report.comparisons;
  await publishResult(
    result,
    { comment: render(COMMENT_BUDGET_BYTES), summary: render(SUMMARY_BUDGET_BYTES) },
    {
      github,
      token,
      mode: handling.mode,
      commentPolicy: comment,
      commentKey,
      files: { result: resultPath, bundle: config.job === 'run' ? config.bundle : undefined },
      runner: {
        output: process.env.GITHUB_OUTPUT,
        summary: process.env.GITHUB_STEP_SUMMARY,
      },
      signal: run.signal,
    },
    log,
  );
  return reportExitCode(report);
}
