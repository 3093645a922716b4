import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldStreamed } from '../../../src/profiles/fold.ts';
import type { StackProfile } from '../../../src/profiles/profile.ts';
import { buildInfo } from '../../../src/profiles/pyroscope/build-info.ts';
import { wholeBody } from '../../../src/profiles/pyroscope/client.ts';
import type { Clock } from '../../../src/profiles/pyroscope/clock.ts';
import { commitsOf } from '../../../src/profiles/pyroscope/commits.ts';
import type { PyroscopeConnection } from '../../../src/profiles/pyroscope/connection.ts';
import { Forwarder } from '../../../src/profiles/pyroscope/forward.ts';
import { labelValues, profileTypesOf } from '../../../src/profiles/pyroscope/labels.ts';
import { profilePoints } from '../../../src/profiles/pyroscope/profile-points.ts';
import { profilePush } from '../../../src/profiles/pyroscope/push.ts';
import { fetchRounds } from '../../../src/profiles/pyroscope/rounds.ts';
import { pprofSelect } from '../../../src/profiles/pyroscope/select.ts';
import { pyroscopeServer, type Server } from '../../../src/profiles/pyroscope/server.ts';
import { attributed } from '../../support/attributed.ts';
import { startFakePyroscope } from '../../support/fake-pyroscope.ts';
import { pprofFromText } from '../../support/pprof.ts';
import { type PushedProfile, period, pushProfile } from '../../support/push-profile.ts';
import {
  recordings,
  startRecorder,
  startReplay,
  writeRecording,
} from '../../support/recorded-pyroscope.ts';
import { formatProfile } from '../../support/text-profile.ts';

/**
 * What Flamegate relies on in a Pyroscope server. It runs against the fake and against recorded answers of
 * real ones, and unchanged against a live one: `PYROSCOPE_URL=http://127.0.0.1:4040 npx vitest run …
 * contract.test.ts`; with `UPDATE_GOLDEN=1`, that one's answers are recorded. It must be there for tests: it
 * keeps what is sent to it.
 */
const LIVE_URL = process.env.PYROSCOPE_URL;

const TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MINUTE = 60_000;
/** Whole seconds, recent enough to be taken, on no grid that cuts could hit. */
const RECENTLY = Math.floor(Date.now() / 1000) * 1000 - 7000;
const BASE = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);
const NEVER = new AbortController().signal;

/** A server to hold against the contract. */
interface Subject {
  readonly name: string;
  /** End of the time that all profiles of the suite lie in, milliseconds since the epoch. */
  readonly end: number;
  start(): Promise<{ readonly url: string; close(): Promise<void> }>;
}

async function live(url: string): ReturnType<Subject['start']> {
  if (process.env.UPDATE_GOLDEN !== '1') return { url, close: async () => {} };
  const recorder = await startRecorder(url);
  const { version = 'unknown' } = await buildInfo(connectionTo(recorder.url), NEVER);
  return {
    url: recorder.url,
    async close() {
      writeRecording({ version, end: RECENTLY, exchanges: recorder.exchanges() });
      await recorder.close();
    },
  };
}

const SUBJECTS: readonly Subject[] =
  LIVE_URL === undefined
    ? [
        { name: 'the fake', end: RECENTLY, start: () => startFakePyroscope() },
        ...recordings().map((recording) => ({
          name: `recorded, ${recording.version}`,
          end: recording.end,
          start: () => startReplay(recording),
        })),
      ]
    : [{ name: 'live', end: RECENTLY, start: () => live(LIVE_URL) }];

function connectionTo(url: string): PyroscopeConnection {
  const access = { tenant: undefined, user: undefined, password: undefined, token: undefined };
  return { url, ...access, headers: {} };
}

function pprofAt(time: number, picture: string): Uint8Array {
  const pprof = pprofFromText(picture, { time, duration: 10_000, scale: 1e7 });
  return Buffer.concat([pprof, period(1e7, { type: 3, unit: 4 })]);
}

