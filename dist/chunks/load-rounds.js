import { n as FlamegateError } from "./errors.js";
import { a as BOUND, c as pairRounds, d as asEstimated, f as byShare, l as studentQuantile, o as compareRounds, s as wholeLevels, u as studentUpperTail } from "./build-result.js";
import { a as median, i as mean, o as sampleVariance } from "./simple-statistics.js";
import { n as besideManifest, r as readManifest, t as noCost } from "./no-cost.js";
import { b as decodePprofStream, g as canonicalUnit, m as foldProfile, p as locatedLater } from "./json-fields.js";
import { readFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
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
const BINARY = /^\[.+\]$/s;
const ADDRESS = /^(?:.*[\s+!@(])?0x[0-9a-f]+\)?$|^(?=.*\d)[0-9a-f]{8,16}$/is;
const UNKNOWN = /^[<([]?_*(?:unknown|\?\?)_*[>)\]]?$/i;
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
	if (name === "" || UNKNOWN.test(name) || ADDRESS.test(name)) return false;
	return !(BINARY.test(name) && systemName === "" && file === "");
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
	return new FlamegateError("measurement", `base and head were not measured alike: ${refused.map(describe).join("; ")}`, { hint: `${aspects.map((aspect) => ADVICE[aspect]).join(" ")} If the difference is meant, allow it: \`allow-different: ${aspects.join(", ")}\`.` });
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
function describe({ what, base, head }) {
	return `${what} is ${base} on base and ${head} on head`;
}
function describeTolerated(difference) {
	const { pairs, of } = difference;
	const where = pairs < of ? ` (in ${pairs} of ${of} pairs)` : "";
	return `Not the same on both sides: ${describe(difference)}${where}.`;
}
function unknownWarnings(pairs) {
	const rounds = pairs.flatMap(({ base, head }) => [base, head]);
	const known = rounds.filter(({ environment }) => environment.machine !== void 0).length;
	if (known === 0 || known === rounds.length) return [];
	return [`Only ${known} of ${rounds.length} rounds say what they were measured on; the others may have been measured on something else.`];
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
	let survivors = {
		fraction: 0,
		points: [{
			at: 0,
			mass: 1
		}]
	};
	let spent = 0;
	fractions.forEach((fraction, index) => {
		const budget = total * (index === fractions.length - 1 ? 1 : spend(fraction));
		const { boundary, below } = cutTail(advance(survivors, fraction), Math.max(0, budget - spent));
		levels.push(studentUpperTail(boundary / Math.sqrt(fraction), Number.POSITIVE_INFINITY));
		survivors = below;
		spent = budget;
	});
	return levels;
}
const POINTS = 300;
const REACH = 7;
function advance({ fraction: before, points: from }, fraction) {
	const edge = REACH * Math.sqrt(fraction);
	const width = 2 * edge / POINTS;
	const deviation = Math.sqrt(fraction - before);
	const scale = width / (deviation * Math.sqrt(2 * Math.PI));
	return {
		fraction,
		points: Array.from({ length: POINTS }, (_, point) => {
			const at = -edge + (point + .5) * width;
			let density = 0;
			for (const origin of from) {
				const distance = (at - origin.at) / deviation;
				density += origin.mass * Math.exp(-.5 * distance * distance);
			}
			return {
				at,
				mass: density * scale
			};
		})
	};
}
function cutTail({ fraction, points }, tail) {
	const width = (points[1]?.at ?? 0) - (points[0]?.at ?? 0);
	let beyond = 0;
	let index = points.length - 1;
	for (; index > 0; index -= 1) {
		const mass = points[index]?.mass ?? 0;
		if (beyond + mass > tail) break;
		beyond += mass;
	}
	const last = points[index] ?? {
		at: 0,
		mass: 0
	};
	const part = last.mass > 0 ? (tail - beyond) / last.mass : 0;
	return {
		boundary: last.at + width / 2 - width * part,
		below: {
			fraction,
			points: [...points.slice(0, index), {
				at: last.at,
				mass: last.mass * (1 - part)
			}]
		}
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
// src/compare/sequence/plan.ts
const GROWTH = 1.5;
function searchLooks({ first, most, isCutShort }, available) {
	const looks = growing(first, Math.max(first, most));
	if (!isCutShort) return looks;
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
// src/compare/sequence/decide.ts
const CONFIRMATION_ALPHA = .025;
function decide(compare, plan, policy, available) {
	const looks = searchLooks(plan, available);
	const levels = searchLevels(looks, plan, policy);
	for (const [index, pairs] of looks.entries()) {
		const level = levels[index];
		if (pairs > available || level === void 0) return {
			comparison: compare(0, available, withoutAlarms(policy)),
			confirmation: void 0,
			next: pairs,
			endedEarly: void 0
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
				endedEarly: early
			};
		}
	}
	throw new Error("a plan has at least one look");
}
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
function confirm(compare, plan, policy, { comparison, pairs, available }) {
	const suspects = comparison.changes.filter((change) => change.fails && change.culprit);
	const keys = new Set(suspects.map(({ subject }) => keyOf(subject)));
	const looks = confirmationLooks(pairs, plan);
	const levels = lookLevels(looks.map((fresh) => fresh / (looks.at(-1) ?? 1)), CONFIRMATION_ALPHA, spendEvenly);
	const confirmation = {
		raisedAfter: pairs,
		suspects
	};
	for (const [index, fresh] of looks.entries()) {
		if (pairs + fresh > available) {
			if (plan.isCutShort) return unconfirmed("pending", available - pairs);
			return {
				comparison,
				confirmation: {
					...confirmation,
					freshPairs: available - pairs,
					outcome: "pending"
				},
				next: pairs + fresh,
				endedEarly: void 0
			};
		}
		const level = {
			alpha: levels[index] ?? 0,
			bound: BOUND,
			beyond: asEstimated
		};
		const seen = compare(pairs, pairs + fresh, {
			levels: level,
			suspects: keys
		});
		const confirmed = new Set(seen.changes.filter(({ fails }) => fails).map(({ subject }) => keyOf(subject)));
		if (confirmed.size > 0) return regression(confirmed, fresh);
	}
	return unconfirmed("refuted", looks.at(-1) ?? 0);
	function regression(confirmed, fresh) {
		const risen = comparison.changes.filter((change) => change.fails && confirmed.has(keyOf(rootOf(change))));
		return {
			comparison: compareSome(compare, pairs + fresh, policy, {
				levels: {
					alpha: policy.alpha,
					bound: BOUND,
					beyond: asEstimated
				},
				suspects: new Set([...confirmed, ...risen.map(({ subject }) => keyOf(subject))])
			}),
			confirmation: {
				...confirmation,
				freshPairs: fresh,
				outcome: "confirmed"
			},
			next: void 0,
			endedEarly: pairs + fresh < plan.most ? "certain" : void 0
		};
	}
	function unconfirmed(outcome, fresh) {
		return {
			comparison: compareSome(compare, pairs + fresh, policy, withoutAlarms(policy)),
			confirmation: {
				...confirmation,
				freshPairs: fresh,
				outcome
			},
			next: void 0,
			endedEarly: void 0
		};
	}
}
function rootOf({ culprit, subject, explainedBy }) {
	return culprit || explainedBy === void 0 ? subject : explainedBy;
}
function keyOf(subject) {
	return subject?.key ?? "";
}
// src/compare/sequence/sequence.ts
function decideRounds(input, plan) {
	const numbers = [...new Set(input.rounds.map(({ round }) => round))].sort((a, b) => a - b);
	return decide((from, until, look) => {
		const taken = new Set(numbers.slice(0, until));
		const rounds = input.rounds.filter(({ round }) => taken.has(round));
		return compareRounds({
			...input,
			rounds
		}, {
			...look,
			since: from
		});
	}, plan, input.policy, numbers.length);
}
function onlyLook(comparison) {
	return {
		comparison,
		confirmation: void 0,
		next: void 0,
		endedEarly: void 0
	};
}
// src/plan/line-map.ts
function parseLineMap(diff) {
	const files = new Map();
	const lines = diff.split("\n");
	let at = 0;
	while (at < lines.length) {
		if (!lines[at]?.startsWith("diff --git ")) {
			at += 1;
			continue;
		}
		const header = readHeader(lines, at);
		const body = readHunks(lines, header.end);
		at = body.end;
		const known = header.known && body.changes !== void 0;
		if (header.head !== void 0) files.set(header.head, {
			base: known ? header.base : void 0,
			changes: body.changes ?? []
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
			const origin = baseLine(changed.changes, line);
			return origin === void 0 ? void 0 : {
				file: changed.base,
				line: origin
			};
		}
	};
}
function baseLine(changes, line) {
	let low = 0;
	let high = changes.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((changes[middle]?.headStart ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	const last = changes[low - 1];
	if (last === void 0) return line;
	return line < last.headEnd ? void 0 : line - last.headEnd + last.baseEnd;
}
function readHeader(lines, start) {
	const name = sameName(lines[start]?.slice(11) ?? "");
	let base = name;
	let head = name;
	let known = true;
	let at = start + 1;
	for (; at < lines.length; at += 1) {
		const line = lines[at] ?? "";
		if (line.startsWith("@@ ") || line.startsWith("diff --git ")) break;
		const [, keyword = "", rest = ""] = HEADER_LINE.exec(line) ?? [];
		if (keyword === "rename from" || keyword === "copy from") base = unquote(rest);
		else if (keyword === "rename to" || keyword === "copy to") head = unquote(rest);
		else if (keyword === "---") base = sideName(rest, "a/");
		else if (keyword === "+++") head = sideName(rest, "b/");
		else if (keyword === "new file mode") base = void 0;
		else if (keyword === "deleted file mode") head = void 0;
		else if (keyword !== "") known = false;
	}
	return {
		base,
		head,
		known,
		end: at
	};
}
const HEADER_LINE = /^(rename from|rename to|copy from|copy to|---|\+\+\+|new file mode|deleted file mode|Binary files|GIT binary patch)(?: (.*))?$/s;
function sameName(names) {
	const half = (names.length - 1) / 2;
	if (!Number.isInteger(half) || names[half] !== " ") return void 0;
	const name = sideName(names.slice(0, half), "a/");
	return name === sideName(names.slice(half + 1), "b/") ? name : void 0;
}
function sideName(text, prefix) {
	const quoted = text.endsWith("	") ? text.slice(0, -1) : text;
	if (quoted === "/dev/null") return void 0;
	const name = unquote(quoted);
	return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
const ESCAPED = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	"\"": 34,
	"\\": 92
};
function unquote(text) {
	if (text.length < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
	const bytes = [];
	for (const [part, octal, letter] of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) if (octal !== void 0) bytes.push(Number.parseInt(octal, 8) & 255);
	else if (letter !== void 0) bytes.push(ESCAPED[letter] ?? 63);
	else bytes.push(...new TextEncoder().encode(part));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function readHunks(lines, start) {
	const changes = [];
	let at = start;
	for (;;) {
		const hunk = HUNK.exec(lines[at] ?? "");
		if (hunk === null) return {
			changes,
			end: at
		};
		const base = range(hunk[1], hunk[2]);
		const head = range(hunk[3], hunk[4]);
		const end = skipHunk(lines, at + 1, base.end - base.start, head.end - head.start);
		const previous = changes.at(-1);
		if (end === void 0 || head.start < (previous?.headEnd ?? 1)) return {
			changes: void 0,
			end: at + 1
		};
		changes.push({
			baseEnd: base.end,
			headStart: head.start,
			headEnd: head.end
		});
		at = end;
	}
}
function range(first = "0", count = "1") {
	const start = Number(count) === 0 ? Number(first) + 1 : Number(first);
	return {
		start,
		end: start + Number(count)
	};
}
function skipHunk(lines, start, baseLines, headLines) {
	let base = baseLines;
	let head = headLines;
	let at = start;
	while (base > 0 || head > 0 || lines[at]?.startsWith("\\")) {
		const mark = lines[at]?.[0];
		if (mark === "-" || mark === " ") base -= 1;
		if (mark === "+" || mark === " ") head -= 1;
		if (mark === void 0 || !"-+ \\".includes(mark) || base < 0 || head < 0) return void 0;
		at += 1;
	}
	return at;
}
// src/comparison-input.ts
function comparisonInput(rounds, { policy, base, head }, diff) {
	return {
		rounds,
		policy,
		roots: {
			base: base?.roots ?? [],
			head: head?.roots ?? []
		},
		lineMap: diff === void 0 ? void 0 : parseLineMap(diff)
	};
}
// src/profiles/load-rounds.ts
async function loadRounds(manifestPath) {
	const manifest = await readManifest(manifestPath);
	const rounds = [];
	for (const round of manifest.rounds) {
		const path = besideManifest(manifestPath, round.profile);
		rounds.push(await readable(round.profile, () => locatedLater(round.profile, () => loadRound(path, round, manifest))));
	}
	const { diff } = manifest;
	if (diff === void 0) return {
		manifest,
		rounds,
		diff
	};
	const path = besideManifest(manifestPath, diff);
	return {
		manifest,
		rounds,
		diff: await readable(diff, () => readFile(path, "utf8"))
	};
}
async function loadRound(path, round, manifest) {
	return toRound(await decodePprofStream(createReadStream(path)), round, manifest);
}
function toRound(columns, round, manifest) {
	const profile = foldProfile(columns, manifest.profileType);
	const unit = canonicalUnit(manifest.unit).unit;
	if (profile.values.length === 0) throw noCost(profile, "the profile holds");
	if (profile.sampleType.unit !== unit) throw new FlamegateError("usage", `${manifest.profileType} is in ${profile.sampleType.unit}, but the manifest's unit is ${manifest.unit}`);
	return {
		side: round.side,
		round: round.round,
		profile,
		requests: round.requests,
		failed: round.failed,
		seconds: round.seconds ?? columns.durationNanos / 1e9,
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
export { decide as a, onlyLook as i, comparisonInput as n, judgeEnvironment as o, decideRounds as r, refusalOf as s, loadRounds as t };
