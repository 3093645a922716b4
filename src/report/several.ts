import type { Mode } from '../config/config.ts';
import { groupFindings } from './groups.ts';
import { change, counted } from './numbers.ts';
import { changeWithInterval } from './phrases.ts';
import { type Compared, type Report, worstFirst } from './report.ts';
import type { Finding, Result, Undecided, Verdict } from './result.ts';
import { headlineIn, type Sentence, VERDICTS } from './wording.ts';

/** The worst comparison, and how the others stand. No full stop: it is a title. */
export function headlineOfAll({ comparisons }: Report): Sentence {
  const [worst, ...others] = worstFirst(comparisons);
  if (worst === undefined) return [];
  const { result } = worst;
  if (result.verdict === 'pass') {
    return [
      `Pass: nothing costs more than allowed in ${counted(comparisons.length, 'comparison')}`,
    ];
  }
  return [...headlineIn(result, groupFindings(result.findings)), `; ${standing(others)}`];
}

/** `the other 5: 1 regression, 1 inconclusive, 3 pass`, the worst first. */
function standing(others: readonly Compared[]): string {
  const counts = new Map<Verdict, number>();
  for (const { result } of others)
    counts.set(result.verdict, (counts.get(result.verdict) ?? 0) + 1);
  const words = [...counts].map(([verdict, n]) => `${n} ${verdict}`);
  return `the other ${others.length}: ${words.join(', ')}`;
}

/** A verdict, and that it cannot fail the check where that is so. */
export function verdictWords({ result, handling }: Compared): string {
  return `${VERDICTS[result.verdict].toLowerCase()}${WITHOUT_TEETH[handling.mode]}`;
}

const WITHOUT_TEETH: Readonly<Record<Mode, string>> = {
  block: '',
  comment: ', does not fail',
  observe: ', only observed',
};

/** Nothing to tell but that it passed. */
export function isQuiet({ verdict, findings }: Result): boolean {
  return verdict === 'pass' && groupFindings(findings).waived.length === 0;
}

/** What a comparison that is told is about: the function, and its change or what it may be. */
export interface Gist {
  /** Undefined where nothing could be judged. */
  readonly of: Finding | Undecided | undefined;
  readonly change: string;
}

/** The gist of a comparison that is not quiet. */
export function gistOf(result: Result): Gist {
  const { culprits, waived } = groupFindings(result.findings);
  const [culprit] = culprits;
  if (culprit !== undefined) return { of: culprit, change: changeWithInterval(culprit) };
  const [widest] = result.undecided;
  if (widest !== undefined) return { of: widest, change: `at most ${change(widest.upperBound)}` };
  const [accepted] = waived;
  if (accepted === undefined) return { of: undefined, change: '–' };
  return { of: accepted, change: `${changeWithInterval(accepted)}, waived` };
}
