import { n as FlamegateError } from "./errors.js";
import { t as axios } from "./axios.js";
import { f as asJsonObject } from "./stack-table.js";
import { _ as serverUrl, a as listed, c as chooseProfileType, d as profilePoints, f as labelValues, g as accessHeaders, n as findSide, o as pyroscopeServer } from "./sides.js";
import { a as counted, c as points, u as setting } from "./numbers.js";
import { m as studentQuantile, t as POWER } from "./detectable.js";
// src/profiles/pyroscope/build-info.ts
const TIMEOUT_MS = 1e4;
const MAX_BYTES = 65536;
async function buildInfo(connection, signal) {
	const url = serverUrl(connection, "api/v1/status/buildinfo");
	try {
		const { status, data, headers } = await axios.get(url.href, {
			headers: {
				...accessHeaders(connection),
				Accept: "application/json"
			},
			responseType: "text",
			transformResponse: (text) => text,
			maxRedirects: 0,
			proxy: false,
			maxContentLength: MAX_BYTES,
			validateStatus: () => true,
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
		});
		const theirs = Date.parse(String(headers.date ?? ""));
		return {
			version: status === 200 ? versionIn(data) : void 0,
			clockAheadMs: Number.isNaN(theirs) ? void 0 : theirs - Date.now()
		};
	} catch {
		signal.throwIfAborted();
		return {
			version: void 0,
			clockAheadMs: void 0
		};
	}
}
function versionIn(text) {
	try {
		const version = asJsonObject(asJsonObject(JSON.parse(text))?.data)?.version;
		return typeof version === "string" && version !== "" ? version : void 0;
	} catch {
		return;
	}
}
// src/doctor/checks.ts
function diagnosisOf(checks) {
	const states = new Set(checks.map(({ state }) => state));
	return {
		schema: 1,
		verdict: states.has("broken") ? "broken" : states.has("weak") ? "weak" : "fit",
		checks
	};
}
// src/doctor/counting-limit.ts
function countingLimit(samples, { pairs, alpha, share }) {
	return reach(pairs, alpha) * Math.sqrt(2 * share / samples);
}
function samplesFor(change, { pairs, alpha, share }) {
	return Math.ceil(2 * share * (reach(pairs, alpha) / change) ** 2);
}
function reach(pairs, alpha) {
	const df = pairs - 1;
	return studentQuantile(alpha, df) + studentQuantile(1 - POWER, df);
}
// src/doctor/evidence.ts
const SHARE = .05;
const USUAL_RATE = 100;
function sideChecks(side, { profiles, samples, cpuSeconds }, slices) {
	const rate = samples !== void 0 && cpuSeconds ? samples / cpuSeconds : void 0;
	const counts = [
		counted(profiles, "profile"),
		...samples === void 0 ? [] : [counted(samples, "sample")],
		...rate === void 0 ? [] : [`${rate.toFixed(0)} samples per CPU second`]
	].join(", ");
	if (profiles < slices) return [{
		state: "broken",
		subject: side,
		fact: `${counts}, for ${counted(slices, "slice")}`,
		advice: "Use fewer slices or a longer window: a slice without a profile is not compared."
	}];
	return [{
		state: "ok",
		subject: side,
		fact: counts
	}];
}
function detectableCheck(sides, pairs, { alpha, maxIncrease }) {
	const samples = Math.min(...sides.map(samplesOf));
	if (!(samples > 0)) return void 0;
	const precision = {
		pairs,
		alpha,
		share: SHARE
	};
	const limit = countingLimit(samples, precision);
	const fact = `of a function with ${setting(SHARE)} of the CPU, a change of ${points(limit).replace("+", "")} can be seen at best`;
	if (limit <= maxIncrease) return {
		state: "ok",
		subject: "precision",
		fact
	};
	const times = Math.ceil(samplesFor(maxIncrease, precision) / samples);
	return {
		state: "weak",
		subject: "precision",
		fact: `${fact}; ${points(maxIncrease).replace("+", "")} are allowed`,
		advice: `It takes ${times} times the samples: sample more often (up to 1,000 times a second), or use longer windows, more load or more replicas.`
	};
}
function samplesOf({ samples, cpuSeconds }) {
	return samples ?? (cpuSeconds ?? 0) * USUAL_RATE;
}
// src/doctor/doctor.ts
const MAX_SKEW_MS = 5e3;
async function doctor(config, { signal }) {
	const { pyroscope } = config;
	const server = pyroscopeServer(pyroscope, signal);
	const checks = [];
	try {
		checks.push(...await serverChecks(config, server, signal));
		const base = await sideOf("base", config, server, checks);
		const head = await sideOf("head", config, server, checks);
		if (base !== void 0 && head !== void 0) checks.push(...await evidenceChecks(config, server, {
			base,
			head
		}));
	} catch (error) {
		checks.push(brokenBy("server", error));
	}
	return diagnosisOf(checks);
}
async function serverChecks({ pyroscope }, server, signal) {
	const { version, clockAheadMs } = await buildInfo(pyroscope, signal);
	const { from, until } = pyroscope.head;
	const services = await labelValues(server, "service_name", {
		selector: "{}",
		window: {
			from,
			until
		}
	});
	return [
		{
			state: "ok",
			subject: "server",
			fact: `answers as ${version === void 0 ? "Pyroscope, of a version that it does not tell" : `Pyroscope ${version}`}`
		},
		...clockCheck(clockAheadMs),
		services.length > 0 ? {
			state: "ok",
			subject: "services",
			fact: listed(services)
		} : {
			state: "broken",
			subject: "services",
			fact: "there are no profiles of any service in that time",
			advice: "See that the tenant is right, and that services send profiles."
		}
	];
}
function clockCheck(aheadMs) {
	if (aheadMs === void 0) return [];
	const seconds = Math.round(Math.abs(aheadMs) / 1e3);
	if (Math.abs(aheadMs) <= MAX_SKEW_MS) return [{
		state: "ok",
		subject: "clock",
		fact: `the server's and this machine's agree`
	}];
	return [{
		state: "weak",
		subject: "clock",
		fact: `the server's is ${seconds} s ${aheadMs > 0 ? "ahead of" : "behind"} this machine's`,
		advice: "Set the clocks: profiles are found by the time that they carry."
	}];
}
async function sideOf(side, { pyroscope }, server, checks) {
	try {
		const found = await findSide(server, side, pyroscope[side], Date.now());
		checks.push({
			state: "ok",
			subject: side,
			fact: `${found.selector} has ${found.profileTypes.join(", ")}`
		});
		return found;
	} catch (error) {
		checks.push(brokenBy(side, error));
		return;
	}
}
async function evidenceChecks({ pyroscope, profileType, policy }, server, found) {
	const id = chooseProfileType(profileType, {
		base: found.base.profileTypes,
		head: found.head.profileTypes
	});
	const base = await evidenceOf(server, found.base, id);
	const head = await evidenceOf(server, found.head, id);
	const detectable = detectableCheck([base, head], pyroscope.slices, policy);
	return [
		{
			state: "ok",
			subject: "profile type",
			fact: id
		},
		...sideChecks("base", base, pyroscope.slices),
		...sideChecks("head", head, pyroscope.slices),
		...detectable === void 0 ? [] : [detectable]
	];
}
async function evidenceOf(server, side, id) {
	const { profiles, total } = await profilePoints(server, {
		...side,
		profileTypeId: id
	});
	const [name, , unit, ...period] = id.split(":");
	const counting = [
		name,
		"samples",
		"count",
		...period
	].join(":");
	return {
		profiles,
		samples: side.profileTypes.includes(counting) ? (await profilePoints(server, {
			...side,
			profileTypeId: counting
		})).total : void 0,
		cpuSeconds: unit === "nanoseconds" ? total / 1e9 : void 0
	};
}
function brokenBy(subject, error) {
	if (!(error instanceof FlamegateError) || error.kind === "interrupted") throw error;
	const { message, hint } = error;
	return {
		state: "broken",
		subject,
		fact: message,
		...hint === void 0 ? {} : { advice: hint }
	};
}
export { doctor };
