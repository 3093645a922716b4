import { n as FlamegateError, t as EXIT } from "./errors.js";
import { existsSync } from "node:fs";
import { spawn } from "node:child_process";
// src/plan/git-failure.ts
const KNOWN = [
	{
		sign: /detected dubious ownership|safe\.directory/,
		hint: "The folder belongs to another user. Run `git config --global --add safe.directory \"$PWD\"` in it first."
	},
	{
		sign: /not a git repository/,
		hint: "Run inside a checkout; in a workflow, put a step with actions/checkout before this one."
	},
	{
		sign: /Could not resolve host|Failed to connect|Connection (?:refused|reset|timed out)|early EOF|RPC failed|requested URL returned error: 5\d\d/,
		hint: "The server could not be reached; run again when it can.",
		infrastructure: true
	},
	{
		sign: /Permission denied \(publickey|Host key verification failed/,
		hint: "SSH was refused, and nobody was asked for a passphrase: load the key into an agent, or fetch what is missing first."
	}
];
function explainFailure(args, cwd, outcome) {
	const known = KNOWN.find(({ sign }) => sign.test(outcome.stderr));
	return new FlamegateError("plan", `${describe(args)} ${ending(outcome)} in ${cwd}`, {
		...known === void 0 ? {} : { hint: known.hint },
		...known?.infrastructure ? { exitCode: EXIT.measurement } : {},
		output: stderrLines(outcome)
	});
}
function explainNoStart(cwd, cause) {
	if (!existsSync(cwd)) return new FlamegateError("plan", `the folder ${cwd} does not exist`, { cause });
	return new FlamegateError("plan", "git could not be started", {
		hint: "Install git, and see that it is on the PATH.",
		cause
	});
}
function stderrLines(outcome) {
	return withoutCredentials(outcome.stderr).split("\n").filter((line) => line.trim() !== "").slice(-20);
}
function ending({ cut, status }) {
	if (cut) return "printed more than we read, and was ended,";
	return status === -1 ? "was ended by a signal" : `failed with exit status ${status}`;
}
function describe(args) {
	return withoutCredentials(`git ${args.join(" ")}`).slice(0, 200);
}
function withoutCredentials(text) {
	return text.replaceAll(/:\/\/[^/@\s]+@/g, "://***@");
}
// src/plan/git-environment.ts
const KEPT = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|(?:SSH|SSL|HTTP|PROXY)(?:_\w+)?|ASKPASS|EXEC_PATH|CEILING_DIRECTORIES|ALLOW_PROTOCOL)$/;
const FIXED = {
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_PAGER: "cat",
	LC_ALL: "C",
	LANGUAGE: ""
};
function gitEnvironment(parent) {
	const result = {};
	for (const [name, value] of Object.entries({
		...parent,
		...FIXED
	})) {
		if (value === void 0) continue;
		if (name.startsWith("GIT_") && !(name in FIXED) && !KEPT.test(name)) continue;
		result[name] = value;
	}
	return result;
}
function withConfig(parent, entries) {
	const first = Number(parent.GIT_CONFIG_COUNT ?? 0);
	const result = { ...parent };
	entries.forEach(({ key, value }, index) => {
		result[`GIT_CONFIG_KEY_${first + index}`] = key;
		result[`GIT_CONFIG_VALUE_${first + index}`] = value;
	});
	result.GIT_CONFIG_COUNT = String(first + entries.length);
	return result;
}
// src/plan/git-process.ts
const MAX_STDOUT = 67108864;
const MAX_STDERR = 16384;
const GRACE_MS = 2e3;
const SAFE = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false"
].flatMap((entry) => ["-c", entry]);
function runGit(args, options) {
	const { cwd, env, signal, input = "", maxBytes = MAX_STDOUT } = options;
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const child = spawn("git", [...SAFE, ...args], {
			cwd,
			env: gitEnvironment(env),
			detached: true
		});
		let cut = false;
		const stdout = collect(child.stdout, maxBytes, () => {
			cut = true;
			stop();
		});
		const stderr = collectTail(child.stderr, MAX_STDERR);
		let kill;
		const stop = () => {
			if (kill !== void 0) return;
			killGroup(child, "SIGTERM");
			kill = setTimeout(() => killGroup(child, "SIGKILL"), GRACE_MS);
		};
		signal?.addEventListener("abort", stop);
		const settle = () => {
			clearTimeout(kill);
			signal?.removeEventListener("abort", stop);
		};
		child.on("error", (error) => {
			settle();
			reject(explainNoStart(cwd, error));
		});
		child.on("close", (code) => {
			settle();
			if (signal?.aborted) return reject(signal.reason);
			resolve({
				status: cut ? -1 : code ?? -1,
				stdout: stdout(),
				stderr: stderr(),
				cut
			});
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
function killGroup(child, signal) {
	if (child.pid === void 0) return;
	try {
		process.kill(-child.pid, signal);
	} catch {}
}
function collect(stream, limit, over) {
	const chunks = [];
	let size = 0;
	stream.on("data", (chunk) => {
		if (size > limit) return;
		chunks.push(chunk);
		size += chunk.length;
		if (size > limit) over();
	});
	return () => Buffer.concat(chunks).subarray(0, limit).toString();
}
function collectTail(stream, limit) {
	let tail = Buffer.alloc(0);
	stream.on("data", (chunk) => {
		tail = Buffer.concat([tail, chunk]).subarray(-limit);
	});
	return () => tail.toString();
}
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
async function checkoutAround(options) {
	const { cwd, environment: env, signal } = options;
	const { status } = await runGit(["rev-parse", "--git-dir"], {
		cwd,
		env,
		signal
	});
	return status === 0 ? openCheckout(options) : void 0;
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
export { openCheckout as a, gitLine as c, explainFailure as d, stderrLines as f, localCommit as i, runGit as l, checkoutAround as n, remoteUrl as o, isShallow as r, git as s, REMOTE as t, withConfig as u };
