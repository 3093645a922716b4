import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWindow } from '../../../src/profiles/pyroscope/windows.ts';

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
