import { describe, expect, it } from 'vitest';
import { PROGRAM_KEY } from '../../src/compare/compare.ts';
import { type NamedCost, risesOf, type SoughtCost, seekCosts } from '../../src/compare/rise.ts';
import { comparisonInput } from '../../src/comparison-input.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { drawRounds, POLICY } from './gates.ts';

const BASE = `
main serve[a.js:1] parse[a.js:9] 40
main serve render[b.js:1] escape[b.js:7] 30
main query[c.js:1] 30
`;

/** So that points are whole ones. */
const QUIET = { ticks: 400_000, machine: 0.003 };

/** The same with other lines for some of it. */
function withLines(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, BASE);
}

function input(rounds: readonly Round[], diff?: string) {
  return comparisonInput(rounds, { policy: POLICY }, { diff, facts: undefined });
}

/** What a gate of base and head knows of a function that rose by so many points. */
function seek(head: string, name: string, file: string, points: number, diff?: string): SoughtCost {
  const named: NamedCost = { function: { name, file }, measure: 'total', delta: points / 100 };
  const [cost] = seekCosts(input(drawRounds(BASE, head, QUIET), diff), [named]);
  if (cost === undefined) throw new Error(`no ${name}`);
  return cost;
}

/** `seen +12`: the rise of a sought function at a commit, in whole points. */
function at(commit: string, cost: SoughtCost, diff?: string, pairs = 10): string {
  const [rise] = risesOf(input(drawRounds(BASE, commit, { ...QUIET, pairs, seed: 5 }), diff), [
    cost,
  ]);
  if (rise === undefined || rise.kind === 'unknown') return 'unknown';
  const points = rise.estimate && Math.round(100 * rise.estimate.delta);
  return `${rise.kind} ${points}`;
}

describe('a sought cost', () => {
  const slow = withLines(['escape[b.js:7] 30', 'escape[b.js:7] 60']);

  it('is found again by the function, and its rise is told', () => {
    const cost = seek(slow, 'escape', 'b.js', 30);
    expect(cost).toMatchObject({ isNew: false });
    expect(at(slow, cost)).toMatch(/^seen (29|30|31)$/u);
    expect(at(BASE, cost)).toMatch(/^seen -?[01]$/u);
  });

  it('is the whole program where the report says so', () => {
    const named = { function: undefined, measure: 'total', delta: 0.3 } as const;
    const [cost] = seekCosts(input(drawRounds(BASE, slow, QUIET)), [named]);
    expect(cost?.key).toBe(PROGRAM_KEY);
    expect(cost && at(slow, cost)).toMatch(/^seen (29|30|31)$/u);
  });

  it('is found again where it has another name, by what it is renamed from', () => {
    const cost = seek(slow, 'escape', 'b.js', 30);
    const renamed = withLines(['escape[b.js:7] 30', 'quote[b.js:7] 60']);
    expect(at(renamed, cost)).toMatch(/^seen (29|30|31)$/u);
  });

  it('of several functions of one name is the one that rose as much', () => {
    const two = withLines([
      'main query[c.js:1] 30',
      'main "(anonymous:L#3:C#1)"[c.js] 30\nmain "(anonymous:L#8:C#1)"[c.js] 42',
    ]);
    const base = withLines([
      'main query[c.js:1] 30',
      'main "(anonymous:L#3:C#1)"[c.js] 30\nmain "(anonymous:L#8:C#1)"[c.js] 12',
    ]);
    const rounds = input(drawRounds(base, two, QUIET), 'diff --git a/x b/x\n');
    const named = { function: { name: '(anonymous)', file: 'c.js' }, measure: 'total' } as const;
    const [rose, same] = seekCosts(rounds, [
      { ...named, delta: 0.27 },
      { ...named, delta: 0 },
    ]);
    const rises = risesOf(
      rounds,
      [rose, same].flatMap((cost) => cost ?? []),
    );
    expect(rises.map((rise) => rise.kind === 'seen' && rise.estimate.delta > 0.1)).toEqual([
      true,
      false,
    ]);
  });

  it('that no round has is none', () => {
    const named = { function: { name: 'gone', file: 'b.js' }, measure: 'total', delta: 1 } as const;
    expect(seekCosts(input(drawRounds(BASE, slow, QUIET)), [named])).toEqual([undefined]);
    expect(seekCosts(input([]), [named])).toEqual([undefined]);
  });

  it('is unknown in too few rounds', () => {
    expect(at(slow, seek(slow, 'escape', 'b.js', 30), undefined, 2)).toBe('unknown');
  });
});

describe('a function that came with a commit', () => {
  const added = withLines(['main query', 'main serve check[d.js:2] 25\nmain query']);
  const cost = () => seek(added, 'check', 'd.js', 25);

  it('is absent before', () => {
    expect(cost()).toMatchObject({ isNew: true });
    expect(at(BASE, cost())).toBe('absent undefined');
    expect(at(added, cost())).toMatch(/^seen (24|25|26)$/u);
  });

  it('could be another new one, that head has not', () => {
    const before = withLines(['main query', 'main serve verify[d.js:2] 25\nmain query']);
    expect(at(before, cost())).toMatch(/^absent (24|25|26)$/u);
  });

  it('is no other function of head', () => {
    const both = `${added}main serve trace[e.js:1] 20\n`;
    const trace = `${BASE}main serve trace[e.js:1] 20\n`;
    expect(at(trace, seek(both, 'check', 'd.js', 25))).toBe('absent undefined');
  });

  it('without a name could be any new one without a name, wherever it stands', () => {
    const closure = (line: number) =>
      withLines(['main query', `main serve "(anonymous:L#${line}:C#3)"[d.js] 25\nmain query`]);
    const diff = 'diff --git a/d.js b/d.js\n--- a/d.js\n+++ b/d.js\n@@ -1,0 +2,9 @@\n';
    const sought = seek(closure(4), '(anonymous)', 'd.js', 25, diff);
    expect(at(BASE, sought, diff)).toBe('absent undefined');
    expect(at(closure(4), sought, diff)).toMatch(/^seen (24|25|26)$/u);
    expect(at(closure(6), sought, diff)).toMatch(/^absent (24|25|26)$/u);
  });
});
