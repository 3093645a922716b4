import type { GitHubContext } from './config/github-context.ts';
import type { Environment } from './config/inputs.ts';
import type { Log } from './log.ts';

/** What a job finds around it; the entries make it, nothing else reads the process. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Environment;
  /** Undefined outside of GitHub Actions. */
  readonly github: GitHubContext | undefined;
  /** Folder for temporary files; ours are removed again. */
  readonly tempDirectory: string;
  /** Absolute path of the bundled Node profiler. */
  readonly preloadPath: string;
  /** Flamegate's own version. */
  readonly version: string;
  readonly log: Log;
  /** Aborted by signals and by the overall time-out; its reason is a FlamegateError. */
  readonly signal: AbortSignal;
}
