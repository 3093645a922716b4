import type { Log } from '../log.ts';
import type { Side } from '../profiles/profile.ts';
import { runCommand } from './run-command.ts';

/** One side's build. */
export interface Build {
  readonly side: Side;
  readonly command: string;
  /** The service's folder in that side's worktree. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Builds one side.
 * @throws FlamegateError of kind `measurement` with the last lines of the build's output, or the signal's reason.
 */
export async function buildSide(build: Build): Promise<void> {
  await runCommand({
    ...build,
    source: `build ${build.side}`,
    hint: `Run the build command in a clean checkout of ${build.side} to see it fail.`,
  });
}
