import { c as points, d as share, o as interval } from "./numbers.js";
import { t as logLine } from "./log-line.js";
import { t as plain } from "./plain.js";
import { n as FlamegateError } from "./errors.js";
import { i as prose, n as renderMarkdown, r as exitCode, t as renderTerminal } from "./terminal.js";
import { r as renderJson, t as writeReport } from "./files.js";
import { t as fileStem } from "./file-stem.js";
import { join } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/publish/limits.ts
const COMMENT_BUDGET_BYTES = 6e4;
const SUMMARY_BUDGET_BYTES = 1e6;
// src/publish/annotations.ts
const LEVEL = {
	fail: "error",
	comment: "warning",
	observe: "notice"
};
const MAX_TITLE = 200;
const MAX_MESSAGE = 2e3;
const MAX_NAME = 120;
const MAX_FILE = 500;
function annotationsOf(result, mode) {
	if (result.verdict === "pass") return [];
	if (result.verdict === "inconclusive") return [whole("inconclusive", result, quieter(mode))];
	if (result.verdict === "invalid") return [whole("measurement failed", result, LEVEL[mode])];
	const culprits = result.findings.filter((finding) => finding.fails && finding.culprit);
	if (culprits.length === 0) return [whole("regression", result, LEVEL[mode])];
	const all = culprits.map((finding) => ofCulprit(finding, LEVEL[mode]));
	if (all.length <= 10) return all;
	const shown = all.slice(0, 9);
	return [...shown, ofRest(shown.length, all.length, LEVEL[mode])];
}
async function writeAnnotations(annotations) {
	const core = await import("./core.js");
	for (const { level, title, message, file, line } of annotations) core[level](message, {
		title,
		...file !== void 0 && { file },
		...line !== void 0 && { startLine: line }
	});
}
function ofCulprit(finding, level) {
	const name = plain(finding.function, MAX_NAME);
	const sentences = [
		`${name} costs ${points(finding.delta)} of the base’s CPU per request`,
		`(${share(finding.baseShare)} before, ${share(finding.headShare)} now,`,
		`95% interval ${interval(finding.low, finding.high)}). It fails at ${points(finding.threshold)}.`
	];
	const file = safeFile(finding.file);
	return {
		level,
		title: logLine(`Performance regression: ${name} ${points(finding.delta)}`, MAX_TITLE),
		message: logLine(sentences.join(" "), MAX_MESSAGE),
		file,
		line: file !== void 0 && isLine(finding.line) ? finding.line : void 0
	};
}
function ofRest(shown, total, level) {
	return {
		level,
		title: `${shown} of ${total} culprits are shown`,
		message: `${shown} of ${total} functions that got slower are annotated; the job summary has all of them.`,
		file: void 0,
		line: void 0
	};
}
function whole(what, { reason }, level) {
	const message = logLine(reason, MAX_MESSAGE);
	return {
		level,
		title: `Flamegate: ${what}`,
		message,
		file: void 0,
		line: void 0
	};
}
function quieter(mode) {
	return mode === "observe" ? "notice" : "warning";
}
function safeFile(file) {
	return file.split("/").every((part) => ![
		"",
		".",
		".."
	].includes(part)) && !/[\\:]/.test(file) && logLine(file, MAX_FILE) === file ? file : void 0;
}
function isLine(line) {
	return Number.isSafeInteger(line) && line > 0;
}
// src/publish/cut-markdown.ts
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
function cutMarkdown(markdown, maxBytes, note) {
	if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
	const lines = markdown.split("\n");
	let open = {
		fence: "",
		details: 0
	};
	let bytes = 0;
	let kept = 0;
	let ending = note;
	for (const [index, line] of lines.entries()) {
		const closing = `${"</details>\n\n".repeat(open.details)}${note}`;
		if (line.trim() === "" && open.fence === "" && bytes + Buffer.byteLength(`\n${closing}\n`) <= maxBytes) {
			kept = index;
			ending = closing;
		}
		bytes += Buffer.byteLength(line) + 1;
		if (bytes > maxBytes) break;
		open = after(open, line);
	}
	return [
		...lines.slice(0, kept),
		...kept > 0 ? [""] : [],
		ending,
		""
	].join("\n");
}
function after({ fence, details }, line) {
	const mark = FENCE.exec(line)?.[1] ?? "";
	if (fence !== "") return {
		fence: mark.startsWith(fence) && line.trim() === mark ? "" : fence,
		details
	};
	if (mark !== "") return {
		fence: mark,
		details
	};
	const opened = line.match(/<details\b/g)?.length ?? 0;
	const closed = line.match(/<\/details>/g)?.length ?? 0;
	return {
		fence,
		details: Math.max(0, details + opened - closed)
	};
}
// src/publish/comment-body.ts
const MAX_KEY = 100;
function commentMarker(key) {
	const safe = key.replace(/[^A-Za-z0-9_.]+/g, "-").slice(0, MAX_KEY);
	return `<!-- flamegate:comment:${safe === "" ? "default" : safe} -->`;
}
function hasMarker(body, marker) {
	return body.split(/\r?\n/, 1)[0] === marker;
}
function commentBody(marker, report) {
	return `${marker}\n${cutMarkdown(report, COMMENT_BUDGET_BYTES - Buffer.byteLength(`${marker}\n`), "**This report was too long for a comment and is cut here; the job summary has all of it.**")}`;
}
// src/publish/deadline.ts
function deadline(parent, ms) {
	const controller = new AbortController();
	const follow = () => controller.abort(parent.reason);
	const expire = () => controller.abort(new Error(`no answer for ${ms / 1e3} seconds`));
	const timer = setTimeout(expire, ms).unref();
	if (parent.aborted) follow();
	parent.addEventListener("abort", follow, { once: true });
	return {
		signal: controller.signal,
		end() {
			clearTimeout(timer);
			parent.removeEventListener("abort", follow);
		}
	};
}
// src/publish/trouble.ts
const REFUSALS = new Set([
	401,
	403,
	404
]);
function troubleOf(error, token) {
	const response = field(error, "response");
	const status = response === void 0 ? void 0 : Number(field(response, "status"));
	const headers = field(response, "headers");
	const said = field(field(response, "data"), "message") ?? field(error, "message");
	const text = plain(typeof said === "string" ? said.replaceAll(token, "***") : "no reason given");
	const wait = Number.parseInt(String(field(headers, "retry-after")), 10);
	return {
		kind: kindOf(status, headers, text),
		status,
		retryAfterSeconds: Number.isNaN(wait) ? void 0 : wait,
		text
	};
}
function describeTrouble({ status, text }) {
	return status === void 0 ? text : `HTTP ${status}: ${text}`;
}
function kindOf(status, headers, text) {
	if (status === void 0 || status < 400 || status >= 500) return "unreachable";
	const spent = field(headers, "x-ratelimit-remaining") === "0" || /rate limit/i.test(text);
	if (status === 429 || status === 403 && spent) return "limited";
	return REFUSALS.has(status) ? "refused" : "rejected";
}
function field(value, name) {
	if (typeof value !== "object" || value === null) return void 0;
	return Object.getOwnPropertyDescriptor(value, name)?.value;
}
// src/publish/github-client.ts
const LIMITS = {
	requestMs: 15e3,
	backoffMs: 250,
	waitMs: 1e4
};
const ATTEMPTS = 3;
const REPEATABLE = new Set([
	"GET",
	"PATCH",
	"DELETE"
]);
async function createGitHubClient(options) {
	const { apiUrl, token, version } = options;
	const limits = {
		...LIMITS,
		...options.limits
	};
	const { getOctokit } = await import("./github.js");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		userAgent: `flamegate/${version}`,
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	});
	octokit.hook.wrap("request", async (send, request) => {
		for (let attempt = 1;; attempt++) {
			const { signal, end } = deadline(options.signal, limits.requestMs);
			request.request.signal = signal;
			try {
				return complete(await send(request));
			} catch (error) {
				const trouble = troubleOf(error, token);
				const wait = waitBefore(trouble, attempt, limits.backoffMs);
				if (attempt >= ATTEMPTS || wait > limits.waitMs || options.signal.aborted || !mayRepeat(trouble, request.method)) throw error;
				await setTimeout$1(wait, void 0, { signal: options.signal });
			} finally {
				end();
			}
		}
	});
	return octokit;
}
function complete(reply) {
	if (reply.status === 204 || typeof reply.data === "object" && reply.data !== null) return reply;
	throw new FlamegateError("internal", `GitHub's answer (HTTP ${reply.status}) was no JSON, or only half of it`);
}
function mayRepeat({ kind }, method) {
	return kind === "limited" || kind === "unreachable" && REPEATABLE.has(method);
}
function waitBefore({ retryAfterSeconds }, attempt, backoffMs) {
	if (retryAfterSeconds !== void 0) return 1e3 * retryAfterSeconds;
	return backoffMs * 2 ** (attempt - 1) * (1 + Math.random() / 2);
}
// src/publish/own-comments.ts
async function findOwnComments(client, conversation, token, marker) {
	const marked = (await client.paginate(client.rest.issues.listComments, {
		...conversation,
		per_page: 100
	})).filter((comment) => hasMarker(comment.body ?? "", marker));
	if (marked.length === 0) return [];
	const self = await whoAmI(client, token);
	const own = [];
	for (const { id, user } of marked) if (user && isBy(user, self)) own.push({
		id,
		authorId: user.id
	});
	return own;
}
async function whoAmI(client, token) {
	try {
		const { data } = await client.rest.users.getAuthenticated();
		return {
			kind: "user",
			id: data.id
		};
	} catch (error) {
		const { kind, status } = troubleOf(error, token);
		if (kind === "refused" && status === 403) return { kind: "app" };
		throw error;
	}
}
function isBy(author, self) {
	return self.kind === "user" ? author.id === self.id : author.type === "Bot";
}
// src/publish/comment.ts
const TOTAL_MS = 6e4;
async function publishComment(request, log) {
	const { pullRequest } = request.github;
	if (request.policy === "never") return {
		state: "skipped",
		why: "policy"
	};
	if (pullRequest === void 0) return {
		state: "skipped",
		why: "no-pull-request"
	};
	const { token } = request;
	if (token === void 0 || token === "") return failed("there is no token.", log);
	const { signal, end } = deadline(request.signal, TOTAL_MS);
	try {
		const { version } = request;
		const { apiUrl } = request.github;
		return await write(await createGitHubClient({
			apiUrl,
			token,
			version,
			signal
		}), {
			...request,
			token,
			pullRequest
		});
	} catch (error) {
		return failed(explain(troubleOf(error, token), pullRequest), log);
	} finally {
		end();
	}
}
async function write(client, request) {
	const { owner, repo } = request.github;
	const conversation = {
		owner,
		repo,
		issue_number: request.pullRequest.number
	};
	const marker = commentMarker(request.key);
	const body = commentBody(marker, request.report);
	const updated = await updateFirst(client, conversation, {
		own: await findOwnComments(client, conversation, request.token, marker),
		body,
		token: request.token
	});
	if (updated !== void 0) return updated;
	if (request.policy === "problems" && request.verdict === "pass") return {
		state: "skipped",
		why: "nothing-to-say"
	};
	const { data } = await client.rest.issues.createComment({
		...conversation,
		body
	});
	return {
		state: "created",
		url: data.html_url,
		duplicatesDeleted: 0
	};
}
async function updateFirst(client, { owner, repo }, { own, body, token }) {
	for (const { id, authorId } of own) {
		const data = await unlessRefused(token, async () => {
			return (await client.rest.issues.updateComment({
				owner,
				repo,
				comment_id: id,
				body
			})).data;
		});
		if (data === void 0) continue;
		let duplicatesDeleted = 0;
		for (const later of own.filter((other) => other.id > id && other.authorId === authorId)) if (await unlessRefused(token, () => client.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: later.id
		})) !== void 0) duplicatesDeleted += 1;
		return {
			state: "updated",
			url: data.html_url,
			duplicatesDeleted
		};
	}
}
async function unlessRefused(token, send) {
	try {
		return await send();
	} catch (error) {
		const { kind, status } = troubleOf(error, token);
		if (kind === "refused" && status !== 401) return void 0;
		throw error;
	}
}
function failed(reason, log) {
	const note = `The report is in the job summary only, not in a comment: ${reason}`;
	log.warn(note);
	return {
		state: "failed",
		note
	};
}
function explain(trouble, { fork }) {
	const said = describeTrouble(trouble);
	if (trouble.kind === "limited") return `GitHub limits the number of requests (${said}).`;
	if (trouble.kind !== "refused") return `GitHub did not answer as expected (${said}).`;
	if (trouble.status === 401) return `GitHub does not know the token (${said}).`;
	return fork ? `the pull request comes from a fork, whose token may only read (${said}).` : `the token may not write comments (${said}). Give the job \`permissions: pull-requests: write\`.`;
}
// src/publish/outputs.ts
function stepOutputs(result, files) {
	const failing = result.findings.filter((finding) => finding.fails);
	const detectable = result.minimumDetectableChange;
	return {
		verdict: result.verdict,
		reason: plain(result.reason, 1e3),
		findings: String(failing.length),
		culprit: plain(failing.find((finding) => finding.culprit)?.function ?? "", 500),
		"minimum-detectable-change": detectable === null ? "" : String(Number((100 * detectable).toFixed(3))),
		result: files.result ?? "",
		bundle: files.bundle ?? ""
	};
}
async function writeOutputs(outputs) {
	const { setOutput } = await import("./core.js");
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
// src/publish/summary.ts
async function writeSummary(report, note) {
	const { summary } = await import("./core.js");
	const shown = cutMarkdown(report, SUMMARY_BUDGET_BYTES, "**This report was too long for a job summary and is cut here; the JSON result has all of it.**");
	const below = note === void 0 ? "" : `\n\n> [!NOTE]\n> ${prose(note)}\n`;
	await summary.addRaw(shown + below, true).write();
}
// src/publish/publish.ts
async function publishResult(result, rendering, context, log) {
	const { runner, mode } = context;
	const outputs = await attempt("There are no step outputs", runner.output, log, () => writeOutputs(stepOutputs(result, context.files)));
	const annotations = annotationsOf(result, mode);
	await writeAnnotations(annotations);
	const comment = await publishComment({
		github: context.github,
		token: context.token,
		policy: mode === "observe" ? "never" : context.commentPolicy,
		key: context.commentKey,
		verdict: result.verdict,
		report: rendering.comment,
		version: result.tool.version,
		signal: context.signal
	}, log);
	const note = comment.state === "failed" ? comment.note : void 0;
	return {
		comment,
		summary: await attempt("There is no job summary", runner.summary, log, () => writeSummary(rendering.summary, note)),
		outputs,
		annotations: annotations.length
	};
}
async function attempt(otherwise, file, log, write) {
	if (file === void 0 || file === "") {
		log.warn(`${otherwise}: the runner gave no file.`);
		return "failed";
	}
	try {
		await write();
		return "written";
	} catch (error) {
		log.warn(`${otherwise}: ${error instanceof Error ? error.message : String(error)}`);
		return "failed";
	}
}
// src/entry/github-report.ts
const FRAME_BYTES = 1e3;
const LOG_COLUMNS = 110;
async function tellGitHub(result, config, run) {
	const { github, log, process } = run;
	for (const line of renderTerminal(result, {
		colour: "off",
		width: LOG_COLUMNS
	}).split("\n")) process.stdout.write(`${logLine(line)}\n`);
	const json = config.output.json ?? join(run.tempDirectory, `${fileStem(config)}.json`);
	const resultPath = await writeReport(github.workspace, json, renderJson(result));
	const render = (budgetBytes) => renderMarkdown(result, {
		budgetBytes: budgetBytes - FRAME_BYTES,
		runUrl: github.runUrl
	});
	if (config.output.markdown !== void 0) await writeReport(github.workspace, config.output.markdown, render(SUMMARY_BUDGET_BYTES));
	const { mode, comment, commentKey, token } = config.publish;
	await publishResult(result, {
		comment: render(COMMENT_BUDGET_BYTES),
		summary: render(SUMMARY_BUDGET_BYTES)
	}, {
		github,
		token,
		mode,
		commentPolicy: comment,
		commentKey,
		files: {
			result: resultPath,
			bundle: config.job === "run" ? config.bundle : void 0
		},
		runner: {
			output: process.env.GITHUB_OUTPUT,
			summary: process.env.GITHUB_STEP_SUMMARY
		},
		signal: run.signal
	}, log);
	return exitCode(result.verdict, mode, config.onInconclusive);
}
export { tellGitHub };
