import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/preload/settings.ts';

const GOOD = {
  FLAMEGATE_SPOOL: '/tmp/spool',
  FLAMEGATE_PROFILER: 'auto',
  FLAMEGATE_SAMPLING_INTERVAL_MICROS: '1000',
  FLAMEGATE_FLUSH_INTERVAL_MS: '500',
};

describe('readSettings', () => {
  it('reads them', () => {
    expect(readSettings(GOOD)).toEqual({
      spool: '/tmp/spool',
      profiler: 'auto',
      samplingIntervalMicros: 1000,
      flushIntervalMs: 500,
    });
  });

  it.each([
    ['FLAMEGATE_SPOOL', undefined],
    ['FLAMEGATE_PROFILER', undefined],
    ['FLAMEGATE_PROFILER', 'sdk'],
    ['FLAMEGATE_SAMPLING_INTERVAL_MICROS', undefined],
    ['FLAMEGATE_SAMPLING_INTERVAL_MICROS', '0'],
    ['FLAMEGATE_FLUSH_INTERVAL_MS', '-1'],
    ['FLAMEGATE_FLUSH_INTERVAL_MS', 'often'],
  ])('are unusable with %s=%s', (name, value) => {
    expect(readSettings({ ...GOOD, [name]: value })).toBeUndefined();
  });
});
