import type { Policy } from '../config/config.ts';
import type { LineMap } from '../plan/line-map.ts';
import type { Round } from '../profiles/profile.ts';
import { settleAllowed } from './allowed.ts';
import type { Attribute } from './attribution.ts';
import { byShare } from './beyond.ts';
import { describeChanges } from './changes.ts';
import type { Change, Comparison, Doubt, Tested } from './comparison.ts';
import { gateDetectable, minimumDetectable } from './detectable.ts';
import type { Evidence } from './evidence.ts';
import { gather } from './gather.ts';
import { upperBound } from './infer/estimate.ts';
import { type Judged, judgeAll, type Levels } from './judge.ts';
import { limitsOf } from './limits.ts';
import { localise } from './localise.ts';
import { costPerRequest, estimationWarning } from './normalise.ts';
import { MIN_PAIRS, type Pairing, pairRounds } from './pairs.ts';
import { pairsToDecide } from './planning.ts';
import { settleMoves } from './shift/moves.ts';
import { type MapStacks, mapStacks, rewriteStacks } from './stacks.ts';
import { PROGRAM } from './tested.ts';
import { truncationWarning } from './truncation.ts';
import { unjudged } from './unjudged.ts';

/** Recorded rounds and what is known of their origin. */
export interface ComparisonInput {
  readonly rounds: readonly Round[];
  readonly policy: Policy;
  /** Absolute folders that the sides' sources lay in. */
  readonly roots: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** Follows lines of head to base; undefined when the commits' diff is unknown. */
  readonly lineMap: LineMap | undefined;
  /** Says what the change has to do with functions; absent when nothing is known of it. */
  readonly attribute?: Attribute;
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
  /** Undefined when there is no pair. */
  readonly evidence: Evidence | undefined;
  readonly attribute: Attribute | undefined;
}

/** @param since first pair whose costs count; the ones before it only help to tell which functions are the same */
export function gatherRounds(input: ComparisonInput, since = 0): Gathered {
  return gatherWith(mapStacks, input, since);
}

/** As `gatherRounds`, but stacks of the rounds can't be read afterwards: it takes half of the memory. */
export function useUpRounds(input: ComparisonInput): Gathered {
  return gatherWith(rewriteStacks, input, 0);
}

function gatherWith(map: MapStacks, input: ComparisonInput, since: number): Gathered {
  const pairing = pairRounds(input.rounds);
  const pairs = pairing.pairs - since;
  const evidence = pairs < 1 ? undefined : gather(input, pairing, since, map);
  return { pairing, pairs, evidence, attribute: input.attribute };
}

/** One look at gathered rounds. */
export function compareGathered(
  { pairing, pairs, evidence, attribute }: Gathered,
  policy: Policy,
  { levels, suspects }: Look,
): Comparison {
  if (evidence === undefined || pairs < MIN_PAIRS) return unjudged(pairing, evidence);
  const limits = limitsOf(policy, evidence.table.rows);
  const judgements = judgeAll(evidence, limits, levels, rowsOf(evidence, suspects));
  const { judged } = judgements;
  const unmoved = settleMoves(evidence, judgements);
  const settled = localise(evidence, settleAllowed(evidence, limits, judgements, unmoved));
  const changes = describeChanges(evidence, limits, settled, attribute);
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
    differences: [],
    tested: settled.map(toTested(evidence)).sort(byBaseShare),
    functions: evidence.table.rows.length,
    ruled: evidence.table.rows.filter((_, row) => limits.rulingOf(row) !== undefined).length,
    minimumDetectable: gateDetectable(judged),
    normalisation: evidence.normalisation.kind,
    slowdown: evidence.normalisation.slowdown,
    costPerRequest: costPerRequest(evidence.normalisation, program?.headShare),
    program,
    pairsToDecide: verdict === 'inconclusive' ? pairsToDecide(doubts, pairs) : undefined,
    warnings: [
      ...pairing.warnings,
      ...(truncation === undefined ? [] : [truncation]),
      ...estimationWarning(evidence.normalisation),
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
