import { type CostTable, type IdentityContexts, tabulate } from '../../src/compare/table.ts';
import { parseLineMap } from '../../src/plan/line-map.ts';
import type { CorpusCase } from '../corpus/manifest.ts';
import type { Corpus } from './corpus.ts';
import { type Relatives, relativesOf } from './relatives.ts';
import { type RecordedPair, roundsOf } from './rounds.ts';

/** Two variants of a corpus that are compared in many gates, and what is right to say about them. */
export interface Trial {
  readonly name: string;
  readonly truth: CorpusCase;
  /** Functions above and below the culprits. */
  readonly relatives: Relatives;
  /** One for each cycle that has both. */
  readonly pairs: readonly RecordedPair[];
  /** The two are exchangeable, and which of them is base is drawn pair by pair. */
  readonly exchangeable: boolean;
  readonly contexts: IdentityContexts;
  /** All rounds of all pairs, in the order of `roundsOf`. */
  readonly table: CostTable;
}

/** The unchanged service, which every variant is compared with. */
const BASE = 'A1';
/** The unchanged service once more. */
const TWIN = 'A2';

/** Identical builds, as they were recorded. */
export const IDENTICAL = 'A/A';
/** Identical builds, either of them as base. */
export const EITHER_WAY = 'A/A either way';

/** All that a corpus can be asked: identical builds first. */
export function trialsOf(corpus: Corpus): Trial[] {
  const variants = corpus.cases.filter(({ variant }) => variant !== BASE);
  return variants.flatMap((truth) =>
    truth.variant === TWIN
      ? [
          trial(corpus, truth, IDENTICAL),
          { ...trial(corpus, truth, EITHER_WAY), exchangeable: true },
        ]
      : [trial(corpus, truth, truth.variant)],
  );
}

function trial(corpus: Corpus, truth: CorpusCase, name: string): Trial {
  const head = corpus.rounds.filter(({ variant }) => variant === truth.variant);
  const bases = new Map(
    corpus.rounds.filter(({ variant }) => variant === BASE).map((round) => [round.round, round]),
  );
  const pairs = head.flatMap((round) => {
    const base = bases.get(round.round);
    return base === undefined ? [] : [{ base, head: round }];
  });
  const contexts = contextsOf(corpus, truth.variant);
  const table = tabulate(roundsOf(pairs), ({ round }) => round, contexts);
  return {
    name,
    truth,
    relatives: relativesOf(table, truth.culprits),
    pairs,
    exchangeable: false,
    contexts,
    table,
  };
}

function contextsOf({ roots, diffs }: Corpus, variant: string): IdentityContexts {
  const diff = diffs.get(variant);
  const lineMap = diff === undefined ? undefined : parseLineMap(diff);
  return { base: { side: 'base', roots, lineMap }, head: { side: 'head', roots, lineMap } };
}
