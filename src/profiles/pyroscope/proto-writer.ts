/** Builds small protobuf messages: the requests of a query. Fields with a zero value are left out, as proto3 does. */
export class ProtoWriter {
  readonly #bytes: number[] = [];

  /** A varint field: a whole number from 0 to 2^53 − 1, or an enum's number. */
  uint(field: number, value: number): this {
    if (value === 0) return this;
    this.#varint(field * 8);
    this.#varint(value);
    return this;
  }

  text(field: number, value: string): this {
    if (value === '') return this;
    const utf8 = Buffer.from(value, 'utf8');
    this.#varint(field * 8 + 2);
    this.#varint(utf8.length);
    this.#bytes.push(...utf8);
    return this;
  }

  double(field: number, value: number): this {
    if (value === 0) return this;
    this.#varint(field * 8 + 1);
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    this.#bytes.push(...bytes);
    return this;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes.push((rest % 0x80) + 0x80);
    this.#bytes.push(rest);
  }
}
