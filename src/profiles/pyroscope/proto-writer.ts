/** Builds protobuf messages: what is sent to a server. Fields with a zero value are left out, as proto3 does. */
export class ProtoWriter {
  readonly #parts: Uint8Array[] = [];

  /** A varint field: a whole number from 0 to 2^53 − 1, or an enum's number. */
  uint(field: number, value: number): this {
    if (value !== 0) this.#parts.push(varint(field * 8), varint(value));
    return this;
  }

  text(field: number, value: string): this {
    return value === '' ? this : this.bytes(field, Buffer.from(value, 'utf8'));
  }

  /** Bytes as they are, or a message in this one; written even when there are none. */
  bytes(field: number, content: Uint8Array): this {
    this.#parts.push(varint(field * 8 + 2), varint(content.length), content);
    return this;
  }

  double(field: number, value: number): this {
    if (value === 0) return this;
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    this.#parts.push(varint(field * 8 + 1), bytes);
    return this;
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Uint8Array.of(...bytes, rest);
}
