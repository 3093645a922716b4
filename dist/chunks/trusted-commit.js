import { n as FlamegateError } from "./errors.js";
import { t as mergedInto } from "./pull-request.js";
import { t as resolveCommit } from "./resolve.js";
// src/plan/trusted-commit.ts
async function trustedCommit(checkout, github) {
	const head = await resolveCommit(checkout, "HEAD");
	try {
		return await resolveCommit(checkout, await trustedName(checkout, github, head));
	} catch (error) {
		if (error instanceof FlamegateError && error.kind === "plan") return void 0;
		throw error;
	}
}
async function trustedName(checkout, github, head) {
	if (github.mergeGroup !== void 0) return github.mergeGroup.baseSha;
	if (github.pullRequest === void 0) return github.sha;
	return await mergedInto(checkout, github, head) ?? github.pullRequest.baseSha;
}
export { trustedCommit as t };
