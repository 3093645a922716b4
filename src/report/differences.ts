import { count, counted } from './numbers.ts';
import type { Result } from './result.ts';
import { onePoint, type Sentence } from './wording.ts';

/** Above a table of differences that nobody judged: what they must not be taken for. */
export function withoutCertainty({ rounds }: Result): Sentence {
  return [
    `What differs in ${counted(rounds, 'pair')} of rounds, without any certainty: all of it may be noise.`,
  ];
}

/** Under the table: what its numbers are parts of, what its order is, and how much of it is shown. */
export function differencesLegend(result: Result, shown: number): Sentence {
  const all = result.differences.length;
  return [
    ...onePoint(result),
    '. The largest come first; a function that another one explains counts with its own code only.',
    shown < all ? ` ${count(shown)} of ${count(all)} functions that differ are shown.` : '',
  ];
}
