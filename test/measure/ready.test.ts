import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { FlamegateError } from '../../src/errors.ts';
import { freePort } from '../../src/measure/port.ts';
import { type Answer, describeAnswer, probe, waitUntilReady } from '../../src/measure/ready.ts';
import { calm, rejection } from './support.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it has no port');
  return `http://127.0.0.1:${address.port}/`;
}

const answering = (status: number): Server =>
  createHttpServer((_, response) => response.writeHead(status, { location: '/' }).end());

/** Answers this and closes; nothing when it is undefined. */
const raw = (text: string | undefined): Server =>
  createServer((socket) => {
    socket.on('error', () => {});
    if (text !== undefined) socket.end(text);
  });

const never = new Promise<never>(() => {});

describe('probe', () => {
  it.each<[string, Server, Answer]>([
    ['a success', answering(200), { kind: 'status', status: 200 }],
    ['a redirect, not followed', answering(302), { kind: 'status', status: 302 }],
    ['a refusal', answering(503), { kind: 'status', status: 503 }],
    ['silence', raw(undefined), { kind: 'silent' }],
    ['a closed connection', raw(''), { kind: 'broken', reason: 'ECONNRESET' }],
    ['no HTTP', raw('SSH-2.0-x\r\n'), { kind: 'broken', reason: 'HPE_INVALID_CONSTANT' }],
  ])('%s', async (_, server, answer) => {
    expect(await probe(await listen(server), 200, calm())).toEqual(answer);
  });

  it.each(['127.0.0.1', 'localhost'])('nobody on %s', async (host) => {
    const url = `http://${host}:${await freePort()}/`;
    expect(await probe(url, 200, calm())).toEqual({ kind: 'refused' });
  });

  it('leaves no connection open', async () => {
    const server = answering(200);
    await probe(await listen(server), 200, calm());
    server.close();
    await once(server, 'close');
  });

  it.each<[Answer, string]>([
    [{ kind: 'status', status: 503 }, 'answered 503'],
    [{ kind: 'refused' }, 'refused every connection (nothing listens there)'],
    [{ kind: 'silent' }, 'accepted the connection and did not answer'],
    [{ kind: 'broken', reason: 'ECONNRESET' }, 'gave no answer (ECONNRESET)'],
  ])('%o in words', (answer, words) => {
    expect(describeAnswer(answer)).toBe(words);
  });
});

describe('waitUntilReady', () => {
  it.each([200, 204, 301, 302])('%i is ready', async (status) => {
    const url = await listen(answering(status));
    const options = { url, timeoutMs: 5_000, exited: never, signal: calm() };
    expect(await waitUntilReady(options)).toEqual({ kind: 'ready' });
  });

  it.each([404, 500, 503])('%i is not', async (status) => {
    const url = await listen(answering(status));
    const options = { url, timeoutMs: 1_000, exited: never, signal: calm() };
    const last = { kind: 'status', status };
    expect(await waitUntilReady(options)).toEqual({ kind: 'timeout', last });
  });

  it('tells the last answer, not the request that the deadline cut short', async () => {
    let requests = 0;
    const server = createHttpServer((_, response) => {
      requests++;
      if (requests === 1) response.writeHead(503).end();
    });
    const options = { timeoutMs: 1_000, exited: never, signal: calm() };
    const last = { kind: 'status', status: 503 };
    const readiness = await waitUntilReady({ ...options, url: await listen(server) });
    expect(readiness).toEqual({ kind: 'timeout', last });
    expect(requests).toBe(2);
  });

  it('asks until the answer is good', async () => {
    let requests = 0;
    const server = createHttpServer((_, response) => {
      requests++;
      response.writeHead(requests < 4 ? 503 : 200).end();
    });
    const options = { timeoutMs: 10_000, exited: never, signal: calm() };
    const readiness = await waitUntilReady({ ...options, url: await listen(server) });
    expect(readiness).toEqual({ kind: 'ready' });
    expect(requests).toBe(4);
  });

  it.each([
    ['while nobody listens', undefined],
    ['in the middle of a request', raw(undefined)],
  ])('stops at once when the process ends %s', async (_, server) => {
    const url =
      server === undefined ? `http://127.0.0.1:${await freePort()}/` : await listen(server);
    const exit = { code: 1, signal: null };
    const exited = new Promise<typeof exit>((resolve) => setTimeout(() => resolve(exit), 50));
    const options = { url, timeoutMs: 60_000, exited, signal: calm() };
    expect(await waitUntilReady(options)).toEqual({ kind: 'exited', exit });
  });

  it('rejects with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new FlamegateError('interrupted', 'stopped by SIGINT');
    setTimeout(() => controller.abort(reason), 50);
    const url = await listen(raw(undefined));
    const options = { url, timeoutMs: 60_000, exited: never, signal: controller.signal };
    expect(await rejection(waitUntilReady(options))).toBe(reason);
  });
});
