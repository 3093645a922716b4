import { afterEach, describe, expect, it } from 'vitest';
import { CLIENT_LIMITS } from '../../../src/profiles/pyroscope/client.ts';
import { fetchRounds as fetchRoundsOf } from '../../../src/profiles/pyroscope/rounds.ts';
import type { RoundsQuery } from '../../../src/profiles/pyroscope/rounds-query.ts';
import {
  type FakePyroscope,
  type FakePyroscopeOptions,
  startFakePyroscope,
} from '../../support/fake-pyroscope.ts';
import type { StoredProfile } from '../../support/fake-pyroscope-queries.ts';
import { delimited } from '../../support/proto-fields.ts';
import { protobuf, startScriptedServer } from '../../support/scripted-server.ts';
import { formatProfile, profileFromText } from '../../support/text-profile.ts';

const TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const T0 = 1_795_000_000_000;
const MINUTE = 60_000;
const NEVER = new AbortController().signal;

/** As always, but without pauses before a request is made again. */
const LIMITS = { ...CLIENT_LIMITS, retries: { ...CLIENT_LIMITS.retries, firstPauseMs: 0 } };

const fetchRounds = (asked: RoundsQuery, signal: AbortSignal, now = T0 + 60 * MINUTE) =>
  fetchRoundsOf(asked, signal, {
    limits: LIMITS,
    clock: { now: () => now, pause: () => Promise.reject(new Error('nothing to wait for')) },
  });

/** A profile of shop, `minute` minutes after `T0`. */
function stored(ref: string, minute: number, picture: string, typeId = TYPE): StoredProfile {
  return {
    labels: { service_name: 'shop', service_git_ref: ref },
    typeId,
    time: T0 + minute * MINUTE,
    profile: profileFromText(picture),
  };
}

const PROFILES = [
  stored('a', 0.5, 'main f[a.go:3] 10'),
  stored('a', 1.2, 'main f[a.go:3] 1\nmain g 2'),
  stored('a', 2.6, 'main f[a.go:3] 11'),
  stored('b', 1.2, 'main f[a.go:4] 20'),
  stored('b', 3.2, 'main f[a.go:4] 21'),
];

const IN_USE = { type: 'inuse_space', unit: 'bytes' };

const EXPECTED = [
  'base 0 main f[a.go:3] 11|main g          2',
  'base 1 main f[a.go:3] 11',
  'head 0 main f[a.go:4] 20',
  'head 1 main f[a.go:4] 21',
];

let server: FakePyroscope | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(options: FakePyroscopeOptions = {}): Promise<FakePyroscope> {
  server = await startFakePyroscope({ profiles: PROFILES, ...options });
  return server;
}

function query(url: string, more: Partial<RoundsQuery> = {}): RoundsQuery {
  const window = { from: T0, until: T0 + 4 * MINUTE };
  return {
    url,
    tenant: undefined,
    user: undefined,
    password: undefined,
    token: undefined,
    headers: {},
    base: {
      selector: '{service_name="shop", service_git_ref="a"}',
      ref: undefined,
      requests: undefined,
      ...window,
    },
    head: {
      selector: '{service_name="shop", service_git_ref="b"}',
      ref: undefined,
      requests: undefined,
      ...window,
    },
    profileType: 'cpu',
    slices: 2,
    roundLabel: undefined,
    answerTimeoutMs: 120_000,
    ...more,
  };
}

const pictures = (rounds: Awaited<ReturnType<typeof fetchRounds>>['rounds']) =>
  rounds.map(
    ({ side, round, profile }) =>
      `${side} ${round} ${formatProfile(profile).replaceAll('\n', '|')}`,
  );

