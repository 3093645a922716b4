import { Int32Column } from '../columns.ts';
import { giveBack } from '../give-back.ts';

/**
 * pprof's string table, decoded on demand: most strings of a big profile are names of functions that
 * no stack of the wanted sample type reaches, or label values.
 */
export class StringTable {
  /** All strings, one after another. */
  #bytes = Buffer.alloc(1024);
  readonly #ends = new Int32Column();
  readonly #decoded: (string | undefined)[] = [];

  get length(): number {
    return this.#ends.length;
  }

  /** Adds a copy of a string. */
  push(text: Uint8Array): void {
    const start = this.#startOf(this.length);
    const end = start + text.length;
    if (end > this.#bytes.length) this.#grow(end);
    this.#bytes.set(text, start);
    this.#ends.push(end);
  }

  /** Does the string at `index`, which must exist, start like this? Nothing is decoded for the answer. */
  startsWith(index: number, ascii: string): boolean {
    const start = this.#startOf(index);
    if (this.#ends.at(index) - start < ascii.length) return false;
    for (let i = 0; i < ascii.length; i++) {
      if (this.#bytes[start + i] !== ascii.charCodeAt(i)) return false;
    }
    return true;
  }

  /** The string at `index`, which must exist; what is not UTF-8 becomes U+FFFD. */
  at(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const text = this.#bytes.toString('utf8', this.#startOf(index), this.#ends.at(index));
    this.#decoded[index] = text;
    return text;
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#ends.at(index - 1);
  }

  #grow(length: number): void {
    const grown = Buffer.alloc(2 * length);
    grown.set(this.#bytes);
    giveBack(this.#bytes);
    this.#bytes = grown;
  }
}
