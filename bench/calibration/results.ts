import { partText, rateText } from '../detection/print/numbers.ts';
import type { Table } from '../detection/print/table.ts';
import { rateOf } from '../detection/rates.ts';
import { uniformity } from './kolmogorov.ts';
import { type CalibrationTally, GROUPS } from './tally.ts';

/** What came of one source of rounds with one number of pairs. */
export interface CalibrationResult {
  readonly name: string;
  readonly pairs: number;
  readonly tally: CalibrationTally;
  /** Nothing changed in it, so no gate may fail. */
  readonly identical: boolean;
}

/** Nominal, and how far the rate may be from it. */
const NOMINAL = 0.95;
const TOLERANCE = 0.02;

/** A sample is uniform unless it is more surprising than this, with all samples looked at together. */
const SURPRISING = 0.05;

/** Tails: both, since a bias fills one and empties the other. */
const TAILS = [0.01, 0.05, 0.95, 0.99] as const;

/** Whether p-values of unchanged functions are uniform. */
export function uniformityTable(results: readonly CalibrationResult[]): Table {
  const adjusted = adjustedPs(results);
  return {
    title: 'p-values of functions that did not change',
    note: 'Kolmogorov-Smirnov against the uniform distribution: one function of each gate, drawn at random, since those of one gate are not independent. The adjusted p (Holm) takes into account how many samples are looked at. Then the parts of p-values in the tails, and of gates that fail though nothing changed.',
    columns: [
      ...['', 'distance', 'p', 'adjusted p'],
      ...TAILS.map((tail) => (tail < 0.5 ? `below ${tail}` : `above ${tail}`)),
      ...['fails', ''],
    ],
    texts: 1,
    rows: results.map(({ name, pairs, tally, identical }, index) => {
      const { distance, p } = uniformity(tally.pValues);
      return [
        `${name}, ${pairs} pairs`,
        ...[distance, p, adjusted[index] ?? 1].map((value) => value.toFixed(3)),
        ...TAILS.map((tail) => {
          const beyond = tally.pValues.filter((p) => (tail < 0.5 ? p <= tail : p >= tail));
          return partText(beyond.length / tally.pValues.length);
        }),
        identical ? rateText(rateOf(tally.failed, tally.gates)) : '',
        (adjusted[index] ?? 1) > SURPRISING ? 'uniform' : 'NOT UNIFORM',
      ];
    }),
  };
}

/** How often intervals hold the truth. */
export function coverageTable(results: readonly CalibrationResult[]): Table {
  return {
    title: 'How often 95 % intervals hold the truth',
    note: 'Of the intervals of all functions that are tested, by the functions’ share of the CPU; of the whole program’s; and of those of functions that really changed.',
    columns: ['', ...GROUPS, ''],
    texts: 1,
    rows: results.map((result) => [
      `${result.name}, ${result.pairs} pairs`,
      ...GROUPS.map((group) => {
        const { covered = 0, of = 0 } = result.tally.coverage.get(group) ?? {};
        return partText(covered / of);
      }),
      isCovered(result) ? 'within 2 points' : 'OFF',
    ]),
  };
}

/** Whether p-values are uniform and intervals hold the truth as often as they say. */
export function isCalibrated(results: readonly CalibrationResult[]): boolean {
  return adjustedPs(results).every((p) => p > SURPRISING) && results.every(isCovered);
}

function isCovered({ tally }: CalibrationResult): boolean {
  const { covered = 0, of = 0 } = tally.coverage.get('all') ?? {};
  return Math.abs(covered / of - NOMINAL) <= TOLERANCE;
}

/** Holm's, over all results. */
function adjustedPs(results: readonly CalibrationResult[]): number[] {
  const ordered = results
    .map(({ tally }, index) => ({ p: uniformity(tally.pValues).p, index }))
    .sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(results.length).fill(1);
  let largest = 0;
  ordered.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (ordered.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