describe('fetchRounds', () => {
  it.each<[string, FakePyroscopeOptions]>([
    ['as it is', {}],
    ['before 2.2.0', { old: true }],
  ])('gets both sides from a server %s', async (_what, options) => {
    const { url } = await start(options);
    const { rounds, warnings } = await fetchRounds(query(url), NEVER);
    expect(pictures(rounds)).toEqual(EXPECTED);
    expect(rounds[0]).toMatchObject({ requests: undefined, failed: undefined, seconds: 120.001 });
    expect(warnings).toEqual([]);
  });

  it('spreads the requests that were counted over the slices', async () => {
    const { url } = await start();
    const { base, head } = query(url);
    const counted = { base: { ...base, requests: 1000 }, head: { ...head, requests: 4000 } };
    const requests = async (sides: Partial<RoundsQuery>) => {
      const { rounds } = await fetchRounds(query(url, sides), NEVER);
      return rounds.map((round) => round.requests);
    };
    expect(await requests(counted)).toEqual([500, 500, 2000, 2000]);
    expect(await requests({ base: counted.base })).toEqual(Array(4).fill(undefined));
  });

  it('has no ticks, as the period is made up by the server', async () => {
    const { url } = await start();
    const { rounds } = await fetchRounds(query(url), NEVER);
    expect(rounds.map(({ profile }) => profile.ticks)).toEqual([0, 0, 0, 0]);
  });

  it('waits for profiles of windows that have only just ended', async () => {
    const { url, requests } = await start();
    let now = T0 + 4 * MINUTE;
    const clock = {
      now: () => now,
      pause: async (milliseconds: number) => {
        now += milliseconds;
      },
    };
    const { rounds } = await fetchRoundsOf(query(url), NEVER, { limits: LIMITS, clock });
    expect(pictures(rounds)).toEqual(EXPECTED);
    expect(now).toBe(T0 + 4 * MINUTE + 20_000);
    expect(requests.filter(({ path }) => path.endsWith('/SelectSeries'))).toHaveLength(10);
  });

  it('does not ask a server again, while it waits, that has answered with an error', async () => {
    const instead = { status: 500, headers: {}, body: '{"code":"internal","message":"oops"}' };
    const { url, requests } = await start({ instead });
    await expect(fetchRounds(query(url), NEVER, T0 + 4 * MINUTE)).rejects.toThrow('oops');
    expect(requests).toHaveLength(1);
  });

  it('takes the values of a label for rounds, in their order', async () => {
    const labelled = (ref: string, round: string, picture: string, requests?: string) => {
      const one = stored(ref, 1, picture);
      const more = requests === undefined ? {} : { flamegate_requests: requests };
      return { ...one, labels: { ...one.labels, flamegate_round: round, ...more } };
    };
    const { url } = await start({
      profiles: [
        labelled('a', '10', 'main f 3', '70'),
        labelled('a', '2', 'main f 2'),
        labelled('a', '1', 'main f 1', '50'),
        labelled('b', '1', 'main f 4'),
        labelled('b', '10', 'main f 6', '80'),
        labelled('b', '10', 'main f 1', '81'),
      ],
    });
    const { rounds, warnings } = await fetchRounds(
      query(url, { roundLabel: 'flamegate_round' }),
      NEVER,
    );
    expect(pictures(rounds)).toEqual([
      'base 0 main f 1',
      'base 2 main f 3',
      'head 0 main f 4',
      'head 2 main f 7',
    ]);
    // Of head nothing is said, and then two things.
    expect(rounds.map(({ requests }) => requests)).toEqual([50, 70, undefined, undefined]);
    expect(rounds[0]).toMatchObject({ failed: undefined, seconds: 0 });
    expect(warnings).toEqual([
      '2 of 3 rounds (flamegate_round) are compared: in the others a side has no profile.',
    ]);
  });

  it('averages profiles that show a state', async () => {
    const inUse = 'memory:inuse_space:bytes:space:bytes';
    const profiles = [
      stored('a', 0.5, 'main f 10', inUse),
      stored('a', 1.2, 'main f 20', inUse),
      stored('b', 1.2, 'main f 20', inUse),
    ].map((one) => ({ ...one, profile: { ...one.profile, sampleType: IN_USE } }));
    const { url } = await start({ profiles });
    const { rounds, warnings } = await fetchRounds(
      query(url, { slices: 1, profileType: 'in-use' }),
      NEVER,
    );
    expect(pictures(rounds)).toEqual(['base 0 main f 15', 'head 0 main f 20']);
    expect(warnings).toEqual([expect.stringContaining('the average of each slice is compared')]);
  });

  it('asks an old server for flame graphs only once', async () => {
    const { url, requests } = await start({ old: true });
    await fetchRounds(query(url), NEVER);
    const methods = requests.map(({ path }) => path.split('/').at(-1));
    expect(methods).toEqual([
      'Series',
      'Series',
      'SelectMergeStacktraces',
      'SelectMergeProfile',
      'SelectMergeProfile',
      'SelectMergeProfile',
      'SelectMergeProfile',
    ]);
  });

  it('keeps the path of the URL and names the tenant and the user', async () => {
    const authorization = `Basic ${Buffer.from('42:secret').toString('base64')}`;
    const { url } = await start({ prefix: '/api/proxy/uid/x', tenant: 'team', authorization });
    const access = { tenant: 'team', user: '42', password: 'secret' };
    const { rounds } = await fetchRounds(query(`${url}/`, access), NEVER);
    expect(pictures(rounds)).toEqual(EXPECTED);
  });

  it('sends a token', async () => {
    const { url } = await start({ authorization: 'Bearer glsa_1' });
    const { rounds } = await fetchRounds(query(url, { token: 'glsa_1' }), NEVER);
    expect(rounds).toHaveLength(4);
  });

  it.each(['no bytes', 'empty things'] as const)(
    'leaves pairs out in which a side is empty (%s), and says so',
    async (empty) => {
      for (const old of [false, true]) {
        const { url } = await start({ empty, old });
        const { rounds, warnings } = await fetchRounds(query(url, { slices: 4 }), NEVER);
        expect(pictures(rounds)).toEqual([
          'base 1 main f[a.go:3] 1|main g         2',
          'head 1 main f[a.go:4] 20',
        ]);
        expect(warnings).toEqual([
          '1 of 4 slices are compared: in the others a side has no profile.',
        ]);
        await server?.close();
      }
      server = undefined;
    },
  );

  it('warns of slices shorter than an upload interval', async () => {
    const { url } = await start();
    const window = { from: T0 + MINUTE, until: T0 + 1.5 * MINUTE };
    const narrow = query(url, { slices: 1 });
    const { warnings } = await fetchRounds(
      { ...narrow, base: { ...narrow.base, ...window }, head: { ...narrow.head, ...window } },
      NEVER,
    );
    expect(warnings).toEqual([expect.stringContaining('Slices of 30 s are shorter than')]);
  });

  it.each([
    [1, undefined],
    [50, 'profile of head, slice 1 of 1: Pyroscope cut off 5.00 % of it (the function "other")'],
  ])('bears %d of 1000 cut off: %s', async (cut, message) => {
    const profiles = [
      stored('a', 1, 'main f 1000'),
      stored('b', 1, `main f ${1000 - cut}\nmain other ${cut}`),
    ];
    const { url } = await start({ profiles });
    const attempt = fetchRounds(query(url, { slices: 1 }), NEVER);
    if (message !== undefined) {
      await expect(attempt).rejects.toMatchObject({ kind: 'measurement', message });
    } else {
      expect((await attempt).warnings).toEqual([
        'Pyroscope cut off up to 0.10 % of a profile (the function "other").',
      ]);
    }
  });

  it('does not take a function named other for cut off', async () => {
    const profiles = [stored('a', 1, 'other[o.go:3] 9'), stored('b', 1, 'other[o.go:3] 9')];
    const { url } = await start({ profiles });
    expect((await fetchRounds(query(url, { slices: 1 }), NEVER)).warnings).toEqual([]);
  });
});

