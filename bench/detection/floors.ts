import { ADAPTIVE, CONFIRMED, FLAMEGATE } from './methods/methods.ts';
import type { Rate } from './rates.ts';
import { failed, hit, type Results, right } from './results.ts';
import type { Tally } from './tally.ts';
import { EITHER_WAY, IDENTICAL } from './trial.ts';

/** Something that must hold of a method in a trial. */
export interface Floor {
  readonly method: string;
  readonly trial: string;
  readonly pairs: number;
  /** What is measured, and the demand, in words. */
  readonly demand: string;
  readonly rate: (tally: Tally) => Rate;
  readonly met: (rate: Rate) => boolean;
}

/** A floor that was measured. */
export interface Verified {
  readonly floor: Floor;
  readonly rate: Rate;
  readonly met: boolean;
}

const PAIRS = 12;

/** Of every corpus: identical builds fail as rarely as `alpha` says, and never where alarms are confirmed. */
const IDENTICAL_FLOORS: readonly Floor[] = [IDENTICAL, EITHER_WAY].flatMap((trial) => [
  {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'fails at most 1 %, upper bound at most 2.5 %',
    rate: failed,
    met: ({ rate, high }) => rate <= 0.01 && high <= 0.025,
  },
  ...[CONFIRMED, ADAPTIVE].map(
    (method): Floor => ({
      method,
      trial,
      pairs: PAIRS,
      demand: 'never fails',
      rate: failed,
      met: ({ count }) => count === 0,
    }),
  ),
]);

/** Of the shared corpus, besides. */
const SHARED_FLOORS: readonly Floor[] = [
  ...['rename', 'csvfast'].map((trial) => falseFloor(trial)),
  ...['csv25', 'score50', 'all20'].map((trial) => hitFloor(trial, 0.99)),
  hitFloor('score25', 0.9),
  hitFloor('hash50', 0.8),
  ...['csv25', 'score25', 'score50', 'hash50', 'all20'].map((trial) => culpritFloor(trial)),
];

export function floorsOf({ ours }: { readonly ours: boolean }): readonly Floor[] {
  return ours ? IDENTICAL_FLOORS : [...IDENTICAL_FLOORS, ...SHARED_FLOORS];
}

/** Floors of what was not measured are left out. */
export function verify(floors: readonly Floor[], results: Results): Verified[] {
  return floors.flatMap((floor) => {
    const tally = results.tally(floor.trial, floor.pairs, floor.method);
    if (tally === undefined) return [];
    const rate = floor.rate(tally);
    return [{ floor, rate, met: floor.met(rate) }];
  });
}

function falseFloor(trial: string): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'fails at most 1 %',
    rate: failed,
    met: ({ rate }) => rate <= 0.01,
  };
}

function hitFloor(trial: string, least: number): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: `hits at least ${100 * least} %`,
    rate: hit,
    met: ({ rate }) => rate >= least,
  };
}

function culpritFloor(trial: string): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'right culprit in at least 95 % of hits',
    rate: right,
    met: ({ rate }) => rate >= 0.95,
  };
}
