import type { ReleaseRules } from '../config/config.ts';
import type { GitHubContext } from '../config/github-context.ts';
import { FlamegateError } from '../errors.ts';
import type { Checkout } from './checkout.ts';
import type { Ends, PlannedCommit } from './ends.ts';
import { runGit } from './git-process.ts';
import { defaultBranch, mergeBase } from './merge-base.ts';
import { mergeGroupEnds } from './merge-group.ts';
import { pullRequestEnds } from './pull-request.ts';
import { type NamedRefs, NEWEST, nameReleases, PREVIOUS } from './release/named.ts';
import { resolveCommit } from './resolve.ts';

/** What is known about which commits to compare. */
export interface Wanted extends NamedRefs {
  /** Which tags are releases. */
  readonly releases: ReleaseRules;
  readonly github?: GitHubContext | undefined;
}

/** Refs that the user names win over the event; without either, the work since the default branch is compared. */
export async function chooseEnds(checkout: Checkout, wanted: Wanted): Promise<Ends> {
  const { github } = wanted;
  const isNamed = wanted.base !== undefined || wanted.head !== undefined;
  if (!isNamed && github?.pullRequest !== undefined) {
    return pullRequestEnds(checkout, github, github.pullRequest);
  }
  if (!isNamed && github?.mergeGroup !== undefined) {
    return mergeGroupEnds(checkout, github.mergeGroup);
  }
  const { base, head } = await nameReleases(
    checkout,
    isNamed ? wanted : refsOfEvent(github),
    wanted.releases,
  );
  const newer = {
    ref: head ?? (await currentBranch(checkout)),
    commit: await resolveCommit(checkout, head ?? 'HEAD'),
  };
  const older =
    base === undefined
      ? await whereItLeft(checkout, newer, github)
      : { ref: base, commit: await resolveCommit(checkout, base) };
  return { base: older, head: newer, warnings: [] };
}

/**
 * What an event compares that nobody named refs for: on a schedule the newest release with the one before; of a tag
 * that was pushed the same; of a branch what was pushed.
 */
function refsOfEvent(github: GitHubContext | undefined): NamedRefs {
  if (github?.eventName === 'schedule') return { base: PREVIOUS, head: NEWEST };
  if (github?.push === undefined) return {};
  const tag = /^refs\/tags\/(.+)$/.exec(github.ref)?.[1];
  return tag === undefined ? { base: github.push.before } : { base: PREVIOUS, head: tag };
}

/** The commit where the work on `head` left the branch that it is meant for. */
async function whereItLeft(
  checkout: Checkout,
  head: PlannedCommit,
  github: GitHubContext | undefined,
): Promise<PlannedCommit> {
  const target = github?.pullRequest?.baseSha ?? (await defaultBranch(checkout));
  if (target === undefined) {
    throw new FlamegateError('usage', 'nothing says which commit to compare with', {
      hint: NAME_IT,
    });
  }
  const commit = await mergeBase(checkout, await resolveCommit(checkout, target), head.commit);
  if (commit === head.commit) {
    throw new FlamegateError(
      'usage',
      `${head.ref} (${commit.slice(0, 12)}) has nothing that ${target} does not have, so there is nothing to compare`,
      { hint: NAME_IT },
    );
  }
  return { ref: github?.pullRequest?.baseRef ?? target, commit };
}

const NAME_IT =
  'Name the base with the option `base`: a branch, a tag, a commit, or `HEAD~1` for the commit before.';

/** The name of the branch that is checked out, or `HEAD` when there is none. */
async function currentBranch({ options }: Checkout): Promise<string> {
  const answer = await runGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], options);
  return answer.status === 0 ? answer.stdout.trim() : 'HEAD';
}
