/** Process exit codes, one per outcome; scripts may rely on them. */
export const EXIT = {
  pass: 0,
  regression: 1,
  usage: 2,
  measurement: 3,
  inconclusive: 4,
  /** 128 + SIGINT, as a shell reports it. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143,
  /** 128 + SIGHUP. */
  hungUp: 129,
} as const;

/**
 * Why Flamegate stopped.
 * - `usage`: the configuration or command line is wrong; nothing was measured.
 * - `plan`: the two commits could not be determined or checked out.
 * - `measurement`: the service, the load or the profiles were broken; reported as verdict `invalid`.
 * - `interrupted`: a signal or the overall time-out ended the run.
 * - `internal`: a bug in Flamegate.
 */
export type FailureKind = 'usage' | 'plan' | 'measurement' | 'interrupted' | 'internal';

export interface FailureDetails {
  /** What the reader can do about it, one sentence. */
  readonly hint?: string;
  /** Last lines of output of the program that failed; untrusted text. */
  readonly output?: readonly string[];
  /** Overrides the exit code that follows from the kind. */
  readonly exitCode?: number;
  readonly cause?: unknown;
}

/**
 * The one error class. The message states the fact (what, where), the hint says what to do.
 * Neither may contain a secret; both may contain untrusted text and are escaped where shown.
 */
export class FlamegateError extends Error {
  readonly kind: FailureKind;
  readonly hint: string | undefined;
  readonly output: readonly string[];
  readonly exitCode: number;

  constructor(kind: FailureKind, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'FlamegateError';
    this.kind = kind;
    this.hint = details.hint;
    this.output = details.output ?? [];
    this.exitCode = details.exitCode ?? exitCodeOf(kind);
  }
}

function exitCodeOf(kind: FailureKind): number {
  return kind === 'usage' || kind === 'plan' ? EXIT.usage : EXIT.measurement;
}

/** Whether the measurement is broken: that is a result, other errors are none. */
export function isBroken(error: unknown): error is FlamegateError {
  return error instanceof FlamegateError && error.kind === 'measurement';
}
