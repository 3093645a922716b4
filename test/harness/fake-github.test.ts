import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGitHub } from './fake-github.ts';
import { type Account, ROLES } from './github/accounts.ts';
import { BAD_GATEWAY, rateLimited, type Trouble } from './github/faults.ts';
import { openApi } from './github/openapi.ts';

const ALICE: Account = { id: 1001, login: 'alice', type: 'User' };
const OTHER_BOT: Account = { id: 2002, login: 'other-app[bot]', type: 'Bot' };
const AT = { owner: 'octo-org', repo: 'shop' };

let github: FakeGitHub;

beforeEach(async () => {
  github = await FakeGitHub.start();
  github.addPull({ number: 7 });
});

afterEach(() => github.close());

function client(token = github.token) {
  return getOctokit(token, { baseUrl: github.url }).rest;
}

describe('comments', () => {
  it('are written, changed, listed and deleted', async () => {
    const { issues } = client();
    const { data } = await issues.createComment({ ...AT, issue_number: 7, body: 'one' });
    await issues.updateComment({ ...AT, comment_id: data.id, body: 'two' });
    const { data: listed } = await issues.listComments({ ...AT, issue_number: 7 });
    expect(listed.map(({ body, user }) => [body, user?.login])).toEqual([
      ['two', 'github-actions[bot]'],
    ]);
    expect(listed[0]?.performed_via_github_app?.slug).toBe('github-actions');
    await issues.deleteComment({ ...AT, comment_id: data.id });
    expect(github.comments(7)).toEqual([]);
    github.expectNoViolations();
  });

  it('come in pages, with links by the number of the repository', async () => {
    for (let index = 1; index <= 250; index++) github.addComment(7, ALICE, `comment ${index}`);
    const { paginate, rest } = getOctokit(github.token, { baseUrl: github.url });
    const all = await paginate(rest.issues.listComments, { ...AT, issue_number: 7, per_page: 100 });
    expect(all.map(({ body }) => body)).toEqual(
      Array.from({ length: 250 }, (_, index) => `comment ${index + 1}`),
    );
    expect(github.requests.map(({ path }) => path)).toEqual([
      '/repos/octo-org/shop/issues/7/comments?per_page=100',
      '/repositories/1300192/issues/7/comments?per_page=100&page=2',
      '/repositories/1300192/issues/7/comments?per_page=100&page=3',
    ]);
    github.expectNoViolations();
  });

  it.each([
    ['empty', ''],
    ['too long', 'ä'.repeat(33_000)],
  ])('are refused when %s', async (_, body) => {
    const { issues } = client();
    await expect(issues.createComment({ ...AT, issue_number: 7, body })).rejects.toMatchObject({
      status: 422,
    });
    github.expectNoViolations();
  });

  it('of others can be changed by whoever may write, as on GitHub', async () => {
    const { id } = github.addComment(7, ALICE, 'hello');
    await client().issues.updateComment({ ...AT, comment_id: id, body: 'changed' });
    expect(github.comments(7)).toMatchObject([{ author: ALICE, body: 'changed' }]);
  });
});

describe('tokens', () => {
  it('of an app can not ask who they are', async () => {
    await expect(client().users.getAuthenticated()).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    github.expectNoViolations();
  });

  it('of a user can', async () => {
    const { data } = await client(github.issueToken(ALICE, 'write')).users.getAuthenticated();
    expect(data).toMatchObject({ id: 1001, login: 'alice' });
    github.expectNoViolations();
  });

  it.each([
    ['read', 403],
    ['none', 404],
  ] as const)('with access %s are refused with %d', async (access, status) => {
    const { issues } = client(github.issueToken(OTHER_BOT, access));
    const writing = issues.createComment({ ...AT, issue_number: 7, body: 'x' });
    await expect(writing).rejects.toMatchObject({ status });
    github.expectNoViolations();
  });

  it('that nobody issued are bad credentials', async () => {
    await expect(client('ghp_wrong').repos.get(AT)).rejects.toMatchObject({ status: 401 });
    expect(github.requests).toMatchObject([{ token: 'ghp_wrong', status: 401 }]);
  });
});

describe('pull requests, the repository and check runs', () => {
  it('have the form that GitHub describes', async () => {
    github.addPull({ number: 8, headRepository: 'fork-owner/shop', headRef: 'topic' });
    const { pulls, repos, checks } = client();
    expect((await repos.get(AT)).data.full_name).toBe('octo-org/shop');
    expect((await pulls.get({ ...AT, pull_number: 8 })).data.head.repo?.full_name).toBe(
      'fork-owner/shop',
    );
    const { data } = await pulls.list({ ...AT, head: 'fork-owner:topic', state: 'open' });
    expect(data.map(({ number }) => number)).toEqual([8]);
    const output = { title: 'Flamegate', summary: 'slower' };
    const run = await checks.create({ ...AT, name: 'flamegate', head_sha: 'a'.repeat(40) });
    await checks.update({ ...AT, check_run_id: run.data.id, conclusion: 'failure', output });
    expect(github.checkRuns).toMatchObject([{ fields: { conclusion: 'failure', output } }]);
    github.expectNoViolations();
  });
});

