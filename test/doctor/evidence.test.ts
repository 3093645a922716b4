import { describe, expect, it } from 'vitest';
import { detectableCheck, sideChecks } from '../../src/doctor/evidence.ts';

const SLICES = { count: 12, called: 'slice' } as const;
const POLICY = { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 };

describe('sideChecks', () => {
  it('tells profiles, samples and the rate', () => {
    expect(sideChecks('base', { profiles: 60, samples: 6000, cpuSeconds: 60 }, SLICES)).toEqual([
      {
        state: 'ok',
        subject: 'base',
        fact: '60 profiles, 6,000 samples, 100 samples per CPU second',
      },
    ]);
  });

  it('tells what there is when profiles count no samples', () => {
    const none = { profiles: 60, samples: undefined, cpuSeconds: undefined };
    expect(sideChecks('base', none, SLICES)).toEqual([
      { state: 'ok', subject: 'base', fact: '60 profiles' },
    ]);
  });

  it('refuses fewer profiles than slices', () => {
    const few = { profiles: 11, samples: undefined, cpuSeconds: undefined };
    expect(sideChecks('head', few, SLICES)).toMatchObject([
      { state: 'broken', subject: 'head', fact: '11 profiles, for 12 slices' },
    ]);
  });

  it('refuses fewer labelled rounds than a verdict takes', () => {
    const many = { profiles: 60, samples: undefined, cpuSeconds: undefined };
    expect(sideChecks('head', many, { count: 2, called: 'round' })).toMatchObject([
      {
        state: 'broken',
        subject: 'head',
        fact: '60 profiles, in 2 rounds that both sides have',
      },
    ]);
  });
});

describe('detectableCheck', () => {
  const side = (samples: number | undefined, cpuSeconds?: number) => ({
    profiles: 60,
    samples,
    cpuSeconds,
  });

  it('goes by the side with fewer samples', () => {
    const check = detectableCheck([side(1e6), side(10_000)], SLICES, POLICY);
    expect(check).toMatchObject({
      state: 'weak',
      advice: expect.stringContaining('It takes 2 times'),
    });
    expect(check?.fact).toContain(
      'a change of 1.1 points can be seen at best; 1.0 points are allowed',
    );
  });

  it('is content with enough', () => {
    expect(detectableCheck([side(1e6), side(1e6)], SLICES, POLICY)).toMatchObject({
      state: 'ok',
      subject: 'precision',
    });
  });

  it('takes the usual rate where profiles do not count samples', () => {
    expect(detectableCheck([side(undefined, 100), side(10_000)], SLICES, POLICY)).toEqual(
      detectableCheck([side(10_000), side(10_000)], SLICES, POLICY),
    );
  });

  it('says nothing of too few pairs', () => {
    const two = { count: 2, called: 'round' } as const;
    expect(detectableCheck([side(1e6), side(1e6)], two, POLICY)).toBe(undefined);
  });

  it('says nothing without any time or samples', () => {
    expect(detectableCheck([side(undefined), side(undefined)], SLICES, POLICY)).toBe(undefined);
  });
});
