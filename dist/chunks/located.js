import { n as FlamegateError } from "./errors.js";
import { t as giveBack } from "./give-back.js";
import { n as gunzipProfile, r as gunzipStream, t as MAX_PROFILE_BYTES } from "./gunzip.js";
import { n as malformed, t as ProtoReader } from "./proto-reader.js";
import { a as Float64Column, o as Int32Column, t as stackTableFor } from "./stack-table.js";
// src/profiles/definition.ts
const NAMELESS = /(?:^|[:.])(?:\(anonymous\)|<lambda>)(?:$|:\d{1,9}$)/u;
function isNameless(name) {
	return (name.includes("(a") || name.includes("<l")) && NAMELESS.test(name);
}
// src/profiles/decode/id-column.ts
const TWO_32 = 2n ** 32n;
var IdColumn = class {
	#lows = new Int32Column();
	#highs;
	get length() {
		return this.#lows.length;
	}
	push(low, high) {
		if (high !== 0 && this.#highs === void 0) {
			this.#highs = new Int32Column();
			for (let row = 0; row < this.#lows.length; row++) this.#highs.push(0);
		}
		this.#lows.push(low);
		this.#highs?.push(high);
	}
	low(row) {
		return this.#lows.at(row);
	}
	high(row) {
		return this.#highs?.at(row) ?? 0;
	}
};
function idText(low, high) {
	return `${BigInt(high >>> 0) * TWO_32 + BigInt(low >>> 0)}`;
}
// src/profiles/decode/id-index.ts
const NOWHERE = new Int32Array(0);
var IdIndex = class {
	dense;
	#ids;
	#slots;
	constructor(what, ids) {
		this.#ids = ids;
		const highest = highestSmall(ids);
		const isDense = highest <= 4 * ids.length + 1024;
		this.dense = isDense ? new Int32Array(highest + 1) : NOWHERE;
		this.#slots = isDense ? NOWHERE : new Int32Array(slotsFor(ids.length));
		for (let row = 0; row < ids.length; row++) {
			const low = ids.low(row);
			const high = ids.high(row);
			if (low === 0 && high === 0) throw malformed("profile", `${what} ${row} has the id 0`);
			const rows = isDense ? this.dense : this.#slots;
			const at = isDense ? low : this.#slot(low, high);
			if (rows[at] !== 0) throw malformed("profile", `two ${what}s have the id ${idText(low, high)}`);
			rows[at] = row + 1;
		}
	}
	row(low, high) {
		if (this.#slots.length > 0) return (this.#slots[this.#slot(low, high)] ?? 0) - 1;
		return high === 0 && low >= 0 ? (this.dense[low] ?? 0) - 1 : -1;
	}
	#slot(low, high) {
		const mask = this.#slots.length - 1;
		let hash = low ^ Math.imul(high, 2654435761);
		hash = Math.imul(hash ^ hash >>> 16, 2246822507);
		hash = Math.imul(hash ^ hash >>> 13, 3266489909);
		hash ^= hash >>> 16;
		for (let slot = hash & mask;; slot = slot + 1 & mask) {
			const row = (this.#slots[slot] ?? 0) - 1;
			if (row < 0) return slot;
			if (this.#ids.low(row) === low && this.#ids.high(row) === high) return slot;
		}
	}
};
function highestSmall(ids) {
	let highest = 0;
	for (let row = 0; row < ids.length; row++) {
		if (ids.high(row) !== 0 || ids.low(row) < 0) return Number.POSITIVE_INFINITY;
		if (ids.low(row) > highest) highest = ids.low(row);
	}
	return highest;
}
function slotsFor(rows) {
	let slots = 16;
	while (slots < 2 * rows) slots *= 2;
	return slots;
}
// src/profiles/decode/check.ts
function checkPprof(raw) {
	const { strings, functions } = raw;
	if (raw.sampleTypes.length === 0) throw malformed("profile", "it has no sample type");
	if (strings.length === 0 || strings.at(0) !== "") throw malformed("profile", "its string table does not begin with the empty string");
	checkString("a comment", raw.otherStrings.lowest, strings);
	checkString("a comment", raw.otherStrings.highest, strings);
	return {
		strings,
		sampleTypes: raw.sampleTypes.map((valueType) => sampleType(valueType, strings)),
		samples: {
			count: raw.sampleCount,
			bytes: raw.sampleBytes,
			locations: new IdIndex("location", raw.locations.ids),
			types: raw.sampleTypes.length,
			strings: strings.length
		},
		locations: locationsOf(raw),
		functions: {
			count: functions.ids.length,
			names: stringIndices("function", functions.names, strings),
			systemNames: stringIndices("function", functions.systemNames, strings),
			files: stringIndices("function", functions.files, strings),
			startLines: linesOf(functions.startLines)
		},
		mappingFiles: stringIndices("mapping", raw.mappings.files, strings),
		mappingBuildIds: stringIndices("mapping", raw.mappings.buildIds, strings),
		timeNanos: positive(raw.timeNanos ?? 0),
		durationNanos: positive(raw.durationNanos),
		period: positive(raw.period),
		periodType: raw.periodType && sampleType(raw.periodType, strings)
	};
}
function locationsOf({ locations, functions, mappings }) {
	return {
		count: locations.ids.length,
		lineOffsets: offsetsOf(locations.lineEnds),
		lineFunctions: rowsOf(locations.lineFunctionIds, new IdIndex("function", functions.ids), (id) => `a line refers to function ${id}, which does not exist`),
		lineNumbers: linesOf(locations.lineNumbers),
		mappings: rowsOf(locations.mappingIds, new IdIndex("mapping", mappings.ids), (id) => id === "0" ? void 0 : `a location refers to mapping ${id}, which does not exist`)
	};
}
function rowsOf(ids, index, contradiction) {
	const rows = new Int32Array(ids.length);
	for (let i = 0; i < ids.length; i++) {
		const low = ids.low(i);
		const high = ids.high(i);
		const row = index.row(low, high);
		const fact = row < 0 ? contradiction(idText(low, high)) : void 0;
		if (fact !== void 0) throw malformed("profile", fact);
		rows[i] = row;
	}
	return rows;
}
function stringIndices(what, column, strings) {
	const found = column.finish();
	const indices = new Int32Array(found.length);
	for (let row = 0; row < found.length; row++) {
		const index = found[row] ?? 0;
		if (!(index >= 0 && index < strings.length)) checkString(`${what} ${row}`, index, strings);
		indices[row] = index;
	}
	return indices;
}
function sampleType(raw, strings) {
	return {
		type: strings.at(checkString("a value type", raw.type, strings)),
		unit: strings.at(checkString("a value type", raw.unit, strings))
	};
}
function checkString(what, index, strings) {
	if (index >= 0 && index < strings.length) return index;
	throw malformed("profile", `${what} refers to string ${index} of ${strings.length}`);
}
function offsetsOf(ends) {
	const offsets = new Int32Array(ends.length + 1);
	offsets.set(ends.finish(), 1);
	return offsets;
}
const MAX_LINE = 2147483647;
function linesOf(column) {
	return Int32Array.from(column.finish(), (line) => line > 0 && line <= MAX_LINE ? line : 0);
}
function positive(value) {
	return Math.max(value, 0);
}
// src/profiles/decode/field-splitter.ts
var FieldSplitter = class {
	#take;
	#reader = new ProtoReader();
	#position = 0;
	#pending = [];
	#pendingLength = 0;
	#needed = 0;
	constructor(take) {
		this.#take = take;
	}
	push(chunk) {
		let rest = chunk;
		while (this.#pendingLength > 0 && rest.length > 0) rest = this.#complete(rest);
		if (rest.length > 0) this.#postpone(rest.subarray(this.#handOn(rest)));
	}
	finish() {
		if (this.#pendingLength === 0) return;
		const bytes = Buffer.concat(this.#pending);
		this.#reader.open(bytes, 0, bytes.length, this.#position);
		this.#reader.skip(this.#reader.tag());
	}
	#complete(chunk) {
		const part = chunk.subarray(0, this.#needed - this.#pendingLength);
		this.#pending.push(Buffer.from(part));
		this.#pendingLength += part.length;
		if (this.#pendingLength === this.#needed) {
			const bytes = Buffer.concat(this.#pending);
			this.#pending = [];
			this.#pendingLength = 0;
			this.#postpone(bytes.subarray(this.#handOn(bytes)));
		}
		return chunk.subarray(part.length);
	}
	#postpone(bytes) {
		if (bytes.length > 0) this.#pending.push(Buffer.from(bytes));
		this.#pendingLength += bytes.length;
	}
	#handOn(bytes) {
		let start = 0;
		while (start < bytes.length) {
			this.#reader.open(bytes, start, bytes.length, this.#position);
			const length = this.#reader.fieldLength();
			if (length > bytes.length - start) {
				this.#needed = length;
				break;
			}
			this.#take(bytes, start, start + length, this.#position);
			start += length;
		}
		this.#position += start;
		return start;
	}
};
// src/profiles/decode/string-table.ts
var StringTable = class {
	#bytes = Buffer.alloc(1024);
	#ends = new Int32Column();
	#decoded = [];
	get length() {
		return this.#ends.length;
	}
	push(text) {
		const start = this.#startOf(this.length);
		const end = start + text.length;
		if (end > this.#bytes.length) this.#grow(end);
		this.#bytes.set(text, start);
		this.#ends.push(end);
	}
	startsWith(index, ascii) {
		const start = this.#startOf(index);
		if (this.#ends.at(index) - start < ascii.length) return false;
		for (let i = 0; i < ascii.length; i++) if (this.#bytes[start + i] !== ascii.charCodeAt(i)) return false;
		return true;
	}
	at(index) {
		const known = this.#decoded[index];
		if (known !== void 0) return known;
		const text = this.#bytes.toString("utf8", this.#startOf(index), this.#ends.at(index));
		this.#decoded[index] = text;
		return text;
	}
	#startOf(index) {
		return index === 0 ? 0 : this.#ends.at(index - 1);
	}
	#grow(length) {
		const grown = Buffer.alloc(2 * length);
		grown.set(this.#bytes);
		giveBack(this.#bytes);
		this.#bytes = grown;
	}
};
// src/profiles/decode/raw-pprof.ts
function emptyRawPprof() {
	return {
		strings: new StringTable(),
		sampleTypes: [],
		sampleCount: 0,
		sampleBytes: 0,
		locations: {
			ids: new IdColumn(),
			mappingIds: new IdColumn(),
			lineFunctionIds: new IdColumn(),
			lineNumbers: new Float64Column(),
			lineEnds: new Int32Column()
		},
		functions: {
			ids: new IdColumn(),
			names: new Float64Column(),
			systemNames: new Float64Column(),
			files: new Float64Column(),
			startLines: new Float64Column()
		},
		mappings: {
			ids: new IdColumn(),
			files: new Float64Column(),
			buildIds: new Float64Column()
		},
		otherStrings: {
			lowest: 0,
			highest: 0
		},
		timeNanos: void 0,
		durationNanos: 0,
		period: 0,
		periodType: void 0
	};
}
function noteString(index, { otherStrings }) {
	if (index > otherStrings.highest) otherStrings.highest = index;
	if (index < otherStrings.lowest) otherStrings.lowest = index;
}
// src/profiles/decode/read-tables.ts
function readMapping(reader, messageTag, mappings) {
	let idLow = 0;
	let idHigh = 0;
	let file = 0;
	let buildId = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		switch (tag >>> 3) {
			case 1:
				idLow = reader.id(tag);
				idHigh = reader.high;
				break;
			case 5:
				file = reader.int64(tag);
				break;
			case 6:
				buildId = reader.int64(tag);
				break;
			case 2:
			case 3:
			case 4:
			case 7:
			case 8:
			case 9:
			case 10:
				reader.skipInt64(tag);
				break;
			default: reader.skip(tag);
		}
	}
	reader.leave(outer);
	mappings.ids.push(idLow, idHigh);
	mappings.files.push(file);
	mappings.buildIds.push(buildId);
}
function readLocation(reader, messageTag, locations) {
	let idLow = 0;
	let idHigh = 0;
	let mappingLow = 0;
	let mappingHigh = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		switch (tag >>> 3) {
			case 1:
				idLow = reader.id(tag);
				idHigh = reader.high;
				break;
			case 2:
				mappingLow = reader.id(tag);
				mappingHigh = reader.high;
				break;
			case 4:
				readLine(reader, tag, locations);
				break;
			case 3:
			case 5:
				reader.skipInt64(tag);
				break;
			default: reader.skip(tag);
		}
	}
	reader.leave(outer);
	locations.ids.push(idLow, idHigh);
	locations.mappingIds.push(mappingLow, mappingHigh);
	locations.lineEnds.push(locations.lineFunctionIds.length);
}
function readLine(reader, messageTag, locations) {
	let functionLow = 0;
	let functionHigh = 0;
	let line = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) {
			functionLow = reader.id(tag);
			functionHigh = reader.high;
		} else if (tag >>> 3 === 2) line = reader.int64(tag);
		else if (tag >>> 3 === 3) reader.skipInt64(tag);
		else reader.skip(tag);
	}
	reader.leave(outer);
	locations.lineFunctionIds.push(functionLow, functionHigh);
	locations.lineNumbers.push(line);
}
function readFunction(reader, messageTag, functions) {
	let idLow = 0;
	let idHigh = 0;
	let name = 0;
	let systemName = 0;
	let file = 0;
	let startLine = 0;
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		switch (tag >>> 3) {
			case 1:
				idLow = reader.id(tag);
				idHigh = reader.high;
				break;
			case 2:
				name = reader.int64(tag);
				break;
			case 3:
				systemName = reader.int64(tag);
				break;
			case 4:
				file = reader.int64(tag);
				break;
			case 5:
				startLine = reader.int64(tag);
				break;
			default: reader.skip(tag);
		}
	}
	reader.leave(outer);
	functions.ids.push(idLow, idHigh);
	functions.names.push(name);
	functions.systemNames.push(systemName);
	functions.files.push(file);
	functions.startLines.push(startLine);
}
// src/profiles/decode/read-pprof.ts
function readField(reader, raw) {
	const start = reader.position();
	const tag = reader.tag();
	switch (tag >>> 3) {
		case 1:
			raw.sampleTypes.push(readValueType(reader, tag));
			return;
		case 2:
			reader.leave(reader.enter(tag));
			raw.sampleCount += 1;
			raw.sampleBytes += reader.position() - start;
			return;
		case 3:
			readMapping(reader, tag, raw.mappings);
			return;
		case 4:
			readLocation(reader, tag, raw.locations);
			return;
		case 5:
			readFunction(reader, tag, raw.functions);
			return;
		case 6:
			raw.strings.push(reader.bytes(tag));
			return;
		case 7:
		case 8:
		case 14:
		case 15:
			noteString(reader.int64(tag), raw);
			return;
		case 13:
			readComments(reader, tag, raw);
			return;
		case 9:
			if (raw.timeNanos !== void 0) throw malformed("profile", "it is several, one after another");
			raw.timeNanos = reader.nearestInt64(tag);
			return;
		case 10:
			raw.durationNanos = reader.nearestInt64(tag);
			return;
		case 11:
			raw.periodType = readValueType(reader, tag);
			return;
		case 12:
			raw.period = reader.nearestInt64(tag);
			return;
		default: reader.skip(tag);
	}
}
function readValueType(reader, messageTag) {
	const valueType = {
		type: 0,
		unit: 0
	};
	const outer = reader.enter(messageTag);
	while (reader.more()) {
		const tag = reader.tag();
		if (tag >>> 3 === 1) valueType.type = reader.int64(tag);
		else if (tag >>> 3 === 2) valueType.unit = reader.int64(tag);
		else reader.skip(tag);
	}
	reader.leave(outer);
	return valueType;
}
function readComments(reader, tag, raw) {
	if ((tag & 7) === 0) {
		noteString(reader.int64(tag), raw);
		return;
	}
	const outer = reader.enter(tag);
	while (reader.more()) noteString(reader.int64(0), raw);
	reader.leave(outer);
}
// src/profiles/decode/recognise.ts
const MAGICS = [
	["464c5200", "a Java Flight Recorder file (JFR)"],
	["50455246494c4532", "a perf.data file of Linux's perf"],
	["504b0304", "a zip archive"],
	["28b52ffd", "zstd-compressed data"],
	["000000000000000003000000000000000000000000000000", "gperftools' legacy CPU profile"],
	["000000000300000000000000", "gperftools' legacy CPU profile"]
];
const TEXTS = [
	[/^\s*<(?:svg|\?xml)/i, "XML or SVG"],
	[/^\s*</, "HTML, such as the error page of a proxy"],
	[/^\s*[{[]/, "JSON"],
	[/^(?:heap|goroutine|threadcreate) profile:|^--- ?\w/, "pprof's legacy text format"],
	[/^[^\n]*;[^\n]* \d+\r?\n/, "folded stacks as text"],
	[/^[\t\n\r\x20-\x7e]{16}/, "text"]
];
function recognise(bytes) {
	if (bytes.length === 0) return "an empty file";
	const start = Buffer.from(bytes.subarray(0, 512));
	const hex = start.toString("hex");
	const text = start.toString("latin1");
	return (MAGICS.find(([magic]) => hex.startsWith(magic)) ?? TEXTS.find(([pattern]) => pattern.test(text)))?.[1];
}
const PACKED = 0;
var SampleReader = class {
	frames = new Int32Array(256);
	depth = 0;
	values;
	#context;
	#reader = new ProtoReader();
	#count = 0;
	constructor(context) {
		this.#context = context;
		this.values = new Float64Array(context.types);
	}
	get count() {
		return this.#count;
	}
	read(bytes, start, end, base) {
		const reader = this.#reader;
		reader.open(bytes, start, end, base);
		const tag = reader.tag();
		if (tag !== 18) return false;
		const outer = reader.enter(tag);
		let found = 0;
		this.depth = 0;
		while (reader.more()) {
			const field = reader.tag();
			if (field >>> 3 === 1) this.#readFrames(field, bytes, base);
			else if (field >>> 3 === 2) found = this.#readValues(field, found);
			else if (field >>> 3 === 3) this.#readLabel(field);
			else reader.skip(field);
		}
		reader.leave(outer);
		if (found !== this.#context.types) {
			const fact = `sample ${this.#count} has ${found} values for ${this.#context.types} sample types`;
			throw malformed("profile", fact);
		}
		this.#count += 1;
		return true;
	}
	#readFrames(tag, bytes, base) {
		const reader = this.#reader;
		if ((tag & 7) === 0) {
			this.#reserve(1);
			this.#readFrame(tag);
			return;
		}
		const outer = reader.enter(tag);
		const start = reader.position() - base;
		const length = reader.left();
		this.#reserve(length);
		if (!this.#readShortIds(bytes, start, start + length)) while (reader.more()) this.#readFrame(PACKED);
		reader.leave(outer);
	}
	#readShortIds(bytes, start, end) {
		const { frames } = this;
		const { dense } = this.#context.locations;
		let { depth } = this;
		let position = start;
		while (position < end) {
			let id = bytes[position++] ?? 0;
			if (id >= 128) {
				const second = bytes[position++] ?? 0;
				id = id & 127 | (second & 127) << 7;
				if (second >= 128) {
					const third = bytes[position++] ?? 0;
					if (third >= 128) return false;
					id |= third << 14;
				}
			}
			const row = id < dense.length ? dense[id] ?? 0 : 0;
			if (row === 0) return false;
			frames[depth++] = row - 1;
		}
		if (position !== end) return false;
		this.depth = depth;
		return true;
	}
	#readFrame(tag) {
		const low = this.#reader.id(tag);
		const { high } = this.#reader;
		const row = this.#context.locations.row(low, high);
		if (row < 0) {
			const fact = `a sample refers to location ${idText(low, high)}, which does not exist`;
			throw malformed("profile", fact);
		}
		this.frames[this.depth++] = row;
	}
	#readValues(tag, before) {
		const reader = this.#reader;
		if ((tag & 7) === 0) {
			this.values[before] = reader.int64(tag);
			return before + 1;
		}
		const outer = reader.enter(tag);
		let found = before;
		while (reader.more()) this.values[found++] = reader.int64(PACKED);
		reader.leave(outer);
		return found;
	}
	#readLabel(messageTag) {
		const reader = this.#reader;
		const outer = reader.enter(messageTag);
		while (reader.more()) {
			const tag = reader.tag();
			const field = tag >>> 3;
			if (field !== 1 && field !== 2 && field !== 4) {
				if (field === 3) reader.skipInt64(tag);
				else reader.skip(tag);
				continue;
			}
			const index = reader.int64(tag);
			if (index >= 0 && index < this.#context.strings) continue;
			throw malformed("profile", `a label refers to string ${index} of ${this.#context.strings}`);
		}
		reader.leave(outer);
	}
	#reserve(more) {
		const depth = this.depth + more;
		if (depth <= this.frames.length) return;
		const grown = new Int32Array(depth * 2);
		grown.set(this.frames);
		this.frames = grown;
	}
};
// src/profiles/decode/pprof.ts
function decodePprof(bytes, limit = MAX_PROFILE_BYTES) {
	const unpacked = gunzipProfile(bytes, limit);
	const split = (take) => {
		const splitter = new FieldSplitter(take);
		splitter.push(unpacked);
		splitter.finish();
	};
	const tables = explained(unpacked, () => {
		const raw = emptyRawPprof();
		split(intoTables(raw));
		return checkPprof(raw);
	});
	return {
		...tables,
		eachSample: (visit) => {
			const samples = new SampleReader(tables.samples);
			split(intoSamples(samples, () => visit(samples)));
		}
	};
}
async function decodePprofStream(open, limit = MAX_PROFILE_BYTES) {
	const tables = await readTables(open(), limit);
	return {
		...tables,
		eachSample: async (visit) => {
			const samples = new SampleReader(tables.samples);
			const splitter = new FieldSplitter(intoSamples(samples, () => visit(samples)));
			for await (const chunk of gunzipStream(open(), limit)) splitter.push(chunk);
			splitter.finish();
			if (samples.count === tables.samples.count) return;
			throw malformed("profile", "it changed while it was read");
		}
	};
}
async function readTables(chunks, limit) {
	const raw = emptyRawPprof();
	const splitter = new FieldSplitter(intoTables(raw));
	let beginning = Buffer.alloc(0);
	let failure;
	for await (const chunk of gunzipStream(chunks, limit)) {
		if (beginning.length < 512) beginning = Buffer.concat([beginning, chunk]);
		try {
			if (failure === void 0) splitter.push(chunk);
		} catch (error) {
			failure = error;
		}
	}
	return explained(beginning, () => {
		if (failure !== void 0) throw failure;
		splitter.finish();
		return checkPprof(raw);
	});
}
function intoTables(raw) {
	const reader = new ProtoReader();
	return (bytes, start, end, base) => {
		reader.open(bytes, start, end, base);
		readField(reader, raw);
	};
}
function intoSamples(samples, visit) {
	return (bytes, start, end, base) => {
		if (samples.read(bytes, start, end, base)) visit();
	};
}
function explained(beginning, step) {
	try {
		return step();
	} catch (error) {
		if (error instanceof RangeError) throw new FlamegateError("measurement", "profile needs more memory than there is", {
			hint: "Take shorter profiles, or ask the server for a shorter time range.",
			cause: error
		});
		const looksLike = error instanceof FlamegateError ? recognise(beginning) : void 0;
		if (looksLike === void 0) throw error;
		throw new FlamegateError("measurement", `not a pprof profile: it looks like ${looksLike}`, {
			hint: "Flamegate reads pprof in its protobuf form, gzipped or not.",
			cause: error
		});
	}
}
// src/profiles/binary-account.ts
const UNKNOWN = "[unknown]";
function binaryAccount(file) {
	const name = file.replace(/ \(deleted\)$/u, "").split(/[\\/]/u).at(-1)?.replace(/^perf-\d+\.map$/u, "perf.map");
	if (!name) return UNKNOWN;
	const kernel = /^\[[^\]]+\]/u.exec(name);
	return kernel === null ? `[${name}]` : kernel[0];
}
// src/profiles/function-table.ts
var FunctionTable = class {
	#functions = [];
	#byName = new Map();
	#byKey = new Map();
	intern(info) {
		const first = this.#byName.get(info.name);
		if (first === void 0) return this.#add(this.#byName, info.name, info);
		const namesake = this.#functions[first];
		const line = info.defined || isNameless(info.name) ? info.line : void 0;
		if (namesake?.systemName === info.systemName && namesake.file === info.file && (line === void 0 || line === namesake.line)) return this.#keepLowestLine(first, info);
		const key = `${info.name}\0${info.systemName}\0${info.file}\0${line ?? ""}`;
		const other = this.#byKey.get(key);
		return other === void 0 ? this.#add(this.#byKey, key, info) : this.#keepLowestLine(other, info);
	}
	list() {
		return this.#functions;
	}
	isLower(index, line) {
		const known = this.#functions[index]?.line ?? 0;
		return line > 0 && (known === 0 || line < known);
	}
	#add(map, key, info) {
		const index = this.#functions.push(info) - 1;
		map.set(key, index);
		return index;
	}
	#keepLowestLine(index, info) {
		if (this.isLower(index, info.line)) this.#functions[index] = info;
		return index;
	}
};
// src/profiles/frame-expander.ts
var FrameExpander = class {
	#columns;
	#functions = new FunctionTable();
	#reached;
	#known;
	#inlined = [];
	#linesAreDefinitions;
	constructor(columns) {
		this.#columns = columns;
		this.#linesAreDefinitions = isFromV8(columns);
		this.#reached = new Int32Array(columns.locations.count);
		this.#known = new Int32Array(columns.functions.count);
	}
	functions() {
		return this.#functions.list();
	}
	mostFunctions() {
		const { functions, locations, mappingFiles } = this.#columns;
		let most = functions.count + mappingFiles.length + 1;
		for (const row of locations.lineFunctions) if (functions.startLines[row] === 0) most++;
		return most;
	}
	expand({ frames, depth }, stacks) {
		if (depth === 0) stacks.frame(this.#account(UNKNOWN));
		for (let i = 0; i < depth; i++) {
			const location = frames[i] ?? 0;
			const reached = this.#reached[location] || this.#reach(location);
			if (reached > 0) stacks.frame(reached - 1);
			else for (const frame of this.#inlined[~reached] ?? []) stacks.frame(frame);
		}
	}
	#reach(location) {
		const { lineOffsets } = this.#columns.locations;
		const start = lineOffsets[location] ?? 0;
		const lines = (lineOffsets[location + 1] ?? 0) - start;
		let reached;
		if (lines === 0) reached = this.#binary(location) + 1;
		else if (lines === 1) reached = this.#line(start) + 1;
		else {
			const frames = Array.from({ length: lines }, (_, line) => this.#line(start + line));
			reached = ~(this.#inlined.push(frames) - 1);
		}
		this.#reached[location] = reached;
		return reached;
	}
	#line(line) {
		const { lineFunctions, lineNumbers } = this.#columns.locations;
		return this.#named(lineFunctions[line] ?? 0, lineNumbers[line] ?? 0);
	}
	#named(row, sampledLine) {
		const startLine = this.#columns.functions.startLines[row] ?? 0;
		const line = startLine || sampledLine;
		const known = (this.#known[row] ?? 0) - 1;
		if (known >= 0 && !this.#functions.isLower(known, line)) return known;
		const defined = line > 0 && (startLine > 0 || this.#linesAreDefinitions);
		const info = this.#info(row, line, defined);
		const frame = this.#functions.intern(info);
		if (startLine > 0 || !(defined || isNameless(info.name))) this.#known[row] = frame + 1;
		return frame;
	}
	#info(row, line, defined) {
		const { functions, strings } = this.#columns;
		const runtimeName = strings.at(functions.systemNames[row] ?? 0);
		const name = strings.at(functions.names[row] ?? 0) || runtimeName || "[unknown]";
		const systemName = runtimeName === name ? "" : runtimeName;
		const file = strings.at(functions.files[row] ?? 0);
		return defined ? {
			name,
			systemName,
			file,
			line,
			defined
		} : {
			name,
			systemName,
			file,
			line
		};
	}
	#binary(location) {
		const { locations, mappingFiles, strings } = this.#columns;
		const mapping = mappingFiles[locations.mappings[location] ?? -1];
		return this.#account(binaryAccount(mapping === void 0 ? "" : strings.at(mapping)));
	}
	#account(name) {
		return this.#functions.intern({
			name,
			systemName: "",
			file: "",
			line: 0
		});
	}
};
function isFromV8({ functions, strings }) {
	return functions.systemNames.some((name) => strings.startsWith(name, "(anonymous:L#"));
}
// src/profiles/missing-sample-type.ts
function missingSampleType(holder, there, wanted) {
	const list = new Set(there.map(({ type, unit }) => `${type} (${unit})`));
	const nodeWithoutCpu = wanted === "cpu" && there.some(({ type }) => type === "wall");
	return new FlamegateError("measurement", `${holder} has no sample type ${JSON.stringify(wanted)}; there is: ${[...list].join(", ")}`, { hint: nodeWithoutCpu ? "The Node SDK records CPU time only with PYROSCOPE_WALL_COLLECT_CPU_TIME=true or wall.collectCpuTime." : "Choose one of these as the profile type, or turn that kind of profiling on." });
}
// src/profiles/units.ts
const UNITS = new Map([
	[
		"nanoseconds",
		1,
		[
			"ns",
			"nanosecond",
			"nanoseconds"
		]
	],
	[
		"nanoseconds",
		1e3,
		[
			"us",
			"µs",
			"μs",
			"microsecond",
			"microseconds"
		]
	],
	[
		"nanoseconds",
		1e6,
		[
			"ms",
			"millisecond",
			"milliseconds"
		]
	],
	[
		"nanoseconds",
		1e9,
		[
			"s",
			"sec",
			"second",
			"seconds"
		]
	],
	[
		"nanoseconds",
		6e10,
		["minute", "minutes"]
	],
	[
		"nanoseconds",
		36e11,
		["hour", "hours"]
	],
	[
		"bytes",
		1,
		[
			"b",
			"byte",
			"bytes"
		]
	],
	[
		"bytes",
		1024,
		[
			"kb",
			"kib",
			"kilobyte",
			"kilobytes",
			"kibibytes"
		]
	],
	[
		"bytes",
		2 ** 20,
		[
			"mb",
			"mib",
			"megabyte",
			"megabytes",
			"mebibytes"
		]
	],
	[
		"bytes",
		2 ** 30,
		[
			"gb",
			"gib",
			"gigabyte",
			"gigabytes",
			"gibibytes"
		]
	],
	[
		"count",
		1,
		[
			"count",
			"counts",
			"samples",
			"objects"
		]
	]
].flatMap(([unit, factor, names]) => names.map((name) => [name, {
	unit,
	factor
}])));
function canonicalUnit(unit) {
	return UNITS.get(unit.toLowerCase()) ?? {
		unit,
		factor: 1
	};
}
// src/profiles/ticks.ts
function tickCounter(columns, wanted) {
	const { sampleTypes, period, periodType } = columns;
	const type = sampleTypes[wanted];
	if (type === void 0) return void 0;
	const counts = sampleTypes.findIndex((other) => isTickCount(other.type) || other.type === `${type.type}_samples`);
	if (counts >= 0) return (values) => values[counts] ?? 0;
	if (periodType === void 0 || period === 0) return void 0;
	const periodUnit = canonicalUnit(periodType.unit);
	const valueUnit = canonicalUnit(type.unit);
	if (periodUnit.unit !== valueUnit.unit) return void 0;
	const ticksPerUnit = valueUnit.factor / (period * periodUnit.factor);
	return (_values, value) => value * ticksPerUnit;
}
function isTickCount(type) {
	return type === "samples" || type === "sample";
}
// src/profiles/fold.ts
function foldProfile(profile, sampleType) {
	const fold = new Fold(profile, sampleType);
	profile.eachSample((sample) => fold.add(sample));
	return fold.finish();
}
async function foldStreamed(profile, sampleType) {
	const fold = new Fold(profile, sampleType);
	await profile.eachSample((sample) => fold.add(sample));
	return fold.finish();
}
var Fold = class {
	#wanted;
	#found;
	#ticksOf;
	#expander;
	#stacks;
	#unit;
	#factor;
	#ticks = 0;
	constructor(tables, sampleType) {
		this.#wanted = tables.sampleTypes.findIndex(({ type }) => type === sampleType);
		const found = tables.sampleTypes[this.#wanted];
		if (found === void 0) throw missingSampleType("the profile", tables.sampleTypes, sampleType);
		this.#found = found;
		const { unit, factor } = canonicalUnit(found.unit);
		this.#unit = unit;
		this.#factor = factor;
		this.#ticksOf = tickCounter(tables, this.#wanted);
		this.#expander = new FrameExpander(tables);
		const { bytes: frames, count: stacks } = tables.samples;
		this.#stacks = stackTableFor(this.#expander.mostFunctions(), {
			frames,
			stacks
		});
	}
	add(sample) {
		const value = sample.values[this.#wanted] ?? 0;
		if (value === 0) return;
		if (value < 0) throw negative(`a value of ${value} ${this.#found.unit}`);
		this.#expander.expand(sample, this.#stacks);
		this.#stacks.close(value * this.#factor);
		const counted = this.#ticksOf === void 0 ? 0 : this.#ticksOf(sample.values, value);
		if (counted < 0) throw negative(`${counted} ticks`);
		this.#ticks += counted;
	}
	finish() {
		return {
			sampleType: {
				type: this.#found.type,
				unit: this.#unit
			},
			functions: this.#expander.functions(),
			...this.#stacks.columns(),
			ticks: Math.round(this.#ticks)
		};
	}
};
function negative(what) {
	return new FlamegateError("measurement", `malformed profile: a sample has ${what}`, { hint: "The difference of two profiles is not a measurement; take a profile of each side." });
}
// src/profiles/located.ts
function located(place, action) {
	try {
		return action();
	} catch (error) {
		throw withPlace(place, error);
	}
}
async function locatedLater(place, action) {
	try {
		return await action();
	} catch (error) {
		throw withPlace(place, error);
	}
}
function withPlace(place, error) {
	if (!(error instanceof FlamegateError)) return error;
	const { kind, message, hint, output, exitCode } = error;
	return new FlamegateError(kind, `${place}: ${message}`, {
		...hint === void 0 ? {} : { hint },
		output,
		exitCode,
		cause: error
	});
}
export { isTickCount as a, FunctionTable as c, isNameless as d, foldStreamed as i, decodePprof as l, locatedLater as n, canonicalUnit as o, foldProfile as r, missingSampleType as s, located as t, decodePprofStream as u };
