import type { Policy } from '../config/config.ts';
import type { LineMap } from '../plan/line-map.ts';
import type { Round } from '../profiles/profile.ts';
import { byShare } from './beyond.ts';
import { describeChanges } from './changes.ts';
import type { Change, Comparison, Doubt, Tested } from './comparison.ts';
import { gateDetectable, minimumDetectable } from './detectable.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { upperBound } from './infer/estimate.ts';
import { type Judged, judgeAll, type Levels } from './judge.ts';
import { localise } from './localise.ts';
import { type Pairing, pairRounds } from './pairs.ts';
import { pairsToDecide } from './planning.ts';
import { settleMoves } from './shift/moves.ts';
import { findRenames } from './shift/renames.ts';
import { type CostTable, type IdentityContexts, tabulate } from './table.ts';
import { PROGRAM } from './tested.ts';
import { truncationWarning } from './truncation.ts';

/** Recorded rounds and what is known of their origin. */
export interface ComparisonInput {
  readonly rounds: readonly Round[];
  readonly policy: Policy;
  /** Absolute folders that the sides' sources lay in. */
  readonly roots: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** Follows lines of head to base; undefined when the commits' diff is unknown. */
  readonly lineMap: LineMap | undefined;
}

/** How one set of rounds is looked at; there may be several looks in a run. */
export interface Look {
  readonly levels: Levels;
  /** Keys of the functions that may fail, when others may not; `PROGRAM_KEY` is the whole program's. */
  readonly suspects?: ReadonlySet<string>;
}

/** Stands for the whole program among the keys of functions. */
export const PROGRAM_KEY = '';

/** A bound that a pass relies on holds with 95 % certainty. */
export const BOUND = 0.05;

/** The error rates of a look that is the only one. */
export function wholeLevels({ alpha }: Policy): Levels {
  return { alpha, bound: BOUND, beyond: byShare(alpha) };
}

/** With fewer pairs a variance is a guess, and no verdict is made. */
export const MIN_PAIRS = 3;

/**
 * Compares recorded rounds: which functions cost more per unit of work on head than on base, and is
 * it certain? Pure: the same rounds give the same comparison.
 */
export function compareRounds(input: ComparisonInput): Comparison {
  return compareGathered(gatherRounds(input), input.policy, { levels: wholeLevels(input.policy) });
}

/** Rounds in the terms of a comparison, whatever is asked of them. */
export interface Gathered {
  readonly pairing: Pairing;
  /** Pairs whose costs count. */
  readonly pairs: number;
  /** Undefined when there are too few pairs. */
  readonly evidence: Evidence | undefined;
}

/** @param since first pair whose costs count; the ones before it only help to tell which functions are the same */
export function gatherRounds(input: ComparisonInput, since = 0): Gathered {
  const pairing = pairRounds(input.rounds);
  const pairs = pairing.pairs - since;
  return {
    pairing,
    pairs,
    evidence: pairs < MIN_PAIRS ? undefined : gather(input, pairing, since),
  };
}

/** One look at gathered rounds. */
export function compareGathered(
  { pairing, pairs, evidence }: Gathered,
  policy: Policy,
  { levels, suspects }: Look,
): Comparison {
  if (evidence === undefined) return tooFewPairs(pairing, pairs);
  const judgements = judgeAll(evidence, policy, levels, rowsOf(evidence, suspects));
  const { judged } = judgements;
  const settled = localise(evidence, settleMoves(evidence, judgements));
  const changes = describeChanges(evidence, settled);
  const doubts = settled
    .filter((one) => one.judgement === 'undecided')
    .map(toDoubt(evidence, levels));
  const truncation = truncationWarning(evidence.table);
  const verdict = verdictOf(changes, doubts, truncation !== undefined);
  const program = judged.find((one) => one.row === PROGRAM)?.estimate;
  return {
    verdict,
    pairs,
    changes,
    doubts: verdict === 'inconclusive' ? byWidth(doubts) : [],
    tested: settled.map(toTested(evidence)).sort(byBaseShare),
    functions: evidence.table.rows.length,
    minimumDetectable: gateDetectable(judged),
    normalisation: evidence.normalisation.kind,
    slowdown: evidence.normalisation.slowdown,
    costPerRequest: costPerRequest(evidence, program?.headShare),
    program,
    pairsToDecide: verdict === 'inconclusive' ? pairsToDecide(doubts, pairs) : undefined,
    warnings: [
      ...pairing.warnings,
      ...(truncation === undefined ? [] : [truncation]),
      ...estimationWarning(evidence),
    ],
  };
}

