import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallNode, linkCallers } from '../../src/preload/call-tree.ts';
import { weighSamples } from '../../src/preload/weigh.ts';
import { type TextSample, v8Profile } from './v8-profile.ts';

const MICROS = 1000;

/** Costs by call path; cpu and wall in microseconds. */
function weigh(samples: readonly TextSample[], cpu?: number) {
  const profile = v8Profile(samples);
  const tree = linkCallers(profile.nodes, (url) => url.endsWith('/ours.js'));
  const cpuNanoseconds = cpu === undefined ? undefined : cpu * 1000;
  const costs = weighSamples(profile, tree, { samplingIntervalMicros: MICROS, cpuNanoseconds });
  return Object.fromEntries(
    [...costs].map(([node, { samples: count, cpu: used, wall }]) => [
      path(node),
      [count, used / 1000, wall / 1000],
    ]),
  );
}

function path(node: CallNode): string {
  const { functionName } = node.callFrame;
  return node.caller ? `${path(node.caller)} ${functionName}` : functionName;
}

describe('weighSamples', () => {
  const start: TextSample = ['our start', 9000];

  it('shares out the CPU by time since the previous sample, and gives idle none', () => {
    expect(
      weigh(
        [start, ['main', 1000], ['main hot', 1000], ['main hot', 1000], ['(idle)', 5000]],
        1500,
      ),
    ).toEqual({ main: [1, 500, 1000], 'main hot': [2, 1000, 2000], '(idle)': [1, 0, 5000] });
  });

  it('does not let one sample stand for a long gap', () => {
    expect(weigh([start, ['hot', 1000], ['unlucky', 9000]], 3000)).toEqual({
      hot: [1, 1000, 1000],
      unlucky: [1, 2000, 9000],
    });
  });

  it('without a CPU clock takes the capped times as they are', () => {
    expect(weigh([start, ['hot', 1000], ['hot', 9000]])).toEqual({ hot: [2, 3000, 10000] });
  });

  it('takes our own work out together with its CPU', () => {
    expect(weigh([start, ['main', 1000], ['timer our flush', 1000]], 2000)).toEqual({
      main: [1, 1000, 1000],
    });
  });

  it('leaves out the first sample, which stands for the start of the profiler', () => {
    expect(
      weigh(
        [
          ['main', 9000],
          ['main', 1000],
        ],
        1000,
      ),
    ).toEqual({ main: [1, 1000, 1000] });
  });

  it('puts samples that are reported too late into their place', () => {
    // At 0, 1000, 3000 and 2000 µs.
    expect(weigh([start, ['a', 1000], ['b', 2000], ['c', -1000]])).toEqual({
      a: [1, 1000, 1000],
      c: [1, 1000, 1000],
      b: [1, 1000, 1000],
    });
  });

  it.each([[[]], [[start]]])('finds nothing in %j', (samples) => {
    expect(weigh(samples, 1000)).toEqual({});
  });

  it('accounts for all of the CPU and all of the time, and never for less than nothing', () => {
    const paths = fc.constantFrom('main', 'main hot', 'main hot spin', '(idle)', '(program)');
    const sample = fc.tuple(paths, fc.integer({ min: -3000, max: 9000 }));
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1 }), fc.nat(1e6), (samples, cpu) => {
        const costs = Object.values(weigh(samples, cpu));
        const sum = (column: number) =>
          costs.reduce((total, cost) => total + (cost[column] ?? 0), 0);
        let clock = 0;
        const times = samples.map(([, delta]) => (clock += delta));
        expect(sum(2)).toBeCloseTo(Math.max(...times) - Math.min(...times), 3);
        if (sum(1) > 0) expect(sum(1)).toBeCloseTo(cpu, 3);
        expect(costs.flat().every((value) => value >= 0)).toBe(true);
      }),
    );
  });
});
