import { n as renderJson, r as resultFields, t as jsonText } from "./json.js";
import { n as FlamegateError, t as EXIT } from "./errors.js";
import { c as gitLine, i as localCommit } from "./checkout.js";
import { t as diffOf } from "./diff.js";
import { t as parseDiff } from "./git-diff.js";
import { i as unlessRefused, n as troubleOf, t as explainTrouble } from "./trouble.js";
import { i as worstFirst, n as partOf, t as labelOf } from "./report.js";
import { c as points, d as share, o as interval } from "./numbers.js";
import { t as logLine } from "./log-line.js";
import { t as plain } from "./plain.js";
import { c as location, s as cutNote } from "./attribution.js";
import { _ as comparison, a as commitsBlock, b as sensitivity, c as inMarkdown, d as callsFor, f as reportExitCode, g as VERDICTS, h as prose, i as culpritTable, l as renderTerminal, m as link, n as pointersOf, o as callsBlock, p as code, r as renderMarkdown, s as LEVELS$1, t as markdownFile, u as measuredOn, v as heaviestPath, y as legend } from "./markdown-file.js";
import { t as groupFindings } from "./groups.js";
import { t as version } from "./version.js";
import { t as bundleNamed } from "./bundle-name.js";
import { t as fileStem } from "./file-stem.js";
import { t as writeReport } from "./files.js";
import { n as isFullId } from "./ref.js";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
function handOffText(report, github, seal) {
	const handOff = {
		schema: 1,
		run: github.run,
		repository: `${github.owner}/${github.repo}`,
		headSha: github.pullRequest?.headSha ?? github.sha,
		...seal !== void 0 && { seal },
		results: report.comparisons.map(({ result }) => resultFields(result))
	};
	return jsonText(handOff);
}
// src/plan/touched-lines.ts
const CONTEXT = 3;
function touchedByDiff(diff) {
	return touched(diff, CONTEXT);
}
function touchedByFiles(files) {
	return touched(files.map(({ filename, patch }) => patch === void 0 || /\p{Cc}/u.test(filename) ? "" : `diff --git a/${filename} b/${filename}\n--- a/${filename}\n+++ b/${filename}\n${patch}\n`).join(""), 0);
}
function touched(diff, context) {
	const files = new Map();
	for (const { head, hunks = [] } of parseDiff(diff)) if (head !== void 0) files.set(head, hunks.map((hunk) => hunk.head));
	return { has: (file, line) => files.get(file)?.some(({ start, end }) => line >= start - context && line < end + context) ?? false };
}
// src/plan/change-between.ts
async function changeBetween(options, base, head) {
	try {
		const cwd = await gitLine(["rev-parse", "--show-toplevel"], options);
		const checkout = {
			options: {
				...options,
				cwd
			},
			token: void 0
		};
		if ((await Promise.all([localCommit(checkout, base), localCommit(checkout, head)])).includes(void 0)) return void 0;
		const diff = await diffOf(checkout, base, head);
		return diff === void 0 ? void 0 : touchedByDiff(diff);
	} catch (error) {
		if (error instanceof FlamegateError && error.kind === "plan") return void 0;
		throw error;
	}
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
// src/publish/github-client.ts
const LIMITS = {
	requestMs: 15e3,
	backoffMs: 250,
	waitMs: 1e4
};
const ATTEMPTS$1 = 3;
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
				if (attempt >= ATTEMPTS$1 || wait > limits.waitMs || options.signal.aborted || !mayRepeat(trouble, request.method)) throw error;
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
// src/publish/connection.ts
const TALK_MS = 6e4;
var Connection = class {
	owner;
	repo;
	#options;
	constructor(options) {
		this.owner = options.owner;
		this.repo = options.repo;
		this.#options = options;
	}
	async attempt(talk) {
		const { apiUrl, token, version } = this.#options;
		if (token === void 0 || token === "") return {
			state: "failed",
			trouble: void 0
		};
		const { signal, end } = deadline(this.#options.signal, TALK_MS);
		try {
			return {
				state: "done",
				value: await talk(await createGitHubClient({
					apiUrl,
					token,
					version,
					signal
				}), {
					token,
					signal
				})
			};
		} catch (error) {
			return {
				state: "failed",
				trouble: troubleOf(error, token)
			};
		} finally {
			end();
		}
	}
};
// src/publish/limits.ts
const COMMENT_BUDGET_BYTES = 6e4;
const CHECK_BUDGET_BYTES = 6e4;
const SUMMARY_BUDGET_BYTES = 1e6;
const SETTLE_MS = 2e3;
// src/publish/annotations.ts
const LEVEL = {
	block: "error",
	comment: "warning",
	observe: "notice"
};
const MAX_TITLE$1 = 200;
const MAX_MESSAGE = 2e3;
const MAX_NAME$2 = 120;
const MAX_FILE = 500;
const MAX_LABEL = 60;
function annotationsOf({ comparisons }, touched) {
	const [, ...others] = comparisons;
	return comparisons.flatMap((compared) => {
		return annotationsOfOne(compared, others.length > 0 ? ` (${plain(labelOf(compared.result), MAX_LABEL)})` : "", touched);
	});
}
function culpritsOf({ verdict, findings }) {
	if (verdict !== "regression") return [];
	return findings.filter((finding) => finding.fails && finding.culprit);
}
function placeOf({ file, line }, touched) {
	return isSafeFile(file) && Number.isSafeInteger(line) && line > 0 && touched?.has(file, line) ? {
		file,
		line
	} : void 0;
}
function fitStep(annotations) {
	return Object.values(LEVEL).flatMap((level) => {
		const all = annotations.filter((one) => one.level === level);
		if (all.length <= 10) return all;
		const shown = all.slice(0, 9);
		return [...shown, ofRest(shown.length, all.length, level)];
	});
}
async function writeAnnotations(annotations) {
	const core = await import("./core.js");
	for (const { level, title, message, file, line } of annotations) core[level](message, {
		title,
		...file !== void 0 && { file },
		...line !== void 0 && { startLine: line }
	});
}
function annotationsOfOne({ result, handling }, beside, touched) {
	const level = LEVEL[handling.mode];
	if (result.verdict === "pass") return [];
	if (result.verdict === "inconclusive") return [whole(`inconclusive${beside}`, result, quieter(handling))];
	if (result.verdict === "invalid") return [whole(`measurement failed${beside}`, result, level)];
	const culprits = culpritsOf(result);
	if (culprits.length === 0) return [whole(`regression${beside}`, result, level)];
	return culprits.map((finding) => ofCulprit(finding, level, beside, touched));
}
function ofCulprit(finding, level, beside, touched) {
	const name = plain(finding.function, MAX_NAME$2);
	const place = placeOf(finding, touched);
	const sentences = [
		`${name} costs ${points(finding.delta)} of the base’s CPU per request`,
		`(${share(finding.baseShare)} before, ${share(finding.headShare)} now,`,
		`95% interval ${interval(finding.low, finding.high)}). It fails at ${points(finding.threshold)}.`,
		...place === void 0 ? elsewhere(finding, touched) : []
	];
	return {
		level,
		title: logLine(`Performance regression${beside}: ${name} ${points(finding.delta)}`, MAX_TITLE$1),
		message: logLine(sentences.join(" "), MAX_MESSAGE),
		file: place?.file,
		line: place?.line
	};
}
function elsewhere({ file, line }, touched) {
	if (file === "") return [];
	const place = plain(line > 0 ? `${file}:${line}` : file, MAX_FILE);
	return [touched === void 0 ? `It is at ${place}.` : `It is at ${place}, which this change does not touch.`];
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
		title: logLine(`Flamegate: ${what}`, MAX_TITLE$1),
		message,
		file: void 0,
		line: void 0
	};
}
function quieter({ mode }) {
	return mode === "observe" ? "notice" : "warning";
}
function isSafeFile(file) {
	return file.split("/").every((part) => ![
		"",
		".",
		".."
	].includes(part)) && !/[\\:]/.test(file) && logLine(file, MAX_FILE) === file;
}
// src/publish/conclusion.ts
function conclusionOf(report) {
	if (reportExitCode(report) !== EXIT.pass) return "failure";
	return report.verdict === "pass" ? "success" : "neutral";
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
// src/publish/check-content.ts
const MAX_TITLE = 200;
const MAX_LISTED$1 = 20;
const MAX_NAME$1 = 100;
function checkContent(report, { markdown, notes, annotations, touched, runUrl }) {
	return {
		conclusion: conclusionOf(report),
		title: logLine(`${VERDICTS[report.verdict]}: ${report.reason}`, MAX_TITLE),
		summary: [
			...notes,
			prose(report.reason),
			...outside(report, touched)
		].join("\n\n"),
		text: cutMarkdown(markdown, CHECK_BUDGET_BYTES, "**The report is cut here; the job summary has all of it.**"),
		annotations: annotations.filter(isForCheck),
		runUrl
	};
}
function isForCheck({ level, line }) {
	return line !== void 0 && level !== "notice";
}
function outside({ comparisons }, touched) {
	if (touched === void 0) return [];
	const all = comparisons.flatMap(({ result }) => culpritsOf(result)).filter((finding) => placeOf(finding, touched) === void 0);
	if (all.length === 0) return [];
	const shown = all.slice(0, MAX_LISTED$1);
	const rows = shown.map((finding) => {
		const place = finding.file === "" ? "" : ` at ${code(location(finding), MAX_NAME$1)}`;
		return `- ${code(finding.function, MAX_NAME$1)}${place}: ${points(finding.delta)}`;
	});
	return [`Got slower on lines that this change does not touch${cutNote(shown.length, all.length)}:`, rows.join("\n")];
}
// src/publish/key.ts
const MAX_KEY = 100;
function safeKey(key) {
	const safe = key.replace(/[^A-Za-z0-9_.]+/g, "-").slice(0, MAX_KEY);
	return safe === "" ? "default" : safe;
}
// src/publish/own-check-runs.ts
async function writeCheck(client, target) {
	const { run, content, token } = target;
	const found = await findOwn(client, target);
	if (found.some((check) => check.run > run)) return void 0;
	const annotations = content.annotations.map(annotationFields);
	const id = Math.max(0, ...found.filter((check) => check.run === run).map((check) => check.id));
	const missing = id === 0 ? void 0 : await missingFrom(client, target, id, annotations);
	if (missing === void 0) return create(client, target, annotations);
	const url = await unlessRefused(token, () => update(client, target, id, missing));
	return url === void 0 ? create(client, target, annotations) : {
		state: "updated",
		url
	};
}
async function findOwn(client, { owner, repo, commit, name, family }) {
	const { checks } = client.rest;
	return (await client.paginate(checks.listForRef, {
		owner,
		repo,
		ref: commit,
		check_name: name,
		filter: "all",
		per_page: 100
	})).flatMap(({ id, external_id: externalId }) => {
		const run = externalId?.startsWith(`${family}:`) ? externalId.slice(family.length + 1) : "";
		return /^\d{1,15}$/.test(run) ? [{
			id,
			run: Number(run)
		}] : [];
	});
}
async function missingFrom(client, { owner, repo }, id, wanted) {
	const listed = await client.paginate(client.rest.checks.listAnnotations, {
		owner,
		repo,
		check_run_id: id,
		per_page: 100
	});
	const there = new Set(listed.map(identity));
	const belongs = new Set(wanted.map(identity));
	if ([...there].some((one) => !belongs.has(one))) return void 0;
	return wanted.filter((one) => !there.has(identity(one)));
}
async function create(client, target, annotations) {
	const { owner, repo, commit, name, family, run, content } = target;
	const { data } = await client.rest.checks.create({
		owner,
		repo,
		name,
		head_sha: commit,
		external_id: `${family}:${run}`,
		...fields(content, annotations.slice(0, 50))
	});
	const rest = annotations.slice(50);
	if (rest.length > 0) await update(client, target, data.id, rest);
	return {
		state: "created",
		url: data.html_url ?? ""
	};
}
async function update(client, { owner, repo, content }, id, annotations) {
	let url = "";
	for (let from = 0; from === 0 || from < annotations.length; from += 50) {
		const { data } = await client.rest.checks.update({
			owner,
			repo,
			check_run_id: id,
			...fields(content, annotations.slice(from, from + 50))
		});
		url = data.html_url ?? "";
	}
	return url;
}
function fields(content, annotations) {
	const { conclusion, title, summary, text, runUrl } = content;
	return {
		status: "completed",
		conclusion,
		details_url: runUrl,
		output: {
			title,
			summary,
			text,
			annotations: [...annotations]
		}
	};
}
const LEVELS = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
function annotationFields({ level, title, message, file, line }) {
	return {
		path: file ?? "",
		start_line: line ?? 1,
		end_line: line ?? 1,
		annotation_level: LEVELS[level],
		title,
		message
	};
}
function identity(of) {
	return JSON.stringify([
		of.path,
		of.start_line,
		of.annotation_level,
		of.title,
		of.message
	]);
}
// src/publish/check-run.ts
function checkName(key) {
	return `Flamegate: ${plain(key, 80)}`;
}
async function publishCheck({ subject, key, content }, connection, log) {
	const { commit, pull, run } = subject;
	if (commit === void 0) return {
		state: "skipped",
		why: "no-commit"
	};
	if (pull?.readOnly !== void 0) return {
		state: "skipped",
		why: "read-only"
	};
	const { owner, repo } = connection;
	const outcome = await connection.attempt((client, { token }) => writeCheck(client, {
		owner,
		repo,
		commit,
		name: checkName(key),
		family: `flamegate:${safeKey(key)}`,
		run: run.id,
		content,
		token
	}));
	if (outcome.state === "done") return outcome.value ?? {
		state: "skipped",
		why: "newer-run"
	};
	const note = `There is no check run, only the job’s own status: ${outcome.trouble === void 0 ? "there is no token." : explainTrouble(outcome.trouble, (said) => `the token may not write checks (${said}). ${HINT}`)}`;
	log.warn(note);
	return {
		state: "failed",
		note
	};
}
const HINT = "Give the job `permissions: checks: write`, or set `check: never`.";
// src/publish/stamp.ts
const STAMP = /^<!-- flamegate:run (\d{1,15})\.(\d{1,6}) ([0-9a-f]{0,64}) -->$/;
function stampLine({ run, commit }) {
	const known = /^[0-9a-f]{1,64}$/.test(commit) ? commit : "";
	return `<!-- flamegate:run ${run.id}.${run.attempt} ${known} -->`;
}
function parseStamp(line) {
	const [, id, attempt, commit = ""] = STAMP.exec(line) ?? [];
	if (id === void 0) return void 0;
	return {
		run: {
			id: Number(id),
			attempt: Number(attempt)
		},
		commit
	};
}
function compareRuns(a, b) {
	if (a === void 0 || b === void 0) return Number(a !== void 0) - Number(b !== void 0);
	return a.id - b.id || a.attempt - b.attempt;
}
// src/publish/comment-body.ts
function commentMarker(key) {
	return `<!-- flamegate:comment:${safeKey(key)} -->`;
}
function hasMarker(body, marker) {
	return body.split(/\r?\n/, 1)[0] === marker;
}
function stampOf(body) {
	return parseStamp(body.split(/\r?\n/, 2)[1] ?? "");
}
function commentBody(marker, stamp, report) {
	const head = `${marker}\n${stampLine(stamp)}\n`;
	return head + cutMarkdown(report, COMMENT_BUDGET_BYTES - Buffer.byteLength(head), "**This report was too long for a comment and is cut here; the job summary has all of it.**");
}
// src/publish/who-am-i.ts
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
// src/publish/own-comments.ts
var OwnComments = class {
	#client;
	#conversation;
	#token;
	#marker;
	#self;
	constructor(client, conversation, token, marker) {
		this.#client = client;
		this.#conversation = conversation;
		this.#token = token;
		this.#marker = marker;
	}
	async find() {
		const { issues } = this.#client.rest;
		const marked = (await this.#client.paginate(issues.listComments, {
			...this.#conversation,
			per_page: 100
		})).filter(({ body = "" }) => hasMarker(body, this.#marker));
		if (marked.length === 0) return [];
		this.#self ??= await whoAmI(this.#client, this.#token);
		const self = this.#self;
		return marked.flatMap(({ id, user, html_url: url, body = "" }) => user && isBy(user, self) ? [{
			id,
			authorId: user.id,
			url,
			stamp: stampOf(body)
		}] : []);
	}
};
// src/publish/sticky-comment.ts
const ATTEMPTS = 3;
function keepOneComment(client, sticky) {
	return new Keeper(client, sticky).keep();
}
var Keeper = class {
	#client;
	#sticky;
	#comments;
	constructor(client, sticky) {
		const { conversation, token, marker } = sticky;
		this.#client = client;
		this.#sticky = sticky;
		this.#comments = new OwnComments(client, conversation, token, marker);
	}
	async keep() {
		const { first, settleMs, signal } = this.#sticky;
		for (let attempt = 1;; attempt += 1) {
			const own = await this.#comments.find();
			if (own.some((comment) => this.#isNewer(comment))) return NEWER_RUN;
			if (own.length === 0 && first === "leave") return {
				state: "skipped",
				why: "nothing-to-say"
			};
			if (await this.#isOutdated()) return NEWER_COMMIT;
			const written = await this.#updateOne(own) ?? await this.#create();
			await setTimeout$1(settleMs, void 0, { signal });
			const settled = await this.#settle(written);
			if (settled !== void 0) return settled;
			if (attempt === ATTEMPTS) return {
				...written,
				duplicatesDeleted: 0
			};
		}
	}
	async #updateOne(own) {
		const newestFirst = [...own].sort((a, b) => compareRuns(b.stamp?.run, a.stamp?.run) || a.id - b.id);
		for (const { id, url } of newestFirst) if (await this.#update(id, this.#sticky.body)) return {
			id,
			url,
			state: "updated"
		};
	}
	async #create() {
		const { conversation, body } = this.#sticky;
		const { data } = await this.#client.rest.issues.createComment({
			...conversation,
			body
		});
		return {
			id: data.id,
			url: data.html_url,
			state: "created"
		};
	}
	async #settle(written) {
		const now = await this.#comments.find();
		const ours = now.find(({ id }) => id === written.id);
		const isOurs = compareRuns(ours?.stamp?.run, this.#sticky.stamp.run) === 0;
		if (now.some((comment) => this.#isNewer(comment))) {
			if (isOurs) await this.#delete(written.id);
			return NEWER_RUN;
		}
		if (ours === void 0 || !isOurs) return void 0;
		const others = now.filter(({ id, authorId }) => id !== ours.id && authorId === ours.authorId);
		let duplicatesDeleted = 0;
		for (const { id } of others) if (await this.#delete(id)) duplicatesDeleted += 1;
		if (!await this.#isOutdated()) {
			const { state, url } = written;
			return {
				state,
				url,
				duplicatesDeleted
			};
		}
		if (written.state === "created") await this.#delete(written.id);
		else await this.#update(written.id, this.#sticky.outdatedBody);
		return NEWER_COMMIT;
	}
	#isNewer({ stamp }) {
		return compareRuns(stamp?.run, this.#sticky.stamp.run) > 0;
	}
	async #isOutdated() {
		const { conversation, token, stamp } = this.#sticky;
		if (stamp.commit === "") return false;
		const { owner, repo, issue_number: pull_number } = conversation;
		const reply = await unlessRefused(token, () => this.#client.rest.pulls.get({
			owner,
			repo,
			pull_number
		}));
		return reply !== void 0 && reply.data.head.sha !== stamp.commit;
	}
	async #update(comment_id, body) {
		const { conversation, token } = this.#sticky;
		const { owner, repo } = conversation;
		return await unlessRefused(token, () => this.#client.rest.issues.updateComment({
			owner,
			repo,
			comment_id,
			body
		})) !== void 0;
	}
	async #delete(comment_id) {
		const { conversation, token } = this.#sticky;
		const { owner, repo } = conversation;
		return await unlessRefused(token, () => this.#client.rest.issues.deleteComment({
			owner,
			repo,
			comment_id
		})) !== void 0;
	}
};
const NEWER_RUN = {
	state: "skipped",
	why: "newer-run"
};
const NEWER_COMMIT = {
	state: "skipped",
	why: "newer-commit"
};
// src/publish/comment.ts
async function publishComment(request, connection, log) {
	const { pull, run } = request.subject;
	if (request.policy === "never") return {
		state: "skipped",
		why: "policy"
	};
	if (pull === void 0) return {
		state: "skipped",
		why: "no-pull-request"
	};
	const marker = commentMarker(request.key);
	const stamp = {
		run,
		commit: pull.headSha
	};
	const { owner, repo } = connection;
	const outcome = await connection.attempt((client, { token, signal }) => keepOneComment(client, {
		conversation: {
			owner,
			repo,
			issue_number: pull.number
		},
		token,
		marker,
		stamp,
		body: commentBody(marker, stamp, request.report),
		outdatedBody: commentBody(marker, stamp, `${OUTDATED}\n\n${request.report}`),
		first: request.policy === "problems" && request.verdict === "pass" ? "leave" : "write",
		settleMs: request.settleMs ?? 2e3,
		signal
	}));
	if (outcome.state === "done") return outcome.value;
	const note = `The report is in the job summary only, not in a comment: ${outcome.trouble === void 0 ? "there is no token." : explain(outcome.trouble, pull)}`;
	log.warn(note);
	return {
		state: "failed",
		note
	};
}
const OUTDATED = "> [!NOTE]\n> The pull request has newer commits than the one that this is about.";
function explain(trouble, { readOnly }) {
	return explainTrouble(trouble, (said) => {
		if (readOnly === "fork") return `the pull request comes from a fork, whose token may only read (${said}).`;
		if (readOnly === "dependabot") return `the pull request comes from Dependabot, whose token may only read (${said}).`;
		return `the token may not write comments (${said}). Give the job \`permissions: pull-requests: write\`.`;
	});
}
// src/publish/issues/identity.ts
function scopeOf(key, { service, profileType }) {
	return digest([
		key,
		service,
		profileType
	]);
}
function findingId(of) {
	return digest([of.function, of.file]);
}
function digest(parts) {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
// src/publish/issues/decide.ts
function decideIssues(result, issues, stamp) {
	const present = new Map(culpritsOf(result).map((finding) => [findingId(finding), finding]));
	const wanted = [...present].flatMap(([id, finding]) => forFinding(finding, issues.filter((issue) => issue.said.id === id), result, stamp));
	const stale = issues.filter((issue) => issue.state === "open" && !present.has(issue.said.id) && isLater(stamp, issue) && isGone(issue, result));
	return [...wanted, ...stale.map(({ number }) => ({
		do: "close",
		number,
		as: "gone"
	}))];
}
function forFinding(finding, issues, result, stamp) {
	const [first, ...others] = issues.filter(({ state }) => state === "open").sort((a, b) => a.number - b.number);
	if (first !== void 0) return [...isLater(stamp, first) ? [{
		do: "update",
		number: first.number,
		finding
	}] : [], ...others.map(({ number }) => ({
		do: "close",
		number,
		as: "duplicate"
	}))];
	const [closed] = issues.filter(({ said }) => said.mark !== "duplicate").sort((a, b) => b.number - a.number);
	if (closed === void 0) return [{
		do: "open",
		finding
	}];
	return afterClosing(closed, finding, result, stamp);
}
function afterClosing(closed, finding, result, stamp) {
	if (!isLater(stamp, closed)) return [];
	const reopen = [{
		do: "reopen",
		number: closed.number,
		finding
	}];
	if (closed.said.mark === "gone") return reopen;
	if (closed.said.base !== (result.base.commit ?? "")) return [{
		do: "open",
		finding
	}];
	return (closed.stateReason === "completed" || closed.stateReason === null) && closed.said.stamp.commit !== stamp.commit ? reopen : [];
}
function isGone({ said }, result) {
	const isConclusive = result.verdict === "pass" || result.verdict === "regression";
	if (said.mark !== "present") return false;
	if (!isConclusive) return false;
	if (result.undecided.some((open) => findingId(open) === said.id)) return false;
	const { improvements } = groupFindings(result.findings);
	return said.base === (result.base.commit ?? "") || improvements.some((of) => findingId(of) === said.id);
}
function isLater(stamp, { said }) {
	return compareRuns(stamp.run, said.stamp.run) > 0;
}
// src/publish/issues/issue-body.ts
const HEAD = /^<!-- flamegate:issue ([0-9a-f]{16}) ([0-9a-f]{16}) (present|gone|duplicate) ([0-9a-f]{0,64}) -->$/;
function issueBody(state, text) {
	const { scope, id, mark, base, stamp } = state;
	return `<!-- flamegate:issue ${scope} ${id} ${mark} ${/^[0-9a-f]{1,64}$/.test(base) ? base : ""} -->\n${stampLine(stamp)}\n${text}`;
}
function parseIssueBody(body) {
	const [first = "", second = "", ...rest] = body.split(/\r?\n/);
	const [, scope = "", id = "", word, base = ""] = HEAD.exec(first) ?? [];
	const mark = MARKS.find((one) => one === word);
	const stamp = parseStamp(second);
	if (mark === void 0 || stamp === void 0) return void 0;
	return {
		state: {
			scope,
			id,
			mark,
			base,
			stamp
		},
		text: rest.join("\n")
	};
}
const MARKS = [
	"present",
	"gone",
	"duplicate"
];
// src/publish/issues/own-issues.ts
const LABEL = "flamegate";
var OwnIssues = class {
	#client;
	#place;
	#token;
	#self;
	constructor(client, place, token) {
		this.#client = client;
		this.#place = place;
		this.#token = token;
	}
	async find() {
		const { issues } = this.#client.rest;
		const marked = (await this.#client.paginate(issues.listForRepo, {
			...this.#place,
			labels: LABEL,
			state: "all",
			per_page: 100
		})).flatMap((issue) => {
			const parsed = parseIssueBody(issue.body ?? "");
			return parsed === void 0 ? [] : [{
				issue,
				parsed
			}];
		});
		if (marked.length === 0) return [];
		this.#self ??= await whoAmI(this.#client, this.#token);
		const self = this.#self;
		return marked.filter(({ issue: { user } }) => user && isBy(user, self)).map(({ issue, parsed }) => ({
			number: issue.number,
			url: issue.html_url,
			state: issue.state === "open" ? "open" : "closed",
			stateReason: issue.state_reason ?? null,
			said: parsed.state,
			text: parsed.text
		}));
	}
};
// src/publish/issues/issues.ts
const MAX_OPENED = 10;
const LOOKS = 3;
async function publishIssues(request, connection, log) {
	const { owner, repo } = connection;
	const outcome = await connection.attempt((client, talk) => new IssueKeeper(client, {
		owner,
		repo
	}, talk, request).keep());
	if (outcome.state === "done") {
		const { left } = outcome.value;
		if (left > 0) log.warn(`${left} findings got no issue: at most ${MAX_OPENED} are opened at once.`);
		return outcome.value;
	}
	const note = `The findings are in the job summary only, not in issues: ${outcome.trouble === void 0 ? "there is no token." : explainTrouble(outcome.trouble, (said) => `the token may not write issues (${said}). Give the job \`permissions: issues: write\`, or set \`issues: never\`.`)}`;
	log.warn(note);
	return {
		state: "failed",
		note
	};
}
var IssueKeeper = class {
	#client;
	#place;
	#signal;
	#request;
	#issues;
	#open = new Map();
	#opened = 0;
	#closed = 0;
	#left = 0;
	constructor(client, place, { token, signal }, request) {
		this.#client = client;
		this.#place = place;
		this.#signal = signal;
		this.#request = request;
		this.#issues = new OwnIssues(client, place, token);
	}
	async keep() {
		const { report, key, run, settleMs = SETTLE_MS } = this.#request;
		const scoped = report.comparisons.map((compared) => {
			const { result } = compared;
			const stamp = {
				run,
				commit: result.head.commit ?? ""
			};
			return {
				compared,
				scope: scopeOf(key, result),
				stamp
			};
		});
		for (let look = 1; look <= LOOKS; look += 1) {
			const found = await this.#issues.find();
			this.#left = 0;
			let written = 0;
			for (const one of scoped) written += await this.#settle(one, found);
			if (written === 0) break;
			await setTimeout$1(settleMs, void 0, { signal: this.#signal });
		}
		return {
			state: "done",
			urls: [...this.#open.values()],
			opened: this.#opened,
			closed: this.#closed,
			left: this.#left
		};
	}
	async #settle(scoped, found) {
		const own = found.filter(({ said }) => said.scope === scoped.scope);
		for (const { number, state, url } of own) if (state === "open") this.#open.set(number, url);
		else this.#open.delete(number);
		let written = 0;
		for (const action of decideIssues(scoped.compared.result, own, scoped.stamp)) if (action.do === "open" && this.#opened >= MAX_OPENED) this.#left += 1;
		else {
			await this.#act(action, scoped, own);
			written += 1;
		}
		return written;
	}
	async #act(action, scoped, own) {
		const { issues } = this.#client.rest;
		if (action.do === "close") {
			const issue = own.find(({ number }) => number === action.number);
			if (issue !== void 0) await this.#close(issue, action.as, scoped);
			return;
		}
		const { title, body } = this.#request.textOf(scoped.compared, action.finding);
		const id = findingId(action.finding);
		const written = { body: this.#body(scoped, id, "present", body) };
		if (action.do === "open") {
			const { data } = await issues.create({
				...this.#place,
				title,
				...written,
				labels: [LABEL]
			});
			this.#opened += 1;
			this.#open.set(data.number, data.html_url);
			return;
		}
		const reopened = action.do === "reopen" ? {
			state: "open",
			state_reason: "reopened"
		} : {};
		const at = {
			...this.#place,
			issue_number: action.number
		};
		const { data } = await issues.update({
			...at,
			...written,
			...reopened
		});
		this.#open.set(data.number, data.html_url);
	}
	async #close(issue, as, scoped) {
		const note = `> [!NOTE]\n> ${as === "gone" ? GONE : DUPLICATE}`;
		await this.#client.rest.issues.update({
			...this.#place,
			issue_number: issue.number,
			state: "closed",
			state_reason: as === "gone" ? "completed" : "not_planned",
			body: this.#body(scoped, issue.said.id, as, `${note}\n\n${issue.text}`)
		});
		this.#closed += 1;
		this.#open.delete(issue.number);
	}
	#body({ compared, scope, stamp }, id, mark, text) {
		const base = compared.result.base.commit ?? "";
		const shown = cutMarkdown(text, COMMENT_BUDGET_BYTES - HEAD_BYTES, "**The rest did not fit here; the job summary has all of it.**");
		return issueBody({
			scope,
			id,
			mark,
			base,
			stamp
		}, shown);
	}
};
const HEAD_BYTES = 400;
const GONE = "The last comparison no longer shows this, so the issue was closed.";
const DUPLICATE = "Two runs opened an issue for this at the same time, so this one was closed.";
// src/publish/outputs.ts
const MAX_LISTED = 100;
const MAX_NAME = 500;
function stepOutputs(report, files) {
	const results = report.comparisons.map(({ result }) => result);
	const [worst] = worstFirst(report.comparisons);
	const culprit = worst && culpritOf(worst.result);
	const failing = results.flatMap((result) => result.findings.filter((finding) => finding.fails).map((finding) => ({
		finding,
		result
	})));
	const detectable = results.map((result) => result.minimumDetectableChange);
	return {
		verdict: report.verdict,
		reason: plain(report.reason, 1e3),
		findings: String(failing.length),
		culprit: plain(culprit?.function ?? "", MAX_NAME),
		"culprit-file": plain(culprit?.file ?? "", MAX_NAME),
		"culprit-line": culprit === void 0 || culprit.line === 0 ? "" : String(culprit.line),
		"culprit-change": culprit === void 0 ? "" : inPoints(culprit.delta),
		"culprit-commit": culprit === void 0 ? "" : commitOf(culprit),
		"failing-findings": oneLine(failing.slice(0, MAX_LISTED).map(findingFields)),
		comparisons: oneLine(results.map(comparisonFields)),
		"minimum-detectable-change": detectable.includes(null) ? "" : inPoints(Math.max(...detectable.map(Number))),
		"base-commit": plain(results[0]?.base.commit ?? ""),
		"head-commit": plain(results[0]?.head.commit ?? ""),
		result: files.result ?? "",
		bundle: files.bundle ?? "",
		"hand-off": files.handOff ?? ""
	};
}
function urlOutputs(told) {
	const { check, comment, issues } = told;
	return {
		"check-url": urlOf(check),
		"comment-url": urlOf(comment),
		"issue-urls": issues.state === "done" ? JSON.stringify(issues.urls) : ""
	};
}
async function writeOutputs(outputs) {
	const { setOutput } = await import("./core.js");
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function urlOf(outcome) {
	return "url" in outcome ? outcome.url : "";
}
function culpritOf(result) {
	return [...culpritsOf(result)].sort((a, b) => b.delta - a.delta)[0];
}
function findingFields({ finding, result }) {
	return {
		service: plain(result.service),
		profileType: plain(result.profileType),
		kind: finding.kind,
		function: plain(finding.function, MAX_NAME),
		file: plain(finding.file, MAX_NAME),
		line: finding.line,
		culprit: finding.culprit,
		points: Number(inPoints(finding.delta)),
		low: Number(inPoints(finding.low)),
		high: Number(inPoints(finding.high)),
		commit: commitOf(finding)
	};
}
function commitOf({ bisection }) {
	return bisection?.culprit?.commit ?? "";
}
function comparisonFields(result) {
	return {
		service: plain(result.service),
		profileType: plain(result.profileType),
		verdict: result.verdict,
		findings: result.findings.filter((finding) => finding.fails).length,
		culprit: plain(culpritOf(result)?.function ?? "", MAX_NAME)
	};
}
function inPoints(fraction) {
	return String(Number((100 * fraction).toFixed(3)));
}
function oneLine(list) {
	return JSON.stringify(list);
}
// src/publish/summary.ts
async function writeSummary(report, notes) {
	const { summary } = await import("./core.js");
	const shown = cutMarkdown(report, SUMMARY_BUDGET_BYTES, "**This report was too long for a job summary and is cut here; the JSON result has all of it.**");
	const below = notes.map((note) => `\n\n> [!NOTE]\n> ${prose(note)}\n`).join("");
	await summary.addRaw(shown + below, true).write();
}
// src/publish/publish.ts
function toldPart(report) {
	return partOf(report, ({ handling }) => handling.mode !== "observe");
}
async function publishReport(report, rendering, context, log) {
	const { runner } = context;
	const writing = (otherwise, file, write) => attempt(otherwise, file, log, write);
	const outputs = await writing("There are no step outputs", runner.output, () => writeOutputs(stepOutputs(report, context.files)));
	const told = toldPart(report);
	const all = annotationsOf(report, context.touched);
	const check = await tellCheck(told, rendering, all, context, log);
	const annotations = fitStep(notIn(check, all));
	await writeAnnotations(annotations);
	const comment = await tellComment(told, rendering, context, log);
	const issues = await tellIssues(told, rendering, context, log);
	if (outputs === "written") await writeOutputs(urlOutputs({
		check,
		comment,
		issues
	}));
	const notes = [
		check,
		comment,
		issues
	].flatMap((outcome) => "note" in outcome ? outcome.note : []);
	return {
		check,
		comment,
		issues,
		summary: await writing("There is no job summary", runner.summary, () => writeSummary([...context.notes, rendering.summary].join("\n\n"), notes)),
		outputs,
		annotations: annotations.length
	};
}
function notIn(check, annotations) {
	return check.state === "created" || check.state === "updated" ? annotations.filter((one) => !isForCheck(one)) : annotations;
}
async function tellCheck(told, { check: markdown }, annotations, { policy, subject, key, notes, touched, runUrl, connection }, log) {
	if (told === void 0 || policy.check === "never") return {
		state: "skipped",
		why: "policy"
	};
	return publishCheck({
		subject,
		key,
		content: checkContent(told, {
			markdown,
			notes,
			annotations,
			touched,
			runUrl
		})
	}, connection, log);
}
async function tellComment(told, { comment }, { policy, subject, key, notes, connection, settleMs }, log) {
	if (told === void 0) return {
		state: "skipped",
		why: "policy"
	};
	const report = [...notes, comment].join("\n\n");
	const { verdict } = told;
	return publishComment({
		subject,
		policy: policy.comment,
		key,
		verdict,
		report,
		...settleMs !== void 0 && { settleMs }
	}, connection, log);
}
async function tellIssues(told, { issue: textOf }, { policy, subject, key, connection, settleMs }, log) {
	if (told === void 0 || policy.issues === "leave") return {
		state: "skipped",
		why: "policy"
	};
	const { run } = subject;
	return publishIssues({
		report: told,
		key,
		run,
		textOf,
		...settleMs !== void 0 && { settleMs }
	}, connection, log);
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
// src/publish/subject.ts
const DEPENDABOT = "dependabot[bot]";
function subjectOf(github) {
	const { pullRequest, mergeGroup, push, run } = github;
	if (pullRequest === void 0) return {
		pull: void 0,
		commit: mergeGroup?.headSha ?? (push === void 0 ? void 0 : github.sha),
		run
	};
	const { number, headSha } = pullRequest;
	return {
		pull: {
			number,
			headSha,
			readOnly: readOnly(github)
		},
		commit: headSha,
		run
	};
}
function readOnly({ eventName, actor, pullRequest }) {
	if (eventName !== "pull_request") return void 0;
	if (pullRequest?.fork) return "fork";
	return actor === DEPENDABOT ? "dependabot" : void 0;
}
// src/report/markdown-issue.ts
const TITLE_NAME = 60;
function findingTitle(result, finding) {
	const place = finding.file === "" ? "" : ` at ${code(finding.file, TITLE_NAME)}`;
	return `${code(finding.function, TITLE_NAME)}${place} got slower in ${code(result.service, TITLE_NAME)}`;
}
function renderFinding(result, finding, options) {
	for (const level of LEVELS$1) {
		const text = render(result, finding, options, level);
		if (Buffer.byteLength(text) <= options.budgetBytes) return text;
	}
	return "The report does not fit here.\n".slice(0, Math.max(0, options.budgetBytes));
}
function render(result, finding, { runUrl, commitsUrl, culpritUrl }, level) {
	return `${[
		culpritTable([finding], level),
		inMarkdown(legend(result, {
			of: "findings",
			shown: 1,
			all: 1
		}), level),
		inMarkdown(heaviestPath(finding), level),
		inMarkdown([
			...comparison(result),
			" ",
			...measuredOn(result)
		], level).trim(),
		callsBlock(callsFor([finding]), level),
		commitsBlock([finding], level),
		[...culpritUrl === void 0 ? [] : [link("The commit that brought it", culpritUrl)], ...commitsUrl === void 0 ? [] : [link("All commits between the two", commitsUrl)]].join(" · "),
		inMarkdown(sensitivity(result), level),
		`Flamegate ${prose(result.tool.version, 40)} · ${link("workflow run", runUrl)}`
	].filter((block) => block !== "").join("\n\n")}\n`;
}
// src/entry/renderings.ts
const FRAME_BYTES = 4e3;
function renderings(report, pointers, github) {
	const { runUrl, serverUrl, owner, repo } = github;
	const render = (of, budgetBytes) => of === void 0 ? "" : renderMarkdown(of, {
		budgetBytes: budgetBytes - FRAME_BYTES,
		...pointersOf(pointers)
	});
	const told = toldPart(report);
	return {
		comment: render(told, COMMENT_BUDGET_BYTES),
		check: render(told, CHECK_BUDGET_BYTES),
		summary: render(report, SUMMARY_BUDGET_BYTES),
		issue: ({ result }, finding) => ({
			title: findingTitle(result, finding),
			body: renderFinding(result, finding, {
				budgetBytes: 56e3,
				runUrl,
				commitsUrl: commitsUrl(`${serverUrl}/${owner}/${repo}`, result),
				culpritUrl: culpritUrl(`${serverUrl}/${owner}/${repo}`, finding)
			})
		})
	};
}
function commitsUrl(repository, { base, head }) {
	return [base, head].every(({ commit }) => commit !== null && isFullId(commit)) ? `${repository}/compare/${base.commit}...${head.commit}` : void 0;
}
function culpritUrl(repository, { bisection }) {
	const culprit = bisection?.culprit ?? null;
	return culprit !== null && isFullId(culprit.commit) ? `${repository}/commit/${culprit.commit}` : void 0;
}
// src/entry/github-report.ts
const LOG_COLUMNS = 110;
async function tellGitHub(report, config, run, notes) {
	await tell(report, config, run, {
		subject: subjectOf(run.github),
		bundle: config.job === "run" ? await bundleNamed(config.bundle) : void 0,
		touched: await touchedLines(report, run),
		notes
	});
	return reportExitCode(report);
}
async function tell(report, config, run, { subject, bundle, touched, notes }) {
	const { github, log, process } = run;
	for (const line of renderTerminal(report, {
		colour: "off",
		width: LOG_COLUMNS
	}).split("\n")) process.stdout.write(`${logLine(line)}\n`);
	const { output, publish } = config;
	const json = output.json ?? join(run.tempDirectory, `${fileStem(config)}.json`);
	const write = (path, text) => writeReport(github.workspace, path, text);
	const pointers = {
		bundle,
		runUrl: github.runUrl
	};
	const rendering = renderings(report, pointers, github);
	const files = {
		result: await write(json, renderJson(report)),
		bundle: config.job === "run" ? config.bundle : void 0,
		handOff: output.handOff && await write(output.handOff, handOffText(report, github, bundle?.seal))
	};
	if (output.markdown !== void 0) await write(output.markdown, markdownFile(report, pointers));
	await publishReport(report, rendering, {
		connection: connectionOf(config, run),
		subject,
		policy: {
			...publish,
			issues: issuesPolicy(config, subject, github)
		},
		key: publish.commentKey,
		touched,
		notes,
		runUrl: github.runUrl,
		files,
		runner: {
			output: process.env.GITHUB_OUTPUT,
			summary: process.env.GITHUB_STEP_SUMMARY
		}
	}, log);
}
function connectionOf({ publish: { token } }, { github: { owner, repo, apiUrl }, signal }) {
	return new Connection({
		owner,
		repo,
		apiUrl,
		token,
		version,
		signal
	});
}
function issuesPolicy({ publish: { issues } }, { pull }, { eventName }) {
	return (issues === "always" || issues === "schedule" && eventName === "schedule") && pull === void 0 ? "write" : "leave";
}
async function touchedLines({ comparisons: [{ result }] }, run) {
	const { base, head } = result;
	if (base.commit === null || head.commit === null) return void 0;
	const { process, signal, github } = run;
	return changeBetween({
		cwd: github.workspace,
		env: process.env,
		signal
	}, base.commit, head.commit);
}
export { touchedByFiles as i, tell as n, tellGitHub as r, connectionOf as t };
