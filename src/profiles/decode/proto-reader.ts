import { malformed } from './malformed.ts';

const TWO_32 = 2 ** 32;
/** A 64-bit varint has at most 10 bytes, the last of which holds one bit. */
const MAX_VARINT_BYTES = 10;

const NOTHING = new Uint8Array(0);

/**
 * A position in protobuf wire format. Every read is checked against the end of the message it is in,
 * so truncated and over-long input is an error and never a shorter profile.
 * Spec: https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoReader {
  #bytes: Uint8Array;
  #position = 0;
  /** End of the innermost message entered. */
  #end: number;
  /** Where `#bytes` begin in the whole stream. */
  #base = 0;
  #low = 0;
  #high = 0;

  constructor(bytes: Uint8Array = NOTHING) {
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  /**
   * Starts to read other `bytes`, between two of their positions.
   * @param base where `bytes` begin in the stream that they are a part of
   */
  open(bytes: Uint8Array, start: number, end: number, base: number): void {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
    this.#base = base;
  }

  /** Is there another field in the current message? */
  more(): boolean {
    return this.#position < this.#end;
  }

  /** Bytes of the current message that are not read yet. */
  left(): number {
    return this.#end - this.#position;
  }

  /** Where the next read starts, in the whole stream. */
  position(): number {
    return this.#base + this.#position;
  }

  /** The next field's tag: field number × 8 + wire type. */
  tag(): number {
    const first = this.#bytes[this.#position] ?? 0;
    if (first >= 8 && first < 0x80 && this.#position < this.#end) {
      this.#position += 1;
      return first;
    }
    const tag = this.#varint();
    if (tag < 8 || tag >= TWO_32) this.#fail(`field number ${Math.floor(tag / 8)} is not possible`);
    return tag;
  }

  /**
   * Length of the whole field that starts here, its tag included; nothing is read. When there are too
   * few bytes to tell, it is one more than there are: a field is all here if its length is.
   */
  fieldLength(): number {
    const start = this.#position;
    const unknown = this.#end - start + 1;
    if (!this.#holdsVarint()) return unknown;
    const tag = this.tag();
    let length = 0;
    switch (tag & 7) {
      case 0:
        if (!this.#holdsVarint()) length = unknown;
        else this.skip(tag);
        break;
      case 1:
        length = 8;
        break;
      case 2:
        length = this.#holdsVarint() ? this.#claimedLength(tag) : unknown;
        break;
      case 5:
        length = 4;
        break;
      default:
        this.#wrongType(tag);
    }
    length += this.#position - start;
    this.#position = start;
    return length;
  }

  /** The 64-bit integer of the field, signed. */
  int64(tag: number): number {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    const short = this.#shortVarint();
    return short >= 0 ? short : this.#varint();
  }

  /** As `int64`, but rounded to the nearest number instead of refused: for times since the epoch. */
  nearestInt64(tag: number): number {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    const short = this.#shortVarint();
    return short >= 0 ? short : this.#longVarint();
  }

  /** A field of 8 bytes, unsigned and rounded to the nearest number: for times since the epoch. */
  nearestFixed64(tag: number): number {
    if ((tag & 7) !== 1) this.#wrongType(tag);
    const start = this.#position;
    this.#advance(8);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, 8);
    return view.getUint32(4, true) * TWO_32 + view.getUint32(0, true);
  }

  /** Lower half of the field's 64 bits; `high` then has the upper half. For ids, which can be hashes. */
  id(tag: number): number {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    const short = this.#shortVarint();
    this.#high = 0;
    if (short >= 0) return short;
    this.#longVarint();
    return this.#low;
  }

  get high(): number {
    return this.#high;
  }

  /** Enters an embedded message (or string); the return value is for `leave`. */
  enter(tag: number): number {
    if ((tag & 7) !== 2) this.#wrongType(tag);
    const length = this.#claimedLength(tag);
    const outer = this.#end;
    if (length > outer - this.#position) {
      this.#fail(`field ${tag >>> 3} claims ${length} bytes, ${outer - this.#position} are left`);
    }
    this.#end = this.#position + length;
    return outer;
  }

  /** Leaves a message; what was not read of it is skipped. */
  leave(outer: number): void {
    this.#position = this.#end;
    this.#end = outer;
  }

  /** The bytes of a string, not copied. */
  bytes(tag: number): Uint8Array {
    const outer = this.enter(tag);
    const start = this.#position;
    this.leave(outer);
    return this.#bytes.subarray(start, this.#position);
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
      case 2:
        this.leave(this.enter(tag));
        return;
      case 5:
        this.#advance(4);
        return;
      default:
        this.#wrongType(tag);
    }
  }

  /** Skips an integer that is of no interest. */
  skipInt64(tag: number): void {
    if ((tag & 7) !== 0) this.#wrongType(tag);
    this.skip(tag);
  }

  #advance(bytes: number): void {
    if (bytes > this.#end - this.#position) this.#truncated();
    this.#position += bytes;
  }

  /** Is there a whole varint, or so many bytes that it is a broken one? */
  #holdsVarint(): boolean {
    if (this.#end - this.#position >= MAX_VARINT_BYTES) return true;
    for (let i = this.#position; i < this.#end; i++) if ((this.#bytes[i] ?? 0) < 0x80) return true;
    return false;
  }

  #claimedLength(tag: number): number {
    const length = this.#varint();
    if (length < 0) this.#fail(`field ${tag >>> 3} claims ${length} bytes`);
    return length;
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
    const left = this.#end - start;
    if (left < 1) return -1;
    const first = bytes[start] ?? 0;
    if (first < 0x80) {
      this.#position = start + 1;
      return first;
    }
    if (left < 4) return -1;
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

  /** Any varint as a signed 64-bit integer, rounded to the nearest number; its halves stay exact. */
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
      if (byte < 0x80) {
        this.#low = low;
        this.#high = high;
        return high * TWO_32 + (low >>> 0);
      }
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
    throw malformed('protobuf', `${fact} (byte ${this.position()})`);
  }
}
