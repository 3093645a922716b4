import type { MergeGroupContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Checkout } from './checkout.ts';
import type { Ends } from './ends.ts';
import { resolveCommit } from './resolve.ts';

/**
 * The ends of a merge queue's group: what the queue built, and what it built upon. The event says both, so it does
 * not matter whether the queue merges, squashes or rebases.
 * @throws FlamegateError of kind `plan` when HEAD is something else, which must not be taken for the group
 */
export async function mergeGroupEnds(
  checkout: Checkout,
  { headSha, baseSha, baseRef }: MergeGroupContext,
): Promise<Ends> {
  const head = await resolveCommit(checkout, 'HEAD');
  if (head !== headSha) {
    throw new FlamegateError(
      'plan',
      `HEAD is ${head}, and not the merge group's commit ${headSha}`,
      {
        hint: 'Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`.',
      },
    );
  }
  return {
    base: {
      ref: baseRef.replace(/^refs\/heads\//, ''),
      commit: await resolveCommit(checkout, baseSha),
    },
    head: { ref: 'merge group', commit: head },
    warnings: [],
  };
}
