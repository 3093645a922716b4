import { n as FlamegateError } from "./errors.js";
import { i as openCheckout, o as git } from "./checkout.js";
import { t as runGit } from "./git-process.js";
import { r as resolveCommit, t as mergedInto } from "./pull-request.js";
// src/plan/trusted-file.ts
const MAX_BYTES = 1048576;
async function readTrustedFile(path, options) {
	refuseOutside(path);
	const { cwd, environment: env, signal, github } = options;
	const { status } = await runGit(["rev-parse", "--git-dir"], {
		cwd,
		env,
		signal
	});
	if (status !== 0) return void 0;
	const checkout = await openCheckout(options);
	const head = await resolveCommit(checkout, "HEAD");
	const commit = await trustedCommit(checkout, github, head);
	if (commit === void 0) return void 0;
	const own = await entryOf(checkout, commit, path);
	const proposed = await entryOf(checkout, head, path);
	return {
		text: own === void 0 ? void 0 : await git([
			"cat-file",
			"blob",
			own
		], {
			...checkout.options,
			maxBytes: MAX_BYTES
		}),
		commit,
		isChanged: own !== proposed
	};
}
async function trustedCommit(checkout, github, head) {
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
async function entryOf({ options }, commit, path) {
	const listed = await git([
		"ls-tree",
		"-z",
		"--full-tree",
		commit,
		"--",
		path
	], options);
	const [, mode = "", id] = /^(\d+) \w+ ([0-9a-f]+)\t/u.exec(listed) ?? [];
	if (id === void 0 || mode.startsWith("100")) return id;
	throw new FlamegateError("usage", `${path} of ${commit} is no file but a folder or a link`, { hint: "Give the path of a file in the repository." });
}
function refuseOutside(path) {
	if (path !== "" && !path.startsWith("/") && !path.split("/").includes("..")) return;
	throw new FlamegateError("usage", `the configuration file must lie in the repository; it is “${path}”`, { hint: "Give its path from the top of the repository, such as `.flamegate.yml`." });
}
export { readTrustedFile };
