import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { CorpusFolder } from '../../../bench/corpus/corpus-folder.ts';
import type { CorpusSubject } from '../../../bench/corpus/manifest.ts';

const SUBJECT: CorpusSubject = {
  service: 'shop',
  profileType: 'cpu',
  unit: 'nanoseconds',
  sampleRate: 200,
  roots: ['/srv/shop'],
  node: 'v20.0.0',
  load: { connections: 5, warmupSeconds: 1, seconds: 3 },
};

let folder: string;
beforeEach(() => {
  const parent = mkdtempSync(path.join(tmpdir(), 'flamegate-test-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  folder = path.join(parent, 'shop-200');
});

function round(variant: string, cycle: number) {
  return { variant, round: cycle, requests: 12, failed: 0, seconds: 3.1 };
}

it('has after every round what was added, and nothing half', async () => {
  const corpus = await CorpusFolder.open(folder, SUBJECT);
  await corpus.add(round('A1', 0), Buffer.from('one'));
  await corpus.add(round('slower', 0), Buffer.from('two'));
  expect(readdirSync(folder).sort()).toEqual(['A1.0.pb.gz', 'rounds.json', 'slower.0.pb.gz']);
  const text = readFileSync(path.join(folder, 'rounds.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({
    schema: 1,
    ...SUBJECT,
    rounds: [
      { ...round('A1', 0), profile: 'A1.0.pb.gz' },
      { ...round('slower', 0), profile: 'slower.0.pb.gz' },
    ],
  });
  expect(text.split('\n').filter((line) => line.includes('"variant"'))).toHaveLength(2);
});

it('goes on where it ended', async () => {
  const first = await CorpusFolder.open(folder, SUBJECT);
  await first.add(round('A1', 0), Buffer.from('one'));
  const second = await CorpusFolder.open(folder, SUBJECT);
  expect([second.has('A1', 0), second.has('A1', 1), second.has('A2', 0)]).toEqual([
    true,
    false,
    false,
  ]);
  await second.add(round('A2', 0), Buffer.from('two'));
  const manifest = JSON.parse(readFileSync(path.join(folder, 'rounds.json'), 'utf8'));
  expect(manifest.rounds.map(({ variant }: { variant: string }) => variant)).toEqual(['A1', 'A2']);
});

it.each<[string, Partial<CorpusSubject>]>([
  ['another rate', { sampleRate: 1000 }],
  ['another version of Node', { node: 'v24.0.0' }],
  ['another load', { load: { ...SUBJECT.load, connections: 6 } }],
])('is not mixed with rounds of %s', async (_, other) => {
  const corpus = await CorpusFolder.open(folder, SUBJECT);
  await corpus.add(round('A1', 0), Buffer.from('one'));
  await expect(CorpusFolder.open(folder, { ...SUBJECT, ...other })).rejects.toMatchObject({
    kind: 'usage',
    message: expect.stringContaining('was recorded with other settings'),
  });
});
