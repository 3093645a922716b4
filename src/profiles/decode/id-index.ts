import { type IdColumn, idText } from './id-column.ts';
import { malformed } from './malformed.ts';

const NOWHERE = new Int32Array(0);

/**
 * From pprof ids to rows. Most profilers number from 1, which a plain array looks up fastest; others
 * use addresses or hashes, for which it is a hash table.
 */
export class IdIndex {
  /** Id → row + 1, 0 for none; empty when ids are too far apart. For loops that look up many. */
  readonly dense: Int32Array;
  readonly #ids: IdColumn;
  /** Slot → row + 1; 0 is free. The length is a power of two. */
  readonly #slots: Int32Array;

  /**
   * @param what the kind of row for messages, such as `location`
   * @throws FlamegateError for an id that is 0 or used twice
   */
  constructor(what: string, ids: IdColumn) {
    this.#ids = ids;
    const highest = highestSmall(ids);
    // A table of up to 4 slots a row costs less than hashing.
    const isDense = highest <= 4 * ids.length + 1024;
    this.dense = isDense ? new Int32Array(highest + 1) : NOWHERE;
    this.#slots = isDense ? NOWHERE : new Int32Array(slotsFor(ids.length));
    for (let row = 0; row < ids.length; row++) {
      const low = ids.low(row);
      const high = ids.high(row);
      if (low === 0 && high === 0) throw malformed('profile', `${what} ${row} has the id 0`);
      const rows = isDense ? this.dense : this.#slots;
      const at = isDense ? low : this.#slot(low, high);
      if (rows[at] !== 0) {
        throw malformed('profile', `two ${what}s have the id ${idText(low, high)}`);
      }
      rows[at] = row + 1;
    }
  }

  /** The row with this id; −1 when there is none. */
  row(low: number, high: number): number {
    if (this.#slots.length > 0) return (this.#slots[this.#slot(low, high)] ?? 0) - 1;
    return high === 0 && low >= 0 ? (this.dense[low] ?? 0) - 1 : -1;
  }

  /** The slot that holds this id, or the free one where it belongs. */
  #slot(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    // Finaliser of MurmurHash3: addresses differ in few bits, and slots use the low ones.
    let hash = low ^ Math.imul(high, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0) return slot;
      if (this.#ids.low(row) === low && this.#ids.high(row) === high) return slot;
    }
  }
}

/** The highest id; infinity when one does not fit into a positive 32-bit integer. */
function highestSmall(ids: IdColumn): number {
  let highest = 0;
  for (let row = 0; row < ids.length; row++) {
    if (ids.high(row) !== 0 || ids.low(row) < 0) return Number.POSITIVE_INFINITY;
    if (ids.low(row) > highest) highest = ids.low(row);
  }
  return highest;
}

function slotsFor(rows: number): number {
  let slots = 16;
  while (slots < 2 * rows) slots *= 2;
  return slots;
}
