import { FlamegateError } from '../errors.ts';
import type { Environment } from './git-environment.ts';
import { explainFailure } from './git-failure.ts';
import { runGit } from './git-process.ts';

export interface GitOptions {
  /** Folder that the command runs in. */
  readonly cwd: string;
  /** The environment of our own process; git gets it without what would lead it astray. */
  readonly env: Environment;
  /** Ends git and everything it started; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Text for standard input; without it, standard input is empty. */
  readonly input?: string | undefined;
  /** Most bytes of standard output that are read, 64 MiB by default; a command that prints more is ended. */
  readonly maxBytes?: number | undefined;
}

/**
 * Runs git without a shell and returns its standard output, untrimmed.
 * @throws FlamegateError of kind `plan` when git is missing, fails, or prints more than `maxBytes`.
 */
export async function git(args: readonly string[], options: GitOptions): Promise<string> {
  const outcome = await runGit(args, options);
  if (outcome.status !== 0) throw explainFailure(args, options.cwd, outcome);
  return outcome.stdout;
}

/** A line of output without its line end, as commands print one value. */
export async function gitLine(args: readonly string[], options: GitOptions): Promise<string> {
  const output = await git(args, options);
  const line = output.endsWith('\n') ? output.slice(0, -1) : output;
  if (line === '') {
    throw new FlamegateError('plan', `git ${args[0] ?? ''} printed nothing where one line was due`);
  }
  return line;
}
