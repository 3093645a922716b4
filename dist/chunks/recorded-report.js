import { D as invalidResult, E as refusalOf, O as resultOf, T as judgeEnvironment, h as decideRounds, i as loadType, j as policyIn, k as unmeasured, m as decideOnce, n as loadDiff, o as comparisonInput, t as loadChange } from "./load-rounds.js";
import { n as FlamegateError, r as isBroken } from "./errors.js";
import { t as groupFindings } from "./groups.js";
import { r as readManifest } from "./manifest-file.js";
import { r as reportOf } from "./report.js";
import { a as countAt, c as listOf, d as optional, i as below, l as objectAt, n as arrayAt, o as fieldError, p as textAt, u as oneOf } from "./json-fields.js";
import { n as matcherOf } from "./limits.js";
import { r as sampleTypesMeant } from "./kinds.js";
import { a as counted } from "./numbers.js";
import { join } from "node:path";
// src/owned.ts
function withOwners(result, owners) {
	const culprits = new Set(culpritsOf(result));
	const findings = result.findings.map((finding) => {
		const found = culprits.has(finding) && owners.find(({ file }) => file === finding.file);
		return found ? {
			...finding,
			owners: found.owners
		} : finding;
	});
	return {
		...result,
		findings
	};
}
function filesOfCulprits(results) {
	return [...new Set(results.flatMap(culpritsOf).map(({ file }) => file))];
}
function culpritsOf({ findings }) {
	return groupFindings(findings).culprits;
}
// src/change/parse-facts.ts
const KINDS = [...[
	"comments",
	"documentation",
	"tests",
	"upkeep"
], ...[
	"unloaded",
	"source",
	"packages",
	"other"
]];
const RELATIONS = [
	"loads",
	"loaded",
	"beside",
	"shares",
	"apart"
];
const ECOSYSTEMS = [
	"npm",
	"go",
	"python",
	"cargo",
	"maven"
];
function parseFacts(value, document) {
	const at = {
		document,
		path: ""
	};
	const facts = objectAt(value, at);
	if (facts.schema !== 1) throw fieldError(below(at, "schema"), "1");
	const relations = objectAt(facts.relations, below(at, "relations"));
	return {
		schema: 1,
		files: listAt(facts, "files", at, parseFile),
		packages: listAt(facts, "packages", at, parsePackage),
		relations: Object.fromEntries(Object.entries(relations).map(([file, relation]) => [file, oneOf(RELATIONS)(relation, below(below(at, "relations"), file))]))
	};
}
function parseFile(value, at) {
	const file = objectAt(value, at);
	return {
		path: textAt(file.path, below(at, "path")),
		kind: oneOf(KINDS)(file.kind, below(at, "kind")),
		...optional(file, "why", at, textAt),
		...optional(file, "functions", at, listOf(parseFunction)),
		...optional(file, "lines", at, listOf(parseRange))
	};
}
function parseFunction(value, at) {
	const { name, touched, ...lines } = objectAt(value, at);
	if (typeof name !== "string") throw fieldError(below(at, "name"), "a string");
	return {
		name,
		line: countAt(lines.line, below(at, "line")),
		body: countAt(lines.body, below(at, "body")),
		end: countAt(lines.end, below(at, "end")),
		touched: touched === true
	};
}
function parseRange(value, at) {
	const [start, end] = arrayAt(value, at);
	return [countAt(start, below(at, 0)), countAt(end, below(at, 1))];
}
function parsePackage(value, at) {
	const one = objectAt(value, at);
	return {
		ecosystem: oneOf(ECOSYSTEMS)(one.ecosystem, below(at, "ecosystem")),
		name: textAt(one.name, below(at, "name")),
		base: listAt(one, "base", at, textAt),
		head: listAt(one, "head", at, textAt),
		dependents: one.dependents === void 0 ? void 0 : listAt(one, "dependents", at, textAt),
		isLoaded: one.isLoaded !== false
	};
}
function listAt(parent, key, at, parse) {
	return listOf(parse)(parent[key], below(at, key));
}
// src/idle-rules.ts
function tellIdleRules(results, { policy }) {
	const [first, ...others] = results;
	if (first === void 0 || results.some(({ tested }) => tested.length === 0)) return [...results];
	const tested = results.flatMap((result) => result.tested.map(({ function: name, file }) => ({
		name,
		file
	})));
	const warnings = (policy.rules ?? []).filter((rule) => !rule.isIgnored && !rule.isShared && !tested.some(matcherOf(rule))).map((rule) => `No function that was judged is meant by the threshold for ${inWords$1(rule)}.`);
	return [{
		...first,
		warnings: [...first.warnings, ...warnings]
	}, ...others];
}
function inWords$1({ functions, files, packages }) {
	return [
		functions === void 0 ? [] : [`function ${functions}`],
		files === void 0 ? [] : [`file ${files}`],
		packages === void 0 ? [] : [`package ${packages}`]
	].flat().join(", ");
}
// src/report/idle-result.ts
function idleResult(facts, subjects, warnings) {
	const files = (facts?.files ?? []).flatMap(toIdleFile);
	return {
		...unmeasured(subjects),
		verdict: "pass",
		reason: `the change has no effect on what is built, so nothing was measured: ${inWords(files)}`,
		warnings: [...warnings],
		advice: [],
		output: [],
		idle: files
	};
}
function toIdleFile(file) {
	const { path, kind } = file;
	switch (kind) {
		case "comments":
		case "documentation":
		case "tests":
		case "upkeep": return [{
			path,
			kind
		}];
		default: return [];
	}
}
const WORDS = {
	comments: ["source with other comments", "sources with other comments"],
	documentation: ["file of documentation", "files of documentation"],
	tests: ["test file", "test files"],
	upkeep: ["file that the service never loads", "files that the service never loads"]
};
function inWords(files) {
	return Object.keys(WORDS).flatMap((kind) => {
		const count = files.filter((file) => file.kind === kind).length;
		return count === 0 ? [] : [counted(count, ...WORDS[kind])];
	}).join(", ");
}
// src/verdict.ts
function judge({ allowDifferent }, { rounds, change, plan, ...evidence }) {
	const environment = judgeEnvironment(rounds, allowDifferent);
	const { base, head } = environment;
	const unit = rounds[0]?.profile.sampleType.unit ?? evidence.subjects.unit;
	const subjects = {
		...evidence.subjects,
		unit,
		environment: {
			base,
			head
		}
	};
	const warnings = [...evidence.warnings, ...environment.warnings];
	const refusal = refusalOf(environment);
	if (refusal !== void 0) return invalidResult(refusal, subjects, warnings);
	const input = comparisonInput(rounds, subjects, change);
	const decision = plan === void 0 ? decideOnce(input) : decideRounds(input, plan);
	return resultOf(decision, rounds, subjects, warnings);
}
async function judgeBundle(path, manifest, service, { version, warnings, waivers }) {
	const types = typesOf(manifest, service);
	const terms = {
		comparisons: manifest.plan?.comparisons ?? types.length,
		waivers
	};
	const results = [];
	for (const { type, recorded } of types) {
		const { plan, base, head } = manifest;
		const subjects = {
			service: manifest.service,
			profileType: recorded?.profileType ?? type.profileType,
			unit: recorded?.unit ?? "",
			base,
			head,
			policy: policyIn(terms, type.policy),
			version
		};
		results.push(await orInvalid(subjects, warnings, async () => {
			const change = await loadKnown(path, manifest);
			if (manifest.idle !== void 0) return idleResult(change.facts, subjects, warnings);
			if (recorded === void 0) throw notRecorded(type, manifest);
			return judge(service, {
				rounds: await loadType(path, recorded),
				subjects,
				change,
				plan,
				warnings
			});
		}));
	}
	return tellIdleRules(results, service);
}
async function loadKnown(path, manifest) {
	const change = await loadChange(path, manifest);
	return {
		diff: await loadDiff(path, manifest),
		facts: change && parseFacts(change.value, change.document)
	};
}
function typesOf(manifest, { types, policy }) {
	const { idle } = manifest;
	if (idle !== void 0) return (types.length > 0 ? types : idle.map((profileType) => ({
		profileType,
		policy
	}))).map((type) => ({
		type,
		recorded: void 0
	}));
	const all = [manifest, ...manifest.further ?? []];
	if (types.length === 0) {
		const broken = (manifest.broken ?? []).map(({ profileType }) => profileType);
		return [...all.map((recorded) => ({
			type: {
				profileType: recorded.profileType,
				policy
			},
			recorded
		})), ...broken.map((profileType) => ({
			type: {
				profileType,
				policy
			},
			recorded: void 0
		}))];
	}
	return types.map((type) => ({
		type,
		recorded: sampleTypesMeant(type.profileType).flatMap((meant) => all.find(({ profileType }) => profileType === meant) ?? [])[0]
	}));
}
function notRecorded({ profileType }, { profileType: main, further = [], broken = [] }) {
	const known = broken.find((one) => one.profileType === profileType);
	if (known !== void 0) {
		const { reason, hint } = known;
		return new FlamegateError("measurement", reason, hint === void 0 ? {} : { hint });
	}
	const there = [main, ...further.map((type) => type.profileType)];
	return new FlamegateError("measurement", `${JSON.stringify(profileType)} was not recorded; there is: ${there.join(", ")}`, { hint: "Choose one of these as the profile type, or record it too." });
}
async function orInvalid(subjects, warnings, job) {
	try {
		return await job();
	} catch (error) {
		if (!isBroken(error)) throw error;
		return invalidResult(error, subjects, warnings);
	}
}
function subjectsOf({ name }, { profileType, policy }, version, sides = {}) {
	return {
		service: name,
		profileType,
		unit: "",
		base: sides.base,
		head: sides.head,
		policy,
		version
	};
}
// src/recorded-report.ts
async function reportOn(services, root, version) {
	return withRecorded(await judgeRecorded(services, root, version), services);
}
async function judgeRecorded(services, root, version) {
	const compared = [];
	for (const recorded of services) {
		const { handling } = recorded.service;
		const results = await resultsOf(recorded, root, version);
		compared.push(...results.map((result) => ({
			result,
			handling
		})));
	}
	return reportOf(atLeastOne(compared));
}
function withRecorded(report, services) {
	const known = ({ result, handling }) => {
		const recorded = services.find(({ service }) => service.name === result.service);
		return {
			result: withOwners(withBisections(result, recorded?.bisections ?? []), recorded?.owners ?? []),
			handling
		};
	};
	const [first, ...others] = report.comparisons;
	return reportOf([known(first), ...others.map(known)]);
}
function withBisections(result, bisections) {
	const findings = result.findings.map((finding) => {
		const found = bisections.find((one) => one.profileType === result.profileType && isOf(one, finding));
		return found === void 0 ? finding : {
			...finding,
			bisection: found.bisection
		};
	});
	return {
		...result,
		findings
	};
}
function isOf(found, finding) {
	return [
		"function",
		"file",
		"line",
		"measure"
	].every((field) => found[field] === finding[field]);
}
function atLeastOne([first, ...others]) {
	if (first === void 0) throw new FlamegateError("internal", "nothing was compared");
	return [first, ...others];
}
async function resultsOf({ folder, service, comparisons, waivers, base, head, warnings, failure }, root, version) {
	if (failure === void 0) {
		const path = join(root, folder, "rounds.json");
		return judgeBundle(path, await readManifest(path), service, {
			version,
			warnings,
			waivers
		});
	}
	const { message, ...details } = failure;
	const error = new FlamegateError("measurement", message, details);
	return service.types.map(({ profileType, policy }) => {
		const type = {
			profileType,
			policy: policyIn({
				comparisons,
				waivers
			}, policy)
		};
		return invalidResult(error, subjectsOf(service, type, version, {
			base,
			head
		}), warnings);
	});
}
export { judge as a, subjectsOf as c, withRecorded as i, filesOfCulprits as l, judgeRecorded as n, judgeBundle as o, reportOn as r, orInvalid as s, atLeastOne as t, withOwners as u };
