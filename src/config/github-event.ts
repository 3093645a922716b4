import type {
  FinishedRunContext,
  GitHubContext,
  MergeGroupContext,
  PullRequestContext,
  PushContext,
} from './github-context.ts';

/** What the event file says, of the events that mean something to us. */
export type EventContext = Pick<
  GitHubContext,
  'pullRequest' | 'mergeGroup' | 'push' | 'workflowRun'
>;

/** Reads a payload as GitHub describes it (docs.github.com, webhook events and payloads). */
export function eventContext(eventName: string, event: unknown): EventContext {
  return {
    pullRequest: pullRequestOf(event),
    mergeGroup: mergeGroupOf(event),
    push: eventName === 'push' ? pushOf(event) : undefined,
    workflowRun: eventName === 'workflow_run' ? finishedRunOf(event) : undefined,
  };
}

function pullRequestOf(event: unknown): PullRequestContext | undefined {
  const pull = field(event, 'pull_request');
  const number = numberField(pull, 'number');
  if (number === undefined) return undefined;
  const head = field(pull, 'head');
  const base = field(pull, 'base');
  return {
    number,
    headSha: textField(head, 'sha'),
    baseSha: textField(base, 'sha'),
    baseRef: textField(base, 'ref'),
    fork: isElsewhere(field(head, 'repo'), field(base, 'repo')),
  };
}

function mergeGroupOf(event: unknown): MergeGroupContext | undefined {
  const group = field(event, 'merge_group');
  if (group === undefined) return undefined;
  return {
    headSha: textField(group, 'head_sha'),
    baseSha: textField(group, 'base_sha'),
    baseRef: textField(group, 'base_ref'),
    pullRequest: pullOfQueue(textField(group, 'head_ref')),
  };
}

/** A queue builds `refs/heads/gh-readonly-queue/main/pr-7-` and the commit below it; nobody else can write there. */
function pullOfQueue(headRef: string): number | undefined {
  const name = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d{1,10})-[0-9a-f]+$/.exec(headRef)?.[1];
  return name === undefined ? undefined : Number(name);
}

/** GitHub says nothing but zeros for what was not there before. */
function pushOf(event: unknown): PushContext {
  const before = textField(event, 'before');
  return { before: /^0*$/.test(before) ? undefined : before };
}

function finishedRunOf(event: unknown): FinishedRunContext | undefined {
  const run = field(event, 'workflow_run');
  const id = numberField(run, 'id');
  if (id === undefined) return undefined;
  const repository = field(run, 'head_repository');
  const pulls = field(run, 'pull_requests');
  return {
    run: { id, attempt: numberField(run, 'run_attempt') ?? 1 },
    eventName: textField(run, 'event'),
    headSha: textField(run, 'head_sha'),
    headBranch: textField(run, 'head_branch'),
    headOwner: textField(field(repository, 'owner'), 'login'),
    fork: isElsewhere(repository, field(event, 'repository')),
    pullRequests: (Array.isArray(pulls) ? pulls : []).flatMap(
      (pull) => numberField(pull, 'number') ?? [],
    ),
  };
}

/** By number, which stays when a repository is renamed. A deleted fork has none any more; it is a fork all the same. */
function isElsewhere(head: unknown, here: unknown): boolean {
  const id = numberField(head, 'id');
  return id === undefined || id !== numberField(here, 'id');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}

function numberField(value: unknown, name: string): number | undefined {
  const found = field(value, name);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined;
}
