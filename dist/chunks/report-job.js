import { t as callOwners } from "./call-owners.js";
import { n as FlamegateError, t as EXIT } from "./errors.js";
import { j as policyIn } from "./load-rounds.js";
import { r as sampleTypesMeant } from "./kinds.js";
import { r as reportOf } from "./report.js";
import { a as countAt, i as below, o as fieldError } from "./json-fields.js";
import { a as maybeMissing, i as list, l as record, s as oneOf, u as text } from "./bisection-shape.js";
import { i as RESULT } from "./json.js";
import { i as touchedByFiles, n as tell, t as connectionOf } from "./github-report.js";
import { n as matcherOf, t as limitsOf } from "./limits.js";
import { i as localCommit, n as checkoutAround } from "./checkout.js";
import { t as filesAt } from "./file-at-commit.js";
import { i as unlessRefused, r as unlessMissing, t as explainTrouble } from "./trouble.js";
import { t as atLeastOne } from "./recorded-report.js";
import { t as fileStem } from "./file-stem.js";
import { i as waiversOfPull, n as notesOf, t as idleNotices } from "./pull-request-waivers2.js";
import { resolve } from "node:path";
import { open } from "node:fs/promises";
// src/hand-off/accept.ts
function finishedRunOf({ eventName, workflowRun }) {
	if (workflowRun === void 0) throw new FlamegateError("usage", `a hand-off is reported on workflow_run, and not on ${eventName}`, { hint: "docs/github.md shows the two workflows." });
	if (workflowRun.eventName === "pull_request") return workflowRun;
	throw new FlamegateError("usage", `the run that has ended was started by ${workflowRun.eventName}, and not by pull_request`, { hint: "Give the job `if: github.event.workflow_run.event == 'pull_request'`." });
}
function acceptHandOff(handOff, expected) {
	const { finished, repository, services } = expected;
	const { run, headSha, results } = handOff;
	if (run.id !== finished.run.id || run.attempt !== finished.run.attempt) throw refusal$1(`it is of the run ${`${run.id}, attempt ${run.attempt}`}, and not of ${finished.run.id}, attempt ${finished.run.attempt}`);
	if (handOff.repository !== repository) throw refusal$1(`it is of the repository ${JSON.stringify(handOff.repository)}`);
	if (headSha !== finished.headSha) throw refusal$1(`it is about the commit ${JSON.stringify(headSha)}, and the run about ${finished.headSha}`);
	const [first, ...others] = results.map((result) => compared(result, results.length, services));
	if (first === void 0) throw refusal$1("it has no result");
	return reportOf([first, ...others]);
}
function compared(result, comparisons, services) {
	const service = services.find(({ name }) => name === result.service);
	if (service === void 0) {
		const names = services.map(({ name }) => name).join(", ");
		throw refusal$1(`it is about a service ${JSON.stringify(result.service)}; here there is ${names}`);
	}
	const terms = {
		comparisons,
		waivers: []
	};
	if (!isSame$1(result.policy, policyIn(terms, policyOf(service, result)))) throw refusal$1(`${service.name} was judged by other thresholds than the ones here`);
	return {
		result,
		handling: service.handling
	};
}
function policyOf(service, { profileType: judged }) {
	const { policy } = service.types.find(({ profileType }) => [profileType, ...sampleTypesMeant(profileType)].includes(judged)) ?? service;
	return policy;
}
function isSame$1(a, b) {
	return [
		"maxIncrease",
		"minRelative",
		"alpha"
	].every((name) => Math.abs(a[name] - b[name]) <= 1e-9);
}
function refusal$1(why, hint = SAME_CONFIGURATION) {
	return new FlamegateError("usage", `the hand-off is refused: ${why}`, { hint });
}
const SAME_CONFIGURATION = "Measuring and reporting need the same configuration; a pull request that changes it can’t be reported.";
// src/report/parse-result.ts
const parseResult = (value, at) => {
	const result = RESULT(value, at);
	const fails = result.findings.some((finding) => finding.fails);
	if (result.verdict === "regression" && !fails) throw contradiction(at, "a finding that fails");
	if (result.verdict === "pass" && fails) throw contradiction(at, "no finding that fails");
	result.findings.forEach(({ fails, culprit, bisection }, index) => {
		if (bisection === void 0 || fails && culprit) return;
		throw fieldError(below(below(below(at, "findings"), index), "bisection"), "of a culprit");
	});
	const findings = result.findings.map(({ owners: _theirs, ...finding }) => finding);
	return {
		...result,
		findings
	};
};
function contradiction(at, findings) {
	return fieldError(below(at, "verdict"), `one that has ${findings}`);
}
// src/hand-off/read-hand-off.ts
const MAX_BYTES = 10485760;
function seal(value, at) {
	const digits = text(value, at);
	if (!/^[0-9a-f]{16}$/u.test(digits)) throw fieldError(at, "16 hexadecimal digits");
	return digits;
}
const HAND_OFF = record({
	schema: oneOf(1),
	run: record({
		id: countAt,
		attempt: countAt
	}),
	repository: text,
	headSha: text,
	seal: maybeMissing(seal),
	results: list(parseResult)
});
async function readHandOff(path) {
	const json = await readText(path);
	return HAND_OFF(parseJson(json), {
		document: "the hand-off",
		path: ""
	});
}
async function readText(path) {
	const file = await open(path, "r").catch((cause) => {
		throw refusal(`there is no file ${path}`, cause);
	});
	try {
		const stats = await file.stat();
		if (!stats.isFile()) throw refusal(`${path} is no file`);
		if (stats.size > MAX_BYTES) throw refusal(`it has over ${MAX_BYTES} bytes`);
		return await file.readFile("utf8");
	} finally {
		await file.close();
	}
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch (cause) {
		throw refusal("it is no JSON", cause);
	}
}
function refusal(why, cause) {
	return new FlamegateError("usage", `the hand-off is refused: ${why}`, {
		hint: "The measuring job writes it with the option `hand-off`; see docs/github.md.",
		cause
	});
}
// src/hand-off/waivers.ts
function refuseForeignWaivers({ comparisons }, here) {
	for (const { result } of comparisons) {
		const policy = policyHere(result, here);
		for (const finding of result.findings) {
			if (finding.waiver === void 0) continue;
			const known = (policy.waivers ?? []).some((waiver) => isOf(waiver, finding));
			const name = JSON.stringify(finding.function);
			if (!known) throw refusal$1(`nobody has given the waiver of ${name} that it has`, GIVEN_ANEW);
			if (finding.waiver.state === "applies" && !isWithin(finding, policy)) throw refusal$1(`${name} is beyond what its waiver accepts`, GIVEN_ANEW);
		}
	}
}
function newerWaivers({ comparisons }, { given }) {
	const newer = comparisons.flatMap(({ result }) => result.findings.filter(({ fails, culprit }) => fails && culprit)).flatMap((finding) => {
		const counts = given.find((waiver) => !waiver.isExpired && matcherOf(waiver)(rowOf(finding)));
		return counts === void 0 || isOf(counts, finding) ? [] : [counts];
	});
	return [...new Set(newer)];
}
const GIVEN_ANEW = "Waivers count as they are now; measure again when one was changed.";
function policyHere(result, { services, given }) {
	const service = services.find(({ name }) => name === result.service);
	if (service === void 0) throw refusal$1(`there is no service ${JSON.stringify(result.service)}`);
	const policy = policyOf(service, result);
	return {
		...policy,
		waivers: [...given, ...policy.waivers ?? []]
	};
}
function isOf(waiver, finding) {
	const claimed = finding.waiver;
	if (claimed === void 0 || !matcherOf(waiver)(rowOf(finding))) return false;
	return claimed.state === "expired" === waiver.isExpired && isSame(waiver, claimed);
}
function isSame(waiver, claimed) {
	return waiver.ceiling === claimed.ceiling && waiver.reason === claimed.reason && (waiver.issue ?? null) === claimed.issue && waiver.expires === claimed.expires && waiver.given?.by === claimed.given?.by && waiver.given?.url === claimed.given?.url;
}
function isWithin(finding, policy) {
	return finding.delta <= limitsOf(policy, [rowOf(finding)]).own(0, finding.baseShare);
}
function rowOf({ function: name, file }) {
	return {
		name,
		file
	};
}
// src/publish/contents.ts
function filesOnGitHub(connection, ref) {
	return async (paths, maxBytes) => {
		const { owner, repo } = connection;
		const outcome = await connection.attempt(async (client, { token }) => {
			for (const path of paths) {
				const found = await fileAt(client, {
					owner,
					repo,
					ref
				}, path, maxBytes, token);
				if (found !== void 0) return found;
			}
		});
		if (outcome.state === "done") return outcome.value;
		const { trouble } = outcome;
		const reason = trouble === void 0 ? "there is no token" : explainTrouble(trouble, (said) => `the token may not read contents (${said})`);
		throw new FlamegateError("plan", `${paths[0]} of ${ref} is asked of GitHub, and ${reason}`, { hint: "Give the job `permissions: contents: read`." });
	};
}
async function fileAt(client, { owner, repo, ref }, path, maxBytes, token) {
	const data = await unlessMissing(token, async () => {
		return (await client.rest.repos.getContent({
			owner,
			repo,
			path,
			ref
		})).data;
	});
	if (data === void 0 || Array.isArray(data) || data.type !== "file") return void 0;
	if (data.size > maxBytes) return "too large";
	if (data.encoding === "base64") return decoded(data.content);
	return decoded((await client.rest.git.getBlob({
		owner,
		repo,
		file_sha: data.sha
	})).data.content);
}
function decoded(base64) {
	return { text: Buffer.from(base64, "base64").toString("utf8") };
}
// src/publish/pull-of-run.ts
async function pullOfRun(connection, run) {
	const outcome = await connection.attempt(async (client, { token }) => {
		const [pull, ...others] = (await candidates(client, connection, run)).filter(({ headSha }) => headSha === run.headSha);
		if (pull === void 0 || others.length > 0) return {
			pull,
			others: others.length
		};
		const files = await unlessRefused(token, () => filesOf$1(client, connection, pull.number));
		return {
			pull: {
				...pull,
				files
			},
			others: 0
		};
	});
	if (outcome.state === "failed") throw unreachable(outcome.trouble);
	const { pull, others } = outcome.value;
	if (others === 0) return pull;
	throw new FlamegateError("plan", `${others + 1} open pull requests have the head ${run.headSha}`, { hint: "Close all but one of them." });
}
async function candidates(client, { owner, repo }, { fork, pullRequests, headOwner, headBranch }) {
	const { pulls } = client.rest;
	if (!fork && pullRequests.length > 0) return (await Promise.all(pullRequests.map((pull_number) => pulls.get({
		owner,
		repo,
		pull_number
	})))).filter(({ data }) => data.state === "open").map(({ data }) => candidate(data));
	const head = `${headOwner}:${headBranch}`;
	return (await client.paginate(pulls.list, {
		owner,
		repo,
		head,
		state: "open",
		per_page: 100
	})).map(candidate);
}
function candidate({ number, base, head }) {
	return {
		number,
		headSha: head.sha,
		baseSha: base.sha,
		files: void 0
	};
}
async function filesOf$1(client, { owner, repo }, pull_number) {
	const { pulls } = client.rest;
	return client.paginate(pulls.listFiles, {
		owner,
		repo,
		pull_number,
		per_page: 100
	});
}
function unreachable(trouble) {
	const reason = trouble === void 0 ? "there is no token" : explainTrouble(trouble, (said) => `the token may not read pull requests (${said})`);
	return new FlamegateError("plan", `the pull request of the run can't be found: ${reason}`, { hint: "Give the job `permissions: pull-requests: write`." });
}
// src/entry/report-job.ts
const NOT_OURS = "> [!NOTE]\n> Measured in a run of the fork, without secrets and apart from this one. Its own code could have changed the numbers.";
async function reportJob(config, run) {
	const { github, log } = run;
	const finished = finishedRunOf(github);
	const handOff = await readHandOff(resolve(github.workspace, config.handOff));
	const repository = `${github.owner}/${github.repo}`;
	const accepted = acceptHandOff(handOff, {
		repository,
		finished,
		services: config.services
	});
	const pull = await pullOfRun(connectionOf(config, run), finished);
	if (pull === void 0) {
		log.info(`No open pull request has ${finished.headSha} as its newest commit any more.`);
		return EXIT.pass;
	}
	const { number, headSha, baseSha, files } = pull;
	const report = await withOwners(accepted, baseSha, config, run);
	const waived = await waiversOfPull(number, config, run);
	const here = {
		services: config.services,
		given: waived.waivers
	};
	refuseForeignWaivers(report, here);
	const notices = [
		...waived.notices,
		...newerWaivers(report, here).map(comesTooLate),
		...idleNotices(report, waived.waivers)
	];
	const runUrl = `${github.serverUrl}/${repository}/actions/runs/${finished.run.id}`;
	const about = {
		...run,
		github: {
			...github,
			runUrl
		}
	};
	await tell(report, config, about, {
		subject: {
			pull: {
				number,
				headSha,
				readOnly: void 0
			},
			commit: headSha,
			run: finished.run
		},
		bundle: handOff.seal === void 0 ? void 0 : {
			name: fileStem(config),
			seal: handOff.seal
		},
		touched: files && touchedByFiles(files),
		notes: [...finished.fork ? [NOT_OURS] : [], ...notesOf(notices)]
	});
	return EXIT.pass;
}
function comesTooLate({ functions, given }) {
	return {
		text: `${given?.by} has waived ${functions}, and this was judged without: run the measuring workflow again.`,
		url: given?.url
	};
}
async function withOwners({ comparisons }, base, config, run) {
	const around = {
		filesOfBase: () => filesOf(base, config, run),
		log: run.log
	};
	const called = [];
	for (const service of config.services) {
		const own = comparisons.filter(({ result }) => result.service === service.name);
		called.push(...await callOwners(own, service, around));
	}
	return reportOf(atLeastOne(called));
}
async function filesOf(base, config, run) {
	const { github, process, signal } = run;
	const environment = process.env;
	const checkout = await checkoutAround({
		cwd: github.workspace,
		environment,
		signal
	});
	return checkout !== void 0 && await localCommit(checkout, base) !== void 0 ? filesAt(checkout.options, base) : filesOnGitHub(connectionOf(config, run), base);
}
export { reportJob };
