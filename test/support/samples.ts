import type { PprofColumns } from '../../src/profiles/decode/pprof-columns.ts';

/** Every sample's values, and its locations as rows; reading them is what checks them. */
export function samplesOf({ samples }: PprofColumns): number[][][] {
  return Array.from({ length: samples.count }, (_, sample) => {
    samples.read(sample);
    return [[...samples.values], [...samples.frames.subarray(0, samples.depth)]];
  });
}
