/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** The same numbers for the same seed, in every run (Tommy Ettinger's mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often a profiler's timer meets what it should meet `mean` times: arrivals of a Poisson process in unit time. */
export function poisson(mean: number, random: Random): number {
  let count = 0;
  let time = -Math.log(1 - random());
  while (time < mean) {
    count += 1;
    time -= Math.log(1 - random());
  }
  return count;
}
