import { n as FlamegateError } from "./errors.js";
import { t as labelOf } from "./report.js";
import { a as maybeMissing, c as orNull, i as list, l as record, n as arranged, o as number, r as flag, s as oneOf, t as BISECTION, u as text } from "./bisection-shape.js";
import { a as countAt } from "./json-fields.js";
// src/report/result-shape.ts
const MEASURE = oneOf("total", "self");
const JUDGED_COST = {
	function: text,
	file: text,
	line: countAt,
	measure: MEASURE,
	baseShare: number,
	headShare: number,
	delta: number,
	low: number,
	high: number,
	adjustedP: number,
	threshold: number
};
const FINDING = record({
	kind: oneOf("regression", "improvement", "new", "gone", "moved"),
	fails: flag,
	...JUDGED_COST,
	culprit: flag,
	explainedBy: orNull(text),
	path: list(text),
	change: orNull(record({
		mark: oneOf("touched", "reachable", "unrelated"),
		because: text
	})),
	waiver: maybeMissing(record({
		state: oneOf("applies", "exceeded", "expired"),
		ceiling: number,
		reason: text,
		issue: orNull(text),
		expires: text,
		given: maybeMissing(record({
			by: text,
			url: text
		}))
	})),
	owners: maybeMissing(list(text)),
	bisection: maybeMissing(BISECTION)
});
const TESTED = record({
	...JUDGED_COST,
	judgement: oneOf("rise", "fall", "within", "undecided"),
	minimumDetectable: orNull(number)
});
const UNDECIDED = record({
	function: text,
	file: text,
	measure: MEASURE,
	baseShare: number,
	delta: number,
	upperBound: number,
	threshold: number
});
const SEEN = record({
	baseShare: number,
	headShare: number,
	delta: number
});
const DIFFERENCE = record({
	function: text,
	file: text,
	line: countAt,
	total: SEEN,
	self: SEEN
});
const SIDE = record({
	ref: orNull(text),
	commit: orNull(text),
	window: maybeMissing(text),
	rounds: countAt,
	requests: orNull(number),
	failed: orNull(number),
	costPerRequest: orNull(number),
	ticks: number
});
const SIDE_ENVIRONMENT = record({
	cpus: list(text),
	cpuCount: orNull(number),
	cpuQuota: orNull(number),
	memoryBytes: orNull(number),
	runtimes: list(text),
	profilers: list(text),
	sampleRateAsked: orNull(number),
	sampleRateAchieved: orNull(number),
	capturedShare: orNull(number),
	namedShare: orNull(number),
	stealShare: orNull(number),
	otherCpuShare: orNull(number),
	throttledShare: orNull(number),
	cpuPressureShare: orNull(number)
});
const CONFIRMATION = record({
	outcome: oneOf("confirmed", "refuted", "pending"),
	raisedAfter: countAt,
	freshRounds: countAt,
	suspects: list(text),
	times: oneOf(1, 2)
});
const IDLE_FILE = record({
	path: text,
	kind: oneOf("comments", "documentation", "tests", "upkeep")
});
const RESULT = record({
	schema: oneOf(1),
	verdict: oneOf("pass", "regression", "inconclusive", "invalid"),
	reason: text,
	findings: list(FINDING),
	minimumDetectableChange: orNull(number),
	rounds: countAt,
	warnings: list(text),
	service: text,
	profileType: text,
	unit: text,
	base: SIDE,
	head: SIDE,
	policy: record({
		maxIncrease: number,
		minRelative: number,
		alpha: number
	}),
	normalisation: orNull(oneOf("counted", "estimated")),
	slowdown: orNull(record({
		base: number,
		head: number
	})),
	program: orNull(record({
		delta: number,
		low: number,
		high: number
	})),
	undecided: list(UNDECIDED),
	differences: list(DIFFERENCE),
	functionsTested: countAt,
	functionsRuled: maybeMissing(countAt),
	tested: list(TESTED),
	confirmation: orNull(CONFIRMATION),
	idle: orNull(list(IDLE_FILE)),
	advice: list(text),
	output: list(text),
	environment: maybeMissing(record({
		base: SIDE_ENVIRONMENT,
		head: SIDE_ENVIRONMENT
	})),
	tool: record({
		name: oneOf("flamegate"),
		version: text
	})
});
// src/report/result-fields.ts
function resultFields(result) {
	return arranged(RESULT, result);
}
function findingFields(finding) {
	return arranged(FINDING, finding);
}
// src/report/json.ts
const ESCAPED = /[\p{Cc}\p{Cf}\p{DI}\u2028\u2029]|(?<=##)\[/gu;
function renderJson(report) {
	const [only, ...others] = report.comparisons;
	if (others.length > 0) return jsonText(several(report));
	return jsonText(resultFields(only.result));
}
function several({ verdict, reason, comparisons }) {
	const results = comparisons.map(({ result }) => result);
	const detectable = results.map((result) => result.minimumDetectableChange);
	return {
		schema: 1,
		verdict,
		reason,
		findings: results.flatMap(({ findings, service, profileType }) => findings.map((of) => ({
			...findingFields(of),
			service,
			profileType
		}))),
		minimumDetectableChange: detectable.some((least) => least === null) ? null : Math.max(...detectable.map(Number)),
		rounds: Math.min(...results.map(({ rounds }) => rounds)),
		warnings: results.flatMap((result) => result.warnings.map((text) => `${labelOf(result)}: ${text}`)),
		comparisons: results.map(resultFields)
	};
}
function jsonText(report) {
	return `${JSON.stringify(report, finite, 2).replace(ESCAPED, escaped)}\n`;
}
function finite(key, value) {
	if (typeof value === "number" && !Number.isFinite(value)) throw new FlamegateError("internal", `The result has no number in "${key}" but ${value}.`);
	return value;
}
function escaped(character) {
	if (character === "\n") return character;
	return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i)).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
export { RESULT as i, renderJson as n, resultFields as r, jsonText as t };
