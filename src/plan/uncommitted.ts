import type { Checkout } from './checkout.ts';
import { git } from './git.ts';

const SHOWN = 3;

/**
 * - `tracked`: changes of files that git knows.
 * - `all`: files that git was never told of, too; a workflow's steps leave such files about on purpose.
 */
export type Attention = 'tracked' | 'all';

/** A warning about changes in the work tree, which are in no commit; none when there are no such changes. */
export async function uncommittedChanges(
  { options }: Checkout,
  attention: Attention,
): Promise<string[]> {
  const untracked = attention === 'all' ? 'normal' : 'no';
  const status = await git(
    ['status', '--porcelain', '-z', '--no-renames', `--untracked-files=${untracked}`],
    options,
  );
  // Each entry is two letters of state, a blank, and the name.
  const files = status
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.slice(3));
  if (files.length === 0) return [];
  const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : '';
  const count = files.length === 1 ? '1 file has' : `${files.length} files have`;
  const names = files.slice(0, SHOWN).join(', ');
  return [`${count} uncommitted changes, which are not measured: ${names}${rest}.`];
}
