import type { LoadConfig } from '../../config/config.ts';
import type { Log } from '../../log.ts';
import type { Side } from '../../profiles/profile.ts';

/** The load before the measured one warms caches and compilers up; its requests and profiles are not used. */
export type LoadPhase = 'warmup' | 'measure';

/** One run of the load against one process of the service. */
export interface LoadRun {
  readonly load: LoadConfig;
  readonly phase: LoadPhase;
  readonly side: Side;
  /** The service's port, for `{port}`. */
  readonly port: number;
  /** Folder that a load command runs in. The same for both sides, so that both get the same load. */
  readonly directory: string;
  /** Environment of a load command. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
  /** Ends the load at once; the call then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/** How long a run of the load takes, in seconds. */
export function loadSeconds({ load, phase }: LoadRun): number {
  return phase === 'warmup' ? load.warmupSeconds : load.durationSeconds;
}
