import type { Rate } from '../rates.ts';
import { failed, hit, named, type Results, right, type TrialResult } from '../results.ts';
import type { Tally } from '../tally.ts';
import { rateText } from './numbers.ts';
import type { Table } from './table.ts';

/** What was replayed. */
export interface Replayed {
  readonly trials: readonly TrialResult[];
  readonly pairs: readonly number[];
  readonly methods: readonly string[];
  readonly gates: number;
  readonly results: Results;
}

/** False alarms: gates that fail although nothing got slower. */
export function falseAlarms(replayed: Replayed): Table {
  const innocent = replayed.trials.filter(({ expected }) => expected !== 'regression');
  return ratesOf(replayed, innocent, failed, {
    title: 'Gates that fail though nothing got slower',
    note: `Of ${replayed.gates} gates each; with exact 95 % intervals.`,
  });
}

/** Hits: gates that fail for the function that got slower, or its callers. */
export function hits(replayed: Replayed): Table {
  return ratesOf(replayed, planted(replayed), hit, {
    title: 'Gates that find what got slower',
    note: `They fail, and the function that got slower or a caller of it is among the alarms. Of ${replayed.gates} gates each.`,
  });
}

/** Hits that blame the right function. */
export function culprits(replayed: Replayed): Table {
  return ratesOf(replayed, planted(replayed), right, {
    title: 'Hits that blame the right function, and nothing that has nothing to do with it',
    note: 'Of the hits. Methods that fold no callers blame every function that they fail; callers are forgiven.',
  });
}

/** Hits that blame the right function, whatever else they blame. */
export function namings(replayed: Replayed): Table {
  return ratesOf(replayed, planted(replayed), named, {
    title: 'Hits that blame the right function, whatever else they blame',
    note: 'Of the hits.',
  });
}

function planted({ trials }: Replayed): readonly TrialResult[] {
  return trials.filter(({ expected }) => expected === 'regression');
}

function ratesOf(
  { pairs, methods, results }: Replayed,
  trials: readonly TrialResult[],
  rate: (tally: Tally) => Rate,
  words: { readonly title: string; readonly note: string },
): Table {
  if (trials.length === 0) return { ...words, columns: [], texts: 0, rows: [] };
  const rows = methods.flatMap((method) =>
    pairs.flatMap((budget) => {
      const tallies = trials.map(({ name }) => results.tally(name, budget, method));
      if (tallies.every((tally) => tally === undefined)) return [];
      const texts = tallies.map((tally) => rateText(tally === undefined ? undefined : rate(tally)));
      return [[`${method}, ${budget} pairs`, ...texts]];
    }),
  );
  return { ...words, columns: ['', ...trials.map(({ name }) => name)], texts: 1, rows };
}
