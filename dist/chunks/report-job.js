import { n as FlamegateError, t as EXIT } from "./errors.js";
import { t as policyIn } from "./terms.js";
import { r as sampleTypesMeant } from "./kinds.js";
import { r as reportOf } from "./report.js";
import { a as countAt, i as below, o as fieldError } from "./json-fields.js";
import { a as list, c as text, i as RESULT, o as oneOf, s as record } from "./json.js";
import { a as unlessRefused, i as explainTrouble, n as tell, o as touchedByFiles, t as connectionOf } from "./github-report.js";
import { r as withOwnersOfMap } from "./owned.js";
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
	const { policy } = service.types.find(({ profileType }) => [profileType, ...sampleTypesMeant(profileType)].includes(result.profileType)) ?? service;
	if (!isSame(result.policy, policyIn({
		comparisons,
		waivers: []
	}, policy))) throw refusal$1(`${service.name} was judged by other thresholds than the ones here`);
	return {
		result,
		handling: service.handling
	};
}
function isSame(a, b) {
	return [
		"maxIncrease",
		"minRelative",
		"alpha"
	].every((name) => Math.abs(a[name] - b[name]) <= 1e-9);
}
function refusal$1(why) {
	return new FlamegateError("usage", `the hand-off is refused: ${why}`, { hint: "Measuring and reporting need the same configuration; a pull request that changes it can’t be reported." });
}
// src/report/parse-result.ts
const parseResult = (value, at) => {
	const result = RESULT(value, at);
	const fails = result.findings.some((finding) => finding.fails);
	if (result.verdict === "regression" && !fails) throw contradiction(at, "a finding that fails");
	if (result.verdict === "pass" && fails) throw contradiction(at, "no finding that fails");
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
const HAND_OFF = record({
	schema: oneOf(1),
	run: record({
		id: countAt,
		attempt: countAt
	}),
	repository: text,
	headSha: text,
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
// src/publish/pull-of-run.ts
async function pullOfRun(connection, run) {
	const outcome = await connection.attempt(async (client, { token }) => {
		const [pull, ...others] = (await candidates(client, connection, run)).filter(({ headSha }) => headSha === run.headSha);
		if (pull === void 0 || others.length > 0) return {
			pull,
			others: others.length
		};
		const files = await unlessRefused(token, () => filesOf(client, connection, pull.number));
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
function candidate(pull) {
	return {
		number: pull.number,
		headSha: pull.head.sha,
		files: void 0
	};
}
async function filesOf(client, { owner, repo }, pull_number) {
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
	const report = withOwnersIn(acceptHandOff(handOff, {
		repository,
		finished,
		services: config.services
	}), config);
	const pull = await pullOfRun(connectionOf(config, run), finished);
	if (pull === void 0) {
		log.info(`No open pull request has ${finished.headSha} as its newest commit any more.`);
		return EXIT.pass;
	}
	const { number, headSha, files } = pull;
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
		touched: files && touchedByFiles(files),
		notes: finished.fork ? [NOT_OURS] : []
	});
	return EXIT.pass;
}
function withOwnersIn({ comparisons: [first, ...others] }, { services }) {
	const owned = ({ result, handling }) => {
		const service = services.find(({ name }) => name === result.service);
		return {
			result: withOwnersOfMap(result, service?.owners ?? new Map()),
			handling
		};
	};
	return reportOf([owned(first), ...others.map(owned)]);
}
export { reportJob };
