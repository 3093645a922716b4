import { studentQuantile } from './infer/student.ts';
import type { Judged } from './judge.ts';
import { PROGRAM } from './tested.ts';

/** Chance of catching a change of the minimum detectable size. */
export const POWER = 0.8;

/** Functions wider than this have thresholds of their own size; the gate's figure leaves them out. */
const NARROW_SHARE = 0.1;

/**
 * The smallest rise that would have been caught with 80 % probability: far enough above zero to be
 * significant among all accounts tested, and far enough above its threshold to be certainly beyond it.
 * Null for an account that could not have failed, whatever it did.
 */
export function minimumDetectable({ estimate, threshold, level, beyond }: Judged): number | null {
  if (level === 0) return null;
  const { standardError, df } = estimate;
  const reach = (p: number) => studentQuantile(p, df) * standardError;
  return Math.max(reach(level), threshold + reach(beyond)) + reach(1 - POWER);
}

/** The gate's: the largest of all narrow functions'; null when none was tested. */
export function gateDetectable(judged: readonly Judged[]): number | null {
  // What may rise by more than others says nothing of them.
  const narrow = judged.filter(
    ({ row, estimate, otherwise }) =>
      row !== PROGRAM && estimate.baseShare < NARROW_SHARE && otherwise === undefined,
  );
  const detectable = narrow.flatMap((one) => minimumDetectable(one) ?? []);
  return detectable.length === 0 ? null : Math.max(...detectable);
}
