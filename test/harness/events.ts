import type { FakeGitHub } from './fake-github.ts';
import type { Account } from './github/accounts.ts';
import { type EventPayload, part, recordedEvent } from './github/recorded-events.ts';
import type { Pull } from './github/state.ts';

/** Who opens pull requests that update dependencies, with its real number. */
export const DEPENDABOT: Account = { id: 49699333, login: 'dependabot[bot]', type: 'Bot' };

/** Event `pull_request`. The head lies in a fork when the pull request's `headRepository` says so. */
export function pullRequestEvent(github: FakeGitHub, pull: Pull): EventPayload {
  const event = recordedEvent('pull-request', github.repository);
  const recorded = part(event, 'pull_request');
  return {
    ...event,
    number: pull.number,
    after: pull.headSha,
    pull_request: {
      ...recorded,
      number: pull.number,
      title: pull.title,
      user: { ...part(recorded, 'user'), ...pull.author },
      head: side(part(recorded, 'head'), pull.headRepository, pull.headRef, pull.headSha),
      base: side(part(recorded, 'base'), nameOf(github), pull.baseRef, pull.baseSha),
    },
    sender: { ...part(event, 'sender'), ...pull.author },
  };
}

/** Event `merge_group`: a queue has put pull requests together and asks for checks. */
export function mergeGroupEvent(
  github: FakeGitHub,
  { base, head }: { readonly base: string; readonly head: string },
): EventPayload {
  const event = recordedEvent('merge-group', github.repository);
  const recorded = part(event, 'merge_group');
  return {
    ...event,
    merge_group: {
      ...recorded,
      base_sha: base,
      head_sha: head,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
      head_commit: { ...part(recorded, 'head_commit'), id: head },
    },
  };
}

/** Event `schedule`. */
export function scheduleEvent(github: FakeGitHub): EventPayload {
  return recordedEvent('schedule', github.repository);
}

/** Event `workflow_dispatch`, started by hand on the default branch. */
export function dispatchEvent(
  github: FakeGitHub,
  inputs: Readonly<Record<string, string>> = {},
): EventPayload {
  const event = recordedEvent('workflow-dispatch', github.repository);
  return { ...event, ref: 'refs/heads/main', inputs };
}

/** Event `push` of a branch or a tag. `before` is missing when it is new. */
export function pushEvent(
  github: FakeGitHub,
  pushed: { readonly ref: string; readonly before?: string; readonly after: string },
): EventPayload {
  const event = recordedEvent('push', github.repository);
  const { ref, before = '0'.repeat(40), after } = pushed;
  return {
    ...event,
    ref,
    before,
    after,
    created: pushed.before === undefined,
    head_commit: { ...part(event, 'head_commit'), id: after },
  };
}

/** The workflow run whose end starts another one. */
export interface FinishedRun {
  readonly id: number;
  readonly attempt?: number;
  /** What had started it; `pull_request` by default. */
  readonly event?: string;
}

/** Event `workflow_run`: a run for a pull request has ended. GitHub names the pull request unless it is a fork's. */
export function workflowRunEvent(
  github: FakeGitHub,
  pull: Pull,
  { id, attempt = 1, event: startedBy = 'pull_request' }: FinishedRun,
): EventPayload {
  const event = recordedEvent('workflow-run', github.repository);
  const recorded = part(event, 'workflow_run');
  return {
    ...event,
    workflow_run: {
      ...recorded,
      id,
      run_attempt: attempt,
      event: startedBy,
      head_sha: pull.headSha,
      head_branch: pull.headRef,
      head_repository: repositoryOf(part(recorded, 'head_repository'), pull.headRepository),
      head_commit: { ...part(recorded, 'head_commit'), id: pull.headSha },
      pull_requests: pull.headRepository === nameOf(github) ? [named(recorded, pull)] : [],
    },
  };
}

/** A pull request as a workflow run names it. */
function named({ pull_requests: recorded }: EventPayload, pull: Pull): EventPayload {
  const [one] = Array.isArray(recorded) ? recorded : [];
  return {
    ...one,
    number: pull.number,
    head: { ...one.head, ref: pull.headRef, sha: pull.headSha },
    base: { ...one.base, ref: pull.baseRef, sha: pull.baseSha },
  };
}

/** A side of a pull request. */
function side(recorded: EventPayload, repository: string, ref: string, sha: string): EventPayload {
  const [owner] = repository.split('/');
  const repo = repositoryOf(part(recorded, 'repo'), repository);
  return { ...recorded, label: `${owner}:${ref}`, ref, sha, repo };
}

/** The repository itself, or a fork of it with a number of its own. */
function repositoryOf(recorded: EventPayload, fullName: string): EventPayload {
  if (recorded.full_name === fullName) return recorded;
  const [login, name] = fullName.split('/');
  const owner = { ...part(recorded, 'owner'), login };
  return { ...recorded, id: Number(recorded.id) + 1, name, full_name: fullName, fork: true, owner };
}

function nameOf({ repository }: FakeGitHub): string {
  return `${repository.owner}/${repository.name}`;
}
