import { expect, it } from 'vitest';
import { describeRound, roundTitle } from '../../src/measure/progress.ts';
import { outcome } from './support.ts';

it.each([
  [
    outcome(2_315, 0),
    72_000,
    'round 3/10 head: 2,315 requests (579/s), about 1 min 12 s to the next look',
  ],
  [
    outcome(12, 3),
    4_100,
    'round 3/10 head: 12 requests (3/s), 3 failed, about 5 s to the next look',
  ],
  [
    outcome(9_000, 0),
    7_500_000,
    'round 3/10 head: 9,000 requests (2,250/s), about 2 h 5 min to the next look',
  ],
  [outcome(undefined, undefined), 0, 'round 3/10 head: 4 s of load, requests not counted'],
])('%#', (measured, leftMs, line) => {
  const title = roundTitle({ side: 'head', round: 2 }, 10);
  expect(describeRound(title, measured, leftMs)).toBe(line);
});
