import type { Method } from '../gate.ts';
import { flamegate } from './flamegate.ts';
import { page } from './page.ts';
import { relativeRise, shareRise } from './plain.ts';
import { rankSum } from './rank-sum.ts';
import { rival } from './rival.ts';
import { adaptive, confirmed } from './sequence.ts';
import { welch } from './welch.ts';

/** Flamegate with all pairs of the budget at once. */
export const FLAMEGATE = 'flamegate';

/** With one look at the budget, and further pairs to confirm an alarm. */
export const CONFIRMED = 'confirmed';

/** With looks from early on up to the budget, and further pairs to confirm an alarm. */
export const ADAPTIVE = 'adaptive';

/** Methods whose every word is printed. */
export const OURS: readonly string[] = [FLAMEGATE, CONFIRMED, ADAPTIVE];

/** All that are compared, by name (without a comma): ours first, then what others do. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  [FLAMEGATE, flamegate],
  [CONFIRMED, confirmed],
  [ADAPTIVE, adaptive],
  ['2 points', rival(shareRise)],
  ['+10 %', rival(relativeRise)],
  ['Mann-Whitney', rival(rankSum)],
  ['Welch + Holm', rival(welch)],
  ['moderated t', rival(page)],
]);
