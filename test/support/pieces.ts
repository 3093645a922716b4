import { randomFrom } from '../../bench/inputs/random.ts';

/** The bytes in pieces of random sizes of up to a kilobyte, as a socket or a file gives them. */
export async function* inPieces(bytes: Uint8Array, seed: number): AsyncGenerator<Uint8Array> {
  const below = randomFrom(seed);
  for (let start = 0; start < bytes.length; ) {
    const end = start + 1 + below(1 + below(1000));
    yield bytes.subarray(start, end);
    start = end;
  }
}
