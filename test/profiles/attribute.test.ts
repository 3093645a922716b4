import { describe, expect, it } from 'vitest';
import type { MeasuredRound } from '../../src/measure/measurement.ts';
import { attributeRound } from '../../src/profiles/attribute.ts';
import type { Upload } from '../../src/receiver/upload.ts';
import { pprofFromText } from '../support/pprof.ts';
import { formatProfile } from '../support/text-profile.ts';
import { load, round, upload } from './support/measured-round.ts';

const WANTED = { service: 'shop', profileType: 'cpu' };

describe('attributeRound', () => {
  it('merges the profiles of the load and gives them its requests', () => {
    const uploads = [upload(2000, 4000, 'main f 10'), upload(4000, 6000, 'main f 5\nmain g 1')];
    const { round: attributed, warnings } = attributeRound(round(uploads), WANTED);
    expect(formatProfile(attributed.profile).split('\n')).toEqual(['main f 15', 'main g  1']);
    expect(attributed).toMatchObject({
      side: 'head',
      round: 3,
      requests: 8000,
      failed: 4,
      seconds: 4,
      profile: { ticks: 16 },
    });
    expect(warnings).toEqual([]);
  });

  it.each<[string, Upload[], { picture: string; requests: number; seconds: number }]>([
    [
      'leaves out what was taken before and after the load',
      [upload(0, 2000, 'start 7'), upload(2000, 6000, 'f 3'), upload(6000, 7000, 'stop 7')],
      { picture: 'f 3', requests: 8000, seconds: 4 },
    ],
    [
      'counts the requests of the warm-up in a window that began there',
      [upload(1500, 6000, 'f 3')],
      { picture: 'f 3', requests: 200 + 8000, seconds: 4.5 },
    ],
    [
      'counts parts of slices in proportion',
      [upload(2000, 2250, 'f 3')],
      { picture: 'f 3', requests: 500, seconds: 0.25 },
    ],
    [
      'counts requests once when windows overlap, as those of several processes do',
      [upload(2000, 5000, 'f 3'), upload(3000, 6000, 'f 4')],
      { picture: 'f 7', requests: 8000, seconds: 4 },
    ],
    [
      'leaves a gap out',
      [upload(2000, 3000, 'f 3'), upload(5000, 6000, 'f 4')],
      { picture: 'f 7', requests: 4000, seconds: 2 },
    ],
  ])('%s', (_what, uploads, expected) => {
    const { round: attributed } = attributeRound(round(uploads), WANTED);
    const { profile, requests, seconds } = attributed;
    expect({ picture: formatProfile(profile), requests, seconds }).toEqual(expected);
  });

  it.each([
    ['mutexes only, where there is blocking, too', ['mutex', 'block', 'mutex'], 'f 11'],
    ['blocking where there is nothing else', ['block'], 'f 1'],
    ['what has no name, besides mutexes', ['', 'mutex', 'block'], 'f 3'],
  ])('takes for locks %s', (_what, names, picture) => {
    const uploads = names.map((name, index) =>
      upload(2000, 6000, `f ${[1, 2, 10][index]}`, {
        type: 'delay',
        labels: name === '' ? {} : { __name__: name },
      }),
    );
    const { round: attributed } = attributeRound(round(uploads), {
      ...WANTED,
      profileType: 'locks',
    });
    expect(formatProfile(attributed.profile)).toBe(picture);
  });

  it('counts a profile once that was sent twice', () => {
    const once = upload(2000, 6000, 'f 3');
    const again = { ...once, receivedAt: once.receivedAt + 400 };
    const { profile } = attributeRound(round([once, again]), WANTED).round;
    expect(formatProfile(profile)).toBe('f 3');
  });

  it('takes a profile of unknown length for one since the start, and says so', () => {
    const unknown = { ...upload(0, 6000, 'f 3'), pprof: () => pprofFromText('f 3') };
    const { round: attributed, warnings } = attributeRound(round([unknown]), WANTED);
    expect(attributed.requests).toBe(8400);
    expect(warnings).toEqual([expect.stringContaining('do not say what time they cover')]);
  });

  it('knows no requests where nobody counted', () => {
    const uncounted = {
      ...load(2000, 6000, 0),
      slices: [],
      succeeded: undefined,
      failed: undefined,
    };
    const { round: attributed } = attributeRound(
      round([upload(2000, 6000, 'f 3')], { measured: uncounted }),
      WANTED,
    );
    expect(attributed).toMatchObject({ requests: undefined, failed: undefined, seconds: 4 });
  });

  it('knows no requests when the profile reaches into a warm-up that was not counted', () => {
    const warmup = { ...load(1000, 2000, 0), slices: [], succeeded: undefined, failed: undefined };
    const { round: attributed } = attributeRound(
      round([upload(1900, 6000, 'f 3')], { warmup }),
      WANTED,
    );
    expect(attributed.requests).toBeUndefined();
  });

  it('spreads a total without slices evenly', () => {
    const measured = { ...load(2000, 6000, 8000), slices: [] };
    const { round: attributed } = attributeRound(
      round([upload(2000, 3000, 'f 3')], { measured }),
      WANTED,
    );
    expect(attributed).toMatchObject({ requests: 2000, failed: 1 });
  });

  it('ignores other kinds of profiles', () => {
    const heap = upload(2000, 6000, 'f 999', { type: 'inuse_space', unit: 'bytes' });
    const { profile } = attributeRound(round([heap, upload(2000, 6000, 'f 3')]), WANTED).round;
    expect(formatProfile(profile)).toBe('f 3');
  });

  it('takes the configured one of several services', () => {
    const uploads = [
      upload(2000, 6000, 'proxy 9', { service: 'sidecar' }),
      upload(2000, 6000, 'f 3', { service: 'shop' }),
    ];
    expect(formatProfile(attributeRound(round(uploads), WANTED).round.profile)).toBe('f 3');
  });

  it('takes the only service there is, whatever its name', () => {
    const uploads = [upload(2000, 6000, 'f 3', { service: 'my-app' })];
    expect(formatProfile(attributeRound(round(uploads), WANTED).round.profile)).toBe('f 3');
  });

  it('takes the mean of states, and no requests for them', () => {
    const held = { type: 'inuse_space', unit: 'bytes' };
    const uploads = [upload(2000, 4000, 'f 30', held), upload(4000, 6000, 'f 50\ng 8', held)];
    const { round: attributed } = attributeRound(round(uploads), {
      ...WANTED,
      profileType: 'in-use',
    });
    expect(formatProfile(attributed.profile)).toBe('f 40\ng  4');
    expect(attributed.requests).toBeUndefined();
  });

  it('tells how fast the machine was of time only: allocations do not grow when it is slow', () => {
    const disturbance = [{ requests: 100, cpuMs: 5, beats: [[10, 1] as const] }];
    const uploads = [
      upload(2000, 6000, 'busy 3'),
      upload(2000, 6000, 'make 500', { type: 'alloc_space', unit: 'bytes' }),
    ];
    const attributed = (profileType: string) =>
      attributeRound(round(uploads, { disturbance }), { ...WANTED, profileType }).round;
    expect(attributed('cpu').disturbance).toBe(disturbance);
    expect(attributed('alloc_space')).not.toHaveProperty('disturbance');
  });

  it.each<[wanted: string, picture: string]>([
    ['allocations', 'space 2'],
    ['alloc_objects', 'objects 1'],
    ['cpu', 'busy 3'],
  ])('finds %s among all that arrived', (profileType, picture) => {
    const uploads = [
      upload(2000, 6000, 'objects 1', { type: 'alloc_objects', unit: 'count' }),
      upload(2000, 6000, 'space 2', { type: 'alloc_space', unit: 'bytes' }),
      upload(2000, 6000, 'busy 3'),
    ];
    const { profile } = attributeRound(round(uploads), { ...WANTED, profileType }).round;
    expect(formatProfile(profile)).toBe(picture);
  });

  it.each<[string, Upload[], string]>([
    ['a gap', [upload(2000, 3000, 'f 3')], 'Profiles cover less than 80 %'],
    ['a long time without load', [upload(-4000, 6000, 'f 3')], 'Over 20 % of the profiled time'],
    [
      'a snapshot',
      [upload(2000, 6000, 'f 3', { type: 'inuse_space', unit: 'bytes' })],
      'inuse_space is a snapshot',
    ],
  ])('warns of %s', (_what, uploads, warning) => {
    const profileType = warning.startsWith('inuse') ? 'inuse_space' : 'cpu';
    expect(attributeRound(round(uploads), { ...WANTED, profileType }).warnings).toEqual([
      expect.stringContaining(warning),
    ]);
  });
});

