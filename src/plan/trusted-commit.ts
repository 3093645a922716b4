import type { GitHubContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Checkout } from './checkout.ts';
import { mergedInto } from './pull-request.ts';
import { resolveCommit } from './resolve.ts';

/**
 * The commit on GitHub whose files the change under test has no say in. For a pull request or a merge queue it is the
 * base's; for every other event the one that started the workflow, which takes write access.
 * @returns undefined when the checkout has no such commit, and origin neither
 */
export async function trustedCommit(
  checkout: Checkout,
  github: GitHubContext,
): Promise<string | undefined> {
  const head = await resolveCommit(checkout, 'HEAD');
  try {
    return await resolveCommit(checkout, await trustedName(checkout, github, head));
  } catch (error) {
    if (error instanceof FlamegateError && error.kind === 'plan') return undefined;
    throw error;
  }
}

/**
 * Not where a pull request left its branch: its author chooses that, and with it the configuration that there once
 * was.
 */
async function trustedName(
  checkout: Checkout,
  github: GitHubContext,
  head: string,
): Promise<string> {
  if (github.mergeGroup !== undefined) return github.mergeGroup.baseSha;
  if (github.pullRequest === undefined) return github.sha;
  return (await mergedInto(checkout, github, head)) ?? github.pullRequest.baseSha;
}
