import { n as FlamegateError } from "./errors.js";
// src/profiles/decode/malformed.ts
function malformed(layer, fact) {
	return new FlamegateError("measurement", `malformed ${layer}: ${fact}`, { hint: "Take the profile again; if it comes from a Pyroscope SDK or server, update that." });
}
// src/profiles/decode/proto-reader.ts
const TWO_32 = 2 ** 32;
const MAX_VARINT_BYTES = 10;
const NOTHING = new Uint8Array(0);
var ProtoReader = class {
	#bytes;
	#position = 0;
	#end;
	#base = 0;
	#low = 0;
	#high = 0;
	constructor(bytes = NOTHING) {
		this.#bytes = bytes;
		this.#end = bytes.length;
	}
	open(bytes, start, end, base) {
		this.#bytes = bytes;
		this.#position = start;
		this.#end = end;
		this.#base = base;
	}
	more() {
		return this.#position < this.#end;
	}
	left() {
		return this.#end - this.#position;
	}
	position() {
		return this.#base + this.#position;
	}
	tag() {
		const first = this.#bytes[this.#position] ?? 0;
		if (first >= 8 && first < 128 && this.#position < this.#end) {
			this.#position += 1;
			return first;
		}
		const tag = this.#varint();
		if (tag < 8 || tag >= TWO_32) this.#fail(`field number ${Math.floor(tag / 8)} is not possible`);
		return tag;
	}
	fieldLength() {
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
			default: this.#wrongType(tag);
		}
		length += this.#position - start;
		this.#position = start;
		return length;
	}
	int64(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		const short = this.#shortVarint();
		return short >= 0 ? short : this.#varint();
	}
	nearestInt64(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		const short = this.#shortVarint();
		return short >= 0 ? short : this.#longVarint();
	}
	nearestFixed64(tag) {
		if ((tag & 7) !== 1) this.#wrongType(tag);
		const start = this.#position;
		this.#advance(8);
		const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, 8);
		return view.getUint32(4, true) * TWO_32 + view.getUint32(0, true);
	}
	id(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		const short = this.#shortVarint();
		this.#high = 0;
		if (short >= 0) return short;
		this.#longVarint();
		return this.#low;
	}
	get high() {
		return this.#high;
	}
	enter(tag) {
		if ((tag & 7) !== 2) this.#wrongType(tag);
		const length = this.#claimedLength(tag);
		const outer = this.#end;
		if (length > outer - this.#position) this.#fail(`field ${tag >>> 3} claims ${length} bytes, ${outer - this.#position} are left`);
		this.#end = this.#position + length;
		return outer;
	}
	leave(outer) {
		this.#position = this.#end;
		this.#end = outer;
	}
	bytes(tag) {
		const outer = this.enter(tag);
		const start = this.#position;
		this.leave(outer);
		return this.#bytes.subarray(start, this.#position);
	}
	skip(tag) {
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
			default: this.#wrongType(tag);
		}
	}
	skipInt64(tag) {
		if ((tag & 7) !== 0) this.#wrongType(tag);
		this.skip(tag);
	}
	#advance(bytes) {
		if (bytes > this.#end - this.#position) this.#truncated();
		this.#position += bytes;
	}
	#holdsVarint() {
		if (this.#end - this.#position >= MAX_VARINT_BYTES) return true;
		for (let i = this.#position; i < this.#end; i++) if ((this.#bytes[i] ?? 0) < 128) return true;
		return false;
	}
	#claimedLength(tag) {
		const length = this.#varint();
		if (length < 0) this.#fail(`field ${tag >>> 3} claims ${length} bytes`);
		return length;
	}
	#varint() {
		const short = this.#shortVarint();
		if (short >= 0) return short;
		const value = this.#longVarint();
		if (!Number.isSafeInteger(value)) this.#fail(`the integer ${value} is beyond ±(2^53 − 1)`);
		return value;
	}
	#shortVarint() {
		const bytes = this.#bytes;
		const start = this.#position;
		const left = this.#end - start;
		if (left < 1) return -1;
		const first = bytes[start] ?? 0;
		if (first < 128) {
			this.#position = start + 1;
			return first;
		}
		if (left < 4) return -1;
		const second = bytes[start + 1] ?? 0;
		if (second < 128) {
			this.#position = start + 2;
			return first & 127 | second << 7;
		}
		const third = bytes[start + 2] ?? 0;
		if (third < 128) {
			this.#position = start + 3;
			return first & 127 | (second & 127) << 7 | third << 14;
		}
		const fourth = bytes[start + 3] ?? 0;
		if (fourth < 128) {
			this.#position = start + 4;
			return first & 127 | (second & 127) << 7 | (third & 127) << 14 | fourth << 21;
		}
		return -1;
	}
	#longVarint() {
		let low = 0;
		let high = 0;
		for (let i = 0; i < MAX_VARINT_BYTES; i++) {
			const byte = this.#position < this.#end ? this.#bytes[this.#position++] : void 0;
			if (byte === void 0) this.#truncated();
			const bits = byte & 127;
			if (i < 4) low |= bits << 7 * i;
			else if (i > 4) high |= bits << 7 * i - 32;
			else {
				low |= bits << 28;
				high = bits >>> 4;
			}
			if (byte < 128) {
				this.#low = low;
				this.#high = high;
				return high * TWO_32 + (low >>> 0);
			}
		}
		this.#fail("an integer has more than 10 bytes");
	}
	#wrongType(tag) {
		this.#fail(`field ${tag >>> 3} has wire type ${tag & 7}, which does not belong there`);
	}
	#truncated() {
		this.#fail("it ends in the middle of a field");
	}
	#fail(fact) {
		throw malformed("protobuf", `${fact} (byte ${this.position()})`);
	}
};
export { malformed as n, ProtoReader as t };
