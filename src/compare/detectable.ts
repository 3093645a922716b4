import { studentQuantile } from './infer/student.ts';
import { type Judged, PROGRAM } from './judge.ts';

/** Chance of catching a change of the minimum detectable size. */
const POWER = 0.8;

/** Functions wider than this have thresholds of their own size; the gate's figure leaves them out. */
const NARROW_SHARE = 0.1;

/**
 * The smallest rise that would have been caught with 80 % probability: far enough above zero to be
 * significant among all accounts tested, and far enough above its threshold to be seen there.
 *
 * @param tested number of accounts that share the error rate
 */
export function minimumDetectable(judged: Judged, tested: number, alpha: number): number {
  const { standardError, df } = judged.estimate;
  const power = studentQuantile(1 - POWER, df) * standardError;
  const significant = studentQuantile(alpha / tested, df) * standardError;
  return Math.max(judged.threshold, significant) + power;
}

/** The gate's: the largest of all narrow functions'; null when none was tested. */
export function gateDetectable(judged: readonly Judged[], alpha: number): number | null {
  const narrow = judged.filter(
    ({ row, estimate }) => row !== PROGRAM && estimate.baseShare < NARROW_SHARE,
  );
  if (narrow.length === 0) return null;
  return Math.max(...narrow.map((one) => minimumDetectable(one, judged.length, alpha)));
}
