import { malformed } from '../decode/malformed.ts';

const MAX_VARINT_BYTES = 10;

/**
 * A protobuf message as it arrives, of which only length-delimited fields are wanted: a profile of
 * 100 MB that lies in another message is passed on without a copy.
 */
export class MessageStream {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * Reads up to the content of field `field`, within the next `within` bytes.
   * @returns the content's length, and how many bytes follow it; undefined when there is no such field
   */
  async find(field: number, within: number): Promise<FoundField | undefined> {
    let left = within;
    while (left > 0 && (await this.#more())) {
      const tag = await this.#varint();
      const length = (tag.value & 7) === 2 ? await this.#varint() : { value: 0, bytes: 0 };
      left -= tag.bytes + length.bytes;
      if (tag.value === field * 8 + 2) return { length: length.value, after: left - length.value };
      left -= length.value + (await this.#skipScalar(tag.value));
      await this.#skip(length.value);
    }
    return undefined;
  }

  /** The next `length` bytes. @throws FlamegateError when there are fewer */
  async *take(length: number): AsyncGenerator<Uint8Array> {
    let left = length;
    while (left > 0) {
      if (!(await this.#more())) throw malformed('protobuf', `it ends ${left} bytes too early`);
      const part = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  /** Ends it before all is read. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  /** Reads the rest, which tells whether all of it arrived. */
  async drain(): Promise<void> {
    while (await this.#more()) this.#chunk = new Uint8Array();
  }

  async #more(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#chunk = next.value;
    }
    return true;
  }

  async #varint(): Promise<{ readonly value: number; readonly bytes: number }> {
    let value = 0;
    for (let bytes = 1; bytes <= MAX_VARINT_BYTES; bytes++) {
      if (!(await this.#more())) throw malformed('protobuf', 'it ends in the middle of a field');
      const byte = this.#chunk[0] ?? 0;
      this.#chunk = this.#chunk.subarray(1);
      value += (byte & 0x7f) * 2 ** (7 * (bytes - 1));
      if (byte < 0x80) return { value, bytes };
    }
    throw malformed('protobuf', 'an integer has more than 10 bytes');
  }

  /** Skips a field that is not length-delimited; returns its bytes. */
  async #skipScalar(tag: number): Promise<number> {
    switch (tag & 7) {
      case 0:
        return (await this.#varint()).bytes;
      case 1:
        return this.#skip(8);
      case 2:
        return 0;
      case 5:
        return this.#skip(4);
      default:
        throw malformed('protobuf', `wire type ${tag & 7} does not belong there`);
    }
  }

  async #skip(length: number): Promise<number> {
    for await (const _part of this.take(length)) {
      // Passed over.
    }
    return length;
  }
}

/** Where a field's content ends. */
export interface FoundField {
  readonly length: number;
  /** Bytes of the enclosing message behind it. */
  readonly after: number;
}
