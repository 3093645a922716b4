import { describe, expect, it } from 'vitest';
import { countingLimit, samplesFor } from '../../src/doctor/counting-limit.ts';

const PRECISION = { pairs: 12, alpha: 0.01, share: 0.05 };

describe('countingLimit', () => {
  it('is a few standard errors of the difference of two counts', () => {
    // t(0.99; 11) = 2.718, t(0.8; 11) = 0.876; √(2 × 0.05 ÷ 10,000) = 0.00316
    expect(countingLimit(10_000, PRECISION)).toBeCloseTo((2.7181 + 0.8755) * 0.003162, 4);
  });

  it('halves with four times the samples', () => {
    expect(countingLimit(40_000, PRECISION)).toBeCloseTo(countingLimit(10_000, PRECISION) / 2, 12);
  });

  it('is what so many samples are needed for', () => {
    const needed = samplesFor(0.01, PRECISION);
    expect(countingLimit(needed, PRECISION)).toBeLessThanOrEqual(0.01);
    expect(countingLimit(needed - 1, PRECISION)).toBeGreaterThan(0.01);
  });
});
