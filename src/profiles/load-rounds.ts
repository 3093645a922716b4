import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { FlamegateError } from '../errors.ts';
import { decodePprofStream } from './decode/pprof.ts';
import { foldStreamed } from './fold.ts';
import { locatedLater } from './located.ts';
import type { ManifestRound, ManifestType, RoundsManifest } from './manifest.ts';
import { besideManifest, parseJson, readManifest } from './manifest-file.ts';
import { noCost } from './no-cost.ts';
import type { Round } from './profile.ts';
import { canonicalUnit } from './units.ts';

/** One type of a bundle in memory: all that a verdict is made from, besides the policy. */
export interface LoadedRounds {
  readonly manifest: RoundsManifest;
  /** In the manifest's order. */
  readonly rounds: readonly Round[];
  /** Text of the diff that the manifest names. */
  readonly diff: string | undefined;
}

/**
 * Reads a manifest and the files of its main type. A round without `seconds` gets its profile's duration.
 * @throws FlamegateError that names the round's profile: of kind `usage` for a missing file or another
 *   unit than the manifest says, of kind `measurement` for a profile that is broken
 */
export async function loadRounds(manifestPath: string): Promise<LoadedRounds> {
  const manifest = await readManifest(manifestPath);
  const rounds = await loadType(manifestPath, manifest);
  return { manifest, rounds, diff: await loadDiff(manifestPath, manifest) };
}

/** Reads one type's files; throws as `loadRounds` does. */
export async function loadType(manifestPath: string, type: ManifestType): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const round of type.rounds) {
    const path = besideManifest(manifestPath, round.profile);
    rounds.push(
      await readable(round.profile, () =>
        locatedLater(round.profile, () => loadRound(path, round, type)),
      ),
    );
  }
  return rounds;
}

/** Text of the diff that a manifest names; undefined when it names none. Throws as `loadRounds` does. */
export async function loadDiff(
  manifestPath: string,
  { diff }: RoundsManifest,
): Promise<string | undefined> {
  if (diff === undefined) return undefined;
  const path = besideManifest(manifestPath, diff);
  return readable(diff, () => readFile(path, 'utf8'));
}

/** What a manifest says of the change, as JSON has it; undefined when it says nothing. Throws as `loadRounds` does. */
export async function loadChange(
  manifestPath: string,
  { change }: RoundsManifest,
): Promise<{ readonly value: unknown; readonly document: string } | undefined> {
  if (change === undefined) return undefined;
  const path = besideManifest(manifestPath, change);
  const text = await readable(change, () => readFile(path, 'utf8'));
  return { value: parseJson(text, change), document: change };
}

async function loadRound(path: string, round: ManifestRound, type: ManifestType): Promise<Round> {
  const pprof = await decodePprofStream(() => createReadStream(path));
  const profile = await foldStreamed(pprof, type.profileType);
  const unit = canonicalUnit(type.unit).unit;
  if (profile.values.length === 0) throw noCost(profile, 'the profile holds');
  if (profile.sampleType.unit !== unit) {
    throw new FlamegateError(
      'usage',
      `${type.profileType} is in ${profile.sampleType.unit}, but the manifest's unit is ${type.unit}`,
    );
  }
  return {
    side: round.side,
    round: round.round,
    profile,
    requests: round.requests,
    failed: round.failed,
    seconds: round.seconds ?? pprof.durationNanos / 1e9,
    ...(round.environment === undefined ? {} : { environment: round.environment }),
    ...(round.disturbance === undefined ? {} : { disturbance: round.disturbance }),
  };
}

/** Runs what reads a file; when the file itself is what fails, the error says so. */
async function readable<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new FlamegateError('usage', `${file}, which the manifest names, can't be read`, {
      hint: 'Paths in the manifest are relative to its folder.',
      cause,
    });
  }
}
