import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedColumns } from '../../src/text/columns.ts';
import { plain } from '../../src/text/plain.ts';
import { alignLeft, alignRight, fitColumns, width, wrap } from '../../src/text/width.ts';
import { hostileText } from './hostile.ts';

describe('width', () => {
  it.each([
    ['', 0],
    ['shop', 4],
    ['Größe', 5],
    ['n\u0303', 1],
    ['日本', 4],
    ['ｗ', 2],
    ['👍', 2],
    ['👍🏽', 2],
    ['→ −', 3],
  ])('of %j is %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

describe('alignment', () => {
  it('counts columns, not characters', () => {
    expect([alignLeft('日本', 6), alignRight('日本', 6)]).toEqual(['日本  ', '  日本']);
  });

  it('leaves alone what is too wide', () => {
    expect([alignLeft('shop', 2), alignRight('shop', 2)]).toEqual(['shop', 'shop']);
  });
});

describe('wrap', () => {
  it('breaks at spaces and cuts what has none', () => {
    expect(wrap('the quick brown fox jumpsoverthelazydog', 10)).toEqual([
      'the quick',
      'brown fox',
      'jumps…ydog',
    ]);
  });

  it('keeps every line within the columns', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 2, max: 40 }), (text, columns) => {
        for (const line of wrap(plain(text), columns))
          expect(width(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('fitColumns', () => {
  it('cuts wide text to its columns', () => {
    expect(fitColumns('日本日本日本', 7)).toBe('日本…本');
  });
});

describe('alignedColumns', () => {
  it('draws a table and cuts only the names', () => {
    const rows = alignedColumns(
      [
        ['Function', 'Base', 'Head'],
        ['shop.search.scoreOneDocument', '12.7%', '16.1%'],
        ['日本', '0.0%', '100.0%'],
      ],
      30,
    );
    expect(rows).toEqual([
      'Function          Base    Head',
      'shop.se…ocument  12.7%   16.1%',
      '日本              0.0%  100.0%',
    ]);
  });
});