describe('fetchRounds refuses', () => {
  it.each<[string, FakePyroscopeOptions, Partial<RoundsQuery>, { kind: string; message: string }]>([
    [
      'a missing tenant',
      { tenant: 'team' },
      {},
      { kind: 'usage', message: 'answered 401: unauthenticated: no org id' },
    ],
    [
      'wrong access',
      { authorization: 'Bearer right' },
      { token: 'wrong' },
      { kind: 'usage', message: 'answered 401: unauthenticated: invalid credentials' },
    ],
    [
      'a selector that can not be read',
      {},
      {
        base: {
          selector: 'shop',
          ref: undefined,
          requests: undefined,
          from: T0,
          until: T0 + 4 * MINUTE,
        },
      },
      { kind: 'usage', message: 'answered 400: invalid_argument: parse error in selector shop' },
    ],
    [
      'a window without profiles',
      {},
      {
        head: {
          selector: '{service_name="shop"}',
          ref: undefined,
          requests: undefined,
          from: T0 - MINUTE,
          until: T0,
        },
      },
      { kind: 'measurement', message: 'Pyroscope has no profiles for head' },
    ],
    [
      'slices of which none has both sides',
      {},
      {
        base: {
          selector: '{service_git_ref="a"}',
          ref: undefined,
          requests: undefined,
          from: T0 + 1.5 * MINUTE,
          until: T0 + 3.5 * MINUTE,
        },
        head: {
          selector: '{service_git_ref="b"}',
          ref: undefined,
          requests: undefined,
          from: T0,
          until: T0 + 2.5 * MINUTE,
        },
      },
      {
        kind: 'measurement',
        message: 'in none of the 2 slices both sides have a profile in Pyroscope',
      },
    ],
    [
      'a label for rounds that nobody has',
      {},
      { roundLabel: 'round' },
      {
        kind: 'measurement',
        message: 'no value of round has profiles of both sides in Pyroscope',
      },
    ],
    [
      'an error page',
      { instead: { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<html>' } },
      {},
      { kind: 'usage', message: 'answered 404, without an error of Pyroscope' },
    ],
    [
      'a page with status 200',
      { instead: { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' } },
      {},
      { kind: 'usage', message: 'answered with text/html, not protobuf' },
    ],
    [
      'an outage',
      { instead: { status: 503, headers: {}, body: '{"code":"unavailable","message":"later"}' } },
      {},
      { kind: 'measurement', message: 'answered 503: unavailable: later' },
    ],
    [
      'a redirect, whose query it does not repeat',
      {
        instead: {
          status: 302,
          headers: { Location: 'https://login.example/in?state=s3cret' },
          body: '',
        },
      },
      {},
      { kind: 'usage', message: 'redirects to https://login.example/in' },
    ],
    [
      'a broken answer',
      {
        instead: {
          status: 200,
          headers: { 'Content-Type': 'application/proto' },
          body: '\x12\x7f',
        },
      },
      {},
      {
        kind: 'measurement',
        message: 'malformed protobuf: field 2 claims 127 bytes, 0 are left (byte 2)',
      },
    ],
  ])('%s', async (_what, options, more, { kind, message }) => {
    const { url } = await start(options);
    const error = await fetchRounds(query(url, more), NEVER).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'FlamegateError', kind });
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('s3cret');
  });

  it('a label for rounds, with a selector that only the server understands', async () => {
    const type = Buffer.concat([delimited(1, '__profile_type__'), delimited(2, TYPE)]);
    const round = Buffer.concat([delimited(1, 'round'), delimited(2, '1')]);
    const series = (label: Buffer) => protobuf(delimited(2, delimited(1, label)));
    const scripted = await startScriptedServer(series(type), series(type), series(round));
    const { base } = query(scripted.url);
    const selector = String.raw`{service_git_ref="\x61"}`;
    const asked = query(scripted.url, { roundLabel: 'round', base: { ...base, selector } });
    await expect(fetchRounds(asked, NEVER)).rejects.toMatchObject({
      kind: 'usage',
      message: String.raw`{service_git_ref="\x61"} can't be read, so no round can be added to it`,
    });
    await scripted.close();
  });

  it('a server that is not there, without telling secrets', async () => {
    const { url } = await start();
    await server?.close();
    server = undefined;
    const access = { user: 'me', password: 'hunter2' };
    const error = await fetchRounds(query(url, access), NEVER).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'measurement' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).toContain('ECONNREFUSED');
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it.each([
    ['pyroscope:4040', 'the Pyroscope URL is not an http:// or https:// URL'],
    ['nowhere', 'the Pyroscope URL is not an http:// or https:// URL'],
    ['http://me:hunter2@127.0.0.1:1', 'the Pyroscope URL contains a user or a password'],
  ])('the URL %s', async (url, message) => {
    await expect(fetchRounds(query(url), NEVER)).rejects.toMatchObject({ kind: 'usage', message });
  });

  it('to go on when it is interrupted', async () => {
    const { url } = await start();
    const reason = new Error('interrupted');
    await expect(fetchRounds(query(url), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
