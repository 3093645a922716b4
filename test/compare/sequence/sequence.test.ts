import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/compare/sequence/decide.ts';
import type { RoundsPlan } from '../../../src/compare/sequence/plan.ts';
import { decideRounds } from '../../../src/compare/sequence/sequence.ts';
import type { Round } from '../../../src/profiles/profile.ts';
import { type Drawing, drawRounds, POLICY } from '../gates.ts';

const BASE = `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] 25
main serve render 15
main serve query[c.js:1] 20
main log[d.js:1] 10
`;
const SLOWER = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 45');
const PLAN: RoundsPlan = { first: 6, most: 20 };
const QUIET = { ticks: 60_000, machine: 0.01 };

function decided(rounds: readonly Round[], plan: RoundsPlan = PLAN): Decision {
  const roots = { base: [], head: [] };
  return decideRounds({ rounds, policy: POLICY, roots, lineMap: undefined }, plan);
}

function pairsOf(base: string, head: string, pairs: number, drawing: Drawing = QUIET): Round[] {
  return drawRounds(base, head, { ...drawing, pairs });
}

/** Measures as a run does: more pairs as long as they are asked for. */
function measured(base: string, head: string, drawing: Drawing = QUIET) {
  const all = pairsOf(base, head, 60, drawing);
  let available = PLAN.first;
  for (;;) {
    const rounds = all.filter(({ round }) => round < available);
    const decision = decided(rounds);
    if (decision.next === undefined) return { decision, rounds };
    expect(decision.next).toBeGreaterThan(available);
    available = decision.next;
  }
}

describe('a sequence of pairs', () => {
  it('is no longer than the first look when nothing changed on a quiet machine', () => {
    const { decision, rounds } = measured(BASE, BASE);
    expect(decision.comparison.verdict).toBe('pass');
    expect(decision.endedEarly).toBe('certain');
    expect(rounds).toHaveLength(2 * 6);
  });

  it('with a large change is a regression only once fresh pairs confirm it', () => {
    const alarm = decided(pairsOf(BASE, SLOWER, 6));
    expect(alarm.next).toBe(6 + 4);
    expect(alarm.confirmation?.outcome).toBe('pending');
    const { decision } = measured(BASE, SLOWER);
    expect(decision.comparison.verdict).toBe('regression');
    expect(decision.confirmation).toMatchObject({
      outcome: 'confirmed',
      raisedAfter: 6,
      freshPairs: 4,
    });
    expect(decision.comparison.changes.find(({ culprit }) => culprit)?.subject?.name).toBe(
      'escape',
    );
  });

  it('whose alarm the fresh pairs do not repeat is no regression, and says what was suspected', () => {
    const rounds = [
      ...pairsOf(BASE, SLOWER, 6),
      ...pairsOf(BASE, BASE, 30, { ...QUIET, seed: 2 }).map((round) => ({
        ...round,
        round: round.round + 6,
      })),
    ];
    const decision = decided(rounds);
    expect(decision.comparison.verdict).not.toBe('regression');
    expect(decision.comparison.changes.filter(({ fails }) => fails)).toEqual([]);
    expect(decision.confirmation?.outcome).toBe('refuted');
    expect(decision.confirmation?.suspects.map(({ subject }) => subject?.name)).toContain('escape');
  });

  it('that was cut short after an alarm leaves it unconfirmed', () => {
    const decision = decided(pairsOf(BASE, SLOWER, 7), { ...PLAN, isCutShort: true });
    expect(decision.next).toBeUndefined();
    expect(decision.comparison.verdict).toBe('inconclusive');
    expect(decision.confirmation).toMatchObject({ outcome: 'pending', freshPairs: 1 });
  });

  it('that was cut short while the alarm of its last look was confirmed leaves it unconfirmed', () => {
    const decision = decided(pairsOf(BASE, SLOWER, 8), { first: 6, most: 6, isCutShort: true });
    expect(decision.comparison.verdict).toBe('inconclusive');
    expect(decision.confirmation).toMatchObject({ outcome: 'pending', freshPairs: 2 });
  });

  it('ends when no pair that is left could decide it', () => {
    const { decision, rounds } = measured(BASE, BASE, { ticks: 150, machine: 0.1 });
    expect(decision.comparison.verdict).toBe('inconclusive');
    expect(decision.endedEarly).toBe('hopeless');
    expect(rounds.length).toBeLessThan(2 * PLAN.most);
  });

  it('is decided alike when it is read again', () => {
    for (const seed of [1, 2, 3]) {
      const noisy = { ticks: 3000, machine: 0.05, seed };
      const { decision, rounds } = measured(BASE, SLOWER, noisy);
      expect(decided(rounds).comparison.verdict).toBe(decision.comparison.verdict);
      expect(decided(rounds).confirmation?.outcome).toBe(decision.confirmation?.outcome);
    }
  });

  it('never fails when nothing changed, however often it looks', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { decision } = measured(BASE, BASE, { ticks: 2000, machine: 0.08, seed });
      expect(decision.comparison.verdict).not.toBe('regression');
    }
  });
});
