import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRunId } from '../../src/config/github-context.ts';
import { FlamegateError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { type CommentRequest, publishComment } from '../../src/publish/comment.ts';
import { commentMarker } from '../../src/publish/comment-body.ts';
import { Connection } from '../../src/publish/connection.ts';
import type { PullSubject } from '../../src/publish/subject.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { ACTIONS_BOT, type Account } from '../harness/github/accounts.ts';
import { BAD_GATEWAY, type Fault, rateLimited } from '../harness/github/faults.ts';
import { failure, NOT_FOUND } from '../harness/github/reply.ts';

const ALICE: Account = { id: 1001, login: 'alice', type: 'User' };
const CI_USER: Account = { id: 1002, login: 'ci-robot', type: 'User' };
const NAMED_BOT: Account = { id: 1003, login: 'github-actions-bot', type: 'User' };
const OTHER_BOT: Account = { id: 2002, login: 'other-app[bot]', type: 'Bot' };
const HEAD = 'a'.repeat(40);
const MARKER = commentMarker('shop');
const PROTECTED = failure(403, 'Resource not accessible by integration');

let github: FakeGitHub;
let warnings: string[];

beforeEach(async () => {
  github = await FakeGitHub.start();
  github.addPull({ number: 7 });
  warnings = [];
});

afterEach(() => github.close());

interface Publishing extends Partial<CommentRequest> {
  readonly pull?: PullSubject | undefined;
  readonly token?: string | undefined;
  readonly signal?: AbortSignal;
  readonly run?: WorkflowRunId;
}

function publish(changes: Publishing = {}) {
  const log: Log = { info() {}, warn: (m) => warnings.push(m), section() {}, child() {} };
  const { pull = pullOf(), token = github.token, signal, run = { id: 1, attempt: 1 } } = changes;
  const connection = new Connection({
    owner: 'octo-org',
    repo: 'shop',
    apiUrl: github.url,
    token: 'token' in changes ? changes.token : token,
    version: '1.2.3',
    signal: signal ?? new AbortController().signal,
  });
  const request: CommentRequest = {
    subject: { pull: 'pull' in changes ? changes.pull : pull, commit: HEAD, run },
    policy: 'problems',
    key: 'shop',
    verdict: 'regression',
    report: 'parse got slower',
    settleMs: 0,
    ...changes,
  };
  return publishComment(request, connection, log);
}

function pullOf(readOnly?: PullSubject['readOnly']): PullSubject {
  return { number: 7, headSha: HEAD, readOnly };
}

/** The bodies of our pull request's comments, without the hidden lines of ours. */
function bodies(): string[] {
  return github
    .comments(7)
    .map(({ body }) =>
      body.replace(`${MARKER}\n`, 'ours: ').replace(/^(ours: )<!-- flamegate:run .* -->\n/, '$1'),
    );
}

/** Methods of the requests, in order. */
function methods(): string[] {
  return github.requests.map(({ method }) => method);
}

describe('the life of a comment', () => {
  it('is created, updated, and resolved by a clean run', async () => {
    expect(await publish()).toMatchObject({ state: 'created' });
    expect(bodies()).toEqual(['ours: parse got slower']);
    expect(await publish({ report: 'still slower' })).toMatchObject({ state: 'updated' });
    expect(await publish({ verdict: 'pass', report: 'resolved' })).toMatchObject({
      state: 'updated',
    });
    expect(bodies()).toEqual(['ours: resolved']);
    github.expectNoViolations();
  });

  it('links to the comment', async () => {
    const created = await publish();
    const url = `https://github.com/octo-org/shop/pull/7#issuecomment-${github.comments(7)[0]?.id}`;
    expect([created, await publish()]).toMatchObject([{ url }, { url }]);
  });

  it.each([
    ['problems', 'pass', false],
    ['problems', 'regression', true],
    ['problems', 'inconclusive', true],
    ['problems', 'invalid', true],
    ['always', 'pass', true],
    ['never', 'regression', false],
  ] as const)('policy %s, verdict %s: written %j', async (policy, verdict, written) => {
    await publish({ policy, verdict });
    expect(github.comments(7)).toHaveLength(written ? 1 : 0);
    github.expectNoViolations();
  });

  it('asks nothing of GitHub when the policy is never', async () => {
    expect(await publish({ policy: 'never' })).toEqual({ state: 'skipped', why: 'policy' });
    expect(github.requests).toEqual([]);
  });

  it('has nowhere to be without a pull request, which is nothing to warn of', async () => {
    const outcome = await publish({ pull: undefined });
    expect(outcome).toEqual({ state: 'skipped', why: 'no-pull-request' });
    expect([github.requests, warnings]).toEqual([[], []]);
  });

  it('carries the token and our name in every request', async () => {
    await publish();
    await publish();
    for (const { token, userAgent } of github.requests) {
      expect(token).toBe(github.token);
      expect(userAgent).toMatch(/^flamegate\/1\.2\.3 /);
    }
  });
});

describe('which comment is ours', () => {
  it('the one on the third page', async () => {
    for (let index = 0; index < 210; index++) github.addComment(7, ALICE, `talk ${index}`);
    const { id } = github.addComment(7, ACTIONS_BOT, `${MARKER}\nold`);
    github.addComment(7, ALICE, 'last word');
    await publish();
    expect(github.comments(7).find((comment) => comment.id === id)?.body).toContain(
      'parse got slower',
    );
    expect(github.comments(7)).toHaveLength(212);
    github.expectNoViolations();
  });

  it.each<[string, Account, string]>([
    ['a user who copied all of it', ALICE, `${MARKER}\nold`],
    ['a user who quotes it', ALICE, `> ${MARKER}\n> old`],
    ['a bot that quotes it', OTHER_BOT, `> ${MARKER}\n> old`],
    ['our bot about another service', ACTIONS_BOT, `${commentMarker('shop-2')}\nold`],
    ['a user with the name of a bot', NAMED_BOT, `${MARKER}\nold`],
  ])('not that of %s', async (_, author, body) => {
    github.addComment(7, author, body);
    expect(await publish()).toMatchObject({ state: 'created' });
    expect(github.comments(7)[0]?.body).toBe(body);
    expect(bodies().slice(1)).toEqual(['ours: parse got slower']);
    github.expectNoViolations();
  });

  it('with a user’s token, only what this user wrote', async () => {
    const token = github.issueToken(CI_USER, 'write');
    github.addComment(7, ACTIONS_BOT, `${MARKER}\nby the bot`);
    github.addComment(7, ALICE, `${MARKER}\nby alice`);
    await publish({ token, report: 'first' });
    expect(await publish({ token, report: 'second' })).toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual(['ours: by the bot', 'ours: by alice', 'ours: second']);
    github.expectNoViolations();
  });

  it('the oldest of several, and the others are deleted', async () => {
    github.addComment(7, ALICE, `${MARKER}\nby alice`);
    for (const body of ['first', 'second', 'third'])
      github.addComment(7, ACTIONS_BOT, `${MARKER}\n${body}`);
    expect(await publish()).toMatchObject({ state: 'updated', duplicatesDeleted: 2 });
    expect(bodies()).toEqual(['ours: by alice', 'ours: parse got slower']);
    github.expectNoViolations();
  });

  it('the oldest of several, but a copy by another bot is not ours to delete', async () => {
    github.addComment(7, ACTIONS_BOT, `${MARKER}\nfirst`);
    github.addComment(7, OTHER_BOT, `${MARKER}\ncopy`);
    expect(await publish()).toMatchObject({ state: 'updated', duplicatesDeleted: 0 });
    expect(bodies()).toEqual(['ours: parse got slower', 'ours: copy']);
  });

  it('the next one when GitHub protects the first', async () => {
    github.addComment(7, OTHER_BOT, `${MARKER}\ncopy`);
    github.addComment(7, ACTIONS_BOT, `${MARKER}\nold`);
    github.addFault({ trouble: PROTECTED, method: 'PATCH' });
    expect(await publish()).toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual(['ours: copy', 'ours: parse got slower']);
  });

  it('a new one when it was deleted meanwhile', async () => {
    await publish();
    github.addFault({ trouble: NOT_FOUND, method: 'PATCH' });
    expect(await publish()).toMatchObject({ state: 'created' });
  });
});

describe('a token that may not comment', () => {
  it.each([
    [
      'of a fork',
      'fork',
      /comes from a fork, whose token may only read \(HTTP 403: Resource not accessible by integration\)/,
    ],
    ['of Dependabot', 'dependabot', /comes from Dependabot, whose token may only read/],
    ['without the permission', undefined, /Give the job `permissions: pull-requests: write`/],
  ] as const)('%s is told once', async (_, readOnly, note) => {
    const token = github.issueToken(ACTIONS_BOT, 'read');
    const outcome = await publish({ token, pull: pullOf(readOnly) });
    expect(outcome).toEqual({ state: 'failed', note: expect.stringMatching(note) });
    expect(warnings).toEqual([expect.stringMatching(note)]);
    expect(methods()).toEqual(['GET', 'GET', 'POST']);
    github.expectNoViolations();
  });

  it('is told when a private repository hides from it', async () => {
    const token = github.issueToken(ACTIONS_BOT, 'none');
    await publish({ token });
    expect(warnings).toEqual([expect.stringContaining('HTTP 404: Not Found')]);
  });

  it('is told when it is wrong', async () => {
    await publish({ token: 'ghs_expired' });
    expect(warnings).toEqual([
      expect.stringContaining('does not know the token (HTTP 401: Bad credentials)'),
    ]);
  });

  it.each([[undefined], ['']])('is told when it is %j', async (token) => {
    await publish({ token });
    expect(warnings).toEqual([expect.stringContaining('there is no token')]);
    expect(github.requests).toEqual([]);
  });

  it('writes nothing after a clean run, and that is no trouble', async () => {
    const token = github.issueToken(ACTIONS_BOT, 'read');
    await publish({ token, verdict: 'pass' });
    expect(warnings).toEqual([]);
  });
});

describe('trouble on the way', () => {
  it.each<[string, Fault]>([
    ['a bad gateway for a GET', { trouble: BAD_GATEWAY, method: 'GET' }],
    ['a cut connection for a GET', { trouble: 'reset', method: 'GET' }],
    ['half an answer for a GET', { trouble: 'truncated', method: 'GET' }],
    ['a bad gateway for a PATCH', { trouble: BAD_GATEWAY, method: 'PATCH' }],
    ['an answer to a PATCH that got lost', { trouble: 'lost', method: 'PATCH' }],
    [
      'a rate limit of nought seconds for a PATCH',
      { trouble: rateLimited(429, 0), method: 'PATCH' },
    ],
  ])('%s is tried again', async (_, fault) => {
    github.addComment(7, ACTIONS_BOT, `${MARKER}\nold`);
    github.addFault(fault);
    expect(await publish()).toMatchObject({ state: 'updated' });
    expect(bodies()).toEqual(['ours: parse got slower']);
    expect(warnings).toEqual([]);
  });

  it('a POST over the limit is tried again, because GitHub did nothing', async () => {
    github.addFault({ trouble: rateLimited(403, 0), method: 'POST' });
    expect(await publish()).toMatchObject({ state: 'created' });
    expect(github.comments(7)).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['a bad gateway', { trouble: BAD_GATEWAY, method: 'POST' }],
    ['a lost answer', { trouble: 'lost', method: 'POST' }],
  ])('a POST is not tried again after %s, lest there be two comments', async (_, fault) => {
    github.addFault(fault);
    expect(await publish()).toMatchObject({ state: 'failed' });
    expect(methods().filter((method) => method === 'POST')).toHaveLength(1);
  });

  it('a comment whose answer got lost is found by the next run', async () => {
    github.addFault({ trouble: 'lost', method: 'POST' });
    await publish();
    expect(await publish()).toMatchObject({ state: 'updated' });
    expect(github.comments(7)).toHaveLength(1);
  });

  it('three attempts are enough', async () => {
    github.addFault({ trouble: BAD_GATEWAY, times: Number.POSITIVE_INFINITY });
    expect(await publish()).toMatchObject({ state: 'failed' });
    expect(methods()).toEqual(['GET', 'GET', 'GET']);
    expect(warnings).toEqual([expect.stringContaining('HTTP 502')]);
  });

  it('a wait of an hour is not waited for', async () => {
    github.addFault({ trouble: rateLimited(403, 3600) });
    await publish();
    expect(methods()).toEqual(['GET']);
    expect(warnings).toEqual([expect.stringContaining('GitHub limits the number of requests')]);
  });

  it('a server that is not there is told', async () => {
    await github.close();
    await publish();
    expect(warnings).toEqual([
      expect.stringMatching(/not in a comment: GitHub did not answer as expected/),
    ]);
    github = await FakeGitHub.start();
  });

  it('an interrupted run ends the talk at once', async () => {
    github.addFault({ trouble: 'hang' });
    const controller = new AbortController();
    const outcome = publish({ signal: controller.signal });
    controller.abort(new FlamegateError('interrupted', 'interrupted by SIGINT'));
    expect(await outcome).toMatchObject({ state: 'failed' });
    expect(warnings).toEqual([expect.stringContaining('(interrupted by SIGINT)')]);
    expect(github.requests.length).toBeLessThanOrEqual(1);
  });

  it('words of a server with the token in them are told without it', async () => {
    const message = `echo ${github.token} ::error::x\n\u001b[31m`;
    github.addFault({ trouble: { status: 403, body: { message } }, method: 'GET' });
    const outcome = await publish();
    expect(JSON.stringify([outcome, warnings])).not.toContain(github.token);
    expect(warnings).toEqual([expect.stringContaining('echo *** ::error::x')]);
    expect(warnings[0]).not.toMatch(/\p{Cc}/u);
  });
});
