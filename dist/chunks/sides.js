import { n as FlamegateError } from "./errors.js";
import { t as axios } from "./axios.js";
import { a as ProtoReader, f as asJsonObject, l as gunzipStream } from "./stack-table.js";
import { addAbortSignal } from "node:stream";
import { gzipSync } from "node:zlib";
import { setTimeout } from "node:timers/promises";
// src/profiles/pyroscope/connection.ts
function methodUrl(connection, method) {
	return serverUrl(connection, `querier.v1.QuerierService/${method}`);
}
function serverUrl(connection, path) {
	const url = URL.canParse(connection.url) ? new URL(connection.url) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) throw new FlamegateError("usage", "the Pyroscope URL is not an http:// or https:// URL");
	if (url.username !== "" || url.password !== "") throw new FlamegateError("usage", "the Pyroscope URL contains a user or a password", { hint: "Give the user and the password in their own options: URLs end up in logs." });
	url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
	url.search = "";
	url.hash = "";
	return url;
}
function accessHeaders(connection) {
	const { tenant, token, headers } = connection;
	const basic = basicCredentials(connection);
	const authorization = basic === void 0 ? token && `Bearer ${token}` : `Basic ${basic}`;
	return {
		...authorization ? { Authorization: authorization } : {},
		...tenant === void 0 ? {} : { "X-Scope-OrgID": tenant },
		...headers
	};
}
function secretsOf(connection) {
	const { password, token, headers } = connection;
	return [
		password,
		token,
		basicCredentials(connection),
		...Object.values(headers)
	].flatMap((secret) => secret || []).toSorted((a, b) => b.length - a.length);
}
function basicCredentials({ user, password }) {
	if (user === void 0) return void 0;
	return Buffer.from(`${user}:${password ?? ""}`, "utf8").toString("base64");
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
function refusalOf(place, answer) {
	const { status, retryAfterMs } = answer;
	if (status < 400) return { final: noAnswer(place, answer) };
	const said = connectError(answer.body);
	const hint = HINTS[status];
	const tooMuch = isTooMuch(status, said);
	const error = new FlamegateError(USAGE.has(status) && !tooMuch ? "usage" : "measurement", `${place} answered ${status}${said === void 0 ? ", without an error of Pyroscope" : messageOf(said)}`, hint === void 0 ? {} : { hint });
	if (status === 502 || status === 503 || status === 429 && retryAfterMs !== void 0) return {
		busy: error,
		retryAfterMs
	};
	return tooMuch ? { tooMuch: error } : { final: error };
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
	const error = parseObject(body);
	if (error === void 0) return void 0;
	const text = (value) => typeof value === "string" ? value : "";
	return {
		code: text(error.code),
		message: text(error.message)
	};
}
function parseObject(body) {
	try {
		return asJsonObject(JSON.parse(Buffer.from(body).toString("utf8")));
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
	const { url, signal, timeoutMs, maxBytes } = request;
	const place = `Pyroscope at ${url.href}`;
	const timeout = AbortSignal.timeout(timeoutMs);
	const ended = AbortSignal.any([signal, timeout]);
	let body;
	try {
		const response = await post(request, ended);
		body = addAbortSignal(ended, response.data);
		if (response.status !== 200) return refusalOf(place, await errorOf(response, body));
		const type = textOf(response.headers["content-type"]);
		if (!type.startsWith("application/proto")) return { final: notPyroscope(place, type) };
		return { answer: await read(limited(gunzipStream(body, Number.POSITIVE_INFINITY), maxBytes)) };
	} catch (error) {
		signal.throwIfAborted();
		if (timeout.aborted) return { tooMuch: unanswered(place, `no whole answer within ${timeoutMs / 1e3} s`) };
		if (error instanceof OverLimit) return { tooMuch: unanswered(place, `the answer is larger than ${`${Math.round(maxBytes / 1024 / 1024)} MiB`}`) };
		const code = networkCode(error);
		if (code === void 0) throw error;
		return {
			busy: unanswered(place, code),
			retryAfterMs: void 0
		};
	} finally {
		body?.destroy();
	}
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
			chunks.push(chunk);
			length += chunk.length;
			if (length > MAX_ERROR_BYTES) break;
		}
	} catch {
		return Buffer.alloc(0);
	}
	return Buffer.concat(chunks);
}
async function* limited(chunks, maxBytes) {
	let length = 0;
	for await (const chunk of chunks) {
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
function pyroscopeClient(connection, signal, limits = CLIENT_LIMITS) {
	const clock = realClock(signal);
	const secrets = secretsOf(connection);
	const { timeoutMs, maxBytes, retries } = limits;
	return async (method, message, read) => {
		const request = {
			url: methodUrl(connection, method),
			headers: accessHeaders(connection),
			message,
			timeoutMs,
			maxBytes,
			signal
		};
		const start = performance.now();
		for (let attempts = 1;; attempts++) {
			const came = await ask(request, read);
			if ("answer" in came) return came;
			if ("tooMuch" in came) return { tooMuch: withoutSecrets(came.tooMuch, secrets) };
			if ("final" in came) throw withoutSecrets(came.final, secrets);
			const { busy, retryAfterMs } = came;
			const elapsedMs = performance.now() - start;
			const pause = pauseBeforeRetry(retries, {
				attempts,
				elapsedMs,
				retryAfterMs
			});
			if (pause === void 0) throw withoutSecrets(busy, secrets);
			await clock.pause(pause);
		}
	};
}
function withoutSecrets(error, secrets) {
	const message = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), error.message);
	if (message === error.message) return error;
	return new FlamegateError(error.kind, message, error.hint === void 0 ? {} : { hint: error.hint });
}
async function wholeBody(body) {
	const chunks = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks);
}
// src/profiles/pyroscope/proto-writer.ts
var ProtoWriter = class {
	#bytes = [];
	uint(field, value) {
		if (value === 0) return this;
		this.#varint(field * 8);
		this.#varint(value);
		return this;
	}
	text(field, value) {
		if (value === "") return this;
		const utf8 = Buffer.from(value, "utf8");
		this.#varint(field * 8 + 2);
		this.#varint(utf8.length);
		this.#bytes.push(...utf8);
		return this;
	}
	double(field, value) {
		if (value === 0) return this;
		this.#varint(field * 8 + 1);
		const bytes = Buffer.alloc(8);
		bytes.writeDoubleLE(value);
		this.#bytes.push(...bytes);
		return this;
	}
	finish() {
		return Uint8Array.from(this.#bytes);
	}
	#varint(value) {
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes.push(rest % 128 + 128);
		this.#bytes.push(rest);
	}
};
// src/profiles/pyroscope/read-answers.ts
function readNames(answer) {
	const message = new Message(answer);
	const names = [];
	message.each({ 1: (tag) => names.push(message.text(tag)) });
	return names;
}
function readLabelSets(answer) {
	const message = new Message(answer);
	const sets = [];
	message.each({ 2: (tag) => message.within(tag, () => {
		const labels = new Map();
		message.each({ 1: (label) => message.within(label, () => readLabel(message, labels)) });
		sets.push(labels);
	}) });
	return sets;
}
function readTimeSeries(answer) {
	const message = new Message(answer);
	const series = [];
	message.each({ 1: (tag) => message.within(tag, () => {
		const points = [];
		message.each({ 2: (point) => message.within(point, () => {
			const read = {
				value: 0,
				time: 0
			};
			message.each({
				1: (field) => {
					read.value = message.double(field);
				},
				2: (field) => {
					read.time = message.int(field);
				}
			});
			points.push(read);
		}) });
		series.push({ points });
	}) });
	return series;
}
function readLabel(message, labels) {
	const label = {
		name: "",
		value: ""
	};
	message.each({
		1: (tag) => {
			label.name = message.text(tag);
		},
		2: (tag) => {
			label.value = message.text(tag);
		}
	});
	labels.set(label.name, label.value);
}
var Message = class {
	#bytes;
	#reader;
	constructor(bytes) {
		this.#bytes = bytes;
		this.#reader = new ProtoReader(bytes);
	}
	each(fields) {
		while (this.#reader.more()) {
			const tag = this.#reader.tag();
			const read = fields[tag >>> 3];
			if (read === void 0) this.#reader.skip(tag);
			else read(tag);
		}
	}
	within(tag, read) {
		const outer = this.#reader.enter(tag);
		read();
		this.#reader.leave(outer);
	}
	text(tag) {
		const { start, end } = this.#reader.range(tag);
		return Buffer.from(this.#bytes.subarray(start, end)).toString("utf8");
	}
	int(tag) {
		return this.#reader.int64(tag);
	}
	double(tag) {
		const start = this.#reader.position();
		this.#reader.skip(tag);
		if ((tag & 7) !== 1) return 0;
		return Buffer.from(this.#bytes.subarray(start, start + 8)).readDoubleLE();
	}
};
// src/profiles/pyroscope/labels.ts
async function labelValues({ call, inSlices }, name, { selector, window }) {
	const answers = await inSlices(window, ({ from, until }) => {
		return call("LabelValues", new ProtoWriter().text(1, name).text(2, selector).uint(3, from).uint(4, until).finish(), wholeBody);
	});
	return [...new Set(answers.flatMap(readNames))].toSorted();
}
const PROFILE_TYPE = "__profile_type__";
async function profileTypesOf({ call, inSlices }, { selector, window }) {
	const ids = (await inSlices(window, ({ from, until }) => {
		return call("Series", new ProtoWriter().text(1, selector).text(2, PROFILE_TYPE).uint(3, from).uint(4, until).finish(), wholeBody);
	})).flatMap(readLabelSets).flatMap((labels) => labels.get(PROFILE_TYPE) ?? []);
	return [...new Set(ids)].toSorted();
}
// src/profiles/pyroscope/profile-points.ts
const STEP_S = 1;
async function profilePoints({ call, inSlices }, { profileTypeId, selector, window }) {
	const names = await labelNames({
		call,
		inSlices
	}, {
		selector,
		window
	});
	const points = (await inSlices(window, ({ from, until }) => {
		const request = new ProtoWriter().text(1, profileTypeId).text(2, selector).uint(3, Math.min(from + STEP_S * 1e3, until)).uint(4, until);
		for (const name of names) request.text(5, name);
		return call("SelectSeries", request.double(6, STEP_S).finish(), wholeBody);
	})).flatMap(readTimeSeries).flatMap(({ points: all }) => all).filter(({ value }) => value !== 0);
	return {
		profiles: points.length,
		total: points.reduce((sum, { value }) => sum + value, 0)
	};
}
async function labelNames({ call, inSlices }, { selector, window }) {
	const answers = await inSlices(window, ({ from, until }) => {
		return call("LabelNames", new ProtoWriter().text(1, selector).uint(2, from).uint(3, until).finish(), wholeBody);
	});
	return [...new Set(answers.flatMap(readNames))].toSorted();
}
// src/profiles/pyroscope/profile-types.ts
const KINDS = {
	allocations: [
		"memory:alloc_space",
		"memory:alloc_in_new_tlab_bytes",
		"memory:alloc_sample_bytes",
		"memory:alloc_size"
	],
	"in-use": ["memory:inuse_space", "memory:live"],
	locks: [
		"mutex:delay",
		"lock:lock_time",
		"block:delay"
	]
};
const SNAPSHOTS = /^(?:goroutines?:|[^:]*:(?:inuse_\w+|live):)/u;
function isSnapshot(id) {
	return SNAPSHOTS.test(id);
}
function chooseProfileType(wanted, there) {
	const ofKind = KINDS[wanted]?.find((start) => [there.base, there.head].every((ids) => ids.some((id) => id.startsWith(`${start}:`))));
	const fits = (id) => id === wanted || sampleTypeOf(id) === wanted || ofKind && id.startsWith(`${ofKind}:`);
	for (const side of ["base", "head"]) if (!there[side].some(fits)) throw noneThere(wanted, side, there[side]);
	const [only, ...more] = there.base.filter((id) => fits(id) && there.head.includes(id));
	if (only === void 0) throw new FlamegateError("measurement", `base and head have ${JSON.stringify(wanted)} in different profile types: ${[...there.base.filter(fits), ...there.head.filter(fits)].join(", ")}`, { hint: "Compare sides that were profiled by the same profiler." });
	if (more.length > 0) throw new FlamegateError("usage", `several profile types have the sample type ${JSON.stringify(wanted)}: ${[only, ...more].join(", ")}`, { hint: "Give the whole profile type." });
	return only;
}
function sampleTypeOf(id) {
	return id.split(":")[1] ?? "";
}
function noneThere(wanted, side, there) {
	return new FlamegateError("measurement", `Pyroscope has no ${JSON.stringify(wanted)} profiles for ${side}; there is: ${there.join(", ")}`, { hint: "Choose one of these as the profile type." });
}
// src/profiles/pyroscope/time-slices.ts
const SHORTEST_MS = 1e3;
function timeSlices() {
	let longest = Number.POSITIVE_INFINITY;
	return async (window, ask) => {
		const answers = [];
		let from = window.from;
		while (from < window.until) {
			const until = sliceEnd(from, longest, window.until);
			const outcome = await ask({
				from,
				until
			});
			if ("answer" in outcome) {
				answers.push(outcome.answer);
				from = until;
				continue;
			}
			longest = (until - from) / 2;
			if (longest < SHORTEST_MS) throw evenShortest(outcome.tooMuch);
		}
		return answers;
	};
}
function sliceEnd(from, longest, end) {
	const until = from + longest;
	return until >= end ? end : besideTheGrid(Math.round(until));
}
function besideTheGrid(at) {
	return at % 1e3 === 0 ? at + 1 : at;
}
function evenShortest({ kind, message }) {
	return new FlamegateError(kind, `${message}, even for a time range of ${SHORTEST_MS / 1e3} s`, { hint: "See the limits of the server and of what is in front of it." });
}
// src/profiles/pyroscope/server.ts
function pyroscopeServer(connection, signal, limits = CLIENT_LIMITS) {
	return {
		call: pyroscopeClient(connection, signal, limits),
		inSlices: timeSlices()
	};
}
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
// src/profiles/pyroscope/why-empty.ts
const DAY_MS = 864e5;
const LOOK_BACK_MS = 7 * DAY_MS;
const MAX_LISTED = 20;
async function whyEmpty(server, side, { selector, window }, now) {
	const before = [];
	for (const matcher of parseSelector(selector) ?? []) {
		if (matcher.operator === "=") {
			const values = await labelValues(server, matcher.name, {
				selector: formatSelector(before),
				window
			});
			if (!values.includes(matcher.value)) return noSuchValue(side, matcher, before, values, window, now);
		}
		before.push(matcher);
	}
	return emptyError(`Pyroscope has no profiles for ${side} in ${timeText(window)}`, window, now);
}
function noSuchValue(side, matcher, among, values, window, now) {
	const where = among.length === 0 ? "" : ` among ${formatSelector(among)}`;
	const fact = `Pyroscope has no profiles for ${side}: none has ${formatMatcher(matcher)}${where} in ${timeText(window)}`;
	if (values.length === 0) return emptyError(`${fact}, nor any other ${matcher.name}`, window, now);
	return new FlamegateError("measurement", `${fact}; there is: ${listed(values)}`, { hint: "Choose one of these, or see that the profiles are labelled as you think." });
}
function listed(values) {
	const shown = values.slice(0, MAX_LISTED).join(", ");
	return values.length > MAX_LISTED ? `${shown} (${MAX_LISTED} of ${values.length})` : shown;
}
function emptyError(fact, window, now) {
	return new FlamegateError("measurement", fact, { hint: hintFor(window, now) });
}
function hintFor({ until }, now) {
	if (until < now - 6048e5) return `The window ended ${Math.floor((now - until) / DAY_MS)} days ago: servers answer nothing for times before their look-back, 7 days unless set otherwise.`;
	if (until > now) return "The window ends in the future.";
	return "See that the selector matches, the tenant is right and profiles were sent. A server that was asked before the first profile came may answer nothing for a minute.";
}
function timeText({ from, until }) {
	return `${new Date(from).toISOString()}/${new Date(until).toISOString()}`;
}
// src/profiles/pyroscope/ref.ts
const REF = "{ref}";
const SHORTEST_SHA = 7;
async function resolveRef(server, side, { selector, window }, ref, now) {
	const matchers = parseSelector(selector);
	const placed = matchers?.find(({ value }) => value.includes(REF));
	if (matchers === void 0 || placed === void 0) return {
		selector,
		ref: void 0
	};
	const others = matchers.filter((matcher) => matcher !== placed);
	const source = {
		selector: formatSelector(others),
		window
	};
	const values = await labelValues(server, placed.name, source);
	const [before = "", after = ""] = placed.value.split(REF);
	const [meant, ...more] = refsMeant(ref, values.filter((value) => value.startsWith(before) && value.endsWith(after)).map((value) => value.slice(before.length, value.length - after.length)));
	const filled = (text) => ({
		...placed,
		value: `${before}${text}${after}`
	});
	if (meant === void 0) throw noSuchValue(side, filled(ref), others, values, window, now);
	if (more.length > 0) throw ambiguous(side, ref, [meant, ...more]);
	return {
		selector: formatSelector(matchers.map((matcher) => matcher === placed ? filled(meant) : matcher)),
		ref: meant
	};
}
function refsMeant(ref, refs) {
	if (refs.includes(ref)) return [ref];
	if (isSha(ref)) {
		const sha = ref.toLowerCase();
		return refs.filter((other) => {
			const candidate = other.toLowerCase();
			return isSha(other) && (candidate.startsWith(sha) || sha.startsWith(candidate));
		});
	}
	return refs.filter((other) => bareName(other) === bareName(ref));
}
function isSha(text) {
	return text.length >= SHORTEST_SHA && /^[0-9a-f]+$/iu.test(text);
}
function bareName(ref) {
	return ref.replace(/^refs\/(?:tags|heads)\//u, "").replace(/^v(?=\d)/u, "");
}
function ambiguous(side, ref, meant) {
	return new FlamegateError("usage", `${side} ${JSON.stringify(ref)} may mean several: ${listed(meant)}`, { hint: "Give more of it." });
}
// src/profiles/pyroscope/sides.ts
async function findSide(server, side, query, now) {
	const window = {
		from: query.from,
		until: query.until
	};
	const asked = {
		selector: query.selector,
		window
	};
	const { selector, ref } = query.ref === void 0 ? {
		selector: query.selector,
		ref: void 0
	} : await resolveRef(server, side, asked, query.ref, now);
	const source = {
		selector,
		window
	};
	const profileTypes = await profileTypesOf(server, source);
	if (profileTypes.length === 0) throw await whyEmpty(server, side, source, now);
	return {
		...source,
		ref,
		profileTypes
	};
}
async function findSides(server, query, now) {
	const base = await findSide(server, "base", query.base, now);
	const head = await findSide(server, "head", query.head, now);
	const there = {
		base: base.profileTypes,
		head: head.profileTypes
	};
	return {
		base,
		head,
		profileTypeId: chooseProfileType(query.profileType, there)
	};
}
function checkCommits(side, ref, commits) {
	if (ref !== void 0 && commits.length > 0 && !commits.includes(ref)) throw new FlamegateError("measurement", `the profiles of ${side} say that they are of ${commits.join(", ")}, not of ${ref}`, { hint: "See that the label and the build agree." });
	return commits.length > 1 ? [`The profiles of ${side} are of ${commits.length} commits: ${commits.join(", ")}.`] : [];
}
export { serverUrl as _, listed as a, chooseProfileType as c, profilePoints as d, labelValues as f, accessHeaders as g, realClock as h, LOOK_BACK_MS as i, isSnapshot as l, CLIENT_LIMITS as m, findSide as n, pyroscopeServer as o, ProtoWriter as p, findSides as r, besideTheGrid as s, checkCommits as t, sampleTypeOf as u };
