import type { Estimate } from '../../src/compare/infer/estimate.ts';
import { studentUpperTail } from '../../src/compare/infer/student.ts';
import type { Random } from '../detection/random.ts';
import type { KnownEstimate, KnownGate } from './gate.ts';

/** Groups of accounts: all, by their share of the base's CPU, the program, and those that really changed. */
export const GROUPS = [
  'all',
  'under 2 %',
  '2 to 10 %',
  'over 10 %',
  'whole program',
  'changed',
] as const;

type Group = (typeof GROUPS)[number];

/** How often intervals held the truth. */
export interface Coverage {
  readonly of: number;
  readonly covered: number;
}

/** What calibration gates came to. */
export interface CalibrationTally {
  readonly gates: number;
  /** Gates with a verdict of regression. */
  readonly failed: number;
  /** p-value of one unchanged account of each gate, drawn at random: those of one gate are not independent. */
  readonly pValues: readonly number[];
  readonly coverage: ReadonlyMap<Group, Coverage>;
}

export const EMPTY: CalibrationTally = {
  gates: 0,
  failed: 0,
  pValues: [],
  coverage: new Map(),
};

export function tallyOf({ estimates, failed }: KnownGate, random: Random): CalibrationTally {
  const unchanged = estimates.filter(({ truth }) => truth === 0);
  const drawn = unchanged[Math.floor(random() * unchanged.length)];
  return {
    gates: 1,
    failed: Number(failed),
    pValues: drawn === undefined ? [] : [riseP(drawn.estimate)],
    coverage: new Map(
      GROUPS.map((group) => [group, coverageOf(estimates.filter((one) => belongs(one, group)))]),
    ),
  };
}

/**
 * One-sided p-value against «it did not rise». The product tests against a rise of some size; only at
 * zero do identical builds lie on the border of what is tested, and p-values are uniform.
 */
function riseP({ delta, standardError, df }: Estimate): number {
  return studentUpperTail(delta / standardError, df);
}

function belongs({ name, estimate: { baseShare }, truth }: KnownEstimate, group: Group): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'under 2 %':
      return baseShare < 0.02;
    case '2 to 10 %':
      return baseShare >= 0.02 && baseShare < 0.1;
    case 'over 10 %':
      return baseShare >= 0.1;
    case 'whole program':
      return name === undefined;
    case 'changed':
      return truth !== 0;
  }
}

function coverageOf(estimates: readonly KnownEstimate[]): Coverage {
  const covered = estimates.filter(
    ({ estimate: { low, high }, truth }) => low <= truth && truth <= high,
  );
  return { of: estimates.length, covered: covered.length };
}

export function sumOf(one: CalibrationTally, other: CalibrationTally): CalibrationTally {
  return {
    gates: one.gates + other.gates,
    failed: one.failed + other.failed,
    pValues: [...one.pValues, ...other.pValues],
    coverage: new Map(
      GROUPS.map((group) => {
        const [a, b] = [one.coverage.get(group), other.coverage.get(group)];
        return [
          group,
          { of: (a?.of ?? 0) + (b?.of ?? 0), covered: (a?.covered ?? 0) + (b?.covered ?? 0) },
        ];
      }),
    ),
  };
}
