import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FlamegateError } from '../errors.ts';
import { git } from '../plan/git.ts';
import type { Environment } from '../plan/git-environment.ts';
import { removeTree } from './remove-tree.ts';

export interface WorktreeOptions {
  /** The environment of our own process, for git. */
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/** A commit checked out into a folder of its own, with the repository's objects. */
export interface Worktree {
  /** Absolute, without symbolic links, as profilers will see it. */
  readonly directory: string;
  /**
   * Removes the folder and git's note of it, also when either is damaged or locked.
   * @throws FlamegateError of kind `plan` when the folder can't be deleted.
   */
  remove(): Promise<void>;
}

/** Removing has to work after an interruption, so it has a time limit of its own and not the run's signal. */
const REMOVE_TIMEOUT_MS = 60_000;

/**
 * Checks `commit` out into the new folder `directory`, with its submodules. Nothing is left when it fails.
 * @throws FlamegateError of kind `plan` when git can't.
 */
export async function addWorktree(
  repository: string,
  commit: string,
  directory: string,
  { env, signal }: WorktreeOptions,
): Promise<Worktree> {
  signal.throwIfAborted();
  await mkdir(dirname(directory), { recursive: true });
  const target = join(await realpath(dirname(directory)), basename(directory));
  if (existsSync(target)) {
    throw new FlamegateError('plan', `the folder ${target} for a worktree already exists`);
  }
  const remove = (): Promise<void> => removeWorktree(repository, target, env);
  try {
    await git(['worktree', 'add', '--detach', '--force', target, commit], {
      cwd: repository,
      env,
      signal,
    });
    await addSubmodules(target, commit, { env, signal });
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory: target, remove };
}

async function addSubmodules(
  directory: string,
  commit: string,
  { env, signal }: WorktreeOptions,
): Promise<void> {
  if (!existsSync(join(directory, '.gitmodules'))) return;
  try {
    await git(['submodule', 'update', '--init', '--recursive'], { cwd: directory, env, signal });
  } catch (error) {
    if (!(error instanceof FlamegateError) || error.kind !== 'plan') throw error;
    throw new FlamegateError('plan', `the submodules of ${commit} could not be checked out`, {
      hint: 'git needs access to the repositories in .gitmodules; for private ones give it credentials in the global configuration.',
      output: error.output,
      exitCode: error.exitCode,
      cause: error,
    });
  }
}

async function removeWorktree(
  repository: string,
  directory: string,
  env: Environment,
): Promise<void> {
  await forget(repository, directory, env);
  if (!existsSync(directory)) return;
  // Git refuses a folder that is no whole worktree any more, but forgets one that is not there.
  try {
    await removeTree(directory);
  } catch (cause) {
    throw new FlamegateError('plan', `the worktree ${directory} could not be removed`, {
      hint: 'Delete the folder and run `git worktree prune`.',
      cause,
    });
  }
  await forget(repository, directory, env);
}

/** Makes git forget the worktree and delete its folder; that git can't is no reason to stop. */
async function forget(repository: string, directory: string, env: Environment): Promise<void> {
  try {
    // Twice --force: also when it has changes, submodules, or a lock.
    await git(['worktree', 'remove', '--force', '--force', directory], {
      cwd: repository,
      env,
      signal: AbortSignal.timeout(REMOVE_TIMEOUT_MS),
    });
  } catch {
    // The folder is deleted all the same, and `git gc` prunes the note of a worktree without a folder.
  }
}
