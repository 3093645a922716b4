import { FlamegateError } from '../errors.ts';
import { type Checkout, REMOTE, remoteUrl } from './checkout.ts';
import { deepen } from './deepen.ts';
import { askOrigin } from './fetch.ts';
import { runGit } from './git-process.ts';

/** How many more generations each attempt fetches. Most branches are short, and each attempt costs a round trip. */
const DEEPENING = [20, 100, 500, 2_000];

/**
 * The newest commit that both have in their past; fetches history into a shallow checkout until it shows.
 * @throws FlamegateError of kind `plan` when there is none, or none within 2620 generations.
 */
export async function mergeBase(checkout: Checkout, one: string, other: string): Promise<string> {
  let depth = 0;
  for (const commits of [...DEEPENING, 0]) {
    const answer = await runGit(['merge-base', one, other], checkout.options);
    if (answer.status === 0) return answer.stdout.trim();
    if (commits === 0) break;
    if (!(await deepen(checkout, commits))) {
      throw new FlamegateError('plan', `${one} and ${other} have no commit in common`, {
        hint: 'Name the base yourself with the option `base`.',
      });
    }
    depth += commits;
  }
  throw new FlamegateError(
    'plan',
    `${one} and ${other} have no commit in common among the newest ${depth} generations`,
    {
      hint: 'Give the checkout step `fetch-depth: 0`, or name the base yourself with the option `base`.',
    },
  );
}

/** The default branch of origin, as `origin/main`; undefined when neither the checkout nor origin says. */
export async function defaultBranch(checkout: Checkout): Promise<string | undefined> {
  const known = await runGit(
    ['symbolic-ref', '--quiet', '--short', `refs/remotes/${REMOTE}/HEAD`],
    checkout.options,
  );
  if (known.status === 0) return known.stdout.trim();
  if ((await remoteUrl(checkout)) === undefined) return undefined;
  const answer = await askOrigin(checkout, ['ls-remote', '--quiet', '--symref', REMOTE, 'HEAD']);
  const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout)?.[1];
  return branch === undefined ? undefined : `${REMOTE}/${branch}`;
}
