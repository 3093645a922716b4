import { n as FlamegateError } from "./errors.js";
import { r as explainFailure, t as runGit } from "./git-process.js";
// src/plan/git.ts
async function git(args, options) {
	const outcome = await runGit(args, options);
	if (outcome.status !== 0) throw explainFailure(args, options.cwd, outcome);
	return outcome.stdout;
}
async function gitLine(args, options) {
	const output = await git(args, options);
	const line = output.endsWith("\n") ? output.slice(0, -1) : output;
	if (line === "") throw new FlamegateError("plan", `git ${args[0] ?? ""} printed nothing where one line was due`);
	return line;
}
// src/plan/checkout.ts
async function openCheckout(options) {
	const { cwd, environment: env, signal, token, github } = options;
	return {
		options: {
			cwd: await gitLine(["rev-parse", "--show-toplevel"], {
				cwd,
				env,
				signal
			}),
			env,
			signal
		},
		token: token === void 0 || github === void 0 ? void 0 : {
			serverUrl: github.serverUrl,
			token
		}
	};
}
const REMOTE = "origin";
async function localCommit(checkout, name) {
	const answer = await runGit([
		"rev-parse",
		"--verify",
		"--quiet",
		`${name}^{commit}`
	], checkout.options);
	return answer.status === 0 ? answer.stdout.trim() : void 0;
}
async function isShallow(checkout) {
	return await gitLine(["rev-parse", "--is-shallow-repository"], checkout.options) === "true";
}
async function remoteUrl(checkout) {
	if (!(await runGit(["remote"], checkout.options)).stdout.split("\n").includes("origin")) return void 0;
	return gitLine([
		"ls-remote",
		"--get-url",
		REMOTE
	], checkout.options);
}
export { remoteUrl as a, openCheckout as i, isShallow as n, git as o, localCommit as r, gitLine as s, REMOTE as t };
