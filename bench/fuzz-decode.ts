import { type Outcome, outcomeOf } from '../test/support/decode-outcome.ts';
import { mutate } from '../test/support/mutate-profile.ts';
import { recordedProfiles } from '../test/support/recorded-profiles.ts';
import { randomFrom } from './inputs/random.ts';

/**
 * Decodes mutated real profiles, seeded, and ends with an error at the first that is neither read nor
 * refused with a reason, or that takes too long or too much memory. Arguments: how many, the first seed.
 */
const INPUTS = Number(process.argv[2] ?? 100_000);
const FIRST = Number(process.argv[3] ?? 0);

/** Largest unpacked size that the decoder is allowed, in bytes. */
const LIMIT = 1 << 20;

/** An input is a few kilobytes: whatever it claims to be, it may not take more memory than this. */
const MOST_MEMORY = 4 * LIMIT;

/** Milliseconds; a hang would be forever, and a machine can be busy. */
const MOST_TIME = 2000;

const profiles = recordedProfiles();
const reasons = new Map<string, number>();
let slowest = 0;
let hungriest = 0;
for (let seed = FIRST; seed < FIRST + INPUTS; seed++) {
  const bytes = mutate(profiles, randomFrom(seed));
  const memory = process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const outcome = named(seed, () => outcomeOf(bytes, LIMIT));
  const time = performance.now() - start;
  const taken = process.memoryUsage().arrayBuffers - memory;
  if (time > MOST_TIME) throw new Error(`seed ${seed} took ${time.toFixed(0)} ms`);
  if (taken > MOST_MEMORY) throw new Error(`seed ${seed} took ${taken} bytes`);
  slowest = Math.max(slowest, time);
  hungriest = Math.max(hungriest, taken);
  const reason = outcome.replace(/-?\d[\d.e+]*/gu, '#');
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

console.log(`${INPUTS.toLocaleString('en-US')} inputs from seed ${FIRST}:`);
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) {
  console.log(`${String(count).padStart(8)} ${reason}`);
}
console.log(
  `slowest ${slowest.toFixed(0)} ms, most memory ${(hungriest / 1024).toFixed(0)} KiB (at most ${MOST_MEMORY / 1024})`,
);

/** Runs the decoder; its crash says which seed it was. */
function named(seed: number, decode: () => Outcome): Outcome {
  try {
    return decode();
  } catch (cause) {
    throw new Error(`seed ${seed} crashed the decoder`, { cause });
  }
}
