import { n as FlamegateError, t as EXIT } from "./errors.js";
import { r as sampleTypesMeant } from "./kinds.js";
import { t as ASPECTS } from "./aspects.js";
import { a as unknownName, n as OPTIONS, t as Problems } from "./problems.js";
import { n as isDay, r as isExpired } from "./waivers.js";
import { n as patternProblem } from "./path-pattern.js";
import { t as parseWindow } from "./window.js";
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { fileURLToPath } from "node:url";
// src/config/github-event.ts
function eventContext(eventName, event) {
	return {
		pullRequest: pullRequestOf(event),
		mergeGroup: mergeGroupOf(event),
		push: eventName === "push" ? pushOf(event) : void 0,
		workflowRun: eventName === "workflow_run" ? finishedRunOf(event) : void 0
	};
}
function pullRequestOf(event) {
	const pull = field(event, "pull_request");
	const number = numberField(pull, "number");
	if (number === void 0) return void 0;
	const head = field(pull, "head");
	const base = field(pull, "base");
	return {
		number,
		headSha: textField(head, "sha"),
		baseSha: textField(base, "sha"),
		baseRef: textField(base, "ref"),
		fork: isElsewhere(field(head, "repo"), field(base, "repo"))
	};
}
function mergeGroupOf(event) {
	const group = field(event, "merge_group");
	if (group === void 0) return void 0;
	return {
		headSha: textField(group, "head_sha"),
		baseSha: textField(group, "base_sha"),
		baseRef: textField(group, "base_ref"),
		pullRequest: pullOfQueue(textField(group, "head_ref"))
	};
}
function pullOfQueue(headRef) {
	const name = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d{1,10})-[0-9a-f]+$/.exec(headRef)?.[1];
	return name === void 0 ? void 0 : Number(name);
}
function pushOf(event) {
	const before = textField(event, "before");
	return { before: /^0*$/.test(before) ? void 0 : before };
}
function finishedRunOf(event) {
	const run = field(event, "workflow_run");
	const id = numberField(run, "id");
	if (id === void 0) return void 0;
	const repository = field(run, "head_repository");
	const pulls = field(run, "pull_requests");
	return {
		run: {
			id,
			attempt: numberField(run, "run_attempt") ?? 1
		},
		eventName: textField(run, "event"),
		headSha: textField(run, "head_sha"),
		headBranch: textField(run, "head_branch"),
		headOwner: textField(field(repository, "owner"), "login"),
		fork: isElsewhere(repository, field(event, "repository")),
		pullRequests: (Array.isArray(pulls) ? pulls : []).flatMap((pull) => numberField(pull, "number") ?? [])
	};
}
function isElsewhere(head, here) {
	const id = numberField(head, "id");
	return id === void 0 || id !== numberField(here, "id");
}
function field(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
function textField(value, name) {
	const found = field(value, name);
	return typeof found === "string" ? found : "";
}
function numberField(value, name) {
	const found = field(value, name);
	return typeof found === "number" && Number.isSafeInteger(found) ? found : void 0;
}
// src/config/github-environment.ts
async function readGitHubContext(environment) {
	if (environment.GITHUB_ACTIONS !== "true") return void 0;
	const text = (name) => environment[name] ?? "";
	const [owner = "", repo = ""] = text("GITHUB_REPOSITORY").split("/");
	const serverUrl = text("GITHUB_SERVER_URL") || "https://github.com";
	const eventName = text("GITHUB_EVENT_NAME");
	return {
		eventName,
		sha: text("GITHUB_SHA"),
		ref: text("GITHUB_REF"),
		owner,
		repo,
		actor: text("GITHUB_ACTOR"),
		serverUrl,
		apiUrl: text("GITHUB_API_URL") || "https://api.github.com",
		workspace: text("GITHUB_WORKSPACE") || ".",
		run: {
			id: Number(text("GITHUB_RUN_ID")),
			attempt: Number(text("GITHUB_RUN_ATTEMPT")) || 1
		},
		runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${text("GITHUB_RUN_ID")}`,
		tempDirectory: text("RUNNER_TEMP"),
		...eventContext(eventName, await readEvent(text("GITHUB_EVENT_PATH")))
	};
}
async function readEvent(path) {
	if (path === "") return void 0;
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch (cause) {
		throw new FlamegateError("plan", "the event file of this workflow run cannot be read", {
			hint: "GITHUB_EVENT_PATH must name the JSON file that the runner wrote.",
			cause
		});
	}
}
// src/config/headers.ts
const LINE$1 = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x20-\x7e\x80-\xff]*)$/u;
function parseHeader(line) {
	const match = LINE$1.exec(line);
	return match === null ? void 0 : [match[1] ?? "", (match[2] ?? "").trim()];
}
// src/config/url.ts
function urlOf(values, name) {
	const text = values.required(name);
	const url = parseUrl(text.replaceAll("{port}", "1"));
	if (text !== "" && url === void 0) values.problem(name, `must be an http or https URL; it is “${text}”`);
	if (url !== void 0 && (url.username !== "" || url.password !== "")) values.problem(name, "must not carry a user or password; there are options for these");
	return text;
}
function parseUrl(text) {
	if (!URL.canParse(text)) return void 0;
	const url = new URL(text);
	return url.protocol === "http:" || url.protocol === "https:" ? url : void 0;
}
// src/config/build-pyroscope.ts
function pyroscopeConfig(values) {
	if (values.text("base-requests") === void 0 !== (values.text("head-requests") === void 0)) values.problem("base-requests", "and head-requests only say something together");
	return {
		url: urlOf(values, "pyroscope-url"),
		tenant: values.text("pyroscope-tenant"),
		user: values.text("pyroscope-user"),
		password: values.text("pyroscope-password"),
		token: values.text("pyroscope-token"),
		headers: headersOf(values),
		answerTimeoutMs: values.milliseconds("pyroscope-timeout")
	};
}
function headersOf(values) {
	const headers = values.lines("pyroscope-headers").map(parseHeader);
	if (headers.includes(void 0)) values.problem("pyroscope-headers", "must be lines like X-Gateway-Key: 1234");
	return Object.fromEntries(headers.filter((header) => header !== void 0));
}
// src/config/measure.ts
const FORMS = {
	integer: {
		pattern: /^(-?\d+)$/u,
		what: "a whole number"
	},
	number: {
		pattern: /^(-?\d+(?:\.\d+)?)$/u,
		what: "a number"
	},
	percent: {
		pattern: /^(-?\d+(?:\.\d+)?) ?%?$/u,
		what: "a percentage"
	},
	duration: {
		pattern: /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/u,
		what: "a duration such as 90s or 5m"
	}
};
const SECONDS = {
	ms: .001,
	s: 1,
	m: 60,
	h: 3600
};
function parseMeasure(text, kind, range) {
	const { pattern, what } = FORMS[kind];
	const match = pattern.exec(text);
	if (match === null) return `must be ${what}; it is “${text}”`;
	const value = Number(match[1]) * (SECONDS[match[2] ?? ""] ?? 1);
	const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
	if (value < min || value > max) return `must be ${rangeText(min, max)}; it is “${text}”`;
	return value;
}
function rangeText(min, max) {
	if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
	return `from ${min} to ${max}`;
}
// src/config/given.ts
function linesOf(given) {
	if (given.fields !== void 0) return [given];
	const { text, place } = given;
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => ({
		text: line,
		place
	}));
}
// src/config/values.ts
var OptionValues = class {
	#layers;
	#problems;
	#spelling;
	constructor(layers, problems, spelling) {
		this.#layers = layers;
		this.#problems = problems;
		this.#spelling = spelling;
	}
	problem(name, message) {
		const place = this.#given(name)?.place ?? this.#spelling(specOf(name));
		this.#problems.add(place, message);
	}
	problemOf({ place }, message) {
		this.#problems.add(place, message);
	}
	isGiven(name) {
		return this.#given(name) !== void 0;
	}
	text(name) {
		return this.#given(name)?.text ?? specOf(name).default;
	}
	defaulted(name) {
		return this.text(name) ?? "";
	}
	required(name) {
		const text = this.text(name);
		if (text === void 0) this.problem(name, "is missing");
		return text ?? "";
	}
	items(name) {
		const spec = specOf(name);
		const given = this.#layers.flatMap((layer) => layer.get(name) ?? []).flatMap(linesOf);
		if (spec.addsUp) return given;
		return this.#layers.find((layer) => layer.get(name)?.some(({ text }) => text.trim() !== ""))?.get(name)?.flatMap(linesOf) ?? linesOf({
			text: spec.default ?? "",
			place: this.#spelling(spec)
		});
	}
	lines(name) {
		return this.items(name).map(({ text }) => text);
	}
	choice(name, choices) {
		const text = this.defaulted(name);
		const found = choices.find((choice) => choice === text);
		if (found !== void 0) return found;
		this.problem(name, `must be one of ${choices.join(", ")}; it is “${text}”`);
		return choices[0];
	}
	flag(name) {
		return this.choice(name, ["true", "false"]) === "true";
	}
	number(name) {
		return this.optionalNumber(name) ?? NaN;
	}
	optionalNumber(name) {
		return this.#measure(name, "number");
	}
	integer(name) {
		return this.#measure(name, "integer") ?? NaN;
	}
	fraction(name) {
		return (this.#measure(name, "percent") ?? NaN) / 100;
	}
	seconds(name) {
		return this.#measure(name, "duration") ?? NaN;
	}
	milliseconds(name) {
		return Math.round(this.seconds(name) * 1e3);
	}
	#given(name) {
		for (const layer of this.#layers) {
			const given = layer.get(name)?.at(-1);
			const text = given?.text.trim() ?? "";
			if (given !== void 0 && text !== "") return {
				...given,
				text
			};
		}
	}
	#measure(name, kind) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const value = parseMeasure(text, kind, specOf(name));
		if (typeof value === "number") return value;
		this.problem(name, value);
	}
};
function specOf(name) {
	return OPTIONS.find((option) => option.name === name);
}
// src/config/items.ts
var ItemFields = class {
	#fields;
	#given;
	#spec;
	#values;
	constructor(given, option, values) {
		this.#given = given;
		this.#spec = option.item ?? NO_FIELDS;
		this.#values = values;
		this.#fields = parseObject$1(given, values);
		this.#check();
	}
	get isShared() {
		return this.#given.isShared ?? false;
	}
	text(name) {
		const value = this.#fields[name];
		return value === void 0 ? void 0 : String(value);
	}
	isTrue(name) {
		return this.#fields[name] === true;
	}
	texts(name) {
		const value = this.#fields[name];
		return value === void 0 ? [] : [value].flat().map(String);
	}
	number(name) {
		return this.#measure(name, "number");
	}
	fraction(name) {
		const percent = this.#measure(name, "percent");
		return percent === void 0 ? void 0 : percent / 100;
	}
	problem(name, message) {
		this.#values.problemOf({
			text: "",
			place: this.#placeOf(name)
		}, message);
	}
	problemOfAll(message) {
		this.#values.problemOf(this.#given, message);
	}
	#measure(name, kind) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const value = parseMeasure(text, kind, this.#spec.fields[name] ?? {});
		if (typeof value === "number") return value;
		this.problem(name, value);
	}
	#check() {
		const { fields } = this.#spec;
		for (const name of Object.keys(this.#fields)) if (!Object.hasOwn(fields, name)) this.problem(name, unknownName(name, Object.keys(fields)));
		for (const [name, { required, kind }] of Object.entries(fields)) {
			const value = this.#fields[name];
			if (value === void 0) {
				if (required) this.#values.problemOf(this.#given, `has no “${name}”`);
			} else if (!IS_OF[kind](value)) this.problem(name, `must be ${WHAT[kind]}`);
		}
	}
	#placeOf(name) {
		return this.#given.fields?.get(name) ?? `${this.#given.place}: ${name}`;
	}
};
const NO_FIELDS = { fields: {} };
function itemsOf(values, name) {
	return values.items(name).flatMap((given) => {
		if (given.text.startsWith("{")) return [new ItemFields(given, specOf(name), values)];
		values.problemOf(given, `must be a mapping, or JSON in one line; it is “${given.text}”`);
		return [];
	});
}
function parseObject$1(given, values) {
	try {
		const value = JSON.parse(given.text);
		return typeof value === "object" && value !== null ? { ...value } : {};
	} catch (error) {
		const why = error instanceof Error ? error.message : "unreadable";
		values.problemOf(given, `: “${given.text}” is not JSON: ${why}`);
		return {};
	}
}
const isScalar = (value) => typeof value === "string" || typeof value === "number";
const IS_OF = {
	text: (value) => typeof value === "string" && value.trim() !== "",
	number: isScalar,
	percent: isScalar,
	flag: (value) => typeof value === "boolean",
	date: (value) => typeof value === "string" && isDay(value),
	texts: (value) => [value].flat().every((one) => typeof one === "string" && one.trim() !== ""),
	any: () => true
};
const WHAT = {
	text: "a text",
	number: "a number",
	percent: "a percentage",
	flag: "true or false",
	date: "a date such as 2027-01-31",
	texts: "a text or a list of texts",
	any: "something"
};
// src/config/load-requests.ts
const LINE = /^([A-Z]+)\s+(\/\S*)$/u;
function parseLoadRequest(line) {
	if (line.startsWith("{")) return parseObject(line);
	const match = LINE.exec(line);
	if (match === null) return `“${line}” is neither “METHOD /path” nor a JSON object`;
	return {
		method: match[1] ?? "GET",
		path: match[2] ?? "/",
		headers: {},
		body: void 0
	};
}
function parseObject(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return `“${line}” is not JSON: ${error instanceof Error ? error.message : "unreadable"}`;
	}
	if (!isRecord(value)) return `“${line}” is not a JSON object`;
	const { method = "GET", path, headers = {}, body, ...rest } = value;
	const unknown = Object.keys(rest);
	if (unknown.length > 0) return `“${line}” has unknown fields: ${unknown.join(", ")}`;
	if (typeof method !== "string" || !/^[A-Z]+$/u.test(method)) return `“${line}”: method must be like GET`;
	if (typeof path !== "string" || !path.startsWith("/")) return `“${line}”: path must start with /`;
	if (!isTextRecord(headers)) return `“${line}”: headers must be texts by name`;
	return {
		method,
		path,
		...withBody(headers, body)
	};
}
function withBody(headers, body) {
	if (body === void 0) return {
		headers,
		body: void 0
	};
	if (typeof body === "string") return {
		headers,
		body
	};
	return {
		headers: Object.keys(headers).some((name) => name.toLowerCase() === "content-type") ? headers : {
			...headers,
			"content-type": "application/json"
		},
		body: JSON.stringify(body)
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isTextRecord(value) {
	return isRecord(value) && Object.values(value).every((one) => typeof one === "string");
}
// src/config/policy.ts
function policyOf(values) {
	const rules = itemsOf(values, "thresholds").map(ruleOf);
	const now = new Date();
	const waivers = itemsOf(values, "waivers").map((item) => waiverOf(item, now));
	return {
		maxIncrease: values.number("max-increase") / 100,
		minRelative: values.fraction("min-relative"),
		alpha: values.fraction("alpha"),
		...rules.length > 0 && { rules },
		...waivers.length > 0 && { waivers }
	};
}
function ruleOf(item) {
	const points = item.number("max-increase");
	const minRelative = item.fraction("min-relative");
	const isIgnored = item.isTrue("ignore");
	if (points === void 0 && minRelative === void 0 && !isIgnored) item.problemOfAll("says neither max-increase nor min-relative nor ignore: true");
	return {
		...patternOf(item),
		maxIncrease: points === void 0 ? void 0 : points / 100,
		minRelative,
		isIgnored,
		...item.isShared && { isShared: true }
	};
}
function waiverOf(item, now) {
	const expires = item.text("expires") ?? "";
	return {
		...patternOf(item),
		ceiling: (item.number("ceiling") ?? NaN) / 100,
		reason: item.text("reason") ?? "",
		issue: item.text("issue"),
		expires,
		isExpired: isExpired(expires, now)
	};
}
function patternOf(item) {
	const functions = item.text("function");
	const files = pathsOf(item, "file");
	const packages = pathsOf(item, "package");
	if (functions === void 0 && files === void 0 && packages === void 0) item.problemOfAll("names no function, file or package");
	return {
		...functions !== void 0 && { functions },
		...files !== void 0 && { files },
		...packages !== void 0 && { packages }
	};
}
function pathsOf(item, field) {
	const pattern = item.text(field);
	const problem = pattern === void 0 ? void 0 : patternProblem(pattern);
	if (problem !== void 0) item.problem(field, problem);
	return pattern;
}
// src/config/pyroscope-side.ts
function sideOf({ name, values }, side, now) {
	const own = values.text(`${side}-selector`);
	if (own === void 0 && values.text(side) === void 0) values.problem(`${side}-selector`, `is missing, or a ref for ${side}`);
	return {
		selector: (own ?? values.defaulted("selector")).replaceAll("{service}", quotable(name)),
		requests: values.optionalNumber(`${side}-requests`),
		...windowOf(values, `${side}-window`, now)
	};
}
function quotable(service) {
	return JSON.stringify(service).slice(1, -1);
}
function windowOf(values, name, now) {
	const text = values.required(name);
	const parsed = text === "" ? NO_WINDOW : parseWindow(text, now);
	if (typeof parsed !== "string") return parsed;
	values.problem(name, parsed);
	return NO_WINDOW;
}
const NO_WINDOW = {
	from: 0,
	until: 1
};
// src/config/build-service.ts
function gatedService({ name, values }) {
	const policy = policyOf(values);
	const playbook = values.text("playbook") && urlOf(values, "playbook");
	return {
		name,
		policy,
		types: typesOf(values, policy),
		allowDifferent: aspectsOf(values),
		handling: {
			mode: values.choice("mode", [
				"observe",
				"comment",
				"block"
			]),
			onInconclusive: values.choice("on-inconclusive", ["warn", "fail"]),
			...playbook && { playbook }
		},
		directory: directoryOf(values),
		owners: ownersOf(values)
	};
}
function measuredService(service) {
	const { values } = service;
	const gated = gatedService(service);
	return {
		...gated,
		types: oneOrMore(gated),
		serviceProcess: serviceConfig(values, gated),
		load: loadConfig(values),
		profiling: {
			profiler: values.choice("profiler", [
				"auto",
				"sdk",
				"node"
			]),
			scrapeUrl: values.text("scrape-url") === void 0 ? void 0 : urlOf(values, "scrape-url"),
			sampleRate: values.integer("sample-rate")
		},
		plan: planOf(values),
		timeBudgetMs: values.text("time-budget") === void 0 ? void 0 : values.milliseconds("time-budget"),
		measure: values.choice("measure", ["changed", "always"]),
		unusedPaths: unusedPathsOf(values)
	};
}
function servedService(service, now) {
	const gated = gatedService(service);
	return {
		...gated,
		types: oneOrMore(gated),
		base: sideOf(service, "base", now),
		head: sideOf(service, "head", now),
		slices: service.values.integer("slices"),
		roundLabel: service.values.text("round-label")
	};
}
function oneOrMore({ types, policy }) {
	const [first = {
		profileType: "cpu",
		policy
	}, ...others] = types;
	return [first, ...others];
}
function ownersOf(values) {
	const owners = new Map();
	for (const item of itemsOf(values, "owners").toReversed()) {
		const files = item.text("files") ?? "";
		const problem = patternProblem(files);
		if (problem !== void 0) item.problem("owners", `: the pattern ${problem}`);
		owners.delete(files);
		owners.set(files, item.texts("owners"));
	}
	return owners;
}
function typesOf(values, policy) {
	const types = values.items("profile-types").map((given) => typeOf(given, values, policy));
	const known = new Set();
	for (const [index, { profileType }] of types.entries()) {
		const meant = sampleTypesMeant(profileType);
		const given = values.items("profile-types")[index];
		if (given !== void 0 && meant.some((type) => known.has(type))) values.problemOf(given, `names the same profiles twice: “${profileType}”`);
		for (const type of meant) known.add(type);
	}
	return types;
}
function typeOf(given, values, policy) {
	if (!given.text.startsWith("{")) return {
		profileType: given.text,
		policy
	};
	const item = new ItemFields(given, specOf("profile-types"), values);
	const points = item.number("max-increase");
	return {
		profileType: item.text("type") ?? "",
		policy: {
			...policy,
			maxIncrease: points === void 0 ? policy.maxIncrease : points / 100,
			minRelative: item.fraction("min-relative") ?? policy.minRelative
		}
	};
}
function planOf(values) {
	const first = values.integer("rounds");
	return {
		first,
		most: Math.max(first, values.integer("max-rounds"))
	};
}
function unusedPathsOf(values) {
	return values.items("unused-paths").map((given) => {
		const problem = patternProblem(given.text);
		if (problem !== void 0) values.problemOf(given, `: the pattern ${given.text} ${problem}`);
		return given.text;
	});
}
function aspectsOf(values) {
	return values.items("allow-different").flatMap((given) => given.text.split(/[\s,]+/u).flatMap((name) => {
		const aspect = ASPECTS.find((known) => known === name);
		if (aspect !== void 0) return [aspect];
		values.problemOf(given, `must name some of ${ASPECTS.join(", ")}; it names “${name}”`);
		return [];
	}));
}
function serviceConfig(values, { name, directory }) {
	return {
		name,
		directory,
		build: values.text("build"),
		start: values.required("start"),
		readyUrl: urlOf(values, "ready-url"),
		buildTimeoutMs: values.milliseconds("build-timeout"),
		readyTimeoutMs: values.milliseconds("ready-timeout"),
		stopTimeoutMs: values.milliseconds("stop-timeout")
	};
}
function loadConfig(values) {
	return {
		url: urlOf(values, "load-url"),
		requests: requestsOf(values),
		connections: values.integer("connections"),
		rate: values.optionalNumber("rate"),
		durationSeconds: values.seconds("duration"),
		warmupSeconds: values.seconds("warmup"),
		command: values.text("load-command"),
		maxFailed: values.fraction("max-failed")
	};
}
function requestsOf(values) {
	return values.items("load-requests").flatMap((given) => {
		const request = parseLoadRequest(given.text);
		if (typeof request !== "string") return [request];
		values.problemOf(given, `: ${request}`);
		return [];
	});
}
function directoryOf(values) {
	const directory = values.defaulted("directory");
	if (directory.startsWith("/") || directory.split("/").includes("..")) values.problem("directory", `must lie inside the repository; it is “${directory}”`);
	return directory;
}
// src/config/build.ts
function buildConfig(values, job, hint) {
	const config = CONFIG_OF[job](values);
	values.problems.finish(hint);
	return config;
}
function buildSelfTest(values, hint) {
	const run = runConfig(values);
	onlyOneService(values);
	const [{ values: own }] = values.services;
	const [service] = run.services;
	const commit = run.commits.base ?? "HEAD";
	const canary = own.fraction("canary");
	const pairs = own.integer("aa-rounds");
	if (canary <= service.types[0].policy.maxIncrease) own.problem("canary", "must be more than max-increase: what is allowed is not to be found");
	values.problems.finish(hint);
	return {
		gate: {
			...run,
			commits: {
				...run.commits,
				base: commit,
				head: commit
			}
		},
		pairs,
		canary
	};
}
function buildDoctor(values, hint) {
	const { gate, services } = values;
	onlyOneService(values);
	const config = {
		commits: commitsOf(gate),
		pyroscope: pyroscopeConfig(gate),
		service: servedService(services[0], values.now),
		timeoutMs: gate.milliseconds("timeout"),
		json: gate.text("json")
	};
	values.problems.finish(hint);
	return config;
}
function buildReport(values, hint) {
	refuseBisect(values);
	const config = {
		job: "report",
		...commonConfig(values),
		handOff: values.gate.required("report-from"),
		services: ofEach(values.services, gatedService)
	};
	values.problems.finish(hint);
	return config;
}
function buildReplay({ gate, problems }, bundles, hint) {
	const [bundle = "", ...others] = bundles;
	if (bundle === "" || others.length > 0) problems.add("replay", "takes one folder of a bundle");
	problems.finish(hint);
	return {
		bundle,
		seal: gate.text("seal"),
		output: {
			json: gate.text("json"),
			markdown: gate.text("markdown")
		}
	};
}
function jobOf({ isGiven }) {
	if (isGiven("rounds-file")) return "compare-files";
	if (isGiven("base-window") || isGiven("head-window")) return "compare-server";
	return isGiven("pyroscope-url") && !isGiven("forward-profiles") ? "compare-server" : "run";
}
const CONFIG_OF = {
	run: runConfig,
	"compare-files": filesConfig,
	"compare-server": serverConfig
};
function runConfig(values) {
	const { gate } = values;
	return {
		job: "run",
		...commonConfig(values),
		commits: commitsOf(gate),
		forkCode: gate.choice("fork-code", ["refuse", "build"]),
		services: ofEach(values.services, measuredService),
		bisect: gate.flag("bisect"),
		bundle: gate.text("bundle"),
		forwardTo: forwardTo(values)
	};
}
function forwardTo({ gate, isGiven }) {
	if (gate.choice("forward-profiles", ["never", "always"]) === "always") return pyroscopeConfig(gate);
	if (isGiven("pyroscope-url")) gate.problem("pyroscope-url", "is of no use to a run unless forward-profiles is always");
}
function filesConfig(values) {
	refuseBisect(values);
	return {
		job: "compare-files",
		...commonConfig(values),
		manifest: values.gate.required("rounds-file"),
		services: ofEach(values.services, (service) => {
			const gated = gatedService(service);
			return service.values.isGiven("profile-types") ? gated : {
				...gated,
				types: []
			};
		})
	};
}
function serverConfig(values) {
	refuseBisect(values);
	return {
		job: "compare-server",
		...commonConfig(values),
		commits: commitsOf(values.gate),
		pyroscope: pyroscopeConfig(values.gate),
		services: ofEach(values.services, (service) => servedService(service, values.now))
	};
}
function refuseBisect({ gate, isGiven }) {
	if (isGiven("bisect") && gate.flag("bisect")) gate.problem("bisect", "needs a run that builds and measures commits, and this one measures none");
}
function commonConfig({ gate, services: [first, ...others] }) {
	return {
		waivers: [],
		pullRequestWaivers: gate.choice("pull-request-waivers", ["accept", "ignore"]),
		timeoutMs: gate.milliseconds("timeout"),
		output: {
			json: gate.text("json"),
			markdown: gate.text("markdown"),
			handOff: gate.text("hand-off")
		},
		publish: {
			comment: gate.choice("comment", [
				"problems",
				"always",
				"never"
			]),
			commentKey: gate.text("comment-key") ?? (others.length === 0 ? first.name : "all"),
			check: gate.choice("check", ["always", "never"]),
			issues: gate.choice("issues", [
				"schedule",
				"always",
				"never"
			]),
			token: gate.text("github-token")
		}
	};
}
function commitsOf(values) {
	const pattern = values.defaulted("release-tags");
	if (pattern.split("*").length !== 2) values.problem("release-tags", `must have one * where the version stands; it is “${pattern}”`);
	return {
		base: values.text("base"),
		head: values.text("head"),
		releases: {
			pattern,
			preReleases: values.choice("pre-releases", ["skip", "include"])
		}
	};
}
function onlyOneService({ gate, services }) {
	if (services.length === 1) return;
	const names = services.map(({ name }) => name).join(", ");
	gate.problem("service", `is missing: choose one of ${names}`);
}
function ofEach([first, ...others], make) {
	return [make(first), ...others.map(make)];
}
// src/config/sources.ts
var ConfigValues = class {
	problems = new Problems();
	now = Date.now();
	gate;
	services;
	isGiven;
	constructor(sources) {
		this.isGiven = (name) => hasText(sources.given, name);
		this.gate = new OptionValues(layersOf(sources), this.problems, sources.spelling);
		this.services = servicesOf(sources, this);
	}
};
function servicesOf(sources, { gate, isGiven, problems }) {
	const { file } = sources;
	const name = gate.defaulted("service");
	const alone = {
		name,
		values: gate
	};
	if (file === void 0 || file.services.size === 0) return [alone];
	const names = [...file.services.keys()];
	if (isGiven("service") && !names.includes(name)) {
		gate.problem("service", `“${name}” ${unknownName(name, names)}`);
		return [alone];
	}
	const [first = alone, ...others] = [...file.services].filter(([service]) => !isGiven("service") || service === name).map(([service, own]) => {
		const spelling = (option) => `${file.name}: services.${service}.${option.name}`;
		return {
			name: service,
			values: new OptionValues(layersOf(sources, own), problems, spelling)
		};
	});
	if (others.length > 0) refuseOptionsOfOne(gate, isGiven, others.length + 1);
	return [first, ...others];
}
function refuseOptionsOfOne(gate, isGiven, services) {
	for (const { name, ...option } of OPTIONS) {
		const { ofOne } = option;
		if (!ofOne || !isGiven(name)) continue;
		gate.problem(name, `is of one service, and there are ${services}: choose one with \`service\``);
	}
}
function layersOf({ given, file, presets }, own = new Map()) {
	return [
		given,
		own,
		file?.settings ?? new Map(),
		presets
	];
}
function hasText(given, name) {
	return given.get(name)?.some(({ text }) => text.trim() !== "") ?? false;
}
// src/config/configurable.ts
function configurable(sources, build) {
	const { gate, isGiven } = new ConfigValues({
		...sources,
		file: void 0
	});
	return {
		file: {
			path: gate.defaulted("config"),
			isChosen: isGiven("config")
		},
		token: gate.text("github-token"),
		secrets: secretsOf(gate),
		complete: (file) => build(new ConfigValues({
			...sources,
			file
		}))
	};
}
function secretsOf(values) {
	return OPTIONS.filter(({ secretFrom }) => secretFrom !== void 0).flatMap(({ name, kind }) => kind === "lines" ? values.lines(name).flatMap((line) => parseHeader(line)?.[1] ?? line) : values.text(name) ?? []).filter((secret) => secret !== "");
}
// src/entry/configuration.ts
async function completeOnGitHub(wanted, checkout) {
	const { path, isChosen } = wanted.file;
	const { github, log } = checkout;
	const { readTrustedFile } = await import("./trusted-file.js");
	const found = await readTrustedFile(path, {
		...checkout,
		cwd: github.workspace
	});
	if (found?.isChanged) log.warn(`The change under test changes ${path} too; that counts once it is merged. Until then the one of ${found.commit} does.`);
	if (found?.text !== void 0) return wanted.complete(await parsed({
		name: path,
		text: found.text
	}));
	const where = found === void 0 ? "no commit to read it from" : `none in commit ${found.commit}`;
	if (isChosen) throw new FlamegateError("usage", `configuration file ${path}: there is ${where}`, { hint: "It is never taken from the change under test: merge it first, or leave out `config`." });
	return withHint(() => wanted.complete(void 0), found?.isChanged ? `The change under test brings ${path}; it counts once it is merged.` : "");
}
async function completeAtTerminal(wanted, cwd) {
	const { fileInWorkTree } = await import("./work-tree.js");
	const found = await fileInWorkTree(cwd, wanted.file);
	return wanted.complete(found && await parsed(found));
}
async function parsed({ text, name }) {
	const { parseConfigFile } = await import("./parse-config-file2.js");
	return parseConfigFile(text, name);
}
function withHint(complete, more) {
	try {
		return complete();
	} catch (error) {
		if (more === "" || !(error instanceof FlamegateError) || error.kind !== "usage") throw error;
		throw new FlamegateError("usage", error.message, { hint: `${more} ${error.hint ?? ""}`.trim() });
	}
}
// src/entry/failure.ts
function reportFailure(error, log) {
	if (!(error instanceof FlamegateError)) {
		log.warn(`internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
		log.info("This is a bug in Flamegate; please report it with the lines above.");
		return EXIT.measurement;
	}
	log.warn(error.message);
	for (const line of error.output.slice(-20)) log.child("output", line);
	if (error.hint !== void 0) log.info(error.hint);
	return error.exitCode;
}
// src/entry/interrupt.ts
const SIGNALS = [
	{
		name: "SIGINT",
		exitCode: EXIT.interrupted
	},
	{
		name: "SIGTERM",
		exitCode: EXIT.terminated
	},
	{
		name: "SIGHUP",
		exitCode: EXIT.hungUp
	}
];
async function interruptible(source, timeoutMs, job) {
	const controller = new AbortController();
	const listeners = SIGNALS.map(({ name, exitCode }) => {
		const listener = () => {
			controller.abort(new FlamegateError("interrupted", `interrupted by ${name}`, { exitCode }));
		};
		return {
			name,
			listener
		};
	});
	for (const { name, listener } of listeners) source.on(name, listener);
	const timer = setTimeout(() => controller.abort(timeoutError(timeoutMs)), timeoutMs);
	try {
		return await job(controller.signal);
	} finally {
		clearTimeout(timer);
		for (const { name, listener } of listeners) source.off(name, listener);
	}
}
function timeoutError(timeoutMs) {
	return new FlamegateError("measurement", `not done after ${Math.round(timeoutMs / 1e3)} s`, { hint: "Raise `timeout`, or take fewer or shorter rounds." });
}
// src/entry/platform.ts
const SUPPORTED = ["linux", "darwin"];
function refuseUnsupported(platform) {
	if (SUPPORTED.includes(platform)) return;
	throw new FlamegateError("usage", `Flamegate runs on Linux and macOS; this is ${platform}`, { hint: "On GitHub use `runs-on: ubuntu-latest`; on Windows use WSL." });
}
// src/entry/young-generation.ts
const NO_GROWTH = "--semi-space-growth-factor=1";
function keepYoungGenerationSmall() {
	setFlagsFromString(NO_GROWTH);
}
// src/entry/shipped-files.ts
function shippedFiles(folder) {
	const path = (name) => fileURLToPath(new URL(name, folder));
	return {
		preload: path("preload.cjs"),
		canary: path("canary.cjs"),
		metronome: path("metronome.cjs")
	};
}
export { reportFailure as a, configurable as c, buildDoctor as d, buildReplay as f, readGitHubContext as g, jobOf as h, interruptible as i, ConfigValues as l, buildSelfTest as m, keepYoungGenerationSmall as n, completeAtTerminal as o, buildReport as p, refuseUnsupported as r, completeOnGitHub as s, shippedFiles as t, buildConfig as u };
