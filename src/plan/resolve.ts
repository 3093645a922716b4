import { FlamegateError } from '../errors.ts';
import { type Checkout, isShallow, localCommit, REMOTE, remoteUrl } from './checkout.ts';
import { deepen } from './deepen.ts';
import { git } from './git.ts';
import { commitFromOrigin } from './origin.ts';
import { isShortId, parseRef } from './ref.ts';

/**
 * The commit that a ref stands for: a full or short id, a branch, a tag, `origin/x`, `HEAD~2`. Looks
 * here, then among origin's branches as they are known here, then asks origin and fetches what is missing.
 * @returns the full commit id.
 * @throws FlamegateError of kind `usage` for what can't be a ref, of kind `plan` when there is no such commit.
 */
export async function resolveCommit(checkout: Checkout, ref: string): Promise<string> {
  const { name, steps, generations } = parseRef(ref);
  const known = await knownCommit(checkout, ref);
  if (known !== undefined) return known;
  if (isShortId(name)) await refuseAmbiguous(checkout, name);

  const start = (await knownCommit(checkout, name)) ?? (await commitFromOrigin(checkout, name));
  if (start === undefined) throw await noSuchCommit(checkout, name);
  if (generations > 0) await deepen(checkout, generations);
  const commit = await localCommit(checkout, `${start}${steps}`);
  if (commit === undefined) throw await noSuchCommit(checkout, ref);
  return commit;
}

async function knownCommit(checkout: Checkout, name: string): Promise<string | undefined> {
  const local = await localCommit(checkout, name);
  return local ?? localCommit(checkout, `refs/remotes/${REMOTE}/${name}`);
}

/** Names the candidates, because git only says no. */
async function refuseAmbiguous({ options }: Checkout, id: string): Promise<void> {
  const objects = await git(['rev-parse', `--disambiguate=${id}`], options);
  const types = await git(['cat-file', '--batch-check=%(objecttype) %(objectname)'], {
    ...options,
    input: objects,
  });
  const commits = types.split('\n').flatMap((line) => /^commit (\w+)$/.exec(line)?.[1] ?? []);
  if (commits.length < 2) return;
  throw new FlamegateError('plan', `"${id}" is the beginning of ${commits.length} commit ids`, {
    hint: `Give more of it: ${commits.slice(0, 5).join(', ')}${commits.length > 5 ? ', …' : ''}.`,
  });
}

async function noSuchCommit(checkout: Checkout, ref: string): Promise<FlamegateError> {
  const asked = (await remoteUrl(checkout)) !== undefined;
  const where = asked
    ? `here or on ${REMOTE}`
    : `here, and there is no remote called ${REMOTE} to ask`;
  const shallow = await isShallow(checkout);
  return new FlamegateError('plan', `no commit called "${ref}" ${where}`, {
    hint: shallow
      ? 'Check the spelling, or give the checkout step `fetch-depth: 0` so that all commits are here.'
      : 'Check the spelling; a commit that was never pushed has to be in this checkout.',
  });
}
