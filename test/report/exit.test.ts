import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import { exitCode, reportExitCode } from '../../src/report/exit.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Verdict } from '../../src/report/result.ts';
import { compared, result } from './results.ts';

describe('exitCode', () => {
  it.each([
    ['pass', 'block', 'fail', 0],
    ['pass', 'block', 'warn', 0],
    ['regression', 'block', 'fail', 1],
    ['regression', 'block', 'warn', 1],
    ['inconclusive', 'block', 'fail', 4],
    ['inconclusive', 'block', 'warn', 0],
    ['invalid', 'block', 'fail', 3],
    ['invalid', 'block', 'warn', 3],
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
    [[['pass', 'block']], 0],
    [
      [
        ['pass', 'block'],
        ['inconclusive', 'block'],
      ],
      4,
    ],
    [
      [
        ['inconclusive', 'block'],
        ['invalid', 'block'],
      ],
      3,
    ],
    [
      [
        ['invalid', 'block'],
        ['regression', 'block'],
      ],
      1,
    ],
    // A service that is only watched fails nothing, and hides nothing of those that are not.
    [
      [
        ['regression', 'observe'],
        ['pass', 'block'],
      ],
      0,
    ],
    [
      [
        ['regression', 'comment'],
        ['inconclusive', 'block'],
      ],
      4,
    ],
  ])('of %j is %i', ([first, ...others], code) => {
    const of = ([verdict, mode]: [Verdict, Mode]) => compared(result({ verdict }), mode);
    expect(reportExitCode(reportOf([of(first), ...others.map(of)]))).toBe(code);
  });
});
