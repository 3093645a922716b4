import type { PprofColumns } from '../../src/profiles/decode/pprof-columns.ts';
import type { Sample } from '../../src/profiles/decode/samples.ts';

/** Every sample's values, and its locations as rows; reading them is what checks them. */
export function samplesOf({ eachSample }: PprofColumns): number[][][] {
  const samples: number[][][] = [];
  eachSample((sample) => samples.push(copyOf(sample)));
  return samples;
}

/** The values of a sample, and its locations. */
export function copyOf({ values, frames, depth }: Sample): number[][] {
  return [[...values], [...frames.subarray(0, depth)]];
}
