import type { GitHubContext, PullRequestContext } from '../../../src/config/github-context.ts';

/** What the runner says on an event without a pull request. */
export function outsidePullRequests(
  eventName: string,
  sha: string,
  more: Partial<GitHubContext> = {},
): GitHubContext {
  return {
    eventName,
    sha,
    ref: 'refs/heads/main',
    owner: 'ann',
    repo: 'shop',
    actor: 'ann',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    workspace: '/workspace',
    run: { id: 1, attempt: 1 },
    runUrl: 'https://github.com/ann/shop/actions/runs/1',
    tempDirectory: '/tmp',
    pullRequest: undefined,
    mergeGroup: undefined,
    push: undefined,
    workflowRun: undefined,
    ...more,
  };
}

/** What the runner says on `pull_request`. */
export function onPullRequest(sha: string, pullRequest: PullRequestContext): GitHubContext {
  return outsidePullRequests('pull_request', sha, { pullRequest });
}
