import { byShare } from '../beyond.ts';
import { BOUND } from '../compare.ts';
import type { Comparison, Doubt } from '../comparison.ts';
import { studentQuantile } from '../infer/student.ts';

/** How lucky the remaining pairs may be to bring an alarm, in standard deviations of what they can bring. */
const LUCK = 1.5;

/** For a pass every doubt has to be lucky, and not one of them: then each must not need much of it. */
const LUCK_OF_ALL = 0.5;

/** How a doubt's estimate will be at the last look, as far as that can be told now. */
interface Outlook {
  /** Part of what is known now in what will be known then. */
  readonly weight: number;
  readonly standardError: number;
  readonly df: number;
  readonly threshold: number;
  readonly delta: number;
  /** Level at which it would have to lie beyond its threshold then. */
  readonly beyond: number;
}

/**
 * Whether the pairs that are left can hardly bring a pass, even if in truth nothing changed, nor an alarm, even if
 * what it looks like is true.
 */
export function isHopeless(
  { doubts }: Comparison,
  { pairs, most, alpha }: { readonly pairs: number; readonly most: number; readonly alpha: number },
): boolean {
  if (doubts.length === 0) return false;
  const outlooks = doubts.map((doubt) => outlook(doubt, pairs / most, most - pairs, alpha));
  return !outlooks.every(canBeRuledOut) && !outlooks.some(canBecomeCertain);
}

function outlook(
  { estimate, threshold }: Doubt,
  weight: number,
  left: number,
  alpha: number,
): Outlook {
  const { delta, standardError, df } = estimate;
  return {
    weight,
    standardError: standardError * Math.sqrt(weight),
    df: df + left,
    threshold,
    delta,
    beyond: byShare(alpha)(estimate),
  };
}

function canBeRuledOut({ weight, standardError, df, threshold, delta }: Outlook): boolean {
  // If nothing changed, what it looks like now fades as pairs are added, and the new ones scatter about nothing.
  const scatter = standardError * Math.sqrt(1 - weight);
  return (
    weight * delta - LUCK_OF_ALL * scatter + studentQuantile(BOUND, df) * standardError < threshold
  );
}

function canBecomeCertain(outlook: Outlook): boolean {
  const { weight, standardError, df, threshold, delta, beyond } = outlook;
  // The new pairs scatter about the truth, and so does what it looks like now.
  const scatter = standardError * Math.sqrt((1 - weight) / weight);
  return delta + LUCK * scatter - studentQuantile(beyond, df) * standardError > threshold;
}
