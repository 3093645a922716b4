import { describe, expect, it } from 'vitest';
import type { GatedService } from '../../src/config/config.ts';
import type { Waiver } from '../../src/config/waivers.ts';
import { newerWaivers, refuseForeignWaivers } from '../../src/hand-off/waivers.ts';
import type { Finding, ResultWaiver } from '../../src/report/result.ts';
import { alone, finding, result, waiver } from '../report/results.ts';

const GIVEN = { by: 'ann', url: 'https://github.com/o/r/pull/7#issuecomment-1' };
const CLAIMED: ResultWaiver = waiver({ given: GIVEN });
const HERE: Waiver = {
  functions: 'scoreOne',
  ceiling: CLAIMED.ceiling,
  reason: CLAIMED.reason,
  issue: '#123',
  expires: CLAIMED.expires,
  isExpired: false,
  given: GIVEN,
};
const { given: _, ...CONFIGURED } = HERE;

function reportWith(of: Partial<Finding>) {
  const one = finding(of);
  return alone(result({ verdict: one.fails ? 'regression' : 'pass', findings: [one] }));
}

function service(waivers: readonly Waiver[] = []): GatedService {
  const policy = { ...result().policy, waivers };
  return {
    name: result().service,
    types: [],
    policy,
    allowDifferent: [],
    handling: { mode: 'comment', onInconclusive: 'warn' },
    directory: '.',
    owners: new Map(),
  };
}

describe('a waiver that a hand-off claims', () => {
  it.each<[what: string, claimed: ResultWaiver, given: readonly Waiver[], own: readonly Waiver[]]>([
    ['is given on the pull request', CLAIMED, [HERE], []],
    ['is one of the configuration', waiver(), [], [CONFIGURED]],
    ['is one of several', CLAIMED, [{ ...HERE, ceiling: 0.04 }, HERE], [CONFIGURED]],
    [
      'has expired there and here',
      { ...CLAIMED, state: 'expired' },
      [{ ...HERE, isExpired: true }],
      [],
    ],
  ])('counts when it %s', (_, claimed, given, own) => {
    const report = reportWith({ fails: claimed.state !== 'applies', waiver: claimed });
    expect(() => refuseForeignWaivers(report, { services: [service(own)], given })).not.toThrow();
  });

  it.each<[what: string, claimed: Partial<ResultWaiver>, given: Partial<Waiver>]>([
    ['is for another function', {}, { functions: 'scoreAll' }],
    ['is for another file', {}, { files: 'src/render/' }],
    ['has another ceiling', { ceiling: 0.06 }, {}],
    ['has expired since', {}, { isExpired: true }],
    ['has expired only there', { state: 'expired' }, {}],
  ])('is refused when it %s', (_, claimed, given) => {
    const report = reportWith({ fails: false, waiver: { ...CLAIMED, ...claimed } });
    const here = { services: [service()], given: [{ ...HERE, ...given }] };
    expect(() => refuseForeignWaivers(report, here)).toThrow('nobody has given the waiver of');
  });

  it('is refused when the rise is beyond it, whatever the hand-off calls its limit', () => {
    const report = reportWith({ fails: false, delta: 0.06, threshold: 1, waiver: CLAIMED });
    const here = { services: [service()], given: [HERE] };
    expect(() => refuseForeignWaivers(report, here)).toThrow('beyond what its waiver accepts');
  });
});

describe('waivers that are newer than what was measured', () => {
  it.each<
    [what: string, claimed: ResultWaiver | undefined, given: readonly Waiver[], newer: number]
  >([
    ['one that came later', undefined, [HERE], 1],
    ['one that renews an expired one', { ...CLAIMED, state: 'expired' }, [HERE], 1],
    ['none that was there', { ...CLAIMED, state: 'exceeded' }, [HERE], 0],
    [
      'none that is older than what counted',
      { ...CLAIMED, state: 'exceeded' },
      [HERE, { ...HERE, ceiling: 0.01 }],
      0,
    ],
    ['none that has expired', undefined, [{ ...HERE, isExpired: true }], 0],
    ['none for another function', undefined, [{ ...HERE, functions: 'parse' }], 0],
  ])('are %s', (_, claimed, given, newer) => {
    const report = reportWith(claimed === undefined ? {} : { waiver: claimed });
    expect(newerWaivers(report, { services: [service()], given })).toHaveLength(newer);
  });

  it('are none for what fails nothing', () => {
    const here = { services: [service()], given: [HERE] };
    expect(newerWaivers(reportWith({ fails: false }), here)).toEqual([]);
  });
});
