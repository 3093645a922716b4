import { describe, expect, it } from 'vitest';
import type { Mode } from '../../src/config/config.ts';
import { partOf, reportOf, worstFirst } from '../../src/report/report.ts';
import type { Verdict } from '../../src/report/result.ts';
import { alone, compared, result, SAMPLES, SEVERAL } from './results.ts';

const of = (verdict: Verdict, service = 'shop', mode: Mode = 'block') =>
  compared(result({ verdict, service, reason: `because of ${service}` }), mode);

describe('a report', () => {
  it.each<[verdicts: [Verdict, ...Verdict[]], all: Verdict]>([
    [['pass'], 'pass'],
    [['pass', 'pass'], 'pass'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'invalid', 'pass'], 'invalid'],
    // What is certain stays certain whatever else broke.
    [['invalid', 'regression', 'inconclusive'], 'regression'],
  ])('of %j is %s', ([first, ...others], all) => {
    expect(reportOf([of(first), ...others.map((one) => of(one))]).verdict).toBe(all);
  });

  it('of one comparison says what that one says', () => {
    const { verdict, reason } = alone(SAMPLES.regression);
    expect({ verdict, reason }).toEqual({
      verdict: SAMPLES.regression.verdict,
      reason: SAMPLES.regression.reason,
    });
  });

  it('of several gives the reason of the worst, and says whose it is', () => {
    const { reason } = reportOf([of('pass', 'cart'), of('invalid', 'mail')]);
    expect(reason).toBe('mail, cpu: because of mail');
    expect(reportOf([of('pass', 'cart'), of('pass', 'mail')]).reason).toBe(
      'a rise beyond the thresholds is ruled out in all 2 comparisons',
    );
  });

  it('tells what passed from what had no effect', () => {
    const idle = compared(SAMPLES.idle);
    expect(reportOf([idle, of('pass', 'cart')]).reason).toBe(
      'a rise beyond the thresholds is ruled out in 1 measured comparison, and the change has no effect on 1 other one',
    );
    expect(reportOf([idle, idle]).reason).toContain('nothing was measured');
  });

  it('puts the worst first, and what can fail the check before what can not', () => {
    const all = [
      of('pass', 'a'),
      of('regression', 'b', 'observe'),
      of('invalid', 'c'),
      of('regression', 'd'),
      of('inconclusive', 'e'),
    ];
    expect(worstFirst(all).map(({ result: { service } }) => service)).toEqual([
      'd',
      'b',
      'c',
      'e',
      'a',
    ]);
  });

  it('can leave out what is only observed, and then speaks of the rest', () => {
    const told = partOf(SEVERAL, ({ handling }) => handling.mode !== 'observe');
    expect(told?.comparisons.map(({ result: { service } }) => service)).toEqual([
      'cart',
      'shop',
      'shop',
      'shop',
    ]);
    const quiet = partOf(
      reportOf([of('pass', 'a'), of('regression', 'b', 'observe')]),
      ({ handling }) => handling.mode !== 'observe',
    );
    expect(quiet?.verdict).toBe('pass');
    expect(partOf(SEVERAL, () => false)).toBeUndefined();
  });
});
