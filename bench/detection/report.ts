import type { Corpus } from './corpus.ts';
import { excessOf } from './counting-limit.ts';
import type { Verified } from './floors.ts';
import { OURS } from './methods/methods.ts';
import type { Options } from './options.ts';
import { blamed, countingLimit, floorTable, verdicts } from './print/details.ts';
import { culprits, falseAlarms, hits, namings, type Replayed } from './print/rates.ts';
import { printTable } from './print/table.ts';
import type { Results } from './results.ts';
import { IDENTICAL, type Trial } from './trial.ts';

/** All that is printed about a corpus. Ends with a newline. */
export function reportOf(
  corpus: Corpus,
  trials: readonly Trial[],
  options: Options,
  results: Results,
  verified: readonly Verified[],
): string {
  const { pairs, methods, gates, format } = options;
  const replayed: Replayed = {
    trials: trials.map(({ name, truth }) => ({ name, expected: truth.expected })),
    pairs,
    methods,
    gates,
    results,
  };
  const identical = trials.find(({ name }) => name === IDENTICAL);
  const planted = new Set(trials.flatMap(({ truth }) => truth.culprits));
  const tables = [
    falseAlarms(replayed),
    hits(replayed),
    culprits(replayed),
    namings(replayed),
    ...OURS.filter((method) => methods.includes(method)).flatMap((method) => [
      verdicts(replayed, method),
      blamed(replayed, method),
    ]),
    ...(identical === undefined ? [] : [countingLimit(excessOf(identical), planted)]),
    floorTable(verified),
  ];
  const printed = tables.filter(({ rows }) => rows.length > 0);
  const texts = printed.map((table) => printTable(table, format));
  return [`${headline(corpus, options)}\n`, ...texts].join('\n');
}

function headline({ name, sampleRate, rounds }: Corpus, { seed, format }: Options): string {
  const cycles = new Set(rounds.map(({ round }) => round)).size;
  const rate = sampleRate === undefined ? '' : `${sampleRate} samples a second, `;
  const title = `${name}: ${rate}${cycles} cycles, seed ${seed}`;
  return format === 'markdown' ? `## ${title}` : `${title}\n${'='.repeat(title.length)}`;
}
