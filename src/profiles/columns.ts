/**
 * Growing columns of numbers: a JavaScript array's `push` at a typed array's size and speed.
 * The two classes repeat each other on purpose: one class over both kinds of array would make
 * every access in the decoder's inner loop polymorphic.
 */

const SMALLEST = 64;

/** A growing column of 32-bit integers: indices, offsets. */
export class Int32Column {
  #data: Int32Array;
  #length = 0;

  /** @param capacity entries to expect; more are fine */
  constructor(capacity = 0) {
    this.#data = new Int32Array(Math.max(Math.ceil(capacity), SMALLEST));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const grown = new Int32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.#length++] = value;
  }

  /** The entry at `index`; 0 beyond the end, which callers stay within. */
  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  /** The entries pushed, without a copy: nothing may be pushed afterwards. */
  finish(): Int32Array {
    return this.#data.subarray(0, this.#length);
  }
}

/** A growing column of numbers that need more than 32 bits: sample values, ids. */
export class Float64Column {
  #data: Float64Array;
  #length = 0;

  /** @param capacity entries to expect; more are fine */
  constructor(capacity = 0) {
    this.#data = new Float64Array(Math.max(Math.ceil(capacity), SMALLEST));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const grown = new Float64Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[this.#length++] = value;
  }

  /** Adds to an entry that was pushed before. */
  add(index: number, value: number): void {
    this.#data[index] = (this.#data[index] ?? 0) + value;
  }

  /** The entries pushed, without a copy: nothing may be pushed afterwards. */
  finish(): Float64Array {
    return this.#data.subarray(0, this.#length);
  }
}
