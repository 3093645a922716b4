import { ProtoReader } from './proto-reader.ts';

/**
 * Takes a whole top-level field, which lies between two positions of the bytes; they change afterwards.
 * @param base where the bytes begin in the stream
 */
export type TakeField = (bytes: Uint8Array, start: number, end: number, base: number) => void;

/**
 * Takes a message apart as it arrives, in chunks of any size. A top-level field (a sample, a location, a string) is
 * handed on when all of it is there; one that lies across chunks is put together first. What a field claims to be
 * long is never allocated, only what has arrived.
 */
export class FieldSplitter {
  readonly #take: TakeField;
  readonly #reader = new ProtoReader();
  /** Position in the stream of the first byte that was not handed on. */
  #position = 0;
  /** The beginning of a field whose rest has not arrived. */
  #pending: Uint8Array[] = [];
  #pendingLength = 0;
  /** Bytes that the field needs to be whole, or to tell how many it needs. */
  #needed = 0;

  constructor(take: TakeField) {
    this.#take = take;
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (this.#pendingLength > 0 && rest.length > 0) rest = this.#complete(rest);
    if (rest.length > 0) this.#postpone(rest.subarray(this.#handOn(rest)));
  }

  /** @throws FlamegateError when the message ends inside a field */
  finish(): void {
    if (this.#pendingLength === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#reader.open(bytes, 0, bytes.length, this.#position);
    this.#reader.skip(this.#reader.tag());
  }

  /** Adds what the pending field lacks, hands it on when it is whole, and returns what is left over. */
  #complete(chunk: Uint8Array): Uint8Array {
    const part = chunk.subarray(0, this.#needed - this.#pendingLength);
    this.#pending.push(Buffer.from(part));
    this.#pendingLength += part.length;
    if (this.#pendingLength === this.#needed) {
      const bytes = Buffer.concat(this.#pending);
      this.#pending = [];
      this.#pendingLength = 0;
      this.#postpone(bytes.subarray(this.#handOn(bytes)));
    }
    return chunk.subarray(part.length);
  }

  #postpone(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#pending.push(Buffer.from(bytes));
    this.#pendingLength += bytes.length;
  }

  /** Hands on the whole fields at the beginning of the bytes; returns how many bytes that were. */
  #handOn(bytes: Uint8Array): number {
    let start = 0;
    while (start < bytes.length) {
      this.#reader.open(bytes, start, bytes.length, this.#position);
      const length = this.#reader.fieldLength();
      if (length > bytes.length - start) {
        this.#needed = length;
        break;
      }
      this.#take(bytes, start, start + length, this.#position);
      start += length;
    }
    this.#position += start;
    return start;
  }
}
