import type { Effect } from '../../fixtures/demo/changes.ts';

/** One recorded round: one process, one load interval, one profile. */
export interface CorpusRound {
  readonly variant: string;
  /** Number of the cycle; in each, every variant has one round, so rounds of one cycle ran within a minute or so. */
  readonly round: number;
  /** pprof, relative to the manifest. */
  readonly profile: string;
  readonly requests: number;
  readonly failed: number;
  readonly seconds: number;
}

/** The load that every round got, but those of variants with requests of their own. */
export interface CorpusLoad {
  readonly connections: number;
  readonly warmupSeconds: number;
  readonly seconds: number;
}

/** What the rounds of a corpus have in common; a recording that is continued must have the same. */
export interface CorpusSubject {
  readonly service: string;
  /** Sample type that is in the profiles, such as `cpu`. */
  readonly profileType: string;
  readonly unit: string;
  /** Samples per second. */
  readonly sampleRate: number;
  /** Folders that the service's files lie in, in the profiles: the same for all variants. */
  readonly roots: readonly string[];
  /** Version of Node that ran the service. */
  readonly node: string;
  readonly load: CorpusLoad;
}

/** `rounds.json` of a corpus. */
export interface CorpusManifest extends CorpusSubject {
  readonly schema: 1;
  readonly rounds: readonly CorpusRound[];
}

/** What one variant is, and what a gate that compares it with the unchanged service has to make of it. */
export interface CorpusCase {
  readonly variant: string;
  readonly description: string;
  readonly expected: Effect;
  /** Functions that may be named as what got slower. */
  readonly culprits: readonly string[];
  /** Functions that get slower only because they call a culprit. */
  readonly callers: readonly string[];
  /** `git diff --unified=0` from the unchanged service to the variant, relative to the manifest; absent when there is none. */
  readonly diff?: string;
  /** Requests that are sent in turn, as `METHOD /path`; each had the same part of the round's requests. */
  readonly requests: readonly string[];
}

/** `cases.json` of a corpus: the truth about every variant of `rounds.json`. */
export interface CorpusCases {
  readonly schema: 1;
  readonly cases: readonly CorpusCase[];
}
