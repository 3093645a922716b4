import type { GitHubContext } from './config/github-context.ts';
import type { Environment } from './config/inputs.ts';
import type { Log } from './log.ts';

/** Absolute paths of the bundled files that are not loaded by Flamegate's own main thread. */
export interface ShippedFiles {
  /** The Node profiler, which services load. */
  readonly preload: string;
  /** A known slowdown, which services load. */
  readonly canary: string;
  /** A thread that tells how fast a CPU is. */
  readonly metronome: string;
}

/** What a job finds around it; the entries make it, nothing else reads the process. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Environment;
  /** Undefined outside of GitHub Actions. */
  readonly github: GitHubContext | undefined;
  /** Folder for temporary files; ours are removed again. */
  readonly tempDirectory: string;
  readonly shipped: ShippedFiles;
  /** Flamegate's own version. */
  readonly version: string;
  readonly log: Log;
  /** Aborted by signals and by the overall time-out; its reason is a FlamegateError. */
  readonly signal: AbortSignal;
}
