import { n as FlamegateError } from "./errors.js";
import { n as checkoutAround, s as git } from "./checkout.js";
import { t as resolveCommit } from "./resolve.js";
import { t as trustedCommit } from "./trusted-commit.js";
// src/plan/trusted-file.ts
const MAX_BYTES = 1048576;
async function readTrustedFile(path, options) {
	refuseOutside(path);
	const { github } = options;
	const checkout = await checkoutAround(options);
	if (checkout === void 0) return void 0;
	const commit = await trustedCommit(checkout, github);
	if (commit === void 0) return void 0;
	const own = await entryOf(checkout, commit, path);
	const proposed = await entryOf(checkout, await resolveCommit(checkout, "HEAD"), path);
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
