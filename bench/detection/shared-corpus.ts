import type { CorpusCase } from '../corpus/manifest.ts';

/**
 * The truth about the shared corpus, which came without a `cases.json`: a small shop at 200 samples a
 * second, in 26 cycles on a busy machine.
 */
export const SHARED_CASES: readonly CorpusCase[] = [
  same('A1', 'No change.', 'none'),
  same('A2', 'No change.', 'none'),
  ...['10', '25', '50'].map((percent) =>
    slower(
      `score${percent}`,
      `scoreDocs does ${percent} % more work; it holds 14 % of the CPU.`,
      ['scoreOne', 'scoreDocs'],
      ['search'],
    ),
  ),
  slower(
    'csv25',
    'formatCsv makes 25 % more rows; it holds 36 % of the CPU.',
    ['csvRow', 'formatCsv'],
    ['report'],
  ),
  slower(
    'hash50',
    'hashReceipt hashes 50 % more; it holds 6 % of the CPU.',
    ['hashReceipt', 'createHash', 'Hash', 'update', 'digest'],
    ['order'],
  ),
  slower(
    'audit',
    'order gains a call of auditTrail, which is very small: nothing need be seen.',
    ['auditTrail', 'order'],
    ['order'],
  ),
  slower(
    'all20',
    'Every handler does about 20 % more of its own work: nearly invisible to plain shares.',
    [
      ...['search', 'scoreDocs', 'scoreOne', 'topK', 'tokenize'],
      ...['report', 'formatCsv', 'csvRow', 'aggregate'],
      ...['order', 'validateOrder', 'priceOrder', 'hashReceipt'],
      ...['createHash', 'Hash', 'update', 'digest'],
      // The function that calls the handlers.
      '(anonymous)',
    ],
    [],
  ),
  same('csvfast', 'formatCsv does 60 % less.', 'improvement'),
  same('rename', 'search calls a new wrapper, rankDocs, around scoreDocs.', 'moved'),
];

function same(
  variant: string,
  description: string,
  expected: 'none' | 'improvement' | 'moved',
): CorpusCase {
  return { variant, description, expected, culprits: [], callers: [], requests: [] };
}

function slower(
  variant: string,
  description: string,
  culprits: readonly string[],
  callers: readonly string[],
): CorpusCase {
  return { variant, description, expected: 'regression', culprits, callers, requests: [] };
}
