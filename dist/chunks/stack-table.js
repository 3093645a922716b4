import { t as giveBack } from "./give-back.js";
// src/profiles/columns.ts
const SMALLEST$1 = 64;
var Int32Column = class {
	#data;
	#length = 0;
	constructor(capacity = 0) {
		this.#data = new Int32Array(Math.max(Math.ceil(capacity), SMALLEST$1));
	}
	get length() {
		return this.#length;
	}
	push(value) {
		if (this.#length === this.#data.length) {
			const grown = new Int32Array(this.#data.length * 2);
			grown.set(this.#data);
			this.#data = grown;
		}
		this.#data[this.#length++] = value;
	}
	at(index) {
		return this.#data[index] ?? 0;
	}
	finish() {
		return this.#data.subarray(0, this.#length);
	}
};
var Float64Column = class {
	#data;
	#length = 0;
	constructor(capacity = 0) {
		this.#data = new Float64Array(Math.max(Math.ceil(capacity), SMALLEST$1));
	}
	get length() {
		return this.#length;
	}
	push(value) {
		if (this.#length === this.#data.length) {
			const grown = new Float64Array(this.#data.length * 2);
			grown.set(this.#data);
			this.#data = grown;
		}
		this.#data[this.#length++] = value;
	}
	add(index, value) {
		this.#data[index] = (this.#data[index] ?? 0) + value;
	}
	finish() {
		return this.#data.subarray(0, this.#length);
	}
};
// src/profiles/fnv.ts
const FNV_START = -2128831035;
const PRIME = 16777619;
function mix(hash, part) {
	return Math.imul(hash ^ part, PRIME);
}
function spread(hash) {
	return hash ^ hash >>> 15;
}
// src/profiles/stack-table.ts
const SMALLEST = 64;
var StackCollector = class {
	#columnOf;
	#frames;
	#frameCount = 0;
	#offsets;
	#hashes;
	#values;
	#slots;
	#written = new Int32Array(256);
	#depth = 0;
	constructor(columnOf, { frames = 0, stacks = 0 } = {}) {
		this.#columnOf = columnOf;
		this.#frames = columnOf(frames);
		this.#offsets = new Int32Column(stacks + 1);
		this.#hashes = new Int32Column(stacks);
		this.#values = new Float64Column(stacks);
		this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2 * stacks, SMALLEST))));
		this.#offsets.push(0);
	}
	frame(index) {
		if (this.#depth === this.#written.length) {
			const grown = new Int32Array(this.#depth * 2);
			grown.set(this.#written);
			this.#written = grown;
		}
		this.#written[this.#depth++] = index;
	}
	close(value) {
		const hash = this.#hashWritten();
		const mask = this.#slots.length - 1;
		for (let slot = hash & mask;; slot = slot + 1 & mask) {
			const stack = (this.#slots[slot] ?? 0) - 1;
			if (stack < 0) {
				this.#append(slot, hash, value);
				break;
			}
			if (this.#hashes.at(stack) === hash && this.#equalsWritten(stack)) {
				this.#values.add(stack, value);
				break;
			}
		}
		this.#depth = 0;
	}
	columns() {
		giveBack(this.#slots);
		giveBack(this.#hashes.finish());
		return {
			frames: this.#frames.subarray(0, this.#frameCount),
			offsets: this.#offsets.finish(),
			values: this.#values.finish()
		};
	}
	#hashWritten() {
		const written = this.#written;
		let hash = FNV_START;
		for (let i = 0; i < this.#depth; i++) hash = mix(hash, written[i] ?? 0);
		return spread(hash);
	}
	#append(slot, hash, value) {
		this.#slots[slot] = this.#hashes.length + 1;
		this.#hashes.push(hash);
		this.#appendFrames();
		this.#offsets.push(this.#frameCount);
		this.#values.push(value);
		if (this.#hashes.length * 2 > this.#slots.length) this.#grow();
	}
	#appendFrames() {
		const end = this.#frameCount + this.#depth;
		if (end > this.#frames.length) {
			const grown = this.#columnOf(end * 2);
			grown.set(this.#frames);
			giveBack(this.#frames);
			this.#frames = grown;
		}
		const frames = this.#frames;
		for (let i = 0; i < this.#depth; i++) frames[this.#frameCount + i] = this.#written[i] ?? 0;
		this.#frameCount = end;
	}
	#grow() {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let stack = 0; stack < this.#hashes.length; stack++) {
			let slot = this.#hashes.at(stack) & mask;
			while (slots[slot] !== 0) slot = slot + 1 & mask;
			slots[slot] = stack + 1;
		}
		this.#slots = slots;
	}
	#equalsWritten(stack) {
		const start = this.#offsets.at(stack);
		if (this.#offsets.at(stack + 1) - start !== this.#depth) return false;
		const written = this.#written;
		const frames = this.#frames;
		for (let i = 0; i < this.#depth; i++) if (frames[start + i] !== written[i]) return false;
		return true;
	}
};
function lengthOf(frames) {
	return Math.max(typeof frames === "number" ? frames : frames.length, SMALLEST);
}
var StackTable = class extends StackCollector {
	mostFunctions = Number.POSITIVE_INFINITY;
	constructor(expected) {
		super((frames) => frames instanceof Int32Array ? frames : new Int32Array(lengthOf(frames)), expected);
	}
};
const MOST_IN_16_BITS = 2 ** 16;
var SmallStackTable = class extends StackCollector {
	mostFunctions = MOST_IN_16_BITS;
	constructor(expected) {
		super((frames) => frames instanceof Uint16Array ? frames : new Uint16Array(lengthOf(frames)), expected);
	}
};
function stackTableFor(functions, expected) {
	return functions <= MOST_IN_16_BITS ? new SmallStackTable(expected) : new StackTable(expected);
}
export { Float64Column as a, spread as i, FNV_START as n, Int32Column as o, mix as r, stackTableFor as t };
