import type { PublishConfig } from '../config/config.ts';
import type { Log } from '../log.ts';
import { partOf, type Report } from '../report/report.ts';
import {
  type Annotation,
  annotationsOf,
  fitStep,
  type TouchedLines,
  writeAnnotations,
} from './annotations.ts';
import { checkContent, isForCheck } from './check-content.ts';
import { type CheckOutcome, publishCheck } from './check-run.ts';
import { type CommentOutcome, publishComment } from './comment.ts';
import type { Connection } from './connection.ts';
import { type IssuesOutcome, type IssuesRequest, publishIssues } from './issues/issues.ts';
import { type ResultFiles, stepOutputs, urlOutputs, writeOutputs } from './outputs.ts';
import type { Subject } from './subject.ts';
import { writeSummary } from './summary.ts';

/** Where a report is published, and how much of it. */
export interface PublishContext {
  readonly connection: Connection;
  readonly subject: Subject;
  readonly policy: Pick<PublishConfig, 'comment' | 'check'> & {
    /** Whether findings get issues. */
    readonly issues: 'write' | 'leave';
  };
  /** Tells comments and check runs of several gates apart. */
  readonly key: string;
  /** The lines of the change; undefined when nobody knows them. */
  readonly touched: TouchedLines | undefined;
  /** Markdown of ours that goes above the report. */
  readonly notes: readonly string[];
  readonly runUrl: string;
  /** What the run left behind. */
  readonly files: ResultFiles;
  /** Files that the runner reads after the step. */
  readonly runner: RunnerFiles;
  /** Another time to wait for other runs, for tests. */
  readonly settleMs?: number;
}

/** Paths from `GITHUB_OUTPUT` and `GITHUB_STEP_SUMMARY`; undefined where the runner has no such thing. */
export interface RunnerFiles {
  readonly output: string | undefined;
  readonly summary: string | undefined;
}

/** The report in Markdown, made by `report/` within the budgets of `limits.ts`. */
export interface Rendering {
  /** Of what is told, see `toldPart`. */
  readonly comment: string;
  /** Of what is told. */
  readonly check: string;
  /** Of everything. */
  readonly summary: string;
  /** Of one finding. */
  readonly issue: IssuesRequest['textOf'];
}

/** What was published. `failed` was logged; it never changes the verdict. */
export interface PublishReport {
  readonly check: CheckOutcome;
  readonly comment: CommentOutcome;
  readonly issues: IssuesOutcome;
  readonly summary: 'written' | 'failed';
  readonly outputs: 'written' | 'failed';
  readonly annotations: number;
}

/** What of a report people are told: whoever only watches must not be watched. Undefined when that is nothing. */
export function toldPart(report: Report): Report | undefined {
  return partOf(report, ({ handling }) => handling.mode !== 'observe');
}

/**
 * Tells GitHub about the report: outputs first, because they need no network and a cancelled job keeps them; then
 * the check run, since it decides which annotations are left for the log; then the comment; the summary last,
 * because it says what became of the others. Never throws.
 */
export async function publishReport(
  report: Report,
  rendering: Rendering,
  context: PublishContext,
  log: Log,
): Promise<PublishReport> {
  const { runner } = context;
  const writing = (otherwise: string, file: string | undefined, write: () => Promise<void>) =>
    attempt(otherwise, file, log, write);
  const outputs = await writing('There are no step outputs', runner.output, () =>
    writeOutputs(stepOutputs(report, context.files)),
  );
  const told = toldPart(report);
  const all = annotationsOf(report, context.touched);
  const check = await tellCheck(told, rendering, all, context, log);
  const annotations = fitStep(notIn(check, all));
  await writeAnnotations(annotations);
  const comment = await tellComment(told, rendering, context, log);
  const issues = await tellIssues(told, rendering, context, log);
  if (outputs === 'written') await writeOutputs(urlOutputs({ check, comment, issues }));
  const notes = [check, comment, issues].flatMap((outcome) =>
    'note' in outcome ? outcome.note : [],
  );
  const summary = await writing('There is no job summary', runner.summary, () =>
    writeSummary([...context.notes, rendering.summary].join('\n\n'), notes),
  );
  return { check, comment, issues, summary, outputs, annotations: annotations.length };
}

/** What a check run shows, the log would show a second time. */
function notIn(check: CheckOutcome, annotations: readonly Annotation[]): readonly Annotation[] {
  const isWritten = check.state === 'created' || check.state === 'updated';
  return isWritten ? annotations.filter((one) => !isForCheck(one)) : annotations;
}

async function tellCheck(
  told: Report | undefined,
  { check: markdown }: Rendering,
  annotations: readonly Annotation[],
  { policy, subject, key, notes, touched, runUrl, connection }: PublishContext,
  log: Log,
): Promise<CheckOutcome> {
  if (told === undefined || policy.check === 'never') return { state: 'skipped', why: 'policy' };
  const content = checkContent(told, { markdown, notes, annotations, touched, runUrl });
  return publishCheck({ subject, key, content }, connection, log);
}

async function tellComment(
  told: Report | undefined,
  { comment }: Rendering,
  { policy, subject, key, notes, connection, settleMs }: PublishContext,
  log: Log,
): Promise<CommentOutcome> {
  if (told === undefined) return { state: 'skipped', why: 'policy' };
  const report = [...notes, comment].join('\n\n');
  const { verdict } = told;
  return publishComment(
    {
      subject,
      policy: policy.comment,
      key,
      verdict,
      report,
      ...(settleMs !== undefined && { settleMs }),
    },
    connection,
    log,
  );
}

async function tellIssues(
  told: Report | undefined,
  { issue: textOf }: Rendering,
  { policy, subject, key, connection, settleMs }: PublishContext,
  log: Log,
): Promise<IssuesOutcome> {
  if (told === undefined || policy.issues === 'leave') return { state: 'skipped', why: 'policy' };
  const { run } = subject;
  const request = { report: told, key, run, textOf, ...(settleMs !== undefined && { settleMs }) };
  return publishIssues(request, connection, log);
}

/** A channel of the runner that may be missing (other runners) or full. */
async function attempt(
  otherwise: string,
  file: string | undefined,
  log: Log,
  write: () => Promise<void>,
): Promise<'written' | 'failed'> {
  if (file === undefined || file === '') {
    log.warn(`${otherwise}: the runner gave no file.`);
    return 'failed';
  }
  try {
    await write();
    return 'written';
  } catch (error) {
    log.warn(`${otherwise}: ${error instanceof Error ? error.message : String(error)}`);
    return 'failed';
  }
}
