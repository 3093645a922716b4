import { d as explainFailure, l as runGit } from "./checkout.js";
// src/plan/diff.ts
const MAX_BYTES = 20971520;
const DIFF_TREE = [
	"diff-tree",
	"-r",
	"-p",
	"--unified=0",
	"--find-renames",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv"
];
async function diffOf(checkout, base, head, maxBytes = MAX_BYTES) {
	const args = [
		...DIFF_TREE,
		base,
		head
	];
	const outcome = await runGit(args, {
		...checkout.options,
		maxBytes
	});
	if (outcome.cut) return void 0;
	if (outcome.status !== 0) throw explainFailure(args, checkout.options.cwd, outcome);
	return outcome.stdout;
}
export { diffOf as t };
