import { Int32Column } from '../columns.ts';
import type { Segments } from './segments.ts';

/**
 * pprof's string table, decoded on demand: most strings of a big profile are names of functions that
 * no stack of the wanted sample type reaches, or label values.
 */
export class StringTable {
  readonly #segments: Segments;
  readonly #starts = new Int32Column();
  readonly #ends = new Int32Column();
  readonly #decoded: (string | undefined)[] = [];

  /** @param segments what the strings lie in */
  constructor(segments: Segments) {
    this.#segments = segments;
  }

  get length(): number {
    return this.#starts.length;
  }

  /** Adds the string between two positions of the stream. */
  push(range: { readonly start: number; readonly end: number }): void {
    this.#starts.push(range.start);
    this.#ends.push(range.end);
  }

  /** Does the string at `index`, which must exist, start like this? Nothing is decoded for the answer. */
  startsWith(index: number, ascii: string): boolean {
    const start = this.#starts.at(index);
    const { bytes, base } = this.#segments.at(start);
    if (this.#ends.at(index) - start < ascii.length) return false;
    for (let i = 0; i < ascii.length; i++) {
      if (bytes[start - base + i] !== ascii.charCodeAt(i)) return false;
    }
    return true;
  }

  /** The string at `index`, which must exist; what is not UTF-8 becomes U+FFFD. */
  at(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const start = this.#starts.at(index);
    const { bytes, base } = this.#segments.at(start);
    const text = bytes.toString('utf8', start - base, this.#ends.at(index) - base);
    this.#decoded[index] = text;
    return text;
  }
}
