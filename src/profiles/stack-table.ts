import { Float64Column, Int32Column } from './columns.ts';
import type { StackProfile } from './profile.ts';

/** What a table of stacks holds, in the layout of a `StackProfile`. */
export type StackColumns = Pick<StackProfile, 'frames' | 'offsets' | 'values'>;

/** FNV-1a's 32-bit offset basis and prime, applied to whole frame indices instead of bytes. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/**
 * Collects stacks and sums the values of equal ones. It is an open-addressing hash table over the
 * frame column itself, so no key is built per stack: folding a profile is a hot path.
 *
 * A stack is written frame by frame with `frame`, then ended with `close`.
 */
export class StackTable {
  readonly #frames = new Int32Column();
  readonly #offsets = new Int32Column();
  readonly #hashes = new Int32Column();
  readonly #values = new Float64Column();
  /** Slot → stack + 1; 0 is free. The length is a power of two and at least twice the stacks. */
  #slots = new Int32Array(128);
  #hash = HASH_START;

  constructor() {
    this.#offsets.push(0);
  }

  /** Appends a frame (an index into the caller's functions) to the stack being written, leaf first. */
  frame(index: number): void {
    this.#frames.push(index);
    this.#hash = Math.imul(this.#hash ^ index, HASH_PRIME);
  }

  /** Ends the stack being written and adds `value` to it. */
  close(value: number): void {
    // FNV's low bits alone depend on the low bits of the frames alone; the slot uses low bits.
    const hash = this.#hash ^ (this.#hash >>> 15);
    this.#hash = HASH_START;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const stack = (this.#slots[slot] ?? 0) - 1;
      if (stack < 0) {
        this.#append(slot, hash, value);
        return;
      }
      if (this.#hashes.at(stack) === hash && this.#equalsWritten(stack)) {
        this.#values.add(stack, value);
        this.#frames.truncate(this.#writtenFrom());
        return;
      }
    }
  }

  /** What was collected, in the order in which stacks were first closed; the last call to a table. */
  columns(): StackColumns {
    return {
      frames: this.#frames.finish().slice(),
      offsets: this.#offsets.finish().slice(),
      values: this.#values.finish().slice(),
    };
  }

  /** Where the stack being written starts: where the last one ended. */
  #writtenFrom(): number {
    return this.#offsets.at(this.#offsets.length - 1);
  }

  #append(slot: number, hash: number, value: number): void {
    this.#slots[slot] = this.#hashes.length + 1;
    this.#hashes.push(hash);
    this.#offsets.push(this.#frames.length);
    this.#values.push(value);
    if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
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
    const start = this.#writtenFrom();
    const length = this.#frames.length - start;
    const other = this.#offsets.at(stack);
    if (this.#offsets.at(stack + 1) - other !== length) return false;
    for (let i = 0; i < length; i++) {
      if (this.#frames.at(other + i) !== this.#frames.at(start + i)) return false;
    }
    return true;
  }
}