describe('what GitHub does not describe', () => {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(github.url + path, {
      ...init,
      headers: { authorization: `token ${github.token}`, 'user-agent': 'test', ...init.headers },
    });
  const comments = '/repos/octo-org/shop/issues/7/comments';

  it.each([
    ['an operation', '/repos/octo-org/shop/flames', {}, /no such operation/],
    ['a method', comments, { method: 'PUT', body: '{}' }, /no such operation/],
    ['a query parameter', `${comments}?per-page=100`, {}, /no query parameter per-page/],
    ['a type of a query parameter', `${comments}?page=last`, {}, /page=last has the wrong type/],
    [
      'a type of a path parameter',
      '/repos/octo-org/shop/issues/seven/comments',
      {},
      /issue_number=seven/,
    ],
    ['a missing property', comments, { method: 'POST', body: '{}' }, /required property 'body'/],
    [
      'an unknown property',
      comments,
      { method: 'POST', body: '{"body":"x","text":"y"}' },
      /no body property text/,
    ],
    [
      'a type of a property',
      comments,
      { method: 'POST', body: '{"body":1}' },
      /\/body must be string/,
    ],
    ['a body that is no JSON', comments, { method: 'POST', body: 'body=x' }, /no JSON object/],
    [
      'a body where none belongs',
      '/repos/octo-org/shop/issues/comments/1',
      { method: 'DELETE', body: '{}' },
      /takes none/,
    ],
  ])('is a violation: %s', async (_, path, init, message) => {
    await send(path, init);
    expect(() => github.expectNoViolations()).toThrow(message);
    expect(github.comments(7)).toEqual([]);
  });

  it('is a violation of the fake itself, too', () => {
    const listing = openApi().match('GET', comments);
    expect(listing?.replyViolations(200, [{ id: 1 }])).toContain(
      "/0 must have required property 'user'",
    );
    expect(listing?.replyViolations(418, {})).toEqual(['issues/list-comments never answers 418']);
  });
});

describe('trouble', () => {
  it.each<[string, Trouble, object]>([
    ['a bad gateway', BAD_GATEWAY, { status: 502 }],
    ['a rate limit', rateLimited(429, 2), { status: 429 }],
    ['a cut connection', 'reset', { status: 500 }],
    ['a lost answer', 'lost', { status: 500 }],
  ])('%s comes once, then all is well', async (_, trouble, error) => {
    github.addFault({ trouble, method: 'POST' });
    const { issues } = client();
    const comment = { ...AT, issue_number: 7, body: 'x' };
    await expect(issues.createComment(comment)).rejects.toMatchObject(error);
    expect(github.comments(7)).toHaveLength(trouble === 'lost' ? 1 : 0);
    expect((await issues.listComments({ ...AT, issue_number: 7 })).status).toBe(200);
    expect((await issues.createComment(comment)).status).toBe(201);
  });

  it('half an answer is no list', async () => {
    github.addFault({ trouble: 'truncated' });
    const { data } = await client().issues.listComments({ ...AT, issue_number: 7 });
    expect(Array.isArray(data)).toBe(false);
  });
});

describe('labels', () => {
  it('are listed as they are now, and their events as they came', async () => {
    github.label(7, 'bug', ALICE, { at: new Date('2026-01-02T03:04:05Z') });
    github.label(7, 'slow', OTHER_BOT);
    github.label(7, 'slow', ALICE, { event: 'unlabeled' });
    const { issues } = client();
    const { data: labels } = await issues.listLabelsOnIssue({ ...AT, issue_number: 7 });
    expect(labels.map(({ name }) => name)).toEqual(['bug']);
    const { data: events } = await issues.listEvents({ ...AT, issue_number: 7 });
    expect(events.map(({ event, actor }) => [event, actor?.login])).toEqual([
      ['labeled', 'alice'],
      ['labeled', 'other-app[bot]'],
      ['unlabeled', 'alice'],
    ]);
    expect(events[0]?.created_at).toBe('2026-01-02T03:04:05Z');
    github.expectNoViolations();
  });
});

describe('what somebody may do', () => {
  const asked = (username: string) =>
    client().repos.getCollaboratorPermissionLevel({ ...AT, username });

  it('is their role, or to read what is public', async () => {
    github.addComment(7, ALICE, 'hello');
    expect((await asked('alice')).data).toMatchObject({ permission: 'read', role_name: 'read' });
    github.setRole(ALICE, ROLES.maintain);
    const { data } = await asked('alice');
    expect(data).toMatchObject({ permission: 'write', role_name: 'maintain', user: { id: 1001 } });
    github.expectNoViolations();
  });

  it('is not known of nobody', async () => {
    await expect(asked('nobody')).rejects.toMatchObject({ status: 404 });
    github.expectNoViolations();
  });
});
