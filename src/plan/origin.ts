import { type Checkout, isShallow, localCommit, REMOTE, remoteUrl } from './checkout.ts';
import { askOrigin, type Depth, explainFetch, fetchFromOrigin } from './fetch.ts';
import { isBranchName, isFullId, isShortId } from './ref.ts';

/**
 * Fetches the commit that origin knows under a name or commit id.
 * @returns its id; undefined when origin has no such commit, or there is no origin.
 * @throws FlamegateError of kind `plan` when origin can't be asked.
 */
export async function commitFromOrigin(
  checkout: Checkout,
  name: string,
): Promise<string | undefined> {
  if ((await remoteUrl(checkout)) === undefined) return undefined;
  const wanted = isFullId(name) ? name : await refOnOrigin(checkout, name);
  if (wanted === undefined) return undefined;
  const depth: Depth = (await isShallow(checkout)) ? { kind: 'newest' } : { kind: 'all' };
  const outcome = await fetchFromOrigin(checkout, [wanted], depth);
  if (outcome.status === 0) return localCommit(checkout, 'FETCH_HEAD');
  if (NOT_THERE.test(outcome.stderr)) return undefined;
  throw explainFetch(checkout, outcome);
}

/** How servers say that they have no such commit, or show it to nobody. */
const NOT_THERE =
  /not our ref|unadvertised object|(?:could|did)n't find remote ref|no such remote ref/i;

/** The full name of a branch or tag on origin, or of one that a short commit id is the tip of. */
async function refOnOrigin(checkout: Checkout, name: string): Promise<string | undefined> {
  if (!isBranchName(name)) return undefined;
  const wanted = fullNames(name);
  // Only full names are given, but git takes each for the end of a name; a short id needs all tips.
  const patterns = isShortId(name) ? [] : wanted;
  const answer = await askOrigin(checkout, ['ls-remote', '--quiet', '--refs', REMOTE, ...patterns]);
  if (answer.status !== 0) throw explainFetch(checkout, answer);
  const refs = new Map<string, string>();
  for (const line of answer.stdout.split('\n')) {
    const [commit = '', ref = ''] = line.split('\t');
    refs.set(ref, commit);
  }
  const named = wanted.find((ref) => refs.has(ref));
  if (named !== undefined || !isShortId(name)) return named;
  const tips = new Set(
    [...refs.values()].filter((commit) => commit.startsWith(name.toLowerCase())),
  );
  return tips.size === 1 ? [...tips][0] : undefined;
}

/** In git's own order: a tag comes before a branch of the same name. */
function fullNames(name: string): string[] {
  if (name.startsWith('refs/')) return [name.replace(`refs/remotes/${REMOTE}/`, 'refs/heads/')];
  const branch = name.startsWith(`${REMOTE}/`)
    ? [`refs/heads/${name.slice(REMOTE.length + 1)}`]
    : [];
  return [`refs/tags/${name}`, `refs/heads/${name}`, ...branch];
}
