import { l as runGit } from "./checkout.js";
// src/plan/file-at-commit.ts
function filesAt(options, commit) {
	return async (paths, maxBytes) => {
		for (const path of paths) {
			const args = [
				"cat-file",
				"blob",
				`${commit}:${path}`
			];
			const shown = await runGit(args, {
				...options,
				maxBytes
			});
			if (shown.cut) return "too large";
			if (shown.status === 0) return { text: shown.stdout };
		}
	};
}
export { filesAt as t };
