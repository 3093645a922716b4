import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Seed } from '../inputs/seed.ts';
import { writeProfile } from '../inputs/write-profile.ts';

/** A base and a head profile, and a manifest that names them as one pair of rounds. */
export interface Pair {
  /** `grown profiles`. */
  readonly what: string;
  /** The sample type that is compared. */
  readonly type: string;
  readonly base: string;
  readonly head: string;
  readonly manifest: string;
  /** Uncompressed size of both together, in bytes. */
  readonly bytes: number;
}

/** Files, and the sample type to compare. */
interface Given {
  readonly what: string;
  readonly base: string;
  readonly head: string;
  readonly type: string;
  readonly unit: string;
}

/** Profiles that exist. */
export function givenPair(folder: string, given: Given): Pair {
  const bytes = [given.base, given.head].map((file) => gunzipSync(readFileSync(file)).length);
  return pairOf(folder, given, bytes);
}

/** Profiles of about `size` bytes each, grown out of a recording. */
export function grownPair(folder: string, seed: Seed, size: number): Pair {
  const bytes: number[] = [];
  const [base = '', head = ''] = ['base', 'head'].map((side, variant) => {
    const file = join(folder, `${side}.${size}.pb.gz`);
    const profile = writeProfile({ seed, size, variant });
    bytes.push(profile.length);
    writeFileSync(file, gzipSync(profile, { level: 1 }));
    return file;
  });
  const what = 'grown profiles';
  return pairOf(folder, { what, base, head, type: 'cpu', unit: 'nanoseconds' }, bytes);
}

function pairOf(folder: string, given: Given, bytes: readonly number[]): Pair {
  const { what, base, head, type, unit } = given;
  const manifest = join(folder, 'rounds.json');
  const round = { round: 0, requests: 1000, failed: 0, seconds: 60 };
  const rounds = [
    { side: 'base', profile: base, ...round },
    { side: 'head', profile: head, ...round },
  ];
  writeFileSync(
    manifest,
    JSON.stringify({ schema: 1, service: 'bench', profileType: type, unit, rounds }),
  );
  return { what, type, base, head, manifest, bytes: bytes.reduce((sum, size) => sum + size, 0) };
}
