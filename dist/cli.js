#!/usr/bin/env node
import { n as FlamegateError, t as EXIT } from "./chunks/errors.js";
import { a as reportFailure, c as configurable, d as buildDoctor, f as buildReplay, g as readGitHubContext, i as interruptible, l as ConfigValues, m as buildSelfTest, n as keepYoungGenerationSmall, o as completeAtTerminal, r as refuseUnsupported, s as completeOnGitHub, t as shippedFiles, u as buildConfig } from "./chunks/shipped-files.js";
import { n as OPTIONS, r as flagOf } from "./chunks/problems.js";
import { t as logLine } from "./chunks/log-line.js";
import { o as painter, t as alignLeft } from "./chunks/width.js";
import { t as version } from "./chunks/version.js";
import { t as bundleNamed } from "./chunks/bundle-name.js";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
// src/config/flags.ts
const COMMANDS = [
	"run",
	"compare",
	"replay",
	"self-test",
	"doctor",
	"init"
];
const HINT = "See `flamegate --help`.";
function readCommandLine(args, environment) {
	const [first, ...rest] = args;
	if (first === void 0 || first === "--help" || first === "-h" || first === "help") return {
		ask: "help",
		command: COMMANDS.find((command) => command === rest[0])
	};
	if (first === "--version" || first === "-v") return { ask: "version" };
	const command = COMMANDS.find((name) => name === first);
	if (command === void 0) throw new FlamegateError("usage", `there is no command “${first}”`, { hint: `Commands are ${COMMANDS.join(", ")}. ${HINT}` });
	if (rest.includes("--help") || rest.includes("-h")) return {
		ask: "help",
		command
	};
	const { flags, positionals } = parseFlags(command, rest);
	const asked = (build) => configurable({
		given: givenBy(command, flags, environment),
		presets: PRESETS,
		spelling: spelt
	}, build);
	if (command === "init") return {
		ask: "init",
		file: asked(() => void 0).file
	};
	if (command === "replay") {
		const given = {
			given: givenBy(command, flags, environment),
			presets: PRESETS,
			spelling: spelt
		};
		const values = new ConfigValues({
			...given,
			file: void 0
		});
		return {
			ask: "replay",
			config: buildReplay(values, positionals, HINT)
		};
	}
	if (command === "self-test") return {
		ask: "self-test",
		...asked((values) => buildSelfTest(values, HINT))
	};
	if (command === "doctor") return {
		ask: "doctor",
		...asked((values) => buildDoctor(values, HINT))
	};
	return {
		ask: "job",
		...asked((values) => buildConfig(values, jobOfCommand(command, values), HINT))
	};
}
const PRESETS = new Map(OPTIONS.flatMap((option) => option.cliDefault === void 0 ? [] : [[option.name, [{
	text: option.cliDefault,
	place: spelt(option)
}]]]));
function spelt(option) {
	return `--${flagOf(option)}`;
}
function givenBy(command, flags, environment) {
	const given = new Map();
	for (const option of OPTIONS) {
		const texts = option.secretFrom === void 0 ? knows(option, command) && flags[flagOf(option)] : [environment[option.secretFrom] ?? ""];
		if (!texts) continue;
		given.set(option.name, texts.map((text) => ({
			text: String(text),
			place: spelt(option)
		})));
	}
	return given;
}
function knows(option, command) {
	return option.commands.includes(command) && option.secretFrom === void 0;
}
function jobOfCommand(command, values) {
	if (command === "run") return "run";
	if (values.isGiven("rounds-file")) return "compare-files";
	return values.gate.text("pyroscope-url") === void 0 ? "compare-files" : "compare-server";
}
function parseFlags(command, args) {
	const known = OPTIONS.filter((option) => knows(option, command));
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: Object.fromEntries(known.map((option) => [flagOf(option), {
				type: option.kind === "switch" ? "boolean" : "string",
				multiple: true
			}])),
			allowNegative: true,
			allowPositionals: command === "replay"
		});
		return {
			flags: values,
			positionals
		};
	} catch (error) {
		throw new FlamegateError("usage", error instanceof Error ? error.message : String(error), { hint: HINT });
	}
}
// src/config/help.ts
const INDENT = 6;
const INTRODUCTION = `flamegate: stops performance regressions before they merge.

Usage:
  flamegate run --base REF --start COMMAND [options]
      Build two commits, load both in alternating rounds, compare their profiles.
  flamegate compare --rounds rounds.json [options]
      Compare rounds that were recorded earlier.
  flamegate replay BUNDLE [--seal SEAL] [options]
      Make the report of a run again, from what it recorded.
  flamegate compare --pyroscope-url URL --base-selector … --base-window … --head-selector … --head-window …
      Compare profiles that a Pyroscope server holds.
  flamegate doctor --pyroscope-url URL --service NAME --base REF --base-window … --head REF --head-window …
      Examine a Pyroscope server: can its profiles be compared, and how small a change would they show?
  flamegate self-test --start COMMAND [options]
      Put the gate to the test on your service: does it cry wolf, is it blind?
  flamegate init
      Write a first .flamegate.yml from what is found in this repository.
  flamegate --version
  flamegate COMMAND --help

Exit status: 0 pass, 1 regression, 2 wrong usage, 3 measurement failed, 4 inconclusive.
`;
function helpText(command) {
	if (command === void 0) return INTRODUCTION;
	const lines = [`flamegate ${command}\n`];
	const known = OPTIONS.filter((option) => option.commands.includes(command));
	for (const group of new Set(known.map((option) => option.group))) {
		lines.push(`${group}:`);
		for (const option of known) if (option.group === group) lines.push(...optionHelp(option));
	}
	return `${lines.join("\n")}\n`;
}
function optionHelp(option) {
	return [option.secretFrom === void 0 ? `  --${flagOf(option)}${placeholder(option)}` : `  environment ${option.secretFrom}`, ...wrap(option.description + defaultHelp(option))];
}
function placeholder(option) {
	if (option.kind === "switch") return "";
	return ` ${option.choices === void 0 ? option.kind.toUpperCase() : option.choices.join("|")}`;
}
function defaultHelp(option) {
	const preset = option.cliDefault ?? option.default;
	return preset === void 0 ? "" : ` Default: ${preset}.`;
}
function wrap(text) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + word.length + 1 > 74) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line].map((one) => " ".repeat(INDENT) + one);
}
// src/logs/terminal-log.ts
const SOURCE_COLUMNS = 12;
function terminalLog(out, options) {
	const paint = painter(options.colour);
	return {
		info(message) {
			out.write(`${logLine(message)}\n`);
		},
		warn(message) {
			out.write(`${paint("yellow", "warning:")} ${logLine(message)}\n`);
		},
		section(title) {
			out.write(`\n${paint("bold", `▸ ${logLine(title)}`)}\n`);
		},
		child(source, line) {
			const from = alignLeft(logLine(source, 40), SOURCE_COLUMNS);
			out.write(`${paint("dim", `${from} │ ${logLine(line)}`.trimEnd())}\n`);
		}
	};
}
// src/entry/command-line.ts
async function commandLine(process, shipped) {
	keepYoungGenerationSmall();
	const colour = process.stderr.isTTY && !process.env.NO_COLOR ? "on" : "off";
	const log = terminalLog(process.stderr, { colour });
	try {
		const invocation = readCommandLine(process.argv.slice(2), process.env);
		switch (invocation.ask) {
			case "version":
				process.stdout.write(`${version}\n`);
				return EXIT.pass;
			case "help":
				process.stdout.write(helpText(invocation.command));
				return EXIT.pass;
			case "job": return await runJob(await configured(invocation, process, log), process, shipped, log);
			case "replay": return await runReplay(invocation.config, process, log);
			case "self-test": return await runSelfTest(await configured(invocation, process, log), process, shipped, log);
			case "init": return await runInit(invocation.file, process, shipped, log);
			case "doctor": return await runDoctor(await configured(invocation, process, log), process, shipped, log);
		}
	} catch (error) {
		return reportFailure(error, log);
	}
}
async function configured(wanted, process, log) {
	const { env: environment } = process;
	const github = wanted.file.isChosen ? void 0 : await readGitHubContext(environment);
	if (github === void 0) return completeAtTerminal(wanted, process.cwd());
	return interruptible(process, CONFIGURE_TIMEOUT_MS, (signal) => {
		const checkout = {
			github: {
				...github,
				workspace: process.cwd()
			},
			token: wanted.token
		};
		return completeOnGitHub(wanted, {
			...checkout,
			environment,
			log,
			signal
		});
	});
}
const CONFIGURE_TIMEOUT_MS = 3e5;
async function runJob(config, process, shipped, log) {
	refuseUnsupported(process.platform);
	const report = await interruptible(process, config.timeoutMs, async (signal) => {
		const { gate } = await import("./chunks/gate.js");
		return gate(config, surroundingsOf(process, shipped, log, signal));
	});
	const { tellTerminal } = await import("./chunks/terminal-report.js");
	const bundle = config.job === "run" ? await bundleNamed(config.bundle) : void 0;
	return tellTerminal(report, {
		output: config.output,
		bundle,
		runUrl: void 0
	}, process);
}
async function runReplay(config, process, log) {
	const { replay } = await import("./chunks/replay.js");
	const { report, bundle, runUrl } = await replay(resolve(process.cwd(), config.bundle), config.seal, {
		version,
		log
	});
	const { tellTerminal } = await import("./chunks/terminal-report.js");
	return tellTerminal(report, {
		output: config.output,
		bundle,
		runUrl
	}, process);
}
async function runSelfTest(config, process, shipped, log) {
	refuseUnsupported(process.platform);
	const result = await interruptible(process, config.gate.timeoutMs, async (signal) => {
		const { selfTest } = await import("./chunks/self-test.js");
		return selfTest(config, surroundingsOf(process, shipped, log, signal));
	});
	const { tellSelfTest } = await import("./chunks/self-test-report.js");
	return tellSelfTest(result, config, process);
}
async function runDoctor(config, process, shipped, log) {
	const diagnosis = await interruptible(process, config.timeoutMs, async (signal) => {
		const { doctor } = await import("./chunks/doctor.js");
		return doctor(config, surroundingsOf(process, shipped, log, signal));
	});
	const { tellDiagnosis } = await import("./chunks/doctor-report.js");
	return tellDiagnosis(diagnosis, config, process);
}
const INIT_TIMEOUT_MS = 6e4;
async function runInit(file, process, shipped, log) {
	const written = await interruptible(process, INIT_TIMEOUT_MS, async (signal) => {
		const { init } = await import("./chunks/init.js");
		return init(file, surroundingsOf(process, shipped, log, signal));
	});
	const { tellInitialised } = await import("./chunks/init-report.js");
	return tellInitialised(written, process);
}
function surroundingsOf(process, shipped, log, signal) {
	return {
		cwd: process.cwd(),
		environment: process.env,
		github: void 0,
		tempDirectory: tmpdir(),
		shipped,
		version,
		log,
		signal
	};
}
// src/cli.ts
process.exitCode = await commandLine(process, shippedFiles(new URL(".", import.meta.url)));
export {};
