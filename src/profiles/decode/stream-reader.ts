import { ProtoReader } from './proto-reader.ts';
import { emptyRawPprof, noteSample, type RawPprof } from './raw-pprof.ts';
import { readField } from './read-pprof.ts';

/** Field 2, a message. */
const SAMPLE = (2 << 3) | 2;

/**
 * Reads a pprof message in one pass as it arrives, in chunks of any size. A top-level field (a sample,
 * a location, a string) is read when all of it is there; one that lies across chunks is put together
 * first. What a field claims to be long is never allocated, only what has arrived.
 */
export class PprofStreamReader {
  readonly #raw: RawPprof = emptyRawPprof();
  readonly #reader = new ProtoReader();
  /** Position in the stream of the first byte that was not read. */
  #position = 0;
  /** The beginning of a field whose rest has not arrived. */
  #pending: Uint8Array[] = [];
  #pendingLength = 0;
  /** Bytes that the field needs to be whole, or to tell how many it needs. */
  #needed = 0;

  /** Takes the next bytes, which must not change afterwards: columns point into them. */
  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (this.#pendingLength > 0 && rest.length > 0) rest = this.#complete(rest);
    if (rest.length > 0) this.#postpone(rest.subarray(this.#readFields(rest)));
  }

  /**
   * @returns all that was read
   * @throws FlamegateError when the message ends inside a field
   */
  finish(): RawPprof {
    if (this.#pendingLength > 0) {
      const bytes = Buffer.concat(this.#pending);
      this.#reader.open(bytes, 0, bytes.length, this.#position);
      readField(this.#reader, this.#raw);
    }
    return this.#raw;
  }

  /** Adds what the pending field lacks, reads it when it is whole, and returns what is left over. */
  #complete(chunk: Uint8Array): Uint8Array {
    const part = chunk.subarray(0, this.#needed - this.#pendingLength);
    this.#pending.push(part);
    this.#pendingLength += part.length;
    if (this.#pendingLength === this.#needed) {
      const bytes = Buffer.concat(this.#pending);
      this.#pending = [];
      this.#pendingLength = 0;
      this.#postpone(bytes.subarray(this.#readFields(bytes)));
    }
    return chunk.subarray(part.length);
  }

  #postpone(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
  }

  /** Reads the whole fields at the beginning of the bytes; returns how many bytes that were. */
  #readFields(bytes: Uint8Array): number {
    const { segments, strings, samples } = this.#raw;
    const referredTo = strings.length + samples.length;
    let start = 0;
    while (start < bytes.length) {
      this.#reader.open(bytes, start, bytes.length, this.#position);
      const length = this.#reader.fieldLength();
      if (length > bytes.length - start) {
        this.#needed = length;
        break;
      }
      if (bytes[start] === SAMPLE) noteSample(this.#position + start, length, this.#raw);
      else {
        this.#reader.open(bytes, start, start + length, this.#position);
        readField(this.#reader, this.#raw);
      }
      start += length;
    }
    if (strings.length + samples.length > referredTo) {
      segments.keep(bytes.subarray(0, start), this.#position);
    }
    this.#position += start;
    return start;
  }
}
