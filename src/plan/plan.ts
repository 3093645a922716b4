import type { GitHubContext } from '../config/github-context.ts';
import type { Log } from '../log.ts';
import { type Checkout, localCommit } from './checkout.ts';
import { chooseEnds } from './choose.ts';
import { diffOf } from './diff.ts';
import type { Ends, PlannedCommit } from './ends.ts';
import { gitLine } from './git.ts';
import type { Environment } from './git-environment.ts';
import { uncommittedChanges } from './uncommitted.ts';

/** What will be compared. */
export interface Plan extends Ends {
  /** Absolute path of the repository's work tree. */
  readonly repository: string;
  /** `git diff --unified=0` from base to head; undefined when it is too large, which a warning says. */
  readonly diff: string | undefined;
}

export interface PlanOptions {
  /** Any folder of the checkout. */
  readonly cwd: string;
  /** Refs that the user named; they win over the event. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  /** Set when we run on GitHub. */
  readonly github?: GitHubContext | undefined;
  /** May read the repository; used when the checkout's own credentials don't serve. */
  readonly token?: string | undefined;
  /** The environment of our own process, for git. */
  readonly environment: Environment;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Determines the two commits and brings them into the local repository.
 * @throws FlamegateError of kind `usage` or `plan` that says what is missing and how to give it.
 */
export async function planComparison(options: PlanOptions): Promise<Plan> {
  const checkout = await openCheckout(options);
  const ends = await chooseEnds(checkout, options);
  const { base, head } = ends;
  options.log.info(`Comparing ${inWords(base)} with ${inWords(head)}.`);
  const diff = await diffOf(checkout, base.commit, head.commit);
  const warnings = [...ends.warnings];
  if (base.commit === head.commit) warnings.push(SAME_COMMIT);
  if (diff === undefined) warnings.push(NO_DIFF);
  if (head.commit === (await localCommit(checkout, 'HEAD'))) {
    const attention = options.github === undefined ? 'all' : 'tracked';
    warnings.push(...(await uncommittedChanges(checkout, attention)));
  }
  return { repository: checkout.options.cwd, ...ends, diff, warnings };
}

function inWords({ ref, commit }: PlannedCommit): string {
  return ref === commit ? commit : `${ref} (${commit})`;
}

/** Said of a comparison with itself. */
export const SAME_COMMIT =
  'Base and head are the same commit; whatever differs between them is noise of the measurement.';
const NO_DIFF =
  'The commits differ by more than 20 MB, so their lines are not followed: functions without a name count as new.';

/** All git commands run at the top of the work tree, because paths in a diff start there. */
async function openCheckout(options: PlanOptions): Promise<Checkout> {
  const { cwd, environment: env, signal, token, github } = options;
  const top = await gitLine(['rev-parse', '--show-toplevel'], { cwd, env, signal });
  return {
    options: { cwd: top, env, signal },
    token:
      token === undefined || github === undefined
        ? undefined
        : { serverUrl: github.serverUrl, token },
  };
}
