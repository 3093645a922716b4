import type { Mode } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import type { Log } from '../log.ts';
import type { Result } from '../report/result.ts';
import { annotationsOf, writeAnnotations } from './annotations.ts';
import { type CommentOutcome, type CommentPolicy, publishComment } from './comment.ts';
import { type ResultFiles, stepOutputs, writeOutputs } from './outputs.ts';
import { writeSummary } from './summary.ts';

/** Where a result is published, and how much of it. */
export interface PublishContext {
  readonly github: GitHubContext;
  readonly token: string | undefined;
  readonly mode: Mode;
  readonly commentPolicy: CommentPolicy;
  /** Tells several comments of Flamegate on one pull request apart. */
  readonly commentKey: string;
  /** What the run left behind. */
  readonly files: ResultFiles;
  /** Files that the runner reads after the step. */
  readonly runner: RunnerFiles;
  /** Ends the talk with GitHub when the run is interrupted; what needs no network is still written. */
  readonly signal: AbortSignal;
}

/** Paths from `GITHUB_OUTPUT` and `GITHUB_STEP_SUMMARY`; undefined where the runner has no such thing. */
export interface RunnerFiles {
  readonly output: string | undefined;
  readonly summary: string | undefined;
}

/** The result in Markdown, made by `report/`. */
export interface Rendering {
  readonly comment: string;
  readonly summary: string;
}

/** What was published. `failed` was logged; it never changes the verdict. */
export interface PublishReport {
  readonly comment: CommentOutcome;
  readonly summary: 'written' | 'failed';
  readonly outputs: 'written' | 'failed';
  readonly annotations: number;
}

/**
 * Tells GitHub about the result: outputs and annotations first, because they need no network and a cancelled
 * job keeps them; then the comment; the summary last, because it says what became of the comment. Never throws.
 */
export async function publishResult(
  result: Result,
  rendering: Rendering,
  context: PublishContext,
  log: Log,
): Promise<PublishReport> {
  const { runner, mode } = context;
  const outputs = await attempt('There are no step outputs', runner.output, log, () =>
    writeOutputs(stepOutputs(result, context.files)),
  );
  const annotations = annotationsOf(result, mode);
  await writeAnnotations(annotations);
  const comment = await publishComment(
    {
      github: context.github,
      token: context.token,
      // Whoever only watches must not be watched.
      policy: mode === 'observe' ? 'never' : context.commentPolicy,
      key: context.commentKey,
      verdict: result.verdict,
      report: rendering.comment,
      version: result.tool.version,
      signal: context.signal,
    },
    log,
  );
  const note = comment.state === 'failed' ? comment.note : undefined;
  const summary = await attempt('There is no job summary', runner.summary, log, () =>
    writeSummary(rendering.summary, note),
  );
  return { comment, summary, outputs, annotations: annotations.length };
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
