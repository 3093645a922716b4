import { n as FlamegateError } from "./errors.js";
// src/config/nearest.ts
function unknownName(written, known) {
	const meant = nearest(written, known);
	return meant === void 0 ? `is not known; there is: ${known.join(", ")}` : `is not known; did you mean “${meant}”?`;
}
function nearest(written, known) {
	const most = Math.max(1, Math.floor(written.length / 3));
	let best;
	for (const name of known) {
		const changes = changesBetween(written.toLowerCase(), name.toLowerCase());
		if (changes <= most && (best === void 0 || changes < best.changes)) best = {
			name,
			changes
		};
	}
	return best?.name;
}
function changesBetween(one, other) {
	let beforeLast = [];
	let last = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let i = 1; i <= one.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const isSame = one[i - 1] === other[j - 1];
			const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
			const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
		}
		beforeLast = last;
		last = row;
	}
	return last[other.length] ?? 0;
}
// src/config/options/spec.ts
const KNOWN_TO = {
	run: ["run"],
	compare: ["compare"],
	both: ["run", "compare"],
	measuring: ["run", "self-test"],
	selfTest: ["self-test"],
	server: ["compare", "doctor"],
	connecting: [
		"run",
		"compare",
		"doctor"
	],
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
	told: [
		"run",
		"compare",
		"replay",
		"self-test",
		"doctor"
	],
	replay: ["replay"],
	action: []
};
const TERMINAL_ONLY = new Set(["self-test", "replay"]);
function isInput(option) {
	if (option.fileOnly) return false;
	return option.commands.length === 0 || option.commands.some((command) => !TERMINAL_ONLY.has(command));
}
function flagOf(option) {
	return option.flag ?? option.name;
}
// src/config/options/configuration.ts
const CONFIGURATION_OPTIONS = [{
	name: "config",
	kind: "text",
	default: ".flamegate.yml",
	commands: [...KNOWN_TO.every, "init"],
	group: "Configuration",
	description: "File with settings, for one service or several. On GitHub its path in the repository; it is read from the base of a pull request, else from the commit that started the workflow, never from what is checked out. On the command line a file of the work tree. Without one of the default name there are no further settings. `init` writes it."
}];
// src/config/options/load.ts
const LOAD_OPTIONS = [
	{
		name: "load-url",
		kind: "text",
		default: "http://127.0.0.1:{port}",
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
		ofOne: true,
		description: "Root URL that the load is sent to."
	},
	{
		name: "load-requests",
		kind: "lines",
		default: "GET /",
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
		ofOne: true,
		item: {
			text: "`METHOD /path`",
			fields: {
				method: {
					kind: "text",
					description: "HTTP method, `GET` unless given."
				},
				path: {
					kind: "text",
					required: true,
					description: "Path with query, from the root."
				},
				headers: {
					kind: "any",
					description: "Header fields: texts by name."
				},
				body: {
					kind: "any",
					description: "Text, or anything else to be sent as JSON."
				}
			}
		},
		description: "Requests of the built-in load, sent in turn, one a line: `GET /search?q=tea`, or JSON: `{\"method\": \"POST\", \"path\": \"/order\", \"headers\": {\"content-type\": \"application/json\"}, \"body\": {\"items\": 3}}`."
	},
	{
		name: "load-command",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
		ofOne: true,
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
		file: "service",
		description: "Connections of the built-in load."
	},
	{
		name: "rate",
		kind: "number",
		min: .1,
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
		description: "Requests per second over all connections. Default: every connection sends its next request when the last is answered."
	},
	{
		name: "warmup",
		kind: "duration",
		default: "2s",
		min: 0,
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
		description: "Load before the measured part of every round, for caches and compilers."
	},
	{
		name: "duration",
		kind: "duration",
		default: "5s",
		min: 1,
		commands: KNOWN_TO.measuring,
		group: "Load",
		file: "service",
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
		file: "service",
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
		file: "service",
		description: "Rounds of each side at which the search for a change ends. More rounds see smaller changes. As many as `rounds`: one look only."
	},
	{
		name: "time-budget",
		kind: "duration",
		min: 1,
		commands: KNOWN_TO.run,
		group: "Load",
		file: "service",
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
		file: "service",
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
		file: "service",
		description: "`sdk`: the service pushes profiles with its own Pyroscope SDK. `node`: Flamegate profiles a Node service itself. `auto`: `node` unless an SDK is loaded."
	},
	{
		name: "scrape-url",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Profiles",
		file: "service",
		ofOne: true,
		description: "URL that is asked for a pprof of the measured load (`?seconds=N` is added), for services without an SDK: `http://127.0.0.1:{port}/debug/pprof/profile` for Go with `net/http/pprof`."
	},
	{
		name: "profile-types",
		flag: "profile-type",
		kind: "lines",
		default: "cpu",
		commands: KNOWN_TO.every,
		group: "Profiles",
		file: "service",
		item: {
			text: "a sample type, such as `cpu`",
			fields: {
				type: {
					kind: "text",
					required: true,
					description: "Sample type, such as `cpu`."
				},
				"max-increase": {
					kind: "number",
					min: .01,
					max: 100,
					description: "`max-increase` of this type."
				},
				"min-relative": {
					kind: "percent",
					min: 0,
					max: 1e3,
					description: "`min-relative` of this type."
				}
			}
		},
		description: "Sample types that are compared, such as `cpu`, `wall` or `alloc_space`, or kinds (`allocations`, `in-use`, `locks`), one a line; with thresholds of their own as JSON: `{\"type\": \"alloc_space\", \"max-increase\": 3}`. Of a Pyroscope server also whole profile types. All of them share `alpha`. Default for recorded rounds: all types that they have."
	},
	{
		name: "sample-rate",
		kind: "integer",
		default: "1000",
		min: 10,
		max: 5e3,
		commands: KNOWN_TO.measuring,
		group: "Profiles",
		file: "service",
		description: "Samples per second asked of profilers that take it from the environment. Precision is limited by their number up to about 1,000."
	},
	{
		name: "forward-profiles",
		kind: "choice",
		choices: ["never", "always"],
		default: "never",
		commands: ["run"],
		group: "Profiles",
		file: "gate",
		description: "Whether the profiles that a run compares are sent on to the server at `pyroscope-url`, labelled with commit, run, side and round."
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
		commands: KNOWN_TO.connecting,
		group: "Recorded profiles",
		file: "gate",
		description: "Compare profiles that this Pyroscope server (or Grafana data source proxy) holds. With `forward-profiles`: where a run sends them on to."
	},
	{
		name: "selector",
		kind: "text",
		default: "{service_name=\"{service}\", service_git_ref=\"{ref}\"}",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		file: "service",
		description: "Labels of both sides’ profiles. `{ref}` stands for `base` or `head`, or the commit that it is in a checkout; a short SHA or a tag will do as long as only one value there is can be meant."
	},
	{
		name: "base-selector",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		file: "service",
		ofOne: true,
		description: "Labels of base’s profiles where they differ in more: `{service_name=\"shop\", version=\"1.4\"}`."
	},
	{
		name: "head-selector",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		file: "service",
		ofOne: true,
		description: "Labels of head’s profiles where they differ in more."
	},
	{
		name: "base-window",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		description: "Time of base’s profiles: `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`, or relative to now, in UTC: `now-8d..now-7d`, `now-1d/d..now-1d/d` for all of yesterday."
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
		ofOne: true,
		description: "Requests that base served in its window, as your metrics counted them; they are taken to be spread evenly over it. Without it the work is estimated from what all functions have in common."
	},
	{
		name: "head-requests",
		kind: "number",
		min: 1,
		commands: KNOWN_TO.compare,
		group: "Recorded profiles",
		ofOne: true,
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
		file: "service",
		description: "Equal parts that each window is cut into; they serve as rounds."
	},
	{
		name: "round-label",
		kind: "text",
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		file: "service",
		description: "Label whose values tell rounds apart, instead of `slices`: `flamegate_round` for what a run sent on."
	},
	{
		name: "pyroscope-timeout",
		kind: "duration",
		default: "2m",
		min: 1,
		commands: KNOWN_TO.server,
		group: "Recorded profiles",
		file: "gate",
		description: "Longest time for one answer of the server; what takes longer is asked for in shorter ranges of time."
	},
	{
		name: "pyroscope-tenant",
		kind: "text",
		commands: KNOWN_TO.connecting,
		group: "Recorded profiles",
		file: "gate",
		description: "Tenant, sent as `X-Scope-OrgID`."
	},
	{
		name: "pyroscope-user",
		kind: "text",
		commands: KNOWN_TO.connecting,
		group: "Recorded profiles",
		file: "gate",
		description: "User of basic authentication (Grafana Cloud: the stack’s number)."
	},
	{
		name: "pyroscope-password",
		kind: "text",
		commands: KNOWN_TO.connecting,
		secretFrom: "FLAMEGATE_PYROSCOPE_PASSWORD",
		group: "Recorded profiles",
		description: "Password of basic authentication."
	},
	{
		name: "pyroscope-token",
		kind: "text",
		commands: KNOWN_TO.connecting,
		secretFrom: "FLAMEGATE_PYROSCOPE_TOKEN",
		group: "Recorded profiles",
		description: "Bearer token, such as that of a Grafana service account."
	},
	{
		name: "pyroscope-headers",
		kind: "lines",
		commands: KNOWN_TO.connecting,
		secretFrom: "FLAMEGATE_PYROSCOPE_HEADERS",
		group: "Recorded profiles",
		description: "Further headers for what stands in front of the server, one a line: `X-Gateway-Key: 1234`. Their values are secret."
	}
];
// src/config/options/report.ts
const GITHUB_TOKEN = ["$", "{{ github.token }}"].join("");
const FUNCTION_FIELDS = {
	function: {
		kind: "text",
		description: "Functions’ names as reports have them; `*` and `?` stand for letters."
	},
	file: {
		kind: "text",
		description: "Their files as reports have them; patterns as in CODEOWNERS: `src/search/`."
	},
	package: {
		kind: "text",
		description: "Their packages, with the same patterns: `lodash`, `github.com/acme/shop`."
	}
};
const REPORT_OPTIONS = [
	{
		name: "max-increase",
		kind: "number",
		default: "1.0",
		min: .01,
		max: 100,
		commands: KNOWN_TO.every,
		group: "Verdict",
		file: "service",
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
		file: "service",
		description: "A function may rise by this part of its own cost, whatever the points."
	},
	{
		name: "thresholds",
		kind: "lines",
		commands: KNOWN_TO.every,
		group: "Verdict",
		file: "service",
		addsUp: true,
		item: { fields: {
			...FUNCTION_FIELDS,
			"max-increase": {
				kind: "number",
				min: .01,
				max: 100,
				description: "They may rise by this many points."
			},
			"min-relative": {
				kind: "percent",
				min: 0,
				max: 1e3,
				description: "They may rise by this part of their own cost."
			},
			ignore: {
				kind: "flag",
				description: "They are not judged at all."
			}
		} },
		description: "Functions with limits of their own, by name, file or package, one a line as JSON: `{\"function\": \"renderCsv*\", \"max-increase\": 3}`, `{\"package\": \"lodash\", \"ignore\": true}`. Of those that match a function the first one counts."
	},
	{
		name: "waivers",
		kind: "lines",
		commands: KNOWN_TO.action,
		group: "Verdict",
		file: "service",
		fileOnly: true,
		addsUp: true,
		item: { fields: {
			...FUNCTION_FIELDS,
			ceiling: {
				kind: "number",
				required: true,
				min: .01,
				max: 100,
				description: "Rise that is accepted, in points."
			},
			reason: {
				kind: "text",
				required: true,
				description: "Why it is accepted."
			},
			issue: {
				kind: "text",
				description: "Where it is followed up."
			},
			expires: {
				kind: "date",
				required: true,
				description: "Last day (UTC) on which it is accepted, such as `2027-01-31`."
			}
		} },
		description: "Rises that are accepted for a while: measured and shown, and no failure up to `ceiling`. Once one has expired, the rise fails."
	},
	{
		name: "pull-request-waivers",
		kind: "choice",
		choices: ["accept", "ignore"],
		default: "accept",
		commands: KNOWN_TO.action,
		group: "Verdict",
		file: "gate",
		description: "Whether people who may write to the repository can waive a rise on a pull request, by a comment (`/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`) or a label (`flamegate: waive scoreOne 5`). Needs `pull-requests: read`."
	},
	{
		name: "alpha",
		kind: "percent",
		default: "1%",
		min: .001,
		max: 20,
		commands: KNOWN_TO.every,
		group: "Verdict",
		file: "gate",
		description: "Probability of any false alarm in one gate, over all functions together."
	},
	{
		name: "allow-different",
		kind: "lines",
		commands: KNOWN_TO.all,
		group: "Verdict",
		file: "service",
		description: "In what base and head may differ besides their code, such as `runtime`, one a line; otherwise they are refused: `cpu`, `cores`, `memory`, `system`, `runtime`, `sampling`, `losses`, `symbols`."
	},
	{
		name: "mode",
		kind: "choice",
		choices: [
			"observe",
			"comment",
			"block"
		],
		default: "block",
		commands: KNOWN_TO.action,
		group: "Verdict",
		file: "service",
		description: "How much teeth it has. `observe`: only the job summary. `comment`: also a comment and a neutral check. `block`: a regression fails the check."
	},
	{
		name: "on-inconclusive",
		kind: "choice",
		choices: ["warn", "fail"],
		default: "warn",
		cliDefault: "fail",
		commands: KNOWN_TO.both,
		group: "Verdict",
		file: "service",
		description: "Whether «could not tell» fails, in mode `block`."
	},
	{
		name: "timeout",
		kind: "duration",
		default: "60m",
		min: 1,
		commands: KNOWN_TO.every,
		group: "Verdict",
		file: "gate",
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
		file: "gate",
		description: "When to write the pull request’s comment. `problems`: not for a pass, though one that is there is brought up to date."
	},
	{
		name: "owners",
		kind: "lines",
		commands: KNOWN_TO.action,
		group: "Report",
		file: "service",
		fileOnly: true,
		addsUp: true,
		item: {
			pair: {
				key: "files",
				value: "owners"
			},
			fields: {
				files: {
					kind: "text",
					required: true,
					description: "Pattern as in CODEOWNERS."
				},
				owners: {
					kind: "texts",
					required: true,
					description: "Accounts, teams or addresses."
				}
			}
		},
		description: "Who is told of findings in which files, by patterns as in CODEOWNERS: `src/search/: \"@acme/search\"`. Of those that match a file the first one counts; it counts before CODEOWNERS."
	},
	{
		name: "playbook",
		kind: "text",
		commands: KNOWN_TO.action,
		group: "Report",
		file: "service",
		fileOnly: true,
		description: "Page that tells what to do when this service got slower; reports link to it."
	},
	{
		name: "comment-key",
		kind: "text",
		commands: KNOWN_TO.action,
		group: "Report",
		file: "gate",
		description: "Tells comments, check runs and issues of several gates apart. Default: the service."
	},
	{
		name: "check",
		kind: "choice",
		choices: ["always", "never"],
		default: "always",
		commands: KNOWN_TO.action,
		group: "Report",
		file: "gate",
		description: "Whether the commit gets a check run with the verdict, called `Flamegate: ` and the comment key: `success`, `failure`, or `neutral` for what did not pass but does not fail either. Needs `checks: write`."
	},
	{
		name: "issues",
		kind: "choice",
		choices: [
			"schedule",
			"always",
			"never"
		],
		default: "schedule",
		commands: KNOWN_TO.action,
		group: "Report",
		file: "gate",
		description: "When every function that got slower has an issue of its own, which is closed when it no longer is. `schedule`: in runs on a schedule. Needs `issues: write`."
	},
	{
		name: "hand-off",
		kind: "text",
		commands: KNOWN_TO.action,
		group: "Report",
		description: "File to write for a run that reports this one: the run of a fork may not comment, see docs/github.md."
	},
	{
		name: "report-from",
		kind: "text",
		commands: KNOWN_TO.action,
		group: "Report",
		description: "Measure nothing; on `workflow_run`, report the `hand-off` file of the run that has ended."
	},
	{
		name: "github-token",
		kind: "text",
		actionDefault: GITHUB_TOKEN,
		commands: KNOWN_TO.action,
		secretFrom: "GITHUB_TOKEN",
		group: "Report",
		description: "Token for the comment, the check run and issues, and to fetch commits that the checkout lacks."
	},
	{
		name: "json",
		kind: "text",
		commands: KNOWN_TO.told,
		group: "Report",
		description: "File to write the result to, as JSON."
	},
	{
		name: "markdown",
		kind: "text",
		commands: [
			"run",
			"compare",
			"replay"
		],
		group: "Report",
		description: "File to write the report to, as Markdown."
	},
	{
		name: "seal",
		kind: "text",
		commands: KNOWN_TO.replay,
		group: "Report",
		description: "Seal of the bundle, as the report told it: a bundle that was changed as a whole is refused too."
	},
	{
		name: "bundle",
		kind: "text",
		commands: KNOWN_TO.run,
		group: "Report",
		description: "Folder to keep the recorded rounds in, and all else that the report was made from; `flamegate replay FOLDER` makes it again."
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
// src/config/options/service.ts
const SERVICE_OPTIONS = [
	{
		name: "base",
		kind: "text",
		commands: KNOWN_TO.every,
		group: "Commits",
		description: "Commit before the change: a branch, tag or commit; `release:newest`; or `release:previous`, the release before `head` or before the newest. Default: what the event says, see docs/github.md. `self-test` compares this commit with itself; there the default is `HEAD`. Of a Pyroscope server: what the profiles are labelled with in the place of `{ref}`, or what git knows that by."
	},
	{
		name: "head",
		kind: "text",
		commands: KNOWN_TO.connecting,
		group: "Commits",
		description: "Commit with the change; `release:newest` or `release:previous`, too. Default: the checked-out commit. Of a Pyroscope server: as `base`."
	},
	{
		name: "release-tags",
		kind: "text",
		default: "*",
		commands: KNOWN_TO.connecting,
		file: "gate",
		group: "Commits",
		description: "Tags that are releases, with `*` where the version stands: `shop@*`. Versions (`v1.4.2`) and dates (`2026-11-20`) have an order; other tags are no releases."
	},
	{
		name: "pre-releases",
		kind: "choice",
		choices: ["skip", "include"],
		default: "skip",
		commands: KNOWN_TO.connecting,
		file: "gate",
		group: "Commits",
		description: "Whether `v1.5.0-rc.1` is a release."
	},
	{
		name: "bisect",
		kind: "switch",
		default: "false",
		commands: KNOWN_TO.run,
		group: "Commits",
		file: "gate",
		description: "Whether to search for the commit between `base` and `head` that made a function slower, by measuring some of them. Takes several times as long as the comparison; `timeout` holds for all of it. See docs/bisect.md."
	},
	{
		name: "fork-code",
		kind: "choice",
		choices: ["refuse", "build"],
		default: "refuse",
		commands: KNOWN_TO.action,
		group: "Commits",
		description: "What to do with the code of a fork where it could reach a secret: on `pull_request_target`, `workflow_run` or `issue_comment`, or with a secret in the environment."
	},
	{
		name: "service",
		kind: "text",
		default: "service",
		commands: KNOWN_TO.every,
		group: "Service",
		description: "Name of the service, for reports; handed to its Pyroscope SDK as the application name. When the configuration file names services: the one of them that is gated, instead of all."
	},
	{
		name: "directory",
		kind: "text",
		default: ".",
		commands: KNOWN_TO.all,
		group: "Service",
		file: "service",
		ofOne: true,
		description: "Folder of the repository in which `build` and `start` run, and whose `catalog-info.yaml` is the service’s."
	},
	{
		name: "build",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		ofOne: true,
		description: "Shell command that builds one side; runs once for base and once for head."
	},
	{
		name: "start",
		kind: "text",
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		ofOne: true,
		description: "Shell command that starts the service. The port to listen on is in `PORT` and replaces `{port}`. Required for a load test."
	},
	{
		name: "ready-url",
		kind: "text",
		default: "http://127.0.0.1:{port}/",
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		ofOne: true,
		description: "URL that answers 2xx or 3xx once the service can take requests."
	},
	{
		name: "build-timeout",
		kind: "duration",
		default: "15m",
		min: 1,
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		description: "Longest time for one `build`."
	},
	{
		name: "ready-timeout",
		kind: "duration",
		default: "60s",
		min: 1,
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		description: "Longest time from `start` until the service is ready."
	},
	{
		name: "stop-timeout",
		kind: "duration",
		default: "10s",
		min: 0,
		commands: KNOWN_TO.measuring,
		group: "Service",
		file: "service",
		description: "Time that the service has after SIGTERM to send its last profile and exit, before it is killed."
	},
	{
		name: "measure",
		kind: "choice",
		choices: ["changed", "always"],
		default: "changed",
		commands: KNOWN_TO.run,
		group: "Service",
		file: "service",
		description: "`changed`: a change with no effect on what is built (documentation, comments, tests) passes without being measured. `always`: it is measured."
	},
	{
		name: "unused-paths",
		kind: "lines",
		commands: KNOWN_TO.run,
		group: "Service",
		file: "service",
		addsUp: true,
		description: "Files of the repository that the service never loads, as patterns like those of CODEOWNERS, one a line: `/site/`. A change of nothing else has no effect."
	}
];
// src/config/options.ts
const OPTIONS = [
	...CONFIGURATION_OPTIONS,
	...SERVICE_OPTIONS,
	...LOAD_OPTIONS,
	...PROFILE_OPTIONS,
	...SELF_TEST_OPTIONS,
	...REPORT_OPTIONS
];
// src/config/problems.ts
var Problems = class {
	#texts = [];
	add(place, message) {
		this.#texts.push(`${place} ${message}`);
	}
	finish(hint) {
		if (this.#texts.length === 0) return;
		throw new FlamegateError("usage", [...new Set(this.#texts)].join("; "), { hint });
	}
};
export { unknownName as a, isInput as i, OPTIONS as n, flagOf as r, Problems as t };
