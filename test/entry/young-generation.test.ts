import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { NO_GROWTH } from '../../src/entry/young-generation.ts';

/** Makes what survives, most of it for a while only, and prints the size of the young generation in MB. */
const SURVIVORS = `
  const v8 = require('node:v8');
  if (process.argv[1]) v8.setFlagsFromString(process.argv[1]);
  let kept = [];
  for (let round = 0; round < 50; round++) {
    kept = Array.from({ length: 50_000 }, (_, index) => ({ index, round, more: [index] }));
  }
  const space = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  console.log(JSON.stringify({ kept: kept.length, megabytes: space.space_size / 1e6 }));
`;

function youngGeneration(...flags: string[]): number {
  const said = execFileSync(process.execPath, ['-e', SURVIVORS, '--', ...flags], {
    encoding: 'utf8',
  });
  const { kept, megabytes } = JSON.parse(said);
  expect(kept).toBe(50_000);
  return megabytes;
}

describe('the young generation', () => {
  it('stays small in a process that runs already, which it would not by itself', () => {
    expect(youngGeneration(NO_GROWTH)).toBeLessThan(4);
    expect(youngGeneration()).toBeGreaterThan(12);
  });
});
