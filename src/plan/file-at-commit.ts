import type { GitOptions } from './git.ts';
import { runGit } from './git-process.ts';

/**
 * The text of the first of some files that a commit has; undefined when it has none of them.
 * @param paths relative to the repository
 */
export async function firstFileAt(
  options: GitOptions,
  commit: string,
  paths: readonly string[],
  maxBytes: number,
): Promise<{ readonly text: string } | 'too large' | undefined> {
  for (const path of paths) {
    const shown = await runGit(['cat-file', 'blob', `${commit}:${path}`], { ...options, maxBytes });
    if (shown.cut) return 'too large';
    if (shown.status === 0) return { text: shown.stdout };
  }
  return undefined;
}
