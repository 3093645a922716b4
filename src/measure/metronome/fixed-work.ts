/** Fits the first-level cache of any CPU, so that what the service leaves in the caches matters little. */
const NUMBERS = Int32Array.from({ length: 2048 }, (_, index) => index * 31);

/** Passes over the numbers in one beat: some 30 µs, less than a hundredth of the time between two beats. */
const PASSES = 32;

/** By then V8 has optimised it. */
const WARM_UP_BEATS = 400;

/**
 * Does the same work as ever and returns the microseconds that it took. The work is many operations
 * that do not depend on each other, as in the code of services: it gets slower when another thread uses
 * the same core's units (simultaneous multithreading), which a chain of dependent operations does not.
 */
export function beat(): number {
  // A pause may have let other code push it out of the caches.
  keep(pass());
  const start = performance.now();
  for (let left = PASSES; left > 0; left -= 1) keep(pass());
  return (performance.now() - start) * 1000;
}

/** Beats until beats are steady. */
export function warmUp(): void {
  for (let left = WARM_UP_BEATS; left > 0; left -= 1) beat();
}

/** A result that goes into the next pass can't be optimised away, and does not change what a pass costs. */
function keep(result: number): void {
  NUMBERS[0] = result;
}

function pass(): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let at = 0; at < NUMBERS.length; at += 8) {
    a = (a + (NUMBERS[at] ?? 0)) | 0;
    b ^= NUMBERS[at + 1] ?? 0;
    c = (c + ((NUMBERS[at + 2] ?? 0) & 255)) | 0;
    d ^= (NUMBERS[at + 3] ?? 0) >> 1;
    e = (e + (NUMBERS[at + 4] ?? 0)) | 0;
    f ^= NUMBERS[at + 5] ?? 0;
    g = (g + (NUMBERS[at + 6] ?? 0)) | 0;
    h ^= NUMBERS[at + 7] ?? 0;
  }
  return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
}
