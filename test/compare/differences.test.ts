import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRounds } from '../../src/compare/compare.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import type { Round } from '../../src/profiles/profile.ts';
import { profileFromText } from '../support/text-profile.ts';
import { drawRounds, POLICY } from './gates.ts';
import { SHOP, shopWith } from './shop.ts';

/** One pair of rounds, each exactly as pictured. */
function onePair(base: string, head: string): Round[] {
  return [['base', base] as const, ['head', head] as const].map(([side, picture]) => ({
    side,
    round: 0,
    profile: profileFromText(picture, { scale: 1000 }),
    requests: 1000,
    failed: 0,
    seconds: 4,
  }));
}

function compare(rounds: readonly Round[]): Comparison {
  return compareRounds({
    rounds,
    policy: POLICY,
    roots: { base: [], head: [] },
    lineMap: undefined,
  });
}

/** In points: `scoreOne 14.0 20.0 +6.0 (self +6.0)`. */
function seen({ differences }: Comparison, most = 2): string[] {
  const points = (share: number) => (100 * share).toFixed(1);
  const signed = (share: number) => `${share >= 0 ? '+' : ''}${points(share)}`;
  return differences
    .slice(0, most)
    .map(
      ({ subject, total, self }) =>
        `${subject.name} ${points(total.baseShare)} ${points(total.headShare)} ${signed(total.delta)} (self ${signed(self.delta)})`,
    );
}

describe('what differs in one pair of rounds', () => {
  it.each<[what: string, head: string, expected: readonly string[]]>([
    ['nothing', SHOP, []],
    [
      'a function that got slower comes before its callers',
      shopWith(['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200']),
      ['scoreOne 14.0 20.0 +6.0 (self +6.0)'],
    ],
    [
      'and so does one that got faster',
      shopWith(['csvRow[src/report.js:20] 340', 'csvRow[src/report.js:20] 40']),
      ['csvRow 34.0 4.0 -30.0 (self -30.0)'],
    ],
    [
      'both are told when one got slower and another faster',
      shopWith([
        'csvRow[src/report.js:20] 340\nserver handle report aggregate[src/report.js:40] 60',
        'csvRow[src/report.js:20] 240\nserver handle report aggregate[src/report.js:40] 120',
      ]),
      ['csvRow 34.0 24.0 -10.0 (self -10.0)', 'aggregate 6.0 12.0 +6.0 (self +6.0)'],
    ],
    [
      'what others wrote is explained by who calls it more',
      shopWith(['update[node:crypto:7] 70', 'update[node:crypto:7] 140']),
      ['hashReceipt 7.0 14.0 +7.0 (self +0.0)', 'update 7.0 14.0 +7.0 (self +7.0)'],
    ],
    [
      'a caller whose own code changed too counts with that',
      shopWith([
        'server handle search scoreDocs 10\nserver handle search topK[src/search.js:40] 50',
        'server handle search scoreDocs 30\nserver handle search topK[src/search.js:40] 120',
      ]),
      ['topK 5.0 12.0 +7.0 (self +7.0)', 'scoreDocs 15.0 17.0 +2.0 (self +2.0)'],
    ],
    [
      'code that moved to a function of its own is seen on both sides',
      shopWith([
        'validate[src/order.js:30] 130',
        'validate[src/order.js:30] 40\nserver handle order validate checkItems[src/order.js:50] 90',
      ]),
      ['validate 13.0 13.0 +0.0 (self -9.0)', 'checkItems 0.0 9.0 +9.0 (self +9.0)'],
    ],
    [
      'neither the profiler nor idle time are among them',
      `${SHOP}server send[/x/node_modules/@pyroscope/nodejs/dist/cjs/index.js] 300\nserver "(idle)" 300`,
      [],
    ],
    ['a renamed function is not either', SHOP.replaceAll('scoreOne', 'rankOne'), []],
    [
      'what a runtime did for itself is',
      `${SHOP}"(garbage collector)" 40\n"(program)" 20`,
      ['(garbage collector) 0.0 4.0 +4.0 (self +4.0)', '(program) 0.0 2.0 +2.0 (self +2.0)'],
    ],
  ])('%s', (_, head, expected) => {
    const comparison = compare(onePair(SHOP, head));
    expect(comparison).toMatchObject({
      verdict: 'inconclusive',
      pairs: 1,
      changes: [],
      doubts: [],
    });
    expect(seen(comparison, Math.max(1, expected.length))).toEqual(expected);
  });

  it('is per request where these were counted, else as shares', () => {
    const twice = SHOP.replaceAll(/\d+$/gmu, (value) => `${2 * Number(value)}`);
    expect(seen(compare(onePair(SHOP, twice)), 1)).toEqual(['csvRow 34.0 68.0 +34.0 (self +34.0)']);
    const uncounted = compare(
      onePair(SHOP, twice).map((round) => ({ ...round, requests: undefined })),
    );
    expect(seen(uncounted)).toEqual([]);
    expect(uncounted.normalisation).toBe('estimated');
    expect(uncounted.warnings.join()).toContain('requests were not counted');
  });

  it('says what a request cost', () => {
    const slower = SHOP.replace('write[node:net:5] 200', 'write[node:net:5] 300');
    const { costPerRequest } = compare(onePair(SHOP, slower));
    expect(costPerRequest?.base).toBeCloseTo(1000);
    expect(costPerRequest?.head).toBeCloseTo(1100);
  });

  it('warns of what a server cut off', () => {
    const cut = `${SHOP}server other 50`;
    expect(compare(onePair(cut, cut)).warnings.join()).toContain('the server cut profiles off');
  });
});

