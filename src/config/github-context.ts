/** What the runner and the event file say about the run that we are in. Everything is untrusted text. */
export interface GitHubContext {
  readonly eventName: string;
  /** The commit that triggered the workflow; on `pull_request` GitHub's merge commit. */
  readonly sha: string;
  /** What triggered the workflow, in full: `refs/heads/main`, `refs/tags/v1.4.0`. */
  readonly ref: string;
  readonly owner: string;
  readonly repo: string;
  /** Who triggered the workflow: `octocat`, `dependabot[bot]`. */
  readonly actor: string;
  /** `https://github.com` or a GitHub Enterprise server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workspace: string;
  readonly run: WorkflowRunId;
  readonly runUrl: string;
  /** Folder that the runner empties after the job. */
  readonly tempDirectory: string;
  readonly pullRequest: PullRequestContext | undefined;
  readonly mergeGroup: MergeGroupContext | undefined;
  readonly push: PushContext | undefined;
  readonly workflowRun: FinishedRunContext | undefined;
}

/** A run of a workflow. Later runs have larger numbers; each time that a run is repeated is an attempt of it. */
export interface WorkflowRunId {
  readonly id: number;
  /** From 1. */
  readonly attempt: number;
}

export interface PullRequestContext {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** The head lies in another repository; the token is read-only. */
  readonly fork: boolean;
}

/** On `merge_group`: what a queue has put together. */
export interface MergeGroupContext {
  readonly headSha: string;
  /** What the group is put upon: the base branch, or the group before it in the queue. */
  readonly baseSha: string;
  readonly baseRef: string;
  /** The newest pull request in the group, by the name that the queue gave it; undefined when that says none. */
  readonly pullRequest: number | undefined;
}

/** On `push`. */
export interface PushContext {
  /** Where the branch or tag was; undefined when it is new. */
  readonly before: string | undefined;
}

/** On `workflow_run`: the run that has ended. */
export interface FinishedRunContext {
  readonly run: WorkflowRunId;
  /** What had started it: `pull_request`. */
  readonly eventName: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** Owner of the repository that the head lies in. */
  readonly headOwner: string;
  /** The head lies in another repository. */
  readonly fork: boolean;
  /** Pull requests of branches here; GitHub names none of forks. */
  readonly pullRequests: readonly number[];
}
