import type { Checkout } from '../plan/checkout.ts';
import { git } from '../plan/git.ts';
import { mergeBase } from '../plan/merge-base.ts';

/**
 * The commits after `base` up to `head`, oldest first. Of a merge only the first parent is followed: what was
 * merged counts as one commit, as the branch that it went to saw it. When that leaves nothing but one merge, as
 * GitHub makes of a pull request, what it merged is taken apart.
 *
 * A shallow checkout is deepened as far as needed.
 * @throws FlamegateError of kind `plan` when the two have no commit in common
 */
export async function commitsBetween(
  checkout: Checkout,
  base: string,
  head: string,
): Promise<string[]> {
  await mergeBase(checkout, base, head);
  const line = await firstParents(checkout, base, head);
  const [only] = line;
  if (only === undefined || line.length > 1) return line;
  const [, second, ...others] = await parentsOf(checkout, only);
  if (second === undefined || others.length > 0) return line;
  const merged = await firstParents(checkout, base, second);
  // The last one has what the merge has, unless both sides changed the same; the merge itself is what was measured.
  return [...merged.slice(0, -1), only];
}

async function firstParents({ options }: Checkout, base: string, head: string): Promise<string[]> {
  const list = await git(['rev-list', '--first-parent', '--reverse', head, `^${base}`], options);
  return list.split('\n').filter(Boolean);
}

async function parentsOf({ options }: Checkout, commit: string): Promise<string[]> {
  const line = await git(['rev-list', '--parents', '--max-count=1', commit], options);
  return line.trim().split(' ').slice(1);
}
