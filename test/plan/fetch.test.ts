import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ServerToken } from '../../src/plan/checkout.ts';
import { resolveCommit } from '../../src/plan/resolve.ts';
import { asCheckout } from './support/checkout.ts';
import { serveGit } from './support/git-server.ts';
import { actionsCheckout, newRepository, type Repository } from './support/repository.ts';

const origin = newRepository(afterAll);
const older = origin.commit('older');
origin.commit('newer');
origin.git('config', 'http.receivepack', 'false');

const TOKEN = 'ghs_right';
const OURS = basic(TOKEN);

function basic(token: string): string {
  return `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}

/** A shallow checkout without `older`, whose origin has moved to a server. */
function checkoutOf(serverUrl: string): Repository {
  const checkout = actionsCheckout(origin.url, 'refs/heads/main');
  const url = `${serverUrl}/${path.basename(origin.folder)}/.git`;
  checkout.git('remote', 'set-url', 'origin', url);
  return checkout;
}

/** Credentials as actions/checkout leaves them with `persist-credentials: true`. */
function persist(checkout: Repository, serverUrl: string, token: string): void {
  checkout.git('config', `http.${serverUrl}/.extraheader`, `AUTHORIZATION: ${basic(token)}`);
}

describe('fetching from a server', () => {
  it('that lets everyone in sends no token', async () => {
    const server = await serveGit(path.dirname(origin.folder));
    const checkout = checkoutOf(server.url);
    const token = { serverUrl: server.url, token: TOKEN };
    expect(await resolveCommit(asCheckout(checkout, token), older)).toBe(older);
    expect(server.seen.length).toBeGreaterThan(0);
    expect(server.seen.flatMap((request) => request.authorization)).toEqual([]);
  });

  it("uses the checkout's own credentials first", async () => {
    const server = await serveGit(path.dirname(origin.folder), basic('persisted'));
    const checkout = checkoutOf(server.url);
    persist(checkout, server.url, 'persisted');
    const token = { serverUrl: server.url, token: TOKEN };
    expect(await resolveCommit(asCheckout(checkout, token), older)).toBe(older);
    expect(new Set(server.seen.map((request) => request.authorization.join()))).toEqual(
      new Set([basic('persisted')]),
    );
  });

  it.each([
    ['there are none', undefined, []],
    ['they have expired', 'expired', [basic('expired')]],
  ])('uses the token when %s, and never two at once', async (_, persisted, before) => {
    const server = await serveGit(path.dirname(origin.folder), OURS);
    const checkout = checkoutOf(server.url);
    if (persisted !== undefined) persist(checkout, server.url, persisted);
    const token = { serverUrl: server.url, token: TOKEN };
    expect(await resolveCommit(asCheckout(checkout, token), older)).toBe(older);
    const sent = server.seen.map((request) => request.authorization);
    expect(sent[0]).toEqual(before);
    expect(sent.at(-1)).toEqual([OURS]);
    expect(sent.filter((headers) => headers.length > 1)).toEqual([]);
  });

  it('leaves no token in the checkout', async () => {
    const server = await serveGit(path.dirname(origin.folder), OURS);
    const checkout = checkoutOf(server.url);
    const before = checkout.git('config', '--list');
    await resolveCommit(asCheckout(checkout, { serverUrl: server.url, token: TOKEN }), older);
    expect(checkout.git('config', '--list')).toBe(before);
  });
});

describe('a server that refuses us', () => {
  it.each<[string, ServerToken | undefined]>([
    ['without a token', undefined],
    ['with a wrong token', { serverUrl: '', token: 'ghs_wrong' }],
  ])('%s', async (_, token) => {
    const server = await serveGit(path.dirname(origin.folder), OURS);
    const checkout = checkoutOf(server.url);
    const ours = token && { ...token, serverUrl: server.url };
    const error: unknown = await resolveCommit(asCheckout(checkout, ours), older).catch((e) => e);
    expect(error).toMatchObject({
      kind: 'plan',
      message: 'origin refused us, so missing commits could not be fetched',
      hint: expect.stringContaining('github-token'),
    });
    expect(JSON.stringify(error)).not.toContain('ghs_wrong');
    expect(JSON.stringify(error)).not.toContain(basic('ghs_wrong').slice(6));
  });

  it('and is not the one that the token is for never sees the token', async () => {
    const server = await serveGit(path.dirname(origin.folder), OURS);
    const checkout = checkoutOf(server.url);
    const elsewhere = { serverUrl: 'https://github.com', token: TOKEN };
    await expect(resolveCommit(asCheckout(checkout, elsewhere), older)).rejects.toThrow('refused');
    expect(server.seen.flatMap((request) => request.authorization)).toEqual([]);
  });
});
