import { FlamegateError, isBroken } from './errors.ts';
import type { MeasuredRound } from './measure/measurement.ts';
import { type AttributedRound, attributeRound } from './profiles/attribute.ts';
import type { BundleWriter } from './profiles/bundle.ts';
import type { Round } from './profiles/profile.ts';
import { type Scrub, scrubProfile } from './profiles/scrub.ts';

/** The rounds of one profile type so far. */
export interface RoundsOfType {
  /** As it was asked for. */
  readonly profileType: string;
  readonly rounds: readonly Round[];
}

/**
 * Takes measured rounds apart by profile type and writes them to the bundle. A type that is broken is given
 * up and noted; the others go on without it, and when none is left, the last one's error is thrown.
 */
export class Recorder {
  readonly #service: string;
  readonly #scrub: Scrub;
  readonly #bundle: BundleWriter;
  readonly #rounds: Map<string, Round[]>;
  readonly #warnings = new Set<string>();

  /** @param scrub takes out of profiles what nobody but this machine should know */
  constructor(
    service: string,
    profileTypes: readonly string[],
    bundle: BundleWriter,
    scrub: Scrub,
  ) {
    this.#service = service;
    this.#scrub = scrub;
    this.#bundle = bundle;
    this.#rounds = new Map(profileTypes.map((type) => [type, []]));
  }

  /**
   * @returns the round of each type that is not broken
   * @throws FlamegateError of kind `measurement` when no type is left that can be compared
   */
  async add(measured: MeasuredRound): Promise<readonly AttributedRound[]> {
    const added: AttributedRound[] = [];
    for (const [profileType, rounds] of [...this.#rounds]) {
      const attributed = await this.#attributed(measured, profileType, rounds);
      if (attributed === undefined) continue;
      await this.#bundle.add(attributed.round);
      rounds.push(attributed.round);
      added.push(attributed);
    }
    return added;
  }

  /** The types that are not broken. */
  get types(): readonly RoundsOfType[] {
    return [...this.#rounds].map(([profileType, rounds]) => ({ profileType, rounds }));
  }

  /** Each once, though every round may give it. */
  get warnings(): ReadonlySet<string> {
    return this.#warnings;
  }

  /** Undefined when the type had to be given up. */
  async #attributed(
    measured: MeasuredRound,
    profileType: string,
    earlier: readonly Round[],
  ): Promise<AttributedRound | undefined> {
    try {
      const wanted = { service: this.#service, profileType };
      const attributed = attributeRound(measured, wanted);
      const profile = scrubProfile(attributed.round.profile, this.#scrub);
      const round = { ...attributed.round, profile };
      refuseAnotherType(round, earlier[0]);
      for (const warning of attributed.warnings) this.#warnings.add(warning);
      return { ...attributed, round };
    } catch (error) {
      const isLast = this.#rounds.size === 1;
      if (isLast || !isBroken(error)) throw error;
      const { message: reason, hint } = error;
      const sampleType = earlier[0]?.profile.sampleType.type;
      this.#rounds.delete(profileType);
      this.#bundle.giveUp(
        { profileType, reason, ...(hint === undefined ? {} : { hint }) },
        sampleType,
      );
      return undefined;
    }
  }
}

/** A kind of profile can be one sample type with one profiler and another with the next. */
function refuseAnotherType({ side, round, profile }: Round, first: Round | undefined): void {
  const { type, unit } = profile.sampleType;
  const expected = first?.profile.sampleType ?? { type, unit };
  if (type === expected.type && unit === expected.unit) return;
  throw new FlamegateError(
    'measurement',
    `${side} round ${round}: profiles are of ${type} (${unit}), those before were of ${expected.type} (${expected.unit})`,
    { hint: 'Profile both sides in the same way, or name the sample type.' },
  );
}
