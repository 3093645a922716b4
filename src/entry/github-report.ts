import { join } from 'node:path';
import type { Config, ReportConfig } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import { handOffText } from '../hand-off/hand-off.ts';
import type { Log } from '../log.ts';
import { changeBetween } from '../plan/change-between.ts';
import type { TouchedLines } from '../plan/touched-lines.ts';
import { Connection } from '../publish/connection.ts';
import { publishReport } from '../publish/publish.ts';
import { type Subject, subjectOf } from '../publish/subject.ts';
import type { BundleName } from '../replay/command.ts';
import { reportExitCode } from '../report/exit.ts';
import { renderJson } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { logLine } from '../text/log-line.ts';
import { version } from '../version.ts';
import { bundleNamed } from './bundle-name.ts';
import { fileStem } from './file-stem.ts';
import { writeReport } from './files.ts';
import { markdownFile } from './markdown-file.ts';
import { renderings } from './renderings.ts';

/** The run on GitHub that reports. */
export interface GitHubRun {
  readonly github: GitHubContext;
  readonly tempDirectory: string;
  readonly log: Log;
  readonly process: NodeJS.Process;
  readonly signal: AbortSignal;
}

/** What a report is about, and what is said around it. */
export interface Telling {
  readonly subject: Subject;
  /** What the report can be made from again; undefined when nothing was kept. */
  readonly bundle: BundleName | undefined;
  readonly touched: TouchedLines | undefined;
  /** Markdown of ours that goes above the report. */
  readonly notes: readonly string[];
}

/** Columns of GitHub's log on a common screen. */
const LOG_COLUMNS = 110;

/** Tells what this run has measured; returns the exit code. */
export async function tellGitHub(
  report: Report,
  config: Config,
  run: GitHubRun,
  notes: Telling['notes'],
): Promise<number> {
  const subject = subjectOf(run.github);
  await tell(report, config, run, {
    subject,
    bundle: config.job === 'run' ? await bundleNamed(config.bundle) : undefined,
    touched: await touchedLines(report, run),
    notes,
  });
  return reportExitCode(report);
}

/** Shows a report in the log, writes the files, and publishes. */
export async function tell(
  report: Report,
  config: Config | ReportConfig,
  run: GitHubRun,
  { subject, bundle, touched, notes }: Telling,
): Promise<void> {
  const { github, log, process } = run;
  for (const line of renderTerminal(report, { colour: 'off', width: LOG_COLUMNS }).split('\n')) {
    process.stdout.write(`${logLine(line)}\n`);
  }
  const { output, publish } = config;
  const json = output.json ?? join(run.tempDirectory, `${fileStem(config)}.json`);
  const write = (path: string, text: string) => writeReport(github.workspace, path, text);
  const pointers = { bundle, runUrl: github.runUrl };
  const rendering = renderings(report, pointers, github);
  const files = {
    result: await write(json, renderJson(report)),
    bundle: config.job === 'run' ? config.bundle : undefined,
    handOff:
      output.handOff && (await write(output.handOff, handOffText(report, github, bundle?.seal))),
  };
  if (output.markdown !== undefined) await write(output.markdown, markdownFile(report, pointers));
  await publishReport(
    report,
    rendering,
    {
      connection: connectionOf(config, run),
      subject,
      policy: { ...publish, issues: issuesPolicy(config, subject, github) },
      key: publish.commentKey,
      touched,
      notes,
      runUrl: github.runUrl,
      files,
      runner: {
        output: process.env.GITHUB_OUTPUT,
        summary: process.env.GITHUB_STEP_SUMMARY,
      },
    },
    log,
  );
}

/** The repository that the workflow belongs to, with the token of the configuration. */
export function connectionOf(
  { publish: { token } }: Config | ReportConfig,
  { github: { owner, repo, apiUrl }, signal }: Pick<GitHubRun, 'github' | 'signal'>,
): Connection {
  return new Connection({ owner, repo, apiUrl, token, version, signal });
}

/** A finding in a pull request is the pull request's business, and not an issue. */
function issuesPolicy(
  { publish: { issues } }: Config | ReportConfig,
  { pull }: Subject,
  { eventName }: GitHubContext,
) {
  const isWanted = issues === 'always' || (issues === 'schedule' && eventName === 'schedule');
  return isWanted && pull === undefined ? 'write' : 'leave';
}

/** All comparisons of a gate are of the same two commits. */
async function touchedLines({ comparisons: [{ result }] }: Report, run: GitHubRun) {
  const { base, head } = result;
  if (base.commit === null || head.commit === null) return undefined;
  const { process, signal, github } = run;
  const git = { cwd: github.workspace, env: process.env, signal };
  return changeBetween(git, base.commit, head.commit);
}
