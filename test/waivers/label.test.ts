import { describe, expect, it } from 'vitest';
import { isWaiverLabel, parseLabel } from '../../src/waivers/label.ts';

const SET = new Date('2026-11-20T18:00:00Z');
const NOW = new Date('2026-11-29T23:30:00Z');

describe('a label that waives', () => {
  it.each<[name: string, functions: string, ceiling: number]>([
    ['flamegate: waive scoreOne 5', 'scoreOne', 0.05],
    ['flamegate: waive scoreOne 0.5 points', 'scoreOne', 0.005],
    ['flamegate:waive render* 2', 'render*', 0.02],
    ['flamegate: waive (*Server).handle T 3', '(*Server).handle T', 0.03],
    ['flamegate: waive `step 2` 3', 'step 2', 0.03],
  ])('%s', (name, functions, ceiling) => {
    expect(isWaiverLabel(name)).toBe(true);
    expect(parseLabel(name, SET, NOW)).toEqual({
      functions,
      ceiling,
      reason: `label “${name}”`,
      issue: undefined,
      expires: '2026-12-04',
      isExpired: false,
    });
  });

  it('lasts for 14 days', () => {
    const on = (day: string) => parseLabel('flamegate: waive x 1', SET, new Date(day));
    expect(on('2026-12-04T23:59:59Z')).toMatchObject({ isExpired: false });
    expect(on('2026-12-05T00:00:00Z')).toMatchObject({ isExpired: true });
  });

  it.each<[name: string, said: string]>([
    ['flamegate: waive', 'a label that waives is like'],
    ['flamegate: waive scoreOne', 'a label that waives is like'],
    ['flamegate: waive scoreOne 0', 'more than 0'],
    ['flamegate: waive scoreOne 500', 'at most 100 points'],
  ])('%s is wrong', (name, said) => {
    expect(isWaiverLabel(name)).toBe(true);
    expect(parseLabel(name, SET, NOW)).toContain(said);
  });

  it.each(['flamegate', 'waive', 'flamegate: waiver x 5', 'not flamegate: waive x 5'])(
    '%s is none',
    (name) => {
      expect(isWaiverLabel(name)).toBe(false);
    },
  );
});
