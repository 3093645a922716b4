import type { Float64Column } from '../columns.ts';
import { malformed } from './malformed.ts';

const TWO_32 = 2 ** 32;
/** A 64-bit varint has at most 10 bytes, the last of which holds one bit. */
const MAX_VARINT_BYTES = 10;

/**
 * A position in protobuf wire format. Every read is checked against the end of the message it is in,
 * so truncated and over-long input is an error and never a shorter profile.
 * Spec: https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoReader {
  readonly #bytes: Uint8Array;
  #position = 0;
  /** End of the innermost message entered. */
  #end: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  /** Is there another field in the current message? */
  more(): boolean {
    return this.#position < this.#end;
  }

  /** The next field's tag: field number × 8 + wire type. */
  tag(): number {
    const tag = this.#varint();
    if (tag < 8 || tag >= TWO_32) this.#fail(`field number ${tag >>> 3} is not possible`);
    return tag;
  }

  /** The 64-bit integer of the field, signed; so addresses in the upper half of memory stay exact too. */
  int64(tag: number): number {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    return this.#varint();
  }

  /** As `int64`, but rounded to the nearest number instead of refused: for times since the epoch. */
  nearestInt64(tag: number): number {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    const short = this.#shortVarint();
    return short >= 0 ? short : this.#longVarint();
  }

  /** Appends a repeated integer field, packed or not. */
  int64s(tag: number, column: Float64Column): void {
    if ((tag & 7) === 0) {
      column.push(this.#varint());
      return;
    }
    const outer = this.enter(tag);
    while (this.#position < this.#end) column.push(this.#varint());
    this.leave(outer);
  }

  /** Enters an embedded message (or string); the return value is for `leave`. */
  enter(tag: number): number {
    if ((tag & 7) !== 2) this.#wrongType(tag);
    const length = this.#varint();
    const outer = this.#end;
    if (length < 0 || length > outer - this.#position) {
      this.#fail(`field ${tag >>> 3} claims ${length} bytes, ${outer - this.#position} are left`);
    }
    this.#end = this.#position + length;
    return outer;
  }

  /** Leaves a message whose fields have been read to the end. */
  leave(outer: number): void {
    if (this.#position !== this.#end) this.#fail('a message ends inside a field');
    this.#end = outer;
  }

  /** Skips over a string and returns where it lies: start and end, in bytes from the beginning. */
  range(tag: number): { readonly start: number; readonly end: number } {
    const outer = this.enter(tag);
    const range = { start: this.#position, end: this.#end };
    this.#position = this.#end;
    this.#end = outer;
    return range;
  }

  /** Skips a field that is of no interest. */
  skip(tag: number): void {
    switch (tag & 7) {
      case 0:
        if (this.#shortVarint() < 0) this.#longVarint();
        return;
      case 1:
        this.#advance(8);
        return;
      case 2: {
        const outer = this.enter(tag);
        this.#position = this.#end;
        this.#end = outer;
        return;
      }
      case 5:
        this.#advance(4);
        return;
      default:
        this.#wrongType(tag);
    }
  }

  #advance(bytes: number): void {
    if (bytes > this.#end - this.#position) this.#truncated();
    this.#position += bytes;
  }

  #varint(): number {
    const short = this.#shortVarint();
    if (short >= 0) return short;
    const value = this.#longVarint();
    if (!Number.isSafeInteger(value)) this.#fail(`the integer ${value} is beyond ±(2^53 − 1)`);
    return value;
  }

  /** A varint of up to 4 bytes, unrolled for speed; −1, with nothing read, when it may be longer. */
  #shortVarint(): number {
    const bytes = this.#bytes;
    const start = this.#position;
    if (this.#end - start < 4) return -1;
    const first = bytes[start] ?? 0;
    if (first < 0x80) {
      this.#position = start + 1;
      return first;
    }
    const second = bytes[start + 1] ?? 0;
    if (second < 0x80) {
      this.#position = start + 2;
      return (first & 0x7f) | (second << 7);
    }
    const third = bytes[start + 2] ?? 0;
    if (third < 0x80) {
      this.#position = start + 3;
      return (first & 0x7f) | ((second & 0x7f) << 7) | (third << 14);
    }
    const fourth = bytes[start + 3] ?? 0;
    if (fourth < 0x80) {
      this.#position = start + 4;
      return (first & 0x7f) | ((second & 0x7f) << 7) | ((third & 0x7f) << 14) | (fourth << 21);
    }
    return -1;
  }

  /** Any varint as a signed 64-bit integer, rounded to the nearest number. */
  #longVarint(): number {
    let low = 0;
    let high = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      const byte = this.#position < this.#end ? this.#bytes[this.#position++] : undefined;
      if (byte === undefined) this.#truncated();
      const bits = byte & 0x7f;
      if (i < 4) low |= bits << (7 * i);
      else if (i > 4) high |= bits << (7 * i - 32);
      else {
        low |= bits << 28;
        high = bits >>> 4;
      }
      if (byte < 0x80) return high * TWO_32 + (low >>> 0);
    }
    this.#fail('an integer has more than 10 bytes');
  }

  #wrongType(tag: number): never {
    this.#fail(`field ${tag >>> 3} has wire type ${tag & 7}, which does not belong there`);
  }

  #truncated(): never {
    this.#fail('it ends in the middle of a field');
  }

  #fail(fact: string): never {
    throw malformed('protobuf', `${fact} (byte ${this.#position})`);
  }
}
