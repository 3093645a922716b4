import { code } from '../../../src/text/markdown.ts';
import { type Excess, medianExcess } from '../counting-limit.ts';
import type { Verified } from '../floors.ts';
import type { Tally } from '../tally.ts';
import { partText, pointsText, timesText } from './numbers.ts';
import type { Replayed } from './rates.ts';
import type { Table } from './table.ts';

/** Functions named for one trial; the rest is counted. */
const NAMES = 5;

/** What other tables tell. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['regression', 'told regression']);

const VERDICTS = ['pass', 'inconclusive'];

/** What else a method said than that something got slower, trial by trial. */
export function verdicts({ trials, pairs, results }: Replayed, method: string): Table {
  const measured = trials.flatMap(({ name }) =>
    pairs.flatMap((budget) => {
      const tally = results.tally(name, budget, method);
      return tally === undefined ? [] : [{ title: `${name}, ${budget} pairs`, tally }];
    }),
  );
  const told = measured.flatMap(({ tally }) => [...tally.outcomes.keys()]).sort();
  const said = [...new Set([...VERDICTS, ...told])].filter((what) => !TOLD_ELSEWHERE.has(what));
  return {
    title: `What else ${method} said`,
    note: 'Parts of all gates; pairs on average.',
    columns: ['', ...said.map((what) => what.replace(/^told /u, '')), 'pairs taken'],
    texts: 1,
    rows: measured.map(({ title, tally: { outcomes, gates, pairs: taken } }) => [
      title,
      ...said.map((what) => partText((outcomes.get(what) ?? 0) / gates)),
      (taken / gates).toFixed(1),
    ]),
  };
}

/** Whom a method blamed, trial by trial. */
export function blamed({ trials, pairs, results }: Replayed, method: string): Table {
  const rows = trials.flatMap(({ name }) =>
    pairs.flatMap((budget) => {
      const tally = results.tally(name, budget, method);
      if (tally === undefined || tally.blamed.size === 0) return [];
      return [[`${name}, ${budget} pairs`, namesText(tally)]];
    }),
  );
  return {
    title: `Whom ${method} blamed`,
    note: 'With the part of all gates in which it did.',
    columns: ['', 'functions'],
    texts: 2,
    rows,
  };
}

function namesText({ blamed: counts, gates }: Tally): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted
    .slice(0, NAMES)
    .map(([name, count]) => `${code(name)} ${partText(count / gates)}`);
  const more = sorted.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} of ${sorted.length} not shown`] : [])].join(', ');
}

/** How near the noise of identical builds is to the counting limit. */
export function countingLimit(excesses: readonly Excess[], planted: ReadonlySet<string>): Table {
  const row = (name: string, excess: Omit<Excess, 'name'>) => [
    name,
    partText(excess.share),
    pointsText(excess.limit),
    ...[excess.asIs, excess.own, excess.product].map(timesText),
  ];
  const shown = excesses.filter(({ name }) => planted.has(name));
  return {
    title: 'How near the counting limit',
    note: 'Standard error of the change in identical builds, in terms of the least possible one, `sqrt(2 p / n)` per pair: of cost per request as it is, without what all functions of a pair have in common, and as Flamegate works with it.',
    columns: ['', 'share', 'limit', 'as it is', 'own', 'Flamegate'],
    texts: 1,
    rows: [
      row(`median of ${excesses.length} functions`, medianExcess(excesses)),
      ...shown.map((excess) => row(code(excess.name), excess)),
    ],
  };
}

/** What is demanded, and what was measured. */
export function floorTable(verified: readonly Verified[]): Table {
  return {
    title: 'Floors',
    note: 'What must hold.',
    columns: ['', 'demand', 'measured', ''],
    texts: 2,
    rows: verified.map(({ floor, text, met }) => [
      `${floor.method}, ${floor.trial}, ${floor.pairs} pairs`,
      floor.demand,
      text,
      met ? 'met' : 'MISSED',
    ]),
  };
}
