import { describe, expect, it } from 'vitest';
import { askRises, type RiseReading, type SoughtRise } from '../../src/bisect/ask-rise.ts';
import { seekCosts } from '../../src/compare/rise.ts';
import { comparisonInput } from '../../src/comparison-input.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { type Drawing, drawRounds, POLICY } from '../compare/gates.ts';

/** A service whose `escape` costs so much, of 100 altogether on base. */
function picture(cost: number): string {
  return `
main serve[a.js:1] parse[a.js:9] 40
main serve render[b.js:1] escape[b.js:7] ${cost}
main query[c.js:1] 30
`;
}

const BASE = picture(30);
const HEAD = picture(50);

/** The rise of `escape` by 20 points. */
function rise(profileType = 'cpu'): SoughtRise {
  const named = { name: 'escape', file: 'b.js' };
  const [cost] = seekCosts(
    comparisonInput(
      drawRounds(BASE, HEAD),
      { policy: POLICY },
      { diff: undefined, facts: undefined },
    ),
    [{ function: named, measure: 'total', delta: 0.2 }],
  );
  if (cost === undefined) throw new Error('no escape');
  return { profileType, policy: POLICY, cost, delta: 0.2 };
}

/** Measures as many pairs of a commit as are asked for. */
function measure(
  commit: string,
  { rises = [rise()], most = 20, drawing = {} as Drawing, allow = [] as const } = {},
): { readonly pairs: number; readonly readings: readonly RiseReading[] } {
  const asking = askRises(rises, { allowDifferent: [...allow] }, most, undefined);
  const all = drawRounds(BASE, commit, { pairs: 40, seed: 3, ...drawing });
  let pairs = 3;
  for (;;) {
    const rounds: readonly Round[] = all.filter(({ round }) => round < pairs);
    const next = asking.pairsToHave([{ profileType: 'cpu', rounds }], {
      base: {},
      head: {},
      facts: undefined,
    });
    if (next === undefined) return { pairs, readings: asking.readings() };
    expect(next).toBeGreaterThan(pairs);
    pairs = next;
  }
}

describe('askRises', () => {
  it.each<[what: string, commit: string, reading: RiseReading['reading'], pairs: number]>([
    ['all of the rise', HEAD, 'slow', 3],
    ['nothing of it', BASE, 'fast', 3],
    ['a fall', picture(20), 'fast', 3],
    ['most of it', picture(46), 'slow', 3],
    ['half of it', picture(40), 'unclear', 20],
  ])('reads %s', (_, commit, reading, pairs) => {
    const found = measure(commit, { drawing: { ticks: 40_000, machine: 0.01 } });
    expect(found).toMatchObject({ pairs, readings: [{ reading, reason: null }] });
  });

  it('asks for rounds until it is certain, and for no more than a search takes', () => {
    const noisy = { ticks: 1000, machine: 0.3 };
    const long = measure(HEAD, { drawing: noisy });
    expect(long.readings).toMatchObject([{ reading: 'slow' }]);
    expect(long.pairs).toBeGreaterThan(3);
    expect(measure(HEAD, { drawing: noisy, most: 3 })).toMatchObject({
      pairs: 3,
      readings: [{ reading: 'unclear' }],
    });
  });

  it('is hardly ever wrong, however often it looks', () => {
    const readings = { slow: 0, fast: 0, unclear: 0, broken: 0 };
    for (let seed = 1; seed <= 100; seed += 1) {
      const found = measure(HEAD, { drawing: { ticks: 1000, machine: 0.15, seed } });
      for (const { reading } of found.readings) readings[reading] += 1;
    }
    expect(readings).toMatchObject({ fast: 0, broken: 0 });
    expect(readings.slow).toBeGreaterThan(60);
  });

  it('is broken where the sides were not measured alike', () => {
    const asking = askRises([rise()], { allowDifferent: [] }, 20, undefined);
    const rounds = drawRounds(BASE, HEAD, { pairs: 3 }).map((round) => ({
      ...round,
      environment: { machine: { cpuModel: round.side } },
    }));
    const next = asking.pairsToHave([{ profileType: 'cpu', rounds }], {
      base: {},
      head: {},
      facts: undefined,
    });
    expect(next).toBeUndefined();
    expect(asking.readings()).toMatchObject([{ reading: 'broken', delta: null }]);
  });

  it('is broken for profiles that can’t be had any more, and asks on for the others', () => {
    const found = measure(BASE, { rises: [rise(), rise('wall')] });
    expect(found.readings).toMatchObject([
      { reading: 'fast' },
      { reading: 'broken', reason: 'its profiles of wall are broken' },
    ]);
  });

  it('has read nothing before there are rounds', () => {
    const asking = askRises([rise()], { allowDifferent: [] }, 20, undefined);
    expect(asking.readings()).toEqual([
      { reading: 'unclear', delta: null, low: null, high: null, reason: null },
    ]);
  });
});
