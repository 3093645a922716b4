import { n as FlamegateError } from "./errors.js";
import { l as runGit, o as remoteUrl, s as git, t as REMOTE } from "./checkout.js";
import { n as deepen, r as askOrigin, t as resolveCommit } from "./resolve.js";
// src/plan/merge-base.ts
const DEEPENING = [
	20,
	100,
	500,
	2e3
];
async function mergeBase(checkout, one, other) {
	let depth = 0;
	for (const commits of [...DEEPENING, 0]) {
		const answer = await runGit([
			"merge-base",
			one,
			other
		], checkout.options);
		if (answer.status === 0) return answer.stdout.trim();
		if (commits === 0) break;
		if (!await deepen(checkout, commits)) throw new FlamegateError("plan", `${one} and ${other} have no commit in common`, { hint: "Name the base yourself with the option `base`." });
		depth += commits;
	}
	throw new FlamegateError("plan", `${one} and ${other} have no commit in common among the newest ${depth} generations`, { hint: "Give the checkout step `fetch-depth: 0`, or name the base yourself with the option `base`." });
}
async function defaultBranch(checkout) {
	const known = await runGit([
		"symbolic-ref",
		"--quiet",
		"--short",
		`refs/remotes/${REMOTE}/HEAD`
	], checkout.options);
	if (known.status === 0) return known.stdout.trim();
	if (await remoteUrl(checkout) === void 0) return void 0;
	const answer = await askOrigin(checkout, [
		"ls-remote",
		"--quiet",
		"--symref",
		REMOTE,
		"HEAD"
	]);
	const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout)?.[1];
	return branch === void 0 ? void 0 : `${REMOTE}/${branch}`;
}
// src/plan/pull-request.ts
async function pullRequestEnds(checkout, github, pullRequest) {
	const head = await resolveCommit(checkout, "HEAD");
	const name = `refs/pull/${pullRequest.number}`;
	const target = await mergedInto(checkout, github, head);
	if (target !== void 0) return {
		base: {
			ref: pullRequest.baseRef,
			commit: await resolveCommit(checkout, target)
		},
		head: {
			ref: `${name}/merge`,
			commit: head
		},
		warnings: []
	};
	if (head === pullRequest.headSha) {
		const target = await resolveCommit(checkout, pullRequest.baseSha);
		return {
			base: {
				ref: pullRequest.baseRef,
				commit: await mergeBase(checkout, target, head)
			},
			head: {
				ref: `${name}/head`,
				commit: head
			},
			warnings: []
		};
	}
	throw new FlamegateError("plan", `HEAD is ${head}, which is neither GitHub's merge commit of pull request ${pullRequest.number} nor its newest commit ${pullRequest.headSha}`, { hint: "Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`." });
}
async function mergedInto(checkout, { eventName, sha }, head) {
	if (head !== sha || eventName === "pull_request_target") return void 0;
	const [target, second] = await parents(checkout, head);
	return second === void 0 ? void 0 : target;
}
async function parents({ options }, commit) {
	const text = await git([
		"cat-file",
		"commit",
		commit
	], options);
	return [...text.slice(0, text.indexOf("\n\n")).matchAll(/^parent (\w+)$/gm)].flatMap(([, parent]) => parent ?? []);
}
export { mergeBase as i, pullRequestEnds as n, defaultBranch as r, mergedInto as t };
