import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { diffOf } from '../../src/plan/diff.ts';
import { mergeBase } from '../../src/plan/merge-base.ts';
import { type Plan, type PlanOptions, planComparison } from '../../src/plan/plan.ts';
import { asCheckout } from './support/checkout.ts';
import { outsidePullRequests } from './support/github.ts';
import {
  actionsCheckout,
  cleanEnvironment,
  clone,
  newRepository,
  type Repository,
  temporaryFolder,
} from './support/repository.ts';

/** main: one — two; topic: one — three. */
const origin = newRepository(afterAll);
const one = origin.commit('one', { 'src/a.js': '1\n2\n3\n' });
origin.git('checkout', '--quiet', '-b', 'topic');
const three = origin.commit('three', { 'src/a.js': '1\ntwo\n3\n' });
origin.git('checkout', '--quiet', 'main');
const two = origin.commit('two');

function plan(checkout: Repository, options: Partial<PlanOptions> = {}): Promise<Plan> {
  return planComparison({
    cwd: checkout.folder,
    releases: { pattern: '*', preReleases: 'skip' },
    environment: cleanEnvironment,
    log: silentLog,
    signal: new AbortController().signal,
    ...options,
  });
}

describe('on a laptop', () => {
  it('the branch is compared with where it left the default branch', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    expect(await plan(checkout)).toEqual({
      repository: checkout.folder,
      base: { ref: 'origin/main', commit: one },
      head: { ref: 'topic', commit: three },
      diff: expect.stringContaining('@@ -2 +2 @@\n-2\n+two\n'),
      warnings: [],
    });
  });

  it('the default branch is asked of origin when the clone does not know it', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    checkout.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD');
    expect((await plan(checkout)).base).toEqual({ ref: 'origin/main', commit: one });
  });

  it('a shallow clone is deepened until the commit in common shows', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/heads/topic');
    expect(await plan(checkout)).toMatchObject({
      base: { ref: 'origin/main', commit: one },
      head: { ref: 'HEAD', commit: three },
    });
  });

  it('a subfolder does', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    const planned = await plan(checkout, { cwd: `${checkout.folder}/src` });
    expect(planned.repository).toBe(checkout.folder);
    expect(planned.diff).toContain('+++ b/src/a.js\n');
  });

  it.each([
    ['on the default branch', () => clone(origin.url), 'main ('],
    [
      'without origin',
      () => {
        const lonely = newRepository();
        lonely.commit('one');
        return lonely;
      },
      'nothing says which commit to compare with',
    ],
  ])('%s, the base has to be named', async (_, make, message) => {
    await expect(plan(make())).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('`base`'),
    });
  });

  it('a folder that is no checkout is an error', async () => {
    await expect(
      planComparison({
        cwd: temporaryFolder(),
        releases: { pattern: '*', preReleases: 'skip' },
        environment: cleanEnvironment,
        log: silentLog,
        signal: new AbortController().signal,
      }),
    ).rejects.toMatchObject({ kind: 'plan', hint: expect.stringContaining('checkout') });
  });
});

describe('a warning', () => {
  it('tells of changes that are in no commit', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    for (const name of ['a', 'b', 'c']) checkout.write(`new-${name}.js`, '');
    checkout.write('src/a.js', 'changed\n');
    expect((await plan(checkout)).warnings).toEqual([
      '4 files have uncommitted changes, which are not measured: src/a.js, new-a.js, new-b.js and 1 more.',
    ]);
  });

  it('on GitHub leaves out files that a step made', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    checkout.write('report.json', '{}');
    const github = outsidePullRequests('push', three);
    expect((await plan(checkout, { github })).warnings).toEqual([]);
    checkout.write('src/a.js', 'changed\n');
    expect((await plan(checkout, { github })).warnings).toEqual([
      '1 file has uncommitted changes, which are not measured: src/a.js.',
    ]);
  });

  it('is not given for changes when another commit than HEAD is measured', async () => {
    const checkout = clone(origin.url, '--branch=topic');
    checkout.write('src/a.js', 'changed\n');
    expect((await plan(checkout, { base: one, head: 'origin/main' })).warnings).toEqual([]);
  });

  it('tells that base and head are the same', async () => {
    const checkout = clone(origin.url);
    const planned = await plan(checkout, { base: 'main', head: two });
    expect(planned.base.commit).toBe(planned.head.commit);
    expect(planned.warnings).toEqual([expect.stringContaining('same commit')]);
  });
});

describe('the diff', () => {
  it.each([
    ['diff.noprefix', 'true'],
    ['diff.mnemonicPrefix', 'true'],
    ['diff.interHunkContext', '9'],
    ['diff.context', '3'],
    ['diff.external', 'false'],
    ['diff.relative', 'true'],
    ['color.ui', 'always'],
    ['diff.orderFile', '/nonexistent'],
  ])('is the same whatever the user configures: %s', async (key, value) => {
    const checkout = clone(origin.url);
    const plain = await diffOf(asCheckout(checkout), one, three);
    checkout.git('config', key, value);
    expect(await diffOf(asCheckout(checkout), one, three)).toBe(plain);
  });

  it('is undefined when it is too large', async () => {
    expect(await diffOf(asCheckout(origin), one, three, 20)).toBeUndefined();
  });
});

describe('the commit in common', () => {
  it('is found far down in a shallow checkout', async () => {
    const deep = newRepository();
    const fork = deep.commit('fork');
    for (const branch of ['left', 'right']) {
      deep.fastImport(
        Array.from(
          { length: 150 },
          (_, index) =>
            `commit refs/heads/${branch}\ncommitter A <a@b> 0 +0000\ndata ${branch.length}\n${branch}${index === 0 ? `\nfrom ${fork}` : ''}\n`,
        ).join(''),
      );
    }
    const checkout = actionsCheckout(deep.url, 'refs/heads/left');
    checkout.git('fetch', '--quiet', '--depth=1', 'origin', 'refs/heads/right');
    const right = checkout.git('rev-parse', 'FETCH_HEAD');
    expect(await mergeBase(asCheckout(checkout), 'HEAD', right)).toBe(fork);
  });

  it('is missing between histories that never met', async () => {
    const checkout = clone(origin.url);
    checkout.git('checkout', '--quiet', '--orphan', 'other');
    checkout.commit('other');
    await expect(mergeBase(asCheckout(checkout), 'other', 'origin/main')).rejects.toThrow(
      'other and origin/main have no commit in common',
    );
  });
});
