import { afterAll, describe, expect, it } from 'vitest';
import type { GitHubContext } from '../../src/config/github-context.ts';
import { silentLog } from '../../src/log.ts';
import { type Plan, planComparison } from '../../src/plan/plan.ts';
import { onPullRequest } from './support/github.ts';
import {
  actionsCheckout,
  cleanEnvironment,
  newRepository,
  type Repository,
} from './support/repository.ts';

/**
 * main:      root — fork — elsewhere          (main went on after the pull request left it)
 * topic:            fork — first — second
 * pull/7/merge:     elsewhere + second — merge
 */
const origin = newRepository(afterAll);
origin.commit('root');
const fork = origin.commit('fork');
origin.git('checkout', '--quiet', '-b', 'topic');
origin.commit('first');
const second = origin.commit('second');
origin.git('update-ref', 'refs/pull/7/head', second);
origin.git('checkout', '--quiet', 'main');
const elsewhere = origin.commit('elsewhere');
origin.git('checkout', '--quiet', '--detach');
origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', second);
const merge = origin.git('rev-parse', 'HEAD');
origin.git('update-ref', 'refs/pull/7/merge', merge);
origin.git('checkout', '--quiet', 'main');

const pullRequest = {
  number: 7,
  headSha: second,
  baseSha: elsewhere,
  baseRef: 'main',
  fork: false,
};

function plan(
  checkout: Repository,
  github: GitHubContext,
  refs: { base?: string; head?: string } = {},
): Promise<Plan> {
  return planComparison({
    cwd: checkout.folder,
    ...refs,
    releases: { pattern: '*', preReleases: 'skip' },
    github,
    environment: cleanEnvironment,
    log: silentLog,
    signal: new AbortController().signal,
  });
}

/** The files that a plan's diff touches. */
function changedFiles(planned: Plan): string[] {
  return [...(planned.diff ?? '').matchAll(/^\+\+\+ b\/(.*)$/gm)]
    .map(([, file]) => file ?? '')
    .sort();
}

describe('on pull_request', () => {
  it("GitHub's merge commit is compared with the base branch that it was merged into", async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    const planned = await plan(checkout, onPullRequest(merge, pullRequest));
    expect(planned).toMatchObject({
      base: { ref: 'main', commit: elsewhere },
      head: { ref: 'refs/pull/7/merge', commit: merge },
      warnings: [],
    });
    expect(changedFiles(planned)).toEqual(['first.txt', 'second.txt']);
    expect(checkout.git('cat-file', '-t', `${elsewhere}^{tree}`)).toBe('tree');
  });

  it('its own newest commit is compared with where it left the base branch', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/head');
    const planned = await plan(checkout, onPullRequest(merge, pullRequest));
    expect(planned).toMatchObject({
      base: { ref: 'main', commit: fork },
      head: { ref: 'refs/pull/7/head', commit: second },
      warnings: [],
    });
    expect(changedFiles(planned)).toEqual(['first.txt', 'second.txt']);
  });

  it('refs that the user names win', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    const planned = await plan(checkout, onPullRequest(merge, pullRequest), {
      base: 'main~1',
      head: 'topic',
    });
    expect(planned).toMatchObject({
      base: { ref: 'main~1', commit: fork },
      head: { ref: 'topic', commit: second },
    });
  });

  it('a head that the user names is compared with where it left the base branch', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    const planned = await plan(checkout, onPullRequest(merge, pullRequest), { head: 'topic~1' });
    expect(planned).toMatchObject({
      base: { ref: 'main', commit: fork },
      head: { ref: 'topic~1' },
    });
  });

  it('anything else at HEAD is an error', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    await expect(plan(checkout, onPullRequest(merge, pullRequest))).rejects.toMatchObject({
      kind: 'plan',
      message: expect.stringContaining(`HEAD is ${elsewhere}, which is neither`),
      hint: expect.stringContaining('`base` and `head`'),
    });
  });
});

it('on pull_request_target, a merge at the tip of the base branch is not taken for the pull request', async () => {
  const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
  const github = { ...onPullRequest(merge, pullRequest), eventName: 'pull_request_target' };
  await expect(plan(checkout, github)).rejects.toThrow('which is neither');
});
