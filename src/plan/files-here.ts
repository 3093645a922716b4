import { type CheckoutOptions, checkoutAround, localCommit } from './checkout.ts';
import { type CommittedFiles, filesAt } from './file-at-commit.ts';
import { trustedCommit } from './trusted-commit.ts';

/**
 * Committed files of the checkout around us. On GitHub they are of a commit that the change under test has no say in;
 * elsewhere of the base if the checkout has it, or else of HEAD.
 * @param base a commit id; undefined when nobody knows it
 * @returns undefined outside of a checkout, and in one that has no such commit
 */
export async function filesHere(
  base: string | undefined,
  options: CheckoutOptions,
): Promise<CommittedFiles | undefined> {
  const checkout = await checkoutAround(options);
  if (checkout === undefined) return undefined;
  const { github } = options;
  const commit =
    github === undefined
      ? ((base === undefined ? undefined : await localCommit(checkout, base)) ??
        (await localCommit(checkout, 'HEAD')))
      : await trustedCommit(checkout, github);
  return commit === undefined ? undefined : filesAt(checkout.options, commit);
}
