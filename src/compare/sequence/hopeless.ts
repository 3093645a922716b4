import type { Comparison, Doubt } from '../comparison.ts';
import { studentQuantile } from '../infer/student.ts';
import { BEYOND_LEVEL } from '../judge.ts';

/** How lucky the remaining pairs may be, in standard errors of what is known now. */
const LUCK = 1.5;

/**
 * Whether the pairs that are left can bring neither a pass nor an alarm: no doubt about a function could be
 * settled even if its true change lay `LUCK` standard errors below, or above, what it looks like now.
 */
export function isHopeless(comparison: Comparison, pairs: number, most: number): boolean {
  if (comparison.doubts.length === 0) return false;
  const shrink = Math.sqrt(pairs / most);
  const canPass = comparison.doubts.every((doubt) => canBeRuledOut(doubt, shrink));
  const canAlarm = comparison.doubts.some((doubt) => canBecomeCertain(doubt, shrink));
  return !canPass && !canAlarm;
}

function canBeRuledOut({ estimate, upperBound, threshold }: Doubt, shrink: number): boolean {
  const reach = (upperBound - estimate.delta) * shrink;
  return estimate.delta - LUCK * estimate.standardError + reach < threshold;
}

function canBecomeCertain({ estimate, threshold }: Doubt, shrink: number): boolean {
  const { delta, standardError, df } = estimate;
  const reach = studentQuantile(BEYOND_LEVEL, df) * standardError * shrink;
  return delta + LUCK * standardError - reach > threshold;
}
