import { n as FlamegateError } from "./errors.js";
import { t as axios } from "./axios.js";
import { r as asJsonObject } from "./json-fields.js";
import { n as methodUrl, r as secretsOf, t as accessHeaders } from "./connection.js";
import { r as gunzipStream } from "./gunzip.js";
import { join } from "node:path";
import { open, unlink } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { gzipSync } from "node:zlib";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { setTimeout } from "node:timers/promises";
// src/profiles/pyroscope/kept-body.ts
const MOST_IN_MEMORY = 1048576;
const CHUNK = 65536;
async function keepBody(chunks, folder) {
	const unwritten = [];
	let length = 0;
	let file;
	try {
		for await (const chunk of chunks) {
			length += chunk.length;
			unwritten.push(chunk);
			if (folder === void 0 || length <= MOST_IN_MEMORY) continue;
			file ??= await inFolder(folder, namelessFile(folder));
			for (const part of unwritten.splice(0)) await inFolder(folder, file.writeFile(part));
		}
	} catch (error) {
		await file?.close();
		throw error;
	}
	return file === void 0 ? inMemory(unwritten) : onDisk(file, length);
}
function inMemory(chunks) {
	async function* read() {
		yield* chunks;
	}
	return {
		read,
		discard: async () => {}
	};
}
function onDisk(file, length) {
	async function* read() {
		for (let position = 0; position < length;) {
			const chunk = Buffer.allocUnsafeSlow(Math.min(CHUNK, length - position));
			const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
			if (bytesRead === 0) throw new Error("the end of a kept answer is missing");
			position += bytesRead;
			yield chunk.subarray(0, bytesRead);
		}
	}
	return {
		read,
		discard: () => file.close()
	};
}
async function namelessFile(folder) {
	const path = join(folder, `flamegate-${randomUUID()}`);
	const { O_RDWR, O_CREAT, O_EXCL } = constants;
	const file = await open(path, O_RDWR | O_CREAT | O_EXCL, 384);
	await unlink(path);
	return file;
}
async function inFolder(folder, step) {
	try {
		return await step;
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
		throw new FlamegateError("measurement", `a profile can't be kept in ${folder}: ${code}`, {
			hint: "Make room there, or let TMPDIR name a folder that has some.",
			cause
		});
	}
}
// src/profiles/pyroscope/retry.ts
function pauseBeforeRetry(plan, { attempts, elapsedMs, retryAfterMs }) {
	if (attempts >= plan.attempts) return void 0;
	const pause = retryAfterMs ?? plan.firstPauseMs * 2 ** (attempts - 1);
	return elapsedMs + pause <= plan.deadlineMs ? pause : void 0;
}
function parseRetryAfter(header, nowMs) {
	const text = header?.trim() ?? "";
	if (/^\d+$/u.test(text)) return Number(text) * 1e3;
	const date = /^[A-Z][a-z]{2}, /u.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? void 0 : Math.max(0, date - nowMs);
}
// src/profiles/pyroscope/server-errors.ts
const MAX_MESSAGE = 300;
const HINTS = {
	400: "See that the selector is a PromQL label selector such as {service_name=\"shop\"} and the time range is within the limits of the server.",
	401: "Give the tenant, the user and password, or the token that the server asks for.",
	403: "The token needs permission to read profiles.",
	404: "See that the URL is the root of Pyroscope, or of a Grafana data source proxy.",
	413: "Ask for more and so shorter slices.",
	429: "The server limits queries or the size of answers: ask for more and so shorter slices, or try later."
};
const USAGE = new Set([
	400,
	401,
	402,
	403,
	404,
	405,
	406,
	407,
	415,
	501
]);
const TOO_MUCH_CODES = new Set(["resource_exhausted", "deadline_exceeded"]);
const TOO_MUCH_TEXT = /query time range exceeds the limit|message larger than max/u;
const USAGE_TEXT = /rpc error: code = InvalidArgument/u;
function refusalOf(place, answer) {
	const { status, retryAfterMs } = answer;
	if (status < 400) return {
		kind: "final",
		error: noAnswer(place, answer),
		status,
		retryAfterMs
	};
	const said = connectError(answer.body);
	const tooMuch = isTooMuch(status, said);
	const isUsage = !tooMuch && (USAGE.has(status) || USAGE_TEXT.test(said?.message ?? ""));
	const hint = HINTS[isUsage && status === 500 ? 400 : status];
	const error = new FlamegateError(isUsage ? "usage" : "measurement", `${place} answered ${status}${said === void 0 ? ", without an error of Pyroscope" : messageOf(said)}`, hint === void 0 ? {} : { hint });
	return {
		kind: status === 502 || status === 503 || status === 429 && retryAfterMs !== void 0 ? "busy" : tooMuch ? "too much" : "final",
		error,
		status,
		retryAfterMs
	};
}
function isTooMuch(status, said) {
	if (status === 413 || status === 504) return true;
	if (said === void 0) return false;
	return TOO_MUCH_CODES.has(said.code) || TOO_MUCH_TEXT.test(said.message);
}
function noAnswer(place, { status, location }) {
	if (status < 300) return new FlamegateError("usage", `${place} answered ${status}, not 200`);
	return new FlamegateError("usage", `${place} redirects${redirectTarget(location)}`, { hint: "Give the URL that it leads to. A redirect to a login page means that access is missing." });
}
function messageOf({ code, message }) {
	const text = [code, message].filter((part) => part !== "").join(": ");
	if (text === "") return "";
	return `: ${text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text}`;
}
function connectError(body) {
	const outer = errorIn(Buffer.from(body).toString("utf8"));
	return outer && (errorIn(outer.message) ?? outer);
}
function errorIn(json) {
	const error = parseObject(json);
	if (error === void 0) return void 0;
	const text = (value) => typeof value === "string" ? value : "";
	return {
		code: text(error.code),
		message: text(error.message)
	};
}
function parseObject(json) {
	try {
		return asJsonObject(JSON.parse(json));
	} catch {
		return;
	}
}
function redirectTarget(location) {
	if (location === void 0 || !URL.canParse(location)) return "";
	const { origin, pathname } = new URL(location);
	return ` to ${origin}${pathname}`;
}
// src/profiles/pyroscope/request.ts
const MAX_ERROR_BYTES = 65536;
var OverLimit = class extends Error {};
async function ask(request, read) {
	const { url, maxBytes, signal } = request;
	const place = `Pyroscope at ${url.href}`;
	try {
		const came = await fetchPacked(request, place);
		return "packed" in came ? { answer: await readOnce(came.packed, request, read) } : came;
	} catch (error) {
		signal.throwIfAborted();
		if (!(error instanceof OverLimit)) throw error;
		return refused("too much", unanswered(place, `the answer is larger than ${`${Math.round(maxBytes / 1024 / 1024)} MiB`}`));
	}
}
async function readOnce(packed, request, read) {
	try {
		return await read(() => limited(gunzipStream(packed.read(), Number.POSITIVE_INFINITY), request));
	} finally {
		await packed.discard();
	}
}
async function fetchPacked(request, place) {
	const { signal, timeoutMs } = request;
	const timeout = AbortSignal.timeout(timeoutMs);
	const ended = AbortSignal.any([signal, timeout]);
	let body;
	try {
		const response = await post(request, ended);
		body = addAbortSignal(ended, response.data);
		if (response.status !== 200) return refusalOf(place, await errorOf(response, body));
		const type = textOf(response.headers["content-type"]);
		if (!type.startsWith("application/proto")) return refused("final", notPyroscope(place, type));
		return { packed: await keepBody(limited(body, request), request.tempDirectory) };
	} catch (error) {
		signal.throwIfAborted();
		if (timeout.aborted) return refused("too much", unanswered(place, `no whole answer within ${timeoutMs / 1e3} s`));
		const code = networkCode(error);
		if (code === void 0) throw error;
		return refused("busy", unanswered(place, code));
	} finally {
		body?.destroy();
	}
}
function refused(kind, error) {
	return {
		kind,
		error,
		status: void 0,
		retryAfterMs: void 0
	};
}
function post({ url, headers, message }, signal) {
	return axios.post(url.href, gzipSync(message), {
		headers: {
			"Content-Type": "application/proto",
			"Content-Encoding": "gzip",
			"Accept-Encoding": "gzip",
			"Connect-Protocol-Version": "1",
			...headers
		},
		responseType: "stream",
		decompress: false,
		maxRedirects: 0,
		proxy: false,
		validateStatus: () => true,
		signal
	});
}
async function errorOf({ status, headers }, body) {
	return {
		status,
		location: typeof headers.location === "string" ? headers.location : void 0,
		retryAfterMs: parseRetryAfter(textOf(headers["retry-after"]), Date.now()),
		body: await beginningOf(body)
	};
}
async function beginningOf(body) {
	const chunks = [];
	let length = 0;
	try {
		for await (const chunk of gunzipStream(body, Number.POSITIVE_INFINITY)) {
			chunks.push(Buffer.from(chunk));
			length += chunk.length;
			if (length > MAX_ERROR_BYTES) break;
		}
	} catch {
		return Buffer.alloc(0);
	}
	return Buffer.concat(chunks);
}
async function* limited(chunks, { maxBytes, signal }) {
	let length = 0;
	for await (const chunk of chunks) {
		signal.throwIfAborted();
		length += chunk.length;
		if (length > maxBytes) throw new OverLimit();
		yield chunk;
	}
}
function textOf(header) {
	return typeof header === "string" ? header : "";
}
function notPyroscope(place, type) {
	return new FlamegateError("usage", `${place} answered with ${type || "no type"}, not protobuf`, { hint: "See that the URL is the root of Pyroscope, or of a Grafana data source proxy." });
}
function unanswered(place, reason) {
	return new FlamegateError("measurement", `${place} can't be asked: ${reason}`, { hint: "See that the server runs and can be reached from here; if answers are too large or slow, ask for more slices." });
}
function networkCode(error) {
	if (error instanceof FlamegateError || !(error instanceof Error)) return void 0;
	if (axios.isAxiosError(error)) return error.code ?? "the request failed";
	return "code" in error && typeof error.code === "string" ? error.code : void 0;
}
// src/profiles/pyroscope/ask-again.ts
async function askAgain(request, read, { retries, mayPass, clock }) {
	const start = performance.now();
	for (let attempts = 1;; attempts++) {
		const came = await ask(request, read);
		if ("answer" in came || !mayPass(came)) return came;
		const { retryAfterMs } = came;
		const elapsedMs = performance.now() - start;
		const pause = pauseBeforeRetry(retries, {
			attempts,
			elapsedMs,
			retryAfterMs
		});
		if (pause === void 0) return came;
		await clock.pause(pause);
	}
}
// src/profiles/pyroscope/clock.ts
function realClock(signal) {
	return {
		now: Date.now,
		async pause(milliseconds) {
			try {
				await setTimeout(milliseconds, void 0, { signal });
			} catch (error) {
				signal.throwIfAborted();
				throw error;
			}
		}
	};
}
// src/profiles/pyroscope/without-secrets.ts
function withoutSecrets(error, secrets) {
	const message = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), error.message);
	if (message === error.message) return error;
	return new FlamegateError(error.kind, message, error.hint === void 0 ? {} : { hint: error.hint });
}
// src/profiles/pyroscope/client.ts
const CLIENT_LIMITS = {
	timeoutMs: 12e4,
	maxBytes: 268435456,
	retries: {
		attempts: 4,
		firstPauseMs: 1e3,
		deadlineMs: 12e4
	}
};
function pyroscopeClient(connection, signal, limits = CLIENT_LIMITS, tempDirectory) {
	const clock = realClock(signal);
	const secrets = secretsOf(connection);
	const { timeoutMs, maxBytes, retries } = limits;
	return async (method, message, read) => {
		const came = await askAgain({
			url: methodUrl(connection, method),
			headers: accessHeaders(connection),
			message,
			timeoutMs,
			maxBytes,
			tempDirectory,
			signal
		}, read, {
			retries,
			mayPass: ({ kind }) => kind === "busy",
			clock
		});
		if ("answer" in came) return came;
		const error = withoutSecrets(came.error, secrets);
		if (came.kind === "too much") return { tooMuch: error };
		throw error;
	};
}
async function wholeBody(open) {
	const chunks = [];
	for await (const chunk of open()) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
// src/profiles/pyroscope/proto-writer.ts
var ProtoWriter = class {
	#parts = [];
	uint(field, value) {
		if (value !== 0) this.#parts.push(varint(field * 8), varint(value));
		return this;
	}
	text(field, value) {
		return value === "" ? this : this.bytes(field, Buffer.from(value, "utf8"));
	}
	bytes(field, content) {
		this.#parts.push(varint(field * 8 + 2), varint(content.length), content);
		return this;
	}
	double(field, value) {
		if (value === 0) return this;
		const bytes = Buffer.alloc(8);
		bytes.writeDoubleLE(value);
		this.#parts.push(varint(field * 8 + 1), bytes);
		return this;
	}
	finish() {
		return Buffer.concat(this.#parts);
	}
};
function varint(value) {
	const bytes = [];
	let rest = value;
	for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(rest % 128 + 128);
	return Uint8Array.of(...bytes, rest);
}
// src/profiles/pyroscope/run-labels.ts
const RUN_LABELS = {
	run: "flamegate_run",
	side: "flamegate_side",
	round: "flamegate_round",
	requests: "flamegate_requests"
};
// src/profiles/pyroscope/selector.ts
const MATCHER = /\s*([A-Za-z_][A-Za-z0-9_]*|"(?:[^"\\]|\\.)*")\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/uy;
function parseSelector(selector) {
	const inside = /^\s*\{(.*)\}\s*$/su.exec(selector)?.[1];
	if (inside === void 0) return void 0;
	const matchers = [];
	MATCHER.lastIndex = 0;
	while (inside.slice(MATCHER.lastIndex).trim() !== "") {
		const match = MATCHER.exec(inside);
		if (match === null) return void 0;
		const [, name = "", operator, value = ""] = match;
		const texts = [name, value].map(unquoted);
		if (texts[0] === void 0 || texts[1] === void 0) return void 0;
		matchers.push({
			name: texts[0],
			operator,
			value: texts[1]
		});
	}
	return matchers;
}
function formatSelector(matchers) {
	return `{${matchers.map(formatMatcher).join(", ")}}`;
}
function formatMatcher({ name, operator, value }) {
	return `${/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) ? name : JSON.stringify(name)}${operator}${JSON.stringify(value)}`;
}
function unquoted(text) {
	if (text.startsWith("`")) return text.slice(1, -1);
	if (!/^["']/u.test(text)) return text;
	const inside = text.slice(1, -1);
	const json = text.startsWith("'") ? inside.replace(/\\.|"/gsu, inDoubleQuotes) : inside;
	try {
		return String(JSON.parse(`"${json}"`));
	} catch {
		return;
	}
}
function inDoubleQuotes(character) {
	if (character === "\\'") return "'";
	return character === "\"" ? "\\\"" : character;
}
export { ProtoWriter as a, wholeBody as c, askAgain as d, RUN_LABELS as i, withoutSecrets as l, formatSelector as n, CLIENT_LIMITS as o, parseSelector as r, pyroscopeClient as s, formatMatcher as t, realClock as u };
