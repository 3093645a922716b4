import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientLimits, createGitHubClient } from '../../src/publish/github-client.ts';
import { troubleOf } from '../../src/publish/trouble.ts';
import { FakeGitHub } from '../harness/fake-github.ts';
import { rateLimited } from '../harness/github/faults.ts';

const AT = { owner: 'octo-org', repo: 'shop' };

let github: FakeGitHub;

beforeEach(async () => {
  github = await FakeGitHub.start();
});

afterEach(() => github.close());

function clientWith(limits: Partial<ClientLimits>, signal = new AbortController().signal) {
  return createGitHubClient({
    apiUrl: github.url,
    token: github.token,
    version: '1',
    signal,
    limits,
  });
}

describe('a server that never answers', () => {
  it('is given up after a while', async () => {
    github.addFault({ trouble: 'hang', times: Number.POSITIVE_INFINITY });
    const client = await clientWith({ requestMs: 50, backoffMs: 1 });
    await expect(client.rest.repos.get(AT)).rejects.toThrow('no answer for 0.05 seconds');
  });

  it('is asked again', async () => {
    github.addFault({ trouble: 'hang' });
    const client = await clientWith({ requestMs: 500, backoffMs: 1 });
    expect((await client.rest.repos.get(AT)).status).toBe(200);
  });

  it('is asked no more when the time for all requests is over', async () => {
    github.addFault({ trouble: 'hang', times: Number.POSITIVE_INFINITY });
    const over = new AbortController();
    const client = await clientWith({}, over.signal);
    const asked = client.rest.repos.get(AT);
    void requested(1).then(() => over.abort(new Error('time is over')));
    await expect(asked).rejects.toThrow('time is over');
    await expect(client.rest.repos.get(AT)).rejects.toThrow('time is over');
    expect(github.requests).toHaveLength(1);
  });

  it('is not waited for between two requests when the time is over', async () => {
    github.addFault({ trouble: rateLimited(429, 9) });
    const over = new AbortController();
    const client = await clientWith({}, over.signal);
    const asked = client.rest.repos.get(AT);
    void requested(1).then(() => over.abort());
    await expect(asked).rejects.toThrow(/aborted/);
    expect(github.requests).toHaveLength(1);
  });
});

/** Resolves when so many requests have arrived. */
function requested(count: number): Promise<void> {
  return vi.waitFor(() => expect(github.requests).toHaveLength(count), { interval: 5 });
}

it('a page of a proxy is no answer', async () => {
  const page = {
    status: 200,
    body: '<html>Log in</html>',
    headers: { 'content-type': 'text/html' },
  };
  github.addFault({ trouble: page, times: 3 });
  const client = await clientWith({ backoffMs: 1 });
  await expect(client.rest.repos.get(AT)).rejects.toThrow(/\(HTTP 200\) was no JSON/);
});

it('errors are read without anything of the request, which carries the token', async () => {
  const client = await clientWith({});
  const error = await client.rest.issues.listComments({ ...AT, issue_number: 99 }).catch((e) => e);
  expect(troubleOf(error, github.token)).toEqual({
    kind: 'refused',
    status: 404,
    retryAfterSeconds: undefined,
    text: 'Not Found',
  });
});
