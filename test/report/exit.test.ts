import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import { exitCode, reportExitCode } from '../../src/report/exit.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Verdict } from '../../src/report/result.ts';
import { compared, result } from './results.ts';

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

describe('reportExitCode', () => {
  it.each<[comparisons: [[Verdict, Mode], ...[Verdict, Mode][]], code: number]>([
    [[['pass', 'fail']], 0],
    [
      [
        ['pass', 'fail'],
        ['inconclusive', 'fail'],
      ],
      4,
    ],
    [
      [
        ['inconclusive', 'fail'],
        ['invalid', 'fail'],
      ],
      3,
    ],
    [
      [
        ['invalid', 'fail'],
        ['regression', 'fail'],
      ],
      1,
    ],
    // A service that is only watched fails nothing, and hides nothing of those that are not.
    [
      [
        ['regression', 'observe'],
        ['pass', 'fail'],
      ],
      0,
    ],
    [
      [
        ['regression', 'comment'],
        ['inconclusive', 'fail'],
      ],
      4,
    ],
  ])('of %j is %i', ([first, ...others], code) => {
    const of = ([verdict, mode]: [Verdict, Mode]) => compared(result({ verdict }), mode);
    expect(reportExitCode(reportOf([of(first), ...others.map(of)]))).toBe(code);
  });
});
