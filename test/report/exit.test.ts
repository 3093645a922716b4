import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/report/exit.ts';

describe('exitCode', () => {
  it.each([
    ['pass', 'fail', 'fail', 0],
    ['pass', 'fail', 'warn', 0],
    ['regression', 'fail', 'fail', 1],
    ['regression', 'fail', 'warn', 1],
    ['inconclusive', 'fail', 'fail', 4],
    ['inconclusive', 'fail', 'warn', 0],
    ['invalid', 'fail', 'fail', 3],
    ['invalid', 'fail', 'warn', 3],
    ['regression', 'comment', 'fail', 0],
    ['inconclusive', 'comment', 'fail', 0],
    ['invalid', 'comment', 'fail', 0],
    ['regression', 'observe', 'fail', 0],
    ['inconclusive', 'observe', 'fail', 0],
    ['invalid', 'observe', 'fail', 0],
  ] as const)('of %s in mode %s, inconclusive: %s, is %i', (verdict, mode, inconclusive, code) => {
    expect(exitCode(verdict, mode, inconclusive)).toBe(code);
  });
});
