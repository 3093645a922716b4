import { readFile } from 'node:fs/promises';
import { FlamegateError } from '../errors.ts';
import { decodePprof } from './decode/pprof.ts';
import { foldProfile } from './fold.ts';
import { located } from './located.ts';
import type { ManifestRound, RoundsManifest } from './manifest.ts';
import { besideManifest, readManifest } from './manifest-file.ts';
import type { Round } from './profile.ts';
import { canonicalUnit } from './units.ts';

/** A bundle in memory: all that a verdict is made from, besides the policy. */
export interface LoadedRounds {
  readonly manifest: RoundsManifest;
  /** In the manifest's order. */
  readonly rounds: readonly Round[];
  /** Text of the diff that the manifest names. */
  readonly diff: string | undefined;
}

/**
 * Reads a manifest and the files it names. A round without `seconds` gets its profile's duration.
 * @throws FlamegateError that names the round's profile: of kind `usage` for a missing file or another
 *   unit than the manifest says, of kind `measurement` for a profile that is broken
 */
export async function loadRounds(manifestPath: string): Promise<LoadedRounds> {
  const manifest = await readManifest(manifestPath);
  const rounds: Round[] = [];
  for (const round of manifest.rounds) {
    const bytes = await readNamed(manifestPath, round.profile);
    rounds.push(located(round.profile, () => toRound(bytes, round, manifest)));
  }
  const diff =
    manifest.diff === undefined
      ? undefined
      : (await readNamed(manifestPath, manifest.diff)).toString('utf8');
  return { manifest, rounds, diff };
}

function toRound(bytes: Uint8Array, round: ManifestRound, manifest: RoundsManifest): Round {
  const columns = decodePprof(bytes);
  const profile = foldProfile(columns, manifest.profileType);
  const unit = canonicalUnit(manifest.unit).unit;
  if (profile.sampleType.unit !== unit) {
    throw new FlamegateError(
      'usage',
      `${manifest.profileType} is in ${profile.sampleType.unit}, but the manifest's unit is ${manifest.unit}`,
    );
  }
  return {
    side: round.side,
    round: round.round,
    profile,
    requests: round.requests,
    failed: round.failed,
    seconds: round.seconds ?? columns.durationNanos / 1e9,
  };
}

async function readNamed(manifestPath: string, file: string): Promise<Buffer> {
  try {
    return await readFile(besideManifest(manifestPath, file));
  } catch (cause) {
    throw new FlamegateError('usage', `${file}, which the manifest names, can't be read`, {
      hint: 'Paths in the manifest are relative to its folder.',
      cause,
    });
  }
}
