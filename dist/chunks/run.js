import { a as removeTree, n as recordRounds, o as scrubberOf, s as Cleanup, t as plan } from "./record.js";
import { n as FlamegateError } from "./errors.js";
import { a as policyIn, i as ownersOf, o as termsOf, t as filesOfCulprits } from "./owned.js";
import { b as judgeEnvironment, h as decideRounds, o as comparisonInput, x as refusalOf } from "./load-rounds.js";
import { r as secretsOf$1 } from "./connection.js";
import { a as isBroken, i as withRecorded, n as judgeRecorded } from "./recorded-report.js";
import { r as sealBundle, t as digestOfText } from "./seal.js";
import { n as renderJson } from "./json.js";
import { basename, join, resolve } from "node:path";
import { mkdtemp, realpath } from "node:fs/promises";
// src/find-owners.ts
const MAX_PROBLEMS = 3;
async function findOwners(results, { name, serviceProcess: { directory }, owners }, { repository, base }, { environment: env, log, signal }) {
	const files = filesOfCulprits(results);
	if (files.length === 0) return [];
	try {
		const { readOwnership } = await import("./read-ownership.js");
		const git = {
			cwd: repository,
			env,
			signal
		};
		const service = {
			name,
			directory,
			owners
		};
		const { ownership, problems } = await readOwnership(git, base.commit, service);
		for (const problem of problems.slice(0, MAX_PROBLEMS)) log.warn(`Owners: ${problem}.`);
		return files.flatMap((file) => {
			const found = ownersOf(file, ownership);
			return found.length === 0 ? [] : [{
				file,
				owners: found
			}];
		});
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind === "interrupted") throw error;
		log.warn(`Nobody is called, since owners can't be read: ${error.message}`);
		return [];
	}
}
// src/record-service.ts
async function recordService({ planned, config, service, root, folder, scrub }, surroundings) {
	const terms = termsOf(config);
	const known = {
		folder,
		service: judgedPart(service),
		...terms,
		owners: [],
		base: { ...planned.base },
		head: { ...planned.head }
	};
	try {
		const { warnings } = await recordRounds(planned, {
			service,
			bundle: join(root, folder),
			comparisons: terms.comparisons,
			secrets: secretsOf(config),
			scrub,
			forwardTo: config.forwardTo
		}, surroundings, pairsToHave(service, terms, planned.diff));
		return {
			...known,
			warnings: warnings.map(scrub)
		};
	} catch (error) {
		if (!isBroken(error)) throw error;
		const { message, hint, output } = error;
		const failure = {
			message: scrub(message),
			...hint === void 0 ? {} : { hint: scrub(hint) },
			output: output.map(scrub)
		};
		return {
			...known,
			warnings: planned.warnings.map(scrub),
			failure
		};
	}
}
function judgedPart({ serviceProcess: _process, load: _load, profiling: _profiling, plan: _plan, timeBudgetMs: _timeBudgetMs, measure: _measure, unusedPaths: _unusedPaths, owners: _owners, ...judged }) {
	return judged;
}
function pairsToHave({ types: asked, plan, allowDifferent }, terms, diff) {
	return (types, { facts, ...origins }) => {
		const next = types.flatMap(({ profileType, rounds }) => {
			const policy = asked.find((type) => type.profileType === profileType)?.policy;
			if (policy === void 0) return [];
			if (refusalOf(judgeEnvironment(rounds, allowDifferent)) !== void 0) return [];
			const shared = {
				policy: policyIn(terms, policy),
				...origins
			};
			const input = comparisonInput(rounds, shared, {
				diff,
				facts
			});
			return decideRounds(input, plan).next ?? [];
		});
		return next.length === 0 ? void 0 : Math.max(...next);
	};
}
function secretsOf({ publish: { token }, forwardTo }) {
	const ofServer = forwardTo === void 0 ? [] : secretsOf$1(forwardTo);
	return token === void 0 ? ofServer : [token, ...ofServer];
}
// src/run.ts
async function runAndCompare(config, surroundings) {
	const planned = await plan(config, surroundings);
	const cleanup = new Cleanup(surroundings.log);
	try {
		const root = await bundleFolder(config, surroundings, cleanup);
		const scrub = await scrubberOf(surroundings, secretsOf(config));
		const measured = [];
		const isAlone = config.services.length === 1;
		for (const service of config.services) {
			const folder = isAlone ? "." : folderName(service);
			if (!isAlone) surroundings.log.info(`Now the service ${service.name}.`);
			const run = {
				planned,
				config,
				service,
				root,
				folder,
				scrub
			};
			measured.push({
				service,
				recorded: await recordService(run, surroundings)
			});
		}
		const recorded = measured.map((part) => part.recorded);
		const judged = await judgeRecorded(recorded, root, surroundings.version);
		const services = [];
		for (const part of measured) services.push(await annotated(part, judged, planned, surroundings));
		const report = withRecorded(judged, services);
		if (config.bundle !== void 0) await sealBundle(root, recordOf(services, report, root, surroundings));
		return report;
	} finally {
		await cleanup.run();
	}
}
async function annotated({ service, recorded }, judged, planned, surroundings) {
	const results = judged.comparisons.filter(({ result }) => result.service === service.name).map(({ result }) => result);
	return {
		...recorded,
		owners: await findOwners(results, service, planned, surroundings)
	};
}
function recordOf(services, report, root, { version, github }) {
	return {
		version,
		name: basename(root),
		...github === void 0 ? {} : { runUrl: github.runUrl },
		services,
		report: digestOfText(renderJson(report))
	};
}
function folderName({ name }) {
	return encodeURIComponent(name);
}
async function bundleFolder({ bundle }, surroundings, cleanup) {
	if (bundle === void 0) return temporaryFolder(surroundings, cleanup);
	return resolve(surroundings.cwd, bundle);
}
async function temporaryFolder({ tempDirectory }, cleanup) {
	const folder = await mkdtemp(join(await realpath(tempDirectory), "flamegate-rounds-"));
	cleanup.defer("remove the recorded rounds", () => removeTree(folder));
	return folder;
}
export { runAndCompare };
