import type { Checkout } from './checkout.ts';
import { explainFailure } from './git-failure.ts';
import { runGit } from './git-process.ts';

/** A diff over this is generated or vendored code; following its lines is not worth the memory. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * `git diff` as a plumbing command, which no user configuration bends (diff.noprefix,
 * diff.interHunkContext, diff.external and others); in the form that `line-map.ts` reads.
 */
const DIFF_TREE = [
  'diff-tree',
  '-r',
  '-p',
  '--unified=0',
  '--find-renames',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
];

/** What changed between two commits, without context lines; undefined when it is over `maxBytes`. */
export async function diffOf(
  checkout: Checkout,
  base: string,
  head: string,
  maxBytes = MAX_BYTES,
): Promise<string | undefined> {
  const args = [...DIFF_TREE, base, head];
  const outcome = await runGit(args, { ...checkout.options, maxBytes });
  if (outcome.cut) return undefined;
  if (outcome.status !== 0) throw explainFailure(args, checkout.options.cwd, outcome);
  return outcome.stdout;
}
