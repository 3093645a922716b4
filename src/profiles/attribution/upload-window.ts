import type { Interval } from '../../measure/measurement.ts';
import type { UploadFacts } from '../../receiver/upload.ts';
import type { PprofColumns } from '../decode/pprof-columns.ts';

/**
 * A time in whole seconds (Node's `until`) may be rounded either way; so much may lie between it and
 * the end of the window.
 */
const COARSE_MS = 1000;

/** What is uploaded in whole milliseconds may seem to end after it arrived. */
const ROUNDING_MS = 2;

type Times = Pick<PprofColumns, 'timeNanos' | 'durationNanos'>;

/**
 * The time that an upload's profile covers, in milliseconds since the epoch; from −∞ (whenever the
 * process started) when nothing tells its length.
 *
 * The length is pprof's duration, else the window that the sender claims. The end is the claimed one if
 * that is finer than seconds (Go). Else it is whichever of the profile's own time (Node: its end) and
 * that plus the duration (Go, Java: its start) lies closest to the claimed end, or to the arrival. In
 * Rust's, Python's and Ruby's uploads neither does, since their times are those of a 10 s grid: these
 * end when they arrive.
 */
export function uploadWindow(upload: UploadFacts, { timeNanos, durationNanos }: Times): Interval {
  const until = endOf(upload, timeNanos / 1e6, durationNanos / 1e6);
  const length = durationNanos > 0 ? durationNanos / 1e6 : claimedLength(upload);
  return { from: until - length, until };
}

function endOf(
  { until: claimed, receivedAt }: UploadFacts,
  time: number,
  duration: number,
): number {
  const latest = receivedAt + ROUNDING_MS;
  if (claimed !== undefined && claimed % 1000 !== 0 && claimed <= latest) return claimed;
  const expected = claimed !== undefined && claimed <= latest ? claimed : receivedAt;
  const distance = (end: number) => Math.abs(end - expected);
  const [end] = [time, time + duration]
    .filter((candidate) => candidate <= latest && distance(candidate) <= COARSE_MS)
    .toSorted((a, b) => distance(a) - distance(b));
  return end ?? Math.min(receivedAt, expected + COARSE_MS);
}

function claimedLength({ from, until }: UploadFacts): number {
  return from !== undefined && until !== undefined && until > from
    ? until - from
    : Number.POSITIVE_INFINITY;
}
