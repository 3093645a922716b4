import { describe, expect, it } from 'vitest';
import type { FinishedRunContext, GitHubContext } from '../../src/config/github-context.ts';
import { refuseForkCode } from '../../src/plan/fork-code.ts';
import { outsidePullRequests } from './support/github.ts';

const MAIN = 'b'.repeat(40);
const HEAD = 'a'.repeat(40);
const TOKEN = `ghs_${'x'.repeat(36)}`;

function onPull(eventName: string, fork: boolean): GitHubContext {
  const pullRequest = { number: 7, headSha: HEAD, baseSha: MAIN, baseRef: 'main', fork };
  return outsidePullRequests(eventName, MAIN, { pullRequest });
}

function afterRun(fork: boolean): GitHubContext {
  const workflowRun: FinishedRunContext = {
    run: { id: 5, attempt: 1 },
    eventName: 'pull_request',
    headSha: HEAD,
    headBranch: 'topic',
    headOwner: fork ? 'mallory' : 'ann',
    fork,
    pullRequests: fork ? [] : [7],
  };
  return outsidePullRequests('workflow_run', MAIN, { workflowRun });
}

/** What every job of GitHub has in its environment. */
const ORDINARY = {
  PATH: '/usr/bin',
  ACTIONS_RUNTIME_TOKEN: 'runtime',
  'INPUT_GITHUB-TOKEN': TOKEN,
  'INPUT_PYROSCOPE-PASSWORD': '',
  NPM_TOKEN: '',
  TOKENIZER: 'fast',
  MONKEY: 'see',
};

describe('code is built', () => {
  it.each<[string, GitHubContext, string]>([
    ['of a branch', onPull('pull_request', false), HEAD],
    ['of a fork without secrets', onPull('pull_request', true), HEAD],
    ['of a branch, on pull_request_target', onPull('pull_request_target', false), HEAD],
    ['after a run for a branch', afterRun(false), HEAD],
    ['pushed here', outsidePullRequests('push', HEAD), HEAD],
    ['of the default branch, on a comment', outsidePullRequests('issue_comment', MAIN), MAIN],
  ])('%s', (_, github, head) => {
    expect(() =>
      refuseForkCode({ github, head, environment: ORDINARY, token: TOKEN }),
    ).not.toThrow();
  });
});

describe('code is refused', () => {
  it.each<[string, GitHubContext, RegExp]>([
    [
      'of a fork, on pull_request_target',
      onPull('pull_request_target', true),
      /comes from a fork, and on pull_request_target secrets are in reach/,
    ],
    [
      'after a run for a fork',
      afterRun(true),
      /caused by a fork, and on workflow_run secrets are in reach/,
    ],
    [
      'of whoever a comment is about',
      outsidePullRequests('issue_comment', MAIN),
      /nothing says whose code a comment is about, and on issue_comment/,
    ],
  ])('%s', (_, github, message) => {
    const circumstances = { github, head: HEAD, environment: ORDINARY, token: TOKEN };
    expect(() => refuseForkCode(circumstances)).toThrow(message);
  });

  it.each([
    ['NPM_TOKEN'],
    ['INPUT_PYROSCOPE-HEADERS'],
    ['INPUT_PYROSCOPE-PASSWORD'],
    ['AWS_SECRET_ACCESS_KEY'],
    ['SECRET'],
    ['api_key'],
    ['GOOGLE_APPLICATION_CREDENTIALS'],
    ['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
  ])('of a fork, with %s in the environment; its value is not told', (name) => {
    const environment = { ...ORDINARY, [name]: 'hush-hush' };
    const github = onPull('pull_request', true);
    expect(() => refuseForkCode({ github, head: HEAD, environment, token: TOKEN })).toThrow(
      new RegExp(`^the pull request comes from a fork, and ${name} looks like a secret`),
    );
    expect(() => refuseForkCode({ github, head: HEAD, environment, token: TOKEN })).not.toThrow(
      /hush-hush/,
    );
  });

  it('of a fork, with a person’s token', () => {
    const token = `github_pat_${'x'.repeat(30)}`;
    const github = onPull('pull_request', true);
    expect(() => refuseForkCode({ github, head: HEAD, environment: ORDINARY, token })).toThrow(
      /is a person’s/,
    );
  });
});
