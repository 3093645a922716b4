import type { PublishConfig } from '../config/config.ts';
import type { GitHubContext, PullRequestContext } from '../config/github-context.ts';
import type { Log } from '../log.ts';
import type { Verdict } from '../report/result.ts';
import { commentBody, commentMarker } from './comment-body.ts';
import { deadline } from './deadline.ts';
import { createGitHubClient, type GitHubClient } from './github-client.ts';
import { type Conversation, findOwnComments, type OwnComment } from './own-comments.ts';
import { describeTrouble, type Trouble, troubleOf } from './trouble.ts';

/** When a comment is written: when there is something to say, after every run, or not at all. */
export type CommentPolicy = PublishConfig['comment'];

/** How long a comment may hold up the job, in milliseconds. */
const TOTAL_MS = 60_000;

export interface CommentRequest {
  readonly github: GitHubContext;
  readonly token: string | undefined;
  readonly policy: CommentPolicy;
  readonly key: string;
  readonly verdict: Verdict;
  /** Markdown. */
  readonly report: string;
  /** Flamegate's own version. */
  readonly version: string;
  readonly signal: AbortSignal;
}

/**
 * What became of the comment. `skipped` is as it should be; after `failed` the report is in the job summary
 * only, and `note` says why. The note can hold untrusted text.
 */
export type CommentOutcome =
  | {
      readonly state: 'created' | 'updated';
      readonly url: string;
      readonly duplicatesDeleted: number;
    }
  | { readonly state: 'skipped'; readonly why: 'policy' | 'no-pull-request' | 'nothing-to-say' }
  | { readonly state: 'failed'; readonly note: string };

/**
 * Keeps one comment on the pull request up to date. A comment that is there is always updated, so that a fixed
 * pull request says so; policy `problems` writes a first one only for a verdict other than `pass`. Never throws.
 */
export async function publishComment(request: CommentRequest, log: Log): Promise<CommentOutcome> {
  const { pullRequest } = request.github;
  if (request.policy === 'never') return { state: 'skipped', why: 'policy' };
  if (pullRequest === undefined) return { state: 'skipped', why: 'no-pull-request' };
  const { token } = request;
  if (token === undefined || token === '') return failed('there is no token.', log);
  const { signal, end } = deadline(request.signal, TOTAL_MS);
  try {
    const { version } = request;
    const { apiUrl } = request.github;
    const client = await createGitHubClient({ apiUrl, token, version, signal });
    return await write(client, { ...request, token, pullRequest });
  } catch (error) {
    return failed(explain(troubleOf(error, token), pullRequest), log);
  } finally {
    end();
  }
}

async function write(
  client: GitHubClient,
  request: CommentRequest & { readonly token: string; readonly pullRequest: PullRequestContext },
): Promise<CommentOutcome> {
  const { owner, repo } = request.github;
  const conversation = { owner, repo, issue_number: request.pullRequest.number };
  const marker = commentMarker(request.key);
  const body = commentBody(marker, request.report);
  const own = await findOwnComments(client, conversation, request.token, marker);
  const updated = await updateFirst(client, conversation, { own, body, token: request.token });
  if (updated !== undefined) return updated;
  if (request.policy === 'problems' && request.verdict === 'pass') {
    return { state: 'skipped', why: 'nothing-to-say' };
  }
  const { data } = await client.rest.issues.createComment({ ...conversation, body });
  return { state: 'created', url: data.html_url, duplicatesDeleted: 0 };
}

/**
 * Updates the oldest comment that GitHub lets us update and deletes the same author's later ones, which two runs
 * at the same time leave behind. Undefined when there is none.
 */
async function updateFirst(
  client: GitHubClient,
  { owner, repo }: Conversation,
  {
    own,
    body,
    token,
  }: { readonly own: readonly OwnComment[]; readonly body: string; readonly token: string },
): Promise<CommentOutcome | undefined> {
  for (const { id, authorId } of own) {
    const data = await unlessRefused(token, async () => {
      const reply = await client.rest.issues.updateComment({ owner, repo, comment_id: id, body });
      return reply.data;
    });
    if (data === undefined) continue;
    let duplicatesDeleted = 0;
    for (const later of own.filter((other) => other.id > id && other.authorId === authorId)) {
      const deleted = await unlessRefused(token, () =>
        client.rest.issues.deleteComment({ owner, repo, comment_id: later.id }),
      );
      if (deleted !== undefined) duplicatesDeleted += 1;
    }
    return { state: 'updated', url: data.html_url, duplicatesDeleted };
  }
  return undefined;
}

/** Undefined when the comment is another bot's, or was deleted meanwhile. */
async function unlessRefused<T>(token: string, send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    const { kind, status } = troubleOf(error, token);
    if (kind === 'refused' && status !== 401) return undefined;
    throw error;
  }
}

function failed(reason: string, log: Log): CommentOutcome {
  const note = `The report is in the job summary only, not in a comment: ${reason}`;
  log.warn(note);
  return { state: 'failed', note };
}

/** The reason, and what to do about it. */
function explain(trouble: Trouble, { fork }: PullRequestContext): string {
  const said = describeTrouble(trouble);
  if (trouble.kind === 'limited') return `GitHub limits the number of requests (${said}).`;
  if (trouble.kind !== 'refused') return `GitHub did not answer as expected (${said}).`;
  if (trouble.status === 401) return `GitHub does not know the token (${said}).`;
  return fork
    ? `the pull request comes from a fork, whose token may only read (${said}).`
    : `the token may not write comments (${said}). Give the job \`permissions: pull-requests: write\`.`;
}
