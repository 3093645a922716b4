import { n as FlamegateError } from "./errors.js";
import { n as windowText } from "./window.js";
import { a as studentUpperTail, c as trigamma, i as studentQuantile, l as pairRounds, n as gateDetectable, o as digamma, r as minimumDetectable, s as inverseTrigamma } from "./detectable.js";
import { a as counted, f as size } from "./numbers.js";
import { _ as sum, a as estimationWarning, c as meanOf, f as linearRegression, g as sampleVariance, h as median, i as costPerRequest, l as plus, m as mean, n as gatherEvidence, o as changeOf, p as linearRegressionLine, r as isWide, s as differences, t as testedAccounts, u as weightedMean } from "./tested.js";
import { i as spread, n as FNV_START, r as mix, t as stackTableFor } from "./stack-table.js";
import "./result.js";
import { t as parseDiff } from "./git-diff.js";
import { n as toFindingChange, u as whyWaived } from "./attribution.js";
import { a as withoutTypeArguments, i as isGoStandard, r as goPackage, t as limitsOf } from "./limits.js";
import { n as parseJson, r as readManifest, t as besideManifest } from "./manifest-file.js";
import { d as isNameless, i as foldStreamed, n as locatedLater, o as canonicalUnit, u as decodePprofStream } from "./located.js";
import { readFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
// src/compare/terms.ts
function policyIn({ comparisons, waivers }, policy) {
	return {
		...policy,
		alpha: policy.alpha / comparisons,
		...waivers.length > 0 && { waivers: [...waivers, ...policy.waivers ?? []] }
	};
}
function termsOf({ services, waivers }) {
	return {
		comparisons: services.reduce((sum, { types }) => sum + types.length, 0),
		waivers
	};
}
// src/report/reasons.ts
function reasonFor(comparison, confirmation) {
	switch (comparison.verdict) {
		case "pass": return `no function rose beyond its threshold, and a larger rise is ruled out for all ${counted(comparison.tested.length, "cost")} tested${waivedWords(comparison)}`;
		case "regression": return `${regressionReason(comparison)}${confirmed(confirmation)}`;
		case "inconclusive": return inconclusiveReason(comparison);
	}
}
function confirmed(confirmation) {
	if (confirmation === void 0) return "";
	const fresh = `; ${counted(confirmation.freshPairs, "fresh pair")} of rounds confirmed it`;
	return confirmation.times === 1 ? fresh : `${fresh}, twice, since the change can't reach it`;
}
function waivedWords({ changes }) {
	const waived = changes.filter(({ waiver }) => waiver?.state === "applies").length;
	return waived === 0 ? "" : `; ${counted(waived, "rise is", "rises are")} waived`;
}
function waiverWarnings({ changes }) {
	return changes.flatMap(({ subject, waiver: used }) => {
		if (used === void 0 || used.state === "applies") return [];
		const { ceiling, expires, reason, issue, given } = used.waiver;
		const why = whyWaived(reason, issue ?? null);
		const name = subject?.name ?? "";
		const by = given === void 0 ? "" : ` by ${given.by}`;
		return used.state === "expired" ? [`The waiver of ${name}${by} has expired on ${expires} (${why}): mend the function, or renew it.`] : [`${name} is beyond the ${size(ceiling)} that its waiver${by} accepts (${why}).`];
	});
}
function refutation(confirmation) {
	if (confirmation === void 0 || confirmation.outcome === "confirmed") return [];
	const { raisedAfter, freshPairs, suspects, outcome } = confirmation;
	const [first] = suspects;
	const looked = `${first?.subject?.name ?? "the whole program"}${suspects.length > 1 ? ` and ${counted(suspects.length - 1, "other")}` : ""}${confirmation.times === 1 ? "" : `, out of the change's reach,`} looked slower after ${counted(raisedAfter, "pair")} of rounds (${size(first?.estimate.delta ?? 0)})`;
	const fresh = counted(freshPairs, "fresh pair");
	return outcome === "refuted" ? [`${looked}, but ${fresh} did not confirm it`] : [`${looked}, and ${fresh} were too few to confirm it`];
}
function outOfReach(setAside) {
	return setAside.map(({ subject, estimate }) => {
		return `${subject?.name ?? "the whole program"} looked slower too (${size(estimate.delta)}), but the change can't reach it, and no fresh rounds confirmed it twice`;
	});
}
function regressionReason(comparison) {
	const failing = comparison.changes.filter((change) => change.fails);
	const culprit = failing.find((change) => change.culprit) ?? failing[0];
	const others = failing.filter((change) => change.culprit && change !== culprit).length;
	return `${culprit?.subject?.name ?? "the whole program"} costs ${size(culprit?.estimate.delta ?? 0)} more of the base's CPU per request${others > 0 ? `, and so do ${counted(others, "other function")}` : ""}`;
}
function inconclusiveReason(comparison) {
	const [widest] = comparison.doubts;
	if (widest === void 0) return comparison.pairs < 3 ? "there are too few rounds to tell change from noise" : "a server cut off part of the profiles, and which functions that was is lost";
	const name = widest.subject?.name ?? "the whole program";
	const others = comparison.doubts.length - 1;
	return `the data can neither show nor rule out that ${name}${others > 0 ? ` and ${counted(others, "other cost")}` : ""} rose beyond the threshold`;
}
function adviceFor(comparison, endedEarly) {
	if (comparison.verdict !== "inconclusive") return [];
	const { pairsToDecide, pairs, doubts } = comparison;
	if (pairs < 3) return [`Measure at least 3 rounds of each side, in turns: only what is repeated shows how much of a difference is noise.`];
	if (doubts.length === 0) return [];
	const stopped = endedEarly === "hopeless" ? ["Measuring stopped early: the rounds that were left could not have decided it either."] : [];
	if (pairsToDecide === void 0) return [...stopped, `More than 200 rounds would be needed at this noise: give each round more seconds, raise the sampling rate, or measure on a quieter machine.`];
	return [...stopped, `About ${pairsToDecide} rounds of each side instead of ${pairs} would probably decide it; so would longer rounds or a higher sampling rate.`];
}
// src/report/build-result.ts
function resultOf({ comparison, confirmation, endedEarly, setAside }, rounds, subjects, warnings) {
	return {
		...frame(subjects),
		verdict: comparison.verdict,
		reason: reasonFor(comparison, confirmation),
		findings: comparison.changes.map(toFinding),
		minimumDetectableChange: comparison.minimumDetectable,
		rounds: comparison.pairs,
		confirmation: confirmation === void 0 ? null : toConfirmation(confirmation),
		warnings: [
			...warnings,
			...comparison.warnings,
			...refutation(confirmation),
			...outOfReach(setAside),
			...waiverWarnings(comparison)
		],
		base: sideOf("base", subjects.base, rounds, comparison.costPerRequest?.base),
		head: sideOf("head", subjects.head, rounds, comparison.costPerRequest?.head),
		normalisation: comparison.normalisation,
		slowdown: comparison.slowdown ?? null,
		program: programOf(comparison),
		undecided: comparison.doubts.map(toUndecided),
		differences: comparison.differences.map(toDifference),
		functionsTested: comparison.tested.length,
		...comparison.ruled > 0 && { functionsRuled: comparison.ruled },
		tested: comparison.tested.map(toTestedFunction),
		idle: null,
		advice: adviceFor(comparison, endedEarly),
		output: []
	};
}
function invalidResult(error, subjects, warnings) {
	return {
		...unmeasured(subjects),
		verdict: "invalid",
		reason: error.message,
		warnings: [...warnings],
		idle: null,
		advice: error.hint === void 0 ? [] : [error.hint],
		output: [...error.output]
	};
}
function unmeasured(subjects) {
	return {
		...frame(subjects),
		findings: [],
		minimumDetectableChange: null,
		confirmation: null,
		rounds: 0,
		base: sideOf("base", subjects.base, [], void 0),
		head: sideOf("head", subjects.head, [], void 0),
		normalisation: null,
		slowdown: null,
		program: null,
		undecided: [],
		differences: [],
		functionsTested: 0,
		tested: []
	};
}
function frame(subjects) {
	return {
		schema: 1,
		service: subjects.service,
		profileType: subjects.profileType,
		unit: subjects.unit,
		policy: policyFields(subjects.policy),
		...subjects.environment && { environment: subjects.environment },
		tool: {
			name: "flamegate",
			version: subjects.version
		}
	};
}
function policyFields({ maxIncrease, minRelative, alpha }) {
	return {
		maxIncrease,
		minRelative,
		alpha
	};
}
function sideOf(side, origin, rounds, costPerRequest) {
	const own = rounds.filter((round) => round.side === side);
	return {
		ref: origin?.ref ?? null,
		commit: origin?.commit ?? null,
		...origin?.window && { window: windowText(origin.window) },
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
	return {
		kind: change.kind,
		fails: change.fails,
		...toJudgedCost(change),
		culprit: change.culprit,
		explainedBy: change.explainedBy === void 0 ? null : nameOf(change.explainedBy),
		path: change.path.map((row) => row.name),
		change: toFindingChange(change.attribution),
		...change.waiver && { waiver: toWaiver(change.waiver) }
	};
}
function toWaiver({ waiver, state }) {
	const { ceiling, reason, issue, expires, given } = waiver;
	return {
		state,
		ceiling,
		reason,
		issue: issue ?? null,
		expires,
		...given && { given }
	};
}
function toTestedFunction(tested) {
	const { judgement, minimumDetectable } = tested;
	return {
		...toJudgedCost(tested),
		judgement,
		minimumDetectable
	};
}
function toJudgedCost(judged) {
	const { subject, measure, estimate, adjustedP, threshold } = judged;
	const { baseShare, headShare, delta, low, high } = estimate;
	return {
		function: nameOf(subject),
		file: subject?.file ?? "",
		line: subject?.line ?? 0,
		measure,
		baseShare,
		headShare,
		delta,
		low,
		high,
		adjustedP,
		threshold
	};
}
function toDifference({ subject, total, self }) {
	const { name, file, line } = subject;
	return {
		function: name,
		file,
		line,
		total,
		self
	};
}
function toConfirmation({ raisedAfter, freshPairs, outcome, suspects, times }) {
	return {
		outcome,
		raisedAfter,
		freshRounds: freshPairs,
		suspects: suspects.map(({ subject }) => nameOf(subject)),
		times
	};
}
function toUndecided({ subject, measure, estimate, upperBound, threshold }) {
	return {
		function: nameOf(subject),
		file: subject?.file ?? "",
		measure,
		baseShare: estimate.baseShare,
		delta: estimate.delta,
		upperBound,
		threshold
	};
}
// src/compare/environment/difference.ts
const OCCASIONAL = 1 / 4;
function differenceIn({ aspect, what, of, same, show }, pairs) {
	const known = knownOf(pairs, of);
	const different = known.filter(({ base, head }) => !same(base, head));
	if (different.length === 0) return void 0;
	return {
		aspect,
		what,
		base: mostCommon(different.map(({ base }) => show(base))),
		head: mostCommon(different.map(({ head }) => show(head))),
		extent: different.length > OCCASIONAL * known.length ? "systematic" : "occasional",
		pairs: different.length,
		of: known.length
	};
}
const ERROR = .002;
const PRIOR_FREEDOM = 4;
function systematicDifference({ aspect, what, of, tolerance, show }, pairs) {
	const known = knownOf(pairs, of);
	const differences = known.map(({ base, head }) => head - base);
	if (differences.length < 2) return void 0;
	const middle = median(differences);
	if (Math.abs(middle) <= tolerance) return void 0;
	const sides = differences.map((difference) => difference * Math.sign(middle));
	const reach = reachOf(sides, tolerance / 2);
	if (mean(sides) - reach <= tolerance / 2) return void 0;
	return {
		aspect,
		what,
		base: show(median(known.map(({ base }) => base))),
		head: show(median(known.map(({ head }) => head))),
		extent: "systematic",
		pairs: sides.filter((difference) => difference > tolerance / 2).length,
		of: sides.length
	};
}
function reachOf(differences, priorScatter) {
	const freedom = differences.length - 1;
	const all = freedom + PRIOR_FREEDOM;
	const scatter = Math.sqrt((freedom * sampleVariance([...differences]) + PRIOR_FREEDOM * priorScatter ** 2) / all);
	return studentQuantile(ERROR, all) * (scatter / Math.sqrt(differences.length));
}
function knownOf(pairs, of) {
	return pairs.flatMap((pair) => {
		const [base, head] = [of(pair.base), of(pair.head)];
		return base === void 0 || head === void 0 ? [] : [{
			base,
			head
		}];
	});
}
function mostCommon(texts) {
	const counts = new Map();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
	return first?.[0] ?? "";
}
// src/compare/environment/runtime.ts
function sameRuntimes(base, head) {
	if (base.length === 0 || head.length === 0) return base.length === head.length;
	const common = base.filter(({ name }) => named(head, name).length > 0);
	return common.length > 0 && common.every(({ name }) => sameVersion(named(base, name), named(head, name)));
}
function sameBuilds(base, head) {
	return base.every(({ name }) => {
		const digests = named(head, name).map(({ digest }) => digest);
		return digests.length === 0 || named(base, name).some(({ digest }) => digest === void 0 || digests.includes(void 0) || digests.includes(digest));
	});
}
function showRuntimes(runtimes) {
	if (runtimes.length === 0) return "a program of its own";
	return runtimes.map(showRuntime).join(" + ");
}
function showRuntime({ name, version, digest }) {
	if (version !== void 0) return `${name} ${version}`;
	return digest === void 0 ? name : `${name} (build ${digest})`;
}
function named(runtimes, name) {
	return runtimes.filter((runtime) => runtime.name === name);
}
function sameVersion(base, head) {
	return base.some((one) => head.some((other) => {
		if (one.version !== void 0 && other.version !== void 0) return one.version === other.version;
		if (one.digest !== void 0 && other.digest !== void 0) return one.digest === other.digest;
		return true;
	}));
}
// src/compare/environment/facts.ts
function check(fact) {
	return (pairs) => differenceIn(fact, pairs);
}
function exact(aspect, what, of) {
	return check({
		aspect,
		what,
		of: ({ environment }) => environment.machine && of(environment.machine),
		same: (base, head) => base === head,
		show: (text) => text
	});
}
function amount(aspect, what, tolerance, of, show) {
	return check({
		aspect,
		what,
		of,
		same: (base, head) => base === null || head === null ? base === head : Math.abs(base - head) <= tolerance * Math.max(base, head),
		show: (value) => value === null ? "no limit" : show(value)
	});
}
const REQUIRED = [
	exact("system", "the operating system", ({ platform }) => platform),
	exact("system", "the architecture", ({ architecture }) => architecture),
	exact("cpu", "the CPU", cpuName),
	exact("cpu", "the CPU frequency governor", ({ governor }) => governor),
	amount("cores", "the number of CPUs", 0, cpusOf, (cpus) => `${cpus}`),
	amount("cores", "the CPU quota", .01, ({ environment }) => environment.machine?.cpuQuota, (cpus) => `${cpus} CPUs`),
	amount("memory", "the memory", .1, memoryOf, gibibytes),
	check({
		aspect: "runtime",
		what: "the runtime",
		of: runtimesOf,
		same: sameRuntimes,
		show: showRuntimes
	}),
	check({
		aspect: "sampling",
		what: "the profiler",
		of: profilersOf,
		same: (base, head) => base === head,
		show: (profilers) => profilers
	})
];
const REMARKABLE = [exact("system", "the kernel", ({ kernel }) => kernel), check({
	aspect: "runtime",
	what: "the build of the runtime, at the same version,",
	of: runtimesOf,
	same: (base, head) => !sameRuntimes(base, head) || sameBuilds(base, head),
	show: (runtimes) => runtimes.map(({ digest }) => digest ?? "unknown").join(" + ")
})];
function requiredFacts(pairs) {
	return REQUIRED.flatMap((find) => find(pairs) ?? []);
}
function remarkableFacts(pairs) {
	return REMARKABLE.flatMap((find) => find(pairs) ?? []);
}
function cpuName({ cpuModel, cpuVariant }) {
	if (cpuModel === void 0 || cpuVariant === void 0) return cpuModel ?? cpuVariant;
	return `${cpuModel} (${cpuVariant})`;
}
function cpusOf({ environment }) {
	return environment.machine?.allowedCpus ?? environment.machine?.cpus;
}
function memoryOf({ environment }) {
	const { memoryBytes, memoryLimitBytes } = environment.machine ?? {};
	if (memoryBytes === void 0) return memoryLimitBytes ?? void 0;
	return Math.min(memoryBytes, memoryLimitBytes ?? memoryBytes);
}
function runtimesOf({ environment, sampling }) {
	return sampling.elsewhere ? void 0 : environment.runtimes;
}
function profilersOf({ environment }) {
	const profilers = environment.sampler?.profilers;
	return profilers && profilers.length > 0 ? profilers.join(" + ") : void 0;
}
function gibibytes(bytes) {
	return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
// src/compare/environment/percent.ts
function percent(share) {
	const value = 100 * share;
	return `${value.toFixed(value > 0 && value < 1 ? 1 : 0)}%`;
}
// src/compare/environment/noise.ts
const DISTURBANCES = [
	{
		limit: .03,
		of: ({ environment }) => environment.conditions?.stealShare,
		say: (base, head) => `The hypervisor gave ${base} of the machine’s CPU time (base) and ${head} (head) to others while the load ran: expect noise, and take more rounds or a dedicated machine.`
	},
	{
		limit: .01,
		of: ({ environment }) => environment.conditions?.throttledShare,
		say: (base, head) => `The CPU quota was used up in ${base} of its periods (base) and ${head} (head), which held the service back: raise the quota or lower the load.`
	},
	{
		limit: .1,
		of: otherCpuShare,
		say: (base, head) => `Other processes used ${base} of the machine’s CPU time (base) and ${head} (head) while the load ran: expect noise, and measure on a quieter machine or take more rounds.`
	}
];
const WEAKNESSES = [
	{
		of: yieldOf,
		least: .5,
		say: (base, head) => `The profiler took ${base} (base) and ${head} (head) of the samples that it should have taken: intervals are wider than they need be. Lower the sample rate, or measure on a quieter machine.`
	},
	{
		of: ({ captured }) => captured,
		least: .5,
		say: (base, head) => `The profiles hold ${base} (base) and ${head} (head) of the CPU time that the service used; the rest (other threads, child processes, a profiler that lost samples) can’t be compared.`
	},
	{
		of: ({ named }) => named,
		least: .5,
		say: (base, head) => `Only ${base} of the cost (base) and ${head} (head) has functions’ names: build with symbols.`
	}
];
const OTHER_TOLERANCE = .1;
function noiseWarnings(pairs) {
	const values = (side, of) => pairs.flatMap((pair) => of(pair[side]) ?? []);
	const medians = (of) => {
		const [base, head] = [values("base", of), values("head", of)];
		if (base.length === 0 || head.length === 0) return void 0;
		return {
			base: median(base),
			head: median(head)
		};
	};
	const disturbed = DISTURBANCES.flatMap(({ of, limit, say }) => {
		const middle = medians(of);
		if (middle === void 0 || Math.max(middle.base, middle.head) <= limit) return [];
		return [say(percent(middle.base), percent(middle.head))];
	});
	const weak = WEAKNESSES.flatMap(({ of, least, say }) => {
		const middle = medians(({ sampling }) => of(sampling));
		if (middle === void 0 || Math.min(middle.base, middle.head) >= least) return [];
		return [say(percent(middle.base), percent(middle.head))];
	});
	return [
		...disturbed,
		...unevenness(pairs),
		...weak
	];
}
function yieldOf({ asked, achieved }) {
	if (asked === void 0 || achieved === void 0) return void 0;
	return Math.min(1, achieved / asked);
}
function otherCpuShare({ environment, sampling }) {
	return sampling.elsewhere ? void 0 : environment.conditions?.otherCpuShare;
}
function unevenness(pairs) {
	const uneven = systematicDifference({
		aspect: "losses",
		what: "other load",
		of: otherCpuShare,
		tolerance: OTHER_TOLERANCE,
		show: percent
	}, pairs);
	if (uneven === void 0) return [];
	return [`Other processes were busier in the rounds of one side (base ${uneven.base}, head ${uneven.head}) in ${uneven.pairs} of ${uneven.of} pairs: if the service starts processes that leave its group, their cost is missing.`];
}
// src/compare/environment/measurements.ts
const MEASUREMENTS = [
	{
		aspect: "sampling",
		what: "the sampling rate",
		of: ({ sampling }) => log2(sampling.asked),
		tolerance: Math.log2(1.5),
		show: perSecond
	},
	{
		aspect: "sampling",
		what: "the part of samples that the profiler could take",
		of: ({ sampling }) => yieldOf(sampling),
		tolerance: .3,
		show: percent
	},
	{
		aspect: "sampling",
		what: "the number of samples",
		of: achievedAlone,
		tolerance: Math.log2(2),
		show: (log) => `${perSecond(log)} of CPU time`
	},
	{
		aspect: "sampling",
		what: "the memory allocated between two samples",
		of: ({ environment }) => environment.sampler?.periodUnit === "bytes" ? log2(environment.sampler.period) : void 0,
		tolerance: Math.log2(1.5),
		show: (log) => `${Math.round(2 ** log).toLocaleString("en-US")} bytes`
	},
	{
		aspect: "losses",
		what: "the part of the service’s CPU time that is in its profiles",
		of: ({ sampling }) => sampling.captured,
		tolerance: .25,
		show: percent
	},
	{
		aspect: "symbols",
		what: "the part of the cost that has functions’ names",
		of: ({ sampling }) => sampling.named,
		tolerance: .2,
		show: percent
	}
];
function measuredDifferences(pairs) {
	return MEASUREMENTS.flatMap((measurement) => systematicDifference(measurement, pairs) ?? []);
}
function achievedAlone({ sampling: { asked, achieved } }) {
	return asked === void 0 ? log2(achieved) : void 0;
}
function log2(value) {
	return value === void 0 || value <= 0 ? void 0 : Math.log2(value);
}
function perSecond(log) {
	return `${Math.round(2 ** log).toLocaleString("en-US")} samples a second`;
}
// src/compare/environment/symbols.ts
const BINARY$1 = /^\[.+\]$/s;
const ADDRESS$1 = /^(?:.*[\s+!@(])?0x[0-9a-f]+\)?$|^(?=.*\d)[0-9a-f]{8,16}$/is;
const UNKNOWN$1 = /^[<([]?_*(?:unknown|\?\?)_*[>)\]]?$/i;
function namedShare({ functions, frames, offsets, values }) {
	const named = functions.map(isNamed);
	let total = 0;
	let withName = 0;
	values.forEach((value, stack) => {
		const start = offsets[stack] ?? 0;
		const end = offsets[stack + 1] ?? 0;
		let count = 0;
		for (let i = start; i < end; i++) if (named[frames[i] ?? 0]) count++;
		total += value;
		if (end > start) withName += value * count / (end - start);
	});
	return total > 0 ? withName / total : void 0;
}
function isNamed({ name, systemName, file }) {
	if (name === "" || UNKNOWN$1.test(name) || ADDRESS$1.test(name)) return false;
	return !(BINARY$1.test(name) && systemName === "" && file === "");
}
// src/compare/environment/sampling.ts
const CPU_TIME = /^(?:cpu|itimer)$/;
const IMPOSSIBLE = 3;
function samplingOf(round) {
	const { profile, environment } = round;
	const { period, periodUnit } = environment?.sampler ?? {};
	const cpuSeconds = cpuSecondsOf(round);
	const captured = capturedShare(round, cpuSeconds);
	const elsewhere = captured !== void 0 && captured > IMPOSSIBLE;
	const { ticks } = profile;
	return {
		asked: period && periodUnit === "nanoseconds" ? finite(1e9 / period) : void 0,
		achieved: cpuSeconds && ticks > 0 ? ticks / cpuSeconds : void 0,
		captured: captured === void 0 || elsewhere ? void 0 : Math.min(1, captured),
		named: namedShare(profile),
		elsewhere
	};
}
function finite(value) {
	return Number.isFinite(value) ? value : void 0;
}
function cpuSecondsOf({ profile: { sampleType, values } }) {
	if (!CPU_TIME.test(sampleType.type) || sampleType.unit !== "nanoseconds") return void 0;
	return values.reduce((sum, value) => sum + value, 0) / 1e9;
}
function capturedShare({ environment, seconds: profiled }, cpuSeconds) {
	const { seconds, serviceCpuSeconds } = environment?.conditions ?? {};
	if (cpuSeconds === void 0 || seconds === void 0) return void 0;
	if (!serviceCpuSeconds || !(profiled > 0)) return void 0;
	return cpuSeconds / (serviceCpuSeconds * (profiled / seconds));
}
// src/compare/environment/observed.ts
function observePairs(rounds) {
	const pairing = pairRounds(rounds);
	return Array.from({ length: pairing.pairs }, (_, index) => {
		const own = pairing.rounds.filter((round) => pairing.pairOf(round) === index);
		const base = own.find(({ side }) => side === "base");
		const head = own.find(({ side }) => side === "head");
		return base && head ? [{
			base: observe(base),
			head: observe(head)
		}] : [];
	}).flat();
}
function observe(round) {
	return {
		environment: round.environment ?? {},
		sampling: samplingOf(round)
	};
}
// src/compare/environment/summary.ts
function summarise(rounds) {
	const middle = (of) => {
		const values = rounds.flatMap((round) => of(round) ?? []);
		return values.length === 0 ? null : median(values);
	};
	const all = (of) => [...new Set(rounds.flatMap((round) => of(round) ?? []))];
	return {
		cpus: all(({ environment }) => optionalText(environment.machine?.cpuModel)),
		cpuCount: middle(cpusOf),
		cpuQuota: middle(({ environment }) => environment.machine?.cpuQuota),
		memoryBytes: middle(memoryOf),
		runtimes: all(({ environment }) => environment.runtimes?.map(showRuntime)),
		profilers: all(({ environment }) => environment.sampler?.profilers),
		sampleRateAsked: middle(({ sampling }) => sampling.asked),
		sampleRateAchieved: middle(({ sampling }) => sampling.achieved),
		capturedShare: middle(({ sampling }) => sampling.captured),
		namedShare: middle(({ sampling }) => sampling.named),
		stealShare: middle(({ environment }) => environment.conditions?.stealShare),
		otherCpuShare: middle(otherCpuShare),
		throttledShare: middle(({ environment }) => environment.conditions?.throttledShare),
		cpuPressureShare: middle(({ environment }) => environment.conditions?.cpuPressureShare)
	};
}
function optionalText(text) {
	return text === void 0 ? [] : [text];
}
// src/compare/environment/judge.ts
function judgeEnvironment(rounds, allowed) {
	const pairs = observePairs(rounds);
	const differences = [...requiredFacts(pairs), ...measuredDifferences(pairs)];
	const refused = differences.filter(({ aspect, extent }) => extent === "systematic" && !allowed.includes(aspect));
	return {
		refused,
		warnings: [
			...[...differences.filter((difference) => !refused.includes(difference)), ...remarkableFacts(pairs)].map(describeTolerated),
			...unknownWarnings(pairs),
			...noiseWarnings(pairs)
		],
		base: summarise(pairs.map(({ base }) => base)),
		head: summarise(pairs.map(({ head }) => head))
	};
}
function refusalOf({ refused }) {
	const [first] = refused;
	if (first === void 0) return void 0;
	const aspects = [...new Set(refused.map(({ aspect }) => aspect))];
	return new FlamegateError("measurement", `base and head were not measured alike: ${refused.map(describe$2).join("; ")}`, { hint: `${aspects.map((aspect) => ADVICE[aspect]).join(" ")} If the difference is meant, allow it: \`allow-different: ${aspects.join(", ")}\`.` });
}
const ADVICE = {
	cpu: "Measure both sides on the same machine.",
	cores: "Give both sides the same CPUs.",
	memory: "Give both sides the same memory.",
	system: "Measure both sides on the same system.",
	runtime: "Start both sides with the same runtime; another version changes the cost of all functions.",
	sampling: "Profile both sides in the same way; when one of them has a Pyroscope SDK and the other has not, `profiler: node` profiles both without it.",
	losses: "See whether one side works in threads or child processes that its profiler does not watch.",
	symbols: "Build both sides with symbols."
};
function describe$2({ what, base, head }) {
	return `${what} is ${base} on base and ${head} on head`;
}
function describeTolerated(difference) {
	const { pairs, of } = difference;
	const where = pairs < of ? ` (in ${pairs} of ${of} pairs)` : "";
	return `Not the same on both sides: ${describe$2(difference)}${where}.`;
}
function unknownWarnings(pairs) {
	const rounds = pairs.flatMap(({ base, head }) => [base, head]);
	const known = rounds.filter(({ environment }) => environment.machine !== void 0).length;
	if (known === 0 || known === rounds.length) return [];
	return [`Only ${known} of ${rounds.length} rounds say what they were measured on; the others may have been measured on something else.`];
}
// src/compare/shared.ts
const EXPLAINED = .6;
function positionsOf(some, { table }) {
	const positions = new Int32Array(table.rows.length).fill(-1);
	some.forEach((row, index) => {
		positions[row] = index;
	});
	return positions;
}
function sharedRises(evidence, rows) {
	const count = rows.length;
	const below = count * count;
	const position = positionsOf(rows, evidence);
	const creditedIn = new Int32Array(below + count);
	const calleesSoFar = new Int32Array(count);
	let stack = 0;
	const accounts = evidence.accounts(below + count, (frames, start, end, credit) => {
		stack += 1;
		let callees = 0;
		const once = (account) => {
			if (creditedIn[account] === stack) return;
			creditedIn[account] = stack;
			credit(account);
		};
		for (let at = start; at < end; at += 1) {
			const caller = position[frames[at] ?? -1] ?? -1;
			if (caller < 0) continue;
			const own = caller * count + caller;
			const isFirst = creditedIn[own] !== stack;
			once(own);
			for (let i = 0; i < callees; i += 1) {
				const callee = calleesSoFar[i] ?? 0;
				if (callee === caller) continue;
				once(caller * count + callee);
				once(below + caller);
			}
			if (isFirst) calleesSoFar[callees++] = caller;
		}
	});
	const at = (row) => position[row] ?? -1;
	const readFrom = (all) => {
		const rises = all.map(changeOf);
		return {
			rise: (caller, callee) => rises[at(caller) * count + at(callee)] ?? 0,
			below: (caller) => rises[below + at(caller)] ?? 0
		};
	};
	return {
		asIs: readFrom(accounts),
		relative: readFrom(accounts.map(evidence.common.remove))
	};
}
// src/compare/allowed.ts
function settleAllowed(evidence, limits, { rejudge }, settled) {
	const allowed = allowedRows(evidence, limits, settled);
	if (allowed.length === 0) return [...settled];
	const open = settled.filter((one) => isOpen(one) && !allowed.includes(one.row));
	const rest = withoutBelow(evidence, open.map(({ row }) => row), allowed);
	const again = new Map();
	open.forEach((one, index) => {
		const series = rest[index];
		if (series === void 0 || !isLess(evidence, one, series)) return;
		again.set(one, {
			...one,
			judgement: rejudge(one, series).judgement
		});
	});
	return settled.map((one) => again.get(one) ?? one);
}
function isOpen({ judgement, measure }) {
	return measure === "total" && (judgement === "rise" || judgement === "undecided");
}
function allowedRows({ table }, limits, settled) {
	const beyond = new Set(settled.filter(({ judgement }) => judgement === "rise").map(({ row }) => row));
	const risen = settled.filter(({ row, otherwise }) => (otherwise === "rise" || otherwise === "undecided") && !beyond.has(row));
	const ignored = table.rows.flatMap((_, row) => limits.rulingOf(row)?.isIgnored ? [row] : []);
	return [...new Set([...risen.map(({ row }) => row), ...ignored])];
}
function withoutBelow(evidence, rows, allowed) {
	const positions = positionsOf(rows.filter((row) => row !== -1), evidence);
	const functions = rows.filter((row) => row !== -1);
	const program = functions.length;
	const isAllowed = new Uint8Array(evidence.table.rows.length);
	for (const row of allowed) isAllowed[row] = 1;
	const creditedIn = new Int32Array(functions.length);
	let stack = 0;
	const accounts = evidence.accounts(functions.length + 1, (frames, start, end, credit) => {
		stack += 1;
		for (let at = start; at < end; at += 1) {
			const row = frames[at] ?? -1;
			if (isAllowed[row] === 1) return;
			const account = positions[row] ?? -1;
			if (account < 0 || creditedIn[account] === stack) continue;
			creditedIn[account] = stack;
			credit(account);
		}
		credit(program);
	});
	return rows.map((row) => accounts[row === -1 ? program : positions[row] ?? 0]);
}
function isLess(evidence, { row, measure }, rest) {
	const whole = row === -1 ? evidence.program() : evidence.row(row, measure);
	return changeOf(rest) < changeOf(whole);
}
// src/compare/beyond.ts
function byShare(total) {
	return ({ baseShare, headShare }) => total * Math.min(1, (baseShare + headShare) / 2);
}
const asEstimated = () => .5;
// src/compare/culprit.ts
function explainRises(evidence, rises) {
	const rows = [...new Set(rises.map((rise) => rise.row))].filter((row) => row !== -1);
	const { asIs, relative } = sharedRises(evidence, rows);
	const explainedBy = new Map();
	for (const row of rows) {
		const callee = heaviestCallee(asIs, row, rows) ?? heaviestCallee(relative, row, rows);
		if (callee !== void 0) explainedBy.set(row, callee);
	}
	const ownCallers = nearestOwnCallers(evidence, rows);
	for (const row of rows) {
		if (explainedBy.has(row) || !isForeign$1(evidence, row)) continue;
		const caller = ownCallers.get(row);
		if (caller === void 0) continue;
		explainedBy.set(row, caller);
		if (leadsTo(explainedBy, caller, row)) explainedBy.delete(caller);
	}
	return { explainedBy: (row) => rootOf$1(explainedBy, row) };
}
function heaviestCallee(shared, caller, rows) {
	const whole = shared.rise(caller, caller);
	if (whole <= 0 || shared.below(caller) < .6 * whole) return void 0;
	let heaviest;
	for (const callee of rows) {
		if (callee === caller || shared.rise(caller, callee) <= 0) continue;
		if (shared.rise(callee, caller) >= shared.rise(caller, callee)) continue;
		if (heaviest === void 0 || shared.rise(caller, callee) > shared.rise(caller, heaviest)) heaviest = callee;
	}
	return heaviest;
}
function nearestOwnCallers(evidence, rows) {
	const foreign = rows.filter((row) => isForeign$1(evidence, row));
	if (foreign.length === 0) return new Map();
	const own = rows.filter((row) => !isForeign$1(evidence, row));
	const positions = {
		foreign: positionsOf(foreign, evidence),
		own: positionsOf(own, evidence)
	};
	const isOwn = Uint8Array.from(evidence.table.rows, (row) => Number(!row.foreign));
	const width = own.length + 1;
	const lastSeen = new Int32Array(foreign.length);
	let stack = 0;
	const rises = evidence.accounts(foreign.length * width, (frames, start, end, credit) => {
		stack += 1;
		let caller = -1;
		for (let at = end - 1; at >= start; at -= 1) {
			const row = frames[at] ?? 0;
			if (isOwn[row] === 1) {
				caller = positions.own[row] ?? -1;
				continue;
			}
			const index = positions.foreign[row] ?? -1;
			if (index < 0 || lastSeen[index] === stack) continue;
			lastSeen[index] = stack;
			credit(index * width + own.length);
			if (caller >= 0) credit(index * width + caller);
		}
	}).map(changeOf);
	const rise = (account) => rises[account] ?? 0;
	const callers = new Map();
	foreign.forEach((row, index) => {
		const all = rise(index * width + own.length);
		const caller = own.find((_, position) => rise(index * width + position) >= EXPLAINED * all);
		if (caller !== void 0) callers.set(row, caller);
	});
	return callers;
}
function isForeign$1(evidence, row) {
	return evidence.table.rows[row]?.foreign ?? true;
}
function leadsTo(explainedBy, from, to) {
	const seen = new Set();
	for (let at = from; at !== void 0; at = explainedBy.get(at)) {
		if (at === to) return true;
		if (seen.has(at)) return false;
		seen.add(at);
	}
	return false;
}
function rootOf$1(explainedBy, row) {
	const seen = new Set([row]);
	let root;
	for (let at = explainedBy.get(row); at !== void 0 && !seen.has(at); at = explainedBy.get(at)) {
		seen.add(at);
		root = at;
	}
	return root;
}
// src/compare/path.ts
function heaviestPath(evidence, side, row) {
	const costs = new Map();
	const { frames, offsets, values } = evidence.mean(side);
	values.forEach((cost, stack) => {
		const callers = frames.subarray(offsets[stack], offsets[stack + 1]);
		const outermost = callers.lastIndexOf(row);
		if (outermost < 0) return;
		const path = callers.subarray(outermost).join(" ");
		costs.set(path, (costs.get(path) ?? 0) + cost);
	});
	let heaviest = "";
	for (const [path, cost] of costs) if (heaviest === "" || cost > (costs.get(heaviest) ?? 0)) heaviest = path;
	return heaviest === "" ? [] : heaviest.split(" ").map(Number).reverse();
}
// src/compare/changes.ts
const ABSENT = .02;
function describeChanges(evidence, limits, settled, attribute) {
	const rises = strongest(settled.filter((one) => one.judgement === "rise"));
	const failing = new Set(rises.map((rise) => rise.row));
	const allowed = strongest(settled.filter((one) => isAllowed(one) && !failing.has(one.row)));
	const risen = new Set([...failing, ...allowed.map(({ row }) => row)]);
	const falls = strongest(settled.filter((one) => one.judgement === "fall" && !risen.has(one.row)));
	const moved = strongest(settled.filter((one) => isMove(one, risen)));
	const explanation = explainRises(evidence, rises);
	const excuse = explainRises(evidence, allowed);
	const widest = rises.filter((rise) => rise.row !== -1 && explanation.explainedBy(rise.row) === void 0).sort((a, b) => b.estimate.delta - a.estimate.delta)[0];
	const attributions = risen.size + moved.length + falls.length > 0 ? attribute?.(evidence.table) : void 0;
	const change = (one, kind, cause) => ({
		...describe$1(evidence, one, kind, cause),
		attribution: one.row === -1 ? attributions?.program : attributions?.row(one.row),
		waiver: usedWaiver(one, limits)
	});
	const rise = (one, cause) => ({
		...change(one, riseKind(one.estimate), cause),
		culprit: cause === void 0
	});
	return [
		...rises.map((one) => {
			const cause = one.row === -1 ? widest?.row : explanation.explainedBy(one.row);
			return rise(one, cause);
		}),
		...allowed.map((one) => rise(one, excuse.explainedBy(one.row))),
		...moved.map((one) => change(one, "moved", one.movedFrom)),
		...falls.map((fall) => change(fall, fallKind(fall.estimate)))
	].sort((a, b) => Number(b.fails && b.culprit) - Number(a.fails && a.culprit) || Number(b.fails) - Number(a.fails) || Number(b.culprit) - Number(a.culprit) || Math.abs(b.estimate.delta) - Math.abs(a.estimate.delta));
}
function strongest(settled) {
	const byRow = new Map();
	for (const one of settled) {
		const known = byRow.get(one.row);
		if (known === void 0 || Math.abs(one.estimate.delta) > Math.abs(known.estimate.delta)) byRow.set(one.row, one);
	}
	return [...byRow.values()];
}
function isAllowed({ judgement, otherwise }) {
	return judgement !== "rise" && otherwise === "rise";
}
function isMove(one, risen) {
	return one.movedFrom !== void 0 && one.judgement === "within" && one.estimate.delta >= one.threshold && !risen.has(one.row);
}
function riseKind(estimate) {
	return estimate.baseShare <= ABSENT * estimate.headShare ? "new" : "regression";
}
function fallKind(estimate) {
	return estimate.headShare <= ABSENT * estimate.baseShare ? "gone" : "improvement";
}
function describe$1(evidence, settled, kind, cause) {
	const rows = evidence.table.rows;
	const side = kind === "gone" ? "base" : "head";
	return {
		kind,
		fails: settled.judgement === "rise",
		subject: subjectOf(evidence, settled.row),
		measure: settled.measure,
		estimate: settled.estimate,
		adjustedP: settled.adjustedP,
		threshold: settled.threshold,
		culprit: false,
		explainedBy: cause === void 0 ? void 0 : subjectOf(evidence, cause),
		path: heaviestPath(evidence, side, settled.row).flatMap((row) => rows[row] ?? [])
	};
}
function usedWaiver(settled, limits) {
	const waiver = limits.rulingOf(settled.row)?.waiver;
	if (waiver === void 0) return void 0;
	if (settled.judgement === "rise") return {
		waiver,
		state: waiver.isExpired ? "expired" : "exceeded"
	};
	return isAllowed(settled) && !waiver.isExpired ? {
		waiver,
		state: "applies"
	} : void 0;
}
function subjectOf(evidence, row) {
	return evidence.table.rows[row] ?? null;
}
function neighboursOf(evidence, side, functions, isSeenThrough) {
	const found = new Map();
	for (const row of functions) found.set(row, {
		callers: new Map(),
		body: new Map(),
		total: 0
	});
	const { frames, offsets, values } = evidence.mean(side);
	values.forEach((cost, stack) => {
		const start = offsets[stack] ?? 0;
		const seen = new Set();
		for (let at = (offsets[stack + 1] ?? 0) - 1; at >= start; at -= 1) {
			const row = frames[at] ?? -1;
			const entry = found.get(row);
			if (entry === void 0 || seen.has(row)) continue;
			seen.add(row);
			entry.total += cost;
			add(entry.callers, callerAbove(frames.subarray(at, offsets[stack + 1]), isSeenThrough), cost);
			add(entry.body, at > start ? frames[at - 1] ?? -1 : -1, cost);
		}
	});
	return found;
}
function callerAbove(frames, isSeenThrough) {
	for (let above = 1; above < frames.length; above += 1) {
		const row = frames[above];
		if (row !== void 0 && !isSeenThrough(row)) return row;
	}
	return -2;
}
function add(weights, row, cost) {
	weights.set(row, (weights.get(row) ?? 0) + cost);
}
function overlap$1(one, other) {
	const sumOne = total(one);
	const sumOther = total(other);
	if (sumOne === 0 || sumOther === 0) return 0;
	let common = 0;
	for (const [row, weight] of one) common += Math.min(weight / sumOne, (other.get(row) ?? 0) / sumOther);
	return common;
}
function total(weights) {
	let sum = 0;
	for (const weight of weights.values()) sum += weight;
	return sum;
}
// src/compare/shift/renames.ts
const MIN_SHARE = .002;
const WEIGHT = {
	callers: .35,
	body: .35,
	size: .15,
	name: .1,
	file: .05
};
const MIN_SCORE = .65;
function findRenames(evidence) {
	const gone = new Set();
	const added = new Set();
	evidence.table.rows.forEach((row, index) => {
		if (!row.gated) return;
		const total = evidence.row(index, "total");
		const baseShare = meanOf(total, "base");
		const headShare = meanOf(total, "head");
		if (headShare === 0 && baseShare >= MIN_SHARE) gone.add(index);
		if (baseShare === 0 && headShare >= MIN_SHARE) added.add(index);
	});
	if (gone.size === 0 || added.size === 0) return new Map();
	const oneSided = (row) => gone.has(row) || added.has(row);
	return bestMatches(evidence, neighboursOf(evidence, "base", gone, oneSided), neighboursOf(evidence, "head", added, oneSided));
}
function bestMatches(evidence, before, after) {
	const candidates = [];
	for (const [from, old] of before) for (const [to, now] of after) {
		const score = similarity(evidence, {
			row: from,
			...old
		}, {
			row: to,
			...now
		});
		if (score >= MIN_SCORE) candidates.push({
			from,
			to,
			score
		});
	}
	candidates.sort((a, b) => b.score - a.score);
	const taken = new Set();
	const aliases = new Map();
	for (const { from, to } of candidates) {
		if (taken.has(from) || taken.has(to)) continue;
		taken.add(from).add(to);
		const old = evidence.table.rows[from];
		const now = evidence.table.rows[to];
		if (old !== void 0 && now !== void 0) aliases.set(now.key, old.key);
	}
	return aliases;
}
function similarity(evidence, old, now) {
	const before = evidence.table.rows[old.row];
	const after = evidence.table.rows[now.row];
	if (before === void 0 || after === void 0) return 0;
	const size = Math.min(old.total, now.total) / Math.max(old.total, now.total);
	return WEIGHT.callers * overlap$1(old.callers, now.callers) + WEIGHT.body * overlap$1(old.body, now.body) + WEIGHT.size * size + WEIGHT.name * nameSimilarity(before.name, after.name) + WEIGHT.file * (before.file === after.file ? 1 : 0);
}
function nameSimilarity(one, other) {
	const left = bigrams(one);
	const right = bigrams(other);
	if (left.size === 0 || right.size === 0) return one === other ? 1 : 0;
	let common = 0;
	for (const bigram of left) if (right.has(bigram)) common += 1;
	return 2 * common / (left.size + right.size);
}
const MAX_NAME = 200;
function bigrams(name) {
	const text = name.slice(0, MAX_NAME).toLowerCase();
	const found = new Set();
	for (let at = 0; at + 2 <= text.length; at += 1) found.add(text.slice(at, at + 2));
	return found;
}
// src/compare/profilers.ts
const PROFILER_FILE = /(?:^|\/)(?:@pyroscope\/nodejs|@datadog\/pprof|pprof-format)\/|^node_modules\/pprof\/|flamegate[^/]{0,100}\/(?:dist\/)?preload\.cjs$|^site-packages\/(?:pyroscope|py_?spy)\/|^gems\/pyroscope(?:_[a-z]{1,20})?\/|^cargo:(?:pprof|pyroscope\w{0,40})\/|^Pyroscope(?:\.\w{1,40})?$/u;
const PROFILER_NAME = /^(?:github\.com\/(?:grafana\/pyroscope-go|pyroscope-io\/(?:client|godeltaprof|dotnetdiag))[/.]|runtime\/pprof\.(?!Labels$|WithLabels$|SetGoroutineLabels$|labelValue$|\(\*labelMap\))|net\/http\/pprof\.|io[./]pyroscope[./]|one[./]profiler[./]|libasyncProfiler|<?(?:pprof|pyroscope)::)/u;
const WRAPPER_NAME = /^(?:runtime\/pprof\.Do$|github\.com\/(?:grafana\/pyroscope-go|pyroscope-io\/client\/pyroscope)\.TagWrapper|io[./]pyroscope[./]labels[./]|wrapWithLabels$|tag_wrapper$)/u;
const WRAPPER_FILE = /@pyroscope\/nodejs\/dist\/(?:cjs|esm)\/middleware\//u;
// src/compare/accounts.ts
const COLLECTOR = "(garbage collector)";
const COMPILER = "(JIT compiler)";
const TRUNCATED = "other (truncated by the server)";
const UNKNOWN = "[unknown]";
function isGated(account) {
	return account === "code" || account === "unsymbolised" || account === "garbage collector";
}
function accountOf(role) {
	switch (role) {
		case "idle":
		case "profiler":
		case "transparent": return;
		case "collector thread": return "garbage collector";
		case "compiler thread": return "compiler";
		default: return role;
	}
}
const MADE_UP = new Map([
	...roles("idle", ["(idle)"]),
	...roles("transparent", [
		"(root)",
		"root",
		"total",
		"Node.js",
		"!..NET",
		".NET"
	]),
	...roles("runtime", [
		"(program)",
		"Non JS threads activity",
		"Low Priority Task"
	]),
	...roles("garbage collector", [
		"(garbage collector)",
		"Garbage Collection",
		"Garbage Collector",
		"!.Garbage Collector",
		"(garbage collection)",
		"(marking)",
		"(sweeping)",
		"GC_active",
		"[GC_active]",
		".GC_active"
	], COLLECTOR),
	...roles("unsymbolised", [
		"",
		"unknown",
		"Unknown",
		"(unknown)",
		"<unknown>",
		"??",
		"???"
	], UNKNOWN)
]);
function roles(role, names, account) {
	return names.map((name) => [name, {
		role,
		name: account ?? name
	}]);
}
const COLLECTOR_THREAD = /^(?:runtime\.(?:gcBgMarkWorker|bgsweep|bgscavenge)(?:\.func\d{1,9})?|(?:libjvm\.so\.)?(?:(?:Abstract)?GangWorker|WorkerThread|GCTaskThread|ConcurrentGCThread|ConcurrentMarkThread|G1ConcurrentMarkThread|G1ServiceThread|ZWorker|ShenandoahWorker)::\w{1,60})$/u;
const COMPILER_THREAD = /^(?:libjvm\.so\.)?CompileBroker::compiler_thread_loop$/u;
const NOT_WALKED = /^\.?\[?(?:unknown|not_walkable|no)_(?:not_)?(?:Java|Java_frame)\]?$/u;
const BINARY = /^\[(?!Symbol\.)[^\]]{1,300}\]$/u;
const ADDRESS = /^(?:(?<binary>[^!+\s]{1,300})[!+])?0x[0-9a-f]{1,16}$/iu;
function partOf(name, file) {
	if (PROFILER_FILE.test(file) || PROFILER_NAME.test(name)) return {
		role: WRAPPER_FILE.test(file) || WRAPPER_NAME.test(name) ? "transparent" : "profiler",
		name
	};
	const madeUp = MADE_UP.get(name);
	if (madeUp !== void 0 && (file === "" || file.startsWith("[native]"))) return madeUp;
	const thread = threadOf(name);
	if (thread !== void 0) return thread;
	if (file !== "") return {
		role: "code",
		name
	};
	return withoutSymbol(name) ?? {
		role: "code",
		name
	};
}
function threadOf(name) {
	if (!name.includes("::") && !name.startsWith("runtime.")) return void 0;
	if (COLLECTOR_THREAD.test(name)) return {
		role: "collector thread",
		name: COLLECTOR
	};
	return COMPILER_THREAD.test(name) ? {
		role: "compiler thread",
		name: COMPILER
	} : void 0;
}
function withoutSymbol(name) {
	if (name === "other") return {
		role: "truncated",
		name: TRUNCATED
	};
	if (NOT_WALKED.test(name)) return {
		role: "unsymbolised",
		name: "[unknown Java]"
	};
	if (BINARY.test(name)) return {
		role: "unsymbolised",
		name
	};
	const address = name.includes("0x") || name.includes("0X") ? ADDRESS.exec(name) : null;
	if (address === null) return void 0;
	const binary = address.groups?.binary?.split("/").at(-1);
	return {
		role: "unsymbolised",
		name: binary ? `[${binary}]` : UNKNOWN
	};
}
// src/compare/identity/guess-roots.ts
const MIN_COMMON = .5;
function guessRoots(files) {
	const base = serviceFiles(files.base);
	const head = serviceFiles(files.head);
	if (base.size === 0 || head.size === 0 || overlap(base, head) > 0) return void 0;
	const above = {
		base: commonFolder(base),
		head: commonFolder(head)
	};
	const roots = withoutCommonEnd(above.base, above.head);
	const relative = (all, root) => new Set([...all].map((file) => file.slice(root.length)));
	return overlap(relative(base, roots.base), relative(head, roots.head)) >= MIN_COMMON ? roots : void 0;
}
function serviceFiles(files) {
	const found = new Set();
	for (const file of files) {
		const path = file.startsWith("file:///") ? file.slice(7) : file;
		if (!path.startsWith("/") || ELSEWHERE.test(path)) continue;
		found.add(path);
	}
	return found;
}
const ELSEWHERE = /^\/(?:usr|lib|opt|rustc|rust|nix|proc)\/|\/\.[^/]|\/(?:node_modules|site-packages|dist-packages|pkg\/mod|gems|registry\/src)\//u;
function overlap(one, other) {
	const [small, large] = one.size <= other.size ? [one, other] : [other, one];
	let both = 0;
	for (const item of small) if (large.has(item)) both++;
	return both / small.size;
}
function commonFolder(files) {
	let common;
	for (const file of files) {
		const folders = file.split("/").slice(0, -1);
		const known = common ?? folders;
		const different = known.findIndex((folder, depth) => folder !== folders[depth]);
		common = different < 0 ? known : known.slice(0, different);
	}
	return common ?? [];
}
function withoutCommonEnd(base, head) {
	let end = 0;
	while (end < base.length && end < head.length && base.at(-1 - end) === head.at(-1 - end)) end++;
	const rootOf = (folders) => folders.slice(0, folders.length - end).join("/");
	return {
		base: rootOf(base),
		head: rootOf(head)
	};
}
// src/compare/identity/foreign.ts
const JVM_PLATFORM = /^(?:java|javax|jdk|sun|com\/sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure)[./]/u;
const JVM_NAME = /^[\w$]{1,100}(?:[./][\w$]{1,200}){1,50}$/u;
const NET_PLATFORM = /^(?:System|Microsoft|mscorlib|netstandard)(?:\.[\w.]{1,200})?$/u;
function isForeign(name, { file, place }) {
	if (place === "foreign") return true;
	if (place !== "none") return NET_PLATFORM.test(file);
	return !name.includes("/") || !JVM_NAME.test(name) || JVM_PLATFORM.test(name);
}
// src/compare/identity/generated.ts
const MEANINGLESS = [
	{
		what: "Rust: hash of a legacy symbol",
		needle: "::h",
		pattern: /::h[0-9a-f]{16}(?![\w])/gu,
		by: ""
	},
	{
		what: "Rust: the same, still mangled",
		needle: "17h",
		pattern: /17h[0-9a-f]{16}E/gu,
		by: "E"
	},
	{
		what: "Rust: crate disambiguator of a v0 symbol",
		needle: "[",
		pattern: /(?<=\w)\[[0-9a-f]{15,16}\]/gu,
		by: ""
	},
	{
		what: "Rust: the same, still mangled",
		needle: "_R",
		pattern: /(?<=C)s[0-9A-Za-z]{0,12}_(?=\d)/gu,
		by: ""
	},
	{
		what: "C++: clone that an optimiser made, demangled",
		needle: " [clone",
		pattern: / \[clone [^\]]{1,80}\]/gu,
		by: ""
	},
	{
		what: "C++: the same, as a suffix of the symbol",
		needle: ".",
		pattern: /\.(?:isra|constprop|part|lto_priv|llvm|cold|localalias)\.\d{1,20}(?![\w])/gu,
		by: ""
	},
	{
		what: "C++: unlikely part of a mangled function",
		needle: ".cold",
		pattern: /(?<=^_Z.{1,4096})\.cold$/su,
		by: ""
	},
	{
		what: "C++: ABI tag",
		needle: "[abi:",
		pattern: /\[abi:[\w.]{1,60}\]/gu,
		by: ""
	},
	{
		what: "C++: blank between closing brackets, by older demanglers",
		needle: "> >",
		pattern: /(?<=>) (?=>)/gu,
		by: ""
	},
	{
		what: "C++: lambda of Microsoft’s compiler",
		needle: "<lambda_",
		pattern: /<lambda_[0-9a-f]{8,40}>/gu,
		by: "<lambda_*>"
	},
	{
		what: "Java: class of a lambda",
		needle: "$$Lambda",
		pattern: /\$\$Lambda(?:\$\d{1,9})?(?:[./+](?:0x[0-9a-f]{1,16}|\d{1,12})(?=[.:]|$)|[_*])?/gu,
		by: "$$$$Lambda*"
	},
	{
		what: "Java: address of a hidden class",
		needle: "0x",
		pattern: /[./+]0x0[0-9a-f]{7,15}(?=[.:]|$)/gu,
		by: "*"
	},
	{
		what: "Java: accessor made by reflection",
		needle: "Accessor",
		pattern: /(Generated(?:Method|Constructor|SerializationConstructor)Accessor)(?:\d{1,9}|_)/gu,
		by: "$1*"
	},
	{
		what: "Java: proxy",
		needle: "$Proxy",
		pattern: /\$Proxy\d{1,9}/gu,
		by: "$$Proxy*"
	},
	{
		what: "Java: module of proxies",
		needle: "proxy",
		pattern: /(?<=\bjdk[./])proxy\d{1,4}(?=[./])/gu,
		by: "proxy*"
	},
	{
		what: "Java: class made by CGLIB",
		needle: "By",
		pattern: /(\$\$(?:Enhancer|FastClass|KeyFactory)By\w{1,40}?\$\$)[0-9a-f]{1,16}/gu,
		by: "$1*"
	},
	{
		what: "Java: class made by Spring 6",
		needle: "$$SpringCGLIB$$",
		pattern: /(\$\$SpringCGLIB\$\$(?:FastClass\$\$)?)\d{1,9}/gu,
		by: "$1*"
	},
	{
		what: "Java: class made by Byte Buddy",
		needle: "$",
		pattern: /(\$(?:ByteBuddy|HibernateProxy|HibernateBasicProxy|HibernateInstantiator|HibernateAccessOptimizer|MockitoMock|auxiliary)\$)[0-9A-Za-z]{1,20}/gu,
		by: "$1*"
	},
	{
		what: "Java: class made by Javassist",
		needle: "_$$_",
		pattern: /(_\$\$_(?:jvst|javassist))[0-9a-f_]{1,20}/gu,
		by: "$1*"
	},
	{
		what: "Java: code generated per query",
		needle: "CodegenStage",
		pattern: /(CodegenStage)\d{1,9}/gu,
		by: "$1*"
	},
	{
		what: "Java: tier that compiled it, by async-profiler",
		needle: "_[",
		pattern: /_\[[01ijk]\]$/u,
		by: ""
	},
	{
		what: "native library unpacked to a temporary folder: the folder",
		needle: "/tmp/",
		pattern: /^\.?\/tmp\/(?=[^/]{1,200}\.so)/u,
		by: ""
	},
	{
		what: "native library unpacked to a temporary folder: its random part",
		needle: ".so",
		pattern: /(?<=[-_.a-zA-Z])(?:\d{12,30}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]{0,63}\d)[0-9a-f]{16,64})(?=[-.])/gu,
		by: "*"
	},
	{
		what: "native library that was replaced or removed",
		needle: " (deleted)",
		pattern: / \(deleted\)/gu,
		by: ""
	},
	{
		what: "PHP: place of an anonymous class",
		needle: "@anonymous",
		pattern: /(?<=@anonymous)[\0\ufffd].{0,4096}?(?=->|::|$)/gsu,
		by: ""
	}
];
function withoutMeaningless(name) {
	let result = name;
	for (const { needle, pattern, by } of MEANINGLESS) if (result.includes(needle)) result = result.replace(pattern, by);
	return result;
}
// src/compare/identity/ordinal.ts
const NUMBERINGS = [
	{
		what: "Go: closures, wrappers of go and defer statements",
		needle: "func",
		pattern: /(\.func)(\d{1,9})(?![\w])/gu
	},
	{
		what: "Go: wrappers of go and defer statements",
		needle: "wrap",
		pattern: /(\.(?:go|defer)wrap)(\d{1,9})(?![\w])/gu
	},
	{
		what: "Go: bodies of range-over-func loops",
		needle: "-range",
		pattern: /(-range)(\d{1,9})(?![\w])/gu
	},
	{
		what: "Go: closures in closures",
		needle: "*.",
		pattern: /(\*\.)(\d{1,9})(?:(\.)(\d{1,9}))?(?:(\.)(\d{1,9}))?(?:(\.)(\d{1,9}))?(?=[.-]|$)/gu
	},
	{
		what: "Go: init functions",
		needle: ".init.",
		pattern: /(\.init\.)(\d{1,9})(?=[.-]|$)/gu
	},
	{
		what: "Java, Scala, Kotlin, Rollup: lambdas, anonymous and local classes, accessors",
		needle: "$",
		pattern: /(\$_?)(\d{1,9})(?!\d)/gu
	},
	{
		what: "Groovy: closures",
		needle: "_closure",
		pattern: /(_closure)(\d{1,9})(?!\d)/gu
	},
	{
		what: "Clojure: functions and evaluated forms",
		needle: "__",
		pattern: /((?:fn|reify|eval|G)__)(\d{1,9})(?!\d)/gu
	},
	{
		what: "C#: lambdas, iterators and async methods",
		needle: ">",
		pattern: /(>[bd]__)(\d{1,9})(?:(_)(\d{1,9}))?/gu
	},
	{
		what: "C#: local functions",
		needle: ">g__",
		pattern: /(>g__[^|]{1,200}\|)(\d{1,9})(?:(_)(\d{1,9}))?/gu
	},
	{
		what: "C#: objects that hold captured variables",
		needle: "__DisplayClass",
		pattern: /(__DisplayClass)(\d{1,9})(?:(_)(\d{1,9}))?/gu
	},
	{
		what: "C#: anonymous types",
		needle: "AnonymousType",
		pattern: /(AnonymousType)(\d{1,9})/gu
	},
	{
		what: "Rust, C++: closures, lambdas, unnamed types",
		needle: "#",
		pattern: /(\{[\w:() ,&*<>[\]]{1,200}#)(\d{1,9})(?=\})/gu
	},
	{
		what: "C++: lambdas, by LLVM’s demangler",
		needle: "'lambda",
		pattern: /('lambda)(\d{1,9})(?=')/gu
	},
	{
		what: "WebAssembly: functions without a name",
		needle: "wasm-function[",
		pattern: /(wasm-function\[)(\d{1,9})(?=\])/gu
	},
	{
		what: "Erlang: funs",
		needle: "-fun-",
		pattern: /(-fun-)(\d{1,9})(?=-)/gu
	}
];
const NONE$1 = [];
function withoutNumbers(name) {
	if (!/\d/u.test(name)) return {
		name,
		numbers: NONE$1
	};
	const numbers = [];
	let result = starredArguments(name);
	for (const { needle, pattern } of NUMBERINGS) {
		if (!result.includes(needle)) continue;
		result = result.replace(pattern, (_, ...groups) => {
			let text = "";
			for (const group of groups) {
				if (typeof group === "number") break;
				if (typeof group !== "string") continue;
				const isNumber = /^\d{1,9}$/u.test(group);
				if (isNumber) numbers.push(Number(group));
				text += isNumber ? "*" : group;
			}
			return text;
		});
	}
	return {
		name: result,
		numbers: numbers.length === 0 ? NONE$1 : numbers
	};
}
const IN_ARGUMENTS = /((?:#|>[bd]__|>g__[^|<>]{1,100}\||__DisplayClass|'lambda|\$_))\d{1,9}(?:_\d{1,9})?/gu;
function starredArguments(name) {
	if (!name.includes("<") || !/[#_'$]/u.test(name)) return name;
	let result = "";
	let depth = 0;
	let start = 0;
	for (let at = 0; at < name.length; at++) {
		const char = name[at];
		const isArrow = name[at - 1] === "-" || name[at - 1] === "=";
		if (char === "<" && !name.endsWith("operator", at)) {
			if (depth === 0) {
				result += name.slice(start, at);
				start = at;
			}
			depth++;
		} else if (char === ">" && depth > 0 && !isArrow) {
			depth--;
			if (depth === 0) {
				result += name.slice(start, at).replace(IN_ARGUMENTS, "$1*");
				start = at;
			}
		}
	}
	return result + name.slice(start);
}
// src/compare/identity/source.ts
function sourceOf(fn) {
	const { name, file, line } = fn;
	return fromNodeSdk(fn) ?? fromV8Map(name) ?? fromPlacedName(name, file, line) ?? {
		name,
		file,
		relative: "",
		line,
		column: 0
	};
}
function fromNodeSdk({ name, systemName, file, line }) {
	if (systemName === "" || name === systemName) return void 0;
	const suffix = /:(\d{1,9})$/u.exec(name.slice(-10));
	if (suffix === null) return void 0;
	const at = name.length - suffix[0].length - systemName.length;
	if (at < 1 || name[at - 1] !== ":" || !name.startsWith(systemName, at)) return void 0;
	const path = name.slice(0, at - 1);
	return {
		name: systemName,
		file: file || path,
		relative: path.startsWith("./") ? path : "",
		line: line || Number(suffix[1]),
		column: 0
	};
}
const TIER = /^(?:LazyCompile|Function|JS|Eval|Script|Interpreted):[*~^+]?/u;
function fromV8Map(name) {
	if (!name.includes(":")) return void 0;
	const tier = TIER.exec(name);
	if (tier === null) return void 0;
	const place = /^(.{0,4096}) ([^ ]{1,4096}?):(\d{1,9})(?::(\d{1,9}))?$/su.exec(` ${name.slice(tier[0].length)}`);
	if (place === null) return {
		name: name.slice(tier[0].length),
		file: "",
		relative: "",
		line: 0,
		column: 0
	};
	const [, called = "", file = "", line, column = "0"] = place;
	const anonymous = `(anonymous:L#${line}:C#${column})`;
	return {
		name: called.trim() || anonymous,
		file,
		relative: "",
		line: Number(line),
		column: Number(column)
	};
}
const PLACED = /^([^\s]{0,1024}):(-?\d{1,9}) - (?=.)/su;
function fromPlacedName(name, file, line) {
	if (file !== "" && name.startsWith(`${file} `)) return {
		name: name.slice(file.length + 1),
		file,
		relative: "",
		line,
		column: 0
	};
	if (!name.includes(" - ")) return void 0;
	const placed = PLACED.exec(name);
	if (placed === null) return void 0;
	const [whole, path = "", sampled] = placed;
	return {
		name: name.slice(whole.length),
		file: file || path,
		relative: "",
		line: line || Math.max(0, Number(sampled)),
		column: 0
	};
}
// src/compare/identity/describe.ts
function describe(fn, files) {
	const source = sourceOf(fn);
	const file = placeOf$1(source, files);
	const anonymous = anonymousPosition(source);
	const name = anonymous === void 0 ? source.name : anonymous.name;
	const readable = withoutMeaningless(name.includes("\0") ? name.replaceAll("\0", "�") : name);
	const isGeneric = readable.includes("[");
	const { name: common, numbers } = withoutNumbers(isGeneric ? withoutTypeArguments(readable, "") : readable);
	const line = anonymous?.line || source.line;
	const nameless = isNameless(name);
	const known = anonymous !== void 0 || fn.defined === true || nameless;
	return {
		name: isGeneric ? withoutTypeArguments(readable, "[...]") : readable,
		common,
		numbers,
		family: familyOf(common, file.file),
		file,
		fileId: fileIdOf(source.name, file),
		line,
		position: known && line > 0 ? {
			line,
			column: anonymous?.column ?? source.column
		} : void 0,
		nameless,
		foreign: isForeign(common, file)
	};
}
function placeOf$1(source, files) {
	const stable = files.of(source.file, source.name);
	const { relative } = source;
	return stable.place === "elsewhere" && relative !== "" ? files.of(relative, source.name) : stable;
}
function fileIdOf(name, { file, place }) {
	if (place === "foreign" || !file.endsWith(".go")) return file;
	const found = goPackage(name);
	return found === "" ? file : `${found}/${file.slice(file.lastIndexOf("/") + 1)}`;
}
const V8 = /^\(anonymous:L#(\d{1,9})(?::C#(\d{1,9}))?\)$/u;
const PHP = /^(.{0,1000}\{closure:.{1,2000}):(\d{1,9})\}$/su;
function anonymousPosition({ name }) {
	const v8 = name.startsWith("(anonymous:") ? V8.exec(name) : null;
	if (v8 !== null) return {
		name: "(anonymous)",
		line: Number(v8[1]),
		column: Number(v8[2] ?? 0)
	};
	const php = name.includes("{closure:") ? PHP.exec(name) : null;
	if (php === null) return void 0;
	const [, declared = "", line] = php;
	return {
		name: declared.startsWith("{closure:/") ? "{closure}" : `${declared}}`,
		line: Number(line),
		column: 0
	};
}
function familyOf(common, file) {
	if (!file.endsWith(".go")) return common;
	const kind = /(?:\.func|\.gowrap|\.deferwrap|-range)\*[^/]{0,200}$/u.exec(common)?.[0];
	if (kind === void 0) return common;
	return `${goPackage(common)}${/^\.(?:go|defer)wrap/u.test(kind) || kind.startsWith("-") ? kind : ".func*"}`;
}
// src/compare/identity/bundle-name.ts
const SCRIPT = /\.(?:[cm]?js|css|wasm)$/u;
const HEX = /[.-](?=[0-9a-f]{0,31}\d)(?=[0-9a-f]{0,31}[a-f])([0-9a-f]{6,32})(?=\.)/u;
const BASE_32 = /-(?=[A-Z2-7]{0,7}[2-7])([A-Z2-7]{8})(?=\.)/u;
const BASE_64 = /[.-]([\w-]{8})(?=\.[a-z]{2,4}$)/u;
const OUTPUT = /(?:^|\/)(?:assets|chunks|_next|\.next|\.output|\.nuxt|\.svelte-kit|dist|build)\//u;
function withoutContentHash(file) {
	if (!SCRIPT.test(file)) return {
		name: file,
		hash: ""
	};
	const start = file.lastIndexOf("/") + 1;
	const base = file.slice(start);
	const match = HEX.exec(base) ?? BASE_32.exec(base) ?? outputHash(file, base);
	const hash = match?.[1];
	if (match === null || match === void 0 || hash === void 0 || match.index === 0) return {
		name: file,
		hash: ""
	};
	const at = start + match.index + 1;
	return {
		name: `${file.slice(0, at)}*${file.slice(at + hash.length)}`,
		hash
	};
}
function outputHash(file, base) {
	if (!OUTPUT.test(file)) return void 0;
	const match = BASE_64.exec(base);
	return match !== null && /[a-z]/u.test(match[1] ?? "") && /.[A-Z]/u.test(match[1] ?? "") ? match : void 0;
}
// src/compare/identity/dependency.ts
const ANY = /^(?<rest>.{0,4096})$/su;
const LAYOUTS = [
	{
		what: "Cargo’s registry",
		marker: "/registry/src/",
		only: [".rs"],
		prefix: "cargo:",
		pattern: /^[^/]{1,200}\/(?<name>[\w-]{1,100}?)-(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su
	},
	{
		what: "Cargo’s git checkouts",
		marker: "/git/checkouts/",
		only: [".rs"],
		prefix: "cargo:",
		pattern: /^(?<name>[\w-]{1,100}?)-[0-9a-f]{16}\/(?<version>[0-9a-f]{7,40})(?<rest>\/.{0,4096})$/su
	},
	{
		what: "crates inside of Rust’s standard library",
		marker: "/rust/deps/",
		only: [".rs"],
		prefix: "cargo:",
		pattern: /^(?<name>[\w-]{1,100}?)-(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su
	},
	{
		what: "vendored crates",
		marker: "/vendor/",
		only: [".rs"],
		prefix: "cargo:",
		pattern: /^(?<name>[\w-]{1,100}?)(?:-(?<version>\d[^/]{0,100}))?(?<rest>\/.{0,4096})$/su
	},
	{
		what: "Rust’s standard library, as shipped",
		marker: "/rustc/",
		only: [".rs"],
		prefix: "rust:",
		pattern: /^(?<version>[0-9a-f]{40}|\d[^/]{0,40})\/library\/(?<rest>.{0,4096})$/su
	},
	{
		what: "Rust’s standard library, installed",
		marker: "/rustlib/src/rust/library/",
		only: [".rs"],
		prefix: "rust:",
		pattern: ANY
	},
	{
		what: "Composer’s packages",
		marker: "/vendor/",
		only: [".php"],
		prefix: "vendor/",
		pattern: ANY
	},
	{
		what: "Python’s packages",
		marker: "/site-packages/",
		only: [],
		prefix: "site-packages/",
		pattern: ANY
	},
	{
		what: "Debian’s Python packages",
		marker: "/dist-packages/",
		only: [],
		prefix: "site-packages/",
		pattern: ANY
	},
	{
		what: "Python’s standard library",
		marker: "/lib/python",
		only: [".py"],
		prefix: "python:",
		pattern: /^(?<version>[23]\.\d{1,2}t?)\/(?<rest>.{0,4096})$/su
	},
	{
		what: "Python’s standard library, on Fedora",
		marker: "/lib64/python",
		only: [".py"],
		prefix: "python:",
		pattern: /^(?<version>[23]\.\d{1,2}t?)\/(?<rest>.{0,4096})$/su
	},
	{
		what: "Ruby’s gems",
		marker: "/gems/",
		only: [".rb"],
		prefix: "gems/",
		pattern: /^(?<name>[\w.-]{1,100}?)-(?<version>\d[\w.]{0,60}(?:-[\w.-]{1,60})?|[0-9a-f]{12})(?<rest>\/.{0,4096})$/su
	},
	{
		what: "Ruby’s standard library",
		marker: "/lib/ruby/",
		only: [".rb"],
		prefix: "ruby:",
		pattern: /^(?<version>\d[\d.]{0,20})\/(?<rest>.{0,4096})$/su
	},
	{
		what: "NuGet’s packages",
		marker: "/.nuget/packages/",
		only: [],
		prefix: "nuget:",
		pattern: /^(?<name>[^/]{1,200})\/(?<version>\d[^/]{0,100})(?<rest>\/.{0,4096})$/su
	},
	{
		what: "headers of the C++ library",
		marker: "/include/c++/",
		only: [],
		prefix: "/usr/include/c++/",
		pattern: /^(?<version>\d[\d.]{0,20})\/(?<rest>.{0,4096})$/su
	}
];
function dependencyFile(path, name) {
	const slash = path.startsWith("/") ? path : `/${path.replace(/^\.\//u, "")}`;
	return nodeModule(slash) ?? goFile(slash, name) ?? jar(slash) ?? installed(slash) ?? system(path);
}
const SYSTEM = /^(?:\/usr\/(?:include|lib|lib64|libexec)\/|\.\/(?:csu|elf|io|libio|malloc|math|nptl|posix|socket|stdio-common|stdlib|string|time)\/[^/]{0,200}\.[chS]$|\.?(?:\.\/){1,9}sysdeps\/|webpack\/(?:runtime|bootstrap)|<(?:frozen |internal:))/u;
function system(path) {
	return SYSTEM.test(path) ? {
		file: path,
		version: ""
	} : void 0;
}
function nodeModule(path) {
	const at = path.lastIndexOf("/node_modules/");
	if (at < 0) return void 0;
	const store = path.slice(path.lastIndexOf("/", at - 1) + 1, at);
	return {
		file: path.slice(at + 1),
		version: /@\d|-npm-\d/u.test(store) ? store : ""
	};
}
function goFile(path, name) {
	if (!path.endsWith(".go") && !path.endsWith(".s")) return void 0;
	const base = path.slice(path.lastIndexOf("/") + 1);
	const folder = path.slice(0, path.length - base.length - 1);
	if (isGoStandard(goPackage(name))) {
		const source = folder.lastIndexOf("/src/");
		const packageOf = folder.slice(source < 0 ? 1 : source + 5);
		if (isGoStandard(packageOf)) return {
			file: `go:${packageOf}/${base}`,
			version: ""
		};
	}
	const cache = path.lastIndexOf("/pkg/mod/");
	const vendored = path.lastIndexOf("/vendor/");
	const start = cache >= 0 ? cache + 9 : vendored >= 0 ? vendored + 8 : 1;
	const module = path.slice(start);
	const at = module.indexOf("@v");
	if (at < 0) return start > 1 ? {
		file: `pkg/mod/${unescaped(module)}`,
		version: ""
	} : void 0;
	const end = module.indexOf("/", at);
	if (end < 0) return void 0;
	return {
		file: `pkg/mod/${unescaped(module.slice(0, at))}${module.slice(end)}`,
		version: module.slice(at + 1, end)
	};
}
function unescaped(path) {
	return path.includes("!") ? path.replace(/!([a-z])/gu, (_, letter) => letter.toUpperCase()) : path;
}
const JAR = /\/(?<name>[\w.-]{1,150}?)-(?<version>\d[\w.-]{0,80})\.jar(?:!.{0,4096})?$/su;
function jar(path) {
	if (!path.includes(".jar")) return void 0;
	const groups = JAR.exec(path)?.groups;
	return groups === void 0 ? void 0 : {
		file: `${groups.name}.jar`,
		version: groups.version ?? ""
	};
}
function installed(path) {
	for (const { marker, only, pattern, prefix } of LAYOUTS) {
		const at = path.lastIndexOf(marker);
		if (at < 0 || only.length > 0 && !only.some((extension) => path.endsWith(extension))) continue;
		const groups = pattern.exec(path.slice(at + marker.length))?.groups;
		if (groups === void 0) continue;
		const { name = "", version = "", rest = "" } = groups;
		return {
			file: `${prefix}${name}${rest}`,
			version
		};
	}
}
// src/compare/identity/file.ts
const NONE = {
	file: "",
	version: "",
	place: "none"
};
const NO_FILE = new Set([
	"",
	"(unknown)",
	"<unknown>",
	"Unknown",
	"unknown",
	"??",
	"[unknown]"
]);
var StableFiles = class {
	#roots;
	#known = new Map();
	constructor(roots) {
		this.#roots = roots.map((root) => `${slashed(root).replace(/\/{1,9}$/u, "")}/`).filter((root) => root !== "/").sort((a, b) => b.length - a.length);
	}
	of(file, name) {
		const key = isNamedByGo(file, name) ? `\0${file}` : file;
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const stable = this.#work(file, name);
		this.#known.set(key, stable);
		return stable;
	}
	#work(file, name) {
		if (NO_FILE.has(file)) return NONE;
		if (file.startsWith("node:")) return {
			file,
			version: "",
			place: "foreign"
		};
		const wasm = /^wasm:\/\/wasm\/(?:.{0,200}-)?([0-9a-f]{8})$/u.exec(file);
		if (wasm !== null) return {
			file: "wasm://wasm",
			version: wasm[1] ?? "",
			place: "elsewhere"
		};
		const path = plainPath(file);
		const inside = this.#insideRoot(path);
		const dependency = dependencyFile(inside ?? path, name);
		if (dependency !== void 0) return {
			...dependency,
			place: "foreign"
		};
		const { name: named, hash } = withoutContentHash(inside ?? path);
		const stable = named.replace(/^\.\//u, "");
		return {
			file: stable,
			version: hash,
			place: inside !== void 0 || !isAbsolute(stable) ? "service" : "elsewhere"
		};
	}
	#insideRoot(path) {
		const root = this.#roots.find((prefix) => path.startsWith(prefix));
		return root === void 0 ? void 0 : path.slice(root.length);
	}
};
function isNamedByGo(file, name) {
	return /\.(?:go|s)$/u.test(file) && isGoStandard(goPackage(name));
}
function plainPath(file) {
	const path = slashed(withoutScheme(file)).replace(NIX, "$1");
	return path.includes("/../") || path.includes("/./") ? withoutDetours(path) : path;
}
const NIX = /^(\/nix\/store\/)[0-9a-z]{32}-/u;
const BUNDLER = /^(?:webpack-internal|webpack|turbopack|rspack):\/\/(?:[^/]{0,200}\/)?(?:\([\w-]{1,40}\)\/)?/u;
function withoutScheme(file) {
	if (file.startsWith("file://")) return decoded(withoutQuery(file.slice(7))).replace(/^\/(?=[A-Za-z]:\/)/u, "");
	if (BUNDLER.test(file)) return withoutQuery(file.replace(BUNDLER, "")).replace(/^(?:\.?\/|\[project\]\/)/u, "");
	return withoutQuery(file);
}
function withoutQuery(file) {
	const query = file.lastIndexOf("?");
	return query > 0 && file.indexOf("/", query) < 0 ? file.slice(0, query) : file;
}
function decoded(path) {
	if (!path.includes("%")) return path;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
function slashed(path) {
	return path.replaceAll("\\", "/").replace(/^\/private(?=\/(?:tmp|var)\/)/u, "");
}
function withoutDetours(path) {
	const parts = [];
	for (const part of path.split("/")) {
		if (part === "." && parts.length > 0) continue;
		const last = parts.at(-1);
		if (part === ".." && last !== void 0 && last !== ".." && last !== "." && last !== "") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
function isAbsolute(path) {
	return path.startsWith("/") || /^[A-Za-z]:\//u.test(path);
}
// src/compare/identity/function-numbers.ts
const SMALLEST = 1024;
var FunctionNumbers = class {
	#functions = [];
	#texts = new Map();
	#slots = new Int32Array(SMALLEST);
	of(fn) {
		const mask = this.#slots.length - 1;
		for (let slot = this.#hash(fn) & mask;; slot = slot + 1 & mask) {
			const number = (this.#slots[slot] ?? 0) - 1;
			if (number < 0) return this.#add(fn, slot);
			const known = this.#functions[number];
			if (known !== void 0 && isSame$1(known, fn)) return number;
		}
	}
	#add(fn, slot) {
		const length = this.#functions.push(fn);
		this.#slots[slot] = length;
		if (length * 2 > this.#slots.length) this.#grow();
		return length - 1;
	}
	#grow() {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (const [number, fn] of this.#functions.entries()) {
			let slot = this.#hash(fn) & mask;
			while (slots[slot] !== 0) slot = slot + 1 & mask;
			slots[slot] = number + 1;
		}
		this.#slots = slots;
	}
	#hash({ name, file, line }) {
		return spread(mix(mix(mix(FNV_START, this.#numberOf(name)), this.#numberOf(file)), line));
	}
	#numberOf(text) {
		const known = this.#texts.get(text);
		if (known !== void 0) return known;
		this.#texts.set(text, this.#texts.size);
		return this.#texts.size - 1;
	}
};
function isSame$1(one, other) {
	return one.name === other.name && one.line === other.line && one.file === other.file && one.systemName === other.systemName && one.defined === other.defined;
}
// src/compare/identity/follow.ts
function followLines(evidence, lineMap) {
	const { file, versions, landmarks } = evidence;
	if (haveSameVersions(versions) && lineMap !== void 0) {
		const path = repositoryPath(file, lineMap);
		const follow = (line) => lineMap.headToBase(path, line)?.line;
		if (believes(follow, landmarks)) return follow;
	}
	return landmarks.length === 0 ? void 0 : followLandmarks(landmarks);
}
function isUnchanged({ file, versions, landmarks }, lineMap) {
	if (file.place === "none" || !haveSameVersions(versions)) return false;
	if (landmarks.some(({ base, head }) => base !== head)) return false;
	if (file.place === "foreign" && file.version !== "") return true;
	return lineMap !== void 0 && lineMap.changeOf(repositoryPath(file, lineMap)) === void 0;
}
function haveSameVersions({ base, head }) {
	return base.size === head.size && [...base].every((version) => head.has(version));
}
function believes(follow, landmarks) {
	let agree = 0;
	let contradict = 0;
	for (const { base, head } of landmarks) {
		const origin = follow(head);
		if (origin === base) agree++;
		else if (origin !== void 0) contradict++;
	}
	return contradict <= agree;
}
function repositoryPath({ file, place }, lineMap) {
	if (lineMap.changeOf(file) !== void 0) return file;
	if (place !== "elsewhere" && !file.endsWith(".go")) return file;
	for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) {
		const end = file.slice(at + 1);
		if (lineMap.changeOf(end) !== void 0) return end;
	}
	return file;
}
function followLandmarks(landmarks) {
	const sorted = [...landmarks].sort((a, b) => a.head - b.head);
	return (line) => {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if ((sorted[middle]?.head ?? 0) <= line) low = middle + 1;
			else high = middle;
		}
		const before = sorted[low - 1];
		const after = sorted[low];
		const shift = shiftOf(before ?? after);
		const isCertain = before?.head === line || shift === shiftOf(after ?? before);
		return shift === void 0 || !isCertain || line <= shift ? void 0 : line - shift;
	};
}
function shiftOf(landmark) {
	return landmark === void 0 ? void 0 : landmark.head - landmark.base;
}
// src/compare/identity/align.ts
function alignShifted(base, head) {
	if (base.length !== head.length) return false;
	const first = difference(base[0] ?? [], head[0] ?? []);
	return base.every((numbers, rank) => {
		const other = head[rank] ?? [];
		return numbers.length === other.length && difference(numbers, other).every((shift, at) => shift === first[at]);
	});
}
function difference(one, other) {
	return one.map((number, at) => (other[at] ?? 0) - number);
}
function compareNumbers(one, other) {
	const length = Math.max(one.length, other.length);
	for (let at = 0; at < length; at++) {
		const difference = (one[at] ?? -1) - (other[at] ?? -1);
		if (difference !== 0) return difference;
	}
	return 0;
}
// src/compare/identity/by-number.ts
function keysByNumber(prefix, members, isUnchanged) {
	const lists = {
		base: distinct$1(members.base),
		head: distinct$1(members.head)
	};
	const areAligned = lists.base.length === 0 || lists.head.length === 0 || alignShifted(lists.base, lists.head);
	for (const side of ["base", "head"]) {
		const names = new Map(lists[side].map((numbers, rank) => [numbers.join("."), (lists.base[rank] ?? ["new", ...numbers]).join(".")]));
		for (const member of members[side]) {
			const number = numbersOf(member.description).join(".");
			if (isUnchanged) member.key = `${prefix}\0${number}`;
			else if (areAligned) member.key = `${prefix}\0${names.get(number)}`;
			else {
				member.key = prefix;
				member.name = member.description.common;
			}
		}
	}
}
function distinct$1(members) {
	const byText = new Map();
	for (const { description } of members) {
		const numbers = numbersOf(description);
		byText.set(numbers.join("."), numbers);
	}
	return [...byText.values()].sort(compareNumbers);
}
function numbersOf({ numbers, position }) {
	if (numbers.length > 0) return numbers;
	return position === void 0 ? [] : [position.line, position.column];
}
// src/compare/identity/strays.ts
const MAX_EDIT = 200;
const MAX_STRAYS = 300;
function matchStrays(left, strays, follow) {
	const found = new Map();
	if (left.length === 0 || strays.length > MAX_STRAYS) return found;
	const claims = new Map();
	const candidates = new Map();
	for (const stray of strays) {
		const one = stray.members.head[0]?.description;
		if (one === void 0 || one.nameless) continue;
		const isCandidate = withinEdit(one, follow);
		const [only, ...others] = left.filter(({ members: { base } }) => base.some(({ description }) => isCandidate(description)));
		if (only === void 0) continue;
		claims.set(only, (claims.get(only) ?? 0) + 1);
		if (others.length === 0) candidates.set(stray, only);
	}
	for (const [stray, spot] of candidates) if (claims.get(spot) === 1) found.set(stray, spot);
	return found;
}
function withinEdit(stray, follow) {
	const line = stray.position?.line ?? 0;
	let after = 0;
	for (let above = line - 1; above > 0 && line - above <= MAX_EDIT && after === 0; above--) after = follow(above) ?? 0;
	let before = 0;
	for (let below = line + 1; below - line <= MAX_EDIT && before === 0; below++) before = follow(below) ?? 0;
	return ({ common, position }) => common === stray.common && position !== void 0 && position.line > after && position.line < before;
}
// src/compare/identity/by-position.ts
function keysByPosition(prefix, members, follow) {
	const spots = new Map();
	const at = (key) => {
		const spot = spots.get(key) ?? {
			key: `${prefix}\0${key}`,
			members: {
				base: [],
				head: []
			}
		};
		spots.set(key, spot);
		return spot;
	};
	for (const member of members.base) at(placeOf(member.description)).members.base.push(member);
	const strays = new Set();
	for (const member of members.head) {
		const origin = follow(member.description.position?.line ?? 0);
		const place = placeOf(member.description, origin);
		const spot = at(origin === void 0 ? `+${place}` : place);
		spot.members.head.push(member);
		if (origin === void 0) strays.add(spot);
	}
	const found = matchStrays([...spots.values()].filter((spot) => spot.members.head.length === 0), [...strays], follow);
	for (const spot of spots.values()) assignSpot(spot, found.get(spot));
}
function placeOf({ position }, line = position?.line ?? 0) {
	return `${line}:${position?.column ?? 0}`;
}
function assignSpot({ key: own, members }, twin) {
	const key = twin?.key ?? own;
	const lists = {
		base: distinct((twin ?? { members }).members.base),
		head: distinct(members.head)
	};
	const areAligned = lists.base.length === 0 || lists.head.length === 0 || alignShifted(lists.base, lists.head);
	for (const side of ["base", "head"]) {
		const ranks = new Map(lists[side].map((numbers, rank) => [numbers.join("."), rank]));
		for (const member of members[side]) {
			const { common, numbers } = member.description;
			const rank = ranks.get(numbers.join(".")) ?? 0;
			member.key = areAligned && rank > 0 ? `${key}#${rank}` : key;
			if (!areAligned) member.name = common;
		}
	}
}
function distinct(members) {
	const byText = new Map();
	for (const { description } of members) byText.set(description.numbers.join("."), description.numbers);
	return [...byText.values()].sort(compareNumbers);
}
// src/compare/identity/group.ts
var FunctionGroup = class {
	isPlural = false;
	#family;
	#file;
	#members;
	#lastProfile = 0;
	#lastLine = 0;
	constructor(family, file) {
		this.#family = family;
		this.#file = file;
	}
	add(member) {
		const { nameless, numbers } = member.description;
		if (nameless || numbers.length > 0) this.isPlural = true;
		if (this.#members === void 0) this.#members = [member];
		else this.#members.push(member);
	}
	saw({ position }, profile) {
		if (this.isPlural || position === void 0) return;
		if (this.#lastProfile === profile && this.#lastLine !== position.line) this.isPlural = true;
		this.#lastProfile = profile;
		this.#lastLine = position.line;
	}
	landmark() {
		if (this.isPlural) return void 0;
		const base = this.#onlyLine("base");
		const head = this.#onlyLine("head");
		return base === void 0 || head === void 0 ? void 0 : {
			base,
			head
		};
	}
	assignKeys() {
		const all = this.#members ?? [];
		const prefix = `${this.#family}\0${this.#file.id}`;
		if (!this.isPlural) {
			for (const member of all) member.key = prefix;
			return;
		}
		const members = bySide(all);
		const { follow, isUnchanged } = this.#file;
		if (follow !== void 0 && arePositioned(members.base) && arePositioned(members.head)) {
			keysByPosition(prefix, members, follow);
			return;
		}
		for (const [common, ofCommon] of byCommonName(all)) keysByNumber(`${common}\0${this.#file.id}`, bySide(ofCommon), isUnchanged);
	}
	#onlyLine(side) {
		let only;
		for (const { side: its, description } of this.#members ?? []) {
			if (its !== side) continue;
			const line = description.position?.line;
			if (line === void 0 || only !== void 0 && only !== line) return void 0;
			only = line;
		}
		return only;
	}
};
function bySide(members) {
	return {
		base: members.filter(({ side }) => side === "base"),
		head: members.filter(({ side }) => side === "head")
	};
}
function arePositioned(members) {
	const lines = new Map();
	return members.every(({ description: { name, numbers, position } }) => {
		if (position === void 0) return false;
		if (numbers.length === 0) return true;
		const known = lines.get(name);
		lines.set(name, position.line);
		return known === void 0 || known === position.line;
	});
}
function byCommonName(members) {
	const groups = new Map();
	for (const member of members) {
		const { common } = member.description;
		const group = groups.get(common);
		if (group === void 0) groups.set(common, [member]);
		else group.push(member);
	}
	return groups;
}
// src/compare/identity/shared-file.ts
var SharedFile = class {
	id;
	#lineMap;
	#groups = new Map();
	#versions = {
		base: new Set(),
		head: new Set()
	};
	#file;
	#evidence;
	#follow;
	constructor(id, file, lineMap) {
		this.id = id;
		this.#file = file;
		this.#lineMap = lineMap;
	}
	note(side, file) {
		this.#versions[side].add(file.version);
		if (side === "head") this.#file = file;
	}
	group(family) {
		const known = this.#groups.get(family);
		if (known !== void 0) return known;
		const group = new FunctionGroup(family, this);
		this.#groups.set(family, group);
		return group;
	}
	assignKeys() {
		const groups = [...this.#groups.values()];
		if (groups.some((group) => group.isPlural)) {
			this.#evidence = {
				file: this.#file,
				versions: this.#versions,
				landmarks: groups.flatMap((group) => group.landmark() ?? [])
			};
			this.#follow = followLines(this.#evidence, this.#lineMap);
		}
		for (const group of groups) group.assignKeys();
	}
	get follow() {
		return this.#follow;
	}
	get isUnchanged() {
		return this.#evidence !== void 0 && isUnchanged(this.#evidence, this.#lineMap);
	}
};
var SharedFiles = class {
	#lineMap;
	#byId = new Map();
	#known = {
		base: new Map(),
		head: new Map()
	};
	constructor(lineMap) {
		this.#lineMap = lineMap;
	}
	of(side, { file, fileId }) {
		const byId = this.#known[side].get(file) ?? new Map();
		const known = byId.get(fileId);
		if (known !== void 0) return known;
		const id = side === "base" ? fileId : this.#idOnBase(file, fileId);
		const shared = this.#byId.get(id) ?? new SharedFile(id, file, this.#lineMap);
		shared.note(side, file);
		this.#byId.set(id, shared);
		this.#known[side].set(file, byId.set(fileId, shared));
		return shared;
	}
	[Symbol.iterator]() {
		return this.#byId.values();
	}
	#idOnBase(file, id) {
		if (this.#lineMap === void 0 || file.place === "foreign" || file.place === "none") return id;
		const path = repositoryPath(file, this.#lineMap);
		const old = this.#lineMap.changeOf(path)?.base;
		if (old === void 0 || old === path) return id;
		if (id === file.file) return id.slice(0, -path.length) + old;
		return id.slice(0, id.lastIndexOf("/") + 1) + old.slice(old.lastIndexOf("/") + 1);
	}
};
// src/compare/identity/identity.ts
var IdentityRegister = class {
	#functions = new FunctionNumbers();
	#known = {
		base: [],
		head: []
	};
	#places;
	#files;
	#entries = [];
	#alike;
	#profile = 0;
	constructor({ base, head }) {
		this.#places = {
			base: new StableFiles(base.roots),
			head: new StableFiles(head.roots)
		};
		this.#files = new SharedFiles(head.lineMap);
		this.#alike = base.roots.join("\0") === head.roots.join("\0");
	}
	add(side, functions) {
		const known = this.#known[side];
		const numbers = new Int32Array(functions.length);
		this.#profile++;
		functions.forEach((fn, index) => {
			const own = this.#functions.of(fn);
			while (known.length <= own) known.push(-1);
			let number = known[own] ?? -1;
			if (number < 0) {
				number = this.#enter(side, fn, own);
				known[own] = number;
			}
			const entry = this.#entries[number];
			entry?.group?.saw(entry.description, this.#profile);
			numbers[index] = number;
		});
		return numbers;
	}
	resolve() {
		for (const file of this.#files) file.assignKeys();
		return this.#entries.map(({ side, role, group, key, name, description }) => {
			if (group === void 0) return {
				side,
				role,
				key,
				name,
				file: "",
				line: 0,
				foreign: true
			};
			const { file, line, foreign } = description;
			return {
				side,
				role,
				key,
				name,
				file: file.file,
				line,
				foreign
			};
		});
	}
	#enter(side, fn, own) {
		const { description, role, name } = this.#twin(side, own) ?? this.#describe(side, fn);
		const isFunction = role === "code";
		const group = (isFunction ? this.#files.of(side, description) : void 0)?.group(description.family);
		const entry = {
			side,
			role,
			group,
			key: isFunction ? "" : accountKey(role, name),
			name,
			description
		};
		group?.add(entry);
		return this.#entries.push(entry) - 1;
	}
	#twin(side, own) {
		if (!this.#alike) return void 0;
		const number = this.#known[side === "base" ? "head" : "base"][own];
		return this.#entries[number ?? -1];
	}
	#describe(side, fn) {
		const description = describe(fn, this.#places[side]);
		return {
			description,
			...partOf(description.name, description.file.file)
		};
	}
};
function accountKey(role, name) {
	return `\0${accountOf(role) ?? role}\0${name}`;
}
// src/compare/stacks.ts
const ROW = 0;
const OWN = 1;
const SKIPPED = 2;
const PROFILER = 3;
const IDLE$1 = 4;
const THREAD = 5;
function framesOf(numbers, identities, { rowOf, count }) {
	const rows = new Int32Array(numbers.length);
	const meanings = new Uint8Array(numbers.length);
	numbers.forEach((number, frame) => {
		rows[frame] = rowOf[number] ?? -1;
		meanings[frame] = meaningOf(identities[number]);
	});
	return {
		rows,
		meanings,
		count
	};
}
function meaningOf(identity) {
	switch (identity?.role) {
		case "code": return identity.foreign ? ROW : OWN;
		case "idle": return IDLE$1;
		case "profiler": return PROFILER;
		case void 0:
		case "transparent": return SKIPPED;
		case "collector thread":
		case "compiler thread": return THREAD;
		default: return ROW;
	}
}
function allRows(rows, count) {
	return {
		rows,
		meanings: new Uint8Array(rows.length).fill(ROW),
		count
	};
}
function mapStacks(profile, frames) {
	const expected = {
		frames: profile.frames.length,
		stacks: profile.values.length
	};
	return writeStacks(profile, frames, stackTableFor(frames.count, expected));
}
function rewriteStacks(profile, frames) {
	const expected = {
		frames: profile.frames,
		stacks: profile.values.length
	};
	return writeStacks(profile, frames, stackTableFor(frames.count, expected));
}
function writeStacks({ frames, offsets, values }, { rows, meanings }, stacks) {
	const path = new Int32Array(deepest(offsets));
	values.forEach((value, stack) => {
		const end = offsets[stack + 1] ?? 0;
		let depth = 0;
		let isOwn = false;
		for (let at = offsets[stack] ?? 0; at < end; at++) {
			const frame = frames[at] ?? 0;
			const meaning = meanings[frame] ?? SKIPPED;
			if (meaning === IDLE$1 || meaning === PROFILER && !isOwn) return;
			if (meaning === THREAD) {
				path[0] = rows[frame] ?? -1;
				depth = 1;
				break;
			}
			if (meaning === OWN) isOwn = true;
			if (meaning === ROW || meaning === OWN) path[depth++] = rows[frame] ?? -1;
		}
		for (let at = 0; at < depth; at++) stacks.frame(path[at] ?? -1);
		stacks.close(value);
	});
	return stacks.columns();
}
function deepest(offsets) {
	let most = 1;
	for (let stack = 1; stack < offsets.length; stack++) most = Math.max(most, (offsets[stack] ?? 0) - (offsets[stack - 1] ?? 0));
	return most;
}
// src/compare/table.ts
function tabulate(rounds, pairOf, contexts, map = mapStacks) {
	const { rows, framesOfRound } = identify(rounds, contexts);
	const tabulated = rounds.map((round, index) => {
		const frames = framesOfRound[index] ?? NO_FRAMES;
		return {
			side: round.side,
			pair: pairOf(round),
			...map(round.profile, frames)
		};
	});
	return {
		rows,
		rounds: tabulated,
		truncated: truncatedShares(rows, tabulated)
	};
}
const NO_FRAMES = {
	rows: new Int32Array(),
	meanings: new Uint8Array(),
	count: 0
};
function identify(rounds, contexts) {
	const register = new IdentityRegister(withRoots(contexts, rounds));
	const numbers = rounds.map(({ side, profile }) => register.add(side, profile.functions));
	const identities = register.resolve();
	const { rows, rowOf } = rowsOf$1(identities);
	const table = {
		rowOf,
		count: rows.length
	};
	return {
		rows,
		framesOfRound: numbers.map((own) => framesOf(own, identities, table))
	};
}
function renamed(table, aliases) {
	const places = new Map();
	const rows = [];
	const frames = allRows(Int32Array.from(table.rows, (row) => {
		const alias = aliases.get(row.key);
		const key = alias ?? row.key;
		const place = places.get(key) ?? rows.length;
		places.set(key, place);
		if (alias !== void 0 || rows[place] === void 0) rows[place] = {
			...row,
			key
		};
		return place;
	}), rows.length);
	const rounds = table.rounds.map((round) => ({
		...round,
		...rewriteStacks(round, frames)
	}));
	return {
		...table,
		rows,
		rounds
	};
}
function withRoots(contexts, rounds) {
	const { base, head } = contexts;
	if (base.roots.length > 0 || head.roots.length > 0) return contexts;
	const files = {
		base: new Set(),
		head: new Set()
	};
	for (const { side, profile } of rounds) for (const { file } of profile.functions) files[side].add(file);
	const roots = guessRoots(files);
	if (roots === void 0) return contexts;
	return {
		base: {
			...base,
			roots: [roots.base]
		},
		head: {
			...head,
			roots: [roots.head]
		}
	};
}
function rowsOf$1(identities) {
	const byKey = new Map();
	const shown = [];
	const rowOf = Int32Array.from(identities, (identity) => {
		if (accountOf(identity.role) === void 0) return -1;
		const { key } = identity;
		const row = byKey.get(key) ?? shown.length;
		byKey.set(key, row);
		const known = shown[row];
		shown[row] = known === void 0 ? identity : preferred(known, identity);
		return row;
	});
	return {
		rows: [...byKey].flatMap(([key, row]) => {
			const identity = shown[row];
			const account = identity && accountOf(identity.role);
			if (identity === void 0 || account === void 0) return [];
			const { name, file, line, foreign } = identity;
			return [{
				key,
				name,
				file,
				line,
				account,
				gated: isGated(account),
				foreign
			}];
		}),
		rowOf
	};
}
function preferred(one, other) {
	if (one.side !== other.side) return one.side === "head" ? one : other;
	const [first, second] = one.name <= other.name ? [one, other] : [other, one];
	return first.line > 0 && (second.line === 0 || first.line <= second.line) ? first : {
		...first,
		line: second.line
	};
}
function truncatedShares(rows, rounds) {
	const cut = rows.findIndex(({ account }) => account === "truncated");
	const share = (side) => {
		let lost = 0;
		let all = 0;
		for (const { frames, offsets, values } of rounds.filter((round) => round.side === side)) values.forEach((value, stack) => {
			all += value;
			if (cut >= 0 && frames[offsets[stack] ?? 0] === cut) lost += value;
		});
		return all === 0 ? 0 : lost / all;
	};
	return {
		base: share("base"),
		head: share("head")
	};
}
// src/compare/gather.ts
function gather(input, pairing, since, map) {
	const contexts = {
		base: {
			side: "base",
			roots: input.roots.base,
			lineMap: input.lineMap
		},
		head: {
			side: "head",
			roots: input.roots.head,
			lineMap: input.lineMap
		}
	};
	const table = tabulate(pairing.rounds, pairing.pairOf, contexts, map);
	const first = gatherEvidence(table, pairing.rounds, pairing.pairs);
	const renames = findRenames(first);
	const all = renames.size === 0 ? first : gatherEvidence(renamed(table, renames), pairing.rounds, pairing.pairs);
	return since === 0 ? all : evidenceSince(all.table, pairing, since);
}
function evidenceSince(table, pairing, since) {
	const rounds = table.rounds.filter(({ pair }) => pair >= since).map((round) => ({
		...round,
		pair: round.pair - since
	}));
	const counted = pairing.rounds.filter((round) => pairing.pairOf(round) >= since);
	return gatherEvidence({
		...table,
		rounds
	}, counted, pairing.pairs - since);
}
// src/compare/infer/moderate.ts
const MAX_PRIOR_DF = 60;
const MIN_ACCOUNTS = 3;
function fitVariancePrior(accounts, df) {
	const usable = accounts.filter((account) => account.variance > 0 && account.size > 0);
	if (usable.length < MIN_ACCOUNTS) return { moderate: ({ variance }) => ({
		variance,
		df
	}) };
	const bias = digamma(df / 2) - Math.log(df / 2);
	const trend = linearRegressionLine(linearRegression(usable.map((account) => [Math.log(account.size), Math.log(account.variance) - bias])));
	const excess = residualVariance(usable, bias, trend) - trigamma(df / 2);
	const priorDf = excess > 0 ? Math.min(MAX_PRIOR_DF, 2 * inverseTrigamma(excess)) : MAX_PRIOR_DF;
	const priorBias = Math.log(priorDf / 2) - digamma(priorDf / 2);
	return { moderate({ variance, size }) {
		const expected = Math.exp(trend(Math.log(Math.max(size, Number.MIN_VALUE))) - priorBias);
		return {
			variance: (priorDf * expected + df * variance) / (priorDf + df),
			df: priorDf + df
		};
	} };
}
function residualVariance(accounts, bias, trend) {
	const squares = accounts.map(({ variance, size }) => (Math.log(variance) - bias - trend(Math.log(size))) ** 2);
	return sum(squares) / Math.max(1, accounts.length - 2);
}
// src/compare/infer/estimate.ts
const INTERVAL_TAIL = .025;
const WIDE = 1;
function fitEstimator(accounts, inflation) {
	const pairs = accounts[0]?.base.length ?? 0;
	const prior = fitVariancePrior(accounts.map(varianceOf), pairs - 1);
	return (series) => {
		const own = varianceOf(series);
		const { variance, df } = own.size < WIDE ? prior.moderate(own) : {
			variance: own.variance,
			df: pairs - 1
		};
		const baseShare = meanOf(series, "base");
		const headShare = meanOf(series, "head");
		const standardError = Math.sqrt(variance / pairs * inflation);
		return estimateOf({
			baseShare,
			headShare,
			df
		}, standardError);
	};
}
function withStandardError(estimate, standardError) {
	return estimateOf(estimate, standardError);
}
function riseBeyond({ delta, standardError, df }, margin) {
	return upperTail(delta - margin, standardError, df);
}
function fallBeyond({ delta, standardError, df }, margin) {
	return upperTail(-delta - margin, standardError, df);
}
function upperBound({ delta, standardError, df }, tail) {
	return standardError > 0 ? delta + standardError * studentQuantile(tail, df) : delta;
}
function estimateOf({ baseShare, headShare, df }, standardError) {
	const delta = headShare - baseShare;
	const reach = standardError * studentQuantile(INTERVAL_TAIL, df);
	return {
		baseShare,
		headShare,
		delta,
		standardError,
		df,
		low: delta - reach,
		high: delta + reach
	};
}
function varianceOf(series) {
	const centre = changeOf(series);
	const squares = differences(series).map((difference) => (difference - centre) ** 2);
	const pairs = squares.length;
	return {
		variance: weightedMean(squares, series.weights) * pairs / (pairs - 1),
		size: meanOf(series, "base") + meanOf(series, "head")
	};
}
function upperTail(delta, standardError, df) {
	if (standardError > 0) return studentUpperTail(delta / standardError, df);
	return delta > 0 ? 0 : 1;
}
// src/compare/infer/holm.ts
function holm(pValues, weights) {
	const tests = pValues.map((p, index) => ({
		p,
		weight: weights[index] ?? 0,
		index
	}));
	tests.sort((a, b) => a.p / a.weight - b.p / b.weight);
	const adjusted = new Array(pValues.length).fill(1);
	const remaining = new Array(tests.length).fill(0);
	tests.reduceRight((sum, { weight }, rank) => {
		remaining[rank] = sum + weight;
		return sum + weight;
	}, 0);
	let largest = 0;
	tests.forEach(({ p, weight, index }, rank) => {
		largest = Math.max(largest, Math.min(1, p * ((remaining[rank] ?? 0) / weight)));
		adjusted[index] = largest;
	});
	return adjusted;
}
// src/compare/judge.ts
const PLAUSIBLE = .025;
const RELATIVE_PART = .05;
function judgeAll(evidence, limits, levels, suspects) {
	const { common, inflation } = evidence;
	const groups = testedAccounts(evidence, limits);
	const everything = groups.map(({ tested }) => tested.series);
	const asIs = fitEstimator(everything, inflation);
	const relative = fitEstimator(everything.map(common.remove), inflation);
	const testsBy = (limitOf, { row, series }, baseShare) => {
		const estimate = asIs(series);
		const plain = relative(common.remove(series));
		const error = Math.hypot(plain.standardError, plain.headShare * common.standardError);
		const share = baseShare ?? estimate.baseShare;
		const threshold = limitOf(row, share);
		const thresholds = {
			threshold,
			fallThreshold: Math.min(threshold, limits.plain(share))
		};
		return test(row, estimate, withStandardError(plain, error), thresholds, levels.beyond(estimate));
	};
	const testsOf = (account, baseShare) => testsBy(limits.own, account, baseShare);
	const judgeAccount = (account, p, part) => {
		const own = testsOf(account);
		const judged = judge(account, own, p, part, levels);
		if (own.threshold <= limits.plain(own.estimate.baseShare)) return judged;
		const others = testsBy((_, share) => limits.plain(share), account);
		const { judgement } = judge(account, others, priceOf(others, part), part, levels);
		return {
			...judged,
			otherwise: judgement
		};
	};
	const family = groups.filter(({ members }) => suspects === void 0 || members.some(({ row }) => suspects.has(row)));
	const tests = family.map(({ tested }) => testsOf(tested));
	const weights = tests.map(({ estimate }) => Math.sqrt(estimate.baseShare + estimate.headShare));
	const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
	const adjusted = {
		rise: holm(tests.map(({ rise }) => rise), weights),
		fall: holm(tests.map(({ fall }) => fall), weights),
		relativeRise: holm(tests.map(({ relativeRise }) => relativeRise), weights)
	};
	const judged = family.flatMap(({ members }, index) => {
		const part = (weights[index] ?? 0) / allWeights;
		const p = {
			rise: adjusted.rise[index] ?? 1,
			fall: adjusted.fall[index] ?? 1,
			relativeRise: adjusted.relativeRise[index] ?? 1
		};
		return members.map((account) => judgeAccount(account, p, part));
	});
	const untested = groups.filter((group) => !family.includes(group));
	const certainly = {
		rise: 1,
		fall: 1,
		relativeRise: 1
	};
	return {
		judged: [...judged, ...untested.flatMap(({ members }) => members.map((account) => judgeAccount(account, certainly, 0)))],
		rejudge(one, series) {
			const again = testsOf({
				row: one.row,
				series
			}, one.estimate.baseShare);
			const part = one.level / levels.alpha;
			return judge(one, again, priceOf(again, part), part, levels);
		}
	};
}
function priceOf({ rise, fall, relativeRise }, part) {
	const price = (p) => part > 0 ? Math.min(1, p / part) : 1;
	return {
		rise: price(rise),
		fall: price(fall),
		relativeRise: price(relativeRise)
	};
}
function test(row, estimate, relative, { threshold, fallThreshold }, beyond) {
	const isBeyond = (p) => p <= beyond;
	const plausible = row !== -1 && riseBeyond(estimate, 0) <= PLAUSIBLE;
	return {
		estimate,
		threshold,
		fallThreshold,
		beyond,
		rise: isBeyond(riseBeyond(estimate, threshold)) ? riseBeyond(estimate, 0) : 1,
		fall: isBeyond(fallBeyond(estimate, fallThreshold)) ? fallBeyond(estimate, 0) : 1,
		relativeRise: plausible && isBeyond(riseBeyond(relative, threshold)) ? riseBeyond(relative, 0) : 1
	};
}
function judge({ row, measure }, { estimate, threshold, fallThreshold, beyond }, p, part, { alpha, bound }) {
	const asIs = (estimate.delta >= 0 ? p.rise : p.fall) / .95;
	const relative = estimate.delta >= 0 ? p.relativeRise / RELATIVE_PART : 1;
	const adjustedP = Math.min(1, asIs, relative);
	const judgement = () => {
		if (adjustedP <= alpha && estimate.delta >= threshold) return "rise";
		if (adjustedP <= alpha && estimate.delta <= -fallThreshold) return "fall";
		return upperBound(estimate, bound) < threshold ? "within" : "undecided";
	};
	return {
		row,
		measure,
		estimate,
		adjustedP,
		threshold,
		judgement: judgement(),
		otherwise: void 0,
		level: alpha * part,
		beyond
	};
}
// src/compare/localise.ts
const LOCAL = .005;
function localise(evidence, settled) {
	const rises = settled.filter((one) => one.judgement === "rise");
	const risen = new Set(rises.map((one) => one.row));
	const candidates = settled.filter((one) => !risen.has(one.row) && isLikely(one));
	if (risen.size === 0 || candidates.length === 0) return [...settled];
	const callers = [...risen].filter((row) => row !== -1);
	const program = rises.find((one) => one.row === -1)?.estimate.delta ?? Number.POSITIVE_INFINITY;
	const { asIs } = sharedRises(evidence, [...new Set([...callers, ...candidates.map((one) => one.row)])]);
	const holdsRise = (callee) => changeOf(evidence.row(callee, "self")) >= .6 * program || callers.some((caller) => {
		const shared = asIs.rise(caller, callee);
		return shared >= .6 * asIs.rise(caller, caller) && asIs.rise(callee, caller) <= shared;
	});
	return settled.map((one) => candidates.includes(one) && holdsRise(one.row) ? {
		...one,
		judgement: "rise"
	} : one);
}
function isLikely({ row, judgement, estimate, threshold, movedFrom }) {
	return row !== -1 && movedFrom === void 0 && judgement === "undecided" && estimate.delta >= threshold && riseBeyond(estimate, 0) <= LOCAL;
}
// src/compare/planning.ts
const MAX_PROPOSED = 200;
function pairsToDecide(doubts, pairs) {
	let needed = pairs;
	for (const { estimate, upperBound, threshold } of doubts) {
		const room = threshold - Math.max(0, estimate.delta);
		if (room <= 0) return void 0;
		const reach = upperBound - estimate.delta;
		needed = Math.max(needed, Math.ceil(pairs * (reach / room) ** 2));
	}
	return needed > pairs && needed <= MAX_PROPOSED ? needed : void 0;
}
// src/compare/shift/net.ts
const NEW_RATIO = .1;
function netChange(evidence, row, measure) {
	const own = evidence.row(row, measure);
	const losses = [
		...measure === "total" ? sameCodeElsewhere(evidence, row) : [],
		...isNew(own) ? fromCallers(evidence, row, own) : [],
		...measure === "self" ? fromGoneCallees(evidence, row, own) : []
	];
	let series = own;
	let remaining = changeOf(own);
	let largest;
	for (const loss of losses.sort((a, b) => changeOf(a.series) - changeOf(b.series))) {
		const lost = -changeOf(loss.series);
		if (lost <= 0 || remaining <= 0) continue;
		const amount = Math.min(lost, remaining, loss.limit);
		if (amount <= 0) continue;
		series = plus(series, loss.series, amount / lost);
		remaining -= amount;
		if (largest === void 0 || amount > largest.amount) largest = {
			row: loss.row,
			amount
		};
	}
	return {
		series,
		from: largest?.row
	};
}
function isNew(series) {
	return meanOf(series, "base") < NEW_RATIO * meanOf(series, "head");
}
function sameCodeElsewhere(evidence, row) {
	const base = codeBelow(evidence, "base", row);
	const leaves = [...codeBelow(evidence, "head", row)].filter(([leaf, cost]) => (base.get(leaf) ?? 0) < NEW_RATIO * cost).map(([leaf]) => leaf);
	if (leaves.length === 0) return [];
	const position = new Map(leaves.map((leaf, index) => [leaf, index]));
	const accounts = evidence.accounts(2 * leaves.length, (frames, start, end, credit) => {
		const account = position.get(frames[start] ?? -1);
		if (account === void 0) return;
		credit(holds(frames, start, end, row) ? account : leaves.length + account);
	});
	return leaves.flatMap((leaf, index) => {
		const below = accounts[index];
		const elsewhere = accounts[leaves.length + index];
		if (below === void 0 || elsewhere === void 0) return [];
		return [{
			row: leaf,
			series: elsewhere,
			limit: changeOf(below)
		}];
	});
}
function codeBelow(evidence, side, row) {
	const { frames, offsets, values } = evidence.mean(side);
	const costs = new Map();
	values.forEach((cost, stack) => {
		const start = offsets[stack] ?? 0;
		if (!holds(frames, start, offsets[stack + 1] ?? 0, row)) return;
		const leaf = frames[start] ?? -1;
		costs.set(leaf, (costs.get(leaf) ?? 0) + cost);
	});
	return costs;
}
function holds(frames, start, end, row) {
	for (let at = start; at < end; at += 1) if (frames[at] === row) return true;
	return false;
}
function fromCallers(evidence, row, own) {
	const callers = neighbours(evidence, "head", row, "callers");
	const losses = [];
	for (const caller of callers.keys()) if (caller >= 0) losses.push({
		row: caller,
		series: evidence.row(caller, "self"),
		limit: changeOf(own)
	});
	evidence.table.rows.forEach((_, other) => {
		const total = evidence.row(other, "total");
		if (other === row || !isGone(total)) return;
		if ([...neighbours(evidence, "base", other, "callers").keys()].some((caller) => callers.has(caller))) losses.push({
			row: other,
			series: total,
			limit: changeOf(own)
		});
	});
	return losses;
}
function fromGoneCallees(evidence, row, own) {
	return [...neighbours(evidence, "base", row, "body").keys()].flatMap((callee) => {
		const total = callee >= 0 ? evidence.row(callee, "total") : void 0;
		return total !== void 0 && isGone(total) ? [{
			row: callee,
			series: evidence.row(callee, "self"),
			limit: changeOf(own)
		}] : [];
	});
}
function isGone(series) {
	const base = meanOf(series, "base");
	return base > 0 && meanOf(series, "head") < NEW_RATIO * base;
}
function neighbours(evidence, side, row, which) {
	return neighboursOf(evidence, side, new Set([row]), () => false).get(row)?.[which] ?? new Map();
}
// src/compare/shift/moves.ts
function settleMoves(evidence, { judged, rejudge }) {
	return judged.map((one) => {
		const asIs = {
			...one,
			movedFrom: void 0
		};
		if (one.row === -1 || one.judgement === "within" || one.judgement === "fall") return asIs;
		const net = netChange(evidence, one.row, one.measure);
		if (net.from === void 0) return asIs;
		const { judgement } = rejudge(one, net.series);
		return judgement === "rise" ? asIs : {
			...one,
			judgement,
			movedFrom: net.from
		};
	});
}
// src/compare/truncation.ts
function truncationWarning({ truncated: { base, head } }) {
	if (base === 0 && head === 0) return void 0;
	const percent = (share) => `${(100 * share).toFixed(1)} %`;
	return `the server cut profiles off: ${percent(base)} of the base's cost and ${percent(head)} of the head's is in no function; a rise there can't be seen. Raise its limit of nodes, or compare shorter times`;
}
// src/compare/differences.ts
const LEAST = 5e-5;
const MOST = 50;
const BEHIND = .95;
const SAME = .05;
function describeDifferences(evidence) {
	const all = differing(evidence);
	const rises = chainEnds(all.filter(({ size }) => size > 0)).slice(0, MOST);
	const falls = chainEnds(all.filter(({ size }) => size < 0)).slice(0, MOST);
	const unexplained = new Set([...withoutExplained(evidence, rises), ...withoutExplained(swapped(evidence), falls)]);
	const weightOf = (one) => unexplained.has(one) ? Math.abs(one.size) : BEHIND * Math.abs(one.self.delta);
	return all.map((one) => ({
		one,
		weight: weightOf(one)
	})).sort((a, b) => b.weight - a.weight).map(({ one: { subject, total, self } }) => ({
		subject,
		total,
		self
	}));
}
function differing(evidence) {
	return evidence.table.rows.flatMap((subject, row) => {
		const series = evidence.row(row, "total");
		if (!isWide(series)) return [];
		const total = seen(series);
		const self = seen(evidence.row(row, "self"));
		const size = Math.abs(self.delta) > Math.abs(total.delta) ? self.delta : total.delta;
		return Math.abs(size) < LEAST ? [] : [{
			row,
			subject,
			total,
			self,
			size
		}];
	}).sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
}
function seen(series) {
	return {
		baseShare: meanOf(series, "base"),
		headShare: meanOf(series, "head"),
		delta: changeOf(series)
	};
}
function chainEnds(sorted) {
	const ends = [];
	for (const one of sorted) {
		const at = ends.findLastIndex((end) => isSame(end, one));
		const end = ends[at];
		if (end === void 0) ends.push(one);
		else if (widthOf(one) < widthOf(end)) ends[at] = one;
	}
	return ends;
}
function isSame(one, other) {
	const apart = (side) => Math.abs(one.total[side] - other.total[side]);
	const reach = SAME * Math.min(Math.abs(one.size), Math.abs(other.size));
	return one.subject.foreign === other.subject.foreign && apart("baseShare") <= reach && apart("headShare") <= reach;
}
function widthOf({ total }) {
	return total.baseShare + total.headShare;
}
function withoutExplained(evidence, rises) {
	const explanation = explainRises(evidence, rises);
	return rises.filter(({ row }) => explanation.explainedBy(row) === void 0);
}
function swapped({ table, common, accounts }) {
	return {
		table,
		common: {
			...common,
			remove: (series) => swap(common.remove(swap(series)))
		},
		accounts: (count, visit) => accounts(count, visit).map(swap)
	};
}
function swap({ base, head, weights }) {
	return {
		base: head,
		head: base,
		weights
	};
}
// src/compare/unjudged.ts
function unjudged(pairing, evidence) {
	return {
		verdict: "inconclusive",
		pairs: evidence?.pairs ?? 0,
		changes: [],
		doubts: [],
		differences: evidence === void 0 ? [] : describeDifferences(evidence),
		tested: [],
		functions: evidence?.table.rows.length ?? 0,
		ruled: 0,
		minimumDetectable: null,
		normalisation: evidence?.normalisation.kind ?? "counted",
		slowdown: evidence?.normalisation.slowdown,
		costPerRequest: evidence && costPerRequest(evidence.normalisation, meanOf(evidence.program(), "head")),
		program: void 0,
		pairsToDecide: 3,
		warnings: [...pairing.warnings, ...warningsOf(evidence)]
	};
}
function warningsOf(evidence) {
	const pairs = evidence?.pairs ?? 0;
	const few = `there ${pairs === 1 ? "is 1 complete pair" : `are ${pairs} complete pairs`} of rounds, and at least 3 are needed to tell change from noise`;
	if (evidence === void 0) return [few];
	const truncation = truncationWarning(evidence.table);
	return [
		few,
		...truncation === void 0 ? [] : [truncation],
		...estimationWarning(evidence.normalisation)
	];
}
const BOUND = .05;
function wholeLevels({ alpha }) {
	return {
		alpha,
		bound: BOUND,
		beyond: byShare(alpha)
	};
}
function compareRounds(input) {
	return compareGathered(gatherRounds(input), input.policy, { levels: wholeLevels(input.policy) });
}
function gatherRounds(input, since = 0) {
	return gatherWith(mapStacks, input, since);
}
function useUpRounds(input) {
	return gatherWith(rewriteStacks, input, 0);
}
function gatherWith(map, input, since) {
	const pairing = pairRounds(input.rounds);
	const pairs = pairing.pairs - since;
	return {
		pairing,
		pairs,
		evidence: pairs < 1 ? void 0 : gather(input, pairing, since, map),
		attribute: input.attribute
	};
}
function compareGathered({ pairing, pairs, evidence, attribute }, policy, { levels, suspects }) {
	if (evidence === void 0 || pairs < 3) return unjudged(pairing, evidence);
	const limits = limitsOf(policy, evidence.table.rows);
	const judgements = judgeAll(evidence, limits, levels, rowsOf(evidence, suspects));
	const { judged } = judgements;
	const settled = localise(evidence, settleAllowed(evidence, limits, judgements, settleMoves(evidence, judgements)));
	const changes = describeChanges(evidence, limits, settled, attribute);
	const doubts = settled.filter((one) => one.judgement === "undecided").map(toDoubt(evidence, levels));
	const truncation = truncationWarning(evidence.table);
	const verdict = verdictOf(changes, doubts, truncation !== void 0);
	const program = judged.find((one) => one.row === -1)?.estimate;
	return {
		verdict,
		pairs,
		changes,
		doubts: verdict === "inconclusive" ? byWidth(doubts) : [],
		differences: [],
		tested: settled.map(toTested(evidence)).sort(byBaseShare),
		functions: evidence.table.rows.length,
		ruled: evidence.table.rows.filter((_, row) => limits.rulingOf(row) !== void 0).length,
		minimumDetectable: gateDetectable(judged),
		normalisation: evidence.normalisation.kind,
		slowdown: evidence.normalisation.slowdown,
		costPerRequest: costPerRequest(evidence.normalisation, program?.headShare),
		program,
		pairsToDecide: verdict === "inconclusive" ? pairsToDecide(doubts, pairs) : void 0,
		warnings: [
			...pairing.warnings,
			...truncation === void 0 ? [] : [truncation],
			...estimationWarning(evidence.normalisation)
		]
	};
}
function rowsOf(evidence, keys) {
	if (keys === void 0) return void 0;
	const rows = evidence.table.rows.flatMap(({ key }, row) => keys.has(key) ? [row] : []);
	return new Set(keys.has("") ? [...rows, -1] : rows);
}
function verdictOf(changes, doubts, isTruncated) {
	if (changes.some((change) => change.fails)) return "regression";
	return doubts.length > 0 || isTruncated ? "inconclusive" : "pass";
}
function toDoubt(evidence, { bound }) {
	return ({ row, measure, estimate, threshold }) => ({
		subject: evidence.table.rows[row] ?? null,
		measure,
		estimate,
		upperBound: upperBound(estimate, bound),
		threshold
	});
}
function toTested(evidence) {
	return (judged) => ({
		subject: evidence.table.rows[judged.row] ?? null,
		measure: judged.measure,
		estimate: judged.estimate,
		adjustedP: judged.adjustedP,
		threshold: judged.threshold,
		judgement: judged.judgement,
		minimumDetectable: minimumDetectable(judged)
	});
}
function byBaseShare(a, b) {
	return b.estimate.baseShare - a.estimate.baseShare;
}
function byWidth(doubts) {
	return [...doubts].sort((a, b) => b.estimate.headShare - a.estimate.headShare);
}
// src/compare/sequence/boundaries.ts
function spendEvenly(fraction) {
	return fraction;
}
function spendLate(fraction) {
	return fraction ** 3;
}
function lookLevels(fractions, total, spend) {
	if (fractions.length === 1) return [total];
	const levels = [];
	const steps = fractions.map((fraction, index) => Math.sqrt(fraction - (fractions[index - 1] ?? 0)));
	let survivors = startAtZero(Math.min(...steps) / POINTS_PER_STEP);
	let spent = 0;
	fractions.forEach((fraction, index) => {
		const budget = total * (index === fractions.length - 1 ? 1 : spend(fraction));
		const { boundary, below } = cutTail(advance(survivors, steps[index] ?? 0), Math.max(0, budget - spent));
		levels.push(studentUpperTail(boundary / Math.sqrt(fraction), Number.POSITIVE_INFINITY));
		survivors = below;
		spent = budget;
	});
	return levels;
}
const POINTS_PER_STEP = 12;
const REACH = 7;
function startAtZero(width) {
	const half = Math.ceil(REACH / width);
	const masses = new Float64Array(2 * half + 1);
	masses[half] = 1;
	return {
		width,
		masses
	};
}
function advance({ width, masses: from }, deviation) {
	const scale = width / (deviation * Math.sqrt(2 * Math.PI));
	const kernel = Float64Array.from(from, (_, distance) => {
		const deviations = distance * width / deviation;
		return scale * Math.exp(-.5 * deviations * deviations);
	});
	const masses = new Float64Array(from.length);
	from.forEach((mass, origin) => {
		if (mass === 0) return;
		for (let at = 0; at < masses.length; at += 1) masses[at] = (masses[at] ?? 0) + mass * (kernel[Math.abs(at - origin)] ?? 0);
	});
	return {
		width,
		masses
	};
}
function cutTail({ width, masses }, tail) {
	let beyond = 0;
	let point = masses.length - 1;
	for (; point > 0; point -= 1) {
		const mass = masses[point] ?? 0;
		if (beyond + mass > tail) break;
		beyond += mass;
	}
	const last = masses[point] ?? 0;
	const part = last > 0 ? (tail - beyond) / last : 0;
	const below = masses.slice();
	below.fill(0, point + 1);
	below[point] = last * (1 - part);
	return {
		boundary: (point - (masses.length - 1) / 2) * width + width / 2 - width * part,
		below: {
			width,
			masses: below
		}
	};
}
// src/compare/sequence/looks.ts
function withoutAlarms(policy) {
	return {
		levels: wholeLevels(policy),
		suspects: new Set()
	};
}
function compareSome(compare, pairs, policy, look) {
	const { minimumDetectable, tested } = compare(0, pairs, { levels: wholeLevels(policy) });
	return {
		...compare(0, pairs, look),
		minimumDetectable,
		tested
	};
}
// src/compare/sequence/plan.ts
const GROWTH = 1.5;
function searchLooks({ first, most, isCutShort }, available) {
	const last = Math.max(first, most);
	const looks = growing(first, last);
	if (!isCutShort || available >= last) return looks;
	return [...looks.filter((pairs) => pairs < available), available];
}
const FEWEST_FRESH = 4;
function confirmationLooks(pairs, { most }) {
	const half = Math.max(FEWEST_FRESH, Math.ceil(pairs / 2));
	return growing(half, Math.max(half + 2, pairs, most));
}
function growing(first, last) {
	const looks = [];
	for (let pairs = first; pairs < last; pairs = Math.ceil(pairs * GROWTH)) looks.push(pairs);
	return [...looks, last];
}
// src/compare/sequence/suspects.ts
function suspectsOf({ changes }) {
	return changes.filter((change) => change.fails && change.culprit);
}
function withExplained(keys, { changes }) {
	const risen = changes.filter((change) => change.fails && keys.has(keyOf(rootOf(change))));
	return new Set([...keys, ...risen.map(keyOf)]);
}
function isUnrelated({ attribution }) {
	return attribution?.mark === "unrelated";
}
function keyOf({ subject }) {
	return subject?.key ?? "";
}
function rootOf({ culprit, subject, explainedBy }) {
	return { subject: culprit || explainedBy === void 0 ? subject : explainedBy };
}
// src/compare/sequence/confirm.ts
const CONFIRMATION_ALPHA = .025;
function confirm(compare, plan, policy, alarm) {
	const { comparison, pairs, available } = alarm;
	const suspects = suspectsOf(comparison);
	const keys = new Set(suspects.map(keyOf));
	const related = suspects.filter((suspect) => !isUnrelated(suspect)).map(keyOf);
	const isMixed = related.length > 0 && related.length < suspects.length;
	const ask = (from, asked, isEnough) => askFreshPairs(compare, {
		from,
		available
	}, confirmationLooks(pairs, plan), asked, isEnough);
	const isSome = (confirmed) => confirmed.size > 0;
	const isRelated = (confirmed) => related.some((key) => confirmed.has(key));
	const isEnough = isMixed ? isRelated : isSome;
	const first = ask(pairs, keys, isEnough);
	if (first.outcome === "pending") return wait(first.next, 1);
	if (related.length > 0 && isEnough(first.confirmed)) {
		const own = isMixed ? related.filter((key) => first.confirmed.has(key)) : first.confirmed;
		return regression(new Set(own), first.until, 1);
	}
	if (first.confirmed.size === 0) return unconfirmed("refuted", first.until, 1);
	const second = ask(first.until, first.confirmed, isSome);
	if (second.outcome === "pending") return wait(second.next, 2);
	return second.confirmed.size > 0 ? regression(second.confirmed, second.until, 2) : unconfirmed("refuted", second.until, 2);
	function wait(next, times) {
		if (plan.isCutShort) return unconfirmed("pending", available, times);
		return {
			comparison,
			confirmation: told("pending", available, times),
			next,
			endedEarly: void 0,
			setAside: []
		};
	}
	function regression(confirmed, until, times) {
		return {
			comparison: compareSome(compare, until, policy, {
				levels: {
					alpha: policy.alpha,
					bound: BOUND,
					beyond: asEstimated
				},
				suspects: withExplained(confirmed, comparison)
			}),
			confirmation: told("confirmed", until, times),
			next: void 0,
			endedEarly: until < plan.most ? "certain" : void 0,
			setAside: suspects.filter((suspect) => isUnrelated(suspect) && !confirmed.has(keyOf(suspect)))
		};
	}
	function unconfirmed(outcome, until, times) {
		return {
			comparison: compareSome(compare, until, policy, withoutAlarms(policy)),
			confirmation: told(outcome, until, times),
			next: void 0,
			endedEarly: void 0,
			setAside: []
		};
	}
	function told(outcome, until, times) {
		return {
			raisedAfter: pairs,
			freshPairs: until - pairs,
			outcome,
			suspects,
			times
		};
	}
}
function askFreshPairs(compare, { from, available }, looks, keys, isEnough) {
	const levels = lookLevels(looks.map((fresh) => fresh / (looks.at(-1) ?? 1)), CONFIRMATION_ALPHA, spendEvenly);
	const confirmed = new Set();
	let until = from;
	for (const [index, fresh] of looks.entries()) {
		until = from + fresh;
		if (until > available) return {
			outcome: "pending",
			next: until
		};
		const level = {
			alpha: levels[index] ?? 0,
			bound: BOUND,
			beyond: asEstimated
		};
		const seen = compare(from, until, {
			levels: level,
			suspects: keys
		});
		for (const change of seen.changes) if (change.fails) confirmed.add(keyOf(change));
		if (isEnough(confirmed)) break;
	}
	return {
		outcome: "answered",
		confirmed,
		until
	};
}
// src/compare/sequence/hopeless.ts
const LUCK = 1.5;
const LUCK_OF_ALL = .5;
function isHopeless({ doubts }, { pairs, most, alpha }) {
	if (doubts.length === 0) return false;
	const outlooks = doubts.map((doubt) => outlook(doubt, pairs / most, most - pairs, alpha));
	return !outlooks.every(canBeRuledOut) && !outlooks.some(canBecomeCertain);
}
function outlook({ estimate, threshold }, weight, left, alpha) {
	const { delta, standardError, df } = estimate;
	return {
		weight,
		standardError: standardError * Math.sqrt(weight),
		df: df + left,
		threshold,
		delta,
		beyond: byShare(alpha)(estimate)
	};
}
function canBeRuledOut({ weight, standardError, df, threshold, delta }) {
	const scatter = standardError * Math.sqrt(1 - weight);
	return weight * delta - LUCK_OF_ALL * scatter + studentQuantile(BOUND, df) * standardError < threshold;
}
function canBecomeCertain(outlook) {
	const { weight, standardError, df, threshold, delta, beyond } = outlook;
	const scatter = standardError * Math.sqrt((1 - weight) / weight);
	return delta + LUCK * scatter - studentQuantile(beyond, df) * standardError > threshold;
}
// src/compare/sequence/decide.ts
function decide(gather, plan, policy, available) {
	const compare = looker(gather, policy);
	const looks = searchLooks(plan, available);
	const levels = searchLevels(looks, plan, policy);
	for (const [index, pairs] of looks.entries()) {
		const level = levels[index];
		if (pairs > available || level === void 0) return {
			comparison: compare(0, available, withoutAlarms(policy)),
			confirmation: void 0,
			next: pairs,
			endedEarly: void 0,
			setAside: []
		};
		const comparison = compare(0, pairs, { levels: level });
		if (comparison.verdict === "regression") return confirm(compare, plan, policy, {
			comparison,
			pairs,
			available
		});
		const isLast = index === looks.length - 1;
		const endedEarly = reasonToEnd(comparison, {
			pairs,
			most: plan.most,
			alpha: policy.alpha
		});
		if (isLast || endedEarly !== void 0) {
			const early = isLast ? void 0 : endedEarly;
			return {
				comparison: early === "hopeless" ? compareSome(compare, pairs, policy, withoutAlarms(policy)) : comparison,
				confirmation: void 0,
				next: void 0,
				endedEarly: early,
				setAside: []
			};
		}
	}
	throw new Error("a plan has at least one look");
}
function looker(gather, policy) {
	let last;
	return (from, until, look) => {
		if (last?.from !== from || last.until !== until) last = {
			from,
			until,
			gathered: gather(from, until)
		};
		return compareGathered(last.gathered, policy, look);
	};
}
function reasonToEnd(comparison, progress) {
	if (comparison.verdict === "pass") return "certain";
	return isHopeless(comparison, progress) ? "hopeless" : void 0;
}
function searchLevels(looks, { most }, policy) {
	const fractions = looks.map((pairs) => Math.min(1, pairs / most));
	const alpha = lookLevels(fractions, policy.alpha, spendEvenly);
	const bound = lookLevels(fractions, BOUND, spendLate);
	return looks.map((_, index) => ({
		alpha: alpha[index] ?? 0,
		beyond: byShare(alpha[index] ?? 0),
		bound: bound[index] ?? 0
	}));
}
// src/compare/sequence/sequence.ts
function decideRounds(input, plan) {
	const numbers = [...new Set(input.rounds.map(({ round }) => round))].sort((a, b) => a - b);
	return decide((from, until) => {
		const taken = new Set(numbers.slice(0, until));
		const rounds = input.rounds.filter(({ round }) => taken.has(round));
		return gatherRounds({
			...input,
			rounds
		}, from);
	}, plan, input.policy, numbers.length);
}
function decideOnce(input) {
	const gathered = useUpRounds(input);
	const { policy } = input;
	const levels = wholeLevels(policy);
	const whole = compareGathered(gathered, policy, { levels });
	const suspects = suspectsOf(whole);
	const setAside = suspects.filter(isUnrelated);
	if (setAside.length === 0) return onlyLook(whole);
	const rest = compareGathered(gathered, policy, {
		levels,
		suspects: withExplained(new Set(suspects.filter((one) => !isUnrelated(one)).map(keyOf)), whole)
	});
	const { minimumDetectable, tested } = whole;
	return {
		...onlyLook({
			...rest,
			minimumDetectable,
			tested
		}),
		setAside
	};
}
function onlyLook(comparison) {
	return {
		comparison,
		confirmation: void 0,
		next: void 0,
		endedEarly: void 0,
		setAside: []
	};
}
// src/change/facts.ts
const IDLE = new Set([
	"comments",
	"documentation",
	"tests",
	"upkeep"
]);
function isIdle({ kind }) {
	return IDLE.has(kind);
}
function isEffective(file) {
	return !isIdle(file) && file.kind !== "unloaded";
}
// src/change/outline/extent.ts
function functionsAt(functions, line) {
	const begun = functions.filter((one) => one.line <= line && line <= one.body);
	if (begun.length > 0) {
		const closest = Math.max(...begun.map((one) => one.line));
		return begun.filter((one) => one.line === closest);
	}
	const innermost = functions.filter((one) => one.line <= line && line <= one.end).sort((a, b) => b.line - a.line || a.end - b.end)[0];
	return innermost === void 0 ? [] : [innermost];
}
// src/change/packages/collect.ts
var LockCollector = class {
	#packages = new Map();
	add(name, version, dependencies) {
		if (name === "") return;
		const known = this.#packages.get(name) ?? { versions: new Set() };
		known.versions.add(version);
		if (dependencies !== void 0) {
			known.dependencies ??= new Set();
			for (const dependency of dependencies) known.dependencies.add(dependency);
		}
		this.#packages.set(name, known);
	}
	finish() {
		return new Map([...this.#packages].map(([name, { versions, dependencies }]) => [name, {
			versions,
			dependencies
		}]));
	}
};
// src/change/packages/lock-lines.ts
function readGoMod(text) {
	const packages = new LockCollector();
	let isList = false;
	for (const line of linesOf(text, /\s*\/\/.*$/u)) if (line === ")") isList = false;
	else if (line === "require (") isList = true;
	else {
		const [, module, version] = /^(?:require\s+)?("?[\w./~-]{1,300}"?)\s+(v\S{1,200})$/u.exec(line) ?? [];
		const isRequired = isList || line.startsWith("require");
		if (module === void 0 || version === void 0 || !isRequired) packages.add(GO_ITSELF, line, void 0);
		else packages.add(module.replaceAll("\"", ""), version, void 0);
	}
	return packages.finish();
}
const GO_ITSELF = "go.mod";
function readGoSum(text) {
	const packages = new LockCollector();
	for (const line of linesOf(text)) {
		const [module = "", version = "", digest = ""] = line.split(/\s+/u);
		if (!version.endsWith("/go.mod")) packages.add(module, `${version} ${digest}`, void 0);
	}
	return packages.finish();
}
function readRequirements(text) {
	const packages = new LockCollector();
	for (const line of linesOf(text.replaceAll(/\\\r?\n/gu, " "), /(?:^|\s)#.*$/u)) {
		const [, name, version] = /^([\w.-]{1,200})(?:\[[^\]]{0,200}\])?\s*===?\s*([^\s;]{1,200})(?:\s*;.*|\s+--hash.*)?$/u.exec(line) ?? [];
		if (name === void 0 || version === void 0) return void 0;
		packages.add(pythonName(name), version, void 0);
	}
	return packages.finish();
}
function pythonName(name) {
	return name.toLowerCase().replaceAll(/[-_.]+/gu, "-");
}
function readGradleLock(text) {
	const packages = new LockCollector();
	for (const line of linesOf(text, /^#.*$/u)) {
		if (line.startsWith("empty=")) continue;
		const [, name, version] = /^([^:=]{1,200}:[^:=]{1,200}):([^:=]{1,200})=/u.exec(line) ?? [];
		if (name === void 0 || version === void 0) return void 0;
		packages.add(name, version, void 0);
	}
	return packages.finish();
}
function linesOf(text, comment = /$^/u) {
	return text.split("\n").map((line) => line.replace(comment, "").trim()).filter(Boolean);
}
// src/change/places.ts
const JVM = /^([\w$]{1,100}(?:[./][\w$]{1,200}){1,50})[./]([\w$<>]{1,200})$/u;
function liesIn({ name, file }, path) {
	if (file === path) return true;
	if (file.startsWith("/") || file.endsWith(".go")) return file.endsWith(`/${path}`);
	const type = file === "" ? JVM.exec(name)?.[1] : void 0;
	if (type === void 0) return false;
	const source = type.replace(/\$.{0,200}$/su, "").replaceAll(".", "/");
	const bare = path.replace(/\.(?:java|kt|scala|groovy)$/u, "");
	return bare !== path && (bare === source || bare.endsWith(`/${source}`));
}
function simpleName({ name }) {
	return /([\w$#]{1,200})(?:\(.{0,500}\))?$/su.exec(name)?.[1] ?? name;
}
const PACKAGE_OF = {
	npm: ({ file }) => /(?:^|\/)node_modules\/((?:@[^/]{1,200}\/)?[^/]{1,200})\//u.exec(file)?.[1],
	go: ({ file }) => file.startsWith("pkg/mod/") ? file.slice(8) : void 0,
	python: ({ file }) => /^site-packages\/([^/]{1,200})/u.exec(file)?.[1]?.replace(/\.py$/u, ""),
	cargo: ({ file }) => /^cargo:([^/]{1,200})\//u.exec(file)?.[1],
	maven: ({ name, file, foreign }) => foreign && (file === "" ? JVM.test(name) : /\.jar$/u.test(file)) ? "" : void 0
};
function liesInPackage(fn, { ecosystem, name }) {
	const found = PACKAGE_OF[ecosystem](fn);
	if (found === void 0) return "no";
	switch (ecosystem) {
		case "go": return found.startsWith(`${name}/`) ? "yes" : "no";
		case "python": return pythonName(found) === name ? "yes" : "maybe";
		case "maven": return "maybe";
		default: return found === name ? "yes" : "no";
	}
}
// src/change/changed-rows.ts
function changedRows(rows, facts) {
	const ways = rows.map(() => void 0);
	let unseen;
	for (const file of facts.files) {
		if (!isEffective(file) || file.kind !== "source") continue;
		const own = rows.flatMap((row, index) => liesIn(row, file.path) ? [index] : []);
		if (own.length === 0) unseen ??= file.path;
		const starts = own.map((index) => rows[index]?.line ?? 0);
		for (const index of own) {
			const row = rows[index];
			ways[index] = {
				by: row !== void 0 && touches(file, row, starts) ? "lines" : "file",
				path: file.path
			};
		}
	}
	for (const one of facts.packages) {
		const places = rows.map((row) => liesInPackage(row, one));
		const isCertain = places.includes("yes");
		let seen = rows.filter((_, index) => {
			const isIn = places[index] === "yes" || !isCertain && places[index] === "maybe";
			if (isIn) ways[index] ??= {
				by: "package",
				name: one.name
			};
			return isIn;
		});
		if (seen.length === 0) seen = standIns(rows, one, ways);
		if (seen.length === 0 && one.isLoaded) unseen ??= one.name;
	}
	return {
		ways,
		unseen
	};
}
function standIns(rows, one, ways) {
	const { ecosystem, dependents } = one;
	return rows.filter((row, index) => {
		const isIn = dependents === void 0 ? isOfEcosystem(row, ecosystem) : dependents.some((name) => liesInPackage(row, {
			ecosystem,
			name
		}) !== "no");
		if (isIn) ways[index] ??= {
			by: "package",
			name: one.name
		};
		return isIn;
	});
}
function isOfEcosystem(row, ecosystem) {
	const anyModule = ecosystem === "go" && row.file.startsWith("pkg/mod/");
	const anyFolder = ecosystem === "npm" && row.file.includes("node_modules/");
	return anyModule || anyFolder || liesInPackage(row, {
		ecosystem,
		name: ""
	}) !== "no";
}
function touches(file, row, starts) {
	const { functions, lines } = file;
	if (functions !== void 0) return (row.line > 0 ? functionsAt(functions, row.line) : functions.filter(({ name }) => name === simpleName(row))).some(({ touched }) => touched);
	if (lines === void 0 || row.line === 0) return false;
	const next = Math.min(...starts.filter((start) => start > row.line));
	return lines.some(([start, end]) => start < next && Math.max(end, start + 1) > row.line);
}
// src/change/attribute.ts
function attribute(table, known) {
	const { rows } = table;
	const facts = {
		...known,
		files: known.files.map(seenIn(rows))
	};
	const effective = facts.files.filter(isEffective);
	if (effective.length === 0 && facts.packages.length === 0) {
		const nothing = attributionOf({ by: "nothing" });
		return {
			row: () => nothing,
			program: nothing
		};
	}
	const everything = wayForAll(facts);
	const { ways: own, unseen } = changedRows(rows, facts);
	const calls = callWays(table, own);
	const relationOf = relationFinder(facts.relations);
	const last = everything ?? (unseen === void 0 ? { by: "nothing" } : {
		by: "unseen",
		name: unseen
	});
	const path = effective[0]?.path ?? "";
	const loaded = effective.find(({ kind }) => kind === "source")?.path ?? facts.packages[0]?.name ?? path;
	return {
		row(index) {
			const row = rows[index];
			const way = own[index] ?? calls.ways[index];
			if (way !== void 0) return attributionOf(way);
			if (row === void 0 || row.account !== "code") return attributionOf({
				by: "everything",
				path
			});
			const relation = row.foreign ? void 0 : relationOf(row);
			if (relation !== void 0 && relation !== "apart") return attributionOf({
				by: "imports",
				path: loaded
			});
			if (last.by !== "nothing") return attributionOf(last);
			return attributionOf((row.foreign ? !calls.isAlone[index] : relation === "apart") ? last : { by: "unknown" });
		},
		program: attributionOf(everything ?? {
			by: "everything",
			path
		})
	};
}
function seenIn(rows) {
	return (file) => file.kind === "unloaded" && rows.some((row) => liesIn(row, file.path)) ? {
		...file,
		kind: "source"
	} : file;
}
function wayForAll({ files, packages }) {
	const other = files.find(({ kind }) => kind === "other");
	if (other !== void 0) return {
		by: "everything",
		path: other.path
	};
	const itself = packages.find(({ name, ecosystem }) => ecosystem === "go" && name === "go.mod");
	return itself === void 0 ? void 0 : {
		by: "everything",
		path: itself.name
	};
}
function callWays({ rows, rounds }, own) {
	const ways = rows.map(() => void 0);
	const isCaller = new Uint8Array(rows.length);
	const isAlone = new Uint8Array(rows.length);
	for (const { frames, offsets } of rounds) for (let stack = 0; stack + 1 < offsets.length; stack += 1) {
		let callee;
		for (let at = offsets[stack] ?? 0; at < (offsets[stack + 1] ?? 0); at += 1) {
			const row = frames[at] ?? -1;
			if (own[row] !== void 0) callee = row;
			else if (callee !== void 0) {
				ways[row] ??= {
					by: "calls",
					name: rows[callee]?.name ?? ""
				};
				if (rows[row]?.foreign === false) isCaller[row] = 1;
			}
		}
	}
	for (const { frames, offsets } of rounds) for (let stack = 0; stack + 1 < offsets.length; stack += 1) {
		let changed;
		let shared;
		let isBelowOwn = false;
		for (let at = (offsets[stack + 1] ?? 0) - 1; at >= (offsets[stack] ?? 0); at -= 1) {
			const row = frames[at] ?? -1;
			if (!isBelowOwn) isAlone[row] = 1;
			if (rows[row]?.foreign === false) isBelowOwn = true;
			if (changed !== void 0 && own[row] === void 0) ways[row] ??= {
				by: "called",
				name: rows[changed]?.name ?? ""
			};
			else if (shared !== void 0 && own[row] === void 0) ways[row] ??= {
				by: "shared caller",
				name: rows[shared]?.name ?? ""
			};
			if (own[row] !== void 0) changed = row;
			if (isCaller[row] === 1) shared = row;
		}
	}
	return {
		ways,
		isAlone
	};
}
function relationFinder(relations) {
	const known = new Map(Object.entries(relations));
	return ({ file }) => {
		const found = known.get(file);
		if (found !== void 0 || !(file.startsWith("/") || file.endsWith(".go"))) return found;
		for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) {
			const end = known.get(file.slice(at + 1));
			if (end !== void 0) return end;
		}
	};
}
function attributionOf(way) {
	return {
		mark: way.by === "lines" ? "touched" : way.by === "nothing" ? "unrelated" : "reachable",
		way
	};
}
// src/plan/line-map.ts
function parseLineMap(diff) {
	const files = new Map();
	for (const { base, head, hunks } of parseDiff(diff)) {
		if (head === void 0) continue;
		files.set(head, {
			base: hunks === void 0 ? void 0 : base,
			hunks: hunks ?? []
		});
	}
	return {
		changeOf: (file) => files.get(file),
		headToBase(file, line) {
			const changed = files.get(file);
			if (changed === void 0) return {
				file,
				line
			};
			if (changed.base === void 0) return void 0;
			const origin = baseLine(changed.hunks, line);
			return origin === void 0 ? void 0 : {
				file: changed.base,
				line: origin
			};
		}
	};
}
function baseLine(hunks, line) {
	let low = 0;
	let high = hunks.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((hunks[middle]?.head.start ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	const last = hunks[low - 1];
	if (last === void 0) return line;
	return line < last.head.end ? void 0 : line - last.head.end + last.base.end;
}
// src/comparison-input.ts
function comparisonInput(rounds, { policy, base, head }, { diff, facts }) {
	return {
		rounds,
		policy,
		roots: {
			base: base?.roots ?? [],
			head: head?.roots ?? []
		},
		lineMap: diff === void 0 ? void 0 : parseLineMap(diff),
		...facts === void 0 ? {} : { attribute: (table) => attribute(table, facts) }
	};
}
// src/profiles/no-cost.ts
function noCost({ sampleType: { type, unit } }, holder) {
	return new FlamegateError("measurement", `${holder} no ${type}: every value is 0 ${unit}`, { hint: "Lengthen the rounds or raise the load or the sample rate." });
}
// src/profiles/load-rounds.ts
async function loadRounds(manifestPath) {
	const manifest = await readManifest(manifestPath);
	return {
		manifest,
		rounds: await loadType(manifestPath, manifest),
		diff: await loadDiff(manifestPath, manifest)
	};
}
async function loadType(manifestPath, type) {
	const rounds = [];
	for (const round of type.rounds) {
		const path = besideManifest(manifestPath, round.profile);
		rounds.push(await readable(round.profile, () => locatedLater(round.profile, () => loadRound(path, round, type))));
	}
	return rounds;
}
async function loadDiff(manifestPath, { diff }) {
	if (diff === void 0) return void 0;
	const path = besideManifest(manifestPath, diff);
	return readable(diff, () => readFile(path, "utf8"));
}
async function loadChange(manifestPath, { change }) {
	if (change === void 0) return void 0;
	const path = besideManifest(manifestPath, change);
	const text = await readable(change, () => readFile(path, "utf8"));
	return {
		value: parseJson(text, change),
		document: change
	};
}
async function loadRound(path, round, type) {
	const pprof = await decodePprofStream(() => createReadStream(path));
	const profile = await foldStreamed(pprof, type.profileType);
	const unit = canonicalUnit(type.unit).unit;
	if (profile.values.length === 0) throw noCost(profile, "the profile holds");
	if (profile.sampleType.unit !== unit) throw new FlamegateError("usage", `${type.profileType} is in ${profile.sampleType.unit}, but the manifest's unit is ${type.unit}`);
	return {
		side: round.side,
		round: round.round,
		profile,
		requests: round.requests,
		failed: round.failed,
		seconds: round.seconds ?? pprof.durationNanos / 1e9,
		...round.environment === void 0 ? {} : { environment: round.environment },
		...round.disturbance === void 0 ? {} : { disturbance: round.disturbance }
	};
}
async function readable(file, read) {
	try {
		return await read();
	} catch (cause) {
		if (!(cause instanceof Error && "syscall" in cause)) throw cause;
		throw new FlamegateError("usage", `${file}, which the manifest names, can't be read`, {
			hint: "Paths in the manifest are relative to its folder.",
			cause
		});
	}
}
export { adviceFor as A, riseBeyond as C, invalidResult as D, refusalOf as E, termsOf as M, resultOf as O, fitEstimator as S, judgeEnvironment as T, searchLooks as _, noCost as a, compareRounds as b, readGoMod as c, readRequirements as d, LockCollector as f, decide as g, decideRounds as h, loadType as i, policyIn as j, unmeasured as k, readGoSum as l, decideOnce as m, loadDiff as n, comparisonInput as o, isIdle as p, loadRounds as r, pythonName as s, loadChange as t, readGradleLock as u, lookLevels as v, upperBound as w, gatherRounds as x, spendEvenly as y };
