import { describe, expect, it } from 'vitest';
import { withToldEnvironment } from '../../../src/profiles/attribution/told-environment.ts';
import type { PlacedUpload } from '../../../src/profiles/attribution/usable-uploads.ts';
import { profileFromText } from '../../support/text-profile.ts';

const PROFILE = profileFromText('main 10');

function upload(
  spy: string,
  { period = 0, unit = '', labels = {} }: { period?: number; unit?: string; labels?: object } = {},
): PlacedUpload {
  const periodType = unit === '' ? undefined : { type: 'cpu', unit };
  return {
    spy,
    labels: { ...labels },
    profile: PROFILE,
    period,
    periodType,
    window: { from: 0, until: 1000 },
    sampleTypes: [PROFILE.sampleType],
    time: 0,
    pprof: () => Buffer.alloc(0),
  };
}

const runtime = (name: string, version: string) => ({
  labels: { 'process.runtime.name': name, 'process.runtime.version': version },
});

describe('withToldEnvironment', () => {
  it.each<[string, PlacedUpload[], object]>([
    ['nothing', [upload('')], {}],
    ['the profiler once', [upload('nodespy'), upload('nodespy')], { profilers: ['nodespy'] }],
    [
      'profilers in order',
      [upload('rbspy'), upload('nodespy')],
      { profilers: ['nodespy', 'rbspy'] },
    ],
    [
      'the middle of the periods',
      [5_416, 5_000, 9_999].map((period) => upload('nodespy', { period, unit: 'us' })),
      { profilers: ['nodespy'], period: 5_416_000, periodUnit: 'nanoseconds' },
    ],
    [
      'a period of bytes',
      [upload('gospy', { period: 512, unit: 'kilobytes' })],
      { profilers: ['gospy'], period: 524_288, periodUnit: 'bytes' },
    ],
    ['no period without a unit', [upload('gospy', { period: 7 })], { profilers: ['gospy'] }],
  ])('tells %s', (_, uploads, sampler) => {
    expect(withToldEnvironment(undefined, uploads)).toEqual({ sampler });
  });

  it.each<[string, PlacedUpload[], object[] | undefined]>([
    ['Node', [upload('', runtime('nodejs', '20.20.2'))], [{ name: 'node', version: '20.20.2' }]],
    ['Go', [upload('', runtime('go', 'go1.26.8'))], [{ name: 'go', version: '1.26.8' }]],
    [
      'an object’s own property',
      [upload('', runtime('constructor', '1'))],
      [{ name: 'constructor', version: '1' }],
    ],
    [
      'a name without a version',
      [upload('', { labels: { 'process.runtime.name': 'go' } })],
      undefined,
    ],
  ])('takes the runtime from the labels: %s', (_, uploads, runtimes) => {
    expect(withToldEnvironment(undefined, uploads).runtimes).toEqual(runtimes);
    expect(withToldEnvironment({ runtimes: [] }, uploads).runtimes).toEqual(runtimes ?? []);
  });

  it('believes what was seen before what is told', () => {
    const seen = { machine: { cpus: 2 }, runtimes: [{ name: 'bun', version: '1.1' }] };
    const told = withToldEnvironment(seen, [upload('x', runtime('nodejs', '20.20.2'))]);
    expect(told).toEqual({ ...seen, sampler: { profilers: ['x'] } });
  });
});
