import { describe, expect, it } from 'vitest';
import { conditionsBetween } from '../../../src/measure/fingerprint/conditions.ts';
import {
  parseMachineTime,
  parsePressure,
  parseProcessTime,
} from '../../../src/measure/fingerprint/cpu-time.ts';
import type { Snapshot } from '../../../src/measure/fingerprint/snapshot.ts';

const EMPTY: Snapshot = {
  at: 0,
  machine: { busy: 0, steal: 0, total: 0 },
  ours: { own: 0, children: 0 },
  members: [],
  throttling: undefined,
  pressure: undefined,
};

const process = (pid: number, own: number, children = 0) => ({
  pid,
  own,
  children,
  program: '/usr/bin/node',
});

/** 4 s on two CPUs: 800 ticks. */
const AFTER: Snapshot = {
  ...EMPTY,
  at: 4000,
  machine: { busy: 600, steal: 8, total: 800 },
  ours: { own: 150, children: 10 },
  members: [process(1, 400)],
};

describe('conditionsBetween', () => {
  it.each<[string, Partial<Snapshot>, Partial<Snapshot>, object]>([
    [
      'what is neither the service’s nor the load’s is others’',
      { members: [process(1, 20)] },
      {},
      // 600 busy − 380 of the service − 160 of the load.
      { seconds: 4, serviceCpuSeconds: 3.8, stealShare: 0.01, otherCpuShare: 0.075 },
    ],
    [
      'a worker that ended meanwhile is in its parent’s sum',
      { members: [process(1, 20), process(2, 100)] },
      { members: [process(1, 20, 300)] },
      { seconds: 4, serviceCpuSeconds: 2, stealShare: 0.01, otherCpuShare: 0.3 },
    ],
    [
      'clocks that disagree a little make no negative share',
      {},
      { members: [process(1, 700)] },
      { seconds: 4, serviceCpuSeconds: 7, stealShare: 0.01, otherCpuShare: 0 },
    ],
    [
      'processes that can’t be seen are not others',
      {},
      { members: [] },
      { seconds: 4, stealShare: 0.01 },
    ],
    [
      'no /proc/stat',
      { machine: undefined },
      { machine: undefined },
      { seconds: 4, serviceCpuSeconds: 4 },
    ],
    [
      'a quota that was used up',
      { throttling: { periods: 100, throttledPeriods: 10, seconds: 1 } },
      {
        throttling: { periods: 140, throttledPeriods: 20, seconds: 1.5 },
        members: [],
        machine: undefined,
      },
      { seconds: 4, throttledShare: 0.25, throttledSeconds: 0.5 },
    ],
    [
      'tasks that waited for a CPU',
      { pressure: 1_000_000 },
      { pressure: 3_000_000, members: [], machine: undefined },
      { seconds: 4, cpuPressureShare: 0.5 },
    ],
    ['no time', { at: 4000 }, {}, {}],
  ])('%s', (_, before, after, expected) => {
    expect(conditionsBetween({ ...EMPTY, ...before }, { ...AFTER, ...after })).toEqual(expected);
  });
});

describe('the kernel’s clocks', () => {
  it.each<[string, object | undefined]>([
    ['cpu  100 10 50 800 5 3 7 20 90 5\ncpu0 1 2 3', { busy: 160, steal: 20, total: 995 }],
    ['cpu  100 10 50 800', { busy: 160, steal: 0, total: 960 }],
    ['intr 5', undefined],
    ['', undefined],
  ])('parses %j', (stat, expected) => {
    expect(parseMachineTime(stat)).toEqual(expected);
  });

  it.each<[string, object | undefined]>([
    [
      '9 (a) Z (b) S 1 7 5 0 -1 4194304 900 0 2 0 30 12 4 2 20 0 11 0 100',
      { own: 42, children: 6 },
    ],
    ['9 (sh) S 1 7', undefined],
    ['', undefined],
  ])('parses %j', (stat, expected) => {
    expect(parseProcessTime(stat)).toEqual(expected);
  });

  it.each<[string, number | undefined]>([
    [
      'some avg10=1.44 avg60=1.81 avg300=3.44 total=1812097126\nfull avg10=0 total=7',
      1_812_097_126,
    ],
    ['full avg10=0.00 avg60=0.00 avg300=0.00 total=5', undefined],
    ['', undefined],
  ])('parses %j', (pressure, expected) => {
    expect(parsePressure(pressure)).toBe(expected);
  });
});
