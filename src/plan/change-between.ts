import { FlamegateError } from '../errors.ts';
import { localCommit } from './checkout.ts';
import { diffOf } from './diff.ts';
import { type GitOptions, gitLine } from './git.ts';
import { type TouchedLines, touchedByDiff } from './touched-lines.ts';

/**
 * The lines that differ between two commits of the checkout that `options.cwd` lies in; undefined when it has not
 * both of them, or is none, or when they differ by too much to be read.
 */
export async function changeBetween(
  options: GitOptions,
  base: string,
  head: string,
): Promise<TouchedLines | undefined> {
  try {
    const cwd = await gitLine(['rev-parse', '--show-toplevel'], options);
    const checkout = { options: { ...options, cwd }, token: undefined };
    const commits = await Promise.all([localCommit(checkout, base), localCommit(checkout, head)]);
    if (commits.includes(undefined)) return undefined;
    const diff = await diffOf(checkout, base, head);
    return diff === undefined ? undefined : touchedByDiff(diff);
  } catch (error) {
    if (error instanceof FlamegateError && error.kind === 'plan') return undefined;
    throw error;
  }
}
