import { describe, expect, it } from 'vitest';
import { parseWindow, windowText } from '../../src/config/window.ts';
import { alignByTimeOfDay } from '../../src/profiles/pyroscope/windows.ts';

/** A Friday. */
const NOW = Date.parse('2026-11-20T14:25:36.789Z');

function windowOf(text: string) {
  const window = parseWindow(text, NOW);
  if (typeof window === 'string') throw new Error(window);
  return window;
}

describe('a window', () => {
  it.each([
    // As ISO 8601 writes an interval.
    ['2026-11-20T10:00:00Z/2026-11-20T11:00:00Z', '2026-11-20T10:00:00Z/2026-11-20T11:00:00Z'],
    [
      '2026-11-20T10:00+01:00/2026-11-20T11:00:00.5Z',
      '2026-11-20T09:00:00Z/2026-11-20T11:00:00.500Z',
    ],
    // As Grafana writes times.
    ['now-24h..now', '2026-11-19T14:25:36Z/2026-11-20T14:25:36Z'],
    ['now-8d..now-7d', '2026-11-12T14:25:36Z/2026-11-13T14:25:36Z'],
    ['now-90m..now-30s', '2026-11-20T12:55:36Z/2026-11-20T14:25:06Z'],
    ['now-1d/d..now-1d/d', '2026-11-19T00:00:00Z/2026-11-20T00:00:00Z'],
    ['now-1w/w..now-1w/w', '2026-11-09T00:00:00Z/2026-11-16T00:00:00Z'],
    ['now-2h/h..now-1h/h', '2026-11-20T12:00:00Z/2026-11-20T14:00:00Z'],
    ['now-d/d+8h..now-2d/d+20h', '2026-11-19T08:00:00Z/2026-11-19T20:00:00Z'],
    ['now/d..now', '2026-11-20T00:00:00Z/2026-11-20T14:25:36Z'],
    ['2026-11-20T10:00:00Z..now', '2026-11-20T10:00:00Z/2026-11-20T14:25:36Z'],
    [' now-24h .. now ', '2026-11-19T14:25:36Z/2026-11-20T14:25:36Z'],
  ])('%s is %s', (text, expected) => {
    const window = windowOf(text);
    expect(windowText(window)).toBe(expected);
    expect(windowOf(windowText(window))).toEqual(window);
  });

  it.each([
    ['now-24h', 'must be START/END, each like 2026-11-20T10:00:00Z, or START..END'],
    ['now-24h/now', 'must be START/END'],
    ['now-24h..now..now', 'must be START/END'],
    ['now-1M..now', 'of the units s, m, h, d, w; it is “now-1M..now”'],
    ['now - 1d..now', 'must be START/END'],
    ['yesterday..now', 'must be START/END'],
    ['2026-11-20T10:00:00..now', 'must be START/END'],
    ['2026-11-20T10:00:00Z', 'must be START/END'],
    ['2026-13-20T10:00:00Z/2026-11-20T11:00:00Z', 'must be START/END'],
    ['now..now-1h', 'must end after it starts; it is “now..now-1h”'],
    ['now-1h..now+1h', 'must not end in the future: “now+1h” is 2026-11-20T15:25:36.000Z'],
    ['now-1d/d..now/d', 'is 2026-11-21T00:00:00.000Z, as /d at the end of a window is the end'],
    [`now${'-1d'.repeat(9)}..now`, 'must be START/END'],
  ])('%s is refused', (text, problem) => {
    expect(parseWindow(text, NOW)).toContain(problem);
  });

  it.each([
    ['now-8d..now-7d', 'now-24h..now'],
    ['now-8d/d..now-8d/d', 'now-1d/d..now-1d/d'],
    ['now-2w/w..now-2w/w', 'now-1w/w..now-1w/w'],
  ])('%s meets the hours of %s without being moved', (base, head) => {
    const windows = { base: windowOf(base), head: windowOf(head) };
    expect(alignByTimeOfDay(windows)).toEqual(windows);
  });
});
