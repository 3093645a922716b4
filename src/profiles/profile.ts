import type { Disturbance } from './disturbance.ts';
import type { RoundEnvironment } from './environment.ts';

/** Base (before the change) or head (after it). */
export type Side = 'base' | 'head';

/** A function as the profiler names it, before any identity across commits is worked out. */
export interface FunctionInfo {
  /** Display name. Untrusted. */
  readonly name: string;
  /** The runtime's own name, where it differs (`alpha` for Node's `./app.js:alpha:5`); else empty. */
  readonly systemName: string;
  /** Source file as the profiler saw it, absolute or relative; empty when unknown. */
  readonly file: string;
  /** Line of the definition (or the lowest sampled line when the profile has no start line); 0 when unknown. */
  readonly line: number;
  /** Present when the profile says that `line` is the definition's. */
  readonly defined?: true;
}

/** A pprof value type, such as `cpu` in `nanoseconds`. */
export interface SampleType {
  readonly type: string;
  readonly unit: string;
}

/** Indices of functions; where 16 bits hold them all, in half of the memory. */
export type FrameColumn = Int32Array | Uint16Array;

/**
 * One profile folded to distinct stacks of one sample type, in columns.
 * Stack `s` is `frames[offsets[s]] … frames[offsets[s + 1] - 1]`: indices into `functions`, leaf first,
 * with inlined functions expanded. Recursion is kept; whoever sums totals counts a function once per stack.
 */
export interface StackProfile {
  readonly sampleType: SampleType;
  readonly functions: readonly FunctionInfo[];
  readonly frames: FrameColumn;
  /** One more entry than there are stacks. */
  readonly offsets: Int32Array;
  /** Cost of each stack, in the unit of the sample type. */
  readonly values: Float64Array;
  /** Number of profiler ticks behind the values, for the counting limit; 0 when the profile does not say. */
  readonly ticks: number;
}

/** One round's evidence: one process, one load interval, one profile. */
export interface Round {
  readonly side: Side;
  /** Number of the pair this round belongs to; base and head rounds of one pair ran next to each other. */
  readonly round: number;
  readonly profile: StackProfile;
  /** Requests that succeeded while the profile was taken; undefined when nobody counted. */
  readonly requests: number | undefined;
  /** Requests that failed in the same time. */
  readonly failed: number | undefined;
  /** Length of the load under the profile, the time in which `requests` were served; 0 when unknown. */
  readonly seconds: number;
  /** What it was measured on and with; absent when nobody looked. */
  readonly environment?: RoundEnvironment;
  /** How fast the machine was meanwhile; absent when nobody looked. */
  readonly disturbance?: Disturbance;
}
