import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../../src/errors.ts';
import type { Interval } from '../../../src/measure/measurement.ts';
import { timeSlices } from '../../../src/profiles/pyroscope/time-slices.ts';

const REFUSAL = new FlamegateError('measurement', 'it answered 413');

/** A server that bears ranges of at most `longest` milliseconds. */
function server(longest: number) {
  const asked: Interval[] = [];
  const ask = (slice: Interval) => {
    asked.push(slice);
    const isTooMuch = slice.until - slice.from > longest;
    return Promise.resolve(isTooMuch ? { tooMuch: REFUSAL } : { answer: slice });
  };
  return { asked, ask };
}

describe('timeSlices', () => {
  it('asks once for what the server bears', async () => {
    const { asked, ask } = server(60_000);
    const window = { from: 0, until: 60_000 };
    expect(await timeSlices()(window, ask)).toEqual([window]);
    expect(asked).toEqual([window]);
  });

  it('halves what is too much, beside whole seconds, and does not ask for as much again', async () => {
    const { asked, ask } = server(20_000);
    const inSlices = timeSlices();
    await inSlices({ from: 0, until: 60_000 }, ask);
    await inSlices({ from: 60_000, until: 90_000 }, ask);
    expect(asked.map(({ from, until }) => `${from}-${until}`)).toEqual([
      '0-60000',
      '0-30001',
      '0-15001',
      '15001-30002',
      '30002-45003',
      '45003-60000',
      '60000-75001',
      '75001-90000',
    ]);
  });

  it('gives up when even a second is too much', async () => {
    const { asked, ask } = server(500);
    await expect(timeSlices()({ from: 0, until: 60_000 }, ask)).rejects.toMatchObject({
      kind: 'measurement',
      message: 'it answered 413, even for a time range of 1 s',
    });
    expect(asked).toHaveLength(6);
  });

  it('gives up on a server that refuses for minutes', async () => {
    const { asked, ask } = server(0);
    let minutes = 0;
    const inSlices = timeSlices(() => 60_000 * minutes);
    const hanging = (slice: Interval) => {
      minutes += 2;
      return ask(slice);
    };
    await expect(inSlices({ from: 0, until: 86_400_000 }, hanging)).rejects.toMatchObject({
      message: 'it answered 413, even for a time range of 21600 s',
    });
    expect(asked).toHaveLength(3);
  });

  it('covers the window without gaps, whatever the server bears', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2 ** 41),
        fc.integer({ min: 1, max: 1e8 }),
        fc.integer({ min: 3000, max: 1e8 }),
        async (from, length, longest) => {
          fc.pre(length / longest < 500);
          const window = { from, until: from + length };
          const slices = await timeSlices()(window, server(longest).ask);
          expect([slices[0]?.from, slices.at(-1)?.until]).toEqual([window.from, window.until]);
          slices.slice(1).forEach((slice, index) => {
            expect(slice.from).toBe(slices[index]?.until);
          });
        },
      ),
      { seed: 7 },
    );
  });
});
