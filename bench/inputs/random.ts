/** Whole numbers from 0 up to, not including, `limit`; the same ones for the same seed. */
export type Below = (limit: number) => number;

/** A multiplicative generator (Lehmer, 48271 mod 2^31 − 1): good enough to vary inputs, not for statistics. */
export function randomFrom(seed: number): Below {
  let state = ((seed * 2_654_435_761) % 0x7fffffff) + 1;
  return (limit) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % limit;
  };
}
