import type { FrameColumn, Round, Side } from '../profiles/profile.ts';
import type { StackColumns } from '../profiles/stack-table.ts';
import { type RoundCosts, roundCosts } from './costs.ts';
import { type CommonFactor, findCommonFactor } from './infer/common.ts';
import { meanOf, type Series } from './infer/series.ts';
import { pairWeights } from './infer/weights.ts';
import { meanRound } from './mean-round.ts';
import { type Normalisation, normalise } from './normalise.ts';
import type { CostTable, RoundStacks } from './table.ts';

/** Total counts everything below the function, self only its own code. */
export type Measure = 'total' | 'self';

/** All that the rounds say, normalised: every account of any set of stacks as a series over pairs. */
export interface Evidence {
  readonly table: CostTable;
  readonly pairs: number;
  readonly normalisation: Normalisation;
  /** Of the variance of means over pairs; see `PairWeights`. */
  readonly inflation: number;
  /** What all functions have in common. */
  readonly common: CommonFactor;
  /** The function's cost in every pair, as fractions of the base's CPU. */
  row(row: number, measure: Measure): Series;
  /** The whole program's. */
  program(): Series;
  /** The side's mean round: every distinct stack with its mean cost, as `meanOf` has it for accounts. */
  mean(side: Side): StackColumns;
  /**
   * Several accounts in one pass over all stacks: `visit` is called for every stack and credits its
   * cost to any accounts, by number.
   */
  accounts(count: number, visit: VisitStack): Series[];
}

/** A stack is `frames` from `start` to before `end`, leaf first: no array is made for each, this is a hot loop. */
export type VisitStack = (
  frames: FrameColumn,
  start: number,
  end: number,
  credit: (account: number) => void,
) => void;

/** What stacks say of accounts that they are credited to. */
export type StackEvidence = Pick<Evidence, 'table' | 'common' | 'accounts'>;

/** Normalises the table's rounds. `rounds` and `table.rounds` are in the same order. */
export function gatherEvidence(
  table: CostTable,
  rounds: readonly Round[],
  pairs: number,
): Evidence {
  const costs = roundCosts(table);
  const normalisation = normalise(rounds, costs);
  const seriesOf = (
    costIn: (cost: RoundCosts, index: number) => number,
    weights: readonly number[],
  ): Series => {
    const base = new Array<number>(pairs).fill(0);
    const head = new Array<number>(pairs).fill(0);
    table.rounds.forEach((round, index) => {
      const cost = costs[index];
      if (cost === undefined) return;
      const side = round.side === 'base' ? base : head;
      side[round.pair] = costIn(cost, index) * (normalisation.factors[index] ?? 0);
    });
    return { base, head, weights };
  };
  const even = new Array<number>(pairs).fill(1);
  const program = seriesOf((cost) => cost.sum, even);
  const selves = wideSelves(table, (row) => seriesOf((cost) => cost.self[row] ?? 0, even));
  const { remove } = findCommonFactor(program, selves);
  const { weights, inflation } = pairWeights(selves.map(remove).map(levelled(program)), pairs);
  const series = (costIn: (cost: RoundCosts, index: number) => number) => seriesOf(costIn, weights);
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const weightOf = (round: number) => {
    const pair = table.rounds[round]?.pair ?? 0;
    return ((normalisation.factors[round] ?? 0) * (weights[pair] ?? 0)) / allWeights;
  };
  const means: Partial<Record<Side, StackColumns>> = {};
  return {
    table,
    pairs,
    normalisation,
    inflation,
    common: findCommonFactor(
      series((cost) => cost.sum),
      selves.map((self) => ({ ...self, weights })),
    ),
    row: (row, measure) => series((cost) => cost[measure][row] ?? 0),
    program: () => series((cost) => cost.sum),
    mean(side) {
      means[side] ??= meanRound(table, side, weightOf);
      return means[side];
    },
    accounts(count, visit) {
      const sums = table.rounds.map((round) => sumAccounts(round, count, visit));
      return Array.from({ length: count }, (_, account) =>
        series((_cost, index) => sums[index]?.[account] ?? 0),
      );
    },
  };
}

/** Of narrower functions rounds say little. */
export const MIN_SHARE = 0.005;

/** Whether an account is wide enough, on one side at least, for its rounds to say anything. */
export function isWide(series: Series, least = MIN_SHARE): boolean {
  return Math.max(meanOf(series, 'base'), meanOf(series, 'head')) >= least;
}

/**
 * Both sides in units of what the pair's base cost, once head is as fast as base. Otherwise a pair with a slow
 * base would look noisier than one with a slow head, and its lower weight would tilt every change upwards.
 */
function levelled(program: Series): (series: Series) => Series {
  const level = (costs: readonly number[]) =>
    costs.map((cost, pair) => cost / (program.base[pair] || 1));
  return ({ base, head, weights }) => ({ base: level(base), head: level(head), weights });
}

function wideSelves(table: CostTable, selfOf: (row: number) => Series): Series[] {
  return table.rows.flatMap((row, index) => {
    const self = selfOf(index);
    return row.gated && isWide(self) ? [self] : [];
  });
}

function sumAccounts(
  { frames, offsets, values }: RoundStacks,
  count: number,
  visit: VisitStack,
): Float64Array {
  const sums = new Float64Array(count);
  let value = 0;
  const credit = (account: number) => {
    sums[account] = (sums[account] ?? 0) + value;
  };
  for (let stack = 0; stack < values.length; stack += 1) {
    value = values[stack] ?? 0;
    visit(frames, offsets[stack] ?? 0, offsets[stack + 1] ?? 0, credit);
  }
  return sums;
}
