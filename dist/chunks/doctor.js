import { n as windowText } from "./window.js";
import { n as FlamegateError } from "./errors.js";
import { t as nameServed } from "./name-served.js";
import { t as axios } from "./axios.js";
import { r as asJsonObject } from "./json-fields.js";
import { i as serverUrl, t as accessHeaders } from "./connection.js";
import { o as CLIENT_LIMITS } from "./selector.js";
import { a as listed, c as chooseProfileType, d as profilePoints, f as labelledRoundsOf, h as labelValues, n as searchSide, o as pyroscopeServer, s as foundIn } from "./sides.js";
import { i as studentQuantile, t as POWER } from "./detectable.js";
import { a as counted, c as points, u as setting } from "./numbers.js";
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
function sideChecks(side, { profiles, samples, cpuSeconds }, pairs) {
	const rate = samples !== void 0 && cpuSeconds ? samples / cpuSeconds : void 0;
	const counts = [
		counted(profiles, "profile"),
		...samples === void 0 ? [] : [counted(samples, "sample")],
		...rate === void 0 ? [] : [`${rate.toFixed(0)} samples per CPU second`]
	].join(", ");
	if (pairs.called === "slice" && profiles < pairs.count) return [{
		state: "broken",
		subject: side,
		fact: `${counts}, for ${counted(pairs.count, "slice")}`,
		advice: "Use fewer slices or a longer window: a slice without a profile is not compared."
	}];
	if (pairs.called === "round" && pairs.count < 3) return [{
		state: "broken",
		subject: side,
		fact: `${counts}, in ${counted(pairs.count, "round")} that both sides have`,
		advice: "See that the round label is the one that tells rounds apart, and record more of them."
	}];
	return [{
		state: "ok",
		subject: side,
		fact: counts
	}];
}
function detectableCheck(sides, { count }, { alpha, maxIncrease }) {
	const samples = Math.min(...sides.map(samplesOf));
	if (!(samples > 0) || count < 3) return void 0;
	const precision = {
		pairs: count,
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
async function doctor(config, surroundings) {
	const { pyroscope } = config;
	const { signal } = surroundings;
	const timeoutMs = pyroscope.answerTimeoutMs;
	const server = pyroscopeServer(pyroscope, signal, {
		...CLIENT_LIMITS,
		timeoutMs
	});
	const checks = [];
	const { base: before, head: after } = await nameServed(config, surroundings);
	try {
		checks.push(...await serverChecks(config, server, signal));
		const base = await sideOf("base", {
			...config.service.base,
			...before
		}, server, checks);
		const head = await sideOf("head", {
			...config.service.head,
			...after
		}, server, checks);
		if (base !== void 0 && head !== void 0) checks.push(...await evidenceChecks(config, server, {
			base,
			head
		}));
	} catch (error) {
		checks.push(brokenBy("server", error));
	}
	return diagnosisOf(checks);
}
async function serverChecks({ pyroscope, service }, server, signal) {
	const { version, clockAheadMs } = await buildInfo(pyroscope, signal);
	const { from, until } = service.head;
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
async function sideOf(side, query, server, checks) {
	try {
		const found = await foundIn(await searchSide(server, side, query, Date.now()));
		checks.push({
			state: "ok",
			subject: side,
			fact: `${found.selector} has ${found.profileTypes.join(", ")} in ${windowText(query)}`
		});
		return found;
	} catch (error) {
		checks.push(brokenBy(side, error));
		return;
	}
}
async function evidenceChecks({ service }, server, found) {
	const checks = [];
	for (const type of service.types) try {
		checks.push(...await typeChecks(type, service, server, found));
	} catch (error) {
		checks.push(brokenBy("profile type", error));
	}
	return checks;
}
async function typeChecks({ profileType, policy }, service, server, found) {
	const id = chooseProfileType(profileType, {
		base: found.base.profileTypes,
		head: found.head.profileTypes
	});
	const base = await evidenceOf(server, found.base, id);
	const head = await evidenceOf(server, found.head, id);
	const pairs = await pairsOf(service, server, {
		...found,
		profileTypeId: id
	});
	const detectable = detectableCheck([base, head], pairs, policy);
	return [
		{
			state: "ok",
			subject: "profile type",
			fact: id
		},
		...sideChecks("base", base, pairs),
		...sideChecks("head", head, pairs),
		...detectable === void 0 ? [] : [detectable]
	];
}
async function pairsOf({ slices, roundLabel }, server, found) {
	if (roundLabel === void 0) return {
		count: slices,
		called: "slice"
	};
	const { base, head } = await labelledRoundsOf(server, roundLabel, found);
	return {
		count: base.filter(({ round }) => head.some((other) => other.round === round)).length,
		called: "round"
	};
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
