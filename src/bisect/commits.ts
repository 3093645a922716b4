import type { Checkout } from '../plan/checkout.ts';
import { deepen } from '../plan/deepen.ts';
import { git } from '../plan/git.ts';
import { mergeBase } from '../plan/merge-base.ts';

/** The commits that can have brought what head has and base has not. */
export interface CommitsBetween {
  /** Oldest first, head the last. */
  readonly commits: readonly string[];
  /**
   * Where the history of these leaves that of base, when base has commits of its own since; it is the first of
   * `commits` then, and stands for all that base has and they lack. Null where they follow upon base.
   */
  readonly parting: string | null;
}

/** How many more generations each attempt fetches where a shallow checkout ends too early. */
const DEEPENING = [100, 500, 2_000];

/**
 * The commits after `base` up to `head`. Of a merge only the first parent is followed: what was
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
): Promise<CommitsBetween> {
  const fork = await mergeBase(checkout, base, head);
  const line = await firstParents(checkout, base, head);
  const [only] = line;
  if (only === undefined || line.length > 1) return from(fork, base, line);
  const [, second, ...others] = await parentsOf(checkout, only);
  if (second === undefined || others.length > 0) return from(fork, base, line);
  const branched = await mergeBase(checkout, base, second);
  const merged = await firstParents(checkout, base, second);
  if (merged.length < 2) return from(fork, base, line);
  // The last one has what the merge has, unless both sides changed the same; the merge itself is what was measured.
  return from(branched, base, [...merged.slice(0, -1), only]);
}

function from(fork: string, base: string, line: readonly string[]): CommitsBetween {
  return fork === base
    ? { commits: line, parting: null }
    : { commits: [fork, ...line], parting: fork };
}

async function firstParents(checkout: Checkout, base: string, head: string): Promise<string[]> {
  const args = ['rev-list', '--first-parent', '--reverse', head, `^${base}`];
  const list = async () => (await git(args, checkout.options)).split('\n').filter(Boolean);
  let line = await list();
  for (const commits of DEEPENING) {
    const [oldest] = line;
    // Base can be known by another way while the line ends where a shallow checkout does.
    if (oldest === undefined || (await parentsOf(checkout, oldest)).length > 0) break;
    if (!(await deepen(checkout, commits))) break;
    line = await list();
  }
  return line;
}

async function parentsOf({ options }: Checkout, commit: string): Promise<string[]> {
  const line = await git(['rev-list', '--parents', '--max-count=1', commit], options);
  return line.trim().split(' ').slice(1);
}