describe('attributeRound refuses', () => {
  it.each<[string, MeasuredRound, { message: string; hint: string }]>([
    [
      'a round without uploads',
      round([]),
      { message: 'no profile arrived that can be used', hint: 'Node: `await Pyroscope.stop()`' },
    ],
    [
      'a round whose uploads were all refused',
      round([], { refusals: [{ reason: 'it is JFR', hint: 'Use OTLP.' }] }),
      { message: 'no profile arrived that can be used: it is JFR', hint: 'Use OTLP.' },
    ],
    [
      'uploads from before the load only',
      round([upload(0, 1900, 'f 3', { spy: 'nodespy' })]),
      {
        message: 'none of the 1 profiles that arrived was taken during the measured load',
        hint: 'A profiler that has not sent its profile when the process ends has lost it. Node:',
      },
    ],
    [
      'uploads of strange services',
      round([
        upload(2000, 6000, 'f 3', { service: 'b' }),
        upload(2000, 6000, 'f 3', { service: 'a' }),
      ]),
      {
        message: 'profiles of 2 services arrived, none of them named "shop": a, b',
        hint: 'Set the service name',
      },
    ],
    [
      'uploads without the sample type',
      round([upload(2000, 6000, 'f 3', { type: 'wall', ticks: 0 })]),
      {
        message: 'what arrived has no sample type "cpu"; there is: wall (nanoseconds)',
        hint: 'PYROSCOPE_WALL_COLLECT_CPU_TIME',
      },
    ],
    [
      'uploads without any cost',
      round([upload(2000, 6000, 'f 0')]),
      { message: 'the profiles hold no cpu: every value is 0 nanoseconds', hint: 'Lengthen' },
    ],
    [
      'a broken upload',
      round([{ ...upload(2000, 6000, 'f 3'), pprof: () => Buffer.from('{"error":1}') }]),
      { message: 'not a pprof profile: it looks like JSON', hint: 'Flamegate reads pprof' },
    ],
  ])('%s', (_what, measured, { message, hint }) => {
    expect(() => attributeRound(measured, WANTED)).toThrow(
      expect.objectContaining({
        kind: 'measurement',
        message: `head round 3: ${message}`,
        hint: expect.stringContaining(hint),
      }),
    );
  });
});
