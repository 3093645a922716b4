import type { Int32Column } from '../columns.ts';
import { idText } from './id-column.ts';
import type { IdIndex } from './id-index.ts';
import { malformed } from './malformed.ts';
import { ProtoReader } from './proto-reader.ts';
import type { Segments } from './segments.ts';

/** Wire type 0 without a field number, for numbers that lie packed. */
const PACKED = 0;

/** What a column of samples is made of. */
export interface SampleSource {
  /** Where each sample's field begins in the stream. */
  readonly positions: Int32Column;
  readonly segments: Segments;
  readonly locations: IdIndex;
  /** Values that a sample must have. */
  readonly types: number;
  /** Strings that labels can refer to. */
  readonly strings: number;
}

/**
 * The samples, packed as they came, and read one at a time. A frame takes one to three bytes this way,
 * even in a profile of 100 MB, where a column of integers would take four, and a column of values
 * another eight for every sample type.
 */
export class Samples {
  /** Rows of the locations of the sample read last, leaf first; beyond `depth` are remains of others. */
  frames = new Int32Array(256);
  /** Number of frames of the sample read last. */
  depth = 0;
  /** Values of the sample read last, one for each sample type. */
  readonly values: Float64Array;
  readonly #source: SampleSource;
  readonly #reader = new ProtoReader();

  constructor(source: SampleSource) {
    this.#source = source;
    this.values = new Float64Array(source.types);
  }

  get count(): number {
    return this.#source.positions.length;
  }

  /**
   * Reads a sample.
   * @throws FlamegateError when it is malformed, has more or fewer values than there are sample types,
   *   or refers to a location or a string that does not exist
   */
  read(sample: number): void {
    const reader = this.#reader;
    const position = this.#source.positions.at(sample);
    const { bytes, base } = this.#source.segments.at(position);
    reader.open(bytes, position - base, bytes.length, base);
    const outer = reader.enter(reader.tag());
    let found = 0;
    this.depth = 0;
    while (reader.more()) {
      const tag = reader.tag();
      if (tag >>> 3 === 1) this.#readFrames(tag, bytes, base);
      else if (tag >>> 3 === 2) found = this.#readValues(tag, found);
      else if (tag >>> 3 === 3) this.#readLabel(tag);
      else reader.skip(tag);
    }
    reader.leave(outer);
    if (found === this.#source.types) return;
    const fact = `sample ${sample} has ${found} values for ${this.#source.types} sample types`;
    throw malformed('profile', fact);
  }

  #readFrames(tag: number, bytes: Uint8Array, base: number): void {
    const reader = this.#reader;
    if ((tag & 7) === 0) {
      this.#reserve(1);
      this.#readFrame(tag);
      return;
    }
    const outer = reader.enter(tag);
    const start = reader.position() - base;
    const length = reader.left();
    // An id has at least one byte.
    this.#reserve(length);
    if (!this.#readShortIds(bytes, start, start + length)) {
      while (reader.more()) this.#readFrame(PACKED);
    }
    reader.leave(outer);
  }

  /**
   * The hot loop: ids of up to three bytes.
   * @returns false, with nothing read, when there are longer ones or something is wrong
   */
  #readShortIds(bytes: Uint8Array, start: number, end: number): boolean {
    const { frames } = this;
    const { dense } = this.#source.locations;
    let { depth } = this;
    let position = start;
    while (position < end) {
      let id = bytes[position++] ?? 0;
      if (id >= 0x80) {
        const second = bytes[position++] ?? 0;
        id = (id & 0x7f) | ((second & 0x7f) << 7);
        if (second >= 0x80) {
          const third = bytes[position++] ?? 0;
          if (third >= 0x80) return false;
          id |= third << 14;
        }
      }
      const row = id < dense.length ? (dense[id] ?? 0) : 0;
      if (row === 0) return false;
      frames[depth++] = row - 1;
    }
    if (position !== end) return false;
    this.depth = depth;
    return true;
  }

  #readFrame(tag: number): void {
    const low = this.#reader.id(tag);
    const { high } = this.#reader;
    const row = this.#source.locations.row(low, high);
    if (row < 0) {
      const fact = `a sample refers to location ${idText(low, high)}, which does not exist`;
      throw malformed('profile', fact);
    }
    this.frames[this.depth++] = row;
  }

  /** Reads one value or several packed ones; returns how many were found so far, these included. */
  #readValues(tag: number, before: number): number {
    const reader = this.#reader;
    if ((tag & 7) === 0) {
      this.values[before] = reader.int64(tag);
      return before + 1;
    }
    const outer = reader.enter(tag);
    let found = before;
    while (reader.more()) this.values[found++] = reader.int64(PACKED);
    reader.leave(outer);
    return found;
  }

  /** What labels say is not kept, but one that refers to no string is the sign of a broken profile. */
  #readLabel(messageTag: number): void {
    const reader = this.#reader;
    const outer = reader.enter(messageTag);
    while (reader.more()) {
      const tag = reader.tag();
      const field = tag >>> 3;
      if (field !== 1 && field !== 2 && field !== 4) {
        if (field === 3) reader.skipInt64(tag);
        else reader.skip(tag);
        continue;
      }
      const index = reader.int64(tag);
      if (index >= 0 && index < this.#source.strings) continue;
      throw malformed('profile', `a label refers to string ${index} of ${this.#source.strings}`);
    }
    reader.leave(outer);
  }

  #reserve(more: number): void {
    const depth = this.depth + more;
    if (depth <= this.frames.length) return;
    const grown = new Int32Array(depth * 2);
    grown.set(this.frames);
    this.frames = grown;
  }
}
