import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FlamegateError } from '../../../src/errors.ts';
import {
  CLIENT_LIMITS,
  type ClientLimits,
  pyroscopeClient,
  wholeBody,
} from '../../../src/profiles/pyroscope/client.ts';
import type { PyroscopeConnection } from '../../../src/profiles/pyroscope/connection.ts';
import { REFUSALS, type ServerRefusal } from '../../support/refusals.ts';
import {
  connectError,
  page,
  protobuf,
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../support/scripted-server.ts';

const NEVER = new AbortController().signal;
const MIB = 1024 * 1024;

const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(...script: readonly [ScriptedAnswer, ...ScriptedAnswer[]]) {
  const server = await startScriptedServer(...script);
  servers.push(server);
  return server;
}

const SECRETS = { password: 'hunter2', token: 'glsa_1', headers: { 'X-Key': 'k3y' } };

function call(url: string, limits: Partial<ClientLimits> = {}, access = {}) {
  const connection: PyroscopeConnection = {
    url,
    tenant: 'team',
    user: 'me',
    ...SECRETS,
    ...access,
  };
  const retries = { attempts: 3, firstPauseMs: 0, deadlineMs: 60_000 };
  const client = pyroscopeClient(
    connection,
    NEVER,
    { ...CLIENT_LIMITS, retries, ...limits },
    tmpdir(),
  );
  return client('Series', Buffer.from('question'), wholeBody);
}

/** What a call ends in, as text: the answer, `too much: …`, or the error with its exit status. */
async function endOf(outcome: ReturnType<typeof call>): Promise<string> {
  try {
    const came = await outcome;
    if ('answer' in came) return `answer: ${Buffer.from(came.answer).toString('utf8')}`;
    expect(came.tooMuch.exitCode).toBe(3);
    return `too much: ${came.tooMuch.message}`;
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    // Its cause, too.
    expect(inspect(error, { depth: 9 })).not.toMatch(/hunter2|glsa_1|k3y/u);
    return `exit ${error.exitCode}: ${error.message}`;
  }
}

const FINE = protobuf(Buffer.from('fine'));
const MARK = 'Pyroscope at http://127.0.0.1:PORT/querier.v1.QuerierService/Series';

/** How a refusal ends a call, as `endOf` tells it. */
function endAt(url: string, { exit, says }: ServerRefusal): string {
  // What was answered whole is read by whoever asked, who does not know where it came from.
  const place = says.startsWith('profile ') ? '' : `${MARK.replace('http://127.0.0.1:PORT', url)} `;
  return `${exit === 'less' ? 'too much' : `exit ${exit}`}: ${place}${says}`;
}

describe('the client ends in', () => {
  it.each(REFUSALS)('$what, after one request', async (refusal) => {
    const { url, requests } = await serve(refusal.answer);
    expect(await endOf(call(url))).toBe(endAt(url, refusal));
    expect(requests).toHaveLength(1);
  });

  it.each<[string, ScriptedAnswer, string]>([
    ['an answer', FINE, 'answer: fine'],
    [
      'an answer in gzip',
      protobuf(gzipSync('fine'), { 'Content-Encoding': 'gzip' }),
      'answer: fine',
    ],
    ['an answer of no bytes', protobuf(Buffer.alloc(0)), 'answer: '],
  ])('%s', async (_what, answer, end) => {
    const { url, requests } = await serve(answer);
    expect(await endOf(call(url))).toBe(end);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['as it is', (bytes: Buffer) => protobuf(bytes)],
    ['in gzip', (bytes: Buffer) => protobuf(gzipSync(bytes), { 'Content-Encoding': 'gzip' })],
  ])('an answer that does not stay in memory, %s', async (_how, answer) => {
    const bytes = randomBytes(3 * MIB);
    const { url } = await serve(answer(bytes));
    const came = await call(url);
    expect('answer' in came && bytes.equals(came.answer)).toBe(true);
  });

  it.each<[string, readonly [ScriptedAnswer, ...ScriptedAnswer[]], number, string]>([
    ['502', [page(502), FINE], 2, 'answer: fine'],
    ['503', [connectError(503, 'unavailable', 'later'), page(503), FINE], 3, 'answer: fine'],
    ['503 with Retry-After', [page(503, { 'Retry-After': '0' }), FINE], 2, 'answer: fine'],
    ['429 with Retry-After', [page(429, { 'Retry-After': '0' }), FINE], 2, 'answer: fine'],
    ['a connection that breaks', [(response) => response.destroy(), FINE], 2, 'answer: fine'],
    [
      'an answer that breaks',
      [
        (response) => {
          response.writeHead(200, { 'Content-Type': 'application/proto', 'Content-Length': '9' });
          response.write('fi', () => response.destroy());
        },
        FINE,
      ],
      2,
      'answer: fine',
    ],
    [
      'an outage',
      [connectError(503, 'unavailable', 'later')],
      3,
      'exit 3: * answered 503: unavailable: later',
    ],
    [
      'a date in Retry-After that is past the deadline',
      [page(503, { 'Retry-After': 'Fri, 31 Dec 9999 23:59:59 GMT' })],
      1,
      'exit 3: * answered 503, without an error of Pyroscope',
    ],
    [
      'seconds in Retry-After that are past the deadline',
      [page(429, { 'Retry-After': '61' })],
      1,
      'exit 3: * answered 429, without an error of Pyroscope',
    ],
  ])('%s: asks again, but not for ever', async (_what, script, times, end) => {
    const { url, requests } = await serve(...script);
    expect((await endOf(call(url))).replace(MARK.replace('http://127.0.0.1:PORT', url), '*')).toBe(
      end,
    );
    expect(requests).toHaveLength(times);
  });
});

describe('the client', () => {
  it.each<[string, ScriptedAnswer]>([
    ['no answer at all', () => {}],
    [
      'no body',
      (response) => response.writeHead(200, { 'Content-Type': 'application/proto' }).flushHeaders(),
    ],
    [
      'a body that drips',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'application/proto' });
        const drip = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(drip));
      },
    ],
    [
      "an error's body that drips",
      (response) => {
        response.writeHead(401, { 'Content-Type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('waits no longer than it should for %s', async (_what, answer) => {
    const { url, requests } = await serve(answer);
    const end = await endOf(call(url, { timeoutMs: 300 }));
    expect(end).toMatch(
      /no whole answer within 0\.3 s$|answered 401, without an error of Pyroscope$/u,
    );
    // On a busy machine the time may be over before the request arrives; but it is not made again.
    expect(requests.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['as it is', {}, Buffer.alloc(3 * MIB)],
    ['a gzip bomb', { 'Content-Encoding': 'gzip' }, gzipSync(Buffer.alloc(64 * MIB))],
    [
      'a bomb in a bomb',
      { 'Content-Encoding': 'gzip' },
      gzipSync(gzipSync(Buffer.alloc(64 * MIB))),
    ],
  ])('takes no more than it should: %s', async (_what, headers, body) => {
    const { url } = await serve(protobuf(body, headers));
    expect(await endOf(call(url, { maxBytes: 2 * MIB }))).toMatch(
      /^too much: .* the answer is larger than 2 MiB$/u,
    );
  });

  it.each([301, 302, 307, 308])('follows no %d to another origin', async (status) => {
    const other = await serve(FINE);
    const { url } = await serve(page(status, { Location: `${other.url}/in?state=s3cret` }));
    expect(await endOf(call(url))).toBe(
      `exit 2: ${MARK.replace('http://127.0.0.1:PORT', url)} redirects to ${other.url}/in`,
    );
    expect(other.requests).toEqual([]);
  });

  it('tells no secret, even when the server repeats them', async () => {
    const basic = Buffer.from('me:hunter2').toString('base64');
    const said = `Basic ${basic} hunter2 glsa_1 k3y`;
    const { url } = await serve(connectError(401, 'unauthenticated', said));
    expect(await endOf(call(url))).toMatch(/: Basic \*\*\* \*\*\* \*\*\* \*\*\*$/u);
  });

  it('sends all means of access together', async () => {
    const seen: unknown[] = [];
    const { url } = await serve((response, { headers }) => {
      seen.push(headers.authorization, headers['x-scope-orgid'], headers['x-key']);
      FINE(response);
    });
    await call(`${url}/api/datasources/proxy/uid/x/`, {}, { user: undefined });
    expect(seen).toEqual(['Bearer glsa_1', 'team', 'k3y']);
    expect(servers[0]?.requests).toEqual([
      '/api/datasources/proxy/uid/x/querier.v1.QuerierService/Series',
    ]);
  });

  it('ends at once when it is interrupted between requests', async () => {
    const reason = new Error('interrupted');
    const controller = new AbortController();
    const { url } = await serve((response) => {
      page(503)(response);
      response.on('finish', () => controller.abort(reason));
    });
    const connection = { url, tenant: undefined, user: undefined, ...SECRETS };
    const retries = { attempts: 3, firstPauseMs: 3_600_000, deadlineMs: 7_200_000 };
    const client = pyroscopeClient(connection, controller.signal, { ...CLIENT_LIMITS, retries });
    await expect(client('Series', Buffer.alloc(0), wholeBody)).rejects.toBe(reason);
  });
});
