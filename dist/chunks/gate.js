import { a as removeTree, o as Cleanup } from "./no-cost.js";
import { a as comparisonInput, d as compareRounds, i as loadRounds, l as judgeEnvironment, n as resultOf, o as decideRounds, s as onlyLook, t as invalidResult, u as refusalOf } from "./build-result.js";
import { n as FlamegateError } from "./errors.js";
import { join } from "node:path";
import { mkdtemp, realpath } from "node:fs/promises";
// src/gate.ts
function gate(config, surroundings) {
	switch (config.job) {
		case "run": return runAndCompare(config, surroundings);
		case "compare-files": return compareFiles(config, surroundings);
		case "compare-server": return compareServer(config, surroundings);
	}
}
async function runAndCompare(config, surroundings) {
	const { plan, recordRounds } = await import("./record2.js");
	const planned = await plan(config, surroundings);
	const subjects = subjectsOf(config, surroundings, planned);
	const cleanup = new Cleanup(surroundings.log);
	try {
		return await orInvalid(subjects, planned.warnings, async () => {
			const bundle = config.bundle ?? await temporaryFolder(surroundings, cleanup);
			const recording = await recordRounds(planned, {
				...config,
				bundle
			}, surroundings, (rounds, origins) => pairsToHave(rounds, config, {
				...subjects,
				...origins
			}, planned.diff));
			return judgeBundle(recording.manifest, config, surroundings, recording.warnings);
		});
	} finally {
		await cleanup.run();
	}
}
function compareFiles(config, surroundings) {
	return orInvalid(subjectsOf(config, surroundings), [], () => judgeBundle(config.manifest, config, surroundings, []));
}
function compareServer(config, surroundings) {
	const subjects = subjectsOf(config, surroundings);
	return orInvalid(subjects, [], async () => {
		const { fetchRounds } = await import("./rounds.js");
		const { rounds, warnings } = await fetchRounds({
			...config.pyroscope,
			profileType: config.profileType
		}, surroundings.signal);
		return judge(config, {
			rounds,
			subjects,
			diff: void 0,
			plan: void 0,
			warnings
		});
	});
}
function pairsToHave(rounds, { plan, allowDifferent }, subjects, diff) {
	if (refusalOf(judgeEnvironment(rounds, allowDifferent)) !== void 0) return void 0;
	return decideRounds(comparisonInput(rounds, subjects, diff), plan).next;
}
async function judgeBundle(path, config, surroundings, warnings) {
	const { manifest, rounds, diff } = await loadRounds(path);
	const { service, profileType, unit, base, head } = manifest;
	return judge(config, {
		rounds,
		subjects: {
			...subjectsOf(config, surroundings, {
				base,
				head
			}),
			service,
			profileType,
			unit
		},
		diff,
		plan: manifest.plan,
		warnings
	});
}
function judge({ allowDifferent }, evidence) {
	const { rounds, diff, plan } = evidence;
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
	const input = comparisonInput(rounds, subjects, diff);
	const decision = plan === void 0 ? onlyLook(compareRounds(input)) : decideRounds(input, plan);
	return resultOf(decision, rounds, subjects, warnings);
}
function subjectsOf(config, { version }, sides = {}) {
	const { service, profileType, policy } = config;
	return {
		service,
		profileType,
		unit: "",
		base: sides.base,
		head: sides.head,
		policy,
		version
	};
}
async function orInvalid(subjects, warnings, job) {
	try {
		return await job();
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind !== "measurement") throw error;
		return invalidResult(error, subjects, warnings);
	}
}
async function temporaryFolder({ tempDirectory }, cleanup) {
	const folder = await mkdtemp(join(await realpath(tempDirectory), "flamegate-rounds-"));
	cleanup.defer("remove the recorded rounds", () => removeTree(folder));
	return folder;
}
export { gate };
