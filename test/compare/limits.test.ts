import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import type { FunctionRule, Policy } from '../../src/config/config.ts';
import type { Waiver } from '../../src/config/waivers.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { compareDrawn, drawRounds, formatComparison, POLICY } from './gates.ts';
import { SHOP, shopWith } from './shop.ts';

/** A rule by what matters to the test. */
function rule(given: Partial<FunctionRule>): FunctionRule {
  return { maxIncrease: undefined, minRelative: undefined, isIgnored: false, ...given };
}

function waiver(given: Partial<Waiver>): Waiver {
  return {
    ceiling: 0.1,
    reason: 'exact prices',
    issue: undefined,
    expires: '2027-01-31',
    isExpired: false,
    ...given,
  };
}

const compare = (head: string, more: Partial<Policy>) =>
  compareDrawn(SHOP, head, { ticks: 40_000, pairs: 12, policy: { ...POLICY, ...more } });

/** Six points more than before. */
const SLOW_SCORE = shopWith(['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200']);
const FAILS =
  'regression PROGRAM<scoreOne handle<scoreOne scoreDocs<scoreOne scoreOne* search<scoreOne server<scoreOne';

describe('a new function of 0.4 % of the CPU', () => {
  const HELPED = shopWith([
    'server write[node:net:5] 200',
    'server handle order helper[src/helper.js:1] 4\nserver write[node:net:5] 200',
  ]);

  it.each<[maxIncrease: number, found: boolean]>([
    [0.01, false],
    [0.005, false],
    [0.002, true],
    [0.001, true],
  ])('with a threshold of %d is found: %s', (maxIncrease, found) => {
    const shown = formatComparison(compare(HELPED, { maxIncrease }));
    expect(shown.includes('helper*')).toBe(found);
  });
});

describe('a rule', () => {
  it.each<[what: string, rules: Partial<FunctionRule>[], expected: string]>([
    ['of another function changes nothing', [{ functions: 'csvRow', maxIncrease: 0.5 }], FAILS],
    [
      'that lets a function rise lets its callers rise with it, and shows the rise',
      [{ functions: 'scoreOne', maxIncrease: 0.1 }],
      'pass regression:scoreOne',
    ],
    ['of too little changes nothing', [{ functions: 'scoreOne', maxIncrease: 0.03 }], FAILS],
    [
      'in percent of the function itself',
      [{ functions: 'scoreOne', minRelative: 0.6 }],
      'pass regression:scoreOne',
    ],
    [
      'for a file is for all of it',
      [{ files: 'src/search.js', maxIncrease: 0.1 }],
      'pass regression:scoreDocs<scoreOne regression:scoreOne regression:search<scoreOne',
    ],
    [
      'for a caller is no excuse for what it calls',
      [{ functions: 'search', maxIncrease: 0.1 }],
      'regression regression:search scoreDocs<scoreOne scoreOne*',
    ],
    [
      'counts when it is the first that matches',
      [
        { functions: 'score*', maxIncrease: 0.1 },
        { functions: 'scoreOne', maxIncrease: 0.01 },
      ],
      'pass regression:scoreDocs<scoreOne regression:scoreOne',
    ],
    [
      'has to match in all that it names',
      [{ functions: 'scoreOne', files: 'src/report.js', maxIncrease: 0.1 }],
      FAILS,
    ],
    [
      'that ignores a function ignores it in its callers',
      [{ functions: 'scoreOne', isIgnored: true }],
      'pass',
    ],
    [
      'that ignores a caller ignores nothing that it calls',
      [{ functions: 'handle', isIgnored: true }],
      'regression scoreDocs<scoreOne scoreOne* search<scoreOne',
    ],
  ])('%s', (_, rules, expected) => {
    const comparison = compare(SLOW_SCORE, { rules: rules.map(rule) });
    expect(formatComparison(comparison)).toBe(expected);
  });

  it('for a package is for all of its functions', () => {
    const head = shopWith(['update[node:crypto:7] 70', 'update[node:crypto:7] 140']);
    const ruled = (packages: string) =>
      compare(head, { rules: [rule({ packages, isIgnored: true })] });
    expect(formatComparison(ruled('node:crypto'))).toBe('pass');
    expect(ruled('node:cry').verdict).toBe('regression');
  });

  it('leaves to a caller what is its own', () => {
    const head = shopWith(
      ['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200'],
      ['scoreDocs 10', 'scoreDocs 60'],
    );
    const rules = [rule({ functions: 'scoreOne', maxIncrease: 0.1 })];
    expect(formatComparison(compare(head, { rules }))).toBe(
      'regression handle<scoreDocs regression:scoreOne scoreDocs* search<scoreDocs',
    );
  });

  it('can be stricter than what others have', () => {
    const head = shopWith(['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 148']);
    expect(compare(head, {}).verdict).not.toBe('regression');
    const rules = [rule({ functions: 'scoreOne', maxIncrease: 0.001, minRelative: 0 })];
    const { verdict, changes } = compare(head, { rules });
    expect(verdict).toBe('regression');
    expect(changes.find(({ culprit }) => culprit)?.subject?.name).toBe('scoreOne');
  });

  it('leaves what could have been seen of other functions as it was', () => {
    const rules = [rule({ functions: 'update', maxIncrease: 0.5 })];
    const [plain, ruled] = [compare(SHOP, {}), compare(SHOP, { rules })];
    expect(ruled.minimumDetectable).toBeCloseTo(plain.minimumDetectable ?? 0, 2);
    expect(ruled.minimumDetectable).toBeLessThan(0.1);
  });
});

