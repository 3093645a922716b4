import { type Below, randomFrom } from './random.ts';
import type { Seed } from './seed.ts';

/** A stack of a bigger system than the recorded one. */
export interface GrownStack {
  /** Which of several programs, merged into one profile, it belongs to. */
  readonly program: number;
  /** Rows of the seed's functions, the outermost caller first. */
  readonly frames: readonly number[];
}

/** As deep as Go's and V8's profilers go by default, more or less. */
const DEEPEST = 128;
const MOST_SPLICES = 3;

/**
 * New stacks out of recorded ones: where two stacks pass through the same function, one goes on as the
 * other did. Every call in it was recorded, while the stack as a whole was (mostly) not, as in a program
 * that has run for longer. Stack `index` is always the same one, for the same seed number.
 */
export function stackGrower(
  seed: Seed,
  programs: number,
): (seedNumber: number, index: number) => GrownStack {
  const occurrences = occurrencesOf(seed);
  return (seedNumber, index) => {
    const below = randomFrom(seedNumber * 1_000_003 + index);
    let frames = pick(seed.stacks, below);
    for (let splices = 1 + below(MOST_SPLICES); splices > 0; splices--) {
      const depth = below(frames.length);
      const other = pick(occurrences[frames[depth] ?? 0] ?? [], below);
      const tail = (seed.stacks[other.stack] ?? []).slice(other.depth + 1);
      if (depth + 1 + tail.length <= DEEPEST) frames = [...frames.slice(0, depth + 1), ...tail];
    }
    return { program: below(programs), frames };
  };
}

interface Occurrence {
  readonly stack: number;
  readonly depth: number;
}

function occurrencesOf({ functions, stacks }: Seed): readonly (readonly Occurrence[])[] {
  const all = functions.map((): Occurrence[] => []);
  stacks.forEach((frames, stack) => {
    frames.forEach((row, depth) => {
      all[row]?.push({ stack, depth });
    });
  });
  return all;
}

function pick<Item>(items: readonly Item[], below: Below): Item {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error('the recording is empty');
  return item;
}
