import { mean, median } from 'simple-statistics';
import type { Round } from '../profiles/profile.ts';
import type { RoundCosts } from './costs.ts';

/**
 * How raw costs become shares of the base's CPU per unit of work: multiply by the round's factor.
 * Linear on purpose, so that sums of accounts stay sums.
 */
export interface Normalisation {
  /** `counted`: work is known. `estimated`: work was inferred, whole-program changes are invisible. */
  readonly kind: 'counted' | 'estimated';
  /** One factor for each round, in the rounds' order. */
  readonly factors: readonly number[];
  /** Mean cost of one request of the base, in the unit of the profile; undefined when estimated. */
  readonly basePerRequest: number | undefined;
}

/** Chooses by what is known: counted if every round has its requests, else estimated. */
export function normalise(rounds: readonly Round[], costs: readonly RoundCosts[]): Normalisation {
  const counted = rounds.every((round) => round.requests !== undefined && round.requests > 0);
  return counted ? normaliseByRequests(rounds, costs) : normaliseByMedianRatio(rounds, costs);
}

function normaliseByRequests(
  rounds: readonly Round[],
  costs: readonly RoundCosts[],
): Normalisation {
  const perRequest = rounds.map((round, index) => (costs[index]?.sum ?? 0) / (round.requests ?? 1));
  const base = mean(perRequest.filter((_, index) => rounds[index]?.side === 'base'));
  return {
    kind: 'counted',
    factors: rounds.map((round) => 1 / ((round.requests ?? 1) * base)),
    basePerRequest: base,
  };
}

/** Functions narrower than this share are too noisy to say how much work was done. */
const REFERENCE_SHARE = 0.01;

/**
 * Median of ratios (Anders and Huber 2010): the work of the sides is in the proportion in which most
 * functions changed, so one function that got faster does not make all others look slower.
 */
function normaliseByMedianRatio(
  rounds: readonly Round[],
  costs: readonly RoundCosts[],
): Normalisation {
  const shares = {
    base: meanShares(rounds, costs, 'base'),
    head: meanShares(rounds, costs, 'head'),
  };
  const ratios: number[] = [];
  shares.base.forEach((base, row) => {
    const head = shares.head[row] ?? 0;
    if (base >= REFERENCE_SHARE && head >= REFERENCE_SHARE) ratios.push(head / base);
  });
  const correction = ratios.length > 0 ? median(ratios) : 1;
  return {
    kind: 'estimated',
    factors: rounds.map((round, index) => {
      const sum = costs[index]?.sum ?? 0;
      if (sum === 0) return 0;
      return round.side === 'base' ? 1 / sum : 1 / (sum * correction);
    }),
    basePerRequest: undefined,
  };
}

/** Self shares, so that a stack's cost counts once and not again for each of its callers. */
function meanShares(
  rounds: readonly Round[],
  costs: readonly RoundCosts[],
  side: Round['side'],
): number[] {
  const ofSide = costs.filter((_, index) => rounds[index]?.side === side);
  const rows = ofSide[0]?.self.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    mean(ofSide.map((cost) => (cost.sum > 0 ? (cost.self[row] ?? 0) / cost.sum : 0))),
  );
}
