import type { PublishConfig } from '../config/config.ts';
import type { Log } from '../log.ts';
import type { Verdict } from '../report/result.ts';
import { commentBody, commentMarker } from './comment-body.ts';
import type { Connection } from './connection.ts';
import { SETTLE_MS } from './limits.ts';
import { keepOneComment, type StickyOutcome } from './sticky-comment.ts';
import type { PullSubject, Subject } from './subject.ts';
import { explainTrouble, type Trouble } from './trouble.ts';

/** When a comment is written: when there is something to say, after every run, or not at all. */
export type CommentPolicy = PublishConfig['comment'];

export interface CommentRequest {
  readonly subject: Subject;
  readonly policy: CommentPolicy;
  readonly key: string;
  readonly verdict: Verdict;
  /** Markdown. */
  readonly report: string;
  /** Another time to wait for other runs, for tests. */
  readonly settleMs?: number;
}

/**
 * What became of the comment. `skipped` is as it should be; after `failed` the report is in the job summary
 * only, and `note` says why. The note can hold untrusted text.
 */
export type CommentOutcome =
  | StickyOutcome
  | { readonly state: 'skipped'; readonly why: 'policy' | 'no-pull-request' }
  | { readonly state: 'failed'; readonly note: string };

/**
 * Keeps one comment on the pull request up to date. A comment that is there is always updated, so that a fixed
 * pull request says so; policy `problems` writes a first one only for a verdict other than `pass`. Never throws.
 */
export async function publishComment(
  request: CommentRequest,
  connection: Connection,
  log: Log,
): Promise<CommentOutcome> {
  const { pull, run } = request.subject;
  if (request.policy === 'never') return { state: 'skipped', why: 'policy' };
  if (pull === undefined) return { state: 'skipped', why: 'no-pull-request' };
  const marker = commentMarker(request.key);
  const stamp = { run, commit: pull.headSha };
  const { owner, repo } = connection;
  const outcome = await connection.attempt((client, { token, signal }) =>
    keepOneComment(client, {
      conversation: { owner, repo, issue_number: pull.number },
      token,
      marker,
      stamp,
      body: commentBody(marker, stamp, request.report),
      outdatedBody: commentBody(marker, stamp, `${OUTDATED}\n\n${request.report}`),
      first: request.policy === 'problems' && request.verdict === 'pass' ? 'leave' : 'write',
      settleMs: request.settleMs ?? SETTLE_MS,
      signal,
    }),
  );
  if (outcome.state === 'done') return outcome.value;
  const reason =
    outcome.trouble === undefined ? 'there is no token.' : explain(outcome.trouble, pull);
  const note = `The report is in the job summary only, not in a comment: ${reason}`;
  log.warn(note);
  return { state: 'failed', note };
}

/** Above a verdict that newer commits have made doubtful. */
const OUTDATED = '> [!NOTE]\n> The pull request has newer commits than the one that this is about.';

/** The reason, and what to do about it. */
function explain(trouble: Trouble, { readOnly }: PullSubject): string {
  return explainTrouble(trouble, (said) => {
    if (readOnly === 'fork') {
      return `the pull request comes from a fork, whose token may only read (${said}).`;
    }
    if (readOnly === 'dependabot') {
      return `the pull request comes from Dependabot, whose token may only read (${said}).`;
    }
    return `the token may not write comments (${said}). Give the job \`permissions: pull-requests: write\`.`;
  });
}
