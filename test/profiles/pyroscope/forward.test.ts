import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { AttributedRound } from '../../../src/profiles/attribute.ts';
import type { Side } from '../../../src/profiles/profile.ts';
import { startForwarding } from '../../../src/profiles/pyroscope/forward.ts';
import { attributed } from '../../support/attributed.ts';
import { type FakePyroscope, startFakePyroscope } from '../../support/fake-pyroscope.ts';
import { pprofFromText } from '../../support/pprof.ts';
import {
  connectError,
  page,
  protobuf,
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../support/scripted-server.ts';
import { formatProfile } from '../../support/text-profile.ts';

const NEVER = new AbortController().signal;
const NOW = Math.floor(Date.now() / 1000) * 1000;
const COMMITS = { base: 'b'.repeat(40), head: 'a'.repeat(40) };
const SECRETS = { password: 'hunter2', token: undefined, headers: { 'X-Key': 'k3y-value' } };

let servers: (FakePyroscope | ScriptedServer)[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

function forwarding(url: string, signal = NEVER) {
  const connection = { url, tenant: 'team', user: 'me', ...SECRETS };
  return startForwarding(connection, { service: 'shop', commits: COMMITS }, signal);
}

/** A round of uploads that were taken so many seconds ago. */
function round(side: Side, number: number, ages: readonly number[]): AttributedRound {
  const pprofs = ages.map((age) => {
    const time = NOW - age * 1000;
    return gzipSync(pprofFromText(`main ${side}${number}[a.js:3] 7`, { time }));
  });
  return attributed(side, number, pprofs, { env: 'production', service_git_ref: 'made up' });
}

describe('forwarding', () => {
  it('stores the profiles of all rounds, labelled as ours and with nothing that the service says', async () => {
    const authorization = `Basic ${Buffer.from('me:hunter2').toString('base64')}`;
    const server = await startFakePyroscope({ tenant: 'team', authorization });
    servers.push(server);
    const forwarder = forwarding(server.url);
    await forwarder.forward([round('base', 0, [30, 29])]);
    await forwarder.forward([round('head', 0, [20])]);
    const run = server.profiles[0]?.labels.flamegate_run;
    expect(run).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ-[0-9a-f]{8}$/u);
    const common = {
      service_name: 'shop',
      flamegate_run: run,
      flamegate_round: '0',
      flamegate_requests: '100',
    };
    const base = { ...common, service_git_ref: COMMITS.base, flamegate_side: 'base' };
    const head = { ...common, service_git_ref: COMMITS.head, flamegate_side: 'head' };
    expect(
      server.profiles.map(({ labels, time, typeId, profile }) => ({
        labels,
        age: (NOW - time) / 1000,
        typeId,
        picture: formatProfile(profile),
      })),
    ).toEqual(
      [
        { labels: base, age: 30, picture: 'main base0[a.js:3] 7' },
        { labels: base, age: 29, picture: 'main base0[a.js:3] 7' },
        { labels: head, age: 20, picture: 'main head0[a.js:3] 7' },
      ].flatMap((one) =>
        ['samples:count', 'cpu:nanoseconds'].map((type) => ({
          ...one,
          typeId: `process_cpu:${type}::`,
        })),
      ),
    );
    expect(forwarder.warnings()).toEqual([]);
    const time = (age: number) => new Date(NOW - age * 1000).toISOString();
    expect(forwarder.place()).toBe(
      `{service_name="shop", flamegate_run="${run}"} in ${time(30)}/${time(19)}`,
    );
  });

  it.each<[string, ScriptedAnswer, number, string]>([
    [
      '400',
      connectError(400, 'invalid_argument', 'too old'),
      1,
      'answered 400: invalid_argument: too old. See that the server takes',
    ],
    [
      '401',
      connectError(401, 'unauthenticated', 'no org id'),
      1,
      'answered 401: unauthenticated: no org id. Give the tenant',
    ],
    [
      '403',
      page(403),
      1,
      'answered 403, without an error of Pyroscope. The token needs permission to write profiles.',
    ],
    [
      "a proxy's 404",
      page(404),
      1,
      'answered 404, without an error of Pyroscope. See that the URL',
    ],
    ['413', page(413), 1, 'answered 413, without an error of Pyroscope. See that the server takes'],
    [
      '500',
      connectError(500, 'internal', 'oops'),
      1,
      'answered 500: internal: oops. See that the server runs',
    ],
    ['502', page(502), 1, 'answered 502, without an error of Pyroscope'],
    ['a page with status 200', page(200), 1, 'answered with text/html, not protobuf'],
    [
      'a redirect',
      page(302, { Location: 'https://login.example/in?s=1' }),
      1,
      'redirects to https://login.example/in. ',
    ],
    ['an answer that breaks', (response) => response.destroy(), 1, 'ECONNRESET'],
    [
      '429 for too long',
      page(429, { 'Retry-After': '60' }),
      1,
      'answered 429, without an error of Pyroscope. The server limits',
    ],
    [
      'a server that repeats secrets',
      connectError(401, 'unauthenticated', 'hunter2 k3y-value'),
      1,
      'unauthenticated: *** ***. ',
    ],
  ])('warns of %s, and does not send any more', async (_what, answer, requests, says) => {
    const server = await startScriptedServer(protobuf(Buffer.alloc(0)), answer);
    servers.push(server);
    const forwarder = forwarding(server.url);
    await forwarder.forward([round('base', 0, [30])]);
    await forwarder.forward([round('head', 0, [20])]);
    await forwarder.forward([round('head', 1, [10])]);
    const [warning, ...more] = forwarder.warnings();
    expect(warning).toContain('The profiles of 1 of 3 rounds were sent on to Pyroscope; then: ');
    expect(warning).toContain(says);
    expect(warning).not.toMatch(/hunter2|k3y/u);
    expect(more).toEqual([]);
    expect(server.requests).toEqual(Array(1 + requests).fill('/push.v1.PusherService/Push'));
  });

  it('sends what several types are made of once', async () => {
    const server = await startFakePyroscope();
    servers.push(server);
    const cpu = round('base', 0, [30, 29]);
    const [first] = cpu.uploads;
    if (first === undefined) throw new Error('no upload');
    const wall = {
      ...cpu,
      round: { ...cpu.round, requests: undefined },
      uploads: [first, ...round('base', 0, [28]).uploads],
    };
    await forwarding(server.url).forward([cpu, wall]);
    const seen = server.profiles
      .filter(({ typeId }) => typeId.startsWith('process_cpu:cpu:'))
      .map(({ time, labels }) => [(NOW - time) / 1000, labels.flamegate_requests]);
    expect(seen).toEqual([
      [30, '100'],
      [29, '100'],
      [28, undefined],
    ]);
  });

  it.each([429, 503])('sends again what was not taken: %d', async (status) => {
    const refusal = page(status, { 'Retry-After': '0' });
    const server = await startScriptedServer(refusal, refusal, protobuf(Buffer.alloc(0)));
    servers.push(server);
    const forwarder = forwarding(server.url);
    await forwarder.forward([round('base', 0, [30])]);
    expect(forwarder.warnings()).toEqual([]);
    expect(server.requests).toHaveLength(3);
  });

  it('warns of a server that is not there', async () => {
    const server = await startScriptedServer(page(500));
    await server.close();
    const forwarder = forwarding(server.url);
    await forwarder.forward([round('base', 0, [30])]);
    expect(forwarder.warnings()).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(forwarder.place()).toBeUndefined();
  });

  it('ends with the run', async () => {
    const reason = new Error('interrupted');
    const server = await startScriptedServer(() => {});
    servers.push(server);
    const controller = new AbortController();
    const sending = forwarding(server.url, controller.signal).forward([round('base', 0, [30])]);
    controller.abort(reason);
    await expect(sending).rejects.toBe(reason);
  });
});
