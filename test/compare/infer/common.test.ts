import { describe, expect, it } from 'vitest';
import { findCommonFactor } from '../../../src/compare/infer/common.ts';
import type { Series } from '../../../src/compare/infer/series.ts';
import { compareDrawn } from '../gates.ts';

/** Costs of functions in four pairs whose head ran on a machine of these speeds. */
const SPEEDS = [1.1, 0.9, 1.2, 1.0];

function series(base: number, head: number): Series {
  return {
    base: SPEEDS.map(() => base),
    head: SPEEDS.map((speed) => head * speed),
    weights: SPEEDS.map(() => 1),
  };
}

function sum(all: readonly Series[]): Series {
  const add = (side: 'base' | 'head') =>
    SPEEDS.map((_, pair) => all.reduce((total, one) => total + (one[side][pair] ?? 0), 0));
  return { base: add('base'), head: add('head'), weights: SPEEDS.map(() => 1) };
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

describe('what all functions of a pair have in common', () => {
  it.each([
    { what: 'nothing', changed: 30 },
    { what: 'one function that doubled', changed: 60 },
    { what: 'one function that all but disappeared', changed: 1 },
  ])('is taken out whatever else changed: $what', ({ changed }) => {
    const steady = [series(25, 25), series(20, 20), series(15, 15), series(10, 10)];
    const all = [...steady, series(30, changed)];
    const common = findCommonFactor(sum(all), all);
    for (const one of steady) {
      const { base, head } = common.remove(one);
      expect(spread(head)).toBeCloseTo(0, 9);
      expect((head[0] ?? 0) / (base[0] ?? 1)).toBeCloseTo(1, 9);
    }
    const removed = common.remove(series(30, changed));
    expect(removed.head[0]).toBeCloseTo(changed, 9);
  });

  it('is nothing when there are no functions', () => {
    const common = findCommonFactor(sum([]), []);
    expect(common.remove(series(1, 2))).toEqual(series(1, 2));
  });
});

describe('on a machine whose speed varies by 15 %', () => {
  const BASE = `
main serve[a.js:1] parse[a.js:9] 30
main serve render[b.js:1] escape[b.js:7] 25
main serve render 15
main serve query[c.js:1] 20
main log[d.js:1] 10
`;
  const busy = { machine: 0.15, ticks: 4000, pairs: 10 } as const;

  it('a wide function that got a third slower is found, and named', () => {
    const slower = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 33');
    const found = Array.from({ length: 20 }, (_, seed) =>
      compareDrawn(BASE, slower, { ...busy, seed: seed + 1 }),
    ).filter(({ changes }) =>
      changes.some(({ culprit, subject }) => culprit && subject?.name === 'escape'),
    );
    expect(found.length).toBeGreaterThanOrEqual(10);
  });

  it('nothing is found when nothing changed, or one function got faster', () => {
    const faster = BASE.replace('escape[b.js:7] 25', 'escape[b.js:7] 2');
    for (const head of [BASE, faster]) {
      const alarms = Array.from({ length: 40 }, (_, seed) =>
        compareDrawn(BASE, head, { ...busy, seed: seed + 1 }),
      ).filter(({ verdict }) => verdict === 'regression');
      expect(alarms.length).toBeLessThanOrEqual(1);
    }
  });
});
