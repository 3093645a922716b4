/**
 * What a metronome's thread says: first whether it could be pinned to its CPU (a boolean), then batches
 * of beats.
 */
export interface Batch {
  /** When each beat was, in milliseconds since the epoch. */
  readonly times: readonly number[];
  /** How long each took, in microseconds. */
  readonly micros: readonly number[];
}
