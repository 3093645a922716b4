import { n as FlamegateError, t as EXIT } from "./errors.js";
import { fileURLToPath } from "node:url";
// src/config/aspects.ts
const ASPECTS = [
	"cpu",
	"cores",
	"memory",
	"system",
	"runtime",
	"sampling",
	"losses",
	"symbols"
];
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
// src/config/window.ts
const FORM = "must be START/END, each like 2026-11-20T10:00:00Z";
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/u;
function parseWindow(text) {
	const parts = text.split("/");
	const [start = "", end = ""] = parts;
	if (parts.length !== 2 || !INSTANT.test(start) || !INSTANT.test(end)) return `${FORM}; it is “${text}”`;
	const from = Date.parse(start);
	const until = Date.parse(end);
	if (Number.isNaN(from) || Number.isNaN(until)) return `${FORM}; it is “${text}”`;
	if (from >= until) return `must end after it starts; it is “${text}”`;
	return {
		from,
		until
	};
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
		base: sideOf(values, "base"),
		head: sideOf(values, "head"),
		slices: values.integer("slices")
	};
}
function headersOf(values) {
	const headers = values.lines("pyroscope-headers").map(parseHeader);
	if (headers.includes(void 0)) values.problem("pyroscope-headers", "must be lines like X-Gateway-Key: 1234");
	return Object.fromEntries(headers.filter((header) => header !== void 0));
}
function sideOf(values, side) {
	const own = values.text(`${side}-selector`);
	const ref = values.text(side);
	if (own === void 0 && ref === void 0) values.problem(`${side}-selector`, `is missing, or a ref for ${side}`);
	return {
		selector: (own ?? values.defaulted("selector")).replaceAll("{service}", serviceText(values)),
		ref,
		requests: values.optionalNumber(`${side}-requests`),
		...windowOf(values, `${side}-window`)
	};
}
function serviceText(values) {
	return JSON.stringify(values.defaulted("service")).slice(1, -1);
}
function windowOf(values, name) {
	const text = values.required(name);
	const parsed = text === "" ? NO_WINDOW : parseWindow(text);
	if (typeof parsed !== "string") return parsed;
	values.problem(name, parsed);
	return NO_WINDOW;
}
const NO_WINDOW = {
	from: 0,
	until: 1
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
// src/config/build.ts
function buildConfig(values, job, hint) {
	const config = CONFIG_OF[job](values);
	values.finish(hint);
	return config;
}
function buildSelfTest(values, hint) {
	const run = runConfig(values);
	const commit = run.commits.base ?? "HEAD";
	const canary = values.fraction("canary");
	const pairs = values.integer("aa-rounds");
	if (canary <= run.policy.maxIncrease) values.problem("canary", "must be more than max-increase: what is allowed is not to be found");
	values.finish(hint);
	return {
		gate: {
			...run,
			commits: {
				base: commit,
				head: commit
			}
		},
		pairs,
		canary
	};
}
function buildDoctor(values, hint) {
	const config = {
		pyroscope: pyroscopeConfig(values),
		profileType: values.defaulted("profile-type"),
		policy: policyOf(values),
		timeoutMs: values.milliseconds("timeout"),
		json: values.text("json")
	};
	values.finish(hint);
	return config;
}
function jobOf(values) {
	if (values.text("rounds-file") !== void 0) return "compare-files";
	return values.text("pyroscope-url") === void 0 ? "run" : "compare-server";
}
const CONFIG_OF = {
	run: runConfig,
	"compare-files": filesConfig,
	"compare-server": serverConfig
};
function runConfig(values) {
	return {
		job: "run",
		...commonConfig(values),
		commits: {
			base: values.text("base"),
			head: values.text("head")
		},
		serviceProcess: serviceConfig(values),
		load: loadConfig(values),
		profiling: {
			profiler: values.choice("profiler", [
				"auto",
				"sdk",
				"node"
			]),
			scrapeUrl: values.text("scrape-url") === void 0 ? void 0 : urlOf(values, "scrape-url"),
			profileType: values.defaulted("profile-type"),
			sampleRate: values.integer("sample-rate")
		},
		plan: planOf(values),
		timeBudgetMs: values.text("time-budget") === void 0 ? void 0 : values.milliseconds("time-budget"),
		bundle: values.text("bundle")
	};
}
function filesConfig(values) {
	return {
		job: "compare-files",
		...commonConfig(values),
		manifest: values.required("rounds-file")
	};
}
function serverConfig(values) {
	return {
		job: "compare-server",
		...commonConfig(values),
		pyroscope: pyroscopeConfig(values)
	};
}
function commonConfig(values) {
	const service = values.defaulted("service");
	return {
		service,
		profileType: values.defaulted("profile-type"),
		policy: policyOf(values),
		allowDifferent: aspectsOf(values),
		onInconclusive: values.choice("on-inconclusive", ["warn", "fail"]),
		timeoutMs: values.milliseconds("timeout"),
		output: {
			json: values.text("json"),
			markdown: values.text("markdown")
		},
		publish: {
			mode: values.choice("mode", [
				"fail",
				"comment",
				"observe"
			]),
			comment: values.choice("comment", [
				"problems",
				"always",
				"never"
			]),
			commentKey: values.text("comment-key") ?? service,
			token: values.text("github-token")
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
function aspectsOf(values) {
	return values.lines("allow-different").flatMap((line) => line.split(/[\s,]+/u)).flatMap((name) => {
		const aspect = ASPECTS.find((known) => known === name);
		if (aspect !== void 0) return [aspect];
		values.problem("allow-different", `must name some of ${ASPECTS.join(", ")}; it names “${name}”`);
		return [];
	});
}
function policyOf(values) {
	return {
		maxIncrease: values.number("max-increase") / 100,
		minRelative: values.fraction("min-relative"),
		alpha: values.fraction("alpha")
	};
}
function serviceConfig(values) {
	return {
		name: values.defaulted("service"),
		directory: directoryOf(values),
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
	return values.lines("load-requests").flatMap((line) => {
		const request = parseLoadRequest(line);
		if (typeof request !== "string") return [request];
		values.problem("load-requests", `: ${request}`);
		return [];
	});
}
function directoryOf(values) {
	const directory = values.defaulted("directory");
	if (directory.startsWith("/") || directory.split("/").includes("..")) values.problem("directory", `must lie inside the repository; it is “${directory}”`);
	return directory;
}
// src/config/options/spec.ts
const KNOWN_TO = {
	run: ["run"],
	compare: ["compare"],
	both: ["run", "compare"],
	measuring: ["run", "self-test"],
	selfTest: ["self-test"],
	server: ["compare", "doctor"],
	all: [
		"run",
		"compare",
		"self-test"
	],
	every: [
		"run",
		"compare",
		"self-test",
		"doctor"
	],
	action: []
};
function flagOf(option) {
	return option.flag ?? option.name;
}
// src/config/options/load.ts
const LOAD_OPTIONS = [
	{
		name: "load-url",
		kind: "text",
		default: "http://127.0.0.1:{port}",
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Root URL that the load is sent to."
	},
	{
		name: "load-requests",
		kind: "lines",
		default: "GET /",
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Requests of the built-in load, sent in turn, one a line: `GET /search?q=tea`, or JSON: `{\"method\": \"POST\", \"path\": \"/order\", \"headers\": {\"content-type\": \"application/json\"}, \"body\": {\"items\": 3}}`."
	},
	{
		name: "load-command",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Shell command that makes the load instead. It finds the target in `FLAMEGATE_TARGET`, the seconds in `FLAMEGATE_DURATION`, and writes `{\"requests\": N, \"failed\": N}`, a k6 summary or autocannon JSON to the file `FLAMEGATE_RESULT`."
	},
	{
		name: "connections",
		kind: "integer",
		default: "6",
		min: 1,
		max: 1e4,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Connections of the built-in load."
	},
	{
		name: "rate",
		kind: "number",
		min: .1,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Requests per second over all connections. Default: every connection sends its next request when the last is answered."
	},
	{
		name: "warmup",
		kind: "duration",
		default: "2s",
		min: 0,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Load before the measured part of every round, for caches and compilers."
	},
	{
		name: "duration",
		kind: "duration",
		default: "5s",
		min: 1,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Measured load of every round."
	},
	{
		name: "rounds",
		kind: "integer",
		default: "6",
		min: 3,
		max: 200,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Rounds of each side before the first look at them, in alternating order, every one with a fresh process. Measuring goes on until the answer is certain; an alarm is confirmed by fresh rounds."
	},
	{
		name: "max-rounds",
		kind: "integer",
		default: "20",
		min: 3,
		max: 200,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Rounds of each side at which the search for a change ends. More rounds see smaller changes. As many as `rounds`: one look only."
	},
	{
		name: "time-budget",
		kind: "duration",
		min: 1,
		commands: KNOWN_TO.run,
		group: "Load",
		description: "No further rounds are begun that would probably end later than this after the first one began; the verdict is made from what there is then."
	},
	{
		name: "max-failed",
		kind: "percent",
		default: "1%",
		min: 0,
		max: 100,
		commands: KNOWN_TO.measuring,
		group: "Load",
		description: "Failed requests beyond this make the measurement invalid."
	}
];
// src/config/options/profiles.ts
const PROFILE_OPTIONS = [
	{
		name: "profiler",
		kind: "choice",
		choices: [
			"auto",
			"sdk",
			"node"
		],
		default: "auto",
		commands: KNOWN_TO.measuring,
		group: "Profiles",
		description: "`sdk`: the service pushes profiles with its own Pyroscope SDK. `node`: Flamegate profiles a Node service itself. `auto`: `node` unless an SDK is loaded."
	},
	{
		name: "scrape-url",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Profiles",
		description: "URL that is asked for a pprof of the measured load (`?seconds=N` is added), for services without an SDK: `http://127.0.0.1:{port}/debug/pprof/profile` for Go with `net/http/pprof`."
	},
	{
		name: "profile-type",
		kind: "text",
		default: "cpu",
		commands: KNOWN_TO.every,
		group: "Profiles",
		description: "Sample type that is compared, such as `cpu` or `wall`. Of a Pyroscope server also a kind (`allocations`, `in-use`, `locks`) or a whole profile type."
	},
	{
		name: "sample-rate",
		kind: "integer",
		default: "1000",
		min: 10,
		max: 5e3,
		commands: KNOWN_TO.measuring,
		group: "Profiles",
		description: "Samples per second asked of profilers that take it from the environment. Precision is limited by their number up to about 1,000."
	},
	{
		name: "rounds-file",
		flag: "rounds",
		kind: "text",
		commands: KNOWN_TO.compare,
		group: "Recorded profiles",
		description: "Compare the recorded rounds that this manifest (`rounds.json`) lists."
	},
	{
		name: "pyroscope-url",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Compare profiles that this Pyroscope server (or Grafana data source proxy) holds."
	},
	{
		name: "selector",
		kind: "text",
		default: "{service_name=\"{service}\", service_git_ref=\"{ref}\"}",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Labels of both sides’ profiles. `{ref}` stands for `base` or `head`, which may be a short SHA or a tag as long as only one value there is can be meant."
	},
	{
		name: "base-selector",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Labels of base’s profiles where they differ in more: `{service_name=\"shop\", version=\"1.4\"}`."
	},
	{
		name: "head-selector",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Labels of head’s profiles where they differ in more."
	},
	{
		name: "base-window",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Time of base’s profiles: `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`."
	},
	{
		name: "head-window",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Time of head’s profiles."
	},
	{
		name: "base-requests",
		kind: "number",
		min: 1,
		commands: KNOWN_TO.compare,
		group: "Recorded profiles",
		description: "Requests that base served in its window, as your metrics counted them; they are taken to be spread evenly over it. Without it the work is estimated from what all functions have in common."
	},
	{
		name: "head-requests",
		kind: "number",
		min: 1,
		commands: KNOWN_TO.compare,
		group: "Recorded profiles",
		description: "Requests that head served in its window."
	},
	{
		name: "slices",
		kind: "integer",
		default: "12",
		min: 3,
		max: 200,
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Equal parts that each window is cut into; they serve as rounds."
	},
	{
		name: "pyroscope-tenant",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Tenant, sent as `X-Scope-OrgID`."
	},
	{
		name: "pyroscope-user",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "User of basic authentication (Grafana Cloud: the stack’s number)."
	},
	{
		name: "pyroscope-password",
		kind: "text",
		commands: KNOWN_TO.server,
		secretFrom: "FLAMEGATE_PYROSCOPE_PASSWORD",
		group: "Recorded profiles",
		description: "Password of basic authentication."
	},
	{
		name: "pyroscope-token",
		kind: "text",
		commands: KNOWN_TO.server,
		secretFrom: "FLAMEGATE_PYROSCOPE_TOKEN",
		group: "Recorded profiles",
		description: "Bearer token, such as that of a Grafana service account."
	},
	{
		name: "pyroscope-headers",
		kind: "lines",
		commands: KNOWN_TO.server,
		secretFrom: "FLAMEGATE_PYROSCOPE_HEADERS",
		group: "Recorded profiles",
		description: "Further headers for what stands in front of the server, one a line: `X-Gateway-Key: 1234`. Their values are secret."
	}
];
// src/config/options/report.ts
const GITHUB_TOKEN = ["$", "{{ github.token }}"].join("");
const REPORT_OPTIONS = [
	{
		name: "max-increase",
		kind: "number",
		default: "1.0",
		min: .01,
		max: 100,
		commands: KNOWN_TO.every,
		group: "Verdict",
		description: "A function may rise by this many points of the base’s CPU per request."
	},
	{
		name: "min-relative",
		kind: "percent",
		default: "5%",
		min: 0,
		max: 1e3,
		commands: KNOWN_TO.every,
		group: "Verdict",
		description: "A function may rise by this part of its own cost, whatever the points."
	},
	{
		name: "alpha",
		kind: "percent",
		default: "1%",
		min: .001,
		max: 20,
		commands: KNOWN_TO.every,
		group: "Verdict",
		description: "Probability of any false alarm in one gate, over all functions together."
	},
	{
		name: "allow-different",
		kind: "lines",
		commands: KNOWN_TO.all,
		group: "Verdict",
		description: "In what base and head may differ besides their code, such as `runtime`, one a line; otherwise they are refused: `cpu`, `cores`, `memory`, `system`, `runtime`, `sampling`, `losses`, `symbols`."
	},
	{
		name: "mode",
		kind: "choice",
		choices: [
			"fail",
			"comment",
			"observe"
		],
		default: "fail",
		commands: KNOWN_TO.action,
		group: "Verdict",
		description: "`fail`: a regression fails the check. `comment`: it only comments. `observe`: only the job summary."
	},
	{
		name: "on-inconclusive",
		kind: "choice",
		choices: ["warn", "fail"],
		default: "warn",
		cliDefault: "fail",
		commands: KNOWN_TO.both,
		group: "Verdict",
		description: "Whether «could not tell» fails, in mode `fail`."
	},
	{
		name: "timeout",
		kind: "duration",
		default: "60m",
		min: 1,
		commands: KNOWN_TO.every,
		group: "Verdict",
		description: "Longest time for everything; past it the run is cleaned up and invalid."
	},
	{
		name: "comment",
		kind: "choice",
		choices: [
			"problems",
			"always",
			"never"
		],
		default: "problems",
		commands: KNOWN_TO.action,
		group: "Report",
		description: "When to write the pull request’s comment. `problems`: not for a pass, though one that is there is brought up to date."
	},
	{
		name: "comment-key",
		kind: "text",
		commands: KNOWN_TO.action,
		group: "Report",
		description: "Tells comments of several gates on one pull request apart. Default: the service."
	},
	{
		name: "github-token",
		kind: "text",
		actionDefault: GITHUB_TOKEN,
		commands: KNOWN_TO.action,
		secretFrom: "GITHUB_TOKEN",
		group: "Report",
		description: "Token for the comment, and to fetch commits that the checkout lacks."
	},
	{
		name: "json",
		kind: "text",
		commands: KNOWN_TO.every,
		group: "Report",
		description: "File to write the result to, as JSON."
	},
	{
		name: "markdown",
		kind: "text",
		commands: KNOWN_TO.both,
		group: "Report",
		description: "File to write the report to, as Markdown."
	},
	{
		name: "bundle",
		kind: "text",
		commands: KNOWN_TO.run,
		group: "Report",
		description: "Folder to keep the recorded rounds in; `flamegate compare --rounds FOLDER/rounds.json` gives the same verdict again."
	}
];
// src/config/options/self-test.ts
const SELF_TEST_OPTIONS = [{
	name: "aa-rounds",
	kind: "integer",
	default: "10",
	min: 3,
	max: 200,
	commands: KNOWN_TO.selfTest,
	group: "Self-test",
	description: "Rounds of each side in which the commit is compared with itself, to count false alarms."
}, {
	name: "canary",
	kind: "percent",
	default: "5%",
	min: .01,
	max: 1e3,
	commands: KNOWN_TO.selfTest,
	group: "Self-test",
	description: "Size of the slowdown that is planted and must be found, in percent of a request’s CPU. Must be more than `max-increase`."
}];
// src/config/options.ts
const OPTIONS = [
	...[
		{
			name: "base",
			kind: "text",
			commands: KNOWN_TO.every,
			group: "Commits",
			description: "Commit before the change: a branch, tag or commit. On a pull request: the first parent of the merge commit that GitHub checked out. `self-test` compares this commit with itself; there the default is `HEAD`. Of a Pyroscope server: the value of the label that `{ref}` stands in."
		},
		{
			name: "head",
			kind: "text",
			commands: [
				"run",
				"compare",
				"doctor"
			],
			group: "Commits",
			description: "Commit with the change. Default: the checked-out commit."
		},
		{
			name: "service",
			kind: "text",
			default: "service",
			commands: KNOWN_TO.every,
			group: "Service",
			description: "Name of the service, for reports; handed to its Pyroscope SDK as the application name."
		},
		{
			name: "directory",
			kind: "text",
			default: ".",
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Folder of the repository in which `build` and `start` run."
		},
		{
			name: "build",
			kind: "text",
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Shell command that builds one side; runs once for base and once for head."
		},
		{
			name: "start",
			kind: "text",
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Shell command that starts the service. The port to listen on is in `PORT` and replaces `{port}`. Required for a load test."
		},
		{
			name: "ready-url",
			kind: "text",
			default: "http://127.0.0.1:{port}/",
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "URL that answers 2xx or 3xx once the service can take requests."
		},
		{
			name: "build-timeout",
			kind: "duration",
			default: "15m",
			min: 1,
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Longest time for one `build`."
		},
		{
			name: "ready-timeout",
			kind: "duration",
			default: "60s",
			min: 1,
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Longest time from `start` until the service is ready."
		},
		{
			name: "stop-timeout",
			kind: "duration",
			default: "10s",
			min: 0,
			commands: KNOWN_TO.measuring,
			group: "Service",
			description: "Time that the service has after SIGTERM to send its last profile and exit, before it is killed."
		}
	],
	...LOAD_OPTIONS,
	...PROFILE_OPTIONS,
	...SELF_TEST_OPTIONS,
	...REPORT_OPTIONS
];
// src/config/values.ts
var OptionValues = class {
	#raw;
	#spelling;
	#problems = [];
	constructor(raw, spelling) {
		this.#raw = raw;
		this.#spelling = spelling;
	}
	problem(name, message) {
		this.#problems.push(`${this.#spelling(specOf(name))} ${message}`);
	}
	finish(hint) {
		if (this.#problems.length === 0) return;
		throw new FlamegateError("usage", this.#problems.join("; "), { hint });
	}
	text(name) {
		return this.#given(name) ?? specOf(name).default;
	}
	defaulted(name) {
		return this.text(name) ?? "";
	}
	required(name) {
		const text = this.text(name);
		if (text === void 0) this.problem(name, "is missing");
		return text ?? "";
	}
	lines(name) {
		return this.defaulted(name).split("\n").map((line) => line.trim()).filter((line) => line !== "");
	}
	choice(name, choices) {
		const text = this.defaulted(name);
		const found = choices.find((choice) => choice === text);
		if (found !== void 0) return found;
		this.problem(name, `must be one of ${choices.join(", ")}; it is “${text}”`);
		return choices[0];
	}
	number(name) {
		return this.optionalNumber(name) ?? NaN;
	}
	optionalNumber(name) {
		return this.#measured(name, /^(-?\d+(?:\.\d+)?)$/u, "a number", () => 1);
	}
	integer(name) {
		return this.#measured(name, /^(-?\d+)$/u, "a whole number", () => 1) ?? NaN;
	}
	fraction(name) {
		return (this.#measured(name, /^(-?\d+(?:\.\d+)?) ?%?$/u, "a percentage", () => 1) ?? NaN) / 100;
	}
	seconds(name) {
		return this.#measured(name, /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/u, "a duration such as 90s or 5m", (unit) => SECONDS[unit] ?? 1) ?? NaN;
	}
	milliseconds(name) {
		return Math.round(this.seconds(name) * 1e3);
	}
	#given(name) {
		const text = this.#raw.get(name)?.trim();
		return text === "" ? void 0 : text;
	}
	#measured(name, pattern, what, scaleOf) {
		const text = this.text(name);
		if (text === void 0) return void 0;
		const match = pattern.exec(text);
		if (match === null) {
			this.problem(name, `must be ${what}; it is “${text}”`);
			return;
		}
		const value = Number(match[1]) * scaleOf(match[2] ?? "");
		const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = specOf(name);
		if (value < min || value > max) {
			this.problem(name, `must be ${rangeText(min, max)}; it is “${text}”`);
			return;
		}
		return value;
	}
};
const SECONDS = {
	ms: .001,
	s: 1,
	m: 60,
	h: 3600
};
function rangeText(min, max) {
	if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
	return `from ${min} to ${max}`;
}
function specOf(name) {
	return OPTIONS.find((option) => option.name === name);
}
// src/version.ts
const version = "0.1.0";
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
// src/entry/shipped-files.ts
function shippedFiles(folder) {
	const path = (name) => fileURLToPath(new URL(name, folder));
	return {
		preload: path("preload.cjs"),
		canary: path("canary.cjs"),
		metronome: path("metronome.cjs")
	};
}
export { version as a, flagOf as c, buildSelfTest as d, jobOf as f, reportFailure as i, buildConfig as l, refuseUnsupported as n, OptionValues as o, interruptible as r, OPTIONS as s, shippedFiles as t, buildDoctor as u };
