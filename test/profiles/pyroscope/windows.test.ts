import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignByTimeOfDay, splitWindow } from '../../../src/profiles/pyroscope/windows.ts';

describe('splitWindow', () => {
  it('cuts evenly, to the millisecond', () => {
    expect(splitWindow({ from: 100, until: 200 }, 3)).toEqual([
      { from: 100, until: 133 },
      { from: 133, until: 167 },
      { from: 167, until: 200 },
    ]);
  });

  it('cuts beside whole seconds, at which SDKs stamp profiles: servers would count these twice', () => {
    expect(splitWindow({ from: 10_000, until: 30_000 }, 2)).toEqual([
      { from: 10_000, until: 20_001 },
      { from: 20_001, until: 30_000 },
    ]);
  });

  it('covers the window without gaps', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 41),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(1e9),
        (from, slices, more) => {
          const window = { from, until: from + slices * 10 + more };
          const cut = splitWindow(window, slices);
          expect(cut).toHaveLength(slices);
          expect([cut[0]?.from, cut.at(-1)?.until]).toEqual([window.from, window.until]);
          cut.slice(1).forEach((slice, index) => {
            expect(slice.from).toBe(cut[index]?.until);
            expect(slice.from % 1000).not.toBe(0);
            expect(slice.until).toBeGreaterThan(slice.from);
          });
        },
      ),
      { seed: 5 },
    );
  });

  it.each([
    ['an empty window', { from: 5, until: 5 }, 1],
    ['a window that ends before it starts', { from: 5, until: 4 }, 1],
    ['slices of less than 10 ms', { from: 0, until: 39 }, 4],
    ['no slices', { from: 0, until: 3 }, 0],
  ])('refuses %s', (_what, window, slices) => {
    expect(() => splitWindow(window, slices)).toThrow(expect.objectContaining({ kind: 'usage' }));
  });
});

describe('alignByTimeOfDay', () => {
  const HOUR = 3_600_000;
  /** Hours since some midnight. */
  const hours = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });

  it.each([
    ['whole days', hours(0, 24), hours(24, 48), hours(0, 24), hours(24, 48)],
    ['a day from another hour on', hours(0, 30), hours(26, 52), hours(2, 28), hours(26, 52)],
    ['a day from an earlier hour on', hours(2, 32), hours(48, 76), hours(2, 28), hours(50, 76)],
    ['a week and a day', hours(0, 168), hours(170, 194), hours(2, 26), hours(170, 194)],
    ['load tests', hours(10, 11), hours(15, 17), hours(10, 11), hours(15, 17)],
  ])('of %s', (_what, base, head, alignedBase, alignedHead) => {
    expect(alignByTimeOfDay({ base, head })).toEqual({ base: alignedBase, head: alignedHead });
  });

  it('gives windows inside those given, of one length and time of day', () => {
    const window = fc
      .tuple(fc.nat(2 ** 40), fc.integer({ min: 24 * HOUR, max: 500 * HOUR }))
      .map(([from, length]) => ({ from, until: from + length }));
    fc.assert(
      fc.property(window, window, (base, head) => {
        const aligned = alignByTimeOfDay({ base, head });
        expect((aligned.base.from - aligned.head.from) % (24 * HOUR)).toBeCloseTo(0);
        expect(aligned.base.until - aligned.base.from).toBe(aligned.head.until - aligned.head.from);
        for (const side of ['base', 'head'] as const) {
          const given = { base, head }[side];
          expect(aligned[side].from).toBeGreaterThanOrEqual(given.from);
          expect(aligned[side].until).toBeLessThanOrEqual(given.until);
          expect(aligned[side].until - aligned[side].from).toBeGreaterThanOrEqual(12 * HOUR);
        }
      }),
      { seed: 9 },
    );
  });
});
