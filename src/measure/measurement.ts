import type { Disturbance } from '../profiles/disturbance.ts';
import type { RoundEnvironment } from '../profiles/environment.ts';
import type { Side } from '../profiles/profile.ts';
import type { Refusal, Upload } from '../receiver/upload.ts';

/** An interval on our own clock, milliseconds since the epoch. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** Work done in one slice of time; slices of a round follow each other and do not overlap. */
export interface WorkSlice extends Interval {
  readonly succeeded: number;
  readonly failed: number;
}

/** What a load generator did in one run. `slices` is empty when it could not count. */
export interface LoadOutcome {
  readonly interval: Interval;
  readonly slices: readonly WorkSlice[];
  /** Undefined when the generator reports no counts. */
  readonly succeeded: number | undefined;
  readonly failed: number | undefined;
  /** What failed and how often: `status 500` → 12, `timeout` → 3. */
  readonly failures: ReadonlyMap<string, number>;
}

/** One finished round before its profiles are decoded. */
export interface MeasuredRound {
  readonly side: Side;
  readonly round: number;
  /** The measured part, without warm-up. */
  readonly measured: LoadOutcome;
  readonly warmup: LoadOutcome | undefined;
  readonly uploads: readonly Upload[];
  readonly refusals: readonly Refusal[];
  /** What the service ran on, and what else went on during the measured part. */
  readonly environment?: RoundEnvironment;
  /** How fast the machine was meanwhile; absent where nobody could tell. */
  readonly disturbance?: Disturbance;
}
