import { judgeEnvironment, refusalOf } from '../compare/environment/judge.ts';
import { riseBeyond, upperBound } from '../compare/infer/estimate.ts';
import { MIN_PAIRS, pairRounds } from '../compare/pairs.ts';
import { type Rise, risesOf, type SoughtCost } from '../compare/rise.ts';
import { lookLevels, spendEvenly } from '../compare/sequence/boundaries.ts';
import { searchLooks } from '../compare/sequence/plan.ts';
import { comparisonInput } from '../comparison-input.ts';
import type { JudgedService, Policy } from '../config/config.ts';
import type { KnownBefore, PairsToHave } from '../record.ts';
import type { RoundsOfType } from '../recorder.ts';
import type { Measurement } from './search.ts';

/** A rise that a gate has confirmed, and whose commit is searched. */
export interface SoughtRise {
  /** As it was asked for. */
  readonly profileType: string;
  readonly policy: Policy;
  readonly cost: SoughtCost;
  /** As the gate measured it, as a fraction of the base's CPU. */
  readonly delta: number;
}

/** What a commit says of one rise. */
export type RiseReading = Omit<Measurement, 'commit'>;

/** Questions to rounds of base and another commit. */
export interface Asking {
  /** Asks for rounds until every reading is certain, or they are as many as a search takes. */
  readonly pairsToHave: PairsToHave;
  /** What they say by now, in the order of the rises. */
  readings(): readonly RiseReading[];
}

/** Pairs at which rounds are looked at first. */
export const FIRST_LOOK = MIN_PAIRS;

/** Probability that a commit is taken for one with the rise, or for one without, and is none: over all looks at it. */
const ERROR = 0.01;

const NOT_SEEN = { delta: null, low: null, high: null } as const;

const NOT_READ: RiseReading = { reading: 'unclear', ...NOT_SEEN, reason: null };

/** It is not there: its function is not, or what was built is the same. */
export const NOTHING_OF_IT: RiseReading = {
  reading: 'fast',
  delta: 0,
  low: 0,
  high: 0,
  reason: null,
};

/**
 * Asks rounds of a commit whether rises are there already. One is when more than half of it is there for certain, and
 * is not when half of it is ruled out.
 * @param most pairs at which no more are asked for
 * @param diff from base to the commit; undefined when it is unknown
 */
export function askRises(
  rises: readonly SoughtRise[],
  { allowDifferent }: Pick<JudgedService, 'allowDifferent'>,
  most: number,
  diff: string | undefined,
): Asking {
  const looks = searchLooks({ first: FIRST_LOOK, most }, 0);
  const levels = lookLevels(
    looks.map((pairs) => pairs / (looks.at(-1) ?? 1)),
    ERROR,
    spendEvenly,
  );
  let readings: readonly RiseReading[] = rises.map(() => NOT_READ);

  function read(
    { rounds, profileType }: RoundsOfType,
    origins: KnownBefore,
    level: number,
  ): ReadonlyMap<SoughtRise, RiseReading> {
    const own = rises.filter((rise) => rise.profileType === profileType);
    const [first] = own;
    if (first === undefined) return new Map();
    const refusal = refusalOf(judgeEnvironment(rounds, allowDifferent));
    if (refusal !== undefined) return new Map(own.map((rise) => [rise, broken(refusal.message)]));
    const subjects = { policy: first.policy, ...origins };
    const input = comparisonInput(rounds, subjects, { diff, facts: undefined });
    const costs = own.map(({ cost }) => cost);
    const found = risesOf(input, costs);
    return new Map(
      own.map((rise, index) => [
        rise,
        readingOf(found[index] ?? { kind: 'unknown' }, rise.delta / 2, level),
      ]),
    );
  }

  return {
    pairsToHave(types, origins) {
      const pairs = Math.min(...types.map(({ rounds }) => pairRounds(rounds).pairs));
      const look = looks.findLastIndex((planned) => planned <= pairs);
      const found = new Map(types.flatMap((type) => [...read(type, origins, levels[look] ?? 0)]));
      readings = rises.map(
        (rise) => found.get(rise) ?? broken(`its profiles of ${rise.profileType} are broken`),
      );
      const isCertain = readings.every(({ reading }) => reading !== 'unclear');
      return isCertain ? undefined : looks[look + 1];
    },
    readings: () => readings,
  };
}

/** What is the same for every rise, since the commit can't be measured. */
export function broken(reason: string): RiseReading {
  return { reading: 'broken', ...NOT_SEEN, reason };
}

function readingOf(rise: Rise, half: number, level: number): RiseReading {
  if (rise.kind === 'unknown') return NOT_READ;
  const { estimate } = rise;
  const isRuledOut = estimate === undefined || upperBound(estimate, level) < half;
  if (rise.kind === 'absent') {
    return isRuledOut ? NOTHING_OF_IT : NOT_READ;
  }
  const { delta, low, high } = rise.estimate;
  const isThere = riseBeyond(rise.estimate, half) <= level;
  const reading = isThere ? 'slow' : isRuledOut ? 'fast' : 'unclear';
  return { reading, delta, low, high, reason: null };
}
