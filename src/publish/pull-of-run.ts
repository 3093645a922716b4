import type { FinishedRunContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { GitHubClient } from './github-client.ts';
import { explainTrouble, unlessRefused } from './trouble.ts';

/** A file that a pull request changes; large ones come without their hunks. */
interface PullFile {
  readonly filename: string;
  readonly patch?: string;
}

/** The open pull request that a workflow run was for. */
export interface PullOfRun {
  readonly number: number;
  readonly headSha: string;
  /** The base branch's commit that GitHub compares it with. */
  readonly baseSha: string;
  /** Its files with their hunks; undefined when GitHub does not say. */
  readonly files: readonly PullFile[] | undefined;
}

/**
 * Finds the pull request by what the event says of the run: for a branch the event names it, for a fork it is the one
 * whose head has the run's owner, branch and commit.
 * @returns undefined when there is none any more: it was closed, or has newer commits
 * @throws FlamegateError of kind `plan` when there are several, or GitHub can't be asked
 */
export async function pullOfRun(
  connection: Connection,
  run: FinishedRunContext,
): Promise<PullOfRun | undefined> {
  const outcome = await connection.attempt(async (client, { token }) => {
    const found = await candidates(client, connection, run);
    const [pull, ...others] = found.filter(({ headSha }) => headSha === run.headSha);
    if (pull === undefined || others.length > 0) return { pull, others: others.length };
    const files = await unlessRefused(token, () => filesOf(client, connection, pull.number));
    return { pull: { ...pull, files }, others: 0 };
  });
  if (outcome.state === 'failed') throw unreachable(outcome.trouble);
  const { pull, others } = outcome.value;
  if (others === 0) return pull;
  throw new FlamegateError(
    'plan',
    `${others + 1} open pull requests have the head ${run.headSha}`,
    {
      hint: 'Close all but one of them.',
    },
  );
}

type Candidate = PullOfRun & { readonly files: undefined };

async function candidates(
  client: GitHubClient,
  { owner, repo }: Connection,
  { fork, pullRequests, headOwner, headBranch }: FinishedRunContext,
): Promise<Candidate[]> {
  const { pulls } = client.rest;
  if (!fork && pullRequests.length > 0) {
    const found = await Promise.all(
      pullRequests.map((pull_number) => pulls.get({ owner, repo, pull_number })),
    );
    return found.filter(({ data }) => data.state === 'open').map(({ data }) => candidate(data));
  }
  const head = `${headOwner}:${headBranch}`;
  const listed = await client.paginate(pulls.list, {
    owner,
    repo,
    head,
    state: 'open',
    per_page: 100,
  });
  return listed.map(candidate);
}

function candidate({ number, base, head }: PullData): Candidate {
  return { number, headSha: head.sha, baseSha: base.sha, files: undefined };
}

/** What is read of GitHub's pull requests. */
interface PullData {
  readonly number: number;
  readonly base: { readonly sha: string };
  readonly head: { readonly sha: string };
}

async function filesOf(
  client: GitHubClient,
  { owner, repo }: Connection,
  pull_number: number,
): Promise<readonly PullFile[]> {
  const { pulls } = client.rest;
  return client.paginate(pulls.listFiles, { owner, repo, pull_number, per_page: 100 });
}

function unreachable(trouble: Parameters<typeof explainTrouble>[0] | undefined): FlamegateError {
  const reason =
    trouble === undefined
      ? 'there is no token'
      : explainTrouble(trouble, (said) => `the token may not read pull requests (${said})`);
  return new FlamegateError('plan', `the pull request of the run can't be found: ${reason}`, {
    hint: 'Give the job `permissions: pull-requests: write`.',
  });
}
