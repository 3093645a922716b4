import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import { roundCosts } from '../../src/compare/costs.ts';
import type { Evidence } from '../../src/compare/evidence.ts';
import { differences, type Series } from '../../src/compare/infer/series.ts';
import { judgeRounds } from './judged.ts';
import { roundsOf } from './rounds.ts';
import type { Trial } from './trial.ts';

/**
 * How far a function's noise in identical builds is above what counting samples alone would make, as
 * ratios of standard errors: 1 is the limit.
 */
export interface Excess {
  readonly name: string;
  /** Part of the CPU. */
  readonly share: number;
  /** The limit: `sqrt(2 p / n)` of a pair, for a share p and n samples in a round; part of the CPU. */
  readonly limit: number;
  /** Cost per request, as it is. */
  readonly asIs: number;
  /** Without what all functions of a pair have in common. */
  readonly own: number;
  /** The standard error that Flamegate works with. */
  readonly product: number;
}

/** Of all functions that are tested, from the trial's cycles all at once; widest first. */
export function excessOf(trial: Trial): Excess[] {
  const rounds = roundsOf(trial.pairs);
  const { evidence, judged } = judgeRounds(rounds, trial.contexts);
  const { pairs } = trial;
  const costs = roundCosts(evidence.table);
  const samples = mean(
    rounds.map(({ profile }, index) => {
      const everything = profile.values.reduce((sum, value) => sum + value, 0);
      // Idle time and the profiler's own are in the ticks, but not in the comparison.
      return (profile.ticks * (costs[index]?.sum ?? 0)) / everything;
    }),
  );
  return judged
    .flatMap(({ row, measure, estimate }) => {
      const name = evidence.table.rows[row]?.name;
      if (name === undefined || measure !== 'total') return [];
      const share = (estimate.baseShare + estimate.headShare) / 2;
      const limit = Math.sqrt((2 * share) / samples);
      const excess = {
        name,
        share,
        limit,
        ...spreads(evidence, row, limit),
        product: (estimate.standardError * Math.sqrt(pairs.length)) / limit,
      };
      return [excess];
    })
    .sort((a, b) => b.share - a.share);
}

function spreads(evidence: Evidence, row: number, limit: number) {
  const series = evidence.row(row, 'total');
  const times = (one: Series) => sampleStandardDeviation(differences(one)) / limit;
  return { asIs: times(series), own: times(evidence.common.remove(series)) };
}

/** The median function. */
export function medianExcess(excesses: readonly Excess[]): Omit<Excess, 'name'> {
  const middle = (pick: (excess: Excess) => number) => median(excesses.map(pick));
  return {
    share: middle(({ share }) => share),
    limit: middle(({ limit }) => limit),
    asIs: middle(({ asIs }) => asIs),
    own: middle(({ own }) => own),
    product: middle(({ product }) => product),
  };
}
