import { a as secretsOf, c as requireInNodeOptions, l as Cleanup, n as SAME_COMMIT, o as recordRounds, r as scrubberOf, s as temporaryFolder, t as planCommits } from "./plan-commits.js";
import { A as adviceFor, E as refusalOf, O as resultOf, T as judgeEnvironment, b as compareRounds, g as decide, h as decideRounds, o as comparisonInput, r as loadRounds, x as gatherRounds } from "./load-rounds.js";
import { f as size, r as cost } from "./numbers.js";
import { h as median } from "./tested.js";
import { setImmediate } from "node:timers/promises";
// src/canary/settings.ts
const CANARY_MICROS = "FLAMEGATE_CANARY_MICROS";
const CANARY_FUNCTION = "flamegateCanary";
// src/self-test/random.ts
function seededRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = state + 1831565813 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}
function poisson(mean, random) {
	let count = 0;
	let time = -Math.log(1 - random());
	while (time < mean) {
		count += 1;
		time -= Math.log(1 - random());
	}
	return count;
}
// src/self-test/plant.ts
function seesCanary(rounds) {
	return rounds.some(({ profile }) => profile.functions.some(({ name }) => isCanary(name)));
}
function isCanary(name) {
	return name.includes(CANARY_FUNCTION);
}
const CANARY = {
	name: CANARY_FUNCTION,
	systemName: "",
	file: "",
	line: 0
};
function plantInProfiles(rounds, size, randomOf) {
	return rounds.map((round) => round.side === "base" ? round : plantInProfile(round, size, randomOf(round.round)));
}
function plantInProfile(round, size, random) {
	const { profile, requests } = round;
	const sum = profile.values.reduce((total, value) => total + value, 0);
	const expected = size.of === "request" && requests !== void 0 ? size.cost * requests : sum * (size.of === "round" ? size.share : 0);
	const tick = profile.ticks > 0 ? sum / profile.ticks : 0;
	const ticks = tick > 0 ? poisson(expected / tick, random) : 0;
	const value = Math.round(tick > 0 ? ticks * tick : expected);
	return value === 0 ? round : {
		...round,
		profile: withStack(profile, value, ticks)
	};
}
function withStack(profile, value, ticks) {
	const { functions, frames, offsets, values } = profile;
	return {
		...profile,
		functions: [...functions, CANARY],
		frames: appended(frames, functions.length),
		offsets: appended(offsets, frames.length + 1),
		values: Float64Array.from([...values, value]),
		ticks: profile.ticks + ticks
	};
}
function appended(column, last) {
	const longer = new Int32Array(column.length + 1);
	longer.set(column);
	longer[column.length] = last;
	return longer;
}
// src/self-test/deal.ts
function pairsOf(rounds) {
	const heads = new Map(rounds.filter(({ side }) => side === "head").map((round) => [round.round, round]));
	return rounds.filter(({ side }) => side === "base").sort((a, b) => a.round - b.round).flatMap((base) => {
		const head = heads.get(base.round);
		return head === void 0 ? [] : [{
			base,
			head
		}];
	});
}
function dealer(pairs, random) {
	let deck = [];
	return (number) => {
		if (deck.length === 0) deck = shuffled(pairs, random);
		const pair = deck.pop();
		if (pair === void 0) throw new Error("there are no pairs to deal");
		const [base, head] = random() < .5 ? [pair.base, pair.head] : [pair.head, pair.base];
		return [{
			...base,
			side: "base",
			round: number
		}, {
			...head,
			side: "head",
			round: number
		}];
	};
}
function shuffled(pairs, random) {
	const left = [...pairs];
	return pairs.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
// src/self-test/resample.ts
function* resampleGates(input, plan, random) {
	const pairs = pairsOf(input.rounds);
	const roots = [...input.roots.base, ...input.roots.head];
	const eitherSide = {
		...input,
		roots: {
			base: roots,
			head: roots
		}
	};
	for (;;) {
		const deal = dealer(pairs, random);
		const dealt = [];
		yield decide((from, until) => {
			while (dealt.length < until) dealt.push(deal(dealt.length));
			return gatherRounds({
				...eitherSide,
				rounds: dealt.slice(from, until).flat()
			});
		}, plan, input.policy, Number.POSITIVE_INFINITY);
	}
}
// src/self-test/result.ts
const SELF_TEST_SCHEMA = 1;
function selfTestResult(falseAlarms, canary, plan) {
	const { result } = canary;
	const { service, profileType, unit, base, policy, tool } = result;
	return {
		schema: SELF_TEST_SCHEMA,
		kind: "self-test",
		verdict: verdictOf(criesWolf(falseAlarms, policy.alpha), !canary.caught),
		service,
		profileType,
		unit,
		ref: base.ref,
		commit: base.commit,
		policy,
		plan: {
			rounds: plan.first,
			maxRounds: plan.most
		},
		falseAlarms,
		canary,
		warnings: result.warnings,
		tool
	};
}
function criesWolf({ alarms, verdict }, alpha) {
	return alarms.low > alpha || verdict === "regression";
}
function verdictOf(wolf, blind) {
	if (wolf) return blind ? "useless" : "cries-wolf";
	return blind ? "blind" : "sound";
}
function canaryOutcome(changes, result, planted) {
	const own = changes.filter(({ subject }) => subject !== null && isCanary(subject.name));
	const found = own.find(({ fails }) => fails) ?? own[0];
	return {
		...planted,
		caught: found?.fails ?? false,
		culprit: found?.fails === true && found.culprit,
		measured: found === void 0 ? null : {
			delta: found.estimate.delta,
			low: found.estimate.low,
			high: found.estimate.high
		},
		result
	};
}
// src/self-test/proportion.ts
const Z = 1.959964;
function proportionOf(hits, total) {
	const rate = hits / total;
	const square = Z ** 2 / total;
	const middle = (rate + square / 2) / (1 + square);
	const reach = Z * Math.sqrt(rate * (1 - rate) / total + square / (4 * total)) / (1 + square);
	return {
		rate,
		low: hits === 0 ? 0 : Math.max(0, middle - reach),
		high: hits === total ? 1 : Math.min(1, middle + reach)
	};
}
// src/self-test/tally.ts
const MAX_NAMED = 5;
function tallyGates(decisions) {
	const verdicts = decisions.map(({ comparison }) => comparison.verdict);
	const count = (verdict) => verdicts.filter((one) => one === verdict).length;
	const alarms = count("regression");
	const detectable = decisions.flatMap(({ comparison }) => comparison.minimumDetectable ?? []);
	return {
		gates: decisions.length,
		alarms: {
			gates: alarms,
			...proportionOf(alarms, decisions.length)
		},
		refuted: decisions.filter(({ confirmation }) => confirmation?.outcome === "refuted").length,
		pass: count("pass"),
		inconclusive: count("inconclusive"),
		medianPairs: median(decisions.map(({ comparison }) => comparison.pairs)),
		minimumDetectableChange: detectable.length === 0 ? null : median(detectable),
		named: namedIn(decisions),
		advice: count("inconclusive") * 2 > decisions.length ? typicalAdvice(decisions) : []
	};
}
function namedIn(decisions) {
	const gates = new Map();
	for (const { comparison } of decisions) for (const change of comparison.changes) {
		if (!change.fails || !change.culprit) continue;
		const name = change.subject?.name ?? "(whole program)";
		gates.set(name, (gates.get(name) ?? 0) + 1);
	}
	return [...gates].map(([name, times]) => ({
		function: name,
		gates: times
	})).sort((a, b) => b.gates - a.gates || (a.function < b.function ? -1 : 1)).slice(0, MAX_NAMED);
}
function typicalAdvice(decisions) {
	const asked = ({ comparison }) => comparison.pairsToDecide ?? Number.POSITIVE_INFINITY;
	const undecided = decisions.filter(({ comparison }) => comparison.verdict === "inconclusive").sort((a, b) => asked(a) < asked(b) ? -1 : 1);
	const typical = undecided[undecided.length >> 1];
	return typical === void 0 ? [] : adviceFor(typical.comparison, void 0);
}
// src/self-test.ts
const GATES = 400;
const GATES_TIME_MS = 6e4;
const FEWEST_GATES = 20;
const SEED = 1;
async function selfTest(config, surroundings) {
	const { gate } = config;
	const found = await planCommits(gate, surroundings);
	const planned = {
		...found,
		warnings: found.warnings.filter((text) => text !== SAME_COMMIT)
	};
	const cleanup = new Cleanup(surroundings.log);
	try {
		const { tempDirectory } = surroundings;
		return await measureAndJudge(config, planned, await temporaryFolder(tempDirectory, "the recorded rounds", cleanup), surroundings);
	} finally {
		await cleanup.run();
	}
}
async function measureAndJudge({ gate, pairs, canary }, planned, bundle, surroundings) {
	const [service] = gate.services;
	const [{ policy, profileType }] = service.types;
	const { log, shipped } = surroundings;
	let canarySize;
	let unit;
	const additions = ({ side, round }, environment) => {
		const micros = microsOf(canarySize, unit);
		if (side === "base" || round < pairs || micros === void 0) return {};
		return {
			NODE_OPTIONS: requireInNodeOptions(environment.NODE_OPTIONS ?? "", shipped.canary),
			[CANARY_MICROS]: String(micros)
		};
	};
	const secrets = secretsOf(gate);
	const recording = await recordRounds(planned, {
		service: {
			...service,
			types: [{
				policy,
				profileType
			}],
			plan: {
				first: pairs,
				most: pairs
			}
		},
		bundle,
		comparisons: 1,
		secrets,
		scrub: await scrubberOf(surroundings, secrets),
		forwardTo: void 0
	}, surroundings, ([{ rounds } = { rounds: [] }], origins) => {
		const { plain, slowed } = halves(rounds, pairs);
		const inputOf = (half) => comparisonInput(half, {
			policy,
			...origins
		}, {
			diff: planned.diff,
			facts: void 0
		});
		if (canarySize === void 0 || slowed.length === 0) {
			canarySize = sizeOf(canary, compareRounds(inputOf(alike(plain, service))));
			unit = plain[0]?.profile.sampleType.unit;
			log.section("canary");
			log.info(`Now ${describeSize(canarySize, unit)} more are planted on head.`);
			return pairs + service.plan.first;
		}
		const { decision } = decideCanary(inputOf(alike(slowed, service)), canarySize, service);
		return decision.next === void 0 ? void 0 : pairs + decision.next;
	}, additions);
	const { manifest, rounds, diff } = await loadRounds(recording.manifest);
	const { plain, slowed } = halves(rounds, pairs);
	const inputOf = (half) => comparisonInput(half, {
		policy,
		base: manifest.base,
		head: manifest.head
	}, {
		diff,
		facts: void 0
	});
	const falseAlarms = await countFalseAlarms(inputOf(plain), service, pairs, surroundings);
	const size = canarySize ?? sizeOf(canary, compareRounds(inputOf(plain)));
	const { decision, plantedInto, judged } = decideCanary(inputOf(slowed), size, service);
	const result = resultOf(decision, judged, {
		service: service.name,
		profileType: manifest.profileType,
		unit: rounds[0]?.profile.sampleType.unit ?? "",
		base: manifest.base,
		head: manifest.head,
		policy,
		version: surroundings.version
	}, [...recording.warnings, ...judgeEnvironment(rounds, service.allowDifferent).warnings]);
	const base = decision.comparison.costPerRequest?.base;
	return selfTestResult(falseAlarms, canaryOutcome(decision.comparison.changes, result, {
		plantedInto,
		planted: size.of === "round" || base === void 0 ? canary : size.cost / base,
		costPerRequest: size.of === "round" ? null : size.cost
	}), service.plan);
}
function halves(rounds, pairs) {
	return {
		plain: rounds.filter(({ round }) => round < pairs),
		slowed: rounds.filter(({ round }) => round >= pairs).map((round) => ({
			...round,
			round: round.round - pairs
		}))
	};
}
function alike(rounds, { allowDifferent }) {
	const refusal = refusalOf(judgeEnvironment(rounds, allowDifferent));
	if (refusal !== void 0) throw refusal;
	return rounds;
}
function sizeOf(canary, { costPerRequest }) {
	return costPerRequest === void 0 ? {
		of: "round",
		share: canary
	} : {
		of: "request",
		cost: canary * costPerRequest.base
	};
}
function describeSize(canarySize, unit = "") {
	if (canarySize.of === "round") return size(canarySize.share);
	return `${cost(canarySize.cost, unit)} a request`;
}
function microsOf(size, unit) {
	return size?.of === "request" && unit === "nanoseconds" ? size.cost / 1e3 : void 0;
}
function decideCanary(input, canarySize, { plan }) {
	const isSeen = seesCanary(input.rounds);
	const judged = isSeen ? input.rounds : plantInProfiles(input.rounds, canarySize, (round) => seededRandom(SEED + round));
	return {
		decision: decideRounds({
			...input,
			rounds: judged
		}, plan),
		plantedInto: isSeen ? "service" : "profiles",
		judged
	};
}
async function countFalseAlarms(input, { plan }, pairs, { log, signal }) {
	log.section("false alarms");
	log.info(`Drawing ${GATES} gates from the ${pairs} pairs without the canary.`);
	const start = performance.now();
	const decisions = [];
	for (const decision of resampleGates(input, plan, seededRandom(SEED))) {
		decisions.push(decision);
		await setImmediate();
		signal.throwIfAborted();
		const isLate = performance.now() - start > GATES_TIME_MS;
		if (decisions.length === GATES || isLate && decisions.length >= FEWEST_GATES) break;
	}
	return {
		...tallyGates(decisions),
		pairs,
		gatesPlanned: GATES,
		verdict: compareRounds(input).verdict
	};
}
export { selfTest };
