import { expect, it } from 'vitest';
import { type JudgedRound, judgeLoad } from '../../../src/measure/load/judge.ts';
import type { LoadOutcome } from '../../../src/measure/measurement.ts';
import { outcome } from '../support.ts';

const rounds = (base: LoadOutcome[], head: LoadOutcome[]): JudgedRound[] => [
  ...base.map((each): JudgedRound => ({ side: 'base', outcome: each })),
  ...head.map((each): JudgedRound => ({ side: 'head', outcome: each })),
];

const good = outcome(5_000, 0);

it.each<[string, JudgedRound[]]>([
  ['everything succeeds', rounds([good, good], [good, good])],
  ['a head that does a tenth of the work in the same time', rounds([good], [outcome(500, 0)])],
  ['failures under the limit on both sides', rounds([outcome(4_960, 40)], [outcome(4_970, 30)])],
  ['exactly the limit on both sides', rounds([outcome(990, 10)], [outcome(990, 10)])],
  ['a few failures on one side only', rounds([good], [outcome(4_990, 10)])],
  [
    'a certain difference that is too small to matter',
    rounds([outcome(1e6, 0)], [outcome(996_000, 4_000)]),
  ],
  ['a big difference that may be chance', rounds([outcome(300, 0)], [outcome(298, 2)])],
  ['nobody counted', rounds([outcome(undefined, undefined)], [outcome(undefined, undefined)])],
])('fine: %s', (_, judged) => {
  expect(judgeLoad(judged, 0.01)).toBeUndefined();
});

it.each<[string, JudgedRound[], string]>([
  [
    'a head that answers 500 quickly',
    rounds([good], [outcome(0, 90_000, { 'status 500': 90_000 })]),
    'head: 90,000 of 90,000 requests failed (100 %), 1 % allowed: 90,000 × status 500',
  ],
  [
    'a wrong path, on both sides',
    rounds([outcome(0, 100, { 'status 404': 100 })], [outcome(0, 90, { 'status 404': 90 })]),
    'base: 100 of 100 requests failed (100 %), 1 % allowed: 100 × status 404; ' +
      'head: 90 of 90 requests failed (100 %), 1 % allowed: 90 × status 404',
  ],
  [
    'a little over the limit, summed over rounds, for several reasons',
    rounds(
      [good, good],
      [
        outcome(4_900, 100, { 'status 503': 60, timeout: 30, ECONNRESET: 10 }),
        outcome(4_990, 10, { 'status 429': 7, timeout: 3 }),
      ],
    ),
    'head: 110 of 10,000 requests failed (1.1 %), 1 % allowed: ' +
      '60 × status 503, 33 × timeout, 10 × ECONNRESET (3 of 4 reasons shown)',
  ],
  ['no answer at all', rounds([outcome(0, 0)], [good]), 'base: no request was answered'],
  [
    'one round without a success, hidden in the sum',
    rounds([good, outcome(0, 3)], [good, good]),
    'base: no request succeeded in 1 of 2 rounds',
  ],
  [
    'counts in some rounds only',
    rounds([good, outcome(undefined, undefined)], [good, good]),
    'the load reported counts in only 3 of 4 rounds',
  ],
  [
    'a head that fails more than the base, under the limit',
    rounds([outcome(9_999, 1)], [outcome(9_920, 80, { 'status 502': 80 })]),
    'the sides do not do the same work: base: 1 of 10,000 requests failed (0.01 %); ' +
      'head: 80 of 10,000 requests failed (0.8 %): 80 × status 502',
  ],
  [
    'a base that fails more than the head, under the limit',
    rounds([outcome(9_920, 80)], [good, good]),
    'the sides do not do the same work: base: 80 of 10,000 requests failed (0.8 %); ' +
      'head: 0 of 10,000 requests failed (0 %)',
  ],
])('invalid: %s', (_, judged, reason) => {
  expect(judgeLoad(judged, 0.01)).toBe(reason);
});

it('allows no failure at all when the limit is zero', () => {
  expect(judgeLoad(rounds([good], [good]), 0)).toBeUndefined();
  expect(judgeLoad(rounds([good], [outcome(99_999, 1, { timeout: 1 })]), 0)).toBe(
    'head: 1 of 100,000 requests failed (0.001 %), 0 % allowed: 1 × timeout',
  );
});
