import { a as reportFailure, c as configurable, g as readGitHubContext, h as jobOf, i as interruptible, n as keepYoungGenerationSmall, p as buildReport, r as refuseUnsupported, s as completeOnGitHub, t as shippedFiles, u as buildConfig } from "./chunks/shipped-files.js";
import { i as isInput, n as OPTIONS } from "./chunks/problems.js";
import { n as FlamegateError } from "./chunks/errors.js";
import { t as logLine } from "./chunks/log-line.js";
import { t as version } from "./chunks/version.js";
import { t as fileStem } from "./chunks/file-stem.js";
import { tmpdir } from "node:os";
import { join } from "node:path";
// src/config/inputs.ts
function configFromInputs(environment) {
	const given = new Map(OPTIONS.filter(isInput).map((option) => {
		const text = environment[inputVariable(option)] ?? "";
		return [option.name, [{
			text,
			place: spelt(option)
		}]];
	}));
	return configurable({
		given,
		presets: new Map(),
		spelling: spelt
	}, (values) => values.isGiven("report-from") ? buildReport(values, HINT) : buildConfig(values, jobOf(values), HINT));
}
const HINT = "Inputs are described in action.yml and docs/options.md.";
function spelt(option) {
	return `input ${option.name}`;
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
	keepYoungGenerationSmall();
	const log = actionsLog(process.stdout);
	try {
		refuseUnsupported(process.platform);
		const { env: environment } = process;
		const wanted = configFromInputs(environment);
		await maskSecrets(wanted.secrets);
		const github = await readGitHubContext(environment);
		if (github === void 0) throw new FlamegateError("usage", "this is not a GitHub Actions runner", { hint: "Elsewhere use the command line: `flamegate --help`." });
		return await runJob(await interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) => completeOnGitHub(wanted, {
			github,
			token: wanted.token,
			environment,
			log,
			signal
		})), github, {
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
const CONFIGURE_TIMEOUT_MS = 3e5;
async function maskSecrets(secrets) {
	const { setSecret } = await import("./chunks/core.js");
	for (const secret of secrets) setSecret(secret);
}
async function runJob(config, github, { process, shipped, log }) {
	const tempDirectory = github.tempDirectory || tmpdir();
	if (config.job === "report") {
		log.close();
		return interruptible(process, PUBLISH_TIMEOUT_MS, async (signal) => {
			const { reportJob } = await import("./chunks/report-job.js");
			return reportJob(config, {
				github,
				tempDirectory,
				log,
				process,
				signal
			});
		});
	}
	const kept = keepBundle(config, join(tempDirectory, fileStem(config)));
	const { waiversHere, idleNotices, notesOf } = await import("./chunks/pull-request-waivers.js");
	const { waivers, notices } = await interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) => waiversHere(kept, {
		github,
		log,
		signal
	}));
	const report = await interruptible(process, config.timeoutMs, async (signal) => {
		const { gate } = await import("./chunks/gate.js");
		return gate({
			...kept,
			waivers: [...kept.waivers, ...waivers]
		}, {
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
		const { tellGitHub } = await import("./chunks/github-report2.js");
		const run = {
			github,
			tempDirectory,
			log,
			process,
			signal
		};
		const notes = notesOf([...notices, ...idleNotices(report, waivers)]);
		return tellGitHub(report, kept, run, notes);
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