describe('a long chain of callers', () => {
  /** As a framework's: each filter calls the next, and writes a log that nobody changed. */
  const chain = Array.from(
    { length: 120 },
    (_, depth) => `filter${depth}[src/filters.js:${depth + 1}]`,
  );
  const picture = (slow: number, fast: number) =>
    [
      `${chain.join(' ')} find[src/find.js:1] read[node:fs:5] ${slow}`,
      `${chain.join(' ')} send[src/send.js:1] ${fast}`,
      `${chain.slice(0, 60).join(' ')} log[src/log.js:1] 5`,
      'main tick[src/tick.js:3] 300',
    ].join('\n');

  it('leaves room for what changed', () => {
    const comparison = compare(onePair(picture(300, 400), picture(350, 380)));
    expect(seen(comparison, 3)).toEqual([
      'find 29.9 34.8 +5.0 (self +0.0)',
      'read 29.9 34.8 +5.0 (self +5.0)',
      'send 39.8 37.8 -2.0 (self -2.0)',
    ]);
  });
});

describe('differences', () => {
  it('are told of two pairs as of one, and of three no more', () => {
    const slower = SHOP.replace('scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200');
    const rounds = drawRounds(SHOP, slower, { pairs: 3, ticks: 100_000 });
    const some = (pairs: number) => compare(rounds.filter(({ round }) => round < pairs));
    expect(some(0)).toMatchObject({ verdict: 'inconclusive', pairs: 0, differences: [] });
    expect(some(1).differences[0]?.subject.name).toBe('scoreOne');
    expect(some(2)).toMatchObject({ verdict: 'inconclusive', pairs: 2 });
    expect(some(2).differences[0]?.subject.name).toBe('scoreOne');
    expect(some(3).differences).toEqual([]);
  });

  it('say how many pairs there are', () => {
    const warned = (pairs: number) =>
      compare(drawRounds(SHOP, SHOP, { pairs: Math.max(1, pairs) }).slice(0, 2 * pairs)).warnings;
    expect(warned(0)[0]).toContain('there are 0 complete pairs of rounds, and at least 3');
    expect(warned(1)[0]).toContain('there is 1 complete pair of rounds, and at least 3');
    expect(warned(2)[0]).toContain('there are 2 complete pairs of rounds, and at least 3');
  });

  it('have the opposite sign and the same order when the sides are swapped', () => {
    const value = fc.integer({ min: 50, max: 400 });
    fc.assert(
      fc.property(value, value, value, (one, two, three) => {
        const head = SHOP.replace(
          'scoreOne[src/search.js:30] 140',
          `scoreOne[src/search.js:30] ${one}`,
        )
          .replace('csvRow[src/report.js:20] 340', `csvRow[src/report.js:20] ${two}`)
          .replace('update[node:crypto:7] 70', `update[node:crypto:7] ${three}`);
        const [there, back] = [compare(onePair(SHOP, head)), compare(onePair(head, SHOP))];
        const names = ({ differences }: Comparison) =>
          differences.map(({ subject }) => subject.name);
        // Functions that differ alike may come in either order.
        expect(names(back).sort()).toEqual(names(there).sort());
        for (const { subject, total } of there.differences) {
          const opposite = back.differences.find((other) => other.subject.name === subject.name);
          expect(Math.sign(opposite?.total.delta ?? 0)).toBe(-Math.sign(total.delta) + 0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
