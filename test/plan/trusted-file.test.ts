import { afterAll, describe, expect, it } from 'vitest';
import type { GitHubContext } from '../../src/config/github-context.ts';
import { readTrustedFile, type TrustedFile } from '../../src/plan/trusted-file.ts';
import { onPullRequest, outsidePullRequests } from './support/github.ts';
import {
  actionsCheckout,
  cleanEnvironment,
  newRepository,
  type Repository,
  temporaryFolder,
} from './support/repository.ts';

const FILE = '.flamegate.yml';

/**
 * main:      lax — strict             (the base branch has got stricter since)
 * topic:     lax — own                (the pull request brings a configuration of its own)
 * merge:           strict + own — merge
 */
const origin = newRepository(afterAll);
const lax = origin.commit('lax', { [FILE]: 'max-increase: 99\n' });
origin.git('checkout', '--quiet', '-b', 'topic');
const own = origin.commit('own', { [FILE]: 'mode: observe\n' });
origin.git('update-ref', 'refs/pull/7/head', own);
origin.git('checkout', '--quiet', 'main');
const strict = origin.commit('strict', { [FILE]: 'max-increase: 1\n' });
origin.git('checkout', '--quiet', '--detach');
origin.git('merge', '--quiet', '--no-ff', '--strategy=ours', '-m', 'merge', own);
origin.write(FILE, 'mode: observe\n');
origin.git('add', FILE);
origin.git('commit', '--quiet', '--amend', '-m', 'merge');
const merge = origin.git('rev-parse', 'HEAD');
origin.git('update-ref', 'refs/pull/7/merge', merge);
origin.git('checkout', '--quiet', 'main');

const pullRequest = { number: 7, headSha: own, baseSha: strict, baseRef: 'main', fork: true };

function read(
  checkout: Repository,
  github: GitHubContext,
  path = FILE,
): Promise<TrustedFile | undefined> {
  return readTrustedFile(path, {
    cwd: checkout.folder,
    github,
    environment: cleanEnvironment,
    signal: new AbortController().signal,
  });
}

describe('the configuration of a pull request', () => {
  const STRICT = { text: 'max-increase: 1\n', commit: strict, isChanged: true };

  it("is that of the base which GitHub's merge commit was made with", async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    expect(await read(checkout, onPullRequest(merge, pullRequest))).toEqual(STRICT);
  });

  it('is not that of the place where its author left the base branch', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/head');
    expect(checkout.git('rev-parse', 'HEAD')).toBe(own);
    expect(await read(checkout, onPullRequest(merge, pullRequest))).toEqual(STRICT);
  });

  it('is that of the base branch on pull_request_target, whatever is checked out', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/head');
    const github = { ...onPullRequest(strict, pullRequest), eventName: 'pull_request_target' };
    expect(await read(checkout, github)).toEqual(STRICT);
  });

  it('is not taken from the work tree', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    checkout.write(FILE, 'max-increase: 50\n');
    expect(await read(checkout, onPullRequest(merge, pullRequest))).toEqual(STRICT);
  });

  it('is what the id of the base says, even where the checkout has replaced it', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    checkout.git('fetch', '--quiet', 'origin', strict, lax);
    checkout.git('replace', strict, lax);
    expect(checkout.git('show', `${strict}:${FILE}`)).toBe('max-increase: 99');
    expect(await read(checkout, onPullRequest(merge, pullRequest))).toEqual(STRICT);
  });

  it('does not exist before the one that brings it is merged', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    checkout.commit('bring', { 'other.yml': 'mode: observe\n' });
    const github = onPullRequest(merge, pullRequest);
    expect(await read(checkout, github, 'other.yml')).toEqual({
      text: undefined,
      commit: strict,
      isChanged: true,
    });
  });
});

describe('the configuration on other events', () => {
  it.each(['push', 'schedule', 'workflow_dispatch', 'workflow_run', 'issue_comment'])(
    'is that of the commit that started the workflow: %s',
    async (event) => {
      // The workflow checks out what somebody proposes, which must not matter.
      const checkout = actionsCheckout(origin.url, 'refs/pull/7/head');
      expect(await read(checkout, outsidePullRequests(event, strict))).toEqual({
        text: 'max-increase: 1\n',
        commit: strict,
        isChanged: true,
      });
    },
  );

  it('in a merge queue is what the group is put upon', async () => {
    const checkout = actionsCheckout(origin.url, 'refs/pull/7/merge');
    const mergeGroup = {
      headSha: merge,
      baseSha: strict,
      baseRef: 'refs/heads/main',
      pullRequest: 7,
    };
    const github = outsidePullRequests('merge_group', merge, { mergeGroup });
    expect(await read(checkout, github)).toMatchObject({
      text: 'max-increase: 1\n',
      commit: strict,
    });
  });

  it('is unknown where the commit is not, as in another repository’s checkout', async () => {
    const checkout = actionsCheckout(origin.url, 'main');
    const other = outsidePullRequests('schedule', 'c'.repeat(40));
    expect(await read(checkout, other)).toBeUndefined();
  });

  it('is unknown outside of a repository', async () => {
    const elsewhere = { folder: temporaryFolder() } as Repository;
    expect(await read(elsewhere, outsidePullRequests('schedule', lax))).toBeUndefined();
  });
});

describe('a path', () => {
  it.each(['/etc/passwd', '../up.yml', 'a/../../up.yml', ''])(
    'that leads outside is refused: %j',
    async (path) => {
      const attempt = read(origin, outsidePullRequests('push', strict), path);
      await expect(attempt).rejects.toMatchObject({ kind: 'usage' });
    },
  );

  it('of a link or a folder is refused', async () => {
    const repository = newRepository();
    repository.write('secret', 'x');
    repository.git('config', 'core.symlinks', 'true');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('secret', `${repository.folder}/${FILE}`);
    const commit = repository.commit('link', { 'config/a.yml': 'mode: observe\n' });
    const github = outsidePullRequests('push', commit);
    for (const path of [FILE, 'config']) {
      await expect(read(repository, github, path)).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining('is no file but a folder or a link'),
      });
    }
  });
});
