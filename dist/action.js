import { n as FlamegateError } from "./chunks/errors.js";
import { a as version, f as jobOf, i as reportFailure, l as buildConfig, n as refuseUnsupported, o as OptionValues, r as interruptible, s as OPTIONS, t as shippedFiles } from "./chunks/shipped-files.js";
import { t as logLine } from "./chunks/log-line.js";
import { t as fileStem } from "./chunks/file-stem.js";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
// src/config/github-environment.ts
async function readGitHubContext(environment) {
	if (environment.GITHUB_ACTIONS !== "true") return void 0;
	const text = (name) => environment[name] ?? "";
	const [owner = "", repo = ""] = text("GITHUB_REPOSITORY").split("/");
	const serverUrl = text("GITHUB_SERVER_URL") || "https://github.com";
	const event = await readEvent(text("GITHUB_EVENT_PATH"));
	return {
		eventName: text("GITHUB_EVENT_NAME"),
		sha: text("GITHUB_SHA"),
		owner,
		repo,
		serverUrl,
		apiUrl: text("GITHUB_API_URL") || "https://api.github.com",
		workspace: text("GITHUB_WORKSPACE") || ".",
		runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${text("GITHUB_RUN_ID")}`,
		tempDirectory: text("RUNNER_TEMP"),
		pullRequest: pullRequestOf(event, `${owner}/${repo}`)
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
function pullRequestOf(event, repository) {
	const pull = field(event, "pull_request");
	const number = field(pull, "number");
	if (typeof number !== "number") return void 0;
	const head = field(pull, "head");
	const base = field(pull, "base");
	return {
		number,
		headSha: textField(head, "sha"),
		baseSha: textField(base, "sha"),
		baseRef: textField(base, "ref"),
		fork: textField(field(head, "repo"), "full_name") !== repository
	};
}
function field(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
function textField(value, name) {
	const found = field(value, name);
	return typeof found === "string" ? found : "";
}
// src/config/inputs.ts
function configFromInputs(environment) {
	const raw = new Map(OPTIONS.map((option) => [option.name, environment[inputVariable(option)] ?? ""]));
	const values = new OptionValues(raw, (option) => `input ${option.name}`);
	return buildConfig(values, jobOf(values), "Inputs are described in action.yml and docs/options.md.");
}
function inputVariable(option) {
	return `INPUT_${option.name.toUpperCase()}`;
}
// src/logs/actions-log.ts
function actionsLog(out) {
	let open = false;
	const close = () => {
		if (open) out.write("::endgroup::\n");
		open = false;
	};
	return {
		info(message) {
			out.write(`${logLine(message)}\n`);
		},
		warn(message) {
			out.write(`Warning: ${logLine(message)}\n`);
		},
		section(title) {
			close();
			out.write(`::group::${commandData(logLine(title))}\n`);
			open = true;
		},
		child(source, line) {
			out.write(`${`${logLine(source, 40)} │ ${logLine(line)}`.trimEnd()}\n`);
		},
		close
	};
}
function commandData(line) {
	return line.replaceAll("%", "%25");
}
// src/entry/action.ts
async function action(process, shipped) {
	const log = actionsLog(process.stdout);
	try {
		refuseUnsupported(process.platform);
		const config = configFromInputs(process.env);
		await maskSecrets(config);
		const github = await readGitHubContext(process.env);
		if (github === void 0) throw new FlamegateError("usage", "this is not a GitHub Actions runner", { hint: "Elsewhere use the command line: `flamegate --help`." });
		return await runJob(config, github, {
			process,
			shipped,
			log
		});
	} catch (error) {
		log.close();
		const exitCode = reportFailure(error, log);
		if (!isInterruption(error)) await annotateFailure(error);
		return exitCode;
	}
}
async function maskSecrets(config) {
	const { setSecret } = await import("./chunks/core.js");
	const server = config.job === "compare-server" ? config.pyroscope : void 0;
	const headers = Object.values(server?.headers ?? {});
	for (const secret of [
		config.publish.token,
		server?.password,
		server?.token,
		...headers
	]) if (secret) setSecret(secret);
}
async function runJob(config, github, { process, shipped, log }) {
	const tempDirectory = github.tempDirectory || tmpdir();
	const kept = keepBundle(config, join(tempDirectory, fileStem(config)));
	const result = await interruptible(process, config.timeoutMs, async (signal) => {
		const { gate } = await import("./chunks/gate.js");
		return gate(kept, {
			cwd: github.workspace,
			environment: process.env,
			github,
			tempDirectory,
			shipped,
			version,
			log,
			signal
		});
	});
	log.close();
	return interruptible(process, PUBLISH_TIMEOUT_MS, async (signal) => {
		const { tellGitHub } = await import("./chunks/github-report.js");
		return tellGitHub(result, kept, {
			github,
			tempDirectory,
			log,
			process,
			signal
		});
	});
}
const PUBLISH_TIMEOUT_MS = 12e4;
function keepBundle(config, folder) {
	return config.job === "run" ? {
		...config,
		bundle: config.bundle ?? folder
	} : config;
}
function isInterruption(error) {
	return error instanceof FlamegateError && error.kind === "interrupted";
}
async function annotateFailure(error) {
	const { plain } = await import("./chunks/plain2.js");
	const { error: annotate } = await import("./chunks/core.js");
	annotate(plain(error instanceof Error ? error.message : String(error), 1e3), { title: "Flamegate" });
}
// src/action.ts
process.exitCode = await action(process, shippedFiles(new URL(".", import.meta.url)));
export {};
