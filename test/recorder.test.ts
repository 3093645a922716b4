import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BundleWriter } from '../src/profiles/bundle.ts';
import { loadRounds, loadType } from '../src/profiles/load-rounds.ts';
import type { Side } from '../src/profiles/profile.ts';
import { Recorder } from '../src/recorder.ts';
import { round, upload } from './profiles/support/measured-round.ts';
import { formatProfile } from './support/text-profile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flamegate-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const CPU = upload(2000, 6000, 'busy 3');
const SPACE = upload(2000, 6000, 'make 500', { type: 'alloc_space', unit: 'bytes' });
const LIVE_SIZE = upload(2000, 6000, 'make 500', { type: 'alloc_size', unit: 'bytes' });

function recorder(...types: string[]) {
  const bundle = new BundleWriter(folder, {
    service: 'shop',
    base: {},
    head: {},
    diff: undefined,
    change: undefined,
  });
  return { bundle, recording: new Recorder('shop', types, bundle, (text) => text) };
}

const measured = (side: Side, number: number, uploads: readonly (typeof CPU)[]) =>
  round(uploads, { side, round: number });

describe('a recorder', () => {
  it('keeps every type of every round in one bundle', async () => {
    const { bundle, recording } = recorder('cpu', 'allocations');
    for (const side of ['base', 'head'] as const) {
      await recording.add(measured(side, 0, [CPU, SPACE]));
    }
    expect(recording.types.map(({ profileType, rounds }) => [profileType, rounds.length])).toEqual([
      ['cpu', 2],
      ['allocations', 2],
    ]);
    const path = await bundle.finish();
    const { manifest, rounds } = await loadRounds(path);
    expect(manifest).toMatchObject({
      profileType: 'cpu',
      unit: 'nanoseconds',
      further: [{ profileType: 'alloc_space', unit: 'bytes', rounds: [{}, {}] }],
    });
    expect(rounds.map(({ profile }) => formatProfile(profile))).toEqual(['busy 3', 'busy 3']);
    const [further] = manifest.further ?? [];
    const made = further && (await loadType(path, further));
    expect(made?.map(({ profile }) => formatProfile(profile))).toEqual(['make 500', 'make 500']);
    expect(await readdir(folder)).toHaveLength(5);
  });

  it.each<[what: string, second: (typeof CPU)[], reason: string]>([
    [
      'a type that one side does not have',
      [CPU],
      'head round 0: what arrived has no sample type "allocations"; there is: samples (count), cpu (nanoseconds)',
    ],
    [
      'a kind that is another sample type on the other side',
      [CPU, LIVE_SIZE],
      'head round 0: profiles are of alloc_size (bytes), those before were of alloc_space (bytes)',
    ],
  ])('gives up %s, and goes on with the others', async (_, second, reason) => {
    const { bundle, recording } = recorder('cpu', 'allocations');
    await recording.add(measured('base', 0, [CPU, SPACE]));
    await recording.add(measured('head', 0, second));
    await recording.add(measured('base', 1, [CPU, SPACE]));
    expect(recording.types).toMatchObject([{ profileType: 'cpu', rounds: [{}, {}, {}] }]);
    const { manifest } = await loadRounds(await bundle.finish());
    expect(manifest).not.toHaveProperty('further');
    expect(manifest.broken).toEqual([
      { profileType: 'allocations', reason, hint: expect.any(String) },
    ]);
  });

  it('goes on when the first type is the one to give up', async () => {
    const { bundle, recording } = recorder('wall', 'cpu');
    await recording.add(measured('base', 0, [CPU]));
    await recording.add(measured('head', 0, [CPU]));
    const { manifest } = await loadRounds(await bundle.finish());
    expect(manifest).toMatchObject({ profileType: 'cpu', broken: [{ profileType: 'wall' }] });
  });

  it('fails with the last type that breaks', async () => {
    const { recording } = recorder('wall', 'cpu');
    await recording.add(measured('base', 0, [CPU]));
    await expect(recording.add(measured('head', 0, [SPACE]))).rejects.toMatchObject({
      kind: 'measurement',
      message: expect.stringContaining(
        'no sample type "cpu"; there is: samples (count), alloc_space (bytes)',
      ),
    });
  });
});
