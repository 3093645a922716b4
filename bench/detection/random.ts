import { createHash } from 'node:crypto';

/** Numbers from 0 up to, not including, 1; the same ones for the same seed. */
export type Random = () => number;

/** Chris Doty-Humphrey's sfc32, which passes PractRand; its state is the seed's SHA-256. */
export function randomFrom(seed: string): Random {
  const state = createHash('sha256').update(seed).digest();
  let a = state.readUInt32LE(0);
  let b = state.readUInt32LE(4);
  let c = state.readUInt32LE(8);
  let counter = state.readUInt32LE(12);
  return () => {
    const next = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + next) | 0;
    return (next >>> 0) / 2 ** 32;
  };
}
