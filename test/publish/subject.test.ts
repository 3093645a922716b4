import { describe, expect, it } from 'vitest';
import type { GitHubContext } from '../../src/config/github-context.ts';
import { subjectOf } from '../../src/publish/subject.ts';
import { outsidePullRequests } from '../plan/support/github.ts';

const MERGE = 'c'.repeat(40);
const HEAD = 'a'.repeat(40);

function onPull(
  fork: boolean,
  more: Partial<GitHubContext> = {},
  eventName = 'pull_request',
): GitHubContext {
  const pullRequest = { number: 7, headSha: HEAD, baseSha: MERGE, baseRef: 'main', fork };
  return outsidePullRequests(eventName, MERGE, { pullRequest, ...more });
}

describe('what a result is about', () => {
  it.each([
    ['a branch', onPull(false), undefined],
    ['a fork', onPull(true), 'fork'],
    ['Dependabot', onPull(false, { actor: 'dependabot[bot]' }), 'dependabot'],
    ['a fork, on pull_request_target', onPull(true, {}, 'pull_request_target'), undefined],
  ])('on a pull request of %s: its newest commit, not the merge', (_, github, readOnly) => {
    expect(subjectOf(github)).toEqual({
      pull: { number: 7, headSha: HEAD, readOnly },
      commit: HEAD,
      run: { id: 1, attempt: 1 },
    });
  });

  it.each<[string, Partial<GitHubContext>, string | undefined]>([
    [
      'merge_group',
      { mergeGroup: { headSha: HEAD, baseSha: MERGE, baseRef: 'main', pullRequest: 7 } },
      HEAD,
    ],
    ['push', { push: { before: undefined } }, MERGE],
    ['schedule', {}, undefined],
    ['workflow_dispatch', {}, undefined],
  ])('on %s', (eventName, more, commit) => {
    expect(subjectOf(outsidePullRequests(eventName, MERGE, more))).toMatchObject({
      pull: undefined,
      commit,
    });
  });
});
