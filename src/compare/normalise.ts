import { mean } from 'simple-statistics';
import type { Round, Side } from '../profiles/profile.ts';
import type { RoundCosts } from './costs.ts';
import { slowdowns } from './disturbance.ts';
import { robustCentre } from './infer/common.ts';

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
  /** How much slower than at its quietest the machine was, which costs are corrected for: 1.2 for a fifth slower. */
  readonly slowdown: Readonly<Record<Side, number>> | undefined;
}

/** Chooses by what is known: counted if every round has its requests, else estimated. */
export function normalise(rounds: readonly Round[], costs: readonly RoundCosts[]): Normalisation {
  const counted = rounds.every((round) => round.requests !== undefined && round.requests > 0);
  return counted ? normaliseByRequests(rounds, costs) : normaliseByRatios(rounds, costs);
}

/** Cost of one request on both sides, in the unit of the profile; undefined when work was not counted. */
export function costPerRequest(
  { basePerRequest: base }: Normalisation,
  headShare: number | undefined,
): { readonly base: number; readonly head: number } | undefined {
  return base === undefined || headShare === undefined
    ? undefined
    : { base, head: base * headShare };
}

/** What estimated work hides. */
export function estimationWarning({ kind }: Normalisation): string[] {
  if (kind === 'counted') return [];
  return [
    'requests were not counted, so the work was estimated from the functions themselves: a slowdown of the whole program cannot be seen',
  ];
}

/** In fewer slices of time, which are 100 ms or longer, how slow each speed is would be a guess. */
const MIN_SLICES = 240;

function isWatchedEnough(rounds: readonly Round[]): boolean {
  return rounds.reduce((sum, { disturbance = [] }) => sum + disturbance.length, 0) >= MIN_SLICES;
}

/**
 * Cost per request, and both rounds of a pair scaled alike so that every pair costs the same: on a machine
 * that is slow for a while everything costs more, the change and the noise, and such a pair must not
 * weigh more than others.
 */
function normaliseByRequests(
  rounds: readonly Round[],
  costs: readonly RoundCosts[],
): Normalisation {
  const slow = isWatchedEnough(rounds) ? slowdowns(rounds) : undefined;
  // A request takes longer while others disturb: it counts as more of the undisturbed machine's requests.
  const work = rounds.map(({ requests }, index) => (requests ?? 1) * (slow?.[index] ?? 1));
  const perRequest = costs.map(({ sum }, index) => sum / (work[index] ?? 1));
  const ofPair = new Map<number, number>();
  rounds.forEach(({ round }, index) => {
    ofPair.set(round, (ofPair.get(round) ?? 0) + (perRequest[index] ?? 0));
  });
  const scaled = rounds.map(
    ({ round }, index) => 1 / ((work[index] ?? 1) * (ofPair.get(round) ?? 0)),
  );
  const ofBase = <T>(values: readonly T[]) => values.filter((_, i) => rounds[i]?.side === 'base');
  const ofHead = <T>(values: readonly T[]) => values.filter((_, i) => rounds[i]?.side === 'head');
  const base = mean(ofBase(scaled.map((factor, index) => factor * (costs[index]?.sum ?? 0))));
  return {
    kind: 'counted',
    factors: scaled.map((factor) => factor / base),
    basePerRequest: mean(ofBase(perRequest)),
    slowdown: slow && { base: mean(ofBase(slow)), head: mean(ofHead(slow)) },
  };
}

/** Functions narrower than this share are too noisy to say how much work was done. */
const REFERENCE_SHARE = 0.01;

/**
 * Ratios of the functions themselves (the idea of DESeq's median of ratios, Anders and Huber 2010): the
 * work of the sides is in the proportion in which most functions changed, so one function that got
 * faster does not make all others look slower. Robust by the weight of the functions, not by their number:
 * a wide one that changed may have many callees that changed with it.
 */
function normaliseByRatios(rounds: readonly Round[], costs: readonly RoundCosts[]): Normalisation {
  const shares = {
    base: meanShares(rounds, costs, 'base'),
    head: meanShares(rounds, costs, 'head'),
  };
  const ratios = shares.base.flatMap((base, row) => {
    const head = shares.head[row] ?? 0;
    if (base < REFERENCE_SHARE || head < REFERENCE_SHARE) return [];
    return [{ weight: (base + head) / 2, log: Math.log(head / base) }];
  });
  const correction = Math.exp(robustCentre(ratios).centre);
  return {
    kind: 'estimated',
    factors: rounds.map((round, index) => {
      const sum = costs[index]?.sum ?? 0;
      if (sum === 0) return 0;
      return round.side === 'base' ? 1 / sum : 1 / (sum * correction);
    }),
    basePerRequest: undefined,
    slowdown: undefined,
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
