import { describe, expect, it } from 'vitest';
import { compareDrawn, formatComparison } from './gates.ts';
import { SHOP, shopWith } from './shop.ts';

describe('a comparison', () => {
  it.each<[what: string, head: string, expected: string]>([
    ['nothing changed', SHOP, 'pass'],
    [
      'a function that got slower is named, and its callers are folded under it',
      shopWith(['scoreOne[src/search.js:30] 140', 'scoreOne[src/search.js:30] 200']),
      'regression PROGRAM<scoreOne handle<scoreOne scoreDocs<scoreOne scoreOne* search<scoreOne server<scoreOne',
    ],
    [
      'a new slow helper deep in a call path is the culprit, not its callers',
      shopWith([
        'validate[src/order.js:30] 130',
        'validate[src/order.js:30] audit[src/audit.js:1] 60\nserver handle order validate 130',
      ]),
      'regression PROGRAM<audit audit* handle<audit order<audit server<audit validate<audit',
    ],
    [
      "a dependency that is called more is its caller's doing",
      shopWith(['update[node:crypto:7] 70', 'update[node:crypto:7] 140']),
      'regression PROGRAM<hashReceipt handle<hashReceipt hashReceipt* order<hashReceipt server<hashReceipt update<hashReceipt',
    ],
    [
      'a function that got faster makes no other look slower',
      shopWith(['csvRow[src/report.js:20] 340', 'csvRow[src/report.js:20] 40']),
      'pass improvement:PROGRAM improvement:csvRow improvement:formatCsv improvement:handle improvement:report improvement:server',
    ],
    ['a renamed function moved', SHOP.replaceAll('scoreOne', 'rankOne'), 'pass'],
    [
      'a wrapper around a function moved',
      SHOP.replaceAll('search scoreDocs', 'search rankDocs[src/search.js:60] scoreDocs').replace(
        'search[src/search.js:3] scoreDocs',
        'search[src/search.js:3] rankDocs scoreDocs',
      ),
      'pass moved:rankDocs<scoreOne',
    ],
    [
      'a renamed function inside a new wrapper moved',
      SHOP.replaceAll('scoreDocs', 'rankAll').replaceAll(
        'rankAll',
        'rankDocs[src/search.js:60] rankAll',
      ),
      'pass moved:rankDocs<scoreOne',
    ],
    [
      'an extracted function moved',
      shopWith([
        'validate[src/order.js:30] 130',
        'validate[src/order.js:30] 40\nserver handle order validate checkItems[src/order.js:50] 90',
      ]),
      'pass improvement:validate moved:checkItems<validate',
    ],
    [
      'a rise hidden in a rename fails',
      SHOP.replaceAll('scoreOne[src/search.js:30] 140', 'rankOne[src/search.js:30] 220'),
      'regression PROGRAM<rankOne handle<rankOne rankOne* scoreDocs<rankOne search<rankOne server<rankOne',
    ],
    [
      'a rise hidden in an extracted function fails',
      shopWith([
        'validate[src/order.js:30] 130',
        'validate[src/order.js:30] 40\nserver handle order validate checkItems[src/order.js:50] 170',
      ]),
      'regression PROGRAM<checkItems checkItems* handle<checkItems order<checkItems server<checkItems validate<checkItems',
    ],
  ])('%s', (_, head, expected) => {
    const comparison = compareDrawn(SHOP, head, { ticks: 40_000, pairs: 12 });
    expect(formatComparison(comparison)).toBe(expected);
  });
});
