import { Int32Column } from '../columns.ts';

const TWO_32 = 2n ** 32n;

/**
 * A growing column of pprof ids, in halves: they have 64 bits, and some profilers use all of them
 * (addresses of the kernel, hashes), while a number holds 53. Most use few, and then there is one half.
 */
export class IdColumn {
  readonly #lows = new Int32Column();
  #highs: Int32Column | undefined;

  get length(): number {
    return this.#lows.length;
  }

  push(low: number, high: number): void {
    if (high !== 0 && this.#highs === undefined) {
      this.#highs = new Int32Column();
      for (let row = 0; row < this.#lows.length; row++) this.#highs.push(0);
    }
    this.#lows.push(low);
    this.#highs?.push(high);
  }

  low(row: number): number {
    return this.#lows.at(row);
  }

  high(row: number): number {
    return this.#highs?.at(row) ?? 0;
  }
}

/** An id as it is written. */
export function idText(low: number, high: number): string {
  return `${BigInt(high >>> 0) * TWO_32 + BigInt(low >>> 0)}`;
}
