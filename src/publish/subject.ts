import type { GitHubContext, WorkflowRunId } from '../config/github-context.ts';

/** What a result is about, on GitHub. */
export interface Subject {
  /** The pull request that is told; undefined when there is none. */
  readonly pull: PullSubject | undefined;
  /** The commit that gets the check run: a pull request's newest, not GitHub's merge; undefined for none. */
  readonly commit: string | undefined;
  /** The run that measured. */
  readonly run: WorkflowRunId;
}

export interface PullSubject {
  readonly number: number;
  readonly headSha: string;
  /** Why GitHub gives the run a token that may only read; undefined when it does not. */
  readonly readOnly: 'fork' | 'dependabot' | undefined;
}

/** GitHub's own updater of dependencies, whose runs are treated like a fork's. */
const DEPENDABOT = 'dependabot[bot]';

/** What a measurement in this very run is about. */
export function subjectOf(github: GitHubContext): Subject {
  const { pullRequest, mergeGroup, push, run } = github;
  if (pullRequest === undefined) {
    const commit = mergeGroup?.headSha ?? (push === undefined ? undefined : github.sha);
    return { pull: undefined, commit, run };
  }
  const { number, headSha } = pullRequest;
  return { pull: { number, headSha, readOnly: readOnly(github) }, commit: headSha, run };
}

/** On other events, such as `pull_request_target`, the token is the default branch's. */
function readOnly({ eventName, actor, pullRequest }: GitHubContext): PullSubject['readOnly'] {
  if (eventName !== 'pull_request') return undefined;
  if (pullRequest?.fork) return 'fork';
  return actor === DEPENDABOT ? 'dependabot' : undefined;
}
