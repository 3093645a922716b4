import { n as FlamegateError } from "./errors.js";
import { r as readManifest } from "./manifest-file.js";
import { a as countAt, c as listOf, d as optional, f as positiveAt, i as below, l as objectAt, n as arrayAt, o as fieldError, p as textAt, t as amountAt, u as oneOf } from "./json-fields.js";
import { l as record, s as oneOf$1, t as BISECTION, u as text } from "./bisection-shape.js";
import { t as ASPECTS } from "./aspects.js";
import { join } from "node:path";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
// src/replay/parse-settings.ts
function parseJudged(value, at) {
	const service = objectAt(value, at);
	return {
		...service,
		name: textAt(service.name, below(at, "name")),
		types: listOf(parseType)(service.types, below(at, "types")),
		policy: parsePolicy(service.policy, below(at, "policy")),
		allowDifferent: listOf(oneOf(ASPECTS))(service.allowDifferent, below(at, "allowDifferent")),
		handling: parseHandling(service.handling, below(at, "handling"))
	};
}
function parseType(value, at) {
	const type = objectAt(value, at);
	return {
		...type,
		profileType: textAt(type.profileType, below(at, "profileType")),
		policy: parsePolicy(type.policy, below(at, "policy"))
	};
}
function parsePolicy(value, at) {
	const policy = objectAt(value, at);
	return {
		...policy,
		maxIncrease: positiveAt(policy.maxIncrease, below(at, "maxIncrease")),
		minRelative: amountAt(policy.minRelative, below(at, "minRelative")),
		alpha: positiveAt(policy.alpha, below(at, "alpha")),
		...optional(policy, "rules", at, listOf(parseRule)),
		...optional(policy, "waivers", at, listOf(parseWaiver))
	};
}
function parseRule(value, at) {
	const rule = objectAt(value, at);
	return {
		...parsePattern(rule, at),
		maxIncrease: void 0,
		minRelative: void 0,
		...optional(rule, "maxIncrease", at, positiveAt),
		...optional(rule, "minRelative", at, amountAt),
		isIgnored: flagAt(rule.isIgnored, below(at, "isIgnored"))
	};
}
function parseWaiver(value, at) {
	const waiver = objectAt(value, at);
	return {
		...parsePattern(waiver, at),
		ceiling: positiveAt(waiver.ceiling, below(at, "ceiling")),
		reason: textAt(waiver.reason, below(at, "reason")),
		issue: void 0,
		...optional(waiver, "issue", at, textAt),
		expires: textAt(waiver.expires, below(at, "expires")),
		isExpired: flagAt(waiver.isExpired, below(at, "isExpired")),
		...optional(waiver, "given", at, parseOrigin)
	};
}
function parseOrigin(value, at) {
	const { by, url } = objectAt(value, at);
	return {
		by: textAt(by, below(at, "by")),
		url: textAt(url, below(at, "url"))
	};
}
function parsePattern(pattern, at) {
	return {
		...optional(pattern, "functions", at, textAt),
		...optional(pattern, "files", at, textAt),
		...optional(pattern, "packages", at, textAt)
	};
}
function parseHandling(value, at) {
	const handling = objectAt(value, at);
	return {
		...handling,
		mode: oneOf([
			"observe",
			"comment",
			"block"
		])(handling.mode, below(at, "mode")),
		onInconclusive: oneOf(["warn", "fail"])(handling.onInconclusive, below(at, "onInconclusive")),
		...optional(handling, "playbook", at, textAt)
	};
}
function flagAt(value, at) {
	if (typeof value === "boolean") return value;
	throw fieldError(at, "true or false");
}
// src/replay/parse-gate-record.ts
function parseGateRecord(value, document) {
	const at = {
		document,
		path: ""
	};
	const record = objectAt(value, at);
	if (record.schema !== 1) throw fieldError(below(at, "schema"), "1");
	const services = listOf(parseService)(record.services, below(at, "services"));
	if (services.length === 0) throw fieldError(below(at, "services"), "a list of at least one");
	const files = objectAt(record.files, below(at, "files"));
	return {
		schema: 1,
		version: textAt(record.version, below(at, "version")),
		name: textAt(record.name, below(at, "name")),
		...optional(record, "runUrl", at, textAt),
		services,
		report: digestAt(record.report, below(at, "report")),
		files: Object.fromEntries(Object.entries(files).map(([path, digest]) => [insideAt(path, below(below(at, "files"), path)), digestAt(digest, below(below(at, "files"), path))]))
	};
}
function parseService(value, at) {
	const recorded = objectAt(value, at);
	return {
		folder: insideAt(recorded.folder, below(at, "folder")),
		service: parseJudged(recorded.service, below(at, "service")),
		comparisons: countAt(recorded.comparisons, below(at, "comparisons")),
		waivers: listOf(parseWaiver)(recorded.waivers, below(at, "waivers")),
		base: parseSide(recorded.base, below(at, "base")),
		head: parseSide(recorded.head, below(at, "head")),
		warnings: listOf(textAt)(recorded.warnings, below(at, "warnings")),
		owners: listOf(parseOwners)(recorded.owners, below(at, "owners")),
		bisections: listOf(FOUND_COMMIT)(recorded.bisections, below(at, "bisections")),
		...optional(recorded, "failure", at, parseFailure)
	};
}
function parseSide(value, at) {
	const side = objectAt(value, at);
	return {
		...optional(side, "ref", at, textAt),
		...optional(side, "commit", at, textAt)
	};
}
function parseOwners(value, at) {
	const { file, owners } = objectAt(value, at);
	return {
		file: file === "" ? "" : textAt(file, below(at, "file")),
		owners: listOf(textAt)(owners, below(at, "owners"))
	};
}
const FOUND_COMMIT = record({
	profileType: text,
	function: text,
	file: text,
	line: countAt,
	measure: oneOf$1("total", "self"),
	bisection: BISECTION
});
function parseFailure(value, at) {
	const failure = objectAt(value, at);
	return {
		message: textAt(failure.message, below(at, "message")),
		...optional(failure, "hint", at, textAt),
		output: arrayAt(failure.output, below(at, "output")).map(String)
	};
}
function digestAt(value, at) {
	if (typeof value === "string" && /^[\da-f]{64}$/u.test(value)) return value;
	throw fieldError(at, "a SHA-256 digest");
}
function insideAt(value, at) {
	const path = textAt(value, at);
	if (!path.startsWith("/") && !path.split("/").includes("..")) return path;
	throw fieldError(at, "a path inside of the bundle");
}
// src/replay/seal.ts
const RECORD = "gate.json";
const MANIFEST = "rounds.json";
const SEAL_DIGITS = 16;
async function sealBundle(folder, record) {
	try {
		await mkdir(folder, { recursive: true });
		const files = {};
		for (const path of await filesOf(folder, record)) files[path] = await digestOfFile(join(folder, path));
		const whole = {
			schema: 1,
			...record,
			files
		};
		await writeFile(join(folder, RECORD), `${JSON.stringify(whole, null, 2)}\n`);
	} catch (cause) {
		throw new FlamegateError("measurement", `the bundle in ${folder} can't be completed: ${cause instanceof Error ? cause.message : String(cause)}`, {
			hint: "See that the folder is writable and the disk has room.",
			cause
		});
	}
}
async function openSealed(folder, expected) {
	const sealed = await readSealed(folder);
	if (expected !== void 0 && !isSame(expected, sealed.seal)) throw changed(folder, `its seal is ${sealed.seal}, not ${expected}`);
	const { files } = sealed.record;
	for (const [path, digest] of Object.entries(files)) {
		const found = await digestOfFile(join(folder, path)).catch(() => void 0);
		if (found === void 0) throw changed(folder, `${path} is missing`);
		if (found !== digest) throw changed(folder, `${path} is not what was recorded`);
	}
	for (const path of await filesOf(folder, sealed.record)) if (!Object.hasOwn(files, path)) throw changed(folder, `${path} was not recorded`);
	return sealed;
}
async function sealOf(folder) {
	const text = await readFile(join(folder, RECORD), "utf8").catch(() => void 0);
	return text === void 0 ? void 0 : sealOfText(text);
}
function digestOfText(text) {
	return createHash("sha256").update(text).digest("hex");
}
async function readSealed(folder) {
	let text;
	try {
		text = await readFile(join(folder, RECORD), "utf8");
	} catch (cause) {
		throw new FlamegateError("usage", `${folder} is no bundle: there is no ${RECORD} in it`, {
			hint: "Give the folder that `flamegate run --bundle` or the Action recorded, unpacked.",
			cause
		});
	}
	return {
		record: parseGateRecord(parsed(text), RECORD),
		seal: sealOfText(text)
	};
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new FlamegateError("usage", `${RECORD} is not JSON`, { cause });
	}
}
function sealOfText(text) {
	return digestOfText(text).slice(0, SEAL_DIGITS);
}
function isSame(expected, seal) {
	return expected.length >= 8 && (seal.startsWith(expected) || expected.startsWith(seal));
}
function changed(folder, how) {
	return new FlamegateError("usage", `the bundle in ${folder} was changed: ${how}`, { hint: "Download it again; a verdict can only be made from what was measured." });
}
async function filesOf(folder, { services }) {
	const paths = [];
	for (const { folder: own, failure } of services) {
		if (failure !== void 0) continue;
		const manifest = await readManifest(join(folder, own, MANIFEST));
		paths.push(...[MANIFEST, ...namedBy(manifest)].map((name) => join(own, name)));
	}
	return paths.sort();
}
function namedBy({ rounds, further = [], diff, change }) {
	return [
		...[{ rounds }, ...further].flatMap((type) => type.rounds.map(({ profile }) => profile)),
		...diff === void 0 ? [] : [diff],
		...change === void 0 ? [] : [change]
	];
}
async function digestOfFile(path) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path), hash);
	return hash.digest("hex");
}
export { sealOf as i, openSealed as n, sealBundle as r, digestOfText as t };
