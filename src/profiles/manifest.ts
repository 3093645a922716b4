import type { Disturbance } from './disturbance.ts';
import type { RoundEnvironment } from './environment.ts';
import type { Side } from './profile.ts';

/** A side's origin, so that paths in profiles can be made relative and a report can name commits. */
export interface ManifestSide {
  /** What the user asked for: a branch, tag or commit. */
  readonly ref?: string;
  /** Full commit id. */
  readonly commit?: string;
  /** Absolute folders that this side's sources lay in while it was measured. */
  readonly roots?: readonly string[];
}

/** One recorded round; `profile` is a pprof file, its path relative to the manifest. */
export interface ManifestRound {
  readonly side: Side;
  readonly round: number;
  readonly profile: string;
  readonly requests?: number;
  readonly failed?: number;
  readonly seconds?: number;
  /** What it was measured on and with; compared with that of the other side. */
  readonly environment?: RoundEnvironment;
  /** How fast the machine was meanwhile; costs are corrected for it. */
  readonly disturbance?: Disturbance;
}

/** The rounds of one profile type. */
export interface ManifestType {
  /** Sample type in the pprof files that is compared, such as `cpu`. */
  readonly profileType: string;
  readonly unit: string;
  readonly rounds: readonly ManifestRound[];
}

/** Of a bundle in which nothing was recorded. */
export const NO_ROUNDS: ManifestType = { profileType: '', unit: '', rounds: [] };

/** A profile type that was to be recorded and could not be. */
export interface BrokenType {
  /** As it was asked for. */
  readonly profileType: string;
  readonly reason: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** `rounds.json`: everything a verdict is made from, besides the policy. */
export interface RoundsManifest extends ManifestType {
  readonly schema: 1;
  readonly service: string;
  readonly base?: ManifestSide;
  readonly head?: ManifestSide;
  /** `git diff --unified=0` of the two commits, relative to the manifest; follows moved lines. */
  readonly diff?: string;
  /** How many pairs were to be measured and when they were looked at; absent when there was no plan. */
  readonly plan?: ManifestPlan;
  /** Further types of the same rounds. Each has its own files, and its own requests: profilers upload when they like. */
  readonly further?: readonly ManifestType[];
  readonly broken?: readonly BrokenType[];
  /** What is known of the change, a file beside the manifest; `change/` reads it. */
  readonly change?: string;
  /** The change has no effect on what is built, so there are no rounds; these types would have been compared. */
  readonly idle?: readonly string[];
}

/** The plan that rounds were measured by; a verdict is made by the same looks again. */
export interface ManifestPlan {
  /** Pairs before the first look. */
  readonly first: number;
  /** Pairs at which the search for a change ends. */
  readonly most: number;
  /** Measuring ended before its time, for a reason that has nothing to do with the data. */
  readonly isCutShort?: boolean;
  /** Comparisons that shared the gate's error rate, this one included; absent for one. */
  readonly comparisons?: number;
}
