import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Checkout, isShallow } from './checkout.ts';
import { explainFetch, fetchFromOrigin } from './fetch.ts';
import { gitLine } from './git.ts';

/**
 * Fetches so many more generations below the commits where a shallow checkout ends.
 * @returns false when there is nothing to fetch because the checkout is complete.
 */
export async function deepen(checkout: Checkout, commits: number): Promise<boolean> {
  if (!(await isShallow(checkout))) return false;
  const { cwd } = checkout.options;
  const file = await gitLine(['rev-parse', '--git-path', 'shallow'], checkout.options);
  const ends = (await readFile(path.resolve(cwd, file), 'utf8')).split('\n').filter(Boolean);
  // Asks for the ends themselves: all came from origin, while HEAD may be a commit that was only made here.
  const outcome = await fetchFromOrigin(checkout, ends, { kind: 'deepen', commits });
  if (outcome.status !== 0) throw explainFetch(checkout, outcome);
  return true;
}
