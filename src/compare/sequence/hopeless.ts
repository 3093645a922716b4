import type { Comparison, Doubt } from '../comparison.ts';
import { studentQuantile } from '../infer/student.ts';
import { BEYOND_LEVEL } from '../judge.ts';

/** How lucky the remaining pairs may be, in standard errors. */
const LUCK = 1.5;

/**
 * Whether the pairs that are left can bring neither a pass nor an alarm, however lucky they are: no pass even
 * if in truth nothing changed, and no alarm even if functions rose by more than it looks.
 */
export function isHopeless(comparison: Comparison, pairs: number, most: number): boolean {
  if (comparison.doubts.length === 0) return false;
  const shrink = Math.sqrt(pairs / most);
  const canPass = comparison.doubts.every((doubt) => canBeRuledOut(doubt, shrink));
  const canAlarm = comparison.doubts.some((doubt) => canBecomeCertain(doubt, shrink));
  return !canPass && !canAlarm;
}

function canBeRuledOut({ estimate, upperBound, threshold }: Doubt, shrink: number): boolean {
  const { delta, standardError } = estimate;
  const reach = (upperBound - delta) * shrink;
  // If nothing changed, what it looks like now fades as pairs are added, and the new ones scatter about nothing.
  const faded = delta * shrink ** 2;
  const scatter = standardError * shrink * Math.sqrt(1 - shrink ** 2);
  return faded - LUCK * scatter + reach < threshold;
}

function canBecomeCertain({ estimate, threshold }: Doubt, shrink: number): boolean {
  const { delta, standardError, df } = estimate;
  const reach = studentQuantile(BEYOND_LEVEL, df) * standardError * shrink;
  return delta + LUCK * standardError - reach > threshold;
}
