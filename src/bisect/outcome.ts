import type { CommitBetween, ResultBisection } from '../report/result.ts';
import type { Bisection } from './search.ts';

/**
 * A search as results have it.
 * @param commits how many were between base and head
 * @param subjects of the commits; untrusted
 */
export function toResult(
  { culprit, suspects, measurements, stopped, part }: Bisection,
  commits: number,
  parting: string | null,
  subjects: ReadonlyMap<string, string>,
): ResultBisection {
  const named = (commit: string): CommitBetween => ({
    commit,
    subject: subjects.get(commit) ?? '',
  });
  return {
    culprit: culprit === null ? null : named(culprit),
    part,
    suspects: suspects.map(named),
    commits,
    parting,
    measurements: measurements.map((measured) => ({ ...measured, ...named(measured.commit) })),
    stopped,
    reason: null,
  };
}

/** What is told where nothing was searched. */
export function notSearched(reason: string): ResultBisection {
  return {
    culprit: null,
    part: null,
    suspects: [],
    commits: 0,
    parting: null,
    measurements: [],
    stopped: 'not searched',
    reason,
  };
}