describe('a waiver', () => {
  const waived = (given: Partial<Waiver>, head = SLOW_SCORE) => {
    const comparison = compare(head, { waivers: [waiver({ functions: 'scoreOne', ...given })] });
    const change = comparison.changes.find(({ subject }) => subject?.name === 'scoreOne');
    return { verdict: comparison.verdict, fails: change?.fails, state: change?.waiver?.state };
  };

  it.each<[what: string, given: Partial<Waiver>, expected: ReturnType<typeof waived>]>([
    ['accepts a rise within its ceiling', {}, { verdict: 'pass', fails: false, state: 'applies' }],
    [
      'does not accept one beyond it',
      { ceiling: 0.03 },
      { verdict: 'regression', fails: true, state: 'exceeded' },
    ],
    [
      'accepts nothing once it has expired',
      { isExpired: true },
      { verdict: 'regression', fails: true, state: 'expired' },
    ],
  ])('%s', (_, given, expected) => {
    expect(waived(given)).toEqual(expected);
  });

  it('says nothing of a function that did not rise', () => {
    expect(waived({}, SHOP)).toEqual({ verdict: 'pass', fails: undefined, state: undefined });
  });

  it('gives way to a later one that has not expired', () => {
    const waivers = [
      waiver({ functions: 'scoreOne', isExpired: true }),
      waiver({ functions: 'score*', reason: 'renewed' }),
    ];
    const { verdict, changes } = compare(SLOW_SCORE, { waivers });
    expect(verdict).toBe('pass');
    expect(changes[0]?.waiver?.waiver.reason).toBe('renewed');
  });

  it('makes a rise that may be beyond its ceiling undecided', () => {
    const { verdict, doubts } = compare(SLOW_SCORE, {
      waivers: [waiver({ functions: 'scoreOne', ceiling: 0.06 })],
    });
    expect(verdict).toBe('inconclusive');
    expect(doubts[0]).toMatchObject({ subject: { name: 'scoreOne' }, threshold: 0.06 });
  });
});

describe('a comparison with rules', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  const some: fc.Arbitrary<FunctionRule> = fc
    .record({
      functions: fc.constantFrom('score*', 'scoreOne', 'csvRow', 'search', 'handle', 'update', 'x'),
      maxIncrease: fc.constantFrom(undefined, 0.001, 0.02, 0.2),
      isIgnored: fc.boolean(),
    })
    .map(rule);
  const HEAD = shopWith(
    ['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200'],
    ['csvRow[src/report.js:20] 340', 'csvRow[src/report.js:20] 260'],
  );
  const judge = (rounds: readonly Round[], rules: readonly FunctionRule[]) =>
    compareRounds({
      rounds,
      policy: { ...POLICY, rules },
      roots: { base: [], head: [] },
      lineMap: undefined,
    });
  const drawn = (seed: number) => drawRounds(SHOP, HEAD, { seed, ticks: 40_000 });

  it('finds the opposite when base and head are swapped', () => {
    fc.assert(
      fc.property(seeds, fc.array(some, { maxLength: 3 }), (seed, rules) => {
        const rounds = drawn(seed);
        const swapped = rounds.map(
          (round): Round => ({ ...round, side: round.side === 'base' ? 'head' : 'base' }),
        );
        const signs = (of: readonly Round[]) =>
          new Map(
            judge(of, rules).changes.map(({ subject, measure, estimate }) => [
              `${subject?.name} ${measure}`,
              Math.sign(estimate.delta),
            ]),
          );
        const back = signs(swapped);
        for (const [name, sign] of signs(rounds)) {
          if (back.has(name)) expect(back.get(name)).toBe(-sign);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the unit of the profile', () => {
    fc.assert(
      fc.property(seeds, fc.array(some, { maxLength: 3 }), (seed, rules) => {
        const rounds = drawn(seed);
        const scaled = rounds.map((round) => ({
          ...round,
          profile: { ...round.profile, values: round.profile.values.map((value) => value * 1000) },
        }));
        expect(formatComparison(judge(scaled, rules))).toBe(formatComparison(judge(rounds, rules)));
      }),
      { numRuns: 20 },
    );
  });

  it('is the same as without those that match nothing, or say what is so anyway', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rounds = drawn(seed);
        const idle = [
          rule({ functions: 'nobody', maxIncrease: 0.5 }),
          rule({ files: 'nowhere/**', isIgnored: true }),
        ];
        expect(judge(rounds, idle)).toEqual(judge(rounds, []));
        const same = [rule({ functions: '*', maxIncrease: POLICY.maxIncrease })];
        expect(formatComparison(judge(rounds, same))).toBe(formatComparison(judge(rounds, [])));
      }),
      { numRuns: 10 },
    );
  });

  it('never fails a function that may rise without limit', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('score*', 'scoreOne', '*'), (seed, functions) => {
        const { changes } = judge(drawn(seed), [rule({ functions, isIgnored: true })]);
        expect(changes.filter(({ fails }) => fails)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
