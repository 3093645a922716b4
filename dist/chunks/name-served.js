import { n as FlamegateError } from "./errors.js";
import { n as checkoutAround } from "./checkout.js";
import { n as isFullId } from "./ref.js";
import { i as nameReleases, r as isRelease } from "./named.js";
import { t as resolveCommit } from "./resolve.js";
// src/plan/name-commits.ts
async function nameCommits(options) {
	const { base, head, releases, log } = options;
	if (base === void 0 && head === void 0) return {
		base,
		head
	};
	const checkout = await ifAny(options);
	if (checkout === void 0) return {
		base: justName(base),
		head: justName(head)
	};
	const refs = await nameReleases(checkout, {
		base,
		head
	}, releases);
	return {
		base: await lookUp("base", refs.base, checkout, log),
		head: await lookUp("head", refs.head, checkout, log)
	};
}
async function ifAny(options) {
	try {
		return await checkoutAround(options);
	} catch (error) {
		if (isUnknown(error)) return void 0;
		throw error;
	}
}
function justName(ref) {
	if (isRelease(ref)) throw new FlamegateError("usage", `${ref} can't be told outside of a checkout`, { hint: "Run inside a checkout of the repository, which knows its tags; in a workflow, put a step with actions/checkout before this one. Or name the release itself." });
	return ref === void 0 ? void 0 : {
		ref,
		...isFullId(ref) && { commit: ref }
	};
}
async function lookUp(side, ref, checkout, log) {
	if (ref === void 0) return void 0;
	if (isFullId(ref)) return {
		ref,
		commit: ref
	};
	try {
		const commit = await resolveCommit(checkout, ref);
		log.info(`${side} is ${ref} (${commit}).`);
		return {
			ref,
			commit
		};
	} catch (error) {
		if (!isUnknown(error)) throw error;
		log.info(`${side} is ${ref}, of which git does not know the commit: ${error.message}.`);
		return { ref };
	}
}
function isUnknown(error) {
	return error instanceof FlamegateError && (error.kind === "plan" || error.kind === "usage");
}
// src/name-served.ts
function nameServed({ commits, publish }, { cwd, github, environment, log, signal }) {
	return nameCommits({
		...commits,
		cwd,
		github,
		token: publish?.token,
		environment,
		log,
		signal
	});
}
export { nameServed as t };
