import { i as localCommit, n as checkoutAround } from "./checkout.js";
import { t as filesAt } from "./file-at-commit.js";
import { t as trustedCommit } from "./trusted-commit.js";
// src/plan/files-here.ts
async function filesHere(base, options) {
	const checkout = await checkoutAround(options);
	if (checkout === void 0) return void 0;
	const { github } = options;
	const commit = github === void 0 ? (base === void 0 ? void 0 : await localCommit(checkout, base)) ?? await localCommit(checkout, "HEAD") : await trustedCommit(checkout, github);
	return commit === void 0 ? void 0 : filesAt(checkout.options, commit);
}
export { filesHere };
