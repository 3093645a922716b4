import { n as FlamegateError } from "./errors.js";
import { a as countAt, c as listOf$1, d as optional, f as positiveAt, i as below, l as objectAt, n as arrayAt, o as fieldError, p as textAt, s as fractionAt, t as amountAt } from "./json-fields.js";
import { basename, resolve } from "node:path";
import { readFile, writeFile } from "node:fs/promises";
// src/profiles/manifest.ts
const NO_ROUNDS = {
	profileType: "",
	unit: "",
	rounds: []
};
// src/profiles/parse-environment.ts
function parseEnvironment(value, at) {
	const environment = objectAt(value, at);
	return {
		...optional(environment, "machine", at, parseMachine),
		...optional(environment, "conditions", at, parseConditions),
		...optional(environment, "runtimes", at, listOf(parseRuntime)),
		...optional(environment, "sampler", at, parseSampler)
	};
}
function parseMachine(value, at) {
	const machine = objectAt(value, at);
	return {
		...optional(machine, "platform", at, textAt),
		...optional(machine, "architecture", at, textAt),
		...optional(machine, "cpuModel", at, textAt),
		...optional(machine, "cpuVariant", at, textAt),
		...optional(machine, "cpus", at, countAt),
		...optional(machine, "allowedCpus", at, countAt),
		...optional(machine, "cpuQuota", at, orNone(positiveAt)),
		...optional(machine, "memoryBytes", at, countAt),
		...optional(machine, "memoryLimitBytes", at, orNone(countAt)),
		...optional(machine, "kernel", at, textAt),
		...optional(machine, "governor", at, textAt)
	};
}
function parseConditions(value, at) {
	const conditions = objectAt(value, at);
	return {
		...optional(conditions, "seconds", at, positiveAt),
		...optional(conditions, "serviceCpuSeconds", at, amountAt),
		...optional(conditions, "otherCpuShare", at, fractionAt),
		...optional(conditions, "stealShare", at, fractionAt),
		...optional(conditions, "throttledShare", at, fractionAt),
		...optional(conditions, "throttledSeconds", at, amountAt),
		...optional(conditions, "cpuPressureShare", at, fractionAt),
		...optional(conditions, "loadAverage", at, amountAt),
		...optional(conditions, "frequencyMhz", at, positiveAt)
	};
}
function parseRuntime(value, at) {
	const runtime = objectAt(value, at);
	return {
		name: textAt(runtime.name, below(at, "name")),
		...optional(runtime, "version", at, textAt),
		...optional(runtime, "digest", at, textAt)
	};
}
function parseSampler(value, at) {
	const sampler = objectAt(value, at);
	return {
		...optional(sampler, "profilers", at, listOf(textAt)),
		...optional(sampler, "period", at, positiveAt),
		...optional(sampler, "periodUnit", at, textAt)
	};
}
const LONGEST_LIST = 100;
function listOf(parse) {
	return (value, at) => {
		const items = arrayAt(value, at);
		if (items.length > LONGEST_LIST) throw fieldError(at, `a list of at most ${LONGEST_LIST}`);
		return items.map((item, index) => parse(item, below(at, index)));
	};
}
function orNone(parse) {
	return (value, at) => value === null ? null : parse(value, at);
}
// src/profiles/parse-manifest.ts
function parseManifest(value, document) {
	const at = {
		document,
		path: ""
	};
	const manifest = objectAt(value, at);
	if (manifest.schema !== 1) throw fieldError(below(at, "schema"), "1");
	return {
		schema: 1,
		service: textAt(manifest.service, below(at, "service")),
		...manifest.idle === void 0 ? parseType(manifest, at) : NO_ROUNDS,
		...optional(manifest, "base", at, parseSide),
		...optional(manifest, "head", at, parseSide),
		...optional(manifest, "diff", at, textAt),
		...optional(manifest, "plan", at, parsePlan),
		...optional(manifest, "further", at, listOf$1(parseType)),
		...optional(manifest, "broken", at, listOf$1(parseBroken)),
		...optional(manifest, "change", at, textAt),
		...optional(manifest, "idle", at, listOf$1(textAt))
	};
}
function parseType(value, at) {
	const type = objectAt(value, at);
	const rounds = listOf$1(parseRound)(type.rounds, below(at, "rounds"));
	if (rounds.length === 0) throw fieldError(below(at, "rounds"), "a list of at least one round");
	refuseRepeated(rounds, below(at, "rounds"));
	return {
		profileType: textAt(type.profileType, below(at, "profileType")),
		unit: textAt(type.unit, below(at, "unit")),
		rounds
	};
}
function parseBroken(value, at) {
	const broken = objectAt(value, at);
	return {
		profileType: textAt(broken.profileType, below(at, "profileType")),
		reason: textAt(broken.reason, below(at, "reason")),
		...optional(broken, "hint", at, textAt)
	};
}
function parseSide(value, at) {
	const side = objectAt(value, at);
	return {
		...optional(side, "ref", at, textAt),
		...optional(side, "commit", at, textAt),
		...optional(side, "roots", at, listOf$1(textAt))
	};
}
function parsePlan(value, at) {
	const plan = objectAt(value, at);
	const first = countAt(plan.first, below(at, "first"));
	const most = countAt(plan.most, below(at, "most"));
	if (first < 1) throw fieldError(below(at, "first"), "at least 1");
	if (most < first) throw fieldError(below(at, "most"), `at least as many as first, ${first}`);
	return {
		first,
		most,
		isCutShort: plan.isCutShort === true,
		...optional(plan, "comparisons", at, atLeastOne)
	};
}
function atLeastOne(value, at) {
	const count = countAt(value, at);
	if (count < 1) throw fieldError(at, "at least 1");
	return count;
}
function parseRound(value, at) {
	const round = objectAt(value, at);
	if (round.side !== "base" && round.side !== "head") {
		const byVariant = round.side === void 0 && round.variant !== void 0;
		throw fieldError(below(at, "side"), "\"base\" or \"head\"", byVariant ? "The rounds name a \"variant\" instead. Write a manifest of two variants only, with \"side\": \"base\" in the rounds of one and \"side\": \"head\" in those of the other." : "Each round needs its side: \"base\" before the change, \"head\" after it.");
	}
	return {
		side: round.side,
		round: countAt(round.round, below(at, "round")),
		profile: textAt(round.profile, below(at, "profile")),
		...optional(round, "requests", at, countAt),
		...optional(round, "failed", at, countAt),
		...optional(round, "seconds", at, positiveAt),
		...optional(round, "environment", at, parseEnvironment),
		...optional(round, "disturbance", at, parseDisturbance)
	};
}
function parseDisturbance(value, at) {
	return arrayAt(value, at).map((element, index) => {
		const sliceAt = below(at, index);
		const slice = objectAt(element, sliceAt);
		return {
			requests: amountAt(slice.requests, below(sliceAt, "requests")),
			cpuMs: amountAt(slice.cpuMs, below(sliceAt, "cpuMs")),
			beats: parseBeats(slice.beats, below(sliceAt, "beats"))
		};
	});
}
function parseBeats(value, at) {
	return arrayAt(value, at).map((element, index) => {
		const [micros, part] = arrayAt(element, below(at, index));
		const pairAt = below(at, index);
		return [positiveAt(micros, below(pairAt, 0)), fractionAt(part, below(pairAt, 1))];
	});
}
function refuseRepeated(rounds, at) {
	const seen = new Set();
	rounds.forEach(({ side, round }, index) => {
		const key = `${side} ${round}`;
		if (seen.has(key)) throw fieldError(below(at, index), `the only ${side} round with the number ${round}`);
		seen.add(key);
	});
}
// src/profiles/manifest-file.ts
async function readManifest(path) {
	return parseManifest(parseJson(await readText(path), `rounds manifest ${path}`), basename(path));
}
async function writeManifest(path, manifest) {
	await writeFile(path, `${inLines(manifest, "")}\n`);
}
function inLines(value, indent) {
	if (typeof value !== "object" || value === null || indent.length >= 4) return JSON.stringify(value);
	const inner = `${indent}  `;
	if (Array.isArray(value)) {
		const items = value.map((item) => `\n${inner}${JSON.stringify(item)}`);
		return items.length === 0 ? "[]" : `[${items.join(",")}\n${indent}]`;
	}
	return `{${Object.entries(value).flatMap(([name, field]) => field === void 0 ? [] : [`\n${inner}${JSON.stringify(name)}: ${inLines(field, inner)}`]).join(",")}\n${indent}}`;
}
function besideManifest(manifestPath, file) {
	return resolve(manifestPath, "..", file);
}
async function readText(path) {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		throw new FlamegateError("usage", `rounds manifest ${path} can't be read`, {
			hint: "Give the path of a rounds.json, as `flamegate run --bundle` writes it.",
			cause
		});
	}
}
function parseJson(text, path) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new FlamegateError("usage", `${path} is not JSON`, { cause });
	}
}
export { NO_ROUNDS as a, writeManifest as i, parseJson as n, readManifest as r, besideManifest as t };
