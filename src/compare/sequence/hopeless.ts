import { BOUND } from '../compare.ts';
import type { Comparison, Doubt } from '../comparison.ts';
import { studentQuantile } from '../infer/student.ts';
import { BEYOND_LEVEL } from '../judge.ts';

/** How lucky the remaining pairs may be, in standard errors. */
const LUCK = 1.5;

/** How a doubt's estimate will be at the last look, as far as that can be told now. */
interface Outlook {
  /** Part of what is known now in what will be known then. */
  readonly weight: number;
  readonly standardError: number;
  readonly df: number;
  readonly threshold: number;
  readonly delta: number;
}

/**
 * Whether the pairs that are left can bring neither a pass nor an alarm, however lucky they are: no pass even
 * if in truth nothing changed, and no alarm even if functions rose by more than it looks.
 */
export function isHopeless({ doubts }: Comparison, pairs: number, most: number): boolean {
  if (doubts.length === 0) return false;
  const outlooks = doubts.map((doubt) => outlook(doubt, pairs, most));
  return !outlooks.every(canBeRuledOut) && !outlooks.some(canBecomeCertain);
}

function outlook({ estimate, threshold }: Doubt, pairs: number, most: number): Outlook {
  const { delta, standardError, df } = estimate;
  const weight = pairs / most;
  return {
    weight,
    standardError: standardError * Math.sqrt(weight),
    df: df + most - pairs,
    threshold,
    delta,
  };
}

function canBeRuledOut({ weight, standardError, df, threshold, delta }: Outlook): boolean {
  // If nothing changed, what it looks like now fades as pairs are added, and the new ones scatter about nothing.
  const scatter = standardError * Math.sqrt(1 - weight);
  return weight * delta - LUCK * scatter + studentQuantile(BOUND, df) * standardError < threshold;
}

function canBecomeCertain({ weight, standardError, df, threshold, delta }: Outlook): boolean {
  const now = standardError / Math.sqrt(weight);
  return delta + LUCK * now - studentQuantile(BEYOND_LEVEL, df) * standardError > threshold;
}
