let node_module = require("node:module");
let node_timers = require("node:timers");
let node_url = require("node:url");
let node_worker_threads = require("node:worker_threads");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/preload/bystander.ts
/** Programs that only start others. Their own work says nothing about the service. */
const WRAPPERS = [
	"npm",
	"npm-cli",
	"npx",
	"npx-cli",
	"yarn",
	"pnpm",
	"pnpx",
	"corepack"
];
const LAUNCHERS = [
	"nodemon",
	"concurrently",
	"cross-env",
	"dotenv",
	"env-cmd",
	"npm-run-all"
];
/** Programs that turn sources into what is then run. */
const BUILD_TOOLS = [
	"tsc",
	"esbuild",
	"rollup",
	"rolldown",
	"webpack",
	"swc",
	"babel",
	"node-gyp"
];
const BYSTANDERS = /* @__PURE__ */ new Set([
	...WRAPPERS,
	...LAUNCHERS,
	...BUILD_TOOLS
]);
/**
* Is the program a package manager, launcher or build tool, judged by the script that Node runs?
* Knows `/usr/bin/npm`, `…/npm-cli.js`, `.yarn/releases/yarn-4.5.0.cjs` and `node_modules/.bin/tsc`.
*/
function isBystander(script) {
	if (script === void 0) return false;
	return BYSTANDERS.has((0, node_path.basename)(script).replace(/(-\d[\d.]*)?(\.[cm]?js)?$/, ""));
}
// src/preload/last-words.ts
const SIGNALS = ["SIGTERM", "SIGINT"];
/**
* Calls `lastWords` before the process ends by a signal, without changing how it ends.
*
* A signal that the service does not handle still kills the process, and with the same status;
* one that it does handle is left to it alone. Our listener is taken away as soon as the service
* adds one of its own: libraries such as signal-exit count listeners to find out whether they have
* to end the process. Such a process is heard at `exit`, if it gets there.
* For the main thread: workers get no signals.
*/
function onSignals(lastWords) {
	for (const signal of SIGNALS) {
		const dieOfIt = () => {
			lastWords();
			process.removeListener(signal, dieOfIt);
			process.kill(process.pid, signal);
		};
		beforeListener(signal, dieOfIt, () => process.removeListener(signal, dieOfIt));
		process.on("removeListener", (event, listener) => {
			if (event !== signal || listener === dieOfIt) return;
			if (process.listenerCount(signal) === 0) process.on(signal, dieOfIt);
		});
		process.on(signal, dieOfIt);
	}
}
/**
* Calls `lastWords` when the thread ends by itself, by `process.exit()` or by an uncaught error.
* Our listener steps aside while the service adds the one that reaches the most that Node
* tolerates without a warning: it must not be warned because of ours.
*/
function onExit(lastWords) {
	const listen = () => {
		const tolerated = process.getMaxListeners();
		process.setMaxListeners(0);
		process.once("exit", lastWords);
		process.setMaxListeners(tolerated);
	};
	beforeListener("exit", lastWords, () => {
		const tolerated = process.getMaxListeners();
		if (tolerated === 0 || process.listenerCount("exit") < tolerated) return;
		process.removeListener("exit", lastWords);
		queueMicrotask(listen);
	});
	listen();
}
/**
* Calls `step` before the service adds a listener for the event. It has to come before Node's own
* step at this point, which is to listen to the operating system for the first listener of a signal.
*/
function beforeListener(awaited, ours, step) {
	process.prependListener("newListener", (event, listener) => {
		if (event === awaited && listener !== ours) step();
	});
}
// src/preload/call-tree.ts
/** Links V8's nodes to their callers. Returns them by id; `isOurs` tells our own script by its URL. */
function linkCallers(nodes, isOurs) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const linked = /* @__PURE__ */ new Map();
	const pending = [];
	for (const id of nodes[0]?.children ?? []) pending.push({
		id,
		caller: void 0
	});
	for (let next = pending.pop(); next; next = pending.pop()) {
		const { id, caller } = next;
		const node = byId.get(id);
		if (!node) continue;
		const { callFrame, children = [] } = node;
		const linkedNode = {
			callFrame,
			caller,
			ours: caller?.ours || isOurs(callFrame.url)
		};
		linked.set(id, linkedNode);
		for (const child of children) pending.push({
			id: child,
			caller: linkedNode
		});
	}
	return linked;
}
// src/preload/cpu-clock.ts
/**
* The best clock that this platform has. Only the thread's own time will do: the process's counts
* the garbage collector's and the compiler's helper threads, and the profiler's.
*/
function threadCpuClock() {
	if (typeof process.threadCpuUsage === "function") return rusageNanoseconds;
	return schedstatNanoseconds;
}
function rusageNanoseconds() {
	const { user, system } = process.threadCpuUsage();
	return (user + system) * 1e3;
}
/** Linux: the first number is the time on a CPU (Documentation/scheduler/sched-stats.rst). Synchronous reads stay on this thread. */
function schedstatNanoseconds() {
	try {
		const [onCpu] = (0, node_fs.readFileSync)("/proc/thread-self/schedstat", "latin1").split(" ");
		return Number(onCpu) || void 0;
	} catch {
		return;
	}
}
// src/preload/frame.ts
/** Names a V8 call frame, whose lines and columns count from 0 and are -1 for code without a source. */
function describeFrame({ functionName, url, lineNumber, columnNumber }, filePath) {
	const line = Math.max(0, lineNumber + 1);
	return {
		name: functionName || `(anonymous:L#${line}:C#${Math.max(0, columnNumber + 1)})`,
		file: filePath(url),
		line
	};
}
/** Makes a function that turns V8's script URLs into paths, and remembers: parsing a URL is dear. */
function filePaths() {
	const known = /* @__PURE__ */ new Map();
	return (url) => {
		const path = known.get(url) ?? toPath(url);
		known.set(url, path);
		return path;
	};
}
function toPath(url) {
	if (url.startsWith("data:")) return url.replace(/[;,].*$/s, "");
	if (!url.startsWith("file:")) return url;
	try {
		return (0, node_url.fileURLToPath)(url);
	} catch {
		return url;
	}
}
// node_modules/pprof-format/dist/esm/index.js
/**
* Unless explicitly stated otherwise all files in this repository are licensed under the MIT License.
*
* This product includes software developed at Datadog (https://www.datadoghq.com/  Copyright 2022 Datadog, Inc.
*/
var __classPrivateFieldGet = function(receiver, state, kind, f) {
	if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
	if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
	return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
};
var _StringTable_encodings;
var _StringTable_positions;
/*!
* Private helpers. These are only used by other helpers.
*/
const lowMaxBig = 2n ** 32n - 1n;
const lowMax = 2 ** 32 - 1;
const lowMaxPlus1 = lowMax + 1;
const toUtf8 = typeof Buffer === "undefined" ? (value) => new TextEncoder().encode(value) : (value) => Buffer.from(value, "utf8");
function countNumberBytes(buffer) {
	if (!buffer.length) return 0;
	let i = 0;
	while (i < buffer.length && buffer[i++] >= 128);
	return i;
}
function decodeBigNumber(buffer) {
	if (!buffer.length) return BigInt(0);
	let value = BigInt(buffer[0] & 127);
	let i = 0;
	while (buffer[i++] >= 128) value |= BigInt(buffer[i] & 127) << BigInt(7 * i);
	return value;
}
function makeValue(value, offset = 0) {
	return {
		value,
		offset
	};
}
function getValue(mode, buffer) {
	switch (mode) {
		case kTypeVarInt:
			for (let i = 0; i < buffer.length; i++) if (!(buffer[i] & 128)) return makeValue(buffer.subarray(0, i + 1));
			return makeValue(buffer);
		case kTypeLengthDelim: {
			const offset = countNumberBytes(buffer);
			const size = decodeNumber(buffer);
			return makeValue(buffer.subarray(offset, Number(size) + offset), offset);
		}
		default: throw new Error(`Unrecognized value type: ${mode}`);
	}
}
function lowBits(number) {
	return typeof number !== "bigint" ? (number >>> 0) % lowMaxPlus1 : Number(number & lowMaxBig);
}
function highBits(number) {
	return typeof number !== "bigint" ? number / lowMaxPlus1 >>> 0 : Number(number >> 32n & lowMaxBig);
}
function long(number) {
	const sign = number < 0;
	if (sign) number = -number;
	let lo = lowBits(number);
	let hi = highBits(number);
	if (sign) {
		hi = ~hi >>> 0;
		lo = ~lo >>> 0;
		if (++lo > lowMax) {
			lo = 0;
			if (++hi > lowMax) hi = 0;
		}
	}
	return [hi, lo];
}
/**
* Public helpers. These are used in the type definitions.
*/
const kTypeVarInt = 0;
const kTypeLengthDelim = 2;
function decodeNumber(buffer) {
	if (countNumberBytes(buffer) > 4) return decodeBigNumber(buffer);
	if (!buffer.length) return 0;
	let value = buffer[0] & 127;
	let i = 0;
	while (buffer[i++] >= 128) value |= (buffer[i] & 127) << 7 * i;
	return value;
}
function decodeNumbers(buffer) {
	const values = [];
	let start = 0;
	for (let i = 0; i < buffer.length; i++) if ((buffer[i] & 128) === 0) {
		values.push(decodeNumber(buffer.subarray(start, i + 1)));
		start = i + 1;
	}
	return values;
}
function push(value, list) {
	if (list == null) return [value];
	list.push(value);
	return list;
}
function pushAll(values, list) {
	if (list == null) return values;
	for (const value of values) list.push(value);
	return list;
}
function measureNumber(number) {
	if (number === 0 || number === 0n) return 0;
	const [hi, lo] = long(number);
	const a = lo;
	const b = (lo >>> 28 | hi << 4) >>> 0;
	const c = hi >>> 24;
	if (c !== 0) return c < 128 ? 9 : 10;
	if (b !== 0) {
		if (b < 16384) return b < 128 ? 5 : 6;
		return b < 2097152 ? 7 : 8;
	}
	if (a < 16384) return a < 128 ? 1 : 2;
	return a < 2097152 ? 3 : 4;
}
function measureValue(value) {
	if (typeof value === "undefined") return 0;
	if (typeof value === "number" || typeof value === "bigint") return measureNumber(value) || 1;
	return value.length;
}
function measureArray(list) {
	let size = 0;
	for (const item of list) size += measureValue(item);
	return size;
}
function measureNumberField(number) {
	const length = measureNumber(number);
	return length ? 1 + length : 0;
}
function measureNumberArrayField(values) {
	let total = 0;
	for (const value of values) total += measureNumber(value) || 1;
	return total ? 1 + measureNumber(total) + total : 0;
}
function measureLengthDelimField(value) {
	const length = measureValue(value);
	return length ? 1 + measureNumber(length) + length : 0;
}
function measureLengthDelimArrayField(values) {
	let total = 0;
	for (const value of values) total += measureLengthDelimField(value);
	return total;
}
function encodeNumber(buffer, i, number) {
	if (number === 0 || number === 0n) {
		buffer[i++] = 0;
		return i;
	}
	let [hi, lo] = long(number);
	while (hi) {
		buffer[i++] = lo & 127 | 128;
		lo = (lo >>> 7 | hi << 25) >>> 0;
		hi >>>= 7;
	}
	while (lo > 127) {
		buffer[i++] = lo & 127 | 128;
		lo = lo >>> 7;
	}
	buffer[i++] = lo;
	return i;
}
const emptyTableToken = Symbol();
var StringTable = class StringTable {
	constructor(tok) {
		this.strings = new Array();
		_StringTable_encodings.set(this, new Array());
		_StringTable_positions.set(this, /* @__PURE__ */ new Map());
		if (tok !== emptyTableToken) this.dedup("");
	}
	get encodedLength() {
		let size = 0;
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) size += encoded.length;
		return size;
	}
	_encodeToBuffer(buffer, offset) {
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) {
			buffer.set(encoded, offset);
			offset += encoded.length;
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.encodedLength)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static _encodeStringFromUtf8(stringBuffer) {
		const buffer = new Uint8Array(1 + stringBuffer.length + (measureNumber(stringBuffer.length) || 1));
		let offset = 0;
		buffer[offset++] = 50;
		offset = encodeNumber(buffer, offset, stringBuffer.length);
		if (stringBuffer.length > 0) buffer.set(stringBuffer, offset);
		return buffer;
	}
	static _encodeString(string) {
		return StringTable._encodeStringFromUtf8(toUtf8(string));
	}
	dedup(string) {
		if (typeof string === "number") return string;
		if (!__classPrivateFieldGet(this, _StringTable_positions, "f").has(string)) {
			const pos = this.strings.push(string) - 1;
			__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, pos);
			__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeString(string));
		}
		return __classPrivateFieldGet(this, _StringTable_positions, "f").get(string);
	}
	_decodeString(buffer) {
		const string = new TextDecoder().decode(buffer);
		__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, this.strings.push(string) - 1);
		__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeStringFromUtf8(buffer));
	}
};
_StringTable_encodings = /* @__PURE__ */ new WeakMap(), _StringTable_positions = /* @__PURE__ */ new WeakMap();
function decode(buffer, decoder) {
	const data = {};
	let index = 0;
	while (index < buffer.length) {
		const field = buffer[index] >> 3;
		const mode = buffer[index] & 7;
		index++;
		const { offset, value } = getValue(mode, buffer.subarray(index));
		index += value.length + offset;
		decoder(data, field, value);
	}
	return data;
}
var ValueType = class ValueType {
	static create(data) {
		return data instanceof ValueType ? data : new ValueType(data);
	}
	constructor(data) {
		this.type = data.type || 0;
		this.unit = data.unit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.type);
		total += measureNumberField(this.unit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.type) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.type);
		}
		if (this.unit) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.unit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.type = decodeNumber(buffer);
				break;
			case 2: data.unit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Label = class Label {
	static create(data) {
		return data instanceof Label ? data : new Label(data);
	}
	constructor(data) {
		this.key = data.key || 0;
		this.str = data.str || 0;
		this.num = data.num || 0;
		this.numUnit = data.numUnit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.key);
		total += measureNumberField(this.str);
		total += measureNumberField(this.num);
		total += measureNumberField(this.numUnit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.key) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.key);
		}
		if (this.str) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.str);
		}
		if (this.num) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.num);
		}
		if (this.numUnit) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.numUnit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.key = decodeNumber(buffer);
				break;
			case 2:
				data.str = decodeNumber(buffer);
				break;
			case 3:
				data.num = decodeNumber(buffer);
				break;
			case 4: data.numUnit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Sample = class Sample {
	static create(data) {
		return data instanceof Sample ? data : new Sample(data);
	}
	constructor(data) {
		this.locationId = data.locationId || [];
		this.value = data.value || [];
		this.label = (data.label || []).map(Label.create);
	}
	get length() {
		let total = 0;
		total += measureNumberArrayField(this.locationId);
		total += measureNumberArrayField(this.value);
		total += measureLengthDelimArrayField(this.label);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.locationId.length) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, measureArray(this.locationId));
			for (const locationId of this.locationId) offset = encodeNumber(buffer, offset, locationId);
		}
		if (this.value.length) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, measureArray(this.value));
			for (const value of this.value) offset = encodeNumber(buffer, offset, value);
		}
		for (const label of this.label) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, label.length);
			offset = label._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.locationId = pushAll(decodeNumbers(buffer), data.locationId);
				break;
			case 2:
				data.value = pushAll(decodeNumbers(buffer), data.value);
				break;
			case 3: data.label = push(Label.decode(buffer), data.label);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Mapping = class Mapping {
	static create(data) {
		return data instanceof Mapping ? data : new Mapping(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.memoryStart = data.memoryStart || 0;
		this.memoryLimit = data.memoryLimit || 0;
		this.fileOffset = data.fileOffset || 0;
		this.filename = data.filename || 0;
		this.buildId = data.buildId || 0;
		this.hasFunctions = !!data.hasFunctions;
		this.hasFilenames = !!data.hasFilenames;
		this.hasLineNumbers = !!data.hasLineNumbers;
		this.hasInlineFrames = !!data.hasInlineFrames;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.memoryStart);
		total += measureNumberField(this.memoryLimit);
		total += measureNumberField(this.fileOffset);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.buildId);
		total += measureNumberField(this.hasFunctions ? 1 : 0);
		total += measureNumberField(this.hasFilenames ? 1 : 0);
		total += measureNumberField(this.hasLineNumbers ? 1 : 0);
		total += measureNumberField(this.hasInlineFrames ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.memoryStart) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.memoryStart);
		}
		if (this.memoryLimit) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.memoryLimit);
		}
		if (this.fileOffset) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.fileOffset);
		}
		if (this.filename) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.buildId) {
			buffer[offset++] = 48;
			offset = encodeNumber(buffer, offset, this.buildId);
		}
		if (this.hasFunctions) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasFilenames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasLineNumbers) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasInlineFrames) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.memoryStart = decodeNumber(buffer);
				break;
			case 3:
				data.memoryLimit = decodeNumber(buffer);
				break;
			case 4:
				data.fileOffset = decodeNumber(buffer);
				break;
			case 5:
				data.filename = decodeNumber(buffer);
				break;
			case 6:
				data.buildId = decodeNumber(buffer);
				break;
			case 7:
				data.hasFunctions = !!decodeNumber(buffer);
				break;
			case 8:
				data.hasFilenames = !!decodeNumber(buffer);
				break;
			case 9:
				data.hasLineNumbers = !!decodeNumber(buffer);
				break;
			case 10: data.hasInlineFrames = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Line = class Line {
	static create(data) {
		return data instanceof Line ? data : new Line(data);
	}
	constructor(data) {
		this.functionId = data.functionId || 0;
		this.line = data.line || 0;
		this.column = data.column || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.functionId);
		total += measureNumberField(this.line);
		total += measureNumberField(this.column);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.functionId) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.functionId);
		}
		if (this.line) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.line);
		}
		if (this.column) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.column);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.functionId = decodeNumber(buffer);
				break;
			case 2:
				data.line = decodeNumber(buffer);
				break;
			case 3: data.column = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Location = class Location {
	static create(data) {
		return data instanceof Location ? data : new Location(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.mappingId = data.mappingId || 0;
		this.address = data.address || 0;
		this.line = (data.line || []).map(Line.create);
		this.isFolded = !!data.isFolded;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.mappingId);
		total += measureNumberField(this.address);
		total += measureLengthDelimArrayField(this.line);
		total += measureNumberField(this.isFolded ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.mappingId) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.mappingId);
		}
		if (this.address) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.address);
		}
		for (const line of this.line) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, line.length);
			offset = line._encodeToBuffer(buffer, offset);
		}
		if (this.isFolded) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.mappingId = decodeNumber(buffer);
				break;
			case 3:
				data.address = decodeNumber(buffer);
				break;
			case 4:
				data.line = push(Line.decode(buffer), data.line);
				break;
			case 5: data.isFolded = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Function = class Function {
	static create(data) {
		return data instanceof Function ? data : new Function(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.name = data.name || 0;
		this.systemName = data.systemName || 0;
		this.filename = data.filename || 0;
		this.startLine = data.startLine || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.name);
		total += measureNumberField(this.systemName);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.startLine);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.name) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.name);
		}
		if (this.systemName) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.systemName);
		}
		if (this.filename) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.startLine) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.startLine);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.name = decodeNumber(buffer);
				break;
			case 3:
				data.systemName = decodeNumber(buffer);
				break;
			case 4:
				data.filename = decodeNumber(buffer);
				break;
			case 5: data.startLine = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Profile = class {
	constructor(data = {}) {
		this.sampleType = (data.sampleType || []).map(ValueType.create);
		this.sample = (data.sample || []).map(Sample.create);
		this.mapping = (data.mapping || []).map(Mapping.create);
		this.location = (data.location || []).map(Location.create);
		this.function = (data.function || []).map(Function.create);
		this.stringTable = data.stringTable || new StringTable();
		this.dropFrames = data.dropFrames || 0;
		this.keepFrames = data.keepFrames || 0;
		this.timeNanos = data.timeNanos || 0;
		this.durationNanos = data.durationNanos || 0;
		this.periodType = data.periodType ? ValueType.create(data.periodType) : void 0;
		this.period = data.period || 0;
		this.comment = data.comment || [];
		this.defaultSampleType = data.defaultSampleType || 0;
		this.docUrl = data.docUrl || 0;
	}
	get length() {
		let total = 0;
		total += measureLengthDelimArrayField(this.sampleType);
		total += measureLengthDelimArrayField(this.sample);
		total += measureLengthDelimArrayField(this.mapping);
		total += measureLengthDelimArrayField(this.location);
		total += measureLengthDelimArrayField(this.function);
		total += this.stringTable.encodedLength;
		total += measureNumberField(this.dropFrames);
		total += measureNumberField(this.keepFrames);
		total += measureNumberField(this.timeNanos);
		total += measureNumberField(this.durationNanos);
		total += measureLengthDelimField(this.periodType);
		total += measureNumberField(this.period);
		total += measureNumberArrayField(this.comment);
		total += measureNumberField(this.defaultSampleType);
		total += measureNumberField(this.docUrl);
		return total;
	}
	_encodeSampleTypesToBuffer(buffer, offset = 0) {
		for (const sampleType of this.sampleType) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, sampleType.length);
			offset = sampleType._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeSamplesToBuffer(buffer, offset = 0) {
		for (const sample of this.sample) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, sample.length);
			offset = sample._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeMappingsToBuffer(buffer, offset = 0) {
		for (const mapping of this.mapping) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, mapping.length);
			offset = mapping._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeLocationsToBuffer(buffer, offset = 0) {
		for (const location of this.location) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, location.length);
			offset = location._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeFunctionsToBuffer(buffer, offset = 0) {
		for (const fun of this.function) {
			buffer[offset++] = 42;
			offset = encodeNumber(buffer, offset, fun.length);
			offset = fun._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeBasicValuesToBuffer(buffer, offset = 0) {
		if (this.dropFrames) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, this.dropFrames);
		}
		if (this.keepFrames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, this.keepFrames);
		}
		if (this.timeNanos) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, this.timeNanos);
		}
		if (this.durationNanos) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, this.durationNanos);
		}
		if (typeof this.periodType !== "undefined") {
			buffer[offset++] = 90;
			offset = encodeNumber(buffer, offset, this.periodType.length);
			offset = this.periodType._encodeToBuffer(buffer, offset);
		}
		if (this.period) {
			buffer[offset++] = 96;
			offset = encodeNumber(buffer, offset, this.period);
		}
		if (this.comment.length) {
			buffer[offset++] = 106;
			offset = encodeNumber(buffer, offset, measureArray(this.comment));
			for (const comment of this.comment) offset = encodeNumber(buffer, offset, comment);
		}
		if (this.defaultSampleType) {
			buffer[offset++] = 112;
			offset = encodeNumber(buffer, offset, this.defaultSampleType);
		}
		if (this.docUrl) {
			buffer[offset++] = 120;
			offset = encodeNumber(buffer, offset, this.docUrl);
		}
		return offset;
	}
	_encodeToBuffer(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	async _encodeToBufferAsync(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	async encodeAsync(buffer = new Uint8Array(this.length)) {
		await this._encodeToBufferAsync(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.sampleType = push(ValueType.decode(buffer), data.sampleType);
				break;
			case 2:
				data.sample = push(Sample.decode(buffer), data.sample);
				break;
			case 3:
				data.mapping = push(Mapping.decode(buffer), data.mapping);
				break;
			case 4:
				data.location = push(Location.decode(buffer), data.location);
				break;
			case 5:
				data.function = push(Function.decode(buffer), data.function);
				break;
			case 6:
				if (data.stringTable === void 0) data.stringTable = new StringTable(emptyTableToken);
				data.stringTable._decodeString(buffer);
				break;
			case 7:
				data.dropFrames = decodeNumber(buffer);
				break;
			case 8:
				data.keepFrames = decodeNumber(buffer);
				break;
			case 9:
				data.timeNanos = decodeNumber(buffer);
				break;
			case 10:
				data.durationNanos = decodeNumber(buffer);
				break;
			case 11:
				data.periodType = ValueType.decode(buffer);
				break;
			case 12:
				data.period = decodeNumber(buffer);
				break;
			case 13:
				data.comment = pushAll(decodeNumbers(buffer), data.comment);
				break;
			case 14:
				data.defaultSampleType = decodeNumber(buffer);
				break;
			case 15: data.docUrl = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
// src/preload/pprof.ts
/**
* Encodes costs as a pprof with the sample types samples/count, cpu/nanoseconds and
* wall/nanoseconds. A location is a function with the line of its definition, as in the
* Pyroscope SDK's profiles; V8's own entries keep their names: `(program)`, `(garbage collector)`, `(idle)`.
*/
function encodePprof(costs, { window, samplingIntervalMicros, filePath }) {
	const strings = new StringTable();
	const functions = [];
	const locations = [];
	const ids = /* @__PURE__ */ new Map();
	function locate(node) {
		const { functionName, url, lineNumber, columnNumber } = node.callFrame;
		const key = `${lineNumber}:${columnNumber}:${functionName}:${url}`;
		const known = ids.get(key);
		if (known !== void 0) return known;
		const id = ids.size + 1;
		ids.set(key, id);
		const frame = describeFrame(node.callFrame, filePath);
		const name = strings.dedup(frame.name);
		const filename = strings.dedup(frame.file);
		functions.push(new Function({
			id,
			name,
			systemName: name,
			filename,
			startLine: frame.line
		}));
		locations.push(new Location({
			id,
			line: [new Line({
				functionId: id,
				line: frame.line
			})]
		}));
		return id;
	}
	const sample = [...costs].map(([leaf, { samples, cpu, wall }]) => {
		const locationId = [];
		for (let node = leaf; node; node = node.caller) locationId.push(locate(node));
		return new Sample({
			locationId,
			value: [
				samples,
				Math.round(cpu),
				Math.round(wall)
			]
		});
	});
	const valueType = (type, unit) => new ValueType({
		type: strings.dedup(type),
		unit: strings.dedup(unit)
	});
	return new Profile({
		sampleType: [
			valueType("samples", "count"),
			valueType("cpu", "nanoseconds"),
			valueType("wall", "nanoseconds")
		],
		sample,
		location: locations,
		function: functions,
		timeNanos: BigInt(window.from) * 1000000n,
		durationNanos: (window.until - window.from) * 1e6,
		periodType: valueType("wall", "nanoseconds"),
		period: samplingIntervalMicros * 1e3,
		stringTable: strings
	}).encode();
}
// src/preload/sampler.ts
/**
* Starts V8's CPU profiler through an inspector session on this thread.
*
* The profiles are those of `console.profile()`, because they may overlap. With `Profiler.start`
* and `Profiler.stop` V8 would forget the compiled code in between and walk the whole heap at each
* start: measured 6 ms for a bare script, 60 to 80 ms for a service with large dependencies, each
* time with the thread at a standstill. An overlapping start costs 0.2 ms.
* The inspector's own console is used, so the service's `console` stays out of it.
*/
function startSampler(inspector, samplingIntervalMicros) {
	let session = connect();
	let count = 0;
	begin();
	function connect() {
		const opened = new inspector.Session();
		opened.connect();
		opened.post("Profiler.enable");
		opened.post("Profiler.setSamplingInterval", { interval: samplingIntervalMicros });
		return opened;
	}
	function begin() {
		inspector.console.profile(title(count));
	}
	function end(ended) {
		let profile;
		const take = ({ params }) => {
			if (params.title === ended) profile = params.profile;
		};
		session.on("Profiler.consoleProfileFinished", take);
		inspector.console.profileEnd(ended);
		session.off("Profiler.consoleProfileFinished", take);
		return profile;
	}
	return {
		rotate() {
			const ended = title(count++);
			begin();
			return end(ended);
		},
		restart() {
			session.disconnect();
			session = connect();
			begin();
		},
		stop() {
			const profile = end(title(count));
			session.disconnect();
			return profile;
		}
	};
}
/** Titles keep our profiles apart from those that the service itself may ask for. */
function title(count) {
	return `flamegate ${count}`;
}
// src/preload/weigh.ts
/**
* A gap of more intervals than this between two samples means that the thread or the profiler was
* kept off the CPU. The sample after it saw one moment of that time, not all of it.
*/
const LONGEST_GAP = 2;
/**
* Turns V8's samples into costs by call tree node.
*
* Wall time is the time since the previous sample. V8 can't tell CPU time by sample, so the CPU
* that the thread used is shared out among the samples that were not idle, by the time since the
* previous sample, capped. The sum is then right even on a machine that is busy with other things,
* where time since the previous sample alone would be off by a third. What it can't see: a function
* that blocks the thread (fsync, execSync) gets a share for its waiting.
* Without a thread's CPU clock the capped times stand for themselves.
*/
function weighSamples(profile, tree, { samplingIntervalMicros, cpuNanoseconds }) {
	const costs = /* @__PURE__ */ new Map();
	const cap = LONGEST_GAP * samplingIntervalMicros;
	let busy = 0;
	for (const { id, elapsed } of samplesInOrder(profile)) {
		const node = tree.get(id);
		if (!node) continue;
		const active = isIdle(node) ? 0 : Math.min(elapsed, cap) * 1e3;
		busy += active;
		const cost = costs.get(node) ?? {
			samples: 0,
			cpu: 0,
			wall: 0
		};
		cost.samples += 1;
		cost.wall += elapsed * 1e3;
		cost.cpu += active;
		costs.set(node, cost);
	}
	const scale = cpuNanoseconds === void 0 || busy === 0 ? 1 : cpuNanoseconds / busy;
	for (const [node, cost] of costs) if (node.ours) costs.delete(node);
	else cost.cpu *= scale;
	return costs;
}
/**
* Samples with the microseconds since the one before. The first is left out: V8 takes it itself
* while the profile starts. Deltas can be negative, as samples are not always reported in order.
*/
function samplesInOrder(profile) {
	const { samples = [], timeDeltas = [] } = profile;
	let clock = 0;
	const timed = samples.map((id, index) => {
		clock += timeDeltas[index] ?? 0;
		return {
			id,
			at: clock
		};
	});
	timed.sort((a, b) => a.at - b.at);
	return timed.map(({ id, at }, index) => ({
		id,
		elapsed: at - (timed[index - 1]?.at ?? at)
	})).slice(1);
}
function isIdle({ callFrame }) {
	return callFrame.functionName === "(idle)" && callFrame.url === "";
}
// src/preload/recorder.ts
/** Starts to record, unless that is impossible; a note in the spool then says why. */
function startRecorder(settings, spool, host) {
	const { samplingIntervalMicros } = settings;
	const cpuClock = threadCpuClock();
	let sampler;
	let from = 0;
	let cpuBefore;
	attempt(() => {
		if (gaveWay()) return;
		spool.note({ kind: "started" });
		sampler = startSampler(host.loadInspector(), samplingIntervalMicros);
		beginWindow(Date.now(), cpuClock());
	});
	function beginWindow(now, cpu) {
		from = now;
		cpuBefore = cpu;
	}
	function gaveWay() {
		if (settings.profiler !== "auto" || !host.hasSdk()) return false;
		sampler?.stop();
		sampler = void 0;
		spool.withdraw();
		spool.note({ kind: "sdk" });
		return true;
	}
	function write(profile, until, cpuAfter) {
		const filePath = filePaths();
		const tree = linkCallers(profile.nodes, (url) => filePath(url) === host.ownFile);
		const cpuNanoseconds = cpuAfter === void 0 || cpuBefore === void 0 ? void 0 : cpuAfter - cpuBefore;
		const costs = weighSamples(profile, tree, {
			samplingIntervalMicros,
			cpuNanoseconds
		});
		if (costs.size === 0) return;
		const window = {
			from,
			until
		};
		spool.write(encodePprof(costs, {
			window,
			samplingIntervalMicros,
			filePath
		}), window);
	}
	function attempt(step) {
		try {
			step();
		} catch (error) {
			spool.note({
				kind: "failed",
				code: errorCode(error)
			});
		}
	}
	return {
		yieldToSdk() {
			if (sampler) attempt(gaveWay);
		},
		flush() {
			const running = sampler;
			if (!running) return;
			attempt(() => {
				if (gaveWay()) return;
				const [until, cpu] = [Date.now(), cpuClock()];
				const profile = running.rotate();
				try {
					if (profile && hasTicks(profile)) write(profile, until, cpu);
					else running.restart();
				} finally {
					beginWindow(until, cpu);
				}
			});
		},
		finish() {
			const running = sampler;
			if (!running) return;
			attempt(() => {
				if (gaveWay()) return;
				sampler = void 0;
				const [until, cpu] = [Date.now(), cpuClock()];
				const profile = running.stop();
				if (profile && hasTicks(profile)) write(profile, until, cpu);
			});
		}
	};
}
function hasTicks({ nodes }) {
	return nodes.some(({ hitCount = 0 }) => hitCount > 0);
}
function errorCode(error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return /^\w{1,64}$/.test(code) ? code : "UNKNOWN";
}
// src/preload/sdk.ts
/**
* Is a Pyroscope SDK loaded, judged by the file names of the modules that Node has cached?
* The native addon under it (`dd_pprof….node`) is in the CommonJS cache on Node 20 and 24 however
* the SDK itself was imported; an ES module never is.
*/
function hasPyroscopeSdk(moduleCache) {
	for (const file in moduleCache) {
		if (/[\\/]dd_pprof[^\\/]*\.node$/.test(file)) return true;
		if (/[\\/]@pyroscope[\\/]nodejs[\\/]/.test(file)) return true;
	}
	return false;
}
// src/preload/settings.ts
/** The environment variables that tell the preload what to do; the receiver sets them. */
const SETTING = {
	spool: "FLAMEGATE_SPOOL",
	profiler: "FLAMEGATE_PROFILER",
	samplingInterval: "FLAMEGATE_SAMPLING_INTERVAL_MICROS",
	flushInterval: "FLAMEGATE_FLUSH_INTERVAL_MS"
};
/** Reads the settings; undefined when they are missing or unusable: then nothing is profiled. */
function readSettings(environment) {
	const spool = environment[SETTING.spool];
	const profiler = environment[SETTING.profiler];
	const samplingIntervalMicros = Number(environment[SETTING.samplingInterval]);
	const flushIntervalMs = Number(environment[SETTING.flushInterval]);
	if (spool === void 0 || profiler !== "auto" && profiler !== "node") return void 0;
	if (!(samplingIntervalMicros > 0) || !(flushIntervalMs > 0)) return void 0;
	return {
		spool,
		profiler,
		samplingIntervalMicros,
		flushIntervalMs
	};
}
// src/preload/spool-name.ts
/** `4711-0.3.1700000000000-1700000001000.pb`: fourth profile of the main thread of process 4711. */
function profileFileName(owner, sequence, window) {
	return `${prefix(owner)}.${sequence}.${window.from}-${window.until}.pb`;
}
/** `4711-0.failed.ENOSPC`; an empty file. */
function noteFileName(owner, note) {
	return `${prefix(owner)}.${note.kind === "failed" ? `failed.${note.code}` : note.kind}`;
}
function prefix(owner) {
	return `${owner.pid}-${owner.thread}`;
}
// src/preload/spool-writer.ts
/** Everything is synchronous: the last profile is written while the process exits. */
function openSpool(folder, owner) {
	const written = [];
	return {
		write(pprof, window) {
			const path = (0, node_path.join)(folder, profileFileName(owner, written.length, window));
			const unfinished = `${path}.part`;
			try {
				(0, node_fs.writeFileSync)(unfinished, pprof);
				(0, node_fs.renameSync)(unfinished, path);
			} catch (error) {
				(0, node_fs.rmSync)(unfinished, { force: true });
				throw error;
			}
			written.push(path);
		},
		note(note) {
			try {
				(0, node_fs.writeFileSync)((0, node_path.join)(folder, noteFileName(owner, note)), "");
			} catch {}
		},
		withdraw() {
			for (const path of written.splice(0)) (0, node_fs.rmSync)(path, { force: true });
		}
	};
}
// src/preload/preload.ts
/**
* Entry of `dist/preload.cjs`, which NODE_OPTIONS loads into every Node process of a service:
* profiles the thread that it is loaded on. By its nature it acts when it is loaded; it is the one
* module outside `config/` that reads the environment, because it runs in another process.
*/
/** By then a service has usually loaded its modules, and not yet been measured. */
const FIRST_LOOK_MS = 250;
function profileThisThread(settings) {
	const require$1 = (0, node_module.createRequire)(require("url").pathToFileURL(__filename).href);
	const recorder = startRecorder(settings, openSpool(settings.spool, {
		pid: process.pid,
		thread: node_worker_threads.threadId
	}), {
		loadInspector: () => require$1("node:inspector"),
		hasSdk: () => hasPyroscopeSdk(require$1.cache),
		ownFile: (0, node_url.fileURLToPath)(require("url").pathToFileURL(__filename).href)
	});
	(0, node_timers.setTimeout)(() => recorder.yieldToSdk(), FIRST_LOOK_MS).unref();
	(0, node_timers.setInterval)(() => recorder.flush(), settings.flushIntervalMs).unref();
	onExit(() => recorder.finish());
	if (node_worker_threads.isMainThread) onSignals(() => recorder.finish());
}
try {
	const settings = readSettings(process.env);
	if (settings && !isBystander(process.argv[1])) profileThisThread(settings);
} catch {}
