import type { RecordedPair } from './rounds.ts';
import type { Trial } from './trial.ts';

/** One run of a gate, drawn from the cycles of a corpus. */
export interface Gate {
  readonly trial: Trial;
  /** Every cycle once, in random order. A method takes pairs from the front, and none twice. */
  readonly pairs: readonly RecordedPair[];
  /** How many of them a method with a fixed number takes, and one that decides for itself at most expects. */
  readonly budget: number;
}

/** How a method names the program as a whole. */
export const WHOLE_PROGRAM = 'the whole program';

/** What a method said about a gate. */
export interface Call {
  readonly verdict: 'pass' | 'regression' | 'inconclusive';
  /** Functions that it failed, by name. */
  readonly alarms: readonly string[];
  /** Those of them that it blamed; all, for methods that make no difference. */
  readonly culprits: readonly string[];
  /** What else it told, in a few words, such as the kinds of changes. */
  readonly told: readonly string[];
  /** Pairs that it took. */
  readonly pairs: number;
}

/** Anything that can judge a gate. */
export interface Method {
  judge(gate: Gate): Call;
  /** The most pairs that it may take for a budget; where there are fewer cycles, it is left out. */
  cycles(budget: number): number;
}
