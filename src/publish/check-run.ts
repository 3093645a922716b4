import type { Log } from '../log.ts';
import { plain } from '../text/plain.ts';
import type { Annotation } from './annotations.ts';
import type { Connection } from './connection.ts';
import { safeKey } from './key.ts';
import { type WrittenCheck, writeCheck } from './own-check-runs.ts';
import type { Subject } from './subject.ts';
import { explainTrouble } from './trouble.ts';

/** How GitHub takes it: only `failure` stops a merge where the check is required. */
export type Conclusion = 'success' | 'neutral' | 'failure';

/** What a check run says. */
export interface CheckContent {
  readonly conclusion: Conclusion;
  /** One line, safe to show. */
  readonly title: string;
  /** Markdown that GitHub takes. */
  readonly summary: string;
  /** Markdown that GitHub takes. */
  readonly text: string;
  /** Each has a file and a line. */
  readonly annotations: readonly Annotation[];
  /** The workflow run. */
  readonly runUrl: string;
}

export interface CheckRequest {
  readonly subject: Subject;
  /** Tells the check runs of several gates on one commit apart. */
  readonly key: string;
  readonly content: CheckContent;
}

/** What became of the check run. After `failed`, `note` says why; it can hold untrusted text. */
export type CheckOutcome =
  | WrittenCheck
  | { readonly state: 'skipped'; readonly why: 'policy' | 'no-commit' | 'read-only' | 'newer-run' }
  | { readonly state: 'failed'; readonly note: string };

/** What the check run is called, for branch protection. */
export function checkName(key: string): string {
  return `Flamegate: ${plain(key, 80)}`;
}

/** Concludes the check run of the commit. Never throws. */
export async function publishCheck(
  { subject, key, content }: CheckRequest,
  connection: Connection,
  log: Log,
): Promise<CheckOutcome> {
  const { commit, pull, run } = subject;
  if (commit === undefined) return { state: 'skipped', why: 'no-commit' };
  // The comment says it; GitHub has no way to write a check with such a token.
  if (pull?.readOnly !== undefined) return { state: 'skipped', why: 'read-only' };
  const { owner, repo } = connection;
  const outcome = await connection.attempt((client, { token }) =>
    writeCheck(client, {
      owner,
      repo,
      commit,
      name: checkName(key),
      family: `flamegate:${safeKey(key)}`,
      run: run.id,
      content,
      token,
    }),
  );
  if (outcome.state === 'done') return outcome.value ?? { state: 'skipped', why: 'newer-run' };
  const reason =
    outcome.trouble === undefined
      ? 'there is no token.'
      : explainTrouble(
          outcome.trouble,
          (said) => `the token may not write checks (${said}). ${HINT}`,
        );
  const note = `There is no check run, only the job’s own status: ${reason}`;
  log.warn(note);
  return { state: 'failed', note };
}

const HINT = 'Give the job `permissions: checks: write`, or set `check: never`.';
