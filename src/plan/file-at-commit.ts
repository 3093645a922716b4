import type { GitOptions } from './git.ts';
import { runGit } from './git-process.ts';

/** A file of a commit; undefined when there is none. */
export type CommittedFile = { readonly text: string } | 'too large' | undefined;

/**
 * Reads the first of some files that one commit has.
 * @param paths relative to the repository
 */
export type CommittedFiles = (paths: readonly string[], maxBytes: number) => Promise<CommittedFile>;

/** The files of a commit that the repository has. */
export function filesAt(options: GitOptions, commit: string): CommittedFiles {
  return async (paths, maxBytes) => {
    for (const path of paths) {
      const args = ['cat-file', 'blob', `${commit}:${path}`];
      const shown = await runGit(args, { ...options, maxBytes });
      if (shown.cut) return 'too large';
      if (shown.status === 0) return { text: shown.stdout };
    }
    return undefined;
  };
}
