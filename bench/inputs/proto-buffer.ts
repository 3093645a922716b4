/** Most messages of a profile are smaller. */
const SMALLEST = 256;

/** Protobuf written into one growing buffer: fast enough for profiles of 100 MB. */
export class ProtoBuffer {
  #bytes = Buffer.allocUnsafe(SMALLEST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far; valid until something more is. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  number(field: number, value: number): void {
    this.#varint(field * 8);
    this.#varint(value);
  }

  numbers(field: number, values: Iterable<number>): void {
    const inner = new ProtoBuffer();
    for (const value of values) inner.#varint(value);
    this.bytes(field, inner.written());
  }

  bytes(field: number, content: Uint8Array): void {
    this.#varint(field * 8 + 2);
    this.#varint(content.length);
    this.#reserve(content.length);
    this.#bytes.set(content, this.#length);
    this.#length += content.length;
  }

  text(field: number, text: string): void {
    this.bytes(field, Buffer.from(text, 'utf8'));
  }

  #varint(value: number): void {
    this.#reserve(10);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
      this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
    this.#bytes[this.#length++] = rest;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + bytes));
    grown.set(this.written());
    this.#bytes = grown;
  }
}
