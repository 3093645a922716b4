import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import type { DoctorConfig } from '../../src/config/config.ts';
import { readCommandLine } from '../../src/config/flags.ts';
import { doctor } from '../../src/doctor/doctor.ts';
import { renderDiagnosis } from '../../src/doctor/terminal.ts';
import { silentLog } from '../../src/log.ts';
import type { Surroundings } from '../../src/surroundings.ts';
import {
  type FakePyroscope,
  type FakePyroscopeOptions,
  startFakePyroscope,
} from '../support/fake-pyroscope.ts';
import { profileFromText } from '../support/text-profile.ts';

const MINUTE = 60_000;
const START = Date.now() - 20 * MINUTE;
const TIME = `${new Date(START).toISOString()}/${new Date(START + 12 * MINUTE).toISOString()}`;
const SHOWN_TIME = TIME.replaceAll('.000Z', 'Z');

let server: FakePyroscope | undefined;
afterEach(() => server?.close());

/** Profiles of two commits, one a minute, of so many samples of 10 ms. */
function profiles(samples: number, type = 'cpu') {
  return ['aaaaaaaaaa', 'bbbbbbbbbb'].flatMap((ref) =>
    Array.from({ length: 12 }, (_, minute) =>
      [
        { sample: 'samples', unit: 'count', scale: 1 },
        { sample: type, unit: 'nanoseconds', scale: 1e7 },
      ].map(({ sample, unit, scale }) => ({
        labels: { service_name: 'shop', service_git_ref: ref },
        typeId: `process_cpu:${sample}:${unit}:cpu:nanoseconds`,
        time: START + (minute + 0.5) * MINUTE,
        profile: profileFromText(`main f ${samples}`, { type: sample, unit, scale }),
      })),
    ).flat(),
  );
}

/** What the doctor says about a server, as lines of a terminal. */
async function examine(
  options: FakePyroscopeOptions,
  args: readonly string[] = [],
): Promise<readonly string[]> {
  server = await startFakePyroscope(options);
  const common = ['--service=shop', `--base-window=${TIME}`, `--head-window=${TIME}`];
  const invocation = readCommandLine(
    [
      'doctor',
      `--pyroscope-url=${server.url}`,
      ...common,
      '--base=aaaaaaa',
      '--head=bbbbbbb',
      ...args,
    ],
    { FLAMEGATE_PYROSCOPE_TOKEN: 's3cret' },
  );
  const config =
    invocation.ask === 'doctor' ? invocation.complete(undefined) : ({} as DoctorConfig);
  const surroundings = {
    cwd: tmpdir(),
    environment: {},
    log: silentLog,
    signal: new AbortController().signal,
  } as Surroundings;
  const diagnosis = await doctor(config, surroundings);
  const shown = renderDiagnosis(diagnosis, { colour: 'off', width: 120 });
  expect(shown).not.toContain('s3cret');
  return shown.replaceAll(server.url, 'URL').trimEnd().split('\n');
}

describe('doctor', () => {
  it('finds nothing wrong with plenty of profiles', async () => {
    expect(await examine({ profiles: profiles(6000) })).toEqual([
      'Fit: these profiles can be compared',
      '',
      'ok       server: answers as Pyroscope 2.2.1',
      "ok       clock: the server's and this machine's agree",
      'ok       services: shop',
      'ok       base: {service_name="shop", service_git_ref="aaaaaaaaaa"} has process_cpu:cpu:nanoseconds:cpu:nanoseconds,',
      `         process_cpu:samples:count:cpu:nanoseconds in ${SHOWN_TIME}`,
      'ok       head: {service_name="shop", service_git_ref="bbbbbbbbbb"} has process_cpu:cpu:nanoseconds:cpu:nanoseconds,',
      `         process_cpu:samples:count:cpu:nanoseconds in ${SHOWN_TIME}`,
      'ok       profile type: process_cpu:cpu:nanoseconds:cpu:nanoseconds',
      'ok       base: 12 profiles, 72,000 samples, 100 samples per CPU second',
      'ok       head: 12 profiles, 72,000 samples, 100 samples per CPU second',
      'ok       precision: of a function with 5% of the CPU, a change of 0.4 points can be seen at best',
    ]);
  });

  it.each<[string, FakePyroscopeOptions, readonly string[], readonly string[]]>([
    [
      'too few samples',
      { profiles: profiles(60) },
      [],
      [
        'Weak: these profiles',
        'weak     precision: of a function',
        'It takes 18 times the samples',
      ],
    ],
    [
      'wrong access',
      { authorization: 'Bearer other' },
      [],
      ['Broken: these profiles', 'broken   server: Pyroscope at URL', 'answered 401'],
    ],
    [
      'no profiles at all',
      {},
      [],
      ['Broken: these profiles', 'broken   services: there are no profiles'],
    ],
    [
      'a commit that is not there',
      { profiles: profiles(6000) },
      ['--head=c'],
      ['broken   head: Pyroscope has no profiles for head', 'there is: aaaaaaaaaa, bbbbbbbbbb'],
    ],
    [
      'a type that is not there',
      { profiles: profiles(6000) },
      ['--profile-type=wall'],
      ['broken   ', 'has no "wall" profiles for base; there is: process_cpu:cpu'],
    ],
    [
      'too few profiles',
      { profiles: profiles(6000) },
      ['--slices=13'],
      ['broken   base: 12 profiles, 72,000 samples, 100 samples per CPU second, for 13 slices'],
    ],
  ])('says what to do about %s', async (_what, options, args, parts) => {
    const said = (await examine(options, args)).join(' ').replaceAll(/ +/gu, ' ');
    for (const part of parts) expect(said).toContain(part.replaceAll(/ +/gu, ' '));
  });
});
