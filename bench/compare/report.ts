import type { Pair } from './pair.ts';
import type { Measured } from './turns.ts';

/** All that was measured of one pair; Flamegate's own comes first. */
export interface PairResult {
  readonly pair: Pair;
  readonly runs: number;
  readonly measured: readonly Measured[];
}

/** Flamegate may take this part of pprof's time, and this many bytes for each of one of the profiles. */
const MAX_RATIO = 1;
const MAX_MEMORY = 3;

/** Says what a pair took. */
export function pairLines({ pair, runs, measured }: PairResult): string[] {
  const [own, ...others] = measured;
  return [
    '',
    `two ${pair.what}, ${megabytes(pair.bytes)} uncompressed together; medians of ${runs} runs in turns:`,
    ...measured.map(
      ({ name, seconds, peak }) =>
        `  ${name.padEnd(20)} ${seconds.toFixed(3).padStart(8)} s ${(peak === undefined ? '' : megabytes(peak)).padStart(9)}`,
    ),
    ...others.map(
      ({ name, seconds }) =>
        `  ${((own?.seconds ?? Number.NaN) / seconds).toFixed(2)} of the time of ${name} (at most ${MAX_RATIO.toFixed(1)})`,
    ),
  ];
}

/**
 * Says how time and memory grow with the profiles; an exponent of 1 is linear.
 * @param bareNode what Node takes without any work, in bytes: part of every peak
 */
export function growthLines(
  results: readonly PairResult[],
  bareNode: number | undefined,
): string[] {
  const alike = results.filter(({ pair }) => pair.what === results.at(-1)?.pair.what);
  const times = alike.slice(1).map((result, index) => {
    const before = alike[index] ?? result;
    const size = Math.log(result.pair.bytes / before.pair.bytes);
    const exponents = result.measured.map(({ name, seconds }, command) => {
      const ratio = seconds / (before.measured[command]?.seconds ?? Number.NaN);
      return `${name} ${(Math.log(ratio) / size).toFixed(2)}`;
    });
    return `  from ${megabytes(before.pair.bytes)} to ${megabytes(result.pair.bytes)}: ${exponents.join(', ')}`;
  });
  const memory = results.flatMap(({ pair, measured }) => {
    const peak = measured[0]?.peak;
    if (peak === undefined || bareNode === undefined) return [];
    const times = (bytes: number, of: number) => (bytes / of).toFixed(2);
    const one = pair.bytes / 2;
    return [
      `  two ${pair.what} of ${megabytes(one)} each: ${times(peak, one)} times one of them, ${times(peak - bareNode, one)} without what Node itself takes; ${times(peak, pair.bytes)} times both`,
    ];
  });
  return [
    ...(times.length === 0 ? [] : ['', 'growth of time, as an exponent of the size:', ...times]),
    ...(memory.length === 0
      ? []
      : [
          '',
          `peak memory of flamegate by uncompressed size (at most ${MAX_MEMORY} times one profile):`,
          ...memory,
        ]),
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
