import { n as FlamegateError } from "./errors.js";
import { l as filesOfCulprits } from "./recorded-report.js";
import { n as ownersBy, t as rulesOf } from "./owners-map.js";
// src/owners/owners.ts
function ownersOf(file, { map, codeowners, service }) {
	return (file === "" ? void 0 : ownersBy(map, file) ?? ownersBy(codeowners, file)) ?? (service === void 0 ? [] : [service]);
}
// src/find-owners.ts
const MAX_PROBLEMS = 3;
async function findOwners(results, service, filesOfBase, log) {
	const files = filesOfCulprits(results);
	if (files.length === 0) return [];
	const ownership = await readOwners(service, filesOfBase, log);
	return files.flatMap((file) => {
		const owners = ownersOf(file, ownership);
		return owners.length === 0 ? [] : [{
			file,
			owners
		}];
	});
}
async function readOwners(service, filesOfBase, log) {
	try {
		const files = await filesOfBase();
		const { readOwnership } = await import("./read-ownership.js");
		const { ownership, problems } = await readOwnership(files ?? NO_FILES, service);
		for (const problem of problems.slice(0, MAX_PROBLEMS)) log.warn(`Owners: ${problem}.`);
		return ownership;
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind === "interrupted") throw error;
		const hint = error.hint === void 0 ? "" : ` ${error.hint}`;
		log.warn(`Only \`owners\` says who is called, since the base's files can't be read: ${error.message}.${hint}`);
		return {
			map: rulesOf(service.owners).rules,
			codeowners: [],
			service: void 0
		};
	}
}
const NO_FILES = async () => void 0;
export { findOwners as t };
