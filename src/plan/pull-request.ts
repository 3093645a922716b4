import type { GitHubContext, PullRequestContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Checkout } from './checkout.ts';
import type { Ends } from './ends.ts';
import { git } from './git.ts';
import { mergeBase } from './merge-base.ts';
import { resolveCommit } from './resolve.ts';

/**
 * The two ends of a pull request, so that nothing but its own change lies between them:
 * - HEAD is GitHub's merge of the pull request into the base branch (what actions/checkout does by
 *   itself): compared with its first parent, the base branch as it was merged into.
 * - HEAD is the pull request's own newest commit: compared with where it left the base branch.
 * @throws FlamegateError of kind `plan` when HEAD is something else, which must not be taken for the change.
 */
export async function pullRequestEnds(
  checkout: Checkout,
  github: GitHubContext,
  pullRequest: PullRequestContext,
): Promise<Ends> {
  const head = await resolveCommit(checkout, 'HEAD');
  const name = `refs/pull/${pullRequest.number}`;
  const target = await mergedInto(checkout, github, head);
  if (target !== undefined) {
    return {
      base: { ref: pullRequest.baseRef, commit: await resolveCommit(checkout, target) },
      head: { ref: `${name}/merge`, commit: head },
      warnings: [],
    };
  }
  if (head === pullRequest.headSha) {
    const target = await resolveCommit(checkout, pullRequest.baseSha);
    return {
      base: { ref: pullRequest.baseRef, commit: await mergeBase(checkout, target, head) },
      head: { ref: `${name}/head`, commit: head },
      warnings: [],
    };
  }
  throw new FlamegateError(
    'plan',
    `HEAD is ${head}, which is neither GitHub's merge commit of pull request ${pullRequest.number} nor its newest commit ${pullRequest.headSha}`,
    {
      hint: 'Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`.',
    },
  );
}

/** What GitHub merged the pull request into; undefined when `head` is not that merge. */
export async function mergedInto(
  checkout: Checkout,
  { eventName, sha }: GitHubContext,
  head: string,
): Promise<string | undefined> {
  // On pull_request_target, GITHUB_SHA is the base branch; its newest commit is often a merge too, of other work.
  if (head !== sha || eventName === 'pull_request_target') return undefined;
  const [target, second] = await parents(checkout, head);
  return second === undefined ? undefined : target;
}

/**
 * The parents that a commit itself names. A shallow checkout hides them from every other command,
 * since it does not have them.
 */
async function parents({ options }: Checkout, commit: string): Promise<string[]> {
  const text = await git(['cat-file', 'commit', commit], options);
  const header = text.slice(0, text.indexOf('\n\n'));
  return [...header.matchAll(/^parent (\w+)$/gm)].flatMap(([, parent]) => parent ?? []);
}
