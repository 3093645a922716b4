import { ADAPTIVE, CONFIRMED, FLAMEGATE } from './methods/methods.ts';
import { partText, rateText } from './print/numbers.ts';
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
  readonly measure: (tally: Tally) => Measured;
}

/** What came out, in words, and whether that is enough. */
export interface Measured {
  readonly text: string;
  readonly met: boolean;
}

/** A floor that was measured. */
export interface Verified extends Measured {
  readonly floor: Floor;
}

const PAIRS = 12;

/** The default of the option `max-rounds`, where measuring adaptively has to pay. */
const MOST = 20;

/** Of every corpus: identical builds fail as rarely as `alpha` says, and never where alarms are confirmed. */
const IDENTICAL_FLOORS: readonly Floor[] = [IDENTICAL, EITHER_WAY].flatMap((trial) => [
  {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'fails at most 1 %, upper bound at most 2.5 %',
    measure: byRate(failed, ({ rate, high }) => rate <= 0.01 && high <= 0.025),
  },
  ...[CONFIRMED, ADAPTIVE].map(
    (method): Floor => ({
      method,
      trial,
      pairs: PAIRS,
      demand: 'never fails',
      measure: byRate(failed, ({ count }) => count === 0),
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
  savingFloor(IDENTICAL, { confirming: 0 }),
  ...['csv25', 'score50', 'all20'].map((trial) => savingFloor(trial, { confirming: MOST / 2 })),
];

export function floorsOf({ ours }: { readonly ours: boolean }): readonly Floor[] {
  return ours ? IDENTICAL_FLOORS : [...IDENTICAL_FLOORS, ...SHARED_FLOORS];
}

/** Floors of what was not measured are left out. */
export function verify(floors: readonly Floor[], results: Results): Verified[] {
  return floors.flatMap((floor) => {
    const tally = results.tally(floor.trial, floor.pairs, floor.method);
    if (tally === undefined) return [];
    return [{ floor, ...floor.measure(tally) }];
  });
}

function falseFloor(trial: string): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'fails at most 1 %',
    measure: byRate(failed, ({ rate }) => rate <= 0.01),
  };
}

function hitFloor(trial: string, least: number): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: `hits at least ${100 * least} %`,
    measure: byRate(hit, ({ rate }) => rate >= least),
  };
}

function culpritFloor(trial: string): Floor {
  return {
    method: FLAMEGATE,
    trial,
    pairs: PAIRS,
    demand: 'right culprit in at least 95 % of hits',
    measure: byRate(right, ({ rate }) => rate >= 0.95),
  };
}

/** @param confirming pairs that confirm an alarm when all others are measured at once */
function savingFloor(trial: string, { confirming }: { readonly confirming: number }): Floor {
  const fixed = MOST + confirming;
  return {
    method: ADAPTIVE,
    trial,
    pairs: MOST,
    demand: `takes at least 40 % fewer pairs than the ${fixed} of a gate that measures all at once`,
    measure: ({ pairs, gates }) => {
      const saved = 1 - pairs / gates / fixed;
      return { text: `${partText(saved)} fewer`, met: saved >= 0.4 };
    },
  };
}

function byRate(rateOf: (tally: Tally) => Rate, met: (rate: Rate) => boolean): Floor['measure'] {
  return (tally) => {
    const rate = rateOf(tally);
    return { text: rateText(rate), met: met(rate) };
  };
}
