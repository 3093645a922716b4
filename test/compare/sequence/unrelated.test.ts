import { describe, expect, it } from 'vitest';
import type { Attribute, Attribution } from '../../../src/compare/attribution.ts';
import type { Decision } from '../../../src/compare/sequence/decide.ts';
import type { RoundsPlan } from '../../../src/compare/sequence/plan.ts';
import { decideOnce, decideRounds } from '../../../src/compare/sequence/sequence.ts';
import type { Round } from '../../../src/profiles/profile.ts';
import { type Drawing, drawRounds, POLICY } from '../gates.ts';

const BASE = `
main serve[a.js:1] parse[a.js:9] 30
main render[b.js:1] escape[b.js:7] 25
main query[c.js:1] 20
main log[d.js:1] 10
`;
const SLOWER = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 45');
const BOTH = SLOWER.replace('query[c.js:1] 20', 'query[c.js:1] 35');
const PLAN: RoundsPlan = { first: 6, most: 20 };
const QUIET = { ticks: 60_000, machine: 0.01 };

/** A change that can reach some functions by name, and no others. */
function reaching(...names: readonly string[]): Attribute {
  const of = (name: string | undefined): Attribution =>
    name !== undefined && names.includes(name)
      ? { mark: 'touched', way: { by: 'lines', path: 'x' } }
      : { mark: 'unrelated', way: { by: 'nothing' } };
  return ({ rows }) => ({ row: (row) => of(rows[row]?.name), program: of(undefined) });
}

function inputOf(rounds: readonly Round[], attribute?: Attribute) {
  const roots = { base: [], head: [] };
  const input = { rounds, policy: POLICY, roots, lineMap: undefined };
  return attribute === undefined ? input : { ...input, attribute };
}

/** Pairs one behind the other: `[base, head, pairs]` each. */
function pairs(...parts: readonly (readonly [string, string, number])[]): Round[] {
  let from = 0;
  return parts.flatMap(([base, head, count], part) => {
    const rounds = drawRounds(base, head, { ...QUIET, pairs: count, seed: part + 1 });
    const shifted = rounds.map((round) => ({ ...round, round: round.round + from }));
    from += count;
    return shifted;
  });
}

/** Measures as a run does: more pairs as long as they are asked for. */
function measured(all: readonly Round[], attribute?: Attribute): Decision {
  let available = PLAN.first;
  for (;;) {
    const rounds = all.filter(({ round }) => round < available);
    const decision = decideRounds(inputOf(rounds, attribute), PLAN);
    if (decision.next === undefined) return decision;
    available = decision.next;
  }
}

function failing({ comparison }: Decision): string[] {
  return comparison.changes.filter(({ fails }) => fails).map(({ subject }) => subject?.name ?? '');
}

describe('an alarm on code that the change can reach', () => {
  it('is confirmed once', () => {
    const decision = measured(pairs([BASE, SLOWER, 60]), reaching('escape'));
    expect(decision.comparison.verdict).toBe('regression');
    expect(decision.confirmation).toMatchObject({ outcome: 'confirmed', freshPairs: 4, times: 1 });
    expect(decision.comparison.changes[0]?.attribution?.mark).toBe('touched');
  });

  it('does not wait for one that it can’t reach, which is set aside', () => {
    const decision = measured(pairs([BASE, BOTH, 60]), reaching('escape'));
    expect(decision.comparison.verdict).toBe('regression');
    expect(failing(decision)).toContain('escape');
    expect(failing(decision)).not.toContain('query');
    expect(decision.setAside.map(({ subject }) => subject?.name)).toContain('query');
    expect(decision.confirmation?.times).toBe(1);
  });
});

describe('an alarm on code that the change can’t reach', () => {
  it('is a regression once fresh pairs confirmed it twice', () => {
    const once = decideRounds(inputOf(pairs([BASE, SLOWER, 10]), reaching()), PLAN);
    expect(once.next).toBe(6 + 4 + 4);
    expect(once.confirmation).toMatchObject({ outcome: 'pending', times: 2 });
    const decision = measured(pairs([BASE, SLOWER, 60]), reaching());
    expect(decision.comparison.verdict).toBe('regression');
    expect(decision.confirmation).toMatchObject({ outcome: 'confirmed', freshPairs: 8, times: 2 });
    expect(failing(decision)).toContain('escape');
    expect(decision.setAside).toEqual([]);
  });

  it('is none when the second time refutes it', () => {
    const decision = measured(pairs([BASE, SLOWER, 10], [BASE, BASE, 50]), reaching());
    expect(decision.comparison.verdict).not.toBe('regression');
    expect(failing(decision)).toEqual([]);
    expect(decision.confirmation).toMatchObject({ outcome: 'refuted', times: 2 });
    expect(decision.confirmation?.suspects.map(({ subject }) => subject?.name)).toContain('escape');
  });

  it('is none when measuring ends in between', () => {
    const plan = { ...PLAN, isCutShort: true };
    const decision = decideRounds(inputOf(pairs([BASE, SLOWER, 11]), reaching()), plan);
    expect(decision.comparison.verdict).toBe('inconclusive');
    expect(decision.next).toBeUndefined();
    expect(decision.confirmation).toMatchObject({ outcome: 'pending', freshPairs: 5, times: 2 });
  });

  it('fails nothing that would not fail without the mark', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const drawing: Drawing = { ticks: 4000, machine: 0.05, pairs: 60, seed };
      const head = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 27.5');
      const all = drawRounds(BASE, head, drawing);
      const plain = measured(all).comparison.verdict;
      const marked = measured(all, reaching()).comparison.verdict;
      if (marked === 'regression') expect(plain).toBe('regression');
    }
  });
});

describe('one look', () => {
  it('fails what the change can reach, and sets the rest aside', () => {
    const rounds = pairs([BASE, BOTH, 10]);
    expect(failing(decideOnce(inputOf(rounds))).sort()).toEqual(
      expect.arrayContaining(['escape', 'query']),
    );
    const decision = decideOnce(inputOf(rounds, reaching('escape')));
    expect(decision.comparison.verdict).toBe('regression');
    expect(failing(decision)).not.toContain('query');
    expect(decision.setAside.map(({ subject }) => subject?.name)).toContain('query');
  });

  it('fails nothing that the change can’t reach', () => {
    const decision = decideOnce(inputOf(pairs([BASE, SLOWER, 10]), reaching()));
    expect(decision.comparison.verdict).toBe('inconclusive');
    expect(decision.setAside.map(({ subject }) => subject?.name)).toContain('escape');
    expect(decision.comparison.tested.length).toBeGreaterThan(3);
  });
});
