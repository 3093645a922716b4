import { describe, expect, it } from 'vitest';
import { parseRetryAfter, pauseBeforeRetry } from '../../../src/profiles/pyroscope/retry.ts';

const PLAN = { attempts: 4, firstPauseMs: 100, deadlineMs: 1000 };

describe('pauseBeforeRetry', () => {
  it.each([
    // attempts, elapsed, asked for, pause
    [1, 0, undefined, 100],
    [2, 0, undefined, 200],
    [3, 600, undefined, 400],
    [3, 601, undefined, undefined],
    [4, 0, undefined, undefined],
    [1, 0, 0, 0],
    [1, 0, 1000, 1000],
    [1, 1, 1000, undefined],
  ])(
    'after %d requests in %d ms, asked to wait %s ms: %s',
    (attempts, elapsedMs, retryAfterMs, pause) => {
      expect(pauseBeforeRetry(PLAN, { attempts, elapsedMs, retryAfterMs })).toBe(pause);
    },
  );
});

describe('parseRetryAfter', () => {
  const NOW = Date.parse('2026-11-20T10:00:00Z');
  it.each([
    ['7', 7000],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 10:00:05 GMT', 5000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s', (header, milliseconds) => {
    expect(parseRetryAfter(header, NOW)).toBe(milliseconds);
  });
});
