import { afterEach, describe, expect, it } from 'vitest';
import { foundIn } from '../../../src/profiles/pyroscope/search.ts';
import { pyroscopeServer } from '../../../src/profiles/pyroscope/server.ts';
import { checkCommits, searchSide } from '../../../src/profiles/pyroscope/sides.ts';
import { type FakePyroscope, startFakePyroscope } from '../../support/fake-pyroscope.ts';
import { profileFromText } from '../../support/text-profile.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const FROM = NOW - 2 * HOUR;
const SHA = '4f1c9e07aa00000000000000000000000000beef';
const TEMPLATE = '{service_name="shop", service_git_ref="{ref}"}';
const TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

let fake: FakePyroscope | undefined;
afterEach(() => fake?.close());

/** Looks for base among profiles of these labels, an hour ago. */
async function find(
  holdings: readonly Readonly<Record<string, string>>[],
  selector: string,
  ref?: string | { readonly name: string; readonly commit: string },
  { from, until } = { from: FROM, until: NOW },
) {
  fake = await startFakePyroscope({
    profiles: holdings.map((labels) => ({
      labels,
      typeId: TYPE,
      time: NOW - HOUR,
      profile: profileFromText('main f 1'),
    })),
  });
  const access = { tenant: undefined, user: undefined, password: undefined, token: undefined };
  const server = pyroscopeServer(
    { url: fake.url, ...access, headers: {} },
    new AbortController().signal,
  );
  const named =
    typeof ref === 'object' ? { ref: ref.name, commit: ref.commit } : { ref, commit: undefined };
  const query = { selector, ...named, requests: undefined, from, until };
  return foundIn(await searchSide(server, 'base', query, NOW));
}

const shop = (ref: string) => ({ service_name: 'shop', service_git_ref: ref });
const WINDOW = '2026-11-20T10:00:00Z/2026-11-20T12:00:00Z';

describe('searchSide', () => {
  it('puts a ref into the selector', async () => {
    expect(await find([shop(SHA), shop('v1')], TEMPLATE, '4f1c9e0')).toEqual({
      selector: `{service_name="shop", service_git_ref="${SHA}"}`,
      window: { from: FROM, until: NOW },
      ref: SHA,
      profileTypes: [TYPE],
    });
  });

  it('takes any label for the ref, and a part of its value', async () => {
    const labels = { service_name: 'shop', version: 'shop-1.4"x' };
    expect(
      await find([labels], '{service_name="shop", version="shop-{ref}"}', '1.4"x'),
    ).toMatchObject({
      selector: String.raw`{service_name="shop", version="shop-1.4\"x"}`,
      ref: '1.4"x',
    });
  });

  it.each<[what: string, labelled: readonly string[], found: string]>([
    ['the name itself', ['v1.4.0', SHA], 'v1.4.0'],
    ['else its commit', ['v1.5.0', SHA], SHA],
    ['else a short SHA of it', ['v1.5.0', SHA.slice(0, 7)], SHA.slice(0, 7)],
    ['its commit before what the name resembles', ['1.4.0', SHA], SHA],
  ])('means by a name whose commit is known %s', async (_, labelled, ref) => {
    const named = { name: 'v1.4.0', commit: SHA };
    expect(await find(labelled.map(shop), TEMPLATE, named)).toMatchObject({ ref, commit: SHA });
  });

  it.each<[string, Parameters<typeof find>, { kind: string; message: string; hint?: string }]>([
    [
      'a service that is not there',
      [[shop('a'), { service_name: 'cart' }], '{service_name="shpo"}'],
      {
        kind: 'measurement',
        message: `Pyroscope has no profiles for base: none has service_name="shpo" in ${WINDOW}; there is: cart, shop`,
      },
    ],
    [
      'a commit that is not there',
      [[shop('a'), shop('b'), { service_name: 'cart', service_git_ref: 'c' }], TEMPLATE, 'c'],
      {
        kind: 'measurement',
        message: `Pyroscope has no profiles for base: none has service_git_ref="c" among {service_name="shop"} in ${WINDOW}; there is: a, b`,
      },
    ],
    [
      'a name and its commit that are not there',
      [[shop('a')], TEMPLATE, { name: 'main', commit: SHA }],
      {
        kind: 'measurement',
        message: `Pyroscope has no profiles for base: none has service_git_ref="main" or service_git_ref="${SHA}" among {service_name="shop"} in ${WINDOW}; there is: a`,
      },
    ],
    [
      'a label that nobody has',
      [[{ service_name: 'shop' }], '{service_name="shop", service_git_ref="a"}'],
      {
        kind: 'measurement',
        message: `Pyroscope has no profiles for base: none has service_git_ref="a" among {service_name="shop"} in ${WINDOW}, nor any other service_git_ref`,
      },
    ],
    [
      'a ref that may mean two',
      [[shop(SHA), shop(`${SHA.slice(0, 9)}b`)], TEMPLATE, SHA.slice(0, 8)],
      {
        kind: 'usage',
        message: `base "${SHA.slice(0, 8)}" may mean several: ${SHA}, ${SHA.slice(0, 9)}b`,
      },
    ],
    [
      'labels that never come together',
      [[{ service_name: 'shop', pod: '1' }], '{service_name="shop", pod=~"2"}'],
      { kind: 'measurement', message: `Pyroscope has no profiles for base in ${WINDOW}` },
    ],
    [
      'a time before the look-back',
      [
        [shop('a')],
        '{service_name="shop"}',
        undefined,
        { from: NOW - 202 * HOUR, until: NOW - 200 * HOUR },
      ],
      {
        kind: 'measurement',
        message:
          'Pyroscope has no profiles for base: none has service_name="shop" in 2026-11-12T02:00:00Z/2026-11-12T04:00:00Z, nor any other service_name',
        hint: 'The window ended 8 days ago: servers answer nothing for times before their look-back, 7 days unless set otherwise.',
      },
    ],
    [
      'more commits than are worth listing',
      [Array.from({ length: 30 }, (_, index) => shop(`r${index + 10}`)), TEMPLATE, 'c'],
      { kind: 'measurement', message: expect.stringMatching(/ r10, .*, r29 \(20 of 30\)$/u) },
    ],
  ])('names %s', async (_what, args, error) => {
    await expect(find(...args)).rejects.toMatchObject(error);
  });
});

describe('checkCommits', () => {
  it.each<[string, string | undefined, string[], string[]]>([
    ['profiles that do not say', 'a', [], []],
    ['the commit asked for', 'a', ['a'], []],
    ['any, when none was asked for', undefined, ['a'], []],
    ['several', undefined, ['a', 'b'], ['The profiles of base are of 2 commits: a, b.']],
  ])('takes %s', (_what, ref, commits, warnings) => {
    expect(checkCommits('base', { ref }, commits)).toEqual(warnings);
  });

  it('takes the commit of a tag that the profiles are labelled with', () => {
    expect(checkCommits('base', { ref: 'v1', commit: 'a' }, ['a'])).toEqual([]);
  });

  it('refuses another commit than was asked for', () => {
    expect(() => checkCommits('base', { ref: 'a', commit: 'c' }, ['b'])).toThrow(
      'the profiles of base say that they are of b, not of a',
    );
  });
});
