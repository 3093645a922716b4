import { FNV_START, mix, spread } from '../../profiles/fnv.ts';
import type { FunctionInfo } from '../../profiles/profile.ts';

const SMALLEST = 1024;

/**
 * Numbers distinct functions, from 0; equal ones have the same number. Rounds repeat each other's functions and many
 * functions share a name, so it is an open-addressing hash table over the functions themselves: no key is built.
 */
export class FunctionNumbers {
  readonly #functions: FunctionInfo[] = [];
  /** Numbers of names and files, which are hashed in their place: strings do not give away their own hash. */
  readonly #texts = new Map<string, number>();
  /** Slot → number + 1; 0 is free. The length is a power of two and at least twice the functions. */
  #slots = new Int32Array(SMALLEST);

  /** The function's number, the next one when it is new. */
  of(fn: FunctionInfo): number {
    const mask = this.#slots.length - 1;
    for (let slot = this.#hash(fn) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(fn, slot);
      const known = this.#functions[number];
      if (known !== undefined && isSame(known, fn)) return number;
    }
  }

  #add(fn: FunctionInfo, slot: number): number {
    const length = this.#functions.push(fn);
    this.#slots[slot] = length;
    if (length * 2 > this.#slots.length) this.#grow();
    return length - 1;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [number, fn] of this.#functions.entries()) {
      let slot = this.#hash(fn) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  /** Names, files and lines tell nearly all functions apart. */
  #hash({ name, file, line }: FunctionInfo): number {
    return spread(mix(mix(mix(FNV_START, this.#numberOf(name)), this.#numberOf(file)), line));
  }

  #numberOf(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }
}

function isSame(one: FunctionInfo, other: FunctionInfo): boolean {
  return (
    one.name === other.name &&
    one.line === other.line &&
    one.file === other.file &&
    one.systemName === other.systemName &&
    one.defined === other.defined
  );
}
