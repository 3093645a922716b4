import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { dealer, pairsOf } from '../../src/self-test/deal.ts';
import { seededRandom } from '../../src/self-test/random.ts';
import { resampleGates } from '../../src/self-test/resample.ts';
import { type Tally, tallyGates } from '../../src/self-test/tally.ts';
import { type Drawing, drawRounds, POLICY } from '../compare/gates.ts';

const SHOP = `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] 25
main serve render 15
main serve query[c.js:1] 20
main log[d.js:1] 10
`;
const SLOWER = SHOP.replace('escape[b.js:7] 25', 'escape[b.js:7] 45');

/** The shop against itself. */
function unchanged(drawing: Drawing = {}): Round[] {
  return drawRounds(SHOP, SHOP, { pairs: 10, ...drawing });
}

function tally(
  rounds: readonly Round[],
  plan = { first: 6, most: 14 },
  { gates = 40, seed = 1 } = {},
): Tally {
  const roots = { base: [], head: [] };
  const input = { rounds, policy: POLICY, roots, lineMap: undefined };
  const drawn = resampleGates(input, plan, seededRandom(seed));
  return tallyGates(Array.from({ length: gates }, () => drawn.next().value));
}

describe('dealer', () => {
  it('deals every pair once before any comes again, under new numbers', () => {
    const pairs = pairsOf(unchanged({ pairs: 7 }));
    const deal = dealer(pairs, seededRandom(5));
    for (let deck = 0; deck < 3; deck += 1) {
      const dealt = pairs.map((_, index) => deal(100 * deck + index));
      const origin = (round: Round) =>
        pairs.findIndex(({ base, head }) => [base.profile, head.profile].includes(round.profile));
      expect(dealt.map(([base]) => origin(base)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
      dealt.forEach(([base, head], index) => {
        expect([base.side, head.side]).toEqual(['base', 'head']);
        expect([base.round, head.round]).toEqual([100 * deck + index, 100 * deck + index]);
        expect(origin(head)).toBe(origin(base));
      });
    }
  });

  it('lets either round of a pair play the head, half of the time', () => {
    const pairs = pairsOf(unchanged({ pairs: 4 }));
    const deal = dealer(pairs, seededRandom(9));
    const swapped = Array.from({ length: 400 }, (_, index) => deal(index)).filter(([base]) =>
      pairs.some(({ head }) => head.profile === base.profile),
    );
    expect(swapped.length).toBeGreaterThan(150);
    expect(swapped.length).toBeLessThan(250);
  });

  it('leaves out rounds without a partner', () => {
    const rounds = unchanged({ pairs: 5 });
    expect(
      pairsOf(rounds.filter((round) => round.side === 'base' || round.round !== 2)),
    ).toHaveLength(4);
  });
});

describe('gates drawn from a service against itself', () => {
  it('hardly ever alarm, and mostly pass where rounds are quiet', () => {
    const { gates, alarms, pass, inconclusive } = tally(
      unchanged({ ticks: 40_000, machine: 0.01 }),
    );
    expect(alarms.low).toBeLessThanOrEqual(POLICY.alpha);
    expect(pass + inconclusive + alarms.gates).toBe(gates);
    expect(pass).toBeGreaterThan(gates / 2);
  });

  it('cannot tell where rounds are noisy, and say what would help', () => {
    const { inconclusive, alarms, advice } = tally(unchanged({ ticks: 300 }));
    expect(inconclusive).toBeGreaterThan(20);
    expect(alarms.low).toBeLessThanOrEqual(POLICY.alpha);
    expect(advice.join(' ')).toMatch(/rounds/u);
  });

  it('take no notice of which side was measured as which', () => {
    // A real difference: with the sides drawn by chance it is but noise.
    const rounds = drawRounds(SHOP, SLOWER, { pairs: 10 });
    const roots = { base: [], head: [] };
    expect(compareRounds({ rounds, policy: POLICY, roots, lineMap: undefined }).verdict).toBe(
      'regression',
    );
    expect(tally(rounds).pass).toBeLessThan(10);
    expect(tally(rounds).alarms.low).toBeLessThanOrEqual(POLICY.alpha);
  });

  it('are the same for the same seed', () => {
    const rounds = unchanged();
    const some = { gates: 10 };
    expect(tally(rounds, undefined, some)).toEqual(tally(rounds, undefined, some));
  });

  it('go to the end of a plan that asks for more pairs than there are', () => {
    const { medianPairs, gates } = tally(unchanged({ pairs: 3, ticks: 1000 }), {
      first: 6,
      most: 9,
    });
    expect(gates).toBe(40);
    expect(medianPairs).toBeGreaterThanOrEqual(6);
  });
});
