import { groupFindings } from '../../report/groups.ts';
import type { Finding, Result } from '../../report/result.ts';
import { culpritsOf } from '../annotations.ts';
import { compareRuns, type Stamp } from '../stamp.ts';
import { findingId } from './identity.ts';
import type { IssueState } from './issue-body.ts';

/** An issue of ours in one comparison's scope. */
export interface OwnIssue {
  readonly number: number;
  readonly state: 'open' | 'closed';
  /** Why somebody closed it, in GitHub's words. */
  readonly stateReason: string | null;
  readonly said: IssueState;
}

/** What is done with one issue. */
export type IssueAction =
  | { readonly do: 'open'; readonly finding: Finding }
  | { readonly do: 'update' | 'reopen'; readonly number: number; readonly finding: Finding }
  | { readonly do: 'close'; readonly number: number; readonly as: 'gone' | 'duplicate' };

/**
 * What has to happen so that every finding has one open issue, and none is open that is gone. What a later run has
 * said stands. Decided again after it was done, nothing is left to do.
 */
export function decideIssues(
  result: Result,
  issues: readonly OwnIssue[],
  stamp: Stamp,
): readonly IssueAction[] {
  const present = new Map(culpritsOf(result).map((finding) => [findingId(finding), finding]));
  const wanted = [...present].flatMap(([id, finding]) =>
    forFinding(
      finding,
      issues.filter((issue) => issue.said.id === id),
      result,
      stamp,
    ),
  );
  const stale = issues.filter(
    (issue) =>
      issue.state === 'open' &&
      !present.has(issue.said.id) &&
      isLater(stamp, issue) &&
      isGone(issue, result),
  );
  return [...wanted, ...stale.map(({ number }) => ({ do: 'close', number, as: 'gone' }) as const)];
}

/** The oldest open issue stays; runs at the same time come to the same end. */
function forFinding(
  finding: Finding,
  issues: readonly OwnIssue[],
  result: Result,
  stamp: Stamp,
): readonly IssueAction[] {
  const [first, ...others] = issues
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.number - b.number);
  if (first !== undefined) {
    const update = isLater(stamp, first)
      ? [{ do: 'update', number: first.number, finding } as const]
      : [];
    return [
      ...update,
      ...others.map(({ number }) => ({ do: 'close', number, as: 'duplicate' }) as const),
    ];
  }
  const [closed] = issues
    .filter(({ said }) => said.mark !== 'duplicate')
    .sort((a, b) => b.number - a.number);
  if (closed === undefined) return [{ do: 'open', finding }];
  return afterClosing(closed, finding, result, stamp);
}

/** A person's word counts: an issue that somebody closed for good stays closed for as long as it is about the same. */
function afterClosing(
  closed: OwnIssue,
  finding: Finding,
  result: Result,
  stamp: Stamp,
): readonly IssueAction[] {
  if (!isLater(stamp, closed)) return [];
  const reopen = [{ do: 'reopen', number: closed.number, finding } as const];
  if (closed.said.mark === 'gone') return reopen;
  if (closed.said.base !== (result.base.commit ?? '')) return [{ do: 'open', finding }];
  const isFixed = closed.stateReason === 'completed' || closed.stateReason === null;
  return isFixed && closed.said.stamp.commit !== stamp.commit ? reopen : [];
}

/**
 * Whether a comparison shows that a finding is no longer there. Against another base (the next release, say) it
 * shows nothing by itself: a function that was slow on both sides does not differ. Then only a fall counts.
 */
function isGone({ said }: OwnIssue, result: Result): boolean {
  const isConclusive = result.verdict === 'pass' || result.verdict === 'regression';
  // What we closed and somebody opened again is theirs.
  if (said.mark !== 'present') return false;
  if (!isConclusive) return false;
  if (result.undecided.some((open) => findingId(open) === said.id)) return false;
  const { improvements } = groupFindings(result.findings);
  return (
    said.base === (result.base.commit ?? '') || improvements.some((of) => findingId(of) === said.id)
  );
}

function isLater(stamp: Stamp, { said }: OwnIssue): boolean {
  return compareRuns(stamp.run, said.stamp.run) > 0;
}
