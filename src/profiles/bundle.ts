import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlamegateError } from '../errors.ts';
import { encodeProfile } from './encode.ts';
import type {
  BrokenType,
  ManifestPlan,
  ManifestRound,
  ManifestSide,
  ManifestType,
  RoundsManifest,
} from './manifest.ts';
import { NO_ROUNDS } from './manifest.ts';
import { writeManifest } from './manifest-file.ts';
import type { Round } from './profile.ts';

/** What is the same for all rounds of a bundle. */
export interface BundleSubject {
  readonly service: string;
  readonly base: ManifestSide;
  readonly head: ManifestSide;
  /** `git diff --unified=0` of the commits; undefined when it is unknown. */
  readonly diff: string | undefined;
  /** What is known of the change, as JSON has it; undefined when nothing is. */
  readonly change: object | undefined;
}

interface RecordedType {
  readonly unit: string;
  readonly rounds: ManifestRound[];
}

const MANIFEST = 'rounds.json';
const DIFF = 'changes.diff';
const CHANGE = 'change.json';

/**
 * Writes a bundle, the folder with everything a verdict is made from: a profile for each round and type, the
 * commits' diff, and the manifest last, so that a folder without one is not taken for whole.
 */
export class BundleWriter {
  readonly #directory: string;
  readonly #subject: BundleSubject;
  /** By sample type, in the order in which they came. */
  readonly #types = new Map<string, RecordedType>();
  readonly #broken: BrokenType[] = [];

  constructor(directory: string, subject: BundleSubject) {
    this.#directory = directory;
    this.#subject = subject;
  }

  /**
   * Adds a round to those of its profile's sample type.
   * @throws FlamegateError of kind `measurement` when the folder can't be written to
   */
  async add(round: Round): Promise<void> {
    const { type, unit } = round.profile.sampleType;
    const known = this.#types.get(type) ?? { unit, rounds: [] };
    const isFirst = this.#types.size === 0 || known === [...this.#types.values()][0];
    this.#types.set(type, known);
    const name = isFirst ? '' : `.${type.replace(/[^\w-]+/gu, '-')}`;
    const profile = `${round.side}.${round.round}${name}.pb.gz`;
    await this.#write(profile, encodeProfile(round.profile));
    known.rounds.push({
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

  /**
   * Notes a type that could not be recorded, at all or to the end.
   * @param sampleType what its rounds so far were added as; they are left out
   */
  giveUp(broken: BrokenType, sampleType: string | undefined): void {
    this.#broken.push(broken);
    if (sampleType !== undefined) this.#types.delete(sampleType);
  }

  /** Completes the bundle and returns the manifest's path; `plan` says how the rounds were looked at. */
  async finish(plan?: ManifestPlan): Promise<string> {
    const [main = NO_ROUNDS, ...further] = [...this.#types].map(
      ([profileType, { unit, rounds }]): ManifestType => ({ profileType, unit, rounds }),
    );
    return this.#complete(main, {
      ...(plan === undefined ? {} : { plan }),
      ...(further.length === 0 ? {} : { further }),
      ...(this.#broken.length === 0 ? {} : { broken: this.#broken }),
    });
  }

  /** Completes a bundle of a change without effect, for which nothing is recorded; returns the manifest's path. */
  finishIdle(profileTypes: readonly string[], plan: ManifestPlan): Promise<string> {
    return this.#complete(NO_ROUNDS, { plan, idle: profileTypes });
  }

  async #complete(
    { profileType, unit, rounds }: ManifestType,
    more: Partial<RoundsManifest>,
  ): Promise<string> {
    const { service, base, head, diff, change } = this.#subject;
    if (diff !== undefined) await this.#write(DIFF, diff);
    if (change !== undefined) await this.#write(CHANGE, `${JSON.stringify(change)}\n`);
    const manifest: RoundsManifest = {
      schema: 1,
      service,
      profileType,
      unit,
      base,
      head,
      ...(diff === undefined ? {} : { diff: DIFF }),
      ...(change === undefined ? {} : { change: CHANGE }),
      rounds,
      ...more,
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
