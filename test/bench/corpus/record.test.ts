import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CorpusCases, CorpusManifest } from '../../../bench/corpus/manifest.ts';
import { record } from '../../../bench/corpus/record.ts';
import { sampleOf } from '../../../bench/corpus/samples.ts';
import { variantsOf } from '../../../bench/corpus/variants.ts';
import { silentLog } from '../../../src/log.ts';
import { decodePprof } from '../../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';

it('records a corpus, and leaves nothing else', async () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'flamegate-test-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = path.join(parent, 'press-100');
  const tempDirectory = path.join(parent, 'temporary');
  mkdirSync(tempDirectory);
  const sample = await sampleOf('press');
  const variants = await variantsOf(sample, ['A1', 'rename']);
  const load = { connections: 2, warmupSeconds: 0, seconds: 1 };
  await record(
    { sample, variants, sampleRate: 1000, load, cycles: 1, folder },
    {
      env: process.env,
      node: process.version,
      tempDirectory,
      log: silentLog,
      signal: AbortSignal.timeout(25_000),
    },
  );

  const { rounds, roots }: CorpusManifest = read(folder, 'rounds.json');
  expect(roots).toEqual(['/srv/press']);
  expect(rounds.map(({ variant }) => variant).sort()).toEqual(['A1', 'rename']);
  for (const { requests, failed, seconds } of rounds) {
    expect([requests > 0, failed, seconds > 0.5]).toEqual([true, 0, true]);
  }
  const { cases }: CorpusCases = read(folder, 'cases.json');
  expect(cases.map(({ variant, expected, diff }) => [variant, expected, diff])).toEqual([
    ['A1', 'none', undefined],
    ['rename', 'moved', 'rename.diff'],
  ]);
  expect(cases[0]?.requests).toContain('POST /proof');
  expect(readFileSync(path.join(folder, 'rename.diff'), 'utf8')).toContain('+  leastDemerits(');
  expect(functions(folder, 'A1')).toContainEqual([
    'breakLines',
    '/srv/press/src/issue/typesetter.js',
  ]);
  expect(functions(folder, 'rename')).toContainEqual([
    'leastDemerits',
    '/srv/press/src/issue/typesetter.js',
  ]);
  expect(readdirSync(tempDirectory)).toEqual([]);
});

function read<Document>(folder: string, name: string): Document {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

function functions(folder: string, variant: string): string[][] {
  const columns = decodePprof(readFileSync(path.join(folder, `${variant}.0.pb.gz`)));
  return foldProfile(columns, 'cpu').functions.map(({ name, file }) => [name, file]);
}
