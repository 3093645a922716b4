import { Int32Column } from '../columns.ts';

/**
 * pprof's string table, decoded on demand: most strings of a big profile are names of functions that
 * no stack of the wanted sample type reaches, or label values.
 */
export class StringTable {
  readonly #buffer: Buffer;
  readonly #starts = new Int32Column();
  readonly #ends = new Int32Column();
  readonly #decoded: (string | undefined)[] = [];

  /** @param bytes the whole profile; the table points into it */
  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#starts.length;
  }

  push(range: { readonly start: number; readonly end: number }): void {
    this.#starts.push(range.start);
    this.#ends.push(range.end);
  }

  /** The string at `index`, which must exist; what is not UTF-8 becomes U+FFFD. */
  at(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const text = this.#buffer.toString('utf8', this.#starts.at(index), this.#ends.at(index));
    this.#decoded[index] = text;
    return text;
  }
}
