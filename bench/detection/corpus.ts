import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FlamegateError } from '../../src/errors.ts';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import type { StackProfile } from '../../src/profiles/profile.ts';
import type { CorpusCase, CorpusCases, CorpusManifest, CorpusRound } from '../corpus/manifest.ts';
import { SHARED_CASES } from './shared-corpus.ts';

/** A round of a corpus, in memory. */
export interface RecordedRound extends Omit<CorpusRound, 'profile'> {
  readonly profile: StackProfile;
}

/** Rounds of one service in many variants, and the truth about each variant. */
export interface Corpus {
  /** The last two folders of its path, such as `corpus/shop-1000`. */
  readonly name: string;
  /** Folders that the service's files lie in, in the profiles. */
  readonly roots: readonly string[];
  /** Samples per second; undefined when the corpus does not say. */
  readonly sampleRate: number | undefined;
  readonly rounds: readonly RecordedRound[];
  readonly cases: readonly CorpusCase[];
  /** False for a corpus without a `cases.json`, whose truth is kept here. */
  readonly ours: boolean;
  /** Texts of diffs, by variant; an empty one when the sources are the same. Without `ours` none is known. */
  readonly diffs: ReadonlyMap<string, string>;
}

/** Fields that a corpus of another maker need not have. */
type Manifest = Pick<CorpusManifest, 'schema' | 'profileType' | 'rounds'> & Partial<CorpusManifest>;

/** @throws FlamegateError of kind `usage` when the folder has no corpus, or one whose truth is unknown */
export async function loadCorpus(folder: string): Promise<Corpus> {
  const manifest: Manifest = JSON.parse(await read(folder, 'rounds.json'));
  const told = await readCases(folder);
  const variants = new Set(manifest.rounds.map(({ variant }) => variant));
  const cases = (told ?? SHARED_CASES).filter(({ variant }) => variants.has(variant));
  const unknown = [...variants].filter((name) => !cases.some(({ variant }) => variant === name));
  if (unknown.length > 0) {
    throw new FlamegateError('usage', `${folder}: nothing is known about ${unknown.join(', ')}`, {
      hint: 'Its cases.json says for every variant what a gate has to make of it.',
    });
  }
  const rounds: RecordedRound[] = [];
  for (const round of manifest.rounds) {
    const bytes = await readFile(path.join(folder, round.profile));
    rounds.push({ ...round, profile: foldProfile(decodePprof(bytes), manifest.profileType) });
  }
  return {
    name: path.join(path.basename(path.dirname(path.resolve(folder))), path.basename(folder)),
    roots: manifest.roots ?? [],
    sampleRate: manifest.sampleRate,
    rounds,
    cases,
    ours: told !== undefined,
    diffs: told === undefined ? new Map() : await readDiffs(folder, told),
  };
}

async function readCases(folder: string): Promise<readonly CorpusCase[] | undefined> {
  const text = await readFile(path.join(folder, 'cases.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { cases }: CorpusCases = JSON.parse(text);
  return cases;
}

async function readDiffs(
  folder: string,
  cases: readonly CorpusCase[],
): Promise<ReadonlyMap<string, string>> {
  const diffs = new Map<string, string>();
  for (const { variant, diff } of cases) {
    diffs.set(variant, diff === undefined ? '' : await read(folder, diff));
  }
  return diffs;
}

async function read(folder: string, file: string): Promise<string> {
  try {
    return await readFile(path.join(folder, file), 'utf8');
  } catch (cause) {
    throw new FlamegateError('usage', `${path.join(folder, file)} can't be read`, {
      hint: 'Give the folder of a corpus: one with a rounds.json.',
      cause,
    });
  }
}
