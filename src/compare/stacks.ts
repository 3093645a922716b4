import { type StackColumns, type StackWriter, stackTableFor } from '../profiles/stack-table.ts';
import type { Identity } from './identity/identity.ts';

/** What each function of a profile means for the stacks that it is in. */
export interface Frames {
  /** Row of the table; −1 for none. */
  readonly rows: Int32Array;
  readonly meanings: Uint8Array;
  /** How many rows the table has. */
  readonly count: number;
}

const ROW = 0;
/** A row, and the service's own code. */
const OWN = 1;
const SKIPPED = 2;
const PROFILER = 3;
const IDLE = 4;
/** The stack is this row and nothing else. */
const THREAD = 5;

/**
 * @param numbers identity of each function of a profile
 * @param rowOf row of each identity; −1 for none
 * @param count how many rows there are
 */
export function framesOf(
  numbers: Int32Array,
  identities: readonly Identity[],
  { rowOf, count }: { readonly rowOf: Int32Array; readonly count: number },
): Frames {
  const rows = new Int32Array(numbers.length);
  const meanings = new Uint8Array(numbers.length);
  numbers.forEach((number, frame) => {
    rows[frame] = rowOf[number] ?? -1;
    meanings[frame] = meaningOf(identities[number]);
  });
  return { rows, meanings, count };
}

function meaningOf(identity: Identity | undefined): number {
  switch (identity?.role) {
    case 'code':
      return identity.foreign ? ROW : OWN;
    case 'idle':
      return IDLE;
    case 'profiler':
      return PROFILER;
    case undefined:
    case 'transparent':
      return SKIPPED;
    case 'collector thread':
    case 'compiler thread':
      return THREAD;
    default:
      return ROW;
  }
}

/** The frames of a table whose rows become others, each of them one. */
export function allRows(rows: Int32Array, count: number): Frames {
  return { rows, meanings: new Uint8Array(rows.length).fill(ROW), count };
}

/** Brings stacks into terms of rows. */
export type MapStacks = (stacks: StackColumns, frames: Frames) => StackColumns;

/**
 * A profile's stacks in terms of rows, equal ones merged. Left out are idle time and the profiler's own
 * work: stacks with a frame of the profiler below which no code of the service runs. A profiler also
 * calls the service: to label its samples, or as middleware in front of all of it; then its frame
 * alone is left out.
 */
export function mapStacks(profile: StackColumns, frames: Frames): StackColumns {
  const expected = { frames: profile.frames.length, stacks: profile.values.length };
  return writeStacks(profile, frames, stackTableFor(frames.count, expected));
}

/**
 * As `mapStacks`, but the frames are written over those of the profile, which nobody can read afterwards: a second
 * copy of two big profiles would take more memory than all else. That works since no stack gets longer.
 */
export function rewriteStacks(profile: StackColumns, frames: Frames): StackColumns {
  const expected = { frames: profile.frames, stacks: profile.values.length };
  return writeStacks(profile, frames, stackTableFor(frames.count, expected));
}

function writeStacks(
  { frames, offsets, values }: StackColumns,
  { rows, meanings }: Frames,
  stacks: StackWriter,
): StackColumns {
  const path = new Int32Array(deepest(offsets));
  values.forEach((value, stack) => {
    const end = offsets[stack + 1] ?? 0;
    let depth = 0;
    let isOwn = false;
    for (let at = offsets[stack] ?? 0; at < end; at++) {
      const frame = frames[at] ?? 0;
      const meaning = meanings[frame] ?? SKIPPED;
      if (meaning === IDLE || (meaning === PROFILER && !isOwn)) return;
      if (meaning === THREAD) {
        path[0] = rows[frame] ?? -1;
        depth = 1;
        break;
      }
      if (meaning === OWN) isOwn = true;
      if (meaning === ROW || meaning === OWN) path[depth++] = rows[frame] ?? -1;
    }
    for (let at = 0; at < depth; at++) stacks.frame(path[at] ?? -1);
    stacks.close(value);
  });
  return stacks.columns();
}

function deepest(offsets: Int32Array): number {
  let most = 1;
  for (let stack = 1; stack < offsets.length; stack++) {
    most = Math.max(most, (offsets[stack] ?? 0) - (offsets[stack - 1] ?? 0));
  }
  return most;
}
