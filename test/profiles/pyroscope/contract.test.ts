import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldProfile } from '../../../src/profiles/fold.ts';
import type { StackProfile } from '../../../src/profiles/profile.ts';
import { wholeBody } from '../../../src/profiles/pyroscope/client.ts';
import { commitsOf } from '../../../src/profiles/pyroscope/commits.ts';
import { labelValues, profileTypesOf } from '../../../src/profiles/pyroscope/labels.ts';
import { profilePoints } from '../../../src/profiles/pyroscope/profile-points.ts';
import { fetchRounds } from '../../../src/profiles/pyroscope/rounds.ts';
import { pprofSelect } from '../../../src/profiles/pyroscope/select.ts';
import { pyroscopeServer, type Server } from '../../../src/profiles/pyroscope/server.ts';
import { type FakePyroscope, startFakePyroscope } from '../../support/fake-pyroscope.ts';
import { pprofFromText } from '../../support/pprof.ts';
import { period, pushProfile } from '../../support/push-profile.ts';
import { formatProfile } from '../../support/text-profile.ts';

/**
 * What Flamegate relies on in a Pyroscope server. It runs against the fake, and unchanged against a real
 * one: `PYROSCOPE_URL=http://127.0.0.1:4040 npx vitest run … contract.test.ts`. That server must be there
 * for tests: it keeps what is sent to it.
 */
const LIVE_URL = process.env.PYROSCOPE_URL;

const TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MINUTE = 60_000;
/** Whole seconds, recent enough to be taken, on no grid that cuts could hit. */
const END = Math.floor(Date.now() / 1000) * 1000 - 7000;
const START = END - 10 * MINUTE;
const SERVICE = `contract-${END}`;
const BASE = 'a'.repeat(40);
const HEAD = 'b'.repeat(40);

let fake: FakePyroscope | undefined;
let server: Server;
let url: string;

const connection = () => ({
  url,
  tenant: undefined,
  user: undefined,
  password: undefined,
  token: undefined,
  headers: {},
});

beforeAll(async () => {
  if (LIVE_URL === undefined) fake = await startFakePyroscope();
  url = LIVE_URL ?? fake?.url ?? '';
  server = pyroscopeServer(connection(), new AbortController().signal);
  await push(BASE, START + 1 * MINUTE, 'main f[a.go:3] 10\nmain g[b.go:7] 5');
  await push(BASE, START + 2 * MINUTE, 'main f[a.go:3] 1\nmain f[a.go:3] f 2');
  await push(BASE, START + 6 * MINUTE, 'main f[a.go:3] 11');
  await push(HEAD, START + 1.5 * MINUTE, 'main f[a.go:4] 20');
  await push(HEAD, START + 6.5 * MINUTE, 'main f[a.go:4] 21');
}, 120_000);

afterAll(() => fake?.close());

/** Sends a profile as an SDK would. The strings of the period type are where `encodeProfile` puts them. */
function push(ref: string, time: number, picture: string): Promise<void> {
  const pprof = pprofFromText(picture, { time, duration: 10_000, scale: 1e7 });
  return pushProfile(url, {
    labels: {
      service_name: SERVICE,
      service_git_ref: ref,
      service_repository: 'https://git.example/shop',
    },
    name: 'process_cpu',
    pprof: Buffer.concat([pprof, period(1e7, { type: 3, unit: 4 })]),
  });
}

/** A picture on one line, without alignment. */
function oneLine(profile: StackProfile): string {
  return formatProfile(profile, { scale: 1e7 }).replaceAll(/ +/gu, ' ').replaceAll('\n', ' | ');
}

const selector = (ref: string) => `{service_name="${SERVICE}", service_git_ref="${ref}"}`;

/** The merged profile of a commit as a picture, in samples; `nothing` where there is none. */
async function picture(
  ref: string,
  window: { from: number; until: number },
  profileTypeId = TYPE,
): Promise<string> {
  const select = pprofSelect(server.call);
  const outcome = await select({ profileTypeId, selector: selector(ref), window });
  if (!('answer' in outcome)) throw outcome.tooMuch;
  if (outcome.answer === undefined) return 'nothing';
  return oneLine(foldProfile(outcome.answer, 'cpu'));
}

describe(`a Pyroscope server (${LIVE_URL === undefined ? 'the fake' : 'live'})`, () => {
  const window = { from: START, until: END };

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
    const outcome = await select({ profileTypeId: TYPE, selector: selector(BASE), window });
    const columns = 'answer' in outcome ? outcome.answer : undefined;
    expect(columns && commitsOf(columns)).toEqual([BASE]);
  });

  it('refuses a selector that can not be read', async () => {
    const attempt = profileTypesOf(server, { selector: '{service_name=', window });
    await expect(attempt).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('answered 400: invalid_argument'),
    });
  });

  it('refuses a window that ends before it starts', async () => {
    const select = pprofSelect(server.call);
    await expect(
      select({ profileTypeId: TYPE, selector: '{}', window: { from: END, until: START } }),
    ).rejects.toThrow('start time is after end time');
  });

  it('refuses a time that is missing', async () => {
    const select = pprofSelect(server.call);
    await expect(
      select({ profileTypeId: TYPE, selector: '{}', window: { from: 0, until: 0 } }),
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
    const outcome = await select({ profileTypeId: TYPE, selector: selector(BASE), window: long });
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
    const query = { ...connection(), base: side('aaaaaaa'), head: side('bbbbbbb') };
    const { rounds, warnings } = await fetchRounds(
      { ...query, profileType: 'cpu', slices: 2, roundLabel: undefined, answerTimeoutMs: 60_000 },
      new AbortController().signal,
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
});
