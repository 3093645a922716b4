import { describe, expect, it } from 'vitest';
import { isDay, isExpired } from '../../src/config/waivers.ts';

const NOW = new Date('2026-11-29T23:30:00Z');

describe('the last day', () => {
  it('is over when the next one has begun everywhere that counts in UTC', () => {
    expect(isExpired('2026-11-29', NOW)).toBe(false);
    expect(isExpired('2026-11-29', new Date('2026-11-30T00:00:00Z'))).toBe(true);
  });

  it.each<[text: string, exists: boolean]>([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['2027-1-1', false],
    ['tomorrow', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });
});
