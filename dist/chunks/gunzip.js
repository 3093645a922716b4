import { n as FlamegateError } from "./errors.js";
import { t as giveBack } from "./give-back.js";
import { Readable, pipeline } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
// src/profiles/decode/gunzip.ts
const MAX_PROFILE_BYTES = 536870912;
const MAX_LAYERS = 2;
const BEST_RATIO = 1032;
const CHUNK = 262144;
function gunzipProfile(bytes, limit = MAX_PROFILE_BYTES) {
	let unpacked = bytes;
	for (let layer = 0; layer < MAX_LAYERS && isGzip(unpacked); layer++) unpacked = gunzipOnce(unpacked, limit);
	if (isGzip(unpacked)) throw tooManyLayers();
	if (unpacked.length > limit) throw tooBig(limit);
	return unpacked;
}
async function* gunzipStream(chunks, limit = MAX_PROFILE_BYTES) {
	let layer = await peek(limited(chunks, limit));
	let layers = 0;
	for (; layers < MAX_LAYERS && isGzip(layer.beginning); layers++) layer = await peek(limited(unpack(layer.chunks), limit));
	if (isGzip(layer.beginning)) throw tooManyLayers();
	for await (const chunk of layer.chunks) {
		yield chunk;
		if (layers > 0 && isWhole(chunk)) giveBack(chunk);
	}
}
async function* limited(chunks, limit) {
	let length = 0;
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > limit) throw tooBig(limit);
		yield chunk;
	}
}
async function* unpack(chunks) {
	const gunzip = createGunzip({ chunkSize: CHUNK });
	pipeline(Readable.from(chunks, { objectMode: false }), gunzip, () => {});
	try {
		yield* gunzip;
	} catch (error) {
		throw codeOf(error).startsWith("Z_") ? damaged(error) : error;
	}
}
function isWhole({ byteOffset, byteLength, buffer }) {
	return buffer.byteLength >= CHUNK && byteOffset + byteLength === buffer.byteLength;
}
async function peek(chunks) {
	const rest = chunks[Symbol.asyncIterator]();
	const first = [];
	let length = 0;
	while (length < 2) {
		const { done, value } = await rest.next();
		if (done) break;
		first.push(value);
		length += value.length;
	}
	return {
		beginning: Buffer.concat(first, Math.min(length, 2)),
		chunks: (async function* () {
			yield* first;
			yield* { [Symbol.asyncIterator]: () => rest };
		})()
	};
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
function gunzipOnce(bytes, limit) {
	try {
		return gunzipSync(bytes, {
			maxOutputLength: limit,
			chunkSize: expectedLength(bytes, limit)
		});
	} catch (cause) {
		throw codeOf(cause) === "ERR_BUFFER_TOO_LARGE" ? tooBig(limit) : damaged(cause);
	}
}
function expectedLength(bytes, limit) {
	const claimed = bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(-4)).readUInt32LE();
	return Math.max(64, Math.min(claimed, limit, bytes.length * BEST_RATIO) + 1);
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
function damaged(cause) {
	return new FlamegateError("measurement", "profile is damaged: its gzip stream does not unpack", {
		hint: "It was probably cut off while it was sent or saved; take the profile again.",
		cause
	});
}
function tooManyLayers() {
	return new FlamegateError("measurement", `profile is gzipped more than ${MAX_LAYERS} times`);
}
function tooBig(limit) {
	const mebibytes = Math.round(limit / 1024 / 1024);
	return new FlamegateError("measurement", `profile is larger than ${mebibytes} MiB unpacked`, { hint: "Take shorter profiles, or ask the server for a shorter time range." });
}
export { gunzipProfile as n, gunzipStream as r, MAX_PROFILE_BYTES as t };
