import { malformed } from './malformed.ts';

/**
 * From pprof ids to rows. Most profilers number from 1, which a plain array looks up fastest; others
 * use addresses, for which it is a map.
 */
export class IdIndex {
  readonly #dense: Int32Array | undefined;
  readonly #sparse = new Map<number, number>();

  /**
   * @param what the kind of row for messages, such as `location`
   * @throws FlamegateError for an id that is 0 or used twice
   */
  constructor(what: string, ids: Float64Array) {
    const [low, high] = range(ids);
    // A table of up to 4 slots a row costs less than a map.
    this.#dense = low > 0 && high <= 4 * ids.length + 1024 ? new Int32Array(high + 1) : undefined;
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row] ?? 0;
      if (id === 0) throw malformed('profile', `${what} ${row} has the id 0`);
      if (this.row(id) >= 0) throw malformed('profile', `two ${what}s have the id ${id}`);
      if (this.#dense === undefined) this.#sparse.set(id, row);
      else this.#dense[id] = row + 1;
    }
  }

  /** The row with this id; −1 when there is none. */
  row(id: number): number {
    if (this.#dense !== undefined) return (this.#dense[id] ?? 0) - 1;
    return this.#sparse.get(id) ?? -1;
  }
}

function range(values: Float64Array): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