function rowsOf(
  evidence: Evidence,
  keys: ReadonlySet<string> | undefined,
): ReadonlySet<number> | undefined {
  if (keys === undefined) return undefined;
  const rows = evidence.table.rows.flatMap(({ key }, row) => (keys.has(key) ? [row] : []));
  return new Set(keys.has(PROGRAM_KEY) ? [...rows, PROGRAM] : rows);
}

/** Two passes: the first shows which functions exist on one side only, the second knows their other name. */
function gather(input: ComparisonInput, pairing: Pairing, since: number): Evidence {
  const contexts: IdentityContexts = {
    base: { side: 'base', roots: input.roots.base, lineMap: input.lineMap },
    head: { side: 'head', roots: input.roots.head, lineMap: input.lineMap },
  };
  const gatherWith = (aliases: ReadonlyMap<string, string>) =>
    gatherEvidence(
      tabulate(pairing.rounds, pairing.pairOf, contexts, aliases),
      pairing.rounds,
      pairing.pairs,
    );
  const first = gatherWith(new Map());
  const renames = findRenames(first);
  const all = renames.size === 0 ? first : gatherWith(renames);
  return since === 0 ? all : evidenceSince(all.table, pairing, since);
}

function evidenceSince(table: CostTable, pairing: Pairing, since: number): Evidence {
  const rounds = table.rounds
    .filter(({ pair }) => pair >= since)
    .map((round) => ({ ...round, pair: round.pair - since }));
  const counted = pairing.rounds.filter((round) => pairing.pairOf(round) >= since);
  return gatherEvidence({ ...table, rounds }, counted, pairing.pairs - since);
}

function verdictOf(
  changes: readonly Change[],
  doubts: readonly Doubt[],
  isTruncated: boolean,
): Comparison['verdict'] {
  if (changes.some((change) => change.fails)) return 'regression';
  return doubts.length > 0 || isTruncated ? 'inconclusive' : 'pass';
}

function toDoubt(evidence: Evidence, { bound }: Levels): (judged: Judged) => Doubt {
  return ({ row, measure, estimate, threshold }) => ({
    subject: evidence.table.rows[row] ?? null,
    measure,
    estimate,
    upperBound: upperBound(estimate, bound),
    threshold,
  });
}

function toTested(evidence: Evidence): (judged: Judged) => Tested {
  return (judged) => ({
    subject: evidence.table.rows[judged.row] ?? null,
    measure: judged.measure,
    estimate: judged.estimate,
    adjustedP: judged.adjustedP,
    threshold: judged.threshold,
    judgement: judged.judgement,
    minimumDetectable: minimumDetectable(judged),
  });
}

function byBaseShare(a: Tested, b: Tested): number {
  return b.estimate.baseShare - a.estimate.baseShare;
}

function byWidth(doubts: readonly Doubt[]): Doubt[] {
  return [...doubts].sort((a, b) => b.estimate.headShare - a.estimate.headShare);
}

function costPerRequest(
  evidence: Evidence,
  head: number | undefined,
): Comparison['costPerRequest'] {
  const base = evidence.normalisation.basePerRequest;
  return base === undefined || head === undefined ? undefined : { base, head: base * head };
}

function estimationWarning(evidence: Evidence): string[] {
  if (evidence.normalisation.kind === 'counted') return [];
  return [
    'requests were not counted, so the work was estimated from the functions themselves: a slowdown of the whole program cannot be seen',
  ];
}

function tooFewPairs(pairing: Pairing, pairs: number): Comparison {
  return {
    verdict: 'inconclusive',
    pairs,
    changes: [],
    doubts: [],
    tested: [],
    functions: 0,
    minimumDetectable: null,
    normalisation: 'counted',
    slowdown: undefined,
    costPerRequest: undefined,
    program: undefined,
    pairsToDecide: MIN_PAIRS,
    warnings: [
      ...pairing.warnings,
      `${pairs} complete pairs of rounds, and at least ${MIN_PAIRS} are needed to tell change from noise`,
    ],
  };
}
