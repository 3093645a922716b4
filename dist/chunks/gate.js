import { n as termsOf, t as policyIn } from "./terms.js";
import { n as FlamegateError } from "./errors.js";
import { r as withOwnersOfMap } from "./owned.js";
import { r as readManifest } from "./manifest-file.js";
import { a as judge, c as subjectsOf, o as judgeBundle, s as orInvalid, t as atLeastOne } from "./recorded-report.js";
import { r as reportOf } from "./report.js";
// src/gate.ts
async function gate(config, surroundings) {
	switch (config.job) {
		case "run": {
			const { runAndCompare } = await import("./run.js");
			return runAndCompare(config, surroundings);
		}
		case "compare-files": return compareFiles(config, surroundings);
		case "compare-server": return compareServer(config, surroundings);
	}
}
async function compareFiles(config, { version }) {
	const manifest = await readManifest(config.manifest);
	const service = serviceNamed(manifest.service, config.services);
	const { waivers } = config;
	const context = {
		version,
		warnings: [],
		waivers
	};
	const results = await judgeBundle(config.manifest, manifest, service, context);
	return reportOf(atLeastOne(results.map((result) => comparedFor(service, result))));
}
function serviceNamed(name, services) {
	const [only, ...others] = services;
	const found = services.find((service) => service.name === name);
	if (found !== void 0) return found;
	if (others.length === 0) return only;
	throw new FlamegateError("usage", `the rounds are of a service ${JSON.stringify(name)}`, { hint: `The configuration has ${services.map((service) => service.name).join(", ")}; choose one with \`service\`.` });
}
async function compareServer(config, surroundings) {
	const compared = [];
	for (const service of config.services) for (const type of service.types) {
		const result = await compareServed(config, service, type, surroundings);
		compared.push(comparedFor(service, result));
	}
	return reportOf(atLeastOne(compared));
}
function compareServed(config, service, { profileType, policy }, { signal, version }) {
	const shared = policyIn(termsOf(config), policy);
	const subjects = subjectsOf(service, {
		profileType,
		policy: shared
	}, version);
	return orInvalid(subjects, [], async () => {
		const { fetchRounds } = await import("./rounds.js");
		const { base, head, slices, roundLabel } = service;
		const { rounds, warnings } = await fetchRounds({
			...config.pyroscope,
			base,
			head,
			slices,
			roundLabel,
			profileType
		}, signal);
		return judge(service, {
			rounds,
			subjects,
			change: {
				diff: void 0,
				facts: void 0
			},
			plan: void 0,
			warnings
		});
	});
}
function comparedFor({ handling, owners }, result) {
	return {
		result: withOwnersOfMap(result, owners),
		handling
	};
}
export { gate };
