import { t as plain } from "./plain.js";
// src/report/numbers.ts
const UNKNOWN = "unknown";
const MINUS = "−";
const TIMES = [
	["s", 1],
	["ms", .001],
	["µs", 1e-6],
	["ns", 1e-9]
];
const SIZES = [
	["TiB", 2 ** 40],
	["GiB", 2 ** 30],
	["MiB", 2 ** 20],
	["KiB", 1024],
	["B", 1]
];
function change(fraction) {
	return signed(100 * fraction, decimalsOf(100 * fraction));
}
function points(fraction) {
	const shown = change(fraction);
	return shown === UNKNOWN ? UNKNOWN : `${shown} points`;
}
function size(fraction) {
	const value = Math.abs(100 * fraction);
	const shown = short(value, decimalsOf(value));
	if (shown === UNKNOWN) return UNKNOWN;
	return `${shown} ${shown === "1" ? "point" : "points"}`;
}
function interval(low, high) {
	const decimals = Math.min(decimalsOf(100 * low), decimalsOf(100 * high));
	return `[${signed(100 * low, decimals)}, ${signed(100 * high, decimals)}]`;
}
function share(fraction) {
	return percent(grouped(100 * fraction, 1));
}
function relative(fraction) {
	return percent(signed(100 * fraction, Math.abs(fraction) < .0995 ? 1 : 0));
}
function setting(fraction) {
	return percent(short(100 * fraction, 2));
}
function pValue(p) {
	if (!(p >= 0 && p <= 1)) return `p ${UNKNOWN}`;
	if (p < .001) return "p < 0.001";
	return p > .999 ? "p > 0.999" : `p = ${p.toFixed(3)}`;
}
function count(n) {
	return grouped(n, 0);
}
function counted(n, one, many = `${one}s`) {
	return `${count(n)} ${n === 1 ? one : many}`;
}
function duration(seconds) {
	if (!Number.isFinite(seconds) || Math.abs(seconds) < 119.5) return scaled(seconds, "s", TIMES);
	const whole = Math.round(Math.abs(seconds));
	return `${seconds < 0 ? MINUS : ""}${count(Math.floor(whole / 60))} min ${whole % 60} s`;
}
function bytes(n) {
	return scaled(n, "B", SIZES);
}
function cost(value, unit) {
	if (unit === "nanoseconds") return duration(value / 1e9);
	if (unit === "microseconds") return duration(value / 1e6);
	if (unit === "milliseconds") return duration(value / 1e3);
	if (unit === "seconds") return duration(value);
	if (unit === "bytes") return bytes(value);
	return `${significant(value)} ${plain(unit, 20)}`.trim();
}
function scaled(value, unit, sizes) {
	if (!Number.isFinite(value)) return UNKNOWN;
	if (value === 0) return `0 ${unit}`;
	const [name, size] = sizes.find(([, size]) => Math.abs(value) / size >= .9995) ?? sizes.at(-1) ?? [unit, 1];
	return `${significant(value / size)} ${name}`;
}
function significant(value) {
	const size = Math.abs(value);
	return grouped(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}
function signed(value, decimals) {
	const shown = grouped(value, decimals);
	return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}
function grouped(value, decimals) {
	return written(value, {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	});
}
function short(value, decimals) {
	return written(value, { maximumFractionDigits: decimals });
}
function written(value, digits) {
	if (!Number.isFinite(value)) return UNKNOWN;
	const size = Math.abs(value);
	const shown = size < 0x38d7ea4c68000 ? size.toLocaleString("en-US", digits) : size.toExponential(2);
	return value < 0 && /[1-9]/.test(shown) ? MINUS + shown : shown;
}
function percent(shown) {
	return shown === UNKNOWN ? UNKNOWN : `${shown}%`;
}
function decimalsOf(value) {
	return Math.abs(value) < .0995 ? 2 : 1;
}
// src/report/reasons.ts
function reasonFor(comparison) {
	switch (comparison.verdict) {
		case "pass": return `no function rose beyond its threshold, and a larger rise is ruled out for all ${counted(comparison.tested, "cost")} tested`;
		case "regression": return regressionReason(comparison);
		case "inconclusive": return inconclusiveReason(comparison);
	}
}
function regressionReason(comparison) {
	const failing = comparison.changes.filter((change) => change.fails);
	const culprit = failing.find((change) => change.culprit) ?? failing[0];
	const others = failing.filter((change) => change.culprit && change !== culprit).length;
	return `${culprit?.subject?.name ?? "the whole program"} costs ${size(culprit?.estimate.delta ?? 0)} more of the base's CPU per request${others > 0 ? `, and so do ${counted(others, "other function")}` : ""}`;
}
function inconclusiveReason(comparison) {
	const [widest] = comparison.doubts;
	if (widest === void 0) return "there are too few rounds to tell change from noise";
	const name = widest.subject?.name ?? "the whole program";
	const others = comparison.doubts.length - 1;
	return `the data can neither show nor rule out that ${name}${others > 0 ? ` and ${counted(others, "other cost")}` : ""} rose beyond the threshold`;
}
function adviceFor(comparison) {
	if (comparison.verdict !== "inconclusive") return [];
	const { pairsToDecide, pairs } = comparison;
	if (pairsToDecide === void 0) return [`More than 200 rounds would be needed at this noise: give each round more seconds, raise the sampling rate, or measure on a quieter machine.`];
	return [`About ${pairsToDecide} rounds of each side instead of ${pairs} would probably decide it; so would longer rounds or a higher sampling rate.`];
}
// src/report/build-result.ts
const WHOLE_PROGRAM = "(whole program)";
function resultOf(comparison, rounds, subjects, warnings) {
	return {
		...frame(subjects),
		verdict: comparison.verdict,
		reason: reasonFor(comparison),
		findings: comparison.changes.map(toFinding),
		minimumDetectableChange: comparison.minimumDetectable,
		rounds: comparison.pairs,
		warnings: [...warnings, ...comparison.warnings],
		base: sideOf("base", subjects.base, rounds, comparison.costPerRequest?.base),
		head: sideOf("head", subjects.head, rounds, comparison.costPerRequest?.head),
		normalisation: comparison.normalisation,
		program: programOf(comparison),
		undecided: comparison.doubts.map(toUndecided),
		functionsTested: comparison.tested,
		advice: adviceFor(comparison),
		output: []
	};
}
function invalidResult(error, subjects, warnings) {
	return {
		...frame(subjects),
		verdict: "invalid",
		reason: error.message,
		findings: [],
		minimumDetectableChange: null,
		rounds: 0,
		warnings: [...warnings],
		base: sideOf("base", subjects.base, [], void 0),
		head: sideOf("head", subjects.head, [], void 0),
		normalisation: null,
		program: null,
		undecided: [],
		functionsTested: 0,
		advice: error.hint === void 0 ? [] : [error.hint],
		output: [...error.output]
	};
}
function frame(subjects) {
	return {
		schema: 1,
		service: subjects.service,
		profileType: subjects.profileType,
		unit: subjects.unit,
		policy: { ...subjects.policy },
		tool: {
			name: "flamegate",
			version: subjects.version
		}
	};
}
function sideOf(side, origin, rounds, costPerRequest) {
	const own = rounds.filter((round) => round.side === side);
	return {
		ref: origin?.ref ?? null,
		commit: origin?.commit ?? null,
		rounds: own.length,
		requests: sumOrNull(own.map((round) => round.requests)),
		failed: sumOrNull(own.map((round) => round.failed)),
		costPerRequest: costPerRequest ?? null,
		ticks: own.reduce((sum, round) => sum + round.profile.ticks, 0)
	};
}
function sumOrNull(counts) {
	let sum = 0;
	for (const count of counts) {
		if (count === void 0) return null;
		sum += count;
	}
	return counts.length === 0 ? null : Math.round(sum);
}
function programOf({ program }) {
	if (program === void 0) return null;
	return {
		delta: program.delta,
		low: program.low,
		high: program.high
	};
}
function nameOf(subject) {
	return subject?.name ?? "(whole program)";
}
function toFinding(change) {
	const { estimate, subject } = change;
	return {
		kind: change.kind,
		fails: change.fails,
		function: nameOf(subject),
		file: subject?.file ?? "",
		line: subject?.line ?? 0,
		measure: change.measure,
		baseShare: estimate.baseShare,
		headShare: estimate.headShare,
		delta: estimate.delta,
		low: estimate.low,
		high: estimate.high,
		adjustedP: change.adjustedP,
		threshold: change.threshold,
		culprit: change.culprit,
		explainedBy: change.explainedBy === void 0 ? null : nameOf(change.explainedBy),
		path: change.path.map((row) => row.name)
	};
}
function toUndecided({ subject, measure, estimate, threshold }) {
	return {
		function: nameOf(subject),
		file: subject?.file ?? "",
		measure,
		baseShare: estimate.baseShare,
		delta: estimate.delta,
		upperBound: estimate.upperBound,
		threshold
	};
}
export { cost as a, interval as c, relative as d, setting as f, change as i, pValue as l, size as m, invalidResult as n, count as o, share as p, resultOf as r, counted as s, WHOLE_PROGRAM as t, points as u };
