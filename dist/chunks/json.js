import { n as FlamegateError } from "./errors.js";
import { t as labelOf } from "./report.js";
// src/report/result-fields.ts
function resultFields(result) {
	return {
		schema: result.schema,
		verdict: result.verdict,
		reason: result.reason,
		findings: result.findings.map(findingFields),
		minimumDetectableChange: result.minimumDetectableChange,
		rounds: result.rounds,
		warnings: result.warnings,
		service: result.service,
		profileType: result.profileType,
		unit: result.unit,
		base: side(result.base),
		head: side(result.head),
		policy: {
			maxIncrease: result.policy.maxIncrease,
			minRelative: result.policy.minRelative,
			alpha: result.policy.alpha
		},
		normalisation: result.normalisation,
		slowdown: result.slowdown && {
			base: result.slowdown.base,
			head: result.slowdown.head
		},
		program: result.program && {
			delta: result.program.delta,
			low: result.program.low,
			high: result.program.high
		},
		undecided: result.undecided.map(undecided),
		differences: result.differences.map(difference),
		functionsTested: result.functionsTested,
		...result.functionsRuled !== void 0 && { functionsRuled: result.functionsRuled },
		tested: result.tested.map(tested),
		confirmation: result.confirmation && {
			outcome: result.confirmation.outcome,
			raisedAfter: result.confirmation.raisedAfter,
			freshRounds: result.confirmation.freshRounds,
			suspects: result.confirmation.suspects,
			times: result.confirmation.times
		},
		idle: result.idle?.map(({ path, kind }) => ({
			path,
			kind
		})) ?? null,
		advice: result.advice,
		output: result.output,
		...result.environment && { environment: {
			base: sideEnvironment(result.environment.base),
			head: sideEnvironment(result.environment.head)
		} },
		tool: {
			name: result.tool.name,
			version: result.tool.version
		}
	};
}
function findingFields(of) {
	return {
		kind: of.kind,
		fails: of.fails,
		...judgedCost(of),
		culprit: of.culprit,
		explainedBy: of.explainedBy,
		path: of.path,
		change: of.change && {
			mark: of.change.mark,
			because: of.change.because
		},
		...of.waiver && { waiver: {
			state: of.waiver.state,
			ceiling: of.waiver.ceiling,
			reason: of.waiver.reason,
			issue: of.waiver.issue,
			expires: of.waiver.expires
		} },
		...of.owners && { owners: of.owners }
	};
}
function tested(of) {
	return {
		...judgedCost(of),
		judgement: of.judgement,
		minimumDetectable: of.minimumDetectable
	};
}
function difference(of) {
	return {
		function: of.function,
		file: of.file,
		line: of.line,
		total: seenCost(of.total),
		self: seenCost(of.self)
	};
}
function seenCost(of) {
	return {
		baseShare: of.baseShare,
		headShare: of.headShare,
		delta: of.delta
	};
}
function judgedCost(of) {
	return {
		function: of.function,
		file: of.file,
		line: of.line,
		measure: of.measure,
		baseShare: of.baseShare,
		headShare: of.headShare,
		delta: of.delta,
		low: of.low,
		high: of.high,
		adjustedP: of.adjustedP,
		threshold: of.threshold
	};
}
function side(of) {
	return {
		ref: of.ref,
		commit: of.commit,
		rounds: of.rounds,
		requests: of.requests,
		failed: of.failed,
		costPerRequest: of.costPerRequest,
		ticks: of.ticks
	};
}
function sideEnvironment(of) {
	return {
		cpus: of.cpus,
		cpuCount: of.cpuCount,
		cpuQuota: of.cpuQuota,
		memoryBytes: of.memoryBytes,
		runtimes: of.runtimes,
		profilers: of.profilers,
		sampleRateAsked: of.sampleRateAsked,
		sampleRateAchieved: of.sampleRateAchieved,
		capturedShare: of.capturedShare,
		namedShare: of.namedShare,
		stealShare: of.stealShare,
		otherCpuShare: of.otherCpuShare,
		throttledShare: of.throttledShare,
		cpuPressureShare: of.cpuPressureShare
	};
}
function undecided(of) {
	return {
		function: of.function,
		file: of.file,
		measure: of.measure,
		baseShare: of.baseShare,
		delta: of.delta,
		upperBound: of.upperBound,
		threshold: of.threshold
	};
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
export { renderJson as n, resultFields as r, jsonText as t };
