import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowdowns } from '../../src/compare/disturbance.ts';
import type { Disturbance } from '../../src/profiles/disturbance.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { compareDrawn, drawRounds, formatComparison } from './gates.ts';

const PICTURE = `
  main handle parse    30
  main handle render   50
  main handle encode   20
`;

/**
 * Rounds in which each level of disturbance takes a part of the requests; `slow` says how much longer a
 * request takes at it. Each row is a round: requests at each level.
 */
function roundsWith(slow: readonly number[], cost: readonly number[], rows: number[][]): Round[] {
  const [template] = drawRounds(PICTURE, PICTURE, { pairs: 1 });
  if (template === undefined) throw new Error('no round was drawn');
  return rows.map((row, index) => ({
    ...template,
    side: index % 2 === 0 ? 'base' : 'head',
    round: Math.floor(index / 2),
    disturbance: row.map((requests, level) => ({
      requests,
      cpuMs: requests * (cost[index % 2] ?? 1) * (slow[level] ?? 1),
      beats: [[50 + level, 1]],
    })),
  }));
}

function rounded(values: readonly number[] | undefined): number[] | undefined {
  return values?.map((value) => Math.round(value * 1000) / 1000);
}

describe('slowdowns', () => {
  it.each([
    ['none disturbed', [[900], [900]], [1, 1]],
    [
      'all disturbed alike',
      [
        [450, 450],
        [450, 450],
      ],
      [1.25, 1.25],
    ],
    [
      'one disturbed half of the time',
      [
        [900, 0],
        [450, 450],
      ],
      [1, 1.25],
    ],
    [
      'both disturbed in part',
      [
        [600, 300],
        [100, 800],
      ],
      [1.167, 1.444],
    ],
  ])('%s', (_, rows, expected) => {
    expect(rounded(slowdowns(roundsWith([1, 1.5], [1, 1], rows)))).toEqual(expected);
  });

  it('sees through slices in which the machine changed its speed', () => {
    // For each slice the part of the time in which a request takes 1.5 times as long.
    const parts = [
      [0.1, 0.5, 0.9, 0.3],
      [0.4, 0.2, 0.6, 0],
      [1, 0.7, 0.8, 0.9],
      [0, 0.1, 0.2, 0.1],
    ];
    const [template] = roundsWith([1], [1], [[1]]);
    const rounds = parts.map((slices, index): Round => {
      if (template === undefined) throw new Error('no round was drawn');
      const disturbance = slices.map((slow) => ({
        requests: 100 * (1 - slow) + (100 * slow) / 1.5,
        cpuMs: 100,
        beats: [[50, 1 - slow] as const, [80, slow] as const],
      }));
      return { ...template, side: index % 2 === 0 ? 'base' : 'head', disturbance };
    });
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const truth = parts.map((slices) => 1 / mean(slices.map((slow) => 1 - slow / 3)));
    slowdowns(rounds)?.forEach((found, index) => {
      expect(found).toBeCloseTo(truth[index] ?? 0, 2);
    });
    expect(slowdowns(rounds)).toHaveLength(4);
  });

  it('does not take a dearer head for a slower machine', () => {
    const rows = [
      [600, 300],
      [300, 600],
      [500, 400],
      [800, 100],
    ];
    const same = slowdowns(roundsWith([1, 1.4], [1, 1], rows));
    const dearer = slowdowns(roundsWith([1, 1.4], [1, 3], rows));
    expect(rounded(dearer)).toEqual(rounded(same));
  });

  it('knows nothing when one round was not watched', () => {
    const rounds = roundsWith(
      [1, 1.5],
      [1, 1],
      [
        [600, 300],
        [300, 600],
      ],
    );
    expect(slowdowns(rounds.map((round, i) => (i === 0 ? round : without(round))))).toBeUndefined();
    expect(slowdowns([])).toBeUndefined();
  });

  it('knows nothing when the sides were at levels of their own', () => {
    // As when head keeps the whole machine busy, and so slows itself.
    const rows = [
      [900, 0],
      [0, 800],
      [850, 50],
      [10, 890],
    ];
    expect(slowdowns(roundsWith([1, 1.5], [1, 1], rows))).toBeUndefined();
  });

  it('leaves the cost of a round alone that was at a level of its own all the time', () => {
    const rows = [
      [900, 0, 0],
      [600, 300, 0],
      [0, 0, 700],
      [500, 400, 0],
    ];
    const found = slowdowns(roundsWith([1, 1.5, 2], [1, 1], rows));
    // It may be the machine or the code; only the machine would be forgiven.
    expect(rounded(found)?.[2]).toBe(1);
  });

  it('tells what slowed each round from any mixture of levels', () => {
    const slow = [1, 1.2, 1.6];
    const row = fc.tuple(
      fc.integer({ min: 50, max: 900 }),
      fc.integer({ min: 50, max: 900 }),
      fc.integer({ min: 50, max: 900 }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 12 }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (rows, head) => {
          const found = slowdowns(roundsWith(slow, [1, head], rows));
          rows.forEach((requests, index) => {
            const all = requests.reduce((sum, n) => sum + n, 0);
            const truth = requests.reduce((sum, n, level) => sum + n * (slow[level] ?? 1), 0) / all;
            expect(found?.[index]).toBeCloseTo(truth, 2);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a comparison on a disturbed machine', () => {
  /** Every other round is slowed by half for most of the time, and says so. */
  function disturbed(rounds: readonly Round[]): Round[] {
    return rounds.map((round, index) => {
      const requests = round.requests ?? 0;
      const slowed = Math.round(requests * (index % 3 === 0 ? 0.7 : 0.1));
      const factor = 1 + (0.5 * slowed) / requests;
      const levels: Disturbance = [
        { requests: requests - slowed, cpuMs: requests - slowed, beats: [[57, 1]] },
        { requests: slowed, cpuMs: 1.5 * slowed, beats: [[88, 1]] },
      ];
      const values = round.profile.values.map((value) => value * factor);
      // As many slices of time as rounds of some seconds have.
      const disturbance = Array.from({ length: 10 }, () => levels).flat();
      return { ...round, profile: { ...round.profile, values }, disturbance };
    });
  }

  const SLOWER = PICTURE.replace('render   50', 'render   56');

  it.each([
    ['unchanged', PICTURE, 'pass'],
    ['a function that got slower', SLOWER, 'regression render*'],
  ])('%s: sees through it', (_, head, expected) => {
    const rounds = disturbed(drawRounds(PICTURE, head, { ticks: 40_000, machine: 0.01 }));
    expect(formatComparison(compareDrawn(PICTURE, head, { rounds }))).toBe(expected);
    const blind = compareDrawn(PICTURE, head, { rounds: rounds.map(without) });
    expect(blind.verdict).toBe('inconclusive');
  });

  it('is not corrected by what a few slices say', () => {
    const rounds = disturbed(drawRounds(PICTURE, PICTURE, { ticks: 40_000, machine: 0.01 }));
    const few = rounds.map((round) => ({
      ...round,
      disturbance: round.disturbance?.slice(0, 2) ?? [],
    }));
    expect(compareDrawn(PICTURE, PICTURE, { rounds: few }).slowdown).toBeUndefined();
    expect(compareDrawn(PICTURE, PICTURE, { rounds }).slowdown).toBeDefined();
  });
});

function without({ disturbance: _, ...round }: Round): Round {
  return round;
}
