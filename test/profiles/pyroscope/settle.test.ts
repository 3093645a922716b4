import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/profiles/pyroscope/settle.ts';

/** A clock that only waiting moves, in seconds; counts by the second from which they hold. */
async function run(until: number, counts: Readonly<Record<number, string>>, start = 0) {
  let seconds = start;
  let asked = 0;
  const end = await settle(
    [{ from: -600_000, until: until * 1000 }],
    {
      now: () => seconds * 1000,
      pause: async (milliseconds) => {
        seconds += milliseconds / 1000;
      },
    },
    async () => {
      asked++;
      const reached = Object.entries(counts).filter(([from]) => Number(from) <= seconds);
      return reached.at(-1)?.[1] ?? '';
    },
  );
  return `${end} at ${seconds} s, asked ${asked} times`;
}

describe('settle', () => {
  it.each<[string, number, Readonly<Record<number, string>>, string]>([
    ['does not wait for what ended long ago', -90, {}, 'complete at 0 s, asked 0 times'],
    [
      'waits until nothing new came for 20 s',
      0,
      { 0: 'a', 10: 'b' },
      'complete at 30 s, asked 7 times',
    ],
    ['waits longer for what has not come yet', 0, { 60: 'a' }, 'complete at 80 s, asked 17 times'],
    ['gives up on nothing after 90 s', 0, {}, 'complete at 90 s, asked 19 times'],
    ['counts from the end of the window', -60, {}, 'complete at 30 s, asked 7 times'],
    ['does not wait for the future', 1000, {}, 'complete at 90 s, asked 19 times'],
    [
      'says when profiles still come at the end',
      0,
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i * 5, `${i}`])),
      'growing at 90 s, asked 19 times',
    ],
  ])('%s', async (_what, until, counts, expected) => {
    expect(await run(until, counts)).toBe(expected);
  });
});
