import type { Handling } from '../config/config.ts';
import { counted } from './numbers.ts';
import type { Result, Verdict } from './result.ts';

/** One service's profiles of one type, compared; and what its configuration says of telling it. */
export interface Compared {
  readonly result: Result;
  readonly handling: Handling;
}

type Comparisons = readonly [Compared, ...Compared[]];

/** What one run of the gate came to. Everything that is told of it, in whatever medium, is told from here. */
export interface Report {
  /** The worst of all comparisons'. */
  readonly verdict: Verdict;
  /** Why, in one sentence that goes after the verdict: no capital, no full stop. May contain untrusted text. */
  readonly reason: string;
  /** In the order of the configuration. */
  readonly comparisons: Comparisons;
}

/**
 * Worst first. What is certain comes first: a function that got slower stays slower whatever else broke. Then
 * what has to be mended before anything can be told, and then what only takes more rounds.
 */
const FROM_WORST: readonly Verdict[] = ['regression', 'invalid', 'inconclusive', 'pass'];

/** Puts comparisons together. */
export function reportOf(comparisons: Comparisons): Report {
  const [worst = comparisons[0]] = worstFirst(comparisons);
  const { verdict, reason } = worst.result;
  if (comparisons.length === 1) return { verdict, reason, comparisons };
  return {
    verdict,
    reason: verdict === 'pass' ? allPass(comparisons) : `${labelOf(worst.result)}: ${reason}`,
    comparisons,
  };
}

/**
 * The part of a report that is told where not everything is: without the services that are only observed,
 * say. Undefined when nothing is left.
 */
export function partOf(
  { comparisons }: Report,
  isTold: (compared: Compared) => boolean,
): Report | undefined {
  const [first, ...others] = comparisons.filter(isTold);
  return first && reportOf([first, ...others]);
}

/** The worst verdict first; of equal ones what can fail the check, and then the configuration's order. */
export function worstFirst(comparisons: readonly Compared[]): readonly Compared[] {
  return FROM_WORST.flatMap((verdict) => {
    const equal = comparisons.filter(({ result }) => result.verdict === verdict);
    const teeth = equal.filter(({ handling }) => handling.mode === 'block');
    return [...teeth, ...equal.filter(({ handling }) => handling.mode !== 'block')];
  });
}

/** What a comparison is called beside others: `shop, cpu`. Untrusted. */
export function labelOf({ service, profileType }: Result): string {
  return `${service}, ${profileType}`;
}

function allPass(comparisons: readonly Compared[]): string {
  const idle = comparisons.filter(({ result }) => result.idle !== null).length;
  const measured = comparisons.length - idle;
  if (measured === 0) return 'the change has no effect on what is built, so nothing was measured';
  const ruledOut = 'a rise beyond the thresholds is ruled out in';
  return idle === 0
    ? `${ruledOut} all ${counted(measured, 'comparison')}`
    : `${ruledOut} ${counted(measured, 'measured comparison')}, and the change has no effect on ${counted(idle, 'other one', 'others')}`;
}
