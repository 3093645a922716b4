import { below, countAt, fieldError } from '../profiles/json-fields.ts';
import { checked, list, number, oneOf, orNull, type Reader, record, text } from './json-reader.ts';
import type { CommitBetween, MeasuredCommit, ResultBisection } from './result.ts';

/** A whole commit id: it stands in links. */
const commitId: Reader<string> = (value, at) => {
  if (typeof value === 'string' && /^(?:[\da-f]{40}|[\da-f]{64})$/u.test(value)) return value;
  throw fieldError(at, 'a whole commit id');
};

const COMMIT = { commit: commitId, subject: text };

const FIELDS = record<ResultBisection>({
  culprit: orNull(record<CommitBetween>(COMMIT)),
  part: orNull(number),
  suspects: list(record<CommitBetween>(COMMIT)),
  commits: countAt,
  parting: orNull(commitId),
  measurements: list(
    record<MeasuredCommit>({
      ...COMMIT,
      reading: oneOf('slow', 'fast', 'unclear', 'broken'),
      delta: orNull(number),
      low: orNull(number),
      high: orNull(number),
      reason: orNull(text),
    }),
  ),
  stopped: orNull(
    oneOf('nothing left to measure', 'enough measured', 'out of time', 'not searched'),
  ),
  reason: orNull(text),
});

/** What a search came to. One that contradicts itself is refused. */
export const BISECTION = checked(FIELDS, (bisection, at) => {
  const { culprit, suspects, stopped, measurements, commits, reason } = bisection;
  const [only, ...others] = suspects;
  if (culprit !== null && (culprit.commit !== only?.commit || others.length > 0)) {
    throw fieldError(below(at, 'suspects'), 'the culprit alone');
  }
  if ((culprit === null) !== (stopped !== null)) {
    throw fieldError(below(at, 'stopped'), 'null for a culprit, and only then');
  }
  if ((stopped === 'not searched') !== (reason !== null)) {
    throw fieldError(below(at, 'reason'), 'told where nothing was searched, and only there');
  }
  if (suspects.length > commits || measurements.length > commits) {
    throw fieldError(below(at, 'commits'), 'as many as are named, or more');
  }
});
