import type { GitHubContext, PullRequestContext } from '../../../src/config/github-context.ts';

/** What the runner says on an event without a pull request. */
export function outsidePullRequests(eventName: string, sha: string): GitHubContext {
  return {
    eventName,
    sha,
    owner: 'ann',
    repo: 'shop',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    workspace: '/workspace',
    runUrl: 'https://github.com/ann/shop/actions/runs/1',
    tempDirectory: '/tmp',
    pullRequest: undefined,
  };
}

/** What the runner says on `pull_request`. */
export function onPullRequest(sha: string, pullRequest: PullRequestContext): GitHubContext {
  return { ...outsidePullRequests('pull_request', sha), pullRequest };
}
