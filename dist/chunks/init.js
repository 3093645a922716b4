import { t as parseConfigFile } from "./parse-config-file.js";
import { n as FlamegateError } from "./errors.js";
import { t as pathPattern } from "./path-pattern.js";
import { a as openCheckout, s as git } from "./checkout.js";
import { basename, join, relative, resolve } from "node:path";
import { access, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
// src/init/files.ts
const MAX_LENGTH = 262144;
function filesIn(top, paths) {
	const known = new Set(paths);
	return {
		paths,
		has: (path) => known.has(path),
		text(path) {
			if (!known.has(path)) return "";
			try {
				return readFileSync(join(top, path), "utf8").slice(0, MAX_LENGTH);
			} catch {
				return "";
			}
		}
	};
}
function inFolder(folder, name) {
	return folder === "." ? name : `${folder}/${name}`;
}
function filesBelow({ paths }, folder) {
	return folder === "." ? paths : paths.filter((path) => path.startsWith(`${folder}/`));
}
// src/init/container.ts
const COMPOSE = [
	"compose.yaml",
	"compose.yml",
	"docker-compose.yaml",
	"docker-compose.yml"
];
async function composeServices(files) {
	const file = COMPOSE.find((name) => files.has(name));
	if (file === void 0) return [];
	const { parse } = await import("./browser2.js");
	let document;
	try {
		document = parse(files.text(file), { maxAliasCount: 100 });
	} catch {
		return [];
	}
	const services = field$1(document, "services");
	if (typeof services !== "object" || services === null) return [];
	return Object.entries(services).flatMap(([name, service]) => {
		const build = field$1(service, "build");
		const context = typeof build === "string" ? build : field$1(build, "context");
		if (typeof context !== "string") return [];
		const directory = context.replace(/^\.\/?/u, "").replace(/\/$/u, "") || ".";
		return directory.startsWith("/") || directory.split("/").includes("..") ? [] : [{
			name,
			directory
		}];
	});
}
function exposedPort(files, folder) {
	const port = /^\s*EXPOSE\s+(\d{2,5})\b/imu.exec(files.text(inFolder(folder, "Dockerfile")))?.[1];
	return port === void 0 ? void 0 : Number(port);
}
function imageCommand(files, folder) {
	const command = [...files.text(inFolder(folder, "Dockerfile")).matchAll(/^\s*(?:CMD|ENTRYPOINT)\s+(.+)$/gimu)].at(-1)?.[1]?.trim();
	if (command === void 0 || !command.startsWith("[")) return command;
	try {
		const words = JSON.parse(command);
		return Array.isArray(words) ? words.map(String).join(" ") : void 0;
	} catch {
		return;
	}
}
function procfileCommand(files, folder) {
	return /^web:\s*(.+)$/mu.exec(files.text(inFolder(folder, "Procfile")))?.[1]?.trim();
}
function field$1(value, name) {
	return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
}
// src/init/go.ts
function goServices(files, folder) {
	const mod = files.text(inFolder(folder, "go.mod"));
	const module = /^module\s+(\S+)/mu.exec(mod)?.[1];
	if (module === void 0) return [];
	const sources = filesBelow(files, folder).filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"));
	const mains = sources.filter((path) => /^package main\b/mu.test(files.text(path)));
	return [...new Set(mains.map(folderOf))].flatMap((place) => {
		if (!mains.filter((path) => folderOf(path) === place).map((path) => files.text(path)).some((text) => /ListenAndServe|\.Serve\(|\.Run\(/u.test(text))) return [];
		const name = place === folder ? nameOf(module) : nameOf(place);
		const below = place === folder ? "." : `./${folder === "." ? place : place.slice(folder.length + 1)}`;
		return [{
			from: inFolder(folder, "go.mod"),
			name,
			build: `go build -o bin/${name} ${below}`,
			start: `./bin/${name}`,
			...profiling(mod, sources, files)
		}];
	});
}
function profiling(mod, sources, files) {
	if (mod.includes("github.com/grafana/pyroscope-go")) return {};
	if (sources.some((path) => files.text(path).includes("\"net/http/pprof\""))) return { scrapeUrl: "http://127.0.0.1:{port}/debug/pprof/profile" };
	return { notes: ["Nothing profiles this service yet: import net/http/pprof and set scrape-url, or add Pyroscope’s SDK (docs/sdks/go.md)."] };
}
function folderOf(path) {
	return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}
function nameOf(path) {
	return path.replace(/\/v\d+$/u, "").split("/").at(-1) ?? path;
}
// src/init/node.ts
function packageIn(files, folder) {
	const text = files.text(inFolder(folder, "package.json"));
	if (text === "") return void 0;
	try {
		const json = JSON.parse(text);
		const workspaces = field(json, "workspaces");
		return {
			name: textOf(field(json, "name")),
			scripts: textsOf(field(json, "scripts")),
			main: textOf(field(json, "main")),
			workspaces: listOf(Array.isArray(workspaces) ? workspaces : field(workspaces, "packages"))
		};
	} catch {
		return;
	}
}
const ENTRIES = [
	"server",
	"index",
	"app",
	"main",
	"service"
].flatMap((name) => ["", "src/"].flatMap((folder) => [
	"js",
	"mjs",
	"cjs"
].map((end) => `${folder}${name}.${end}`)));
const PLAIN_NODE = /^node\s+[\w./@=-]+(?:\s+[\w./@=:-]+)*$/u;
function nodeService(files, folder) {
	const own = packageIn(files, folder);
	if (own === void 0) return void 0;
	const start = startOf$1(files, folder, own);
	if (start === void 0) return void 0;
	const steps = [installer(files, folder), ...own.scripts.build ? ["npm run build"] : []];
	return {
		from: inFolder(folder, "package.json"),
		name: own.name?.replace(/^@[^/]+\//u, ""),
		build: steps.join(" && "),
		start
	};
}
function startOf$1(files, folder, own) {
	const script = own.scripts.start?.trim();
	if (script !== void 0 && script !== "") return PLAIN_NODE.test(script) ? script : "npm start";
	const entry = [own.main, ...ENTRIES].find((name) => name !== void 0 && files.has(inFolder(folder, name)) && listens(files, folder, name));
	return entry === void 0 ? void 0 : `node ${entry}`;
}
function listens(files, folder, name) {
	return /\.listen\(|createServer\(|\bserve\(/u.test(files.text(inFolder(folder, name)));
}
function installer(files, folder) {
	for (const at of foldersUp(folder)) {
		const up = folder === at ? void 0 : upTo(folder, at);
		const has = (name) => files.has(inFolder(at, name));
		if (has("package-lock.json")) return up === void 0 ? "npm ci" : `npm ci --prefix ${up}`;
		if (has("pnpm-lock.yaml")) return `pnpm ${up === void 0 ? "" : `-C ${up} `}install --frozen-lockfile`;
		if (has("yarn.lock")) return `yarn ${up === void 0 ? "" : `--cwd ${up} `}install --frozen-lockfile`;
		if (has("bun.lock") || has("bun.lockb")) return "bun install --frozen-lockfile";
	}
	return "npm install";
}
function foldersUp(folder) {
	if (folder === ".") return ["."];
	return [folder, ...foldersUp(folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : ".")];
}
function upTo(folder, above) {
	const depth = (path) => path === "." ? 0 : path.split("/").length;
	return Array.from({ length: depth(folder) - depth(above) }, () => "..").join("/");
}
function field(value, name) {
	return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : void 0;
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
function textsOf(value) {
	const entries = Object.entries(typeof value === "object" && value !== null ? value : {});
	return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}
function listOf(value) {
	return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
// src/init/python.ts
const BIN = ".venv/bin";
const PROFILE_NOTE = "Nothing profiles this service yet: add Pyroscope’s SDK, pyroscope-io (docs/sdks/python.md).";
function pythonService(files, folder) {
	const has = (name) => files.has(inFolder(folder, name));
	const from = [
		"pyproject.toml",
		"requirements.txt",
		"Pipfile",
		"manage.py"
	].find(has);
	if (from === void 0) return void 0;
	const wants = [
		"pyproject.toml",
		"requirements.txt",
		"Pipfile"
	].map((name) => files.text(inFolder(folder, name))).join("\n");
	const start = startOf(files, folder);
	if (start === void 0) return void 0;
	return {
		from: inFolder(folder, from),
		name: /^name\s*=\s*["']([\w.-]+)["']/mu.exec(files.text(inFolder(folder, "pyproject.toml")))?.[1],
		build: buildOf(has),
		start,
		.../pyroscope-io/u.test(wants) ? {} : { notes: [PROFILE_NOTE] }
	};
}
function buildOf(has) {
	if (has("uv.lock")) return "uv sync --frozen";
	if (has("poetry.lock")) return "POETRY_VIRTUALENVS_IN_PROJECT=true poetry install";
	if (has("requirements.txt")) return `python3 -m venv .venv && ${BIN}/pip install -r requirements.txt`;
	if (has("pyproject.toml")) return `python3 -m venv .venv && ${BIN}/pip install .`;
}
const APPLICATIONS = [
	[/^(\w+)\s*(?::[^=\n]{1,100})?=\s*(?:FastAPI|Starlette|Litestar|Quart)\(/mu, (module, name) => `${BIN}/uvicorn ${module}:${name} --port {port}`],
	[/^(\w+)\s*=\s*(?:Flask|falcon\.App|Bottle)\(/mu, (module, name) => `${BIN}/flask --app ${module}:${name} run --port {port}`],
	[/()(?:HTTPServer\(|serve_forever\(|web\.run_app\(|uvicorn\.run\(|app\.run\()/u, (module) => `${BIN}/python -m ${module}`]
];
function startOf(files, folder) {
	if (files.has(inFolder(folder, "manage.py"))) return `${BIN}/python manage.py runserver 127.0.0.1:{port} --noreload`;
	const sources = filesBelow(files, folder).filter((path) => path.endsWith(".py") && !/(?:^|\/)(?:tests?|migrations|docs?)\//u.test(path));
	for (const [pattern, command] of APPLICATIONS) for (const path of sources) {
		const match = pattern.exec(files.text(path));
		if (match !== null) return command(moduleOf(path, folder), match[1] ?? "app");
	}
}
function moduleOf(path, folder) {
	return (folder === "." ? path : path.slice(folder.length + 1)).replace(/^src\//u, "").replace(/(?:\/__init__)?\.py$/u, "").replaceAll("/", ".");
}
// src/init/routes.ts
const ROUTES = [
	/(?:\.|@\w{1,30}\.)(?:get|route)\(\s*["'`](\/[\w./-]{0,100})["'`]/gu,
	/(?:HandleFunc|Handle|GET|Get)\(\s*"(?:GET )?(\/[\w./-]{0,100})"/gu,
	/(?:pathname|\.url|\.path|self\.path)\s*={2,3}\s*["'`](\/[\w./-]{0,100})["'`]/gu
];
const READY = /^\/(?:_?health[z_-]?(?:check)?|healthcheck|ready[z]?|readiness|live[z]?|liveness|ping|status|up)$/u;
const MOST_ROUTES = 5;
const MOST_FILES = 400;
function routesOf(files, folder) {
	const sources = filesBelow(files, folder).filter((path) => /\.(?:[cm]?[jt]s|go|py|rb)$/u.test(path) && !/(?:test|spec|mock)/iu.test(path)).slice(0, MOST_FILES);
	const found = new Set();
	for (const path of sources) {
		const text = files.text(path);
		for (const pattern of ROUTES) for (const [, route] of text.matchAll(pattern)) if (route !== void 0) found.add(route);
	}
	const all = [...found].filter((route) => !route.startsWith("/debug/"));
	return {
		routes: all.filter((route) => !READY.test(route)).slice(0, MOST_ROUTES),
		readyPath: all.find((route) => READY.test(route))
	};
}
function readsPort(files, folder) {
	return filesBelow(files, folder).filter((path) => /\.(?:[cm]?[jt]s|go|py|rb|ya?ml|toml|json)$/u.test(path)).slice(0, MOST_FILES).some((path) => /\bPORT\b/u.test(files.text(path)));
}
// src/init/find-services.ts
const MARKS = /(?:^|\/)(?:package\.json|go\.mod|pyproject\.toml|requirements\.txt|Pipfile|manage\.py|Procfile|Dockerfile)$/u;
const ASIDE = /(?:^|\/)(?:node_modules|vendor|test|tests|__tests__|fixtures|examples?|docs?|e2e|scripts|tools)(?:\/|$)/u;
const DEEPEST = 4;
const MOST_SERVICES = 20;
async function findServices(files, repository) {
	const composed = await composeServices(files);
	const names = new Map(composed.map(({ name, directory }) => [directory, name]));
	const marked = foldersWithMarks(files);
	const told = [...names.keys(), ...workspaceFolders(files, marked)];
	const at = (folders) => [...new Set(folders)].flatMap((folder) => servicesIn(files, folder, names.get(folder)));
	return named([
		at(told),
		at(["."]),
		at(marked)
	].find((services) => services.length > 0) ?? [], repository).slice(0, MOST_SERVICES);
}
function foldersWithMarks({ paths }) {
	const folders = paths.filter((path) => MARKS.test(path) && !ASIDE.test(path)).map((path) => path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".");
	return [...new Set(folders)].filter((folder) => folder.split("/").length <= DEEPEST).sort();
}
function workspaceFolders(files, marked) {
	const matchers = [
		...packageIn(files, ".")?.workspaces ?? [],
		...[...files.text("pnpm-workspace.yaml").matchAll(/^\s*-\s*["']?([^"'#\n]+?)["']?\s*$/gmu)].map(([, glob = ""]) => glob),
		...[...files.text("go.work").matchAll(/^\s*(?:use\s+)?(\.\/[\w./-]+)\s*$/gmu)].map(([, folder = ""]) => folder)
	].filter((glob) => !glob.startsWith("!")).map((glob) => pathPattern(`/${glob.replace(/^\.\//u, "").replace(/\/$/u, "")}`));
	return marked.filter((folder) => folder !== "." && matchers.some((matches) => matches(folder)));
}
function servicesIn(files, folder, name) {
	const all = startsIn(files, folder);
	return all.map((found) => ({
		...found,
		name: (all.length === 1 ? name ?? found.name : found.name) ?? "",
		directory: folder,
		...routesOf(files, folder),
		notes: [...found.notes ?? [], ...portNotes(files, folder, found)]
	}));
}
function startsIn(files, folder) {
	const web = procfileCommand(files, folder);
	const all = [...[nodeService(files, folder), pythonService(files, folder)].filter((found) => found !== void 0).slice(0, 1), ...goServices(files, folder)];
	if (web !== void 0) return [{
		...all[0],
		from: inFolder(folder, "Procfile"),
		start: web
	}];
	if (all.length > 0) return all;
	const command = imageCommand(files, folder);
	if (command === void 0) return [];
	return [{
		from: inFolder(folder, "Dockerfile"),
		start: command,
		notes: ["Taken from the image: see that it runs in this folder, too, and what has to be built for it."]
	}];
}
function portNotes(files, folder, { start }) {
	if (/\{port\}|\$\{?PORT\b/u.test(start) || readsPort(files, folder)) return [];
	const port = exposedPort(files, folder);
	return [`Nothing here seems to read PORT: the service has to listen on the port in it, or in {port}.${port === void 0 ? "" : ` Its image listens on ${port}.`}`];
}
function named(services, repository) {
	const taken = new Set();
	return services.map((service) => {
		const folder = service.directory === "." ? repository : service.directory.split("/").at(-1) ?? "";
		const wanted = plainName(service.name) || plainName(folder) || "service";
		let name = wanted;
		for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
		taken.add(name);
		return {
			...service,
			name
		};
	});
}
function plainName(name) {
	return name.replace(/[^\w./@-]+/gu, "-").replace(/^\W+/u, "").slice(0, 100);
}
// src/init/render.ts
const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/flamegate/flamegate/v1/docs/flamegate.schema.json
#
# Flamegate's configuration; \`flamegate init\` wrote it from what it found in this repository. Read it through: what it
# could not know is marked with CHECK. All settings: docs/configuration.md of Flamegate. In a pull request the
# base's file counts.
`;
const NOTHING = `
# Nothing here looks like a service that listens on a port. How is yours built, started and loaded?
#
# services:
#   shop:
#     directory: .                # where the commands run
#     build: make
#     start: ./shop --port {port} # PORT holds the port, too
#     ready-url: http://127.0.0.1:{port}/health
#     load-requests:
#       - GET /search?q=tea
`;
const FURTHER = `
# For all services; each may have its own.
# max-increase: 1          # points of the base's CPU per request that a function may rise by
# min-relative: 5%         # or this part of its own cost, if that is more
# profile-types: [cpu]     # also wall, allocations, in-use, locks, where profiles have them
# mode: observe            # first observe, then comment, then block (the default)
# thresholds:
#   - { file: src/generated/, ignore: true }
# owners:
#   src/search/: "@acme/search"
`;
function renderConfig(services) {
	if (services.length === 0) return HEAD + NOTHING;
	return `${HEAD}\nservices:\n${services.map(serviceLines).join("\n")}${FURTHER}`;
}
function serviceLines(service) {
	const { name, from, directory, build, start, readyPath, routes, scrapeUrl, notes = [] } = service;
	return `${[
		`  ${scalar(name)}:`,
		`    # Found in ${oneLine(from)}.`,
		...notes.map((note) => `    # CHECK ${oneLine(note)}`),
		...directory === "." ? [] : [`    directory: ${scalar(directory)}`],
		...build === void 0 ? ["    # build: CHECK is there nothing to build?"] : [`    build: ${scalar(build)}`],
		`    start: ${scalar(start)}`,
		...readyPath === void 0 ? ["    # ready-url: http://127.0.0.1:{port}/health   # CHECK what answers once it is up; / unless given"] : [`    ready-url: ${scalar(`http://127.0.0.1:{port}${readyPath}`)}`],
		...scrapeUrl === void 0 ? [] : [`    scrape-url: ${scalar(scrapeUrl)}`],
		"    # CHECK the requests that matter most to you, as often as they come.",
		"    load-requests:",
		...(routes.length === 0 ? ["/"] : routes).map((route) => `      - ${scalar(`GET ${route}`)}`)
	].join("\n")}\n`;
}
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z./][\w./@$&=+ -]*(?:[:{][\w./@${}&=+-][\w./@${}&=+: -]*)*$/iu;
function scalar(text) {
	return PLAIN.test(text) && !/: |:$| #| $/u.test(text) ? text : JSON.stringify(text);
}
function oneLine(text) {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
// src/init.ts
async function init({ path, isChosen }, { cwd, environment, signal }) {
	const { options } = await openCheckout({
		cwd,
		environment,
		signal
	});
	const target = isChosen ? resolve(cwd, path) : join(options.cwd, path);
	await refuseExisting(target);
	const listed = await git([
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	], options);
	const services = await findServices(filesIn(options.cwd, [...new Set(listed.split("\0").filter(Boolean))]), basename(options.cwd));
	const text = renderConfig(services);
	parseConfigFile(text, path);
	await write(target, text);
	return {
		file: relative(cwd, target) || target,
		services
	};
}
async function refuseExisting(target) {
	if (await access(target).then(() => true, () => false)) throw alreadyThere(target);
}
async function write(target, text) {
	try {
		await writeFile(target, text, { flag: "wx" });
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") throw alreadyThere(target);
		throw new FlamegateError("usage", `${target} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`, {
			hint: "Choose a writable place with --config.",
			cause
		});
	}
}
function alreadyThere(target) {
	return new FlamegateError("usage", `${target} is there already, and is left as it is`, { hint: "Remove it first, or write another file with --config." });
}
export { init };
