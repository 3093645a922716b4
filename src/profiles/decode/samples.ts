import { idText } from './id-column.ts';
import type { IdIndex } from './id-index.ts';
import { malformed } from './malformed.ts';
import { ProtoReader } from './proto-reader.ts';

/** Field 2, a message. */
export const SAMPLE_TAG = (2 << 3) | 2;

/** Wire type 0 without a field number, for numbers that lie packed. */
const PACKED = 0;

/** What a profile's samples refer to. */
export interface SampleContext {
  readonly locations: IdIndex;
  /** Values that a sample must have. */
  readonly types: number;
  /** Strings that labels can refer to. */
  readonly strings: number;
}

/** What is done with each sample; it is the same object every time. */
export type VisitSample = (sample: Sample) => void;

/** A sample, and after it the next: they are read one at a time and never kept, since there are millions of them. */
export interface Sample {
  /** Rows of the locations, leaf first; beyond `depth` are remains of others. */
  readonly frames: Int32Array;
  /** Number of frames. */
  readonly depth: number;
  /** One value for each sample type. */
  readonly values: Float64Array;
}

/** Reads samples and checks them. */
export class SampleReader implements Sample {
  frames = new Int32Array(256);
  depth = 0;
  readonly values: Float64Array;
  readonly #context: SampleContext;
  readonly #reader = new ProtoReader();
  #count = 0;

  constructor(context: SampleContext) {
    this.#context = context;
    this.values = new Float64Array(context.types);
  }

  /** Samples read so far. */
  get count(): number {
    return this.#count;
  }

  /**
   * Reads a field of a profile if it is a sample.
   * @param base where the bytes begin in the stream
   * @returns whether it was one
   * @throws FlamegateError when it is malformed, has more or fewer values than there are sample types,
   *   or refers to a location or a string that does not exist
   */
  read(bytes: Uint8Array, start: number, end: number, base: number): boolean {
    const reader = this.#reader;
    reader.open(bytes, start, end, base);
    const tag = reader.tag();
    if (tag !== SAMPLE_TAG) return false;
    const outer = reader.enter(tag);
    let found = 0;
    this.depth = 0;
    while (reader.more()) {
      const field = reader.tag();
      if (field >>> 3 === 1) this.#readFrames(field, bytes, base);
      else if (field >>> 3 === 2) found = this.#readValues(field, found);
      else if (field >>> 3 === 3) this.#readLabel(field);
      else reader.skip(field);
    }
    reader.leave(outer);
    if (found !== this.#context.types) {
      const fact = `sample ${this.#count} has ${found} values for ${this.#context.types} sample types`;
      throw malformed('profile', fact);
    }
    this.#count += 1;
    return true;
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
    const { dense } = this.#context.locations;
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
    const row = this.#context.locations.row(low, high);
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
      if (index >= 0 && index < this.#context.strings) continue;
      throw malformed('profile', `a label refers to string ${index} of ${this.#context.strings}`);
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
