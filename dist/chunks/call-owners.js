import { t as findOwners } from "./find-owners.js";
import { u as withOwners } from "./recorded-report.js";
// src/call-owners.ts
async function callOwners(compared, { directory, owners, name }, { filesOfBase, log }) {
	const results = compared.map(({ result }) => result);
	const service = {
		name: results[0]?.service ?? name,
		directory,
		owners
	};
	const found = await findOwners(results, service, filesOfBase, log);
	return compared.map(({ result, handling }) => ({
		result: withOwners(result, found),
		handling
	}));
}
export { callOwners as t };
