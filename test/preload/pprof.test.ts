import { Profile } from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { linkCallers } from '../../src/preload/call-tree.ts';
import { filePaths } from '../../src/preload/frame.ts';
import { encodePprof } from '../../src/preload/pprof.ts';
import { weighSamples } from '../../src/preload/weigh.ts';
import { v8Profile } from './v8-profile.ts';

describe('encodePprof', () => {
  it('writes stacks leaf first, functions once, and the three sample types', () => {
    const profile = v8Profile([
      ['(root)', 0],
      ['main hot', 1000],
      ['main hot main', 1000],
      ['(idle)', 500],
    ]);
    const tree = linkCallers(profile.nodes, () => false);
    const costs = weighSamples(profile, tree, {
      samplingIntervalMicros: 1000,
      cpuNanoseconds: 3_000_000,
    });
    const window = { from: 1700000000000, until: 1700000000250 };
    const bytes = encodePprof(costs, {
      window,
      samplingIntervalMicros: 1000,
      filePath: filePaths(),
    });

    const decoded = Profile.decode(bytes);
    const { strings } = decoded.stringTable;
    const text = (index: number | bigint) => strings[Number(index)];
    expect(decoded.sampleType.map(({ type, unit }) => [text(type), text(unit)])).toEqual([
      ['samples', 'count'],
      ['cpu', 'nanoseconds'],
      ['wall', 'nanoseconds'],
    ]);
    expect(
      decoded.function.map(({ name, filename, startLine }) => [
        text(name),
        text(filename),
        Number(startLine),
      ]),
    ).toEqual([
      ['hot', '/app.js', 1],
      ['main', '/app.js', 1],
      ['(idle)', '', 1],
    ]);
    expect(
      decoded.sample.map(({ locationId, value }) => [locationId.map(Number), value.map(Number)]),
    ).toEqual([
      [
        [1, 2],
        [1, 1_500_000, 1_000_000],
      ],
      [
        [2, 1, 2],
        [1, 1_500_000, 1_000_000],
      ],
      [[3], [1, 0, 500_000]],
    ]);
    expect(BigInt(decoded.timeNanos)).toBe(1700000000000000000n);
    expect([decoded.durationNanos, decoded.period].map(Number)).toEqual([250_000_000, 1_000_000]);
  });
});
