import { c as scrubberOf, i as temporaryFolder, l as Cleanup, n as secretsOf, o as planCommits, t as recordService } from "./record-service.js";
import { n as FlamegateError } from "./errors.js";
import { i as ownersOf, t as filesOfCulprits } from "./owned.js";
import { i as withRecorded, n as judgeRecorded } from "./recorded-report.js";
import { r as sealBundle, t as digestOfText } from "./seal.js";
import { n as renderJson } from "./json.js";
import { basename, resolve } from "node:path";
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
// src/run.ts
async function runAndCompare(config, surroundings) {
	const planned = await planCommits(config, surroundings);
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
async function bundleFolder({ bundle }, { cwd, tempDirectory }, cleanup) {
	if (bundle === void 0) return temporaryFolder(tempDirectory, "the recorded rounds", cleanup);
	return resolve(cwd, bundle);
}
export { runAndCompare };
