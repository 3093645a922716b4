import { n as FlamegateError, r as isBroken } from "./errors.js";
import { n as windowText } from "./window.js";
import { a as ProtoWriter, c as wholeBody, i as RUN_LABELS, n as formatSelector, o as CLIENT_LIMITS, r as parseSelector, s as pyroscopeClient, t as formatMatcher } from "./selector.js";
import { i as readText } from "./messages.js";
import { t as ProtoReader } from "./proto-reader.js";
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
		return readText(this.#reader, tag);
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
async function profileTypesOf(server, source) {
	const sets = await labelSets(server, [PROFILE_TYPE], source);
	return [...new Set(sets.flatMap((labels) => labels.get("__profile_type__") ?? []))].toSorted();
}
async function labelSets({ call, inSlices }, names, { selector, window }) {
	return (await inSlices(window, ({ from, until }) => {
		const request = new ProtoWriter().text(1, selector);
		for (const name of names) request.text(2, name);
		return call("Series", request.uint(3, from).uint(4, until).finish(), wholeBody);
	})).flatMap(readLabelSets);
}
// src/profiles/pyroscope/time-slices.ts
const SHORTEST_MS = 1e3;
const PATIENCE_MS = 3e5;
function timeSlices(now = () => performance.now()) {
	let longest = Number.POSITIVE_INFINITY;
	return async (window, ask) => {
		const answers = [];
		let from = window.from;
		let since = now();
		while (from < window.until) {
			const until = sliceEnd(from, longest, window.until);
			const outcome = await ask({
				from,
				until
			});
			if ("answer" in outcome) {
				answers.push(outcome.answer);
				from = until;
				since = now();
				continue;
			}
			longest = (until - from) / 2;
			if (longest < SHORTEST_MS) throw evenFor(SHORTEST_MS, outcome.tooMuch);
			if (now() - since > PATIENCE_MS) throw evenFor(until - from, outcome.tooMuch);
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
function evenFor(milliseconds, { kind, message }) {
	const range = `${Math.round(milliseconds / 1e3)} s`;
	return new FlamegateError(kind, `${message}, even for a time range of ${range}`, { hint: "See the limits of the server and of what is in front of it." });
}
// src/profiles/pyroscope/windows.ts
const SHORTEST_EVEN_SLICE_MS = 6e4;
const SHORTEST_SLICE_MS = 10;
function splitWindow(window, slices) {
	const length = window.until - window.from;
	if (!(slices >= 1 && length >= slices * SHORTEST_SLICE_MS)) throw new FlamegateError("usage", `a window of ${length / 1e3} s can't be cut into ${slices} slices`, { hint: "Give a window whose end is after its start, and fewer slices." });
	const cut = (index) => {
		if (index === 0) return window.from;
		if (index === slices) return window.until;
		return besideTheGrid(window.from + Math.round(length * index / slices));
	};
	return Array.from({ length: slices }, (_, index) => ({
		from: cut(index),
		until: cut(index + 1)
	}));
}
const DAY_MS$1 = 864e5;
function alignByTimeOfDay({ base, head }) {
	if (Math.min(lengthOf(base), lengthOf(head)) < DAY_MS$1) return {
		base,
		head
	};
	const headLater = ((base.from - head.from) % DAY_MS$1 + DAY_MS$1) % DAY_MS$1;
	const baseLater = (DAY_MS$1 - headLater) % DAY_MS$1;
	const starts = headLater <= baseLater ? {
		base: base.from,
		head: head.from + headLater
	} : {
		base: base.from + baseLater,
		head: head.from
	};
	const length = Math.min(base.until - starts.base, head.until - starts.head);
	return {
		base: {
			from: starts.base,
			until: starts.base + length
		},
		head: {
			from: starts.head,
			until: starts.head + length
		}
	};
}
function lengthOf({ from, until }) {
	return until - from;
}
// src/profiles/pyroscope/parts.ts
function slicesOf(query, found) {
	const windows = alignByTimeOfDay(query);
	const slicesOfSide = (side) => splitWindow(windows[side], query.slices).map((window, round) => ({
		side,
		round,
		requests: requestsIn(query, side, window),
		seconds: (window.until - window.from) / 1e3,
		source: {
			selector: found[side].selector,
			window
		},
		name: `slice ${round + 1} of ${query.slices}`
	}));
	return {
		base: slicesOfSide("base"),
		head: slicesOfSide("head"),
		windows
	};
}
function requestsIn({ base, head }, side, { from, until }) {
	if (base.requests === void 0 || head.requests === void 0) return void 0;
	const { requests = 0, ...window } = {
		base,
		head
	}[side];
	return Math.round(requests * (until - from) / (window.until - window.from));
}
async function labelledRoundsOf(server, label, { profileTypeId, ...found }) {
	const roundsOf = ({ selector, window }) => labelledRounds(server, label, {
		selector: withLabel(selector, PROFILE_TYPE, profileTypeId),
		window
	});
	const base = await roundsOf(found.base);
	const head = await roundsOf(found.head);
	const values = [...new Set([...base.keys(), ...head.keys()])].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
	const partsOf = (side, rounds) => values.flatMap((value, round) => {
		const requests = rounds.get(value);
		if (requests === void 0) return [];
		const { selector, window } = found[side];
		return [{
			side,
			round,
			requests: countIn(requests),
			seconds: 0,
			source: {
				selector: withLabel(selector, label, value),
				window
			},
			name: `${label} ${JSON.stringify(value)}`
		}];
	});
	return {
		base: partsOf("base", base),
		head: partsOf("head", head),
		windows: {
			base: found.base.window,
			head: found.head.window
		}
	};
}
async function labelledRounds(server, label, source) {
	const rounds = new Map();
	for (const labels of await labelSets(server, [label, RUN_LABELS.requests], source)) {
		const value = labels.get(label) ?? "";
		if (value === "") continue;
		const requests = rounds.get(value) ?? new Set();
		rounds.set(value, requests.add(labels.get(RUN_LABELS.requests) ?? ""));
	}
	return rounds;
}
function countIn(said) {
	const [text = "", ...others] = said;
	return others.length === 0 && /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : void 0;
}
function withLabel(selector, name, value) {
	const matchers = parseSelector(selector);
	if (matchers === void 0) throw new FlamegateError("usage", `${selector} can't be read, so no round can be added to it`, { hint: "Write it like {service_name=\"shop\"}, or use slices instead of a round label." });
	return formatSelector([...matchers, {
		name,
		operator: "=",
		value
	}]);
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
// src/profiles/pyroscope/search.ts
async function foundIn(search) {
	if ("found" in search) return search.found;
	throw await search.missing();
}
// src/profiles/pyroscope/server.ts
function pyroscopeServer(connection, signal, limits = CLIENT_LIMITS, tempDirectory) {
	return {
		call: pyroscopeClient(connection, signal, limits, tempDirectory),
		inSlices: timeSlices()
	};
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
			if (!values.includes(matcher.value)) return noSuchValue(side, [matcher], before, values, window, now);
		}
		before.push(matcher);
	}
	return emptyError(`Pyroscope has no profiles for ${side} in ${windowText(window)}`, window, now);
}
function noSuchValue(side, wanted, among, values, window, now) {
	const where = among.length === 0 ? "" : ` among ${formatSelector(among)}`;
	const fact = `Pyroscope has no profiles for ${side}: none has ${wanted.map(formatMatcher).join(" or ")}${where} in ${windowText(window)}`;
	if (values.length === 0) return emptyError(`${fact}, nor any other ${wanted[0]?.name}`, window, now);
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
// src/profiles/pyroscope/ref.ts
const REF = "{ref}";
const SHORTEST_SHA = 7;
async function resolveRef(server, side, { selector, window }, { name, commit }, now) {
	const matchers = parseSelector(selector);
	const placed = matchers?.find(({ value }) => value.includes(REF));
	if (matchers === void 0 || placed === void 0) return { found: {
		selector,
		ref: void 0
	} };
	const others = matchers.filter((matcher) => matcher !== placed);
	const source = {
		selector: formatSelector(others),
		window
	};
	const values = await labelValues(server, placed.name, source);
	const [before = "", after = ""] = placed.value.split(REF);
	const refs = values.filter((value) => value.startsWith(before) && value.endsWith(after)).map((value) => value.slice(before.length, value.length - after.length));
	const names = commit === void 0 || commit === name ? [name] : [name, commit];
	const [meant, ...more] = [names.filter((text) => refs.includes(text)).slice(0, 1), ...names.map((text) => refsMeant(text, refs))].find(({ length }) => length > 0) ?? [];
	const filled = (text) => ({
		...placed,
		value: `${before}${text}${after}`
	});
	if (meant === void 0) {
		const wanted = names.map(filled);
		return { missing: async () => noSuchValue(side, wanted, others, values, window, now) };
	}
	if (more.length > 0) throw ambiguous(side, name, [meant, ...more]);
	const complete = matchers.map((matcher) => matcher === placed ? filled(meant) : matcher);
	return { found: {
		selector: formatSelector(complete),
		ref: meant
	} };
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
async function searchSide(server, side, query, now) {
	const window = {
		from: query.from,
		until: query.until
	};
	const asked = {
		selector: query.selector,
		window
	};
	const { ref: name, commit } = query;
	const resolved = name === void 0 ? { found: {
		selector: query.selector,
		ref: void 0
	} } : await resolveRef(server, side, asked, {
		name,
		commit
	}, now);
	if ("missing" in resolved) return resolved;
	const { selector, ref } = resolved.found;
	const source = {
		selector,
		window
	};
	const profileTypes = await profileTypesOf(server, source);
	if (profileTypes.length === 0) return { missing: () => whyEmpty(server, side, source, now) };
	return { found: {
		...source,
		ref,
		commit,
		profileTypes
	} };
}
async function searchSides(server, query, now) {
	const base = await searchSide(server, "base", query.base, now);
	if ("missing" in base) return base;
	const head = await searchSide(server, "head", query.head, now);
	if ("missing" in head) return head;
	const there = {
		base: base.found.profileTypes,
		head: head.found.profileTypes
	};
	try {
		const profileTypeId = chooseProfileType(query.profileType, there);
		return { found: {
			base: base.found,
			head: head.found,
			profileTypeId
		} };
	} catch (error) {
		if (isBroken(error)) return { missing: async () => error };
		throw error;
	}
}
function checkCommits(side, { ref, commit }, commits) {
	const isAsked = (said) => said === ref || said === commit;
	if (ref !== void 0 && commits.length > 0 && !commits.some(isAsked)) throw new FlamegateError("measurement", `the profiles of ${side} say that they are of ${commits.join(", ")}, not of ${ref}`, { hint: "See that the label and the build agree." });
	return commits.length > 1 ? [`The profiles of ${side} are of ${commits.length} commits: ${commits.join(", ")}.`] : [];
}
export { listed as a, chooseProfileType as c, profilePoints as d, labelledRoundsOf as f, labelValues as h, LOOK_BACK_MS as i, isSnapshot as l, SHORTEST_EVEN_SLICE_MS as m, searchSide as n, pyroscopeServer as o, slicesOf as p, searchSides as r, foundIn as s, checkCommits as t, sampleTypeOf as u };
