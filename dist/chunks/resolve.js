import { n as FlamegateError } from "./errors.js";
import { c as gitLine, d as explainFailure, f as stderrLines, i as localCommit, l as runGit, o as remoteUrl, r as isShallow, s as git, t as REMOTE, u as withConfig } from "./checkout.js";
import { i as parseRef, n as isFullId, r as isShortId, t as isBranchName } from "./ref.js";
import path from "node:path";
import { readFile } from "node:fs/promises";
// src/plan/fetch.ts
const FETCH = [
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-prune",
	"--no-recurse-submodules",
	"--refmap="
];
async function fetchFromOrigin(checkout, wanted, depth) {
	return askOrigin(checkout, [
		...FETCH,
		...depthArguments(depth),
		REMOTE,
		...wanted
	]);
}
async function askOrigin(checkout, args) {
	const { options, token } = checkout;
	const first = await runGit(args, options);
	if (first.status === 0 || token === void 0 || !isRefusal(first)) return first;
	if (!(await remoteUrl(checkout))?.startsWith(`${token.serverUrl}/`)) return first;
	return runGit(args, {
		...options,
		env: withConfig(options.env, tokenConfig(token))
	});
}
function explainFetch(checkout, outcome) {
	if (!isRefusal(outcome)) return explainFailure(["fetch", REMOTE], checkout.options.cwd, outcome);
	return new FlamegateError("plan", `${REMOTE} refused us, so missing commits could not be fetched`, {
		hint: "Give the checkout step `fetch-depth: 0`, or this one a `github-token` with `contents: read`.",
		output: stderrLines(outcome)
	});
}
function isRefusal(outcome) {
	return REFUSAL.test(outcome.stderr);
}
const REFUSAL = /Authentication failed|could not read (?:Username|Password)|returned error: 40[0134]|repository '.*' not found/;
function tokenConfig({ serverUrl, token }) {
	const header = `http.${serverUrl}/.extraheader`;
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	return [
		{
			key: "credential.helper",
			value: ""
		},
		{
			key: header,
			value: ""
		},
		{
			key: header,
			value: `AUTHORIZATION: basic ${basic}`
		}
	];
}
function depthArguments(depth) {
	if (depth.kind === "newest") return ["--depth=1"];
	return depth.kind === "deepen" ? [`--deepen=${depth.commits}`] : [];
}
// src/plan/deepen.ts
async function deepen(checkout, commits) {
	if (!await isShallow(checkout)) return false;
	const { cwd } = checkout.options;
	const file = await gitLine([
		"rev-parse",
		"--git-path",
		"shallow"
	], checkout.options);
	const outcome = await fetchFromOrigin(checkout, (await readFile(path.resolve(cwd, file), "utf8")).split("\n").filter(Boolean), {
		kind: "deepen",
		commits
	});
	if (outcome.status !== 0) throw explainFetch(checkout, outcome);
	return true;
}
// src/plan/origin.ts
async function commitFromOrigin(checkout, name) {
	if (await remoteUrl(checkout) === void 0) return void 0;
	const wanted = isFullId(name) ? name : await refOnOrigin(checkout, name);
	if (wanted === void 0) return void 0;
	const depth = await isShallow(checkout) ? { kind: "newest" } : { kind: "all" };
	const outcome = await fetchFromOrigin(checkout, [wanted], depth);
	if (outcome.status === 0) return localCommit(checkout, "FETCH_HEAD");
	if (NOT_THERE.test(outcome.stderr)) return void 0;
	throw explainFetch(checkout, outcome);
}
const NOT_THERE = /not our ref|unadvertised object|(?:could|did)n't find remote ref|no such remote ref/i;
async function refOnOrigin(checkout, name) {
	if (!isBranchName(name)) return void 0;
	const wanted = fullNames(name);
	const patterns = isShortId(name) ? [] : wanted;
	const answer = await askOrigin(checkout, [
		"ls-remote",
		"--quiet",
		"--refs",
		REMOTE,
		...patterns
	]);
	if (answer.status !== 0) throw explainFetch(checkout, answer);
	const refs = new Map();
	for (const line of answer.stdout.split("\n")) {
		const [commit = "", ref = ""] = line.split("	");
		refs.set(ref, commit);
	}
	const named = wanted.find((ref) => refs.has(ref));
	if (named !== void 0 || !isShortId(name)) return named;
	const tips = new Set([...refs.values()].filter((commit) => commit.startsWith(name.toLowerCase())));
	return tips.size === 1 ? [...tips][0] : void 0;
}
function fullNames(name) {
	if (name.startsWith("refs/")) return [name.replace(`refs/remotes/${REMOTE}/`, "refs/heads/")];
	const branch = name.startsWith(`origin/`) ? [`refs/heads/${name.slice(REMOTE.length + 1)}`] : [];
	return [
		`refs/tags/${name}`,
		`refs/heads/${name}`,
		...branch
	];
}
// src/plan/resolve.ts
async function resolveCommit(checkout, ref) {
	const { name, steps, generations } = parseRef(ref);
	const known = await knownCommit(checkout, ref);
	if (known !== void 0) return known;
	if (isShortId(name)) await refuseAmbiguous(checkout, name);
	const start = await knownCommit(checkout, name) ?? await commitFromOrigin(checkout, name);
	if (start === void 0) throw await noSuchCommit(checkout, name);
	if (generations > 0) await deepen(checkout, generations);
	const commit = await localCommit(checkout, `${start}${steps}`);
	if (commit === void 0) throw await noSuchCommit(checkout, ref);
	return commit;
}
async function knownCommit(checkout, name) {
	return await localCommit(checkout, name) ?? localCommit(checkout, `refs/remotes/origin/${name}`);
}
async function refuseAmbiguous({ options }, id) {
	const objects = await git(["rev-parse", `--disambiguate=${id}`], options);
	const commits = (await git(["cat-file", "--batch-check=%(objecttype) %(objectname)"], {
		...options,
		input: objects
	})).split("\n").flatMap((line) => /^commit (\w+)$/.exec(line)?.[1] ?? []);
	if (commits.length < 2) return;
	throw new FlamegateError("plan", `"${id}" is the beginning of ${commits.length} commit ids`, { hint: `Give more of it: ${commits.slice(0, 5).join(", ")}${commits.length > 5 ? ", …" : ""}.` });
}
async function noSuchCommit(checkout, ref) {
	const where = await remoteUrl(checkout) !== void 0 ? `here or on ${REMOTE}` : `here, and there is no remote called ${REMOTE} to ask`;
	const shallow = await isShallow(checkout);
	return new FlamegateError("plan", `no commit called "${ref}" ${where}`, { hint: shallow ? "Check the spelling, or give the checkout step `fetch-depth: 0` so that all commits are here." : "Check the spelling; a commit that was never pushed has to be in this checkout." });
}
export { explainFetch as i, deepen as n, askOrigin as r, resolveCommit as t };
