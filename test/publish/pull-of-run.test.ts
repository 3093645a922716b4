import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FinishedRunContext } from '../../src/config/github-context.ts';
import { Connection } from '../../src/publish/connection.ts';
import { pullOfRun } from '../../src/publish/pull-of-run.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT } from '../harness/github/accounts.ts';
import { BAD_GATEWAY } from '../harness/github/faults.ts';
import type { Pull } from '../harness/github/state.ts';

const HEAD = 'a'.repeat(40);

let github: FakeGitHub;

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(() => github.close());

function find(run: Partial<FinishedRunContext>, token = github.token) {
  const connection = new Connection({
    owner: 'octo-org',
    repo: 'shop',
    apiUrl: github.url,
    token,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return pullOfRun(connection, {
    run: { id: 1, attempt: 1 },
    eventName: 'pull_request',
    headSha: HEAD,
    headBranch: 'topic',
    headOwner: 'mallory',
    fork: true,
    pullRequests: [],
    ...run,
  });
}

function forkPull(number: number, changes: Partial<Pull> = {}): Pull {
  const fork = { headRepository: 'mallory/shop', headRef: 'topic', headSha: HEAD };
  return github.addPull({ number, ...fork, ...changes });
}

describe('the pull request of a run', () => {
  it('of a fork is the open one of its owner, branch and commit', async () => {
    forkPull(6, { state: 'closed' });
    forkPull(7, { files: { 'a.js': '@@ -1 +1 @@\n-a\n+b' } });
    forkPull(8, { headSha: 'd'.repeat(40) });
    forkPull(9, { headRepository: 'eve/shop' });
    forkPull(10, { headRef: 'other' });
    expect(await find({})).toMatchObject({
      number: 7,
      headSha: HEAD,
      baseSha: 'b'.repeat(40),
      files: [{ filename: 'a.js', patch: '@@ -1 +1 @@\n-a\n+b' }],
    });
    github.expectNoViolations();
  });

  it('of a branch is the one that the event names, if it still has that commit', async () => {
    github.addPull({ number: 7, headSha: HEAD });
    const named = { fork: false, headOwner: 'octo-org', pullRequests: [7] };
    expect(await find(named)).toMatchObject({ number: 7 });
    github.addPull({ number: 7, headSha: 'd'.repeat(40) });
    expect(await find(named)).toBeUndefined();
    github.addPull({ number: 7, headSha: HEAD, state: 'closed' });
    expect(await find(named)).toBeUndefined();
  });

  it('of a branch that the event names none for is looked for', async () => {
    github.addPull({ number: 7, headSha: HEAD, headRef: 'topic' });
    expect(await find({ fork: false, headOwner: 'octo-org' })).toMatchObject({ number: 7 });
  });

  it('is unknown when there are several', async () => {
    forkPull(7);
    forkPull(8, { baseRef: 'release' });
    await expect(find({})).rejects.toMatchObject({
      kind: 'plan',
      message: `2 open pull requests have the head ${HEAD}`,
    });
  });

  it.each([
    ['GitHub is down', () => github.token, /GitHub did not answer as expected \(HTTP 502/],
    ['there is no token', () => '', /there is no token/],
    [
      'the token may not read pull requests',
      () => github.issueToken(ACTIONS_BOT, 'none'),
      /the token may not read pull requests \(HTTP 404/,
    ],
  ])('is an error when %s', async (what, token, message) => {
    forkPull(7);
    if (what === 'GitHub is down') {
      github.addFault({ trouble: BAD_GATEWAY, times: Number.POSITIVE_INFINITY });
    }
    await expect(find({}, token())).rejects.toMatchObject({
      kind: 'plan',
      message: expect.stringMatching(message),
    });
  });
});
