import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { compareDrawn, drawRounds, POLICY } from './gates.ts';

const BASE = `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] 25
main serve render 15
main serve query[c.js:1] 20
main log[d.js:1] 10
`;
const HEAD = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 45').replace(
  'query[c.js:1] 20',
  'query[c.js:1] 5',
);

const seeds = fc.integer({ min: 1, max: 1e6 });

function compare(rounds: readonly Round[]) {
  return compareRounds({
    rounds,
    policy: POLICY,
    roots: { base: [], head: [] },
    lineMap: undefined,
  });
}

function byFunction(rounds: readonly Round[]): Map<string, number> {
  const { changes } = compare(rounds);
  return new Map(
    changes.map((change) => [`${change.subject?.name} ${change.measure}`, change.estimate.delta]),
  );
}

function swap(round: Round): Round {
  return { ...round, side: round.side === 'base' ? 'head' : 'base' };
}

describe('a comparison', () => {
  it('finds the opposite when base and head are swapped', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rounds = drawRounds(BASE, HEAD, { seed, ticks: 50_000 });
        const there = byFunction(rounds);
        const back = byFunction(rounds.map(swap));
        for (const [name, delta] of there) {
          // Shares are of the other base, so the sign turns and the size changes a little.
          const opposite = back.get(name);
          if (opposite !== undefined) expect(Math.sign(opposite)).toBe(-Math.sign(delta));
        }
        expect(there.size).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the unit of the profile or on the work of all rounds', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.01, max: 1000, noNaN: true }), (seed, scale) => {
        const rounds = drawRounds(BASE, HEAD, { seed });
        const scaled = rounds.map((round) => ({
          ...round,
          profile: { ...round.profile, values: round.profile.values.map((value) => value * scale) },
        }));
        const [one, other] = [compare(rounds), compare(scaled)];
        expect(other.verdict).toBe(one.verdict);
        other.changes.forEach((change, index) => {
          expect(change.estimate.delta).toBeCloseTo(one.changes[index]?.estimate.delta ?? 0, 9);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order in which pairs are given', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rounds = drawRounds(BASE, HEAD, { seed });
        const [one, other] = [compare(rounds), compare(rounds.toReversed())];
        expect(other.verdict).toBe(one.verdict);
        expect(other.minimumDetectable).toBeCloseTo(one.minimumDetectable ?? 0, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('is not misled by a head that served twice as many requests', () => {
    const { verdict } = compareDrawn(BASE, BASE, { headWork: 2, ticks: 50_000 });
    expect(verdict).toBe('pass');
  });

  it('finds nothing between two profiles that are exactly the same', () => {
    const rounds = drawRounds(BASE, BASE).filter((round) => round.side === 'base');
    const { verdict, changes } = compare(rounds.flatMap((round) => [round, swap(round)]));
    expect({ verdict, changes }).toEqual({ verdict: 'pass', changes: [] });
  });

  it('alarms in at most 2 % of gates when nothing changed', () => {
    const alarms = Array.from({ length: 300 }, (_, seed) =>
      compareDrawn(BASE, BASE, { seed: seed + 1, pairs: 8, ticks: 2000 }),
    ).filter((comparison) => comparison.verdict === 'regression');
    // At the nominal 1 %, six or fewer of 300 come out in 97 of 100 runs; the seeds are fixed.
    expect(alarms.length).toBeLessThanOrEqual(6);
  });
});

describe('too little data', () => {
  it.each([
    { what: 'two pairs', pairs: 2 },
    { what: 'one pair', pairs: 1 },
    { what: 'no pair', pairs: 0 },
  ])('$what are inconclusive, never a pass', ({ pairs }) => {
    expect(compareDrawn(BASE, HEAD, { pairs }).verdict).toBe('inconclusive');
  });

  it('is inconclusive when few samples leave room for a rise, and says how many rounds would do', () => {
    const comparison = compareDrawn(BASE, BASE, { pairs: 4, ticks: 300, seed: 3 });
    expect(comparison.verdict).toBe('inconclusive');
    expect(comparison.doubts.length).toBeGreaterThan(0);
    expect(comparison.pairsToDecide).toBeGreaterThan(4);
  });

  it('leaves a round without its other half out and says so', () => {
    const rounds = drawRounds(BASE, BASE, { pairs: 6 }).slice(1);
    const comparison = compare(rounds);
    expect(comparison.pairs).toBe(5);
    expect(comparison.warnings.join()).toContain('round 0 is left out: it has 0 base and 1 head');
  });
});

describe('work that nobody counted', () => {
  const uncounted = { requests: undefined, ticks: 50_000 } as const;

  it('is estimated, and the result says what cannot be seen then', () => {
    const comparison = compareDrawn(BASE, BASE, uncounted);
    expect(comparison.normalisation).toBe('estimated');
    expect(comparison.program).toBeUndefined();
    expect(comparison.warnings.join()).toContain('whole program cannot be seen');
  });

  it('still names a function that got slower', () => {
    const comparison = compareDrawn(
      BASE,
      HEAD.replace('query[c.js:1] 5', 'query[c.js:1] 20'),
      uncounted,
    );
    expect(comparison.changes.find((change) => change.culprit)?.subject?.name).toBe('escape');
  });

  it('is not misled by one function that got faster', () => {
    const comparison = compareDrawn(
      BASE,
      BASE.replace('parse[a.js:9] 30', 'parse[a.js:9] 3'),
      uncounted,
    );
    expect(comparison.verdict).not.toBe('regression');
  });
});