/** A clock that stands until somebody waits: what was sent is there at once. */
function clockFrom(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    pause: async (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Long before anything is taken. */
const START_OF_TIME = Date.UTC(2026, 0, 1);

/** What all queries of rounds have in common. */
const COMMON = { profileType: 'cpu', answerTimeoutMs: 120_000 };

/** A picture on one line, without alignment. */
function oneLine(profile: StackProfile): string {
  return formatProfile(profile, { scale: 1e7 }).replaceAll(/ +/gu, ' ').replaceAll('\n', ' | ');
}

describe.each(SUBJECTS)('a Pyroscope server ($name)', ({ end: END, start }) => {
  const START = END - 10 * MINUTE;
  const SERVICE = `contract-${END}`;

  let running: Awaited<ReturnType<Subject['start']>>;
  let server: Server;

  beforeAll(async () => {
    running = await start();
    server = pyroscopeServer(connectionTo(running.url), NEVER);
    await push(BASE, START + 1 * MINUTE, 'main f[a.go:3] 10\nmain g[b.go:7] 5');
    await push(BASE, START + 2 * MINUTE, 'main f[a.go:3] 1\nmain f[a.go:3] f 2');
    await push(BASE, START + 6 * MINUTE, 'main f[a.go:3] 11');
    await push(HEAD, START + 1.5 * MINUTE, 'main f[a.go:4] 20');
    await push(HEAD, START + 6.5 * MINUTE, 'main f[a.go:4] 21');
  }, 120_000);

  afterAll(() => running.close());

  /** Sends a profile as an SDK would. The strings of the period type are where `encodeProfile` puts them. */
  function push(ref: string, time: number, picture: string): Promise<void> {
    return pushProfile(running.url, {
      labels: {
        service_name: SERVICE,
        service_git_ref: ref,
        service_repository: 'https://git.example/shop',
      },
      name: 'process_cpu',
      pprof: pprofAt(time, picture),
    });
  }

  const selector = (ref: string) => `{service_name="${SERVICE}", service_git_ref="${ref}"}`;

  /** The merged profile of a commit as a picture, in samples; `nothing` where there is none. */
  async function picture(
    ref: string,
    window: { from: number; until: number },
    profileTypeId = TYPE,
  ): Promise<string> {
    const select = pprofSelect(server.call);
    const outcome = await select(
      { profileTypeId, selector: selector(ref), window },
      async (pprof) =>
        pprof === undefined ? 'nothing' : oneLine(await foldStreamed(pprof, 'cpu')),
    );
    if (!('answer' in outcome)) throw outcome.tooMuch;
    return outcome.answer;
  }

  const window = { from: START, until: END };
  const unread = async () => {};

  it('lists services, commits of a service, and profile types of a commit', async () => {
    expect(await labelValues(server, 'service_name', { selector: '{}', window })).toContain(
      SERVICE,
    );
    const ofService = { selector: `{service_name="${SERVICE}"}`, window };
    expect(await labelValues(server, 'service_git_ref', ofService)).toEqual([BASE, HEAD]);
    expect(await labelValues(server, 'nothing', ofService)).toEqual([]);
    expect(await profileTypesOf(server, { selector: selector(BASE), window })).toEqual([
      TYPE,
      'process_cpu:samples:count:cpu:nanoseconds',
    ]);
    expect(await profileTypesOf(server, { selector: selector('c'), window })).toEqual([]);
  });

  it('sums the profiles of a commit by stack, with files and lines', async () => {
    expect(await picture(BASE, window)).toBe('main f[a.go:3] 22 | main f f 2 | main g[b.go:7] 5');
    expect(await picture(HEAD, window)).toBe('main f[a.go:4] 41');
  });

  it.each([
    ['from its instant on', 2 * MINUTE, 3 * MINUTE, 'main f[a.go:3] 1 | main f f 2'],
    ['up to its instant', 1.9 * MINUTE, 2 * MINUTE, 'main f[a.go:3] 1 | main f f 2'],
    ['not before', 2 * MINUTE + 1, 3 * MINUTE, 'nothing'],
    ['not after', 1.9 * MINUTE, 2 * MINUTE - 1, 'nothing'],
  ])('finds a profile %s', async (_what, from, until, expected) => {
    expect(await picture(BASE, { from: START + from, until: START + until })).toBe(expected);
  });

  it.each([
    ['of an unknown commit', 'c', window, TYPE],
    ['of an unknown type', BASE, window, 'wall:wall:nanoseconds:wall:nanoseconds'],
    ['of a time without any', BASE, { from: START - 9 * MINUTE, until: START - MINUTE }, TYPE],
    ['of a time long ago', BASE, { from: START - 9e8, until: START - 8.9e8 }, TYPE],
  ])('answers nothing for profiles %s', async (_what, ref, when, type) => {
    expect(await picture(ref, when, type)).toBe('nothing');
  });

  it('writes the commit where pprof has build ids, if profiles have mappings', async () => {
    const select = pprofSelect(server.call);
    const selection = { profileTypeId: TYPE, selector: selector(BASE), window };
    const outcome = await select(selection, async (pprof) => pprof && commitsOf(pprof));
    expect(outcome).toEqual({ answer: [BASE] });
  });

  it('refuses a selector that can not be read', async () => {
    const attempt = profileTypesOf(server, { selector: '{service_name=', window });
    await expect(attempt).rejects.toMatchObject({
      kind: 'usage',
      // 1.x answers with 500 and an error in an error.
      message: expect.stringMatching(/answered (?:400: invalid_argument|500: internal): .*parse/u),
    });
  });

  it('refuses a window that ends before it starts', async () => {
    const select = pprofSelect(server.call);
    await expect(
      select({ profileTypeId: TYPE, selector: '{}', window: { from: END, until: START } }, unread),
    ).rejects.toThrow('start time is after end time');
  });

  it('refuses a time that is missing', async () => {
    const select = pprofSelect(server.call);
    await expect(
      select({ profileTypeId: TYPE, selector: '{}', window: { from: 0, until: 0 } }, unread),
    ).rejects.toThrow('missing time range');
  });

  it('refuses a type that is none', async () => {
    await expect(picture(BASE, window, 'cpu')).rejects.toThrow('profile-type selection must be');
  });

  it('tells how many profiles there are, and their sum', async () => {
    const selection = { profileTypeId: TYPE, window };
    expect(await profilePoints(server, { ...selection, selector: selector(BASE) })).toEqual({
      profiles: 3,
      total: 29e7,
    });
    const service = `{service_name="${SERVICE}"}`;
    expect(await profilePoints(server, { ...selection, selector: service })).toEqual({
      profiles: 5,
      total: 70e7,
    });
    expect(await profilePoints(server, { ...selection, selector: selector('c') })).toEqual({
      profiles: 0,
      total: 0,
    });
  });

  it('bears a day, and is asked for more in slices', async () => {
    const select = pprofSelect(server.call);
    const long = { from: END - 3 * 86_400_000, until: END };
    const selection = { profileTypeId: TYPE, selector: selector(BASE), window: long };
    const outcome = await select(selection, unread);
    expect(outcome).toHaveProperty('tooMuch');
    expect(await profileTypesOf(server, { selector: selector(BASE), window: long })).toContain(
      TYPE,
    );
  });

  it('does not know other methods', async () => {
    await expect(server.call('NoSuchMethod', Buffer.alloc(0), wholeBody)).rejects.toMatchObject({
      kind: 'usage',
    });
  });

  it('gives rounds of two commits, named short', async () => {
    const side = (ref: string) => ({
      selector: `{service_name="${SERVICE}", service_git_ref="{ref}"}`,
      ref,
      requests: undefined,
      ...window,
    });
    const query = { ...connectionTo(running.url), base: side('aaaaaaa'), head: side('bbbbbbb') };
    const { rounds, warnings } = await fetchRounds(
      { ...query, ...COMMON, slices: 2, roundLabel: undefined },
      NEVER,
      { clock: clockFrom(END) },
    );
    const shown = rounds.map(
      ({ side: which, round, profile }) => `${which} ${round} ${oneLine(profile)}`,
    );
    expect(shown).toEqual([
      'base 0 main f[a.go:3] 11 | main f f 2 | main g[b.go:7] 5',
      'base 1 main f[a.go:3] 11',
      'head 0 main f[a.go:4] 20',
      'head 1 main f[a.go:4] 21',
    ]);
    expect(warnings).toEqual([]);
  });

  it('keeps what a run sends on, and gives its rounds back by their label', async () => {
    const run = { service: `${SERVICE}-run`, commits: { base: BASE, head: HEAD } };
    const push = profilePush(connectionTo(running.url), NEVER);
    const forwarder = new Forwarder(push, run, 'one');
    for (const [round, samples] of [11, 12, 13].entries()) {
      const time = START + round * MINUTE;
      const base = pprofAt(time, `main f[a.js:3] ${samples}`);
      const head = pprofAt(time + 1000, `main f[a.js:4] ${samples * 2}`);
      await forwarder.forward([attributed('base', round, [base])]);
      await forwarder.forward([attributed('head', round, [head])]);
    }
    expect(forwarder.warnings()).toEqual([]);

    const side = (ref: string) => ({
      selector: `{service_name="${SERVICE}-run", flamegate_run="one", service_git_ref="{ref}"}`,
      ref,
      requests: undefined,
      ...window,
    });
    const { rounds, warnings } = await fetchRounds(
      {
        ...connectionTo(running.url),
        ...COMMON,
        base: side(BASE),
        head: side(HEAD),
        slices: 3,
        roundLabel: 'flamegate_round',
      },
      NEVER,
      { clock: clockFrom(END) },
    );
    expect(
      rounds.map((one) => `${one.side} ${one.round} ${one.requests} ${oneLine(one.profile)}`),
    ).toEqual([
      'base 0 100 main f[a.js:3] 11',
      'base 1 100 main f[a.js:3] 12',
      'base 2 100 main f[a.js:3] 13',
      'head 0 100 main f[a.js:4] 22',
      'head 1 100 main f[a.js:4] 24',
      'head 2 100 main f[a.js:4] 26',
    ]);
    expect(warnings).toEqual([]);
  });

  it.each<[string, Partial<PushedProfile>, string]>([
    ['too old', { pprof: pprofAt(START_OF_TIME, 'main f 1') }, 'outside of ingestion window'],
    ['without a name', { name: '' }, 'invalid metric name'],
    [
      'with too many labels',
      {
        labels: Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [`label_${index}`, 'x']),
        ),
      },
      'label names; limit 30',
    ],
  ])('does not take a profile that is %s', async (_what, change, says) => {
    const profile = {
      labels: { service_name: `${SERVICE}-bad` },
      name: 'process_cpu',
      pprof: pprofAt(END, 'main f 1'),
      ...change,
    };
    await expect(pushProfile(running.url, profile)).rejects.toThrow(/^400: .*"invalid_argument"/u);
    await expect(pushProfile(running.url, profile)).rejects.toThrow(says);
  });
});
