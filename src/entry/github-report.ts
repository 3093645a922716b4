import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import type { Log } from '../log.ts';
import { changeBetween } from '../plan/change-between.ts';
import { Connection } from '../publish/connection.ts';
import {
  CHECK_BUDGET_BYTES,
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
} from '../publish/limits.ts';
import { publishReport, type Rendering, toldPart } from '../publish/publish.ts';
import { subjectOf } from '../publish/subject.ts';
import { reportExitCode } from '../report/exit.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { findingTitle, renderFinding } from '../report/markdown-issue.ts';
import type { Report } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { renderTerminal } from '../report/terminal.ts';
import { logLine } from '../text/log-line.ts';
import { version } from '../version.ts';
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

/** Room that a comment's hidden lines and notes beside the report take. */
const FRAME_BYTES = 1000;

/** Columns of GitHub's log on a common screen. */
const LOG_COLUMNS = 110;

/** Shows the report in the log, writes the files, publishes, and returns the exit code. */
export async function tellGitHub(report: Report, config: Config, run: GitHubRun): Promise<number> {
  const { github, log, process, signal } = run;
  for (const line of renderTerminal(report, { colour: 'off', width: LOG_COLUMNS }).split('\n')) {
    process.stdout.write(`${logLine(line)}\n`);
  }
  const json = config.output.json ?? join(run.tempDirectory, `${fileStem(config)}.json`);
  const resultPath = await writeReport(github.workspace, json, renderJson(report));
  const rendering = renderFor(report, github);
  if (config.output.markdown !== undefined) {
    await writeReport(github.workspace, config.output.markdown, rendering.summary);
  }
  const { token } = config.publish;
  const { owner, repo, apiUrl, runUrl } = github;
  await publishReport(
    report,
    rendering,
    {
      connection: new Connection({ owner, repo, apiUrl, token, version, signal }),
      subject: subjectOf(github),
      policy: { ...config.publish, issues: issuesPolicy(config, github) },
      key: config.publish.commentKey,
      touched: await touchedLines(report, run),
      notes: [],
      runUrl,
      files: { result: resultPath, bundle: config.job === 'run' ? config.bundle : undefined },
      runner: {
        output: process.env.GITHUB_OUTPUT,
        summary: process.env.GITHUB_STEP_SUMMARY,
      },
    },
    log,
  );
  return reportExitCode(report);
}

/** A finding in a pull request is the pull request's business, and not an issue. */
function issuesPolicy({ publish }: Config, { eventName, pullRequest }: GitHubContext) {
  const isWanted = publish.issues === 'always' || eventName === 'schedule';
  return publish.issues !== 'never' && isWanted && pullRequest === undefined ? 'write' : 'leave';
}

function renderFor(report: Report, { runUrl, serverUrl, owner, repo }: GitHubContext): Rendering {
  const render = (of: Report | undefined, budgetBytes: number) =>
    of === undefined ? '' : renderMarkdown(of, { budgetBytes: budgetBytes - FRAME_BYTES, runUrl });
  const told = toldPart(report);
  return {
    comment: render(told, COMMENT_BUDGET_BYTES),
    check: render(told, CHECK_BUDGET_BYTES),
    summary: render(report, SUMMARY_BUDGET_BYTES),
    issue: ({ result }, finding) => ({
      title: findingTitle(result, finding),
      body: renderFinding(result, finding, {
        budgetBytes: COMMENT_BUDGET_BYTES - FRAME_BYTES,
        runUrl,
        commitsUrl: commitsUrl(`${serverUrl}/${owner}/${repo}`, result),
      }),
    }),
  };
}

/** GitHub's page of all commits between base and head. */
function commitsUrl(repository: string, { base, head }: Result): string | undefined {
  if (base.commit === null || head.commit === null) return undefined;
  return `${repository}/compare/${base.commit}...${head.commit}`;
}

/** All comparisons of a gate are of the same two commits. */
async function touchedLines({ comparisons: [{ result }] }: Report, run: GitHubRun) {
  const { base, head } = result;
  if (base.commit === null || head.commit === null) return undefined;
  const { process, signal, github } = run;
  return changeBetween(
    { cwd: github.workspace, env: process.env, signal },
    base.commit,
    head.commit,
  );
}
