import { afterAll, describe, expect, it } from 'vitest';
import type { GitHubContext } from '../../src/config/github-context.ts';
import { silentLog } from '../../src/log.ts';
import { type Plan, type PlanOptions, planComparison } from '../../src/plan/plan.ts';
import { outsidePullRequests } from './support/github.ts';
import {
  actionsCheckout,
  cleanEnvironment,
  newRepository,
  type Repository,
} from './support/repository.ts';

/**
 * main:   one (v1.0.0) — two (v1.1.0, v1) — three (v1.2.0-rc.1) — four
 * queue:                 two — queued — last
 */
const origin = newRepository(afterAll);
const one = origin.commit('one');
origin.git('tag', 'v1.0.0');
const two = origin.commit('two');
origin.git('tag', '--annotate', '--message=The release', 'v1.1.0');
origin.git('tag', 'v1');
origin.git('checkout', '--quiet', '-b', 'queue');
const queued = origin.commit('queued');
const last = origin.commit('last');
origin.git('checkout', '--quiet', 'main');
const three = origin.commit('three');
origin.git('tag', 'v1.2.0-rc.1');
const four = origin.commit('four');

function plan(
  checkout: Repository,
  github: GitHubContext,
  options: Partial<PlanOptions> = {},
): Promise<Plan> {
  return planComparison({
    cwd: checkout.folder,
    releases: { pattern: '*', preReleases: 'skip' },
    github,
    environment: cleanEnvironment,
    log: silentLog,
    signal: new AbortController().signal,
    ...options,
  });
}

describe('on merge_group', () => {
  const inGroup = (headSha: string) =>
    outsidePullRequests('merge_group', headSha, {
      mergeGroup: { headSha, baseSha: two, baseRef: 'refs/heads/main', pullRequest: 7 },
    });

  it('all that the queue put on its base is compared, also when it rebases', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/queue');
    expect(await plan(checkout, inGroup(last))).toMatchObject({
      base: { ref: 'main', commit: two },
      head: { ref: 'merge group', commit: last },
      warnings: [],
    });
  });

  it('another commit at HEAD is an error', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    await expect(plan(checkout, inGroup(queued))).rejects.toThrow(
      `and not the merge group's commit ${queued}`,
    );
  });

  it('refs that the user names win', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/queue');
    const planned = await plan(checkout, inGroup(last), { base: queued });
    expect(planned.base.commit).toBe(queued);
  });
});

describe('on push', () => {
  it('of a branch, what was pushed is compared', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    const github = outsidePullRequests('push', four, { push: { before: two } });
    expect(await plan(checkout, github)).toMatchObject({
      base: { commit: two },
      head: { commit: four },
    });
  });

  it('of a new branch, the work since it left the default branch is', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/queue');
    const github = outsidePullRequests('push', last, {
      ref: 'refs/heads/queue',
      push: { before: undefined },
    });
    expect(await plan(checkout, github)).toMatchObject({
      base: { ref: 'origin/main', commit: two },
      head: { commit: last },
    });
  });

  it('of a tag, the release is compared with the one before', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/tags/v1.1.0');
    const github = outsidePullRequests('push', two, {
      ref: 'refs/tags/v1.1.0',
      push: { before: undefined },
    });
    expect(await plan(checkout, github)).toMatchObject({
      base: { ref: 'v1.0.0', commit: one },
      head: { ref: 'v1.1.0', commit: two },
    });
  });
});

describe('releases', () => {
  const nightly = outsidePullRequests('schedule', four);

  it('on a schedule, the newest is compared with the one before', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    expect(await plan(checkout, nightly)).toMatchObject({
      base: { ref: 'v1.0.0', commit: one },
      head: { ref: 'v1.1.0', commit: two },
    });
  });

  it('a branch can be compared with the newest', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    expect(await plan(checkout, nightly, { base: 'release:newest' })).toMatchObject({
      base: { ref: 'v1.1.0', commit: two },
      head: { ref: 'HEAD', commit: four },
    });
  });

  it('pre-releases count when they are wanted', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    const releases = { pattern: 'v*', preReleases: 'include' } as const;
    expect(await plan(checkout, nightly, { releases })).toMatchObject({
      base: { ref: 'v1.1.0', commit: two },
      head: { ref: 'v1.2.0-rc.1', commit: three },
    });
  });

  it.each([
    ['v1.1.0', 'v1.0.0'],
    ['refs/tags/v1.1.0', 'v1.0.0'],
    ['main', 'v1.0.0'],
  ])('the one before %s is %s', async (head, base) => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    const planned = await plan(checkout, nightly, { base: 'release:previous', head });
    expect(planned.base.ref).toBe(base);
  });

  it('without an origin are those that are here', async () => {
    const lonely = newRepository();
    for (const tag of ['2026-11-19', '2026-11-20']) {
      lonely.commit(tag);
      lonely.git('tag', tag);
    }
    expect(await plan(lonely, nightly)).toMatchObject({
      base: { ref: '2026-11-19' },
      head: { ref: '2026-11-20' },
    });
  });

  it.each([
    [{ base: 'release:oldest' }, 'usage', 'there is no "release:oldest"'],
    [{ base: 'release:previous', head: 'v1.0.0' }, 'plan', 'there is no release before v1.0.0'],
    [
      { releases: { pattern: 'shop@*', preReleases: 'skip' } as const },
      'plan',
      'no tag is a release (tags like "shop@*", pre-releases left out)',
    ],
  ])('%j is an error', async (options, kind, message) => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/main');
    await expect(plan(checkout, nightly, options)).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(message),
    });
  });

  it('when there is not one tag are an error', async () => {
    const bare = newRepository();
    bare.commit('one');
    await expect(plan(bare, nightly)).rejects.toMatchObject({
      kind: 'plan',
      hint: expect.stringContaining('`release-tags`'),
    });
  });
});
