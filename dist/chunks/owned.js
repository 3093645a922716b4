import { n as ownersBy, t as rulesOf } from "./owners-map.js";
import { t as groupFindings } from "./groups.js";
// src/owners/owners.ts
function ownersOf(file, { map, codeowners, service }) {
	return (file === "" ? void 0 : ownersBy(map, file) ?? ownersBy(codeowners, file)) ?? (service === void 0 ? [] : [service]);
}
// src/owned.ts
function withOwners(result, ownersOf) {
	const culprits = new Set(culpritsOf(result));
	const findings = result.findings.map((finding) => {
		const owners = culprits.has(finding) ? ownersOf(finding.file) : [];
		return owners.length === 0 ? finding : {
			...finding,
			owners
		};
	});
	return {
		...result,
		findings
	};
}
function withOwnersOfMap(result, owners) {
	const ownership = {
		map: rulesOf(owners).rules,
		codeowners: [],
		service: void 0
	};
	return withOwners(result, (file) => ownersOf(file, ownership));
}
function filesOfCulprits(results) {
	return [...new Set(results.flatMap(culpritsOf).map(({ file }) => file))];
}
function culpritsOf({ findings }) {
	return groupFindings(findings).culprits;
}
export { ownersOf as i, withOwners as n, withOwnersOfMap as r, filesOfCulprits as t };
