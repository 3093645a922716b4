import { n as FlamegateError } from "./errors.js";
import { i as foldStreamed, n as locatedLater, u as decodePprofStream } from "./located.js";
import { d as profilePoints, f as labelledRoundsOf, i as LOOK_BACK_MS, l as isSnapshot, o as pyroscopeServer, p as slicesOf, r as searchSides, s as foundIn, t as checkCommits, u as sampleTypeOf } from "./sides.js";
import { a as ProtoWriter, o as CLIENT_LIMITS, u as realClock } from "./selector.js";
import { t as StackSum } from "./merge.js";
import { r as asJsonObject } from "./json-fields.js";
import { n as malformed } from "./proto-reader.js";
import { n as windowText } from "./window.js";
// src/profiles/pyroscope/average.ts
async function averageProfile(server, selection, summed) {
	const { profiles } = await profilePoints(server, selection);
	const count = Math.max(profiles, 1);
	return {
		...summed,
		values: summed.values.map((value) => value / count)
	};
}
// src/profiles/pyroscope/commits.ts
function commitsOf({ mappingBuildIds, strings }) {
	const refs = new Set();
	for (const row of mappingBuildIds) {
		const ref = gitRef(strings.at(row));
		if (ref !== void 0) refs.add(ref);
	}
	return [...refs].toSorted();
}
function gitRef(buildId) {
	if (!buildId.startsWith("{")) return void 0;
	try {
		const ref = asJsonObject(JSON.parse(buildId))?.git_ref;
		return typeof ref === "string" && ref !== "" ? ref : void 0;
	} catch {
		return;
	}
}
// src/profiles/pyroscope/truncation.ts
const CUT_OFF = "other";
function cutOffShare(profile) {
	const cutOff = profile.functions.findIndex(({ name, file, line }) => name === CUT_OFF && file === "" && line === 0);
	if (cutOff < 0) return 0;
	let total = 0;
	let lost = 0;
	profile.values.forEach((value, stack) => {
		total += value;
		if (profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]).includes(cutOff)) lost += value;
	});
	return lost / total;
}
// src/profiles/pyroscope/fetch-profile.ts
const MAX_CUT_OFF = .01;
async function fetchProfile(select, inSlices, selection) {
	const sampleType = sampleTypeOf(selection.profileTypeId);
	const sum = new StackSum();
	const commits = new Set();
	const read = async (pprof) => {
		if (pprof === void 0) return;
		const profile = await foldStreamed(pprof, sampleType);
		if (profile.values.length === 0) return;
		sum.add(profile);
		for (const commit of commitsOf(pprof)) commits.add(commit);
	};
	await inSlices(selection.window, (window) => select({
		...selection,
		window
	}, read));
	const profile = sum.finish();
	if (profile === void 0) return void 0;
	const cutOff = cutOffShare(profile);
	if (cutOff > MAX_CUT_OFF) throw cutTooMuch(cutOff);
	return {
		profile: {
			...profile,
			ticks: 0
		},
		commits: [...commits].toSorted()
	};
}
function cutTooMuch(cutOff) {
	return new FlamegateError("measurement", `Pyroscope cut off ${(cutOff * 100).toFixed(2)} % of it (the function "other")`, { hint: "Ask for more and so shorter slices, or turn off querier.max-flamegraph-nodes-on-select-merge-profile for the tenant." });
}
// src/profiles/pyroscope/message-stream.ts
const MAX_VARINT_BYTES = 10;
var MessageStream = class {
	#chunks;
	#chunk = new Uint8Array();
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	async find(field, within) {
		let left = within;
		while (left > 0 && await this.#more()) {
			const tag = await this.#varint();
			const length = (tag.value & 7) === 2 ? await this.#varint() : {
				value: 0,
				bytes: 0
			};
			left -= tag.bytes + length.bytes;
			if (tag.value === field * 8 + 2) return {
				length: length.value,
				after: left - length.value
			};
			left -= length.value + await this.#skipScalar(tag.value);
			await this.#skip(length.value);
		}
	}
	async *take(length) {
		let left = length;
		while (left > 0) {
			if (!await this.#more()) throw malformed("protobuf", `it ends ${left} bytes too early`);
			const part = this.#chunk.subarray(0, left);
			this.#chunk = this.#chunk.subarray(part.length);
			left -= part.length;
			yield part;
		}
	}
	async close() {
		await this.#chunks.return?.();
	}
	async drain() {
		while (await this.#more()) this.#chunk = new Uint8Array();
	}
	async #more() {
		while (this.#chunk.length === 0) {
			const next = await this.#chunks.next();
			if (next.done) return false;
			this.#chunk = next.value;
		}
		return true;
	}
	async #varint() {
		let value = 0;
		for (let bytes = 1; bytes <= MAX_VARINT_BYTES; bytes++) {
			if (!await this.#more()) throw malformed("protobuf", "it ends in the middle of a field");
			const byte = this.#chunk[0] ?? 0;
			this.#chunk = this.#chunk.subarray(1);
			value += (byte & 127) * 2 ** (7 * (bytes - 1));
			if (byte < 128) return {
				value,
				bytes
			};
		}
		throw malformed("protobuf", "an integer has more than 10 bytes");
	}
	async #skipScalar(tag) {
		switch (tag & 7) {
			case 0: return (await this.#varint()).bytes;
			case 1: return this.#skip(8);
			case 2: return 0;
			case 5: return this.#skip(4);
			default: throw malformed("protobuf", `wire type ${tag & 7} does not belong there`);
		}
	}
	async #skip(length) {
		for await (const _part of this.take(length));
		return length;
	}
};
// src/profiles/pyroscope/select.ts
const ANOTHER_FORMAT = Symbol("another format");
const FORMAT_PPROF = 4;
const PPROF = 5;
const PROFILE = 1;
function pprofSelect(call) {
	let knowsFormat = true;
	return async (selection, read) => {
		if (knowsFormat) {
			const outcome = await call("SelectMergeStacktraces", selectRequest(selection).uint(6, FORMAT_PPROF).finish(), async (open) => {
				const length = await wrappedLength(open);
				if (length === void 0) return ANOTHER_FORMAT;
				return read(length === 0 ? void 0 : await decoded(() => unwrapped(open)));
			});
			if (!("answer" in outcome)) return outcome;
			if (outcome.answer !== ANOTHER_FORMAT) return { answer: outcome.answer };
			knowsFormat = false;
		}
		return call("SelectMergeProfile", selectRequest(selection).finish(), async (open) => read(await decoded(open)));
	};
}
function selectRequest({ profileTypeId, selector, window }) {
	return new ProtoWriter().text(1, profileTypeId).text(2, selector).uint(3, window.from).uint(4, window.until);
}
async function wrappedLength(open) {
	const message = new MessageStream(open());
	const length = await findProfile(message);
	await message.close();
	return length;
}
async function* unwrapped(open) {
	const message = new MessageStream(open());
	const length = await findProfile(message);
	if (length !== void 0) yield* message.take(length);
	await message.drain();
}
async function findProfile(message) {
	const wrapper = await message.find(PPROF, Number.POSITIVE_INFINITY);
	const profile = wrapper && await message.find(PROFILE, wrapper.length);
	return wrapper && (profile?.length ?? 0);
}
async function decoded(open) {
	if (await isEmpty(open)) return void 0;
	const profile = await decodePprofStream(open, Number.POSITIVE_INFINITY);
	return profile.samples.count === 0 ? void 0 : profile;
}
async function isEmpty(open) {
	for await (const chunk of open()) if (chunk.length > 0) return false;
	return true;
}
// src/profiles/pyroscope/settle.ts
const LONGEST_MS = 9e4;
const QUIET_MS = 2e4;
const PAUSE_MS = 5e3;
async function settle(windows, clock, count) {
	const latest = Math.max(...windows.map(({ until }) => Math.min(until, clock.now()))) + LONGEST_MS;
	if (clock.now() >= latest) return "complete";
	let known = "";
	let since = clock.now();
	for (;;) {
		const there = await count();
		const now = clock.now();
		if (there !== known) {
			known = there;
			since = now;
		} else if (there !== "" && now - since >= QUIET_MS) return "complete";
		if (now >= latest) return now - since < PAUSE_MS ? "growing" : "complete";
		await clock.pause(PAUSE_MS);
	}
}
// src/profiles/pyroscope/warnings.ts
const STILL_GROWING = "Profiles of these windows still came when they were fetched, long after the windows had ended: some may be missing.";
const AVERAGED = "Profiles of this type show a state, so the average of each slice is compared, by shares: growth that all functions have in common is not seen.";
const SIDES = ["base", "head"];
function warningsOf(fetched) {
	const { end, profileTypeId, rounds } = fetched;
	const cutOff = Math.max(...rounds.map(({ profile }) => cutOffShare(profile)));
	return [
		...end === "growing" ? [STILL_GROWING] : [],
		...isSnapshot(profileTypeId) ? [AVERAGED] : [],
		...moved(fetched),
		...clamped(fetched),
		...fewer(fetched),
		...short(fetched),
		...cutOff > 0 ? [`Pyroscope cut off up to ${(cutOff * 100).toFixed(2)} % of a profile (the function "other").`] : []
	];
}
function fewer({ query, parts, rounds }) {
	const pairs = rounds.length / 2;
	const all = new Set([...parts.base, ...parts.head].map(({ round }) => round)).size;
	if (pairs === all) return [];
	return [`${pairs} of ${all} ${query.roundLabel === void 0 ? "slices" : `rounds (${query.roundLabel})`} are compared: in the others a side has no profile.`];
}
function short({ query, rounds }) {
	const shortest = Math.min(...rounds.map(({ seconds }) => seconds));
	if (query.roundLabel !== void 0 || shortest * 1e3 >= 6e4) return [];
	return [`Slices of ${shortest} s are shorter than the upload interval of some SDKs (60 s), so profiles spread unevenly over them. Use fewer slices or a longer window.`];
}
function moved({ query, parts: { windows } }) {
	return SIDES.flatMap((side) => {
		const window = windows[side];
		if (query[side].from === window.from && query[side].until === window.until) return [];
		return [`Of the window of ${side}, ${windowText(window)} is compared, so that slices meet the same hours of the day.`];
	});
}
function clamped({ query, now }) {
	return SIDES.filter((side) => query[side].from < now - LOOK_BACK_MS).map((side) => `The window of ${side} begins more than 7 days ago: unless set otherwise, servers leave out what is older, and do not say so.`);
}
// src/profiles/pyroscope/rounds.ts
async function fetchRounds(query, signal, { limits = CLIENT_LIMITS, clock = realClock(signal), tempDirectory } = {}) {
	const timeoutMs = query.answerTimeoutMs;
	const server = pyroscopeServer(query, signal, {
		...limits,
		timeoutMs
	}, tempDirectory);
	const end = await settle([query.base, query.head], clock, () => countProfiles(server, query, clock.now()));
	const now = clock.now();
	const { profileTypeId, ...found } = await foundIn(await searchSides(server, query, now));
	const select = pprofSelect(server.call);
	const isState = isSnapshot(profileTypeId);
	const fetchProfileOf = async (source) => {
		const selection = {
			...source,
			profileTypeId
		};
		const fetched = await fetchProfile(select, server.inSlices, selection);
		return fetched && isState ? {
			...fetched,
			profile: await averageProfile(server, selection, fetched.profile)
		} : fetched;
	};
	const parts = query.roundLabel === void 0 ? slicesOf(query, found) : await labelledRoundsOf(server, query.roundLabel, {
		...found,
		profileTypeId
	});
	const base = await fetchParts(parts.base, fetchProfileOf);
	const head = await fetchParts(parts.head, fetchProfileOf);
	const inBoth = ({ round }) => [base, head].every(({ rounds }) => rounds.some((other) => other.round === round));
	const rounds = [...base.rounds, ...head.rounds].filter(inBoth).map((round) => isState ? {
		...round,
		requests: void 0
	} : round);
	if (rounds.length === 0) throw noPairs(query);
	return {
		rounds,
		warnings: [
			...checkCommits("base", found.base, base.commits),
			...checkCommits("head", found.head, head.commits),
			...warningsOf({
				query,
				profileTypeId,
				end,
				parts,
				rounds,
				now
			})
		]
	};
}
async function countProfiles(server, query, now) {
	const search = await searchSides(server, query, now);
	if ("missing" in search) return "";
	const { base, head, profileTypeId } = search.found;
	const points = [base, head].map((side) => profilePoints(server, {
		...side,
		profileTypeId
	}));
	return JSON.stringify(await Promise.all(points));
}
async function fetchParts(parts, fetchProfileOf) {
	const rounds = [];
	const commits = new Set();
	for (const { source, name, ...round } of parts) {
		const place = `profile of ${round.side}, ${name}`;
		const fetched = await locatedLater(place, () => fetchProfileOf(source));
		if (fetched === void 0) continue;
		rounds.push({
			...round,
			profile: fetched.profile,
			failed: void 0
		});
		for (const commit of fetched.commits) commits.add(commit);
	}
	return {
		rounds,
		commits: [...commits].toSorted()
	};
}
function noPairs({ slices, roundLabel }) {
	return roundLabel === void 0 ? new FlamegateError("measurement", `in none of the ${slices} slices both sides have a profile in Pyroscope`, { hint: "Use fewer slices or a longer window." }) : new FlamegateError("measurement", `no value of ${roundLabel} has profiles of both sides in Pyroscope`, { hint: "Name the label that tells rounds apart, or use slices of time." });
}
export { fetchRounds };
