import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BundleWriter } from '../../src/profiles/bundle.ts';
import type { RecordedService } from '../../src/replay/gate-record.ts';
import { digestOfText, openSealed, sealBundle, sealOf } from '../../src/replay/seal.ts';
import { drawRounds, POLICY } from '../compare/gates.ts';
import { temporaryFolder } from '../plan/support/repository.ts';

const SERVICE: RecordedService = {
  folder: '.',
  service: {
    name: 'shop',
    types: [{ profileType: 'cpu', policy: POLICY }],
    policy: POLICY,
    allowDifferent: [],
    handling: { mode: 'block', onInconclusive: 'fail' },
  },
  comparisons: 1,
  waivers: [],
  owners: [{ file: 'a.js', owners: ['@acme/search'] }],
  bisections: [],
  base: { ref: 'main', commit: 'b'.repeat(40) },
  head: { ref: 'topic', commit: 'a'.repeat(40) },
  warnings: ['the machine is busy'],
};

async function bundle(): Promise<string> {
  const folder = join(temporaryFolder(), 'flamegate-shop');
  const writer = new BundleWriter(folder, {
    service: 'shop',
    base: SERVICE.base,
    head: SERVICE.head,
    diff: 'diff --git a/a b/a\n',
    change: { schema: 1, files: [], packages: [], relations: {} },
  });
  for (const round of drawRounds('main a 5', 'main a 5', { pairs: 1 })) {
    const values = round.profile.values.map(Math.round);
    await writer.add({ ...round, profile: { ...round.profile, values } });
  }
  await writer.finish();
  await sealBundle(folder, {
    version: '1.2.3',
    name: 'flamegate-shop',
    services: [SERVICE],
    report: digestOfText('{}'),
  });
  return folder;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

describe('a sealed bundle', () => {
  it('is opened again, wherever it lies, whatever lies beside it', async () => {
    const folder = await bundle();
    const moved = join(folder, '..', 'elsewhere');
    renameSync(folder, moved);
    writeFileSync(join(moved, 'notes.txt'), 'mine');
    const { record, seal } = await openSealed(moved);
    expect(record).toMatchObject({ version: '1.2.3', services: [SERVICE] });
    expect(Object.keys(record.files)).toEqual([
      'base.0.pb.gz',
      'change.json',
      'changes.diff',
      'head.0.pb.gz',
      'rounds.json',
    ]);
    expect(seal).toBe(await sealOf(moved));
    expect(seal).toMatch(/^[\da-f]{16}$/u);
    expect((await openSealed(moved, seal)).seal).toBe(seal);
    expect((await openSealed(moved, seal.slice(0, 8))).seal).toBe(seal);
  });

  it.each<[what: string, tamper: (folder: string) => void, says: string]>([
    [
      'a profile',
      (folder) => writeFileSync(join(folder, 'head.0.pb.gz'), 'x'),
      'head.0.pb.gz is not what was recorded',
    ],
    [
      'a missing profile',
      (folder) => rmSync(join(folder, 'base.0.pb.gz')),
      'base.0.pb.gz is missing',
    ],
    [
      'the manifest',
      (folder) => edit(join(folder, 'rounds.json'), '"shop"', '"cart"'),
      'rounds.json is not what was recorded',
    ],
    [
      'what is known of the change',
      (folder) => edit(join(folder, 'change.json'), '[]', '[1]'),
      'change.json is not what was recorded',
    ],
    [
      'the diff',
      (folder) => edit(join(folder, 'changes.diff'), 'a/a', 'a/b'),
      'changes.diff is not what was recorded',
    ],
    [
      'a file that the record lost',
      (folder) => edit(join(folder, 'gate.json'), '"changes.diff":', '"notes.txt":'),
      'notes.txt is missing',
    ],
    [
      'a record that is none',
      (folder) => writeFileSync(join(folder, 'gate.json'), '{'),
      'gate.json is not JSON',
    ],
    [
      'a path out of it',
      (folder) => edit(join(folder, 'gate.json'), '"changes.diff":', '"../changes.diff":'),
      'must be a path inside of the bundle',
    ],
    ['no record', (folder) => rmSync(join(folder, 'gate.json')), 'is no bundle'],
  ])('is refused with another %s', async (_, tamper, says) => {
    const folder = await bundle();
    tamper(folder);
    await expect(openSealed(folder)).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(says),
    });
  });

  it('that was changed as a whole is not the one that a report told of', async () => {
    const folder = await bundle();
    const seal = await sealOf(folder);
    edit(join(folder, 'gate.json'), '"maxIncrease": 0.01', '"maxIncrease": 0.5');
    await expect(openSealed(folder)).resolves.toBeDefined();
    await expect(openSealed(folder, seal)).rejects.toMatchObject({
      message: expect.stringContaining(`, not ${seal}`),
    });
    await expect(openSealed(folder, '')).rejects.toThrow('its seal is');
  });

  it('has no seal before it is complete', async () => {
    const folder = join(temporaryFolder(), 'x');
    mkdirSync(folder);
    expect(await sealOf(folder)).toBeUndefined();
  });
});
