import { t as callOwners } from "./call-owners.js";
import { M as termsOf, j as policyIn } from "./load-rounds.js";
import { n as FlamegateError } from "./errors.js";
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
async function compareFiles(config, surroundings) {
	const { version } = surroundings;
	const manifest = await readManifest(config.manifest);
	const service = serviceNamed(manifest.service, config.services);
	const { waivers } = config;
	const context = {
		version,
		warnings: [],
		waivers
	};
	const compared = (await judgeBundle(config.manifest, manifest, service, context)).map((result) => ({
		result,
		handling: service.handling
	}));
	const around = ownersAround(config, manifest.base?.commit, surroundings);
	return reportOf(atLeastOne(await callOwners(compared, service, around)));
}
function serviceNamed(name, services) {
	const [only, ...others] = services;
	const found = services.find((service) => service.name === name);
	if (found !== void 0) return found;
	if (others.length === 0) return only;
	throw new FlamegateError("usage", `the rounds are of a service ${JSON.stringify(name)}`, { hint: `The configuration has ${services.map((service) => service.name).join(", ")}; choose one with \`service\`.` });
}
async function compareServer(config, surroundings) {
	const { nameServed } = await import("./name-served2.js");
	const named = await nameServed(config, surroundings);
	const around = ownersAround(config, named.base?.commit, surroundings);
	const compared = [];
	for (const service of config.services) {
		const own = [];
		for (const type of service.types) {
			const result = await compareServed(config, named, service, type, surroundings);
			own.push({
				result,
				handling: service.handling
			});
		}
		compared.push(...await callOwners(own, service, around));
	}
	return reportOf(atLeastOne(compared));
}
function compareServed(config, named, service, { profileType, policy }, { signal, version, tempDirectory }) {
	const shared = policyIn(termsOf(config), policy);
	const base = {
		...service.base,
		...named.base
	};
	const head = {
		...service.head,
		...named.head
	};
	const sides = {
		base: {
			...named.base,
			window: base
		},
		head: {
			...named.head,
			window: head
		}
	};
	const subjects = subjectsOf(service, {
		profileType,
		policy: shared
	}, version, sides);
	return orInvalid(subjects, [], async () => {
		const { fetchRounds } = await import("./rounds.js");
		const { slices, roundLabel } = service;
		const { rounds, warnings } = await fetchRounds({
			...config.pyroscope,
			base,
			head,
			slices,
			roundLabel,
			profileType
		}, signal, { tempDirectory });
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
function ownersAround({ publish: { token } }, base, { cwd, github, environment, log, signal }) {
	const filesOfBase = async () => {
		const { filesHere } = await import("./files-here.js");
		return filesHere(base, {
			cwd,
			github,
			token,
			environment,
			signal
		});
	};
	return {
		filesOfBase,
		log
	};
}
export { gate };
