import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CorpusCases, CorpusManifest } from '../../../bench/corpus/manifest.ts';
import { parseLineMap } from '../../../src/plan/line-map.ts';
import { decodePprof } from '../../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../fixtures/corpus');
const FOLDERS = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Twenty pairs are drawn from it without drawing one twice. */
const LEAST_CYCLES = 20;

/** A place on the machine that recorded, which nobody may learn from a corpus. */
const MACHINE = /\/(?:home|root|tmp|usr|opt|work|Users|private|var)\//;

it('has both services at two sampling rates', () => {
  expect(FOLDERS.sort()).toEqual(['press-1000', 'press-200', 'shop-1000', 'shop-200']);
});

describe.each(FOLDERS)('%s', (name) => {
  const folder = path.join(CORPUS, name);
  const manifest: CorpusManifest = read(path.join(folder, 'rounds.json'));
  const { cases }: CorpusCases = read(path.join(folder, 'cases.json'));
  const variants = cases.map(({ variant }) => variant);

  it('is what its name says', () => {
    const { schema, service, sampleRate, profileType, unit, roots } = manifest;
    expect(`${service}-${sampleRate}`).toBe(name);
    expect({ schema, profileType, unit, roots }).toEqual({
      schema: 1,
      profileType: 'cpu',
      unit: 'nanoseconds',
      roots: [`/srv/${service}`],
    });
  });

  it('has one round of every variant in every cycle', () => {
    const cycles = Math.max(...manifest.rounds.map(({ round }) => round)) + 1;
    expect(cycles).toBeGreaterThanOrEqual(LEAST_CYCLES);
    for (let cycle = 0; cycle < cycles; cycle++) {
      const rounds = manifest.rounds.filter(({ round }) => round === cycle);
      expect(rounds.map(({ variant }) => variant).sort()).toEqual(variants.toSorted());
    }
    for (const { requests, failed, seconds } of manifest.rounds) {
      expect([requests > 0, failed, seconds > 2]).toEqual([true, 0, true]);
    }
  });

  it('has every file that it names, and no other', () => {
    const named = [
      ...manifest.rounds.map(({ profile }) => profile),
      ...cases.flatMap(({ diff }) => diff ?? []),
    ];
    expect(readdirSync(folder).sort()).toEqual([...named, 'cases.json', 'rounds.json'].sort());
  });

  it('knows what every variant is', () => {
    for (const { variant, description, expected, culprits, diff } of cases) {
      expect(description).toMatch(/\.$/u);
      expect([variant, culprits.length > 0]).toEqual([variant, expected === 'regression']);
      const unchanged = ['A1', 'A2', 'mix'].includes(variant);
      expect([variant, diff]).toEqual([variant, unchanged ? undefined : `${variant}.diff`]);
      if (diff === undefined) continue;
      // Every change edits something: some line of head has another number in base, or none.
      const text = readFileSync(path.join(folder, diff), 'utf8');
      expect(parseLineMap(text), variant).toBeDefined();
      expect(text).toMatch(/^diff --git a\/src\//u);
    }
  });

  it('has profiles that can be read, and that do not tell where they were recorded', () => {
    const roots = manifest.roots.map((root) => `${root}/`);
    for (const { profile } of manifest.rounds) {
      const bytes = readFileSync(path.join(folder, profile));
      const place = MACHINE.exec(gunzipSync(bytes).toString('latin1'))?.[0];
      const { functions, values, ticks, sampleType } = foldProfile(decodePprof(bytes), 'cpu');
      const strange = functions
        .map(({ file }) => file)
        .filter((file) => !/^(?:$|node:|wasm:)/u.test(file))
        .filter((file) => !roots.some((root) => file.startsWith(root)));
      expect({ profile, place, strange }).toEqual({ profile, place: undefined, strange: [] });
      expect([values.length > 20, ticks > 100, sampleType.unit]).toEqual([
        true,
        true,
        'nanoseconds',
      ]);
    }
  });
});

function read<Document>(file: string): Document {
  return JSON.parse(readFileSync(file, 'utf8'));
}
