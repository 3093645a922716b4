/** A protobuf message taken apart, independently of the product's reader: field number → values in order. */
export type ProtoFields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** Takes a message of varint, 64-bit and length-delimited fields apart; 64-bit ones are their bytes. */
export function parseProto(message: Uint8Array): ProtoFields {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let position = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[position++];
      if (byte === undefined) throw new Error('truncated message');
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (position < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const values = fields.get(field) ?? [];
    fields.set(field, values);
    if (tag % 8 === 0) values.push(varint());
    else if (tag % 8 === 2) {
      const length = varint();
      if (position + length > message.length) throw new Error('truncated field');
      values.push(message.subarray(position, position + length));
      position += length;
    } else if (tag % 8 === 1) {
      values.push(message.subarray(position, position + 8));
      position += 8;
    } else throw new Error(`wire type ${tag % 8}`);
  }
  return fields;
}

/** The last value of a text field, '' when it is missing. */
export function textField(fields: ProtoFields, field: number): string {
  const value = fields.get(field)?.at(-1);
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : '';
}

/** The last value of a number field, 0 when it is missing. */
export function numberField(fields: ProtoFields, field: number): number {
  const value = fields.get(field)?.at(-1);
  return typeof value === 'number' ? value : 0;
}

/** A length-delimited field. */
export function delimited(field: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([varintBytes(field * 8 + 2), varintBytes(bytes.length), bytes]);
}

/** A varint field. */
export function varintField(field: number, value: number | bigint): Buffer {
  return Buffer.concat([varintBytes(field * 8), varintBytes(value)]);
}

/** A varint; negative numbers as two's complement of 64 bits. */
export function varintBytes(value: number | bigint): Buffer {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128);
  return Buffer.from([...bytes, Number(rest)]);
}

/** The last value of a field of a double, 0 when it is missing. */
export function doubleField(fields: ProtoFields, field: number): number {
  const value = fields.get(field)?.at(-1);
  return value instanceof Uint8Array ? Buffer.from(value).readDoubleLE() : 0;
}

/** A field of a double. */
export function doubleFieldOf(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([varintBytes(field * 8 + 1), bytes]);
}
