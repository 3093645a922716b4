import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlamegateError } from '../errors.ts';
import { encodeProfile } from './encode.ts';
import type { ManifestPlan, ManifestRound, ManifestSide, RoundsManifest } from './manifest.ts';
import { writeManifest } from './manifest-file.ts';
import type { Round } from './profile.ts';

/** What is the same for all rounds of a bundle. */
export interface BundleSubject {
  readonly service: string;
  readonly profileType: string;
  readonly base: ManifestSide;
  readonly head: ManifestSide;
  /** `git diff --unified=0` of the commits; undefined when it is unknown. */
  readonly diff: string | undefined;
}

const MANIFEST = 'rounds.json';
const DIFF = 'changes.diff';

/**
 * Writes a bundle, the folder with everything a verdict is made from: a profile for each round, the
 * commits' diff, and the manifest last, so that a folder without one is not taken for whole.
 */
export class BundleWriter {
  readonly #directory: string;
  readonly #subject: BundleSubject;
  readonly #rounds: ManifestRound[] = [];
  #unit = '';

  constructor(directory: string, subject: BundleSubject) {
    this.#directory = directory;
    this.#subject = subject;
  }

  /** @throws FlamegateError of kind `measurement` when the folder can't be written to. */
  async add(round: Round): Promise<void> {
    const profile = `${round.side}.${round.round}.pb.gz`;
    await this.#write(profile, encodeProfile(round.profile));
    this.#unit = round.profile.sampleType.unit;
    this.#rounds.push({
      side: round.side,
      round: round.round,
      profile,
      ...(round.requests === undefined ? {} : { requests: round.requests }),
      ...(round.failed === undefined ? {} : { failed: round.failed }),
      seconds: round.seconds,
      ...(round.environment === undefined ? {} : { environment: round.environment }),
      ...(round.disturbance === undefined ? {} : { disturbance: round.disturbance }),
    });
  }

  /** Completes the bundle and returns the manifest's path; `plan` says how the rounds were looked at. */
  async finish(plan?: ManifestPlan): Promise<string> {
    const { service, profileType, base, head, diff } = this.#subject;
    if (diff !== undefined) await this.#write(DIFF, diff);
    const manifest: RoundsManifest = {
      schema: 1,
      service,
      profileType,
      unit: this.#unit,
      base,
      head,
      ...(diff === undefined ? {} : { diff: DIFF }),
      ...(plan === undefined ? {} : { plan }),
      rounds: this.#rounds,
    };
    const path = join(this.#directory, MANIFEST);
    await this.#attempt(() => writeManifest(path, manifest));
    return path;
  }

  #write(name: string, content: Uint8Array | string): Promise<void> {
    return this.#attempt(() => writeFile(join(this.#directory, name), content));
  }

  async #attempt(write: () => Promise<void>): Promise<void> {
    try {
      await mkdir(this.#directory, { recursive: true });
      await write();
    } catch (cause) {
      throw new FlamegateError(
        'measurement',
        `the recorded rounds can't be written to ${this.#directory}: ${cause instanceof Error ? cause.message : String(cause)}`,
        { hint: 'See that the folder is writable and the disk has room.', cause },
      );
    }
  }
}
