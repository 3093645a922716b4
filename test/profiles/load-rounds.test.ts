import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { loadRounds } from '../../src/profiles/load-rounds.ts';
import type { RoundsManifest } from '../../src/profiles/manifest.ts';
import { readManifest, writeManifest } from '../../src/profiles/manifest-file.ts';
import { pprofFromText } from '../support/pprof.ts';
import { formatProfile, profileFromText } from '../support/text-profile.ts';

const MANIFEST: RoundsManifest = {
  schema: 1,
  service: 'shop',
  profileType: 'cpu',
  unit: 'nanoseconds',
  rounds: [{ side: 'base', round: 0, profile: 'a.pb.gz', requests: 10, failed: 1, seconds: 4 }],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flamegate-rounds-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes a bundle and gives the manifest's path. */
async function bundle(manifest: RoundsManifest, files: Record<string, Uint8Array | string>) {
  const path = join(folder, 'rounds.json');
  await writeManifest(path, manifest);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return path;
}

describe('a manifest', () => {
  it('has a round a line, however many numbers that has', async () => {
    const [round] = MANIFEST.rounds;
    const beats: [number, number][] = [
      [34, 0.1],
      [37.4, 0.2],
    ];
    const rounds = [0, 1].map((index) => ({
      ...round,
      side: 'base' as const,
      round: index,
      profile: `${index}.pb.gz`,
      disturbance: [{ requests: 20, cpuMs: 77, beats }],
    }));
    const path = await bundle({ ...MANIFEST, base: { ref: 'main' }, rounds }, {});
    expect(await readManifest(path)).toEqual({ ...MANIFEST, base: { ref: 'main' }, rounds });
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      '{',
      '  "schema": 1,',
      '  "service": "shop",',
      '  "profileType": "cpu",',
      '  "unit": "nanoseconds",',
      '  "rounds": [',
      `    ${JSON.stringify(rounds[0])},`,
      `    ${JSON.stringify(rounds[1])}`,
      '  ],',
      '  "base": {',
      '    "ref": "main"',
      '  }',
      '}',
      '',
    ]);
  });
});

describe('loadRounds', () => {
  it('reads the profiles and the diff that the manifest names', async () => {
    const profile = profileFromText('main parse 30');
    const path = await bundle(
      { ...MANIFEST, diff: 'changes.diff' },
      { 'a.pb.gz': encodeProfile(profile), 'changes.diff': '--- a\n' },
    );
    const { manifest, rounds, diff } = await loadRounds(path);
    expect(manifest).toEqual({ ...MANIFEST, diff: 'changes.diff' });
    expect(diff).toBe('--- a\n');
    expect(rounds).toMatchObject([{ side: 'base', round: 0, requests: 10, failed: 1, seconds: 4 }]);
    expect(rounds.map((round) => formatProfile(round.profile))).toEqual(['main parse 30']);
  });

  it('takes the length of a round from its profile when the manifest has none', async () => {
    const rounds = [{ side: 'head', round: 3, profile: 'a.pb.gz' }] as const;
    const path = await bundle(
      { ...MANIFEST, rounds },
      { 'a.pb.gz': pprofFromText('f 1', { duration: 2500 }) },
    );
    expect((await loadRounds(path)).rounds).toMatchObject([
      { side: 'head', round: 3, requests: undefined, failed: undefined, seconds: 2.5 },
    ]);
  });

  it.each<[string, RoundsManifest, Record<string, Uint8Array | string>, object]>([
    [
      'a missing profile',
      MANIFEST,
      {},
      { kind: 'usage', message: "a.pb.gz, which the manifest names, can't be read" },
    ],
    [
      'a missing diff',
      { ...MANIFEST, diff: 'x.diff' },
      { 'a.pb.gz': pprofFromText('f 1') },
      { kind: 'usage', message: "x.diff, which the manifest names, can't be read" },
    ],
    [
      'something else than a profile',
      MANIFEST,
      { 'a.pb.gz': '<html></html>' },
      {
        kind: 'measurement',
        message:
          'a.pb.gz: not a pprof profile: it looks like HTML, such as the error page of a proxy',
      },
    ],
    [
      'a profile of another sample type',
      MANIFEST,
      { 'a.pb.gz': pprofFromText('f 1', { type: 'lock', unit: 'count', ticks: 0 }) },
      {
        kind: 'measurement',
        message: 'a.pb.gz: the profile has no sample type "cpu"; there is: lock (count)',
      },
    ],
    [
      'a profile that is cut off',
      MANIFEST,
      { 'a.pb.gz': encodeProfile(profileFromText('main parse 30')).subarray(0, -9) },
      {
        kind: 'measurement',
        message: 'a.pb.gz: profile is damaged: its gzip stream does not unpack',
      },
    ],
    [
      'a profile without cost',
      MANIFEST,
      { 'a.pb.gz': pprofFromText('main parse 0', { ticks: 0 }) },
      {
        kind: 'measurement',
        message: 'a.pb.gz: the profile holds no cpu: every value is 0 nanoseconds',
      },
    ],
    [
      'a profile in another unit',
      { ...MANIFEST, unit: 'bytes' },
      { 'a.pb.gz': pprofFromText('f 1') },
      {
        kind: 'usage',
        message: "a.pb.gz: cpu is in nanoseconds, but the manifest's unit is bytes",
      },
    ],
  ])('refuses %s', async (_what, manifest, files, error) => {
    await expect(loadRounds(await bundle(manifest, files))).rejects.toMatchObject(error);
  });

  it('refuses a folder in place of a profile', async () => {
    const rounds = [{ side: 'base', round: 0, profile: '.' }] as const;
    await expect(loadRounds(await bundle({ ...MANIFEST, rounds }, {}))).rejects.toMatchObject({
      kind: 'usage',
      message: "., which the manifest names, can't be read",
    });
  });

  it('reads what a bundle writer wrote', async () => {
    const base = { ref: 'main', commit: 'a'.repeat(40), roots: ['/src/base'] };
    const head = { ref: 'topic', commit: 'b'.repeat(40), roots: ['/src/head'] };
    const writer = new BundleWriter(join(folder, 'new', 'bundle'), {
      service: 'shop',
      base,
      head,
      diff: '--- a\n',
      change: undefined,
    });
    const rounds = (['base', 'head'] as const).map((side, index) => ({
      side,
      round: 0,
      profile: profileFromText(`main[a.js:3] parse ${index + 1}`, { scale: 1e6 }),
      requests: 100 + index,
      failed: index,
      seconds: 4.5,
      environment: { machine: { cpus: 2, cpuQuota: null }, runtimes: [{ name: 'node' }] },
    }));
    for (const round of rounds) await writer.add(round);
    const loaded = await loadRounds(await writer.finish());
    expect(loaded.manifest).toMatchObject({ service: 'shop', unit: 'nanoseconds', base, head });
    expect(loaded.diff).toBe('--- a\n');
    const comparable = (all: typeof loaded.rounds) =>
      all.map(({ profile, ...round }) => ({
        ...round,
        ticks: profile.ticks,
        picture: formatProfile(profile),
      }));
    expect(comparable(loaded.rounds)).toEqual(comparable(rounds));
  });
});

describe('readManifest', () => {
  it.each([
    ['is not there', undefined, "can't be read"],
    ['is not JSON', '{"schema":1', 'is not JSON'],
  ])('refuses a file that %s', async (_what, content, message) => {
    const path = join(folder, 'rounds.json');
    if (content !== undefined) await writeFile(path, content);
    await expect(readManifest(path)).rejects.toMatchObject({
      kind: 'usage',
      message: `rounds manifest ${path} ${message}`,
    });
  });
});
