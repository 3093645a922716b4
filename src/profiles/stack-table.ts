import { Float64Column, Int32Column } from './columns.ts';
import { FNV_START, mix, spread } from './fnv.ts';
import { giveBack } from './give-back.ts';
import type { FrameColumn, StackProfile } from './profile.ts';

/** What a table of stacks holds, in the layout of a `StackProfile`. */
export interface StackColumns<Frames extends FrameColumn = FrameColumn>
  extends Pick<StackProfile, 'offsets' | 'values'> {
  readonly frames: Frames;
}

/** Makes a column, or takes the given one if it is of the kind. */
type ColumnOf<Frames> = (frames: number | FrameColumn) => Frames;

/** A column whose parts are of the same kind as it is. */
interface Part<Column> {
  subarray(start: number, end: number): Column;
}

const SMALLEST = 64;

/**
 * How much to expect, equal stacks included; more is fine. Memory that is never written to costs
 * nothing, growing a big column does.
 */
export interface Expected {
  /** How many; or a column that is written over, if it can hold frames of the table. */
  readonly frames?: number | FrameColumn;
  readonly stacks?: number;
}

/**
 * Collects stacks and sums the values of equal ones. It is an open-addressing hash table over the
 * frame column itself, so no key is built per stack: folding a profile is a hot path.
 *
 * A stack is written frame by frame with `frame`, then ended with `close`.
 */
abstract class StackCollector<Frames extends Part<Frames> & FrameColumn> {
  readonly #columnOf: ColumnOf<Frames>;
  #frames: Frames;
  #frameCount = 0;
  readonly #offsets: Int32Column;
  readonly #hashes: Int32Column;
  readonly #values: Float64Column;
  /** Slot → stack + 1; 0 is free. The length is a power of two and at least twice the stacks. */
  #slots: Int32Array;
  /** The stack being written. */
  #written = new Int32Array(256);
  #depth = 0;

  protected constructor(columnOf: ColumnOf<Frames>, { frames = 0, stacks = 0 }: Expected = {}) {
    this.#columnOf = columnOf;
    this.#frames = columnOf(frames);
    this.#offsets = new Int32Column(stacks + 1);
    this.#hashes = new Int32Column(stacks);
    this.#values = new Float64Column(stacks);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2 * stacks, SMALLEST))));
    this.#offsets.push(0);
  }

  /** Appends a frame (an index into the caller's functions) to the stack being written, leaf first. */
  frame(index: number): void {
    if (this.#depth === this.#written.length) {
      const grown = new Int32Array(this.#depth * 2);
      grown.set(this.#written);
      this.#written = grown;
    }
    this.#written[this.#depth++] = index;
  }

  /** Ends the stack being written and adds `value` to it. */
  close(value: number): void {
    const hash = this.#hashWritten();
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const stack = (this.#slots[slot] ?? 0) - 1;
      if (stack < 0) {
        this.#append(slot, hash, value);
        break;
      }
      if (this.#hashes.at(stack) === hash && this.#equalsWritten(stack)) {
        this.#values.add(stack, value);
        break;
      }
    }
    this.#depth = 0;
  }

  /** What was collected, in the order in which stacks were first closed; the last call to a table. */
  columns(): StackColumns<Frames> {
    giveBack(this.#slots);
    giveBack(this.#hashes.finish());
    return {
      frames: this.#frames.subarray(0, this.#frameCount),
      offsets: this.#offsets.finish(),
      values: this.#values.finish(),
    };
  }

  #hashWritten(): number {
    const written = this.#written;
    let hash = FNV_START;
    for (let i = 0; i < this.#depth; i++) hash = mix(hash, written[i] ?? 0);
    return spread(hash);
  }

  #append(slot: number, hash: number, value: number): void {
    this.#slots[slot] = this.#hashes.length + 1;
    this.#hashes.push(hash);
    this.#appendFrames();
    this.#offsets.push(this.#frameCount);
    this.#values.push(value);
    if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
  }

  #appendFrames(): void {
    const end = this.#frameCount + this.#depth;
    if (end > this.#frames.length) {
      const grown = this.#columnOf(end * 2);
      grown.set(this.#frames);
      giveBack(this.#frames);
      this.#frames = grown;
    }
    const frames = this.#frames;
    for (let i = 0; i < this.#depth; i++) frames[this.#frameCount + i] = this.#written[i] ?? 0;
    this.#frameCount = end;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let stack = 0; stack < this.#hashes.length; stack++) {
      let slot = this.#hashes.at(stack) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = stack + 1;
    }
    this.#slots = slots;
  }

  #equalsWritten(stack: number): boolean {
    const start = this.#offsets.at(stack);
    if (this.#offsets.at(stack + 1) - start !== this.#depth) return false;
    const written = this.#written;
    const frames = this.#frames;
    for (let i = 0; i < this.#depth; i++) if (frames[start + i] !== written[i]) return false;
    return true;
  }
}

function lengthOf(frames: number | FrameColumn): number {
  return Math.max(typeof frames === 'number' ? frames : frames.length, SMALLEST);
}

/** A table of stacks of any functions. */
export class StackTable extends StackCollector<Int32Array> {
  /** How many functions it can tell apart. */
  readonly mostFunctions = Number.POSITIVE_INFINITY;

  constructor(expected?: Expected) {
    super(
      (frames) => (frames instanceof Int32Array ? frames : new Int32Array(lengthOf(frames))),
      expected,
    );
  }
}

/** Functions that 16 bits can tell apart. */
const MOST_IN_16_BITS = 2 ** 16;

/** A table of stacks of few functions, in half of the memory. */
class SmallStackTable extends StackCollector<Uint16Array> {
  readonly mostFunctions = MOST_IN_16_BITS;

  constructor(expected?: Expected) {
    super(
      (frames) => (frames instanceof Uint16Array ? frames : new Uint16Array(lengthOf(frames))),
      expected,
    );
  }
}

/** A table of stacks of at most so many functions, as small as it can be. */
export function stackTableFor(functions: number, expected?: Expected): StackWriter {
  return functions <= MOST_IN_16_BITS ? new SmallStackTable(expected) : new StackTable(expected);
}

/** A table of either kind. */
export type StackWriter = StackTable | SmallStackTable;
