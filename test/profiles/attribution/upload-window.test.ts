import { describe, expect, it } from 'vitest';
import { uploadWindow } from '../../../src/profiles/attribution/upload-window.ts';

/** Times in milliseconds after some whole second of 2026. */
const T0 = 1_795_000_000_000;

interface Case {
  /** What the sender claims. */
  readonly from?: number;
  readonly until?: number;
  /** The profile's own time and duration. */
  readonly time?: number;
  readonly duration?: number;
  readonly receivedAt: number;
}

function windowOf({ from, until, time, duration = 0, receivedAt }: Case): [number, number] {
  const since = (at: number | undefined) => (at === undefined ? undefined : T0 + at);
  const upload = {
    service: 'shop',
    labels: {},
    spy: '',
    receivedAt: T0 + receivedAt,
    from: since(from),
    until: since(until),
  };
  const window = uploadWindow(upload, {
    timeNanos: time === undefined ? 0 : (T0 + time) * 1e6,
    durationNanos: duration * 1e6,
  });
  // A time in nanoseconds since the epoch is a multiple of 256.
  return [Math.round(window.from - T0), Math.round(window.until - T0)];
}

describe('uploadWindow', () => {
  it.each<[string, Case, [number, number]]>([
    [
      'Go: fine claimed times; its own time is the start',
      { from: 2110, until: 7123, time: 2110, duration: 5013, receivedAt: 7130 },
      [2110, 7123],
    ],
    [
      'Go, delivered late: the claimed times stand',
      { from: 2110, until: 7123, time: 2110, duration: 5013, receivedAt: 12_500 },
      [2110, 7123],
    ],
    [
      'Node: claimed seconds rounded down; its own time is the end',
      { from: 2000, until: 3000, time: 3912, duration: 1004, receivedAt: 3915 },
      [2908, 3912],
    ],
    [
      'Node: claimed seconds rounded up',
      { from: 3000, until: 4000, time: 3912, duration: 1004, receivedAt: 3915 },
      [2908, 3912],
    ],
    [
      'Java: claimed seconds; its own time is the start',
      { from: 10_000, until: 20_000, time: 10_321, duration: 9900, receivedAt: 20_330 },
      [10_321, 20_221],
    ],
    [
      'Python by push: times of a grid that ended long ago',
      { time: -10_000, duration: 10_000, receivedAt: 13_777 },
      [3777, 13_777],
    ],
    [
      'Python by ingest: a grid in whole seconds, delivered at once',
      { from: 0, until: 10_000, receivedAt: 10_004 },
      [4, 10_004],
    ],
    [
      'delivered late with whole seconds: it ends within a second of what is claimed',
      { from: 0, until: 10_000, receivedAt: 19_000 },
      [1000, 11_000],
    ],
    [
      'our own profiler: to the millisecond',
      { from: 1200, until: 2000, time: 1200, duration: 800, receivedAt: 2000 },
      [1200, 2000],
    ],
    ['no length at all: since ever', { receivedAt: 500 }, [Number.NEGATIVE_INFINITY, 500]],
    [
      'a claimed end after its arrival is not believed',
      { from: 0, until: 90_123, duration: 1000, receivedAt: 5000 },
      [4000, 5000],
    ],
  ])('%s', (_what, upload, expected) => {
    expect(windowOf(upload)).toEqual(expected);
  });
});
