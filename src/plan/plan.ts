import type { ReleaseRules } from '../config/config.ts';
import type { Log } from '../log.ts';
import { type CheckoutOptions, localCommit, openCheckout } from './checkout.ts';
import { chooseEnds } from './choose.ts';
import { diffOf } from './diff.ts';
import type { Ends, PlannedCommit } from './ends.ts';
import { uncommittedChanges } from './uncommitted.ts';

/** What will be compared. */
export interface Plan extends Ends {
  /** Absolute path of the repository's work tree. */
  readonly repository: string;
  /** `git diff --unified=0` from base to head; undefined when it is too large, which a warning says. */
  readonly diff: string | undefined;
}

export interface PlanOptions extends CheckoutOptions {
  /** Refs that the user named, `release:newest` and `release:previous` among them; they win over the event. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  /** Which tags are releases. */
  readonly releases: ReleaseRules;
  readonly log: Log;
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
