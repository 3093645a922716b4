import { i as __toESM, r as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as FlamegateError, r as isBroken } from "./errors.js";
import { i as withoutBlocking, n as isState, r as sampleTypesMeant, t as chooseSampleType } from "./kinds.js";
import { t as pathPattern } from "./path-pattern.js";
import { a as openCheckout, i as localCommit, l as runGit, s as git } from "./checkout.js";
import { i as nameReleases, n as PREVIOUS, t as NEWEST } from "./named.js";
import { t as resolveCommit } from "./resolve.js";
import { i as below, l as objectAt, n as arrayAt, r as asJsonObject } from "./json-fields.js";
import { r as secretsOf$1 } from "./connection.js";
import { i as readText$2, n as readIntegers, r as readMessage, t as readFields } from "./messages.js";
import { n as malformed, t as ProtoReader } from "./proto-reader.js";
import { h as median } from "./tested.js";
import { t as diffOf } from "./diff.js";
import { n as withoutText, t as parseDiff } from "./git-diff.js";
import { E as refusalOf, M as termsOf, T as judgeEnvironment, a as noCost, c as readGoMod, d as readRequirements, f as LockCollector, h as decideRounds, j as policyIn, l as readGoSum, o as comparisonInput, p as isIdle, s as pythonName, u as readGradleLock } from "./load-rounds.js";
import { a as NO_ROUNDS, i as writeManifest } from "./manifest-file.js";
import { a as isTickCount, l as decodePprof, o as canonicalUnit, r as foldProfile, s as missingSampleType, t as located$1 } from "./located.js";
import { n as freePort, r as withPort, t as loadSeconds } from "./load-run.js";
import { i as mergeBase, n as pullRequestEnds, r as defaultBranch } from "./pull-request.js";
import { n as mergeStacks } from "./merge.js";
import { arch, constants, loadavg, platform, release, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { access, chmod, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { createServer, get } from "node:http";
import { once } from "node:events";
import { gunzip, gzipSync } from "node:zlib";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, constants as constants$1, existsSync, fstatSync, openSync, readFileSync, readdirSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { setImmediate as setImmediate$1, setTimeout as setTimeout$1 } from "node:timers/promises";
import { StringDecoder } from "node:string_decoder";
import { get as get$1 } from "node:https";
// src/cleanup.ts
var Cleanup = class {
	#log;
	#steps = [];
	#running;
	constructor(log) {
		this.#log = log;
	}
	defer(what, undo) {
		this.#steps.push({
			what,
			undo
		});
	}
	async run() {
		this.#running ??= this.#undoAll().finally(() => {
			this.#running = void 0;
		});
		await this.#running;
	}
	async #undoAll() {
		for (let step = this.#steps.pop(); step !== void 0; step = this.#steps.pop()) try {
			await step.undo();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.#log.warn(`clean-up failed: ${step.what}: ${reason}`);
		}
	}
};
// src/measure/git-config-env.ts
const SECRET_KEY = /extraheader$|^credential\./i;
const CREDENTIAL_URL = /:\/\/[^/\s]*@/;
const AUTHORIZATION = /\bauthorization:/i;
function safeGitConfig(parent, isSecret) {
	const result = {};
	const carriesSecret = (key, value) => SECRET_KEY.test(key) || [key, value].some((text) => CREDENTIAL_URL.test(text) || isSecret(text)) || AUTHORIZATION.test(value);
	let count = 0;
	for (let index = 0; index < Number(parent.GIT_CONFIG_COUNT ?? 0); index++) {
		const key = parent[`GIT_CONFIG_KEY_${index}`];
		const value = parent[`GIT_CONFIG_VALUE_${index}`];
		if (key === void 0 || value === void 0) break;
		if (carriesSecret(key, value)) continue;
		result[`GIT_CONFIG_KEY_${count}`] = key;
		result[`GIT_CONFIG_VALUE_${count}`] = value;
		count++;
	}
	if (count > 0) result.GIT_CONFIG_COUNT = String(count);
	for (const name of [
		"GIT_CONFIG_GLOBAL",
		"GIT_CONFIG_SYSTEM",
		"GIT_CONFIG_NOSYSTEM"
	]) {
		const value = parent[name];
		if (value !== void 0 && !isSecret(value)) result[name] = value;
	}
	const parameters = parent.GIT_CONFIG_PARAMETERS;
	if (parameters !== void 0 && !/extraheader|credential\./i.test(parameters)) {
		if (!carriesSecret("", parameters)) result.GIT_CONFIG_PARAMETERS = parameters;
	}
	return result;
}
// src/measure/child-env.ts
const WITHHELD = [
	/^INPUT_/i,
	/^(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN$/i,
	/^ACTIONS_/i,
	/^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i,
	/^PYROSCOPE_(?:AUTH_TOKEN|BASIC_AUTH_\w+|TENANT_ID|HTTP_HEADERS)$/i,
	/^OTEL_EXPORTER_OTLP_(?:\w+_)?HEADERS$/i,
	/^FLAMEGATE_\w*(?:TOKEN|PASSWORD|SECRET|HEADERS)$/i
];
const KEPT = new Set([
	"PATH",
	"HOME",
	"PWD",
	"SHELL",
	"USER",
	"LOGNAME",
	"TMPDIR"
]);
const MIN_PART_LENGTH = 8;
function childEnvironment(parent, additions, secretValues = []) {
	const secrets = secretValues.flatMap(spellings);
	const isSecret = (value) => secrets.some((secret) => value === secret || secret.length >= MIN_PART_LENGTH && value.includes(secret));
	const result = {};
	for (const [name, value] of Object.entries(parent)) {
		if (value === void 0 || name.startsWith("GIT_CONFIG_")) continue;
		if (WITHHELD.some((pattern) => pattern.test(name))) continue;
		if (!KEPT.has(name) && isSecret(value)) continue;
		result[name] = value;
	}
	return {
		...result,
		...safeGitConfig(parent, isSecret),
		...additions
	};
}
function spellings(secret) {
	if (secret === "") return [];
	const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
	return [...new Set([
		secret,
		encodeURIComponent(secret),
		base64
	])];
}
// src/measure/load/judge.ts
const Z_CRITICAL = 3.2905;
const REASONS_SHOWN = 3;
function judgeLoad(rounds, maxFailed) {
	const counted = rounds.filter(({ outcome }) => outcome.succeeded !== void 0);
	if (counted.length === 0) return void 0;
	if (counted.length < rounds.length) return `the load reported counts in only ${counted.length} of ${rounds.length} rounds`;
	const base = tally(rounds, "base");
	const head = tally(rounds, "head");
	const reasons = [base, head].flatMap((side) => judgeSide(side, maxFailed) ?? []);
	if (reasons.length > 0) return reasons.join("; ");
	return judgeDifference(base, head, maxFailed);
}
function judgeSide(side, maxFailed) {
	const total = side.succeeded + side.failed;
	if (total === 0) return `${side.side}: no request was answered`;
	if (side.failed > maxFailed * total) return `${side.side}: ${describeFailed(side)}, ${percent(maxFailed)} allowed${topFailures(side)}`;
	if (side.empty > 0) return `${side.side}: no request succeeded in ${side.empty} of ${side.rounds} rounds`;
}
function judgeDifference(base, head, maxFailed) {
	const [n1, n2] = [base, head].map((side) => side.succeeded + side.failed);
	if (!n1 || !n2) return void 0;
	const difference = head.failed / n2 - base.failed / n1;
	const pooled = (base.failed + head.failed) / (n1 + n2);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
	if (error === 0 || Math.abs(difference) / error < Z_CRITICAL) return void 0;
	if (Math.abs(difference) <= maxFailed / 2) return void 0;
	const worse = difference > 0 ? head : base;
	return `the sides do not do the same work: base: ${describeFailed(base)}; head: ${describeFailed(head)}${topFailures(worse)}`;
}
function tally(rounds, side) {
	const outcomes = rounds.filter((round) => round.side === side).map((round) => round.outcome);
	const failures = new Map();
	for (const [reason, count] of outcomes.flatMap((outcome) => [...outcome.failures])) failures.set(reason, (failures.get(reason) ?? 0) + count);
	return {
		side,
		succeeded: sum(outcomes.map((outcome) => outcome.succeeded ?? 0)),
		failed: sum(outcomes.map((outcome) => outcome.failed ?? 0)),
		empty: outcomes.filter((outcome) => outcome.succeeded === 0).length,
		rounds: outcomes.length,
		failures
	};
}
function describeFailed({ succeeded, failed }) {
	const total = succeeded + failed;
	return `${failed.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} requests failed (${percent(failed / total)})`;
}
function topFailures({ failures }) {
	const sorted = [...failures].sort(([, a], [, b]) => b - a);
	if (sorted.length === 0) return "";
	const shown = sorted.slice(0, REASONS_SHOWN).map(([reason, count]) => `${count.toLocaleString("en-US")} × ${reason}`);
	const rest = sorted.length - shown.length > 0 ? ` (${shown.length} of ${sorted.length} reasons shown)` : "";
	return `: ${shown.join(", ")}${rest}`;
}
function percent(fraction) {
	return `${(fraction * 100).toLocaleString("en-US", { maximumSignificantDigits: 2 })} %`;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
// src/measure/fingerprint/cpu-list.ts
const MAX_CPU = 65536;
function parseCpuList(list) {
	const cpus = [];
	for (const range of list.trim().split(",")) {
		const { first, last = first } = /^(?<first>\d+)(?:-(?<last>\d+))?$/.exec(range)?.groups ?? {};
		if (first === void 0 || Number(last) < Number(first) || Number(last) > MAX_CPU) return;
		for (let cpu = Number(first); cpu <= Number(last); cpu += 1) cpus.push(cpu);
	}
	return cpus;
}
// src/measure/metronome/beat-levels.ts
const LEVEL_RATIO = 1.1;
const INTERRUPTED = 2;
const MIN_BEATS = 3;
function sortBeats(micros) {
	if (micros.length < MIN_BEATS) return void 0;
	const most = INTERRUPTED * (micros[micros.length >> 1] ?? 0);
	const parts = new Map();
	for (const duration of micros) {
		const level = levelOf(Math.min(duration, most));
		parts.set(level, (parts.get(level) ?? 0) + 1 / micros.length);
	}
	return parts;
}
function levelOf(micros) {
	const level = Math.round(Math.log(micros) / Math.log(LEVEL_RATIO));
	return Number((LEVEL_RATIO ** level).toFixed(2));
}
// src/measure/metronome/beats.ts
const KEPT_MS = 3e4;
var Beats = class {
	#times = [];
	#micros = [];
	add({ times, micros }) {
		this.#times.push(...times);
		this.#micros.push(...micros);
		const first = this.#times[0] ?? 0;
		const last = this.#times.at(-1) ?? 0;
		if (last - first > 2 * KEPT_MS) this.#forget(last - KEPT_MS);
	}
	between(from, until) {
		const within = [];
		for (let at = this.#times.length - 1; at >= 0; at -= 1) {
			const time = this.#times[at] ?? 0;
			if (time < from) break;
			if (time < until) within.push(this.#micros[at] ?? 0);
		}
		return sortBeats(within.sort((a, b) => a - b));
	}
	#forget(before) {
		const keep = this.#times.findIndex((time) => time >= before);
		this.#times = this.#times.slice(keep);
		this.#micros = this.#micros.slice(keep);
	}
};
// src/measure/metronome/metronome.ts
const MAX_CPUS = 64;
const START_TIMEOUT_MS = 5e3;
async function startMetronome(path, searchPath) {
	const cpus = await usableCpus();
	if (cpus.length === 0 || cpus.length > MAX_CPUS) return void 0;
	const threads = cpus.map((cpu) => startThread(path, searchPath, cpu));
	const close = async () => {
		await Promise.all(threads.map(({ worker }) => worker.terminate()));
	};
	if ((await Promise.all(threads.map(({ isPinned }) => isPinned))).includes(false)) {
		await close();
		return;
	}
	const beats = new Map(threads.map((thread) => [thread.cpu, thread.beats]));
	return {
		beatsOf: (cpu) => beats.get(cpu),
		close
	};
}
function startThread(path, searchPath, cpu) {
	const worker = new Worker(path, {
		workerData: cpu,
		env: { PATH: searchPath },
		execArgv: []
	});
	worker.unref();
	const beats = new Beats();
	return {
		cpu,
		worker,
		beats,
		isPinned: new Promise((resolve) => {
			const timer = setTimeout(() => resolve(false), START_TIMEOUT_MS);
			const answer = (pinned) => {
				clearTimeout(timer);
				resolve(pinned);
			};
			worker.once("error", () => answer(false));
			worker.once("exit", () => answer(false));
			worker.on("message", (message) => {
				if (typeof message === "boolean") answer(message);
				else beats.add(message);
			});
		})
	};
}
async function usableCpus() {
	if (platform() !== "linux") return [];
	const status = await readFile("/proc/self/status", "utf8").catch(() => "");
	return parseCpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? "") ?? [];
}
// src/measure/progress.ts
function roundTitle({ side, round }, pairs) {
	return `round ${round + 1}/${pairs} ${side}`;
}
function describeRound(title, measured, leftMs) {
	const left = leftMs > 0 ? `, about ${duration(leftMs)} to the next look` : "";
	return `${title}: ${describeWork(measured)}${left}`;
}
function describeWork({ interval, succeeded, failed }) {
	const seconds = (interval.until - interval.from) / 1e3;
	if (succeeded === void 0) return `${count(seconds)} s of load, requests not counted`;
	const failures = failed ? `, ${count(failed)} failed` : "";
	return `${count(succeeded)} requests (${count(succeeded / seconds)}/s)${failures}`;
}
function duration(milliseconds) {
	const seconds = Math.ceil(milliseconds / 1e3);
	const minutes = Math.floor(seconds / 60);
	const hours = Math.floor(minutes / 60);
	if (hours > 0) return `${hours} h ${minutes % 60} min`;
	if (minutes > 0) return `${minutes} min ${seconds % 60} s`;
	return `${seconds} s`;
}
function count(value) {
	return value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 1 : 0 });
}
// src/measure/fingerprint/cpu-time.ts
function parseMachineTime(stat) {
	const [name, ...fields] = (stat.split("\n")[0] ?? "").trim().split(/\s+/);
	const [user, nice, system, idle, iowait = 0, irq = 0, softirq = 0, steal = 0] = fields.map(Number);
	if (name !== "cpu" || user === void 0 || nice === void 0) return void 0;
	if (system === void 0 || idle === void 0) return void 0;
	const busy = user + nice + system;
	return {
		busy,
		steal,
		total: busy + idle + iowait + irq + softirq + steal
	};
}
function parseProcessTime(stat) {
	const [user, system, childUser, childSystem] = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 15).map(Number);
	if (user === void 0 || system === void 0) return void 0;
	if (childUser === void 0 || childSystem === void 0) return void 0;
	return {
		own: user + system,
		children: childUser + childSystem
	};
}
function parsePressure(pressure) {
	const total = /^some .*\btotal=(\d+)$/m.exec(pressure)?.[1];
	return total === void 0 ? void 0 : Number(total);
}
// src/measure/fingerprint/known.ts
function known(fields) {
	const result = {};
	for (const key in fields) {
		const value = fields[key];
		if (isDefined(value)) result[key] = value;
	}
	return result;
}
function isDefined(value) {
	return value !== void 0;
}
// src/measure/fingerprint/conditions.ts
function conditionsBetween(before, after) {
	const seconds = (after.at - before.at) / 1e3;
	if (!(seconds > 0)) return {};
	const service = serviceTicks(before.members, after.members);
	return known({
		seconds,
		serviceCpuSeconds: service === void 0 ? void 0 : service / 100,
		...machineShares(before, after, service),
		...throttling(before, after),
		cpuPressureShare: before.pressure === void 0 || after.pressure === void 0 ? void 0 : share(after.pressure - before.pressure, seconds * 1e6)
	});
}
function serviceTicks(before, after) {
	if (after.length === 0) return void 0;
	const sum = (members) => members.reduce((ticks, { own, children }) => ticks + own + children, 0);
	return Math.max(0, sum(after) - sum(before));
}
function machineShares(before, after, service) {
	if (before.machine === void 0 || after.machine === void 0) return {};
	const total = after.machine.total - before.machine.total;
	if (!(total > 0)) return {};
	const stealShare = share(after.machine.steal - before.machine.steal, total);
	if (service === void 0 || before.ours === void 0 || after.ours === void 0) return { stealShare };
	const load = after.ours.own + after.ours.children - before.ours.own - before.ours.children;
	return {
		stealShare,
		otherCpuShare: share(after.machine.busy - before.machine.busy - service - load, total)
	};
}
function throttling({ throttling: before }, { throttling: after }) {
	if (after === void 0) return {};
	const periods = after.periods - (before?.periods ?? 0);
	const throttled = after.throttledPeriods - (before?.throttledPeriods ?? 0);
	return {
		throttledShare: periods > 0 ? share(throttled, periods) : 0,
		throttledSeconds: Math.max(0, after.seconds - (before?.seconds ?? 0))
	};
}
function share(part, whole) {
	return Math.min(1, Math.max(0, part / whole));
}
// src/measure/fingerprint/read-text.ts
async function readText$1(path) {
	try {
		const text = (await readFile(path, "utf8")).trim();
		return text === "" ? void 0 : text;
	} catch {
		return;
	}
}
async function readNumber(path) {
	return numberOf(await readText$1(path));
}
function numberOf(text) {
	return text !== void 0 && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : void 0;
}
// src/measure/fingerprint/cgroup-folders.ts
async function cgroupFolders(root, pid, controller) {
	const memberships = await readText$1(join(root, `proc/${pid}/cgroup`));
	const mounts = await readText$1(join(root, "proc/self/mountinfo"));
	if (memberships === void 0 || mounts === void 0) return [];
	return locateCgroups(memberships, mounts, controller).map(({ version, path }) => ({
		version,
		path: join(root, path)
	}));
}
function locateCgroups(memberships, mountinfo, controller) {
	const mounts = mountinfo.split("\n").flatMap((line) => parseMount(line) ?? []);
	return memberships.split("\n").flatMap((line) => {
		const { id, controllers, path } = /^(?<id>\d+):(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line)?.groups ?? {};
		if (path === void 0) return [];
		const version = id === "0" && controllers === "" ? 2 : 1;
		if (version === 1 && !controllers?.split(",").includes(controller)) return [];
		const mount = mounts.find((each) => each.version === version && (version === 2 || each.options.includes(controller)));
		return mount === void 0 ? [] : upwards(version, mount, path);
	});
}
function parseMount(line) {
	const [place = "", kind = ""] = line.split(" - ");
	const [, , , root, point] = place.split(" ");
	const [type, , options = ""] = kind.split(" ");
	if (root === void 0 || point === void 0) return void 0;
	if (type !== "cgroup" && type !== "cgroup2") return void 0;
	return {
		version: type === "cgroup2" ? 2 : 1,
		root,
		point,
		options: options.split(",")
	};
}
function upwards(version, { root, point }, path) {
	const names = (`${path}/`.startsWith(`${root === "/" ? "" : root}/`) ? path.slice(root === "/" ? 0 : root.length) : "").split("/").filter((name) => name !== "");
	const shown = names.includes("..") ? [] : names;
	return Array.from({ length: shown.length + 1 }, (_, up) => ({
		version,
		path: join(point, ...shown.slice(0, shown.length - up))
	}));
}
// src/measure/fingerprint/cgroup.ts
const NO_LIMIT_BYTES = 2 ** 60;
async function readLimits(root, pid) {
	const cpu = await cgroupFolders(root, pid, "cpu");
	const memory = await cgroupFolders(root, pid, "memory");
	const [quotas, limits] = await Promise.all([Promise.all(cpu.map(readQuota)), Promise.all(memory.map(readMemoryLimit))]);
	return {
		...cpu.length === 0 ? {} : { cpuQuota: lowest(quotas) },
		...memory.length === 0 ? {} : { memoryLimitBytes: lowest(limits) }
	};
}
async function readThrottling(root, pid) {
	const folders = await cgroupFolders(root, pid, "cpu");
	return (await Promise.all(folders.map(async ({ path }) => parseThrottling(await readText$1(join(path, "cpu.stat")) ?? "")))).filter((one) => one !== void 0).reduce((most, one) => most && most.seconds >= one.seconds ? most : one, void 0);
}
function parseThrottling(stat) {
	const fields = new Map(stat.split("\n").map((line) => {
		const [name = "", value = ""] = line.trim().split(/\s+/);
		return [name, value];
	}));
	const periods = numberOf(fields.get("nr_periods"));
	const throttledPeriods = numberOf(fields.get("nr_throttled"));
	const micros = numberOf(fields.get("throttled_usec"));
	const nanos = numberOf(fields.get("throttled_time"));
	if (!periods || throttledPeriods === void 0) return void 0;
	return {
		periods,
		throttledPeriods,
		seconds: (micros ?? 0) / 1e6 + (nanos ?? 0) / 1e9
	};
}
async function readQuota({ version, path }) {
	if (version === 2) {
		const [quota, period] = (await readText$1(join(path, "cpu.max")) ?? "").split(" ");
		return ratio(numberOf(quota), numberOf(period));
	}
	return ratio(await readNumber(join(path, "cpu.cfs_quota_us")), await readNumber(join(path, "cpu.cfs_period_us")));
}
function ratio(quota, period) {
	return quota && period ? quota / period : void 0;
}
async function readMemoryLimit({ version, path }) {
	const bytes = await readNumber(join(path, version === 2 ? "memory.max" : "memory.limit_in_bytes"));
	return bytes !== void 0 && bytes < NO_LIMIT_BYTES ? bytes : void 0;
}
function lowest(limits) {
	const real = limits.filter((limit) => limit !== void 0);
	return real.length === 0 ? null : Math.min(...real);
}
// src/measure/fingerprint/cpu-info.ts
function parseCpuInfo(text) {
	const entries = entriesOf$2(text);
	return known({
		cpuModel: distinct(entries.map(modelOf)),
		cpuVariant: distinct(entries.map(variantOf))
	});
}
function parseCpuFrequency(text) {
	const rates = entriesOf$2(text).flatMap((entry) => numberOf(entry.get("cpu mhz")) ?? []);
	return rates.length === 0 ? void 0 : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
function entriesOf$2(text) {
	return text.split(/\n\s*\n/).map((block) => {
		const pairs = block.split("\n").flatMap((line) => {
			const colon = line.indexOf(":");
			return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
		});
		return new Map(pairs);
	}).filter((entry) => entry.size > 0);
}
const MODEL_KEYS = [
	"model name",
	"cpu model",
	"uarch",
	"cpu"
];
function modelOf(entry) {
	for (const key of MODEL_KEYS) {
		const value = entry.get(key);
		if (value) return value.replaceAll(/\s+/g, " ");
	}
	const [implementer, part] = [entry.get("cpu implementer"), entry.get("cpu part")];
	if (implementer && part) return armModel(implementer, part);
	return mainframeModel(entry);
}
function mainframeModel(entry) {
	for (const [key, value] of entry) {
		const machine = /^processor \d/.test(key) ? /machine = (\w+)/.exec(value)?.[1] : void 0;
		if (machine !== void 0) return `IBM Z ${machine}`;
	}
}
function variantOf(entry) {
	const parts = [
		["family", entry.get("cpu family")],
		["model", entry.get("cpu family") && entry.get("model")],
		["stepping", entry.get("stepping")],
		["variant", entry.get("cpu variant")],
		["revision", entry.get("cpu revision")]
	].flatMap(([name, value]) => value ? [`${name} ${value}`] : []);
	return parts.length === 0 ? void 0 : parts.join(", ");
}
const ARM_CORES = {
	"0x41 0xd08": "ARM Cortex-A72",
	"0x41 0xd0b": "ARM Cortex-A76",
	"0x41 0xd0c": "ARM Neoverse-N1",
	"0x41 0xd40": "ARM Neoverse-V1",
	"0x41 0xd49": "ARM Neoverse-N2",
	"0x41 0xd4f": "ARM Neoverse-V2",
	"0xc0 0xac3": "Ampere-1"
};
function armModel(implementer, part) {
	return ARM_CORES[`${implementer} ${part}`] ?? `ARM implementer ${implementer}, part ${part}`;
}
function distinct(values) {
	const different = [...new Set(values.filter((value) => value !== void 0))];
	return different.length === 0 ? void 0 : different.join(" + ");
}
// src/measure/fingerprint/sysctl.ts
const NAMES$1 = [
	"hw.model",
	"machdep.cpu.brand_string",
	"hw.logicalcpu",
	"hw.memsize"
];
const TIMEOUT_MS$1 = 2e3;
async function readSysctl() {
	try {
		const { stdout } = await promisify(execFile)("/usr/sbin/sysctl", ["-i", ...NAMES$1], {
			timeout: TIMEOUT_MS$1,
			env: {}
		});
		return parseSysctl(stdout);
	} catch {
		return {};
	}
}
function parseSysctl(text) {
	const values = new Map(text.split("\n").map((line) => {
		const colon = line.indexOf(":");
		return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
	}));
	const value = (name) => values.get(name) || void 0;
	return known({
		cpuModel: value("machdep.cpu.brand_string"),
		cpuVariant: value("hw.model"),
		cpus: numberOf(value("hw.logicalcpu")),
		memoryBytes: numberOf(value("hw.memsize"))
	});
}
// src/measure/fingerprint/machine.ts
async function readMachine(pid) {
	return {
		platform: platform(),
		architecture: arch(),
		kernel: release(),
		...platform() === "linux" ? await readLinuxMachine("/", pid) : {},
		...platform() === "darwin" ? await readSysctl() : {}
	};
}
async function readLinuxMachine(root, pid) {
	const [cpuInfo, online, status, memory, governor, limits] = await Promise.all([
		readText$1(join(root, "proc/cpuinfo")),
		readText$1(join(root, "sys/devices/system/cpu/online")),
		readText$1(join(root, `proc/${pid}/status`)),
		readText$1(join(root, "proc/meminfo")),
		readGovernor(root),
		readLimits(root, pid)
	]);
	const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status ?? "")?.[1];
	const kilobytes = numberOf(/^MemTotal:\s*(\d+) kB$/m.exec(memory ?? "")?.[1]);
	return known({
		...parseCpuInfo(cpuInfo ?? ""),
		cpus: parseCpuList(online ?? "")?.length,
		allowedCpus: parseCpuList(allowed ?? "")?.length,
		memoryBytes: kilobytes === void 0 ? void 0 : kilobytes * 1024,
		governor,
		...limits
	});
}
async function readFrequency(root) {
	const folders = await policyFolders(root);
	const told = (await Promise.all(folders.map((folder) => readNumber(join(folder, "scaling_cur_freq"))))).filter((rate) => rate !== void 0);
	if (told.length > 0) return told.reduce((sum, rate) => sum + rate, 0) / told.length / 1e3;
	return parseCpuFrequency(await readText$1(join(root, "proc/cpuinfo")) ?? "");
}
async function readGovernor(root) {
	const folders = await policyFolders(root);
	const governors = await Promise.all(folders.map((folder) => readText$1(join(folder, "scaling_governor"))));
	const different = [...new Set(governors.filter((governor) => governor !== void 0))];
	return different.length === 0 ? void 0 : different.toSorted().join(" + ");
}
async function policyFolders(root) {
	const folder = join(root, "sys/devices/system/cpu/cpufreq");
	return (await readdir(folder).catch(() => [])).filter((name) => /^policy\d+$/.test(name)).map((name) => join(folder, name));
}
// src/measure/fingerprint/digest.ts
const BLOCKS = 16;
const BLOCK_BYTES = 65536;
const DIGITS = 16;
async function digestOf(path) {
	let file;
	try {
		file = await open(path);
		const stat = await file.stat();
		if (!stat.isFile()) return void 0;
		const hash = createHash("sha256").update(`${stat.size}\n`);
		const block = Buffer.alloc(BLOCK_BYTES);
		const last = Math.max(0, stat.size - BLOCK_BYTES);
		for (let i = 0; i < BLOCKS; i++) {
			const { bytesRead } = await file.read(block, 0, BLOCK_BYTES, Math.round(last * i / 15));
			hash.update(block.subarray(0, bytesRead));
		}
		return hash.digest("hex").slice(0, DIGITS);
	} catch {
		return;
	} finally {
		await file?.close();
	}
}
// src/measure/fingerprint/go-version.ts
const MAGIC = Buffer.from("ÿ Go buildinf:", "latin1");
const ALIGNMENT = 16;
const HEADER_BYTES = 32;
const INLINE_STRINGS = 2;
const VERSION_BYTES = 128;
const CHUNK_BYTES = 1048576;
const MAX_BYTES$2 = 536870912;
async function goVersionOf(path) {
	let file;
	try {
		file = await open(path);
		return await scan$1(file);
	} catch {
		return;
	} finally {
		await file?.close();
	}
}
async function scan$1(file) {
	const chunk = Buffer.alloc(1048736);
	for (let start = 0; start < MAX_BYTES$2; start += CHUNK_BYTES) {
		const { bytesRead } = await file.read(chunk, 0, chunk.length, start);
		const version = findGoVersion(chunk.subarray(0, bytesRead));
		if (version !== void 0) return version;
		if (bytesRead < chunk.length) return void 0;
	}
}
function findGoVersion(bytes) {
	for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
		if (at % ALIGNMENT !== 0 || ((bytes[at + 15] ?? 0) & INLINE_STRINGS) === 0) continue;
		const length = bytes[at + HEADER_BYTES] ?? 0;
		const from = at + HEADER_BYTES + 1;
		const text = bytes.toString("latin1", from, from + Math.min(length, VERSION_BYTES));
		const version = /^(?:devel )?go(\d[\w.-]*)/.exec(text)?.[1];
		if (version !== void 0) return version;
	}
}
// src/measure/fingerprint/runtime-names.ts
const PROGRAMS = [
	[/^node(?:js)?(?:-?\d+)?$/, {
		name: "node",
		versionArguments: ["--version"]
	}],
	[/^python[\d.]*t?$/, {
		name: "python",
		versionArguments: ["--version"]
	}],
	[/^pypy[\d.]*(?:-c)?$/, {
		name: "pypy",
		versionArguments: ["--version"]
	}],
	[/^java$/, {
		name: "java",
		versionArguments: ["-version"]
	}],
	[/^ruby[\d.]*$/, {
		name: "ruby",
		versionArguments: ["--version"]
	}],
	[/^php(?:-fpm|-cgi)?-?[\d.]*$/, {
		name: "php",
		versionArguments: ["--version"]
	}],
	[/^perl[\d.]*$/, {
		name: "perl",
		versionArguments: ["--version"]
	}],
	[/^deno$/, {
		name: "deno",
		versionArguments: ["--version"]
	}],
	[/^bun$/, {
		name: "bun",
		versionArguments: ["--version"]
	}],
	[/^beam\.smp$/, {
		name: "erlang",
		versionArguments: void 0
	}],
	[/^dotnet$/, {
		name: "dotnet",
		versionArguments: void 0
	}]
];
function runtimeProgram(fileName) {
	return PROGRAMS.find(([pattern]) => pattern.test(fileName))?.[1];
}
const LIBRARIES = [
	[/^libnode\.so/, "node"],
	[/^libjvm\.so/, "java"],
	[/^libpython3\.\d+\w*\.so/, "python"],
	[/^libruby[-.\d]*\.so/, "ruby"],
	[/^libcoreclr\.so/, "dotnet"]
];
function runtimeLibrary(paths) {
	for (const path of paths) {
		const file = path.slice(path.lastIndexOf("/") + 1);
		const name = LIBRARIES.find(([pattern]) => pattern.test(file))?.[1];
		if (name !== void 0) return {
			name,
			path
		};
	}
}
// src/measure/fingerprint/runtime-version.ts
const NEEDED$1 = ["PATH", "LD_LIBRARY_PATH"];
const TIMEOUT_MS = 2e3;
const MAX_OUTPUT_BYTES = 65536;
async function versionOf$1(program, library, environment) {
	const asked = runtimeProgram(basename(program))?.versionArguments;
	return (asked && findVersion(await output(program, asked, environment))) ?? versionInPath(library ?? program);
}
function findVersion(text) {
	return (/\d+(?:\.\d+)+(?:_\d+)?/.exec(text) ?? /\d+/.exec(text))?.[0];
}
function versionInPath(path) {
	return [...path.matchAll(/\/v?(\d+(?:\.\d+){1,3})(?=\/)/g)].at(-1)?.[1];
}
function output(program, asked, environment) {
	const options = {
		cwd: "/",
		env: Object.fromEntries(NEEDED$1.flatMap((name) => environment[name] === void 0 ? [] : [[name, environment[name]]])),
		timeout: TIMEOUT_MS,
		maxBuffer: MAX_OUTPUT_BYTES,
		killSignal: "SIGKILL"
	};
	return new Promise((resolve) => {
		execFile(program, asked, options, (error, stdout, stderr) => {
			resolve(error ? "" : `${stdout}\n${stderr}`.trim());
		}).stdin?.end();
	});
}
// src/measure/fingerprint/runtimes.ts
const LEAST_SHARE = .1;
async function findRuntimes(before, after, environment) {
	const busiest = busiestOfEachProgram(before, after);
	if (busiest.length === 0) return void 0;
	const runtimes = [];
	for (const member of busiest) {
		const runtime = await runtimeOf(member, environment);
		if (runtime && !runtimes.some((other) => isSame$1(other, runtime))) runtimes.push(runtime);
	}
	return runtimes;
}
function busiestOfEachProgram(before, after) {
	const earlier = new Map(before.map(({ pid, own }) => [pid, own]));
	const programs = new Map();
	let total = 0;
	for (const member of after) {
		const ticks = Math.max(0, member.own - (earlier.get(member.pid) ?? 0));
		total += ticks;
		const known = programs.get(member.program);
		if (known === void 0) programs.set(member.program, {
			busiest: member,
			most: ticks,
			ticks
		});
		else {
			known.ticks += ticks;
			if (ticks > known.most) Object.assign(known, {
				busiest: member,
				most: ticks
			});
		}
	}
	return [...programs.values()].filter(({ ticks }) => ticks > 0 && ticks >= LEAST_SHARE * total).toSorted((a, b) => b.ticks - a.ticks).map(({ busiest }) => busiest);
}
async function runtimeOf({ pid, program: link }, environment) {
	const program = link.replace(/ \(deleted\)$/, "");
	const running = `/proc/${pid}/exe`;
	const library = runtimeLibrary(filesOf(await readText$1(`/proc/${pid}/maps`) ?? ""));
	const name = library?.name ?? runtimeProgram(basename(program))?.name;
	if (name !== void 0) return {
		name,
		...known({
			version: await versionOf$1(program, library?.path, environment),
			digest: await digestOf(library === void 0 ? running : library.path)
		})
	};
	const version = await goVersionOf(running);
	return version === void 0 ? void 0 : {
		name: "go",
		version
	};
}
function filesOf(maps) {
	const paths = maps.split("\n").flatMap((line) => /\s(\/.*)$/.exec(line)?.[1] ?? []);
	return [...new Set(paths)];
}
function isSame$1(a, b) {
	return a.name === b.name && a.version === b.version && a.digest === b.digest;
}
// src/measure/process-table.ts
async function livingMembers(leader) {
	return (process.platform === "linux" ? await readProc() : await readPs()).filter(({ group, session, zombie }) => !zombie && (group === leader || session === leader));
}
async function readProc() {
	const names = await readdir("/proc");
	return (await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readStat))).filter((entry) => entry !== void 0);
}
async function readStat(pid) {
	try {
		return parseStat(await readFile(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return;
	}
}
function parseStat(stat) {
	const pid = Number.parseInt(stat, 10);
	const [state = "", , group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	if (Number.isNaN(pid) || group === void 0 || session === void 0) return void 0;
	return {
		pid,
		group: Number(group),
		session: Number(session),
		zombie: /^[ZXx]/.test(state)
	};
}
async function readPs() {
	const { stdout } = await promisify(execFile)("ps", [
		"-A",
		"-o",
		"pid=,pgid=,stat="
	]);
	return stdout.trim().split("\n").map((line) => {
		const [pid, group, state = ""] = line.trim().split(/\s+/);
		return {
			pid: Number(pid),
			group: Number(group),
			session: void 0,
			zombie: state.startsWith("Z")
		};
	});
}
// src/measure/fingerprint/snapshot.ts
async function snapshotBefore(leader) {
	const members = await readMembers(leader);
	return {
		...await readClocks(leader),
		members
	};
}
async function snapshotAfter(leader) {
	return {
		...await readClocks(leader),
		members: await readMembers(leader)
	};
}
async function readClocks(leader) {
	const at = performance.now();
	const [stat, self, pressure, throttling] = await Promise.all([
		readText$1("/proc/stat"),
		readText$1("/proc/self/stat"),
		readText$1("/proc/pressure/cpu"),
		readThrottling("/", leader)
	]);
	return {
		at,
		machine: parseMachineTime(stat ?? ""),
		ours: parseProcessTime(self ?? ""),
		pressure: parsePressure(pressure ?? ""),
		throttling
	};
}
async function readMembers(leader) {
	const processes = await livingMembers(leader);
	return (await Promise.all(processes.map(async ({ pid }) => {
		const time = parseProcessTime(await readText$1(`/proc/${pid}/stat`) ?? "");
		const program = await readlink(`/proc/${pid}/exe`).catch(() => "");
		return time && {
			pid,
			program,
			...time
		};
	}))).filter((member) => member !== void 0);
}
// src/measure/fingerprint/fingerprint.ts
async function beginFingerprint(leader, environment) {
	const machine = await readMachine(leader);
	const [loadAverage] = loadavg();
	if (platform() !== "linux") return { finish: async () => ({
		machine,
		conditions: known({ loadAverage })
	}) };
	const before = await snapshotBefore(leader);
	return { async finish() {
		const after = await snapshotAfter(leader);
		const frequencyMhz = await readFrequency("/");
		return {
			machine,
			conditions: {
				...conditionsBetween(before, after),
				...known({
					loadAverage,
					frequencyMhz
				})
			},
			...known({ runtimes: await findRuntimes(before.members, after.members, environment) })
		};
	} };
}
// src/measure/format.ts
function formatSeconds(milliseconds) {
	return `${(milliseconds / 1e3).toLocaleString("en-US", { maximumFractionDigits: 1 })} s`;
}
// src/measure/abort.ts
async function unlessAborted(promise, signal) {
	signal.throwIfAborted();
	let onAbort = () => {};
	const aborted = new Promise((_, reject) => {
		onAbort = () => reject(signal.reason);
		signal.addEventListener("abort", onAbort);
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
async function delay(milliseconds, signal) {
	try {
		await setTimeout$1(milliseconds, void 0, { signal });
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
// src/measure/exit.ts
function describeExit({ code, signal }) {
	if (signal !== null) return `was killed by ${signal}`;
	return `exited with code ${code}${meaning(code)}`;
}
function meaning(code) {
	if (code === 126) return " (not executable)";
	if (code === 127) return " (command not found)";
	if (code === null || code <= 128) return "";
	const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
	return name === void 0 ? "" : ` (128 + ${name})`;
}
// src/measure/output-lines.ts
const MAX_LINE_LENGTH = 8192;
var OutputLines = class {
	#decoder = new StringDecoder("utf8");
	#emit;
	#line = "";
	#dropped = 0;
	constructor(emit) {
		this.#emit = emit;
	}
	push(chunk) {
		const parts = this.#decoder.write(chunk).split("\n");
		const rest = parts.pop() ?? "";
		for (const part of parts) {
			this.#append(part);
			this.#finishLine();
		}
		this.#append(rest);
	}
	end() {
		this.#append(this.#decoder.end());
		if (this.#line !== "") this.#finishLine();
	}
	#append(text) {
		const room = MAX_LINE_LENGTH - this.#line.length;
		this.#line += text.slice(0, room);
		this.#dropped += Math.max(0, text.length - room);
	}
	#finishLine() {
		const line = this.#line.endsWith("\r") ? this.#line.slice(0, -1) : this.#line;
		const cut = this.#dropped.toLocaleString("en-US");
		const mark = this.#dropped > 0 ? ` … [${cut} more characters cut]` : "";
		this.#line = "";
		this.#dropped = 0;
		this.#emit(line + mark);
	}
};
// src/measure/shell.ts
const DEFAULT_PATH = "/usr/bin:/bin";
async function shellFor(command, path) {
	const bash = await findProgram("bash", path || DEFAULT_PATH);
	if (bash === void 0) return {
		file: "sh",
		args: ["-ec", command]
	};
	return {
		file: bash,
		args: [
			"-eo",
			"pipefail",
			"-c",
			command
		]
	};
}
async function findProgram(name, path) {
	for (const folder of path.split(":").filter((entry) => entry !== "")) {
		const file = join(folder, name);
		try {
			await access(file, constants$1.X_OK);
			return file;
		} catch {}
	}
}
// src/measure/tail.ts
const TAIL_LINES = 40;
var Tail = class {
	#lines = [];
	#earlier = 0;
	push(line) {
		this.#lines.push(line);
		if (this.#lines.length > TAIL_LINES) {
			this.#lines.shift();
			this.#earlier++;
		}
	}
	lines() {
		if (this.#earlier === 0) return [...this.#lines];
		return [`… [${this.#earlier.toLocaleString("en-US")} earlier lines cut]`, ...this.#lines];
	}
};
// src/measure/terminate.ts
const HURRIED_GRACE_MS = 1e3;
const KILL_MS = 5e3;
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 100;
async function endGroup(leader, source, graceMs, hurry) {
	const first = await livingMembers(leader);
	if (first.length === 0) return "gone";
	signalAll(leader, first, "SIGTERM");
	const start = performance.now();
	let hurriedSince;
	const graceIsOver = () => {
		const now = performance.now();
		if (hurry?.aborted) hurriedSince ??= now;
		return hurriedSince !== void 0 && now - hurriedSince >= HURRIED_GRACE_MS || now - start >= graceMs;
	};
	if ((await poll(leader, graceIsOver)).length === 0) return "exited";
	const killStart = performance.now();
	const survivors = await poll(leader, (members) => {
		signalAll(leader, members, "SIGKILL");
		return performance.now() - killStart >= KILL_MS;
	});
	if (survivors.length === 0) return "killed";
	const pids = survivors.map(({ pid }) => pid).join(", ");
	throw new FlamegateError("measurement", `${source} could not be killed: process ${pids}`, { hint: "Look at these processes; one that waits for a device or a network file system ends only with that." });
}
async function poll(leader, giveUp) {
	for (let wait = FIRST_POLL_MS;; wait = Math.min(LAST_POLL_MS, wait * 1.5)) {
		const members = await livingMembers(leader);
		if (members.length === 0 || giveUp(members)) return members;
		await setTimeout$1(wait);
	}
}
function signalAll(leader, members, signal) {
	for (const group of new Set([leader, ...members.map((member) => member.group)])) try {
		process.kill(-group, signal);
	} catch {}
}
// src/measure/process-group.ts
const DRAIN_MS = 250;
async function startGroup(options) {
	const { source, log } = options;
	const { child, pid } = await spawnShell(options);
	const exited = new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve({
			code,
			signal
		}));
	});
	const tail = new Tail();
	const drained = readOutput(child, (line) => {
		tail.push(line);
		log.child(source, line);
	});
	let ended;
	return {
		pid,
		exited,
		tail: () => tail.lines(),
		async terminate(graceMs, hurry) {
			if (ended !== void 0) return ended;
			ended = await endGroup(pid, source, graceMs, hurry);
			await Promise.race([drained, setTimeout$1(DRAIN_MS)]);
			child.stdout.destroy();
			child.stderr.destroy();
			return ended;
		}
	};
}
async function spawnShell(options) {
	const { command, directory, environment } = options;
	const shell = await shellFor(command, environment.PATH);
	try {
		const child = spawn(shell.file, shell.args, {
			cwd: directory,
			env: { ...environment },
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		});
		await once(child, "spawn");
		if (child.pid === void 0) throw new Error("it has no process id");
		return {
			child,
			pid: child.pid
		};
	} catch (cause) {
		throw explainNoStart(options, cause);
	}
}
function explainNoStart({ directory, source }, cause) {
	if (!existsSync(directory)) return new FlamegateError("measurement", `${source}: the folder ${directory} does not exist`, {
		hint: "See that the folder of the service is in both commits.",
		cause
	});
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new FlamegateError("measurement", `${source} could not be started: ${reason}`, { cause });
}
async function readOutput(child, emit) {
	await Promise.all([child.stdout, child.stderr].map(async (stream) => {
		const lines = new OutputLines(emit);
		stream.on("data", (chunk) => lines.push(chunk));
		stream.on("error", () => {});
		await new Promise((resolve) => stream.once("close", resolve));
		lines.end();
	}));
}
// src/measure/run-command.ts
const GRACE_MS = 5e3;
async function runCommand(options) {
	const { source, signal, timeoutMs } = options;
	signal.throwIfAborted();
	const group = await startGroup(options);
	let exit;
	const timer = new AbortController();
	try {
		const timeout = delay(timeoutMs, timer.signal).then(() => "timeout", () => "timeout");
		exit = await unlessAborted(Promise.race([group.exited, timeout]), signal);
	} finally {
		timer.abort();
		await group.terminate(GRACE_MS, signal);
	}
	if (exit !== "timeout" && exit.code === 0) return;
	const fact = exit === "timeout" ? `did not end within ${formatSeconds(timeoutMs)}` : describeExit(exit);
	throw new FlamegateError("measurement", `${source} ${fact}`, {
		hint: options.hint,
		output: group.tail()
	});
}
// src/measure/load/counts/counts.ts
function asRecord(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	return Object.fromEntries(Object.entries(value));
}
function asCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
function fromTotal(total, failed, what) {
	if (failed > total) return `${what}: ${failed} of ${total} requests failed`;
	return {
		succeeded: total - failed,
		failed
	};
}
// src/measure/load/counts/autocannon.ts
const STATUS_CLASSES = [
	"1xx",
	"2xx",
	"3xx",
	"4xx",
	"5xx"
];
const readAutocannonCounts = (value) => {
	if (!("non2xx" in value) || !("2xx" in value)) return void 0;
	const errors = asCount(value.errors);
	if (errors === void 0) return "\"errors\" is missing or not a count";
	let succeeded = 0;
	let failed = errors;
	for (const name of STATUS_CLASSES) {
		const count = asCount(value[name]);
		if (count === void 0) return `"${name}" is missing or not a count`;
		if (name === "2xx" || name === "3xx") succeeded += count;
		else if (name !== "1xx") failed += count;
	}
	return {
		succeeded,
		failed
	};
};
// src/measure/load/counts/k6.ts
const readK6Counts = (value) => {
	const metrics = asRecord(value.metrics) ?? listedMetrics(value);
	if (metrics === void 0) return void 0;
	const requests = valuesOf(metrics.http_reqs);
	if (requests === void 0) return "k6 has no metric \"http_reqs\": it sent no HTTP request";
	const failures = valuesOf(metrics.http_req_failed);
	if (failures === void 0) return "k6 has no metric \"http_req_failed\"; setResponseCallback(null) switches it off";
	return countsOf(requests, failures);
};
function countsOf(requests, failures) {
	const total = asCount(requests.count);
	if (total === void 0) return "\"count\" of k6's \"http_reqs\" is missing or not a count";
	const failed = asCount(failures.passes ?? failures.matches);
	if (failed === void 0) return "\"passes\" of k6's \"http_req_failed\" is missing or not a count";
	return fromTotal(total, failed, "k6");
}
function listedMetrics(value) {
	const list = asRecord(value.results)?.metrics;
	if (!Array.isArray(list)) return void 0;
	return Object.fromEntries(list.map((metric) => [String(asRecord(metric)?.name), metric]));
}
function valuesOf(metric) {
	const record = asRecord(metric);
	return asRecord(record?.values) ?? record;
}
// src/measure/load/counts/plain.ts
const readPlainCounts = (value) => {
	if (!("requests" in value)) return void 0;
	const succeeded = asCount(value.requests);
	const failed = asCount(value.failed);
	if (succeeded === void 0) return "\"requests\" is not a count";
	if (failed === void 0) return "\"failed\" is missing or not a count";
	return {
		succeeded,
		failed
	};
};
// src/measure/load/counts/read-counts.ts
const READERS = [
	readAutocannonCounts,
	readPlainCounts,
	readK6Counts
];
const MAX_BYTES$1 = 8388608;
const HINT = "Write {\"requests\": <succeeded>, \"failed\": <failed>}, autocannon's --json output or a summary of k6 to the file in FLAMEGATE_RESULT.";
async function readCounts(file) {
	const text = await readResult(file);
	if (text === void 0 || text.trim() === "") return void 0;
	return parseCounts(text);
}
function parseCounts(text) {
	const record = asRecord(parseJson$1(text));
	if (record !== void 0) for (const read of READERS) {
		const counts = read(record);
		if (typeof counts === "string") throw unreadable(counts);
		if (counts !== void 0) return counts;
	}
	throw unreadable("the format is not known");
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw unreadable("it is not JSON");
	}
}
async function readResult(file) {
	const found = await stat(file).catch(() => void 0);
	if (found === void 0) return void 0;
	if (!found.isFile()) throw unreadable("it is not a file");
	if (found.size > MAX_BYTES$1) {
		const [size, limit] = [found.size, MAX_BYTES$1].map((bytes) => bytes.toLocaleString("en-US"));
		throw unreadable(`it has ${size} bytes, more than ${limit}`);
	}
	return readFile(file, "utf8");
}
function unreadable(why) {
	return new FlamegateError("measurement", `the result of the load command cannot be read: ${why}`, { hint: HINT });
}
// src/measure/load/command.ts
const timeoutMs = (seconds) => (seconds * 3 + 60) * 1e3;
async function runCommandLoad(command, run) {
	const { load, phase, side, port, directory, log, signal } = run;
	const seconds = loadSeconds(run);
	const folder = await mkdtemp(join(tmpdir(), "flamegate-load-"));
	try {
		const result = join(folder, "result.json");
		const from = Date.now();
		const start = performance.now();
		await runCommand({
			command,
			directory,
			environment: {
				...run.environment,
				FLAMEGATE_TARGET: withPort(load.url, port),
				FLAMEGATE_PORT: String(port),
				FLAMEGATE_DURATION: String(seconds),
				FLAMEGATE_CONNECTIONS: String(load.connections),
				FLAMEGATE_PHASE: phase,
				FLAMEGATE_RESULT: result
			},
			source: `load ${side}`,
			timeoutMs: timeoutMs(seconds),
			hint: "The load command must end by itself after FLAMEGATE_DURATION seconds, with exit code 0.",
			log,
			signal
		});
		const interval = {
			from,
			until: from + Math.floor(performance.now() - start)
		};
		const counts = await readCounts(result);
		return {
			interval,
			slices: counts === void 0 ? [] : [{
				...interval,
				...counts
			}],
			succeeded: counts?.succeeded,
			failed: counts?.failed,
			failures: new Map()
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
// src/measure/load/load.ts
async function runLoad(run) {
	const { command } = run.load;
	if (command !== void 0) return runCommandLoad(command, run);
	const { runBuiltinLoad } = await import("./builtin.js");
	return runBuiltinLoad(run);
}
// src/profiles/attribution/intervals.ts
function unionOf(intervals) {
	const union = [];
	for (const interval of intervals.toSorted((a, b) => a.from - b.from)) {
		const last = union.at(-1);
		if (last === void 0 || interval.from > last.until) union.push(interval);
		else union[union.length - 1] = {
			from: last.from,
			until: Math.max(last.until, interval.until)
		};
	}
	return union;
}
function overlap(union, interval) {
	return union.reduce((sum, { from, until }) => {
		return sum + Math.max(0, Math.min(until, interval.until) - Math.max(from, interval.from));
	}, 0);
}
function lengthOf$1({ from, until }) {
	return until - from;
}
// src/profiles/attribution/work.ts
const NO_WORK$1 = {
	succeeded: 0,
	failed: 0
};
function workWithin(load, union) {
	if (overlap(union, load.interval) === 0) return NO_WORK$1;
	const slices = slicesOf(load);
	if (slices.length === 0) return void 0;
	return slices.reduce((sum, slice) => {
		const part = lengthOf$1(slice) > 0 ? overlap(union, slice) / lengthOf$1(slice) : 0;
		return addWork(sum, {
			succeeded: slice.succeeded * part,
			failed: slice.failed * part
		});
	}, NO_WORK$1);
}
function addWork(a, b) {
	return {
		succeeded: a.succeeded + b.succeeded,
		failed: a.failed + b.failed
	};
}
function slicesOf({ slices, interval, succeeded, failed }) {
	if (slices.length > 0 || succeeded === void 0) return slices;
	return [{
		...interval,
		succeeded,
		failed: failed ?? 0
	}];
}
// src/measure/metronome/thread-times.ts
function readThreads(pids) {
	const threads = new Map();
	for (const pid of pids) for (const thread of namesIn$1(`/proc/${pid}/task`)) {
		const time = readThread(`/proc/${pid}/task/${thread}`);
		if (time !== void 0) threads.set(thread, time);
	}
	return threads;
}
function namesIn$1(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
function readThread(folder) {
	try {
		const cpuMs = parseRunTime(readFileSync(`${folder}/schedstat`, "utf8"));
		const cpu = parseCpu(readFileSync(`${folder}/stat`, "utf8"));
		return cpuMs === void 0 || cpu === void 0 ? void 0 : {
			cpuMs,
			cpu
		};
	} catch {
		return;
	}
}
function parseRunTime(schedstat) {
	const nanos = Number(/^\d+/.exec(schedstat)?.[0]);
	return Number.isNaN(nanos) ? void 0 : nanos / 1e6;
}
function parseCpu(stat) {
	const cpu = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[36] ?? NaN);
	return Number.isNaN(cpu) ? void 0 : cpu;
}
// src/measure/metronome/watch.ts
const SHORTEST_SLICE_MS = 100;
const MOST_SLICES = 100;
const SLICES_BEHIND = 5;
const MEMBERS_EVERY_MS = 1e3;
async function watchDisturbance(leader, seconds, metronome) {
	let members = await pidsOf(leader);
	const slices = [];
	const marks = [];
	const mark = () => {
		marks.push({
			at: Date.now(),
			threads: readThreads(members)
		});
	};
	const take = (behind) => {
		while (marks.length > behind + 1) {
			const [before, after] = marks;
			if (before !== void 0 && after !== void 0) slices.push(...sliceBetween(before, after, metronome));
			marks.shift();
		}
	};
	const refresh = setInterval(async () => {
		members = await pidsOf(leader);
	}, MEMBERS_EVERY_MS);
	const timer = setInterval(() => {
		mark();
		take(SLICES_BEHIND);
	}, Math.max(SHORTEST_SLICE_MS, seconds * 1e3 / MOST_SLICES));
	mark();
	const stop = () => {
		clearInterval(refresh);
		clearInterval(timer);
	};
	return {
		stop,
		finish(load) {
			stop();
			take(0);
			if (load.slices.length === 0 || slices.length === 0) return void 0;
			return slices.map((slice) => ({
				requests: rounded(workWithin(load, [slice])?.succeeded ?? 0),
				cpuMs: rounded(slice.cpuMs),
				beats: slice.beats
			}));
		}
	};
}
function sliceBetween(before, after, metronome) {
	let cpuMs = 0;
	let beatenMs = 0;
	const levels = new Map();
	for (const [thread, { cpuMs: now, cpu }] of after.threads) {
		const used = now - (before.threads.get(thread)?.cpuMs ?? 0);
		cpuMs += used;
		const parts = metronome.beatsOf(cpu)?.between(before.at, after.at);
		if (parts === void 0) continue;
		beatenMs += used;
		for (const [level, part] of parts) levels.set(level, (levels.get(level) ?? 0) + used * part);
	}
	if (!(beatenMs > 0)) return [];
	const beats = [...levels].sort(([a], [b]) => a - b).map(([level, used]) => [level, rounded(used / beatenMs)]).filter(([, part]) => part > 0);
	return [{
		from: before.at,
		until: after.at,
		cpuMs,
		beats
	}];
}
function rounded(value) {
	return Math.round(value * 1e3) / 1e3;
}
async function pidsOf(leader) {
	return (await livingMembers(leader)).map(({ pid }) => pid);
}
// src/measure/scrape.ts
const PATIENCE_MS = 15e3;
const MAX_PROFILE_BYTES = 67108864;
const SHOWN$1 = 200;
async function scrapeProfile({ service, url, port, seconds }, signal) {
	const target = new URL(withPort(url, port));
	const whole = Math.max(1, Math.floor(seconds));
	target.searchParams.set("seconds", String(whole));
	const timeout = AbortSignal.timeout(whole * 1e3 + PATIENCE_MS);
	try {
		const { default: axios } = await import("./axios2.js");
		const { status, data } = await axios.get(target.href, {
			responseType: "arraybuffer",
			maxRedirects: 0,
			proxy: false,
			maxContentLength: MAX_PROFILE_BYTES,
			validateStatus: () => true,
			signal: AbortSignal.any([signal, timeout])
		});
		const pprof = Buffer.from(data);
		if (status !== 200) return nothing(target, `${status}: ${textOf$2(pprof)}`);
		if (pprof.length === 0) return nothing(target, "nothing");
		return {
			kind: "profile",
			arrival: {
				service,
				labels: {},
				spy: "scrape",
				pprof,
				receivedAt: Date.now(),
				from: void 0,
				until: void 0
			}
		};
	} catch (error) {
		return nothing(target, error instanceof Error ? error.message : String(error));
	}
}
function textOf$2(bytes) {
	return bytes.subarray(0, SHOWN$1).toString("utf8").trim();
}
function nothing(target, answer) {
	return {
		kind: "nothing",
		refusal: {
			reason: `${target.href} was asked for a profile and gave none (${answer})`,
			hint: "It must answer with a pprof of ?seconds=N, as net/http/pprof does, without a redirect; a write timeout of the server must be longer than the load."
		}
	};
}
// src/measure/ready.ts
const PROBE_TIMEOUT_MS = 5e3;
const PAUSE_MS = 50;
async function waitUntilReady(options) {
	const { url, timeoutMs, signal } = options;
	let exit;
	const exitController = new AbortController();
	options.exited.then((value) => {
		exit = value;
		exitController.abort();
	});
	const stop = AbortSignal.any([signal, exitController.signal]);
	const deadline = performance.now() + timeoutMs;
	let last = { kind: "refused" };
	try {
		for (;;) {
			const left = deadline - performance.now();
			if (left <= 0) return {
				kind: "timeout",
				last
			};
			const answer = await probe$1(url, Math.min(left, PROBE_TIMEOUT_MS), stop);
			if (isReady(answer)) return { kind: "ready" };
			if (!(answer.kind === "silent" && left < PROBE_TIMEOUT_MS) || last.kind === "refused") last = answer;
			await delay(Math.min(PAUSE_MS, left), stop);
		}
	} catch (error) {
		signal.throwIfAborted();
		if (exit !== void 0) return {
			kind: "exited",
			exit
		};
		throw error;
	}
}
function isReady(answer) {
	return answer.kind === "status" && answer.status >= 200 && answer.status < 400;
}
function describeAnswer(answer) {
	switch (answer.kind) {
		case "status": return `answered ${answer.status}`;
		case "refused": return "refused every connection (nothing listens there)";
		case "silent": return "accepted the connection and did not answer";
		case "broken": return `gave no answer (${answer.reason})`;
	}
}
async function probe$1(url, timeoutMs, signal) {
	const get$2 = new URL(url).protocol === "https:" ? get$1 : get;
	const answer = await new Promise((resolve) => {
		const request = get$2(url, {
			agent: false,
			signal,
			rejectUnauthorized: false
		}, (response) => {
			resolve({
				kind: "status",
				status: response.statusCode ?? 0
			});
			response.destroy();
		});
		const timer = setTimeout(() => {
			resolve({ kind: "silent" });
			request.destroy();
		}, timeoutMs);
		request.on("error", (error) => {
			resolve(error.code === "ECONNREFUSED" ? { kind: "refused" } : {
				kind: "broken",
				reason: error.code ?? error.message
			});
		});
		request.on("close", () => clearTimeout(timer));
	});
	signal.throwIfAborted();
	return answer;
}
// src/measure/service.ts
const OCCUPANT_TIMEOUT_MS = 500;
async function startService(options) {
	const { config, side, directory, environment, log, signal } = options;
	signal.throwIfAborted();
	const source = `service ${side}`;
	const port = await freePort();
	const readyUrl = withPort(config.readyUrl, port);
	await refuseOccupant(readyUrl, signal);
	const group = await startGroup({
		command: withPort(config.start, port),
		directory,
		environment: {
			...environment,
			PORT: String(port)
		},
		source,
		log
	});
	let readiness;
	try {
		const { exited } = group;
		const timeoutMs = config.readyTimeoutMs;
		readiness = await waitUntilReady({
			url: readyUrl,
			timeoutMs,
			exited,
			signal
		});
	} finally {
		if (readiness?.kind !== "ready") await group.terminate(config.stopTimeoutMs, AbortSignal.abort());
	}
	if (readiness.kind !== "ready") {
		const { fact, hint } = explain(readiness, readyUrl, config.readyTimeoutMs);
		throw new FlamegateError("measurement", `${source} ${fact}`, {
			hint,
			output: group.tail()
		});
	}
	return {
		source,
		port,
		pid: group.pid,
		exited: group.exited,
		tail: () => group.tail(),
		stop: (hurry) => group.terminate(config.stopTimeoutMs, hurry)
	};
}
async function refuseOccupant(readyUrl, signal) {
	if (!isReady(await probe$1(readyUrl, OCCUPANT_TIMEOUT_MS, signal))) return;
	throw new FlamegateError("measurement", `${readyUrl} already answers before the service is started`, { hint: "Stop what listens there, or let the service listen on {port} (it is in PORT as well)." });
}
function explain(readiness, readyUrl, timeoutMs) {
	if (readiness.kind === "exited") return {
		fact: `${describeExit(readiness.exit)} before it was ready`,
		hint: readiness.exit.code === 0 ? "The start command must stay in the foreground as long as the service runs." : "Its output says why; it gets its port in PORT."
	};
	return {
		fact: `was not ready after ${formatSeconds(timeoutMs)}: ${readyUrl} ${describeAnswer(readiness.last)}`,
		hint: readiness.last.kind === "refused" ? "Let the service listen on the port in PORT, or write {port} into the start command." : "The ready URL must answer 2xx or 3xx once the service takes requests."
	};
}
// src/measure/while-alive.ts
const DEATH_NOTICE_MS = 100;
async function whileAlive(service, signal, act) {
	const death = new AbortController();
	const end = { exit: void 0 };
	service.exited.then((exit) => {
		end.exit = exit;
		death.abort();
	});
	try {
		const result = await act(AbortSignal.any([signal, death.signal]));
		if (end.exit === void 0) return result;
	} catch (error) {
		signal.throwIfAborted();
		await Promise.race([service.exited, setTimeout$1(DEATH_NOTICE_MS)]);
		if (end.exit === void 0) throw error;
	}
	await service.stop(AbortSignal.abort());
	throw new FlamegateError("measurement", `${service.source} ${describeExit(end.exit)} under load`, {
		hint: "Its output may say why; a service that is killed by SIGKILL often ran out of memory.",
		output: service.tail()
	});
}
// src/measure/round.ts
async function measureRound(name, title, input, deps, kept) {
	const { log, signal } = deps;
	signal.throwIfAborted();
	const cleanup = new Cleanup(log);
	let phase = "receiver";
	try {
		const intake = await deps.openIntake(name);
		cleanup.defer("close the round on the receiver", () => intake.close());
		kept.defer("remove the profiles of the round", () => intake.discard());
		phase = "start";
		const service = await startService({
			config: input.service,
			side: name.side,
			directory: input.directories[name.side],
			environment: {
				...input.environment,
				...intake.environment
			},
			log,
			signal
		});
		cleanup.defer(`stop ${service.source}`, async () => {
			await service.stop(AbortSignal.abort());
		});
		phase = "warm-up";
		const warmup = input.load.warmupSeconds > 0 ? await loadService("warmup", name.side, service, input, deps) : void 0;
		phase = "load";
		const fingerprint = await beginFingerprint(service.pid, input.environment);
		const watch = deps.metronome && await watchDisturbance(service.pid, input.load.durationSeconds, deps.metronome);
		cleanup.defer("stop watching", async () => watch?.stop());
		const scraping = scrape(service, input, deps);
		const measured = await loadService("measure", name.side, service, input, deps);
		const disturbance = watch?.finish(measured);
		const environment = await fingerprint.finish();
		phase = "upload";
		const scraped = await scraping;
		await whileAlive(service, signal, (untilDeath) => intake.flushed(untilDeath));
		if (scraped?.kind === "profile") await intake.put(scraped.arrival);
		else if (scraped !== void 0) intake.refuse(scraped.refusal);
		phase = "stop";
		await stopService(service, input.service.stopTimeoutMs, deps);
		phase = "upload";
		await intake.settle(signal);
		return {
			...name,
			measured,
			warmup,
			...intake.collect(),
			environment,
			...disturbance === void 0 ? {} : { disturbance }
		};
	} catch (error) {
		throw located(`${title}, ${phase}`, error);
	} finally {
		await cleanup.run();
	}
}
async function scrape({ port }, { service: { name }, load, scrapeUrl }, { signal }) {
	if (scrapeUrl === void 0) return void 0;
	const seconds = load.durationSeconds;
	return scrapeProfile({
		service: name,
		url: scrapeUrl,
		port,
		seconds
	}, signal);
}
async function loadService(phase, side, service, input, { log, signal }) {
	const { load, loadDirectory: directory, environment } = input;
	const { port } = service;
	const outcome = await whileAlive(service, signal, (untilDeath) => runLoad({
		load,
		phase,
		side,
		port,
		directory,
		environment,
		log,
		signal: untilDeath
	}));
	if (outcome.succeeded !== 0) return outcome;
	const failures = [...outcome.failures].map(([reason, times]) => `${times} × ${reason}`);
	throw new FlamegateError("measurement", `no request to ${service.source} succeeded: ${failures.join(", ") || "none was answered"}`, {
		hint: "See that the URL and the requests of the load fit the service.",
		output: service.tail()
	});
}
async function stopService(service, stopTimeoutMs, { log, signal }) {
	const ending = await service.stop(signal);
	signal.throwIfAborted();
	if (ending !== "killed") return;
	log.warn(`${service.source} did not end within ${formatSeconds(stopTimeoutMs)} after SIGTERM and was killed; profiles that it had not sent are lost. Let it end on SIGTERM, or raise the stop time-out.`);
}
function located(place, error) {
	if (!isBroken(error)) return error;
	return new FlamegateError("measurement", `${place}: ${error.message}`, {
		...error.hint === void 0 ? {} : { hint: error.hint },
		output: error.output,
		exitCode: error.exitCode,
		cause: error
	});
}
// src/measure/schedule.ts
function sideOrder(pair) {
	return pair % 2 === 0 ? ["base", "head"] : ["head", "base"];
}
function roundsInOrder({ from, until }) {
	return Array.from({ length: until - from }, (_, index) => sideOrder(from + index).map((side) => ({
		side,
		round: from + index
	}))).flat();
}
function timeLeft(finishedMs, total) {
	if (finishedMs.length === 0) return 0;
	return finishedMs.reduce((sum, duration) => sum + duration, 0) / finishedMs.length * (total - finishedMs.length);
}
// src/measure/rounds.ts
async function* measureRounds(stage, input, deps) {
	const names = roundsInOrder(stage);
	const finished = [];
	for (const name of names) {
		const title = roundTitle(name, stage.until);
		const start = performance.now();
		const kept = new Cleanup(deps.log);
		try {
			const round = await measureRound(name, title, input, deps, kept);
			finished.push(performance.now() - start);
			deps.log.info(describeRound(title, round.measured, timeLeft(finished, names.length)));
			yield round;
		} finally {
			await kept.run();
		}
	}
}
// src/measure/stage-clock.ts
var StageClock = class {
	#budgetMs;
	#start = performance.now();
	constructor(budgetMs) {
		this.#budgetMs = budgetMs;
	}
	allows(done, next) {
		if (this.#budgetMs === void 0) return true;
		return (performance.now() - this.#start) / done * next <= this.#budgetMs;
	}
};
// node_modules/pprof-format/dist/esm/index.js
var __classPrivateFieldGet = function(receiver, state, kind, f) {
	if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
	if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
	return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
};
var _StringTable_encodings;
var _StringTable_positions;
/*!
* Private helpers. These are only used by other helpers.
*/
const lowMaxBig = 2n ** 32n - 1n;
const lowMax = 2 ** 32 - 1;
const lowMaxPlus1 = lowMax + 1;
const toUtf8 = typeof Buffer === "undefined" ? (value) => new TextEncoder().encode(value) : (value) => Buffer.from(value, "utf8");
function countNumberBytes(buffer) {
	if (!buffer.length) return 0;
	let i = 0;
	while (i < buffer.length && buffer[i++] >= 128);
	return i;
}
function decodeBigNumber(buffer) {
	if (!buffer.length) return BigInt(0);
	let value = BigInt(buffer[0] & 127);
	let i = 0;
	while (buffer[i++] >= 128) value |= BigInt(buffer[i] & 127) << BigInt(7 * i);
	return value;
}
function makeValue(value, offset = 0) {
	return {
		value,
		offset
	};
}
function getValue(mode, buffer) {
	switch (mode) {
		case kTypeVarInt:
			for (let i = 0; i < buffer.length; i++) if (!(buffer[i] & 128)) return makeValue(buffer.subarray(0, i + 1));
			return makeValue(buffer);
		case kTypeLengthDelim: {
			const offset = countNumberBytes(buffer);
			const size = decodeNumber(buffer);
			return makeValue(buffer.subarray(offset, Number(size) + offset), offset);
		}
		default: throw new Error(`Unrecognized value type: ${mode}`);
	}
}
function lowBits(number) {
	return typeof number !== "bigint" ? (number >>> 0) % lowMaxPlus1 : Number(number & lowMaxBig);
}
function highBits(number) {
	return typeof number !== "bigint" ? number / lowMaxPlus1 >>> 0 : Number(number >> 32n & lowMaxBig);
}
function long(number) {
	const sign = number < 0;
	if (sign) number = -number;
	let lo = lowBits(number);
	let hi = highBits(number);
	if (sign) {
		hi = ~hi >>> 0;
		lo = ~lo >>> 0;
		if (++lo > lowMax) {
			lo = 0;
			if (++hi > lowMax) hi = 0;
		}
	}
	return [hi, lo];
}
const kTypeVarInt = 0;
const kTypeLengthDelim = 2;
function decodeNumber(buffer) {
	if (countNumberBytes(buffer) > 4) return decodeBigNumber(buffer);
	if (!buffer.length) return 0;
	let value = buffer[0] & 127;
	let i = 0;
	while (buffer[i++] >= 128) value |= (buffer[i] & 127) << 7 * i;
	return value;
}
function decodeNumbers(buffer) {
	const values = [];
	let start = 0;
	for (let i = 0; i < buffer.length; i++) if ((buffer[i] & 128) === 0) {
		values.push(decodeNumber(buffer.subarray(start, i + 1)));
		start = i + 1;
	}
	return values;
}
function push(value, list) {
	if (list == null) return [value];
	list.push(value);
	return list;
}
function pushAll(values, list) {
	if (list == null) return values;
	for (const value of values) list.push(value);
	return list;
}
function measureNumber(number) {
	if (number === 0 || number === 0n) return 0;
	const [hi, lo] = long(number);
	const a = lo;
	const b = (lo >>> 28 | hi << 4) >>> 0;
	const c = hi >>> 24;
	if (c !== 0) return c < 128 ? 9 : 10;
	if (b !== 0) {
		if (b < 16384) return b < 128 ? 5 : 6;
		return b < 2097152 ? 7 : 8;
	}
	if (a < 16384) return a < 128 ? 1 : 2;
	return a < 2097152 ? 3 : 4;
}
function measureValue(value) {
	if (typeof value === "undefined") return 0;
	if (typeof value === "number" || typeof value === "bigint") return measureNumber(value) || 1;
	return value.length;
}
function measureArray(list) {
	let size = 0;
	for (const item of list) size += measureValue(item);
	return size;
}
function measureNumberField(number) {
	const length = measureNumber(number);
	return length ? 1 + length : 0;
}
function measureNumberArrayField(values) {
	let total = 0;
	for (const value of values) total += measureNumber(value) || 1;
	return total ? 1 + measureNumber(total) + total : 0;
}
function measureLengthDelimField(value) {
	const length = measureValue(value);
	return length ? 1 + measureNumber(length) + length : 0;
}
function measureLengthDelimArrayField(values) {
	let total = 0;
	for (const value of values) total += measureLengthDelimField(value);
	return total;
}
function encodeNumber(buffer, i, number) {
	if (number === 0 || number === 0n) {
		buffer[i++] = 0;
		return i;
	}
	let [hi, lo] = long(number);
	while (hi) {
		buffer[i++] = lo & 127 | 128;
		lo = (lo >>> 7 | hi << 25) >>> 0;
		hi >>>= 7;
	}
	while (lo > 127) {
		buffer[i++] = lo & 127 | 128;
		lo = lo >>> 7;
	}
	buffer[i++] = lo;
	return i;
}
const emptyTableToken = Symbol();
var StringTable = class StringTable {
	constructor(tok) {
		this.strings = new Array();
		_StringTable_encodings.set(this, new Array());
		_StringTable_positions.set(this, new Map());
		if (tok !== emptyTableToken) this.dedup("");
	}
	get encodedLength() {
		let size = 0;
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) size += encoded.length;
		return size;
	}
	_encodeToBuffer(buffer, offset) {
		for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) {
			buffer.set(encoded, offset);
			offset += encoded.length;
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.encodedLength)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static _encodeStringFromUtf8(stringBuffer) {
		const buffer = new Uint8Array(1 + stringBuffer.length + (measureNumber(stringBuffer.length) || 1));
		let offset = 0;
		buffer[offset++] = 50;
		offset = encodeNumber(buffer, offset, stringBuffer.length);
		if (stringBuffer.length > 0) buffer.set(stringBuffer, offset);
		return buffer;
	}
	static _encodeString(string) {
		return StringTable._encodeStringFromUtf8(toUtf8(string));
	}
	dedup(string) {
		if (typeof string === "number") return string;
		if (!__classPrivateFieldGet(this, _StringTable_positions, "f").has(string)) {
			const pos = this.strings.push(string) - 1;
			__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, pos);
			__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeString(string));
		}
		return __classPrivateFieldGet(this, _StringTable_positions, "f").get(string);
	}
	_decodeString(buffer) {
		const string = new TextDecoder().decode(buffer);
		__classPrivateFieldGet(this, _StringTable_positions, "f").set(string, this.strings.push(string) - 1);
		__classPrivateFieldGet(this, _StringTable_encodings, "f").push(StringTable._encodeStringFromUtf8(buffer));
	}
};
_StringTable_encodings = new WeakMap(), _StringTable_positions = new WeakMap();
function decode(buffer, decoder) {
	const data = {};
	let index = 0;
	while (index < buffer.length) {
		const field = buffer[index] >> 3;
		const mode = buffer[index] & 7;
		index++;
		const { offset, value } = getValue(mode, buffer.subarray(index));
		index += value.length + offset;
		decoder(data, field, value);
	}
	return data;
}
var ValueType = class ValueType {
	static create(data) {
		return data instanceof ValueType ? data : new ValueType(data);
	}
	constructor(data) {
		this.type = data.type || 0;
		this.unit = data.unit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.type);
		total += measureNumberField(this.unit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.type) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.type);
		}
		if (this.unit) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.unit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.type = decodeNumber(buffer);
				break;
			case 2: data.unit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Label = class Label {
	static create(data) {
		return data instanceof Label ? data : new Label(data);
	}
	constructor(data) {
		this.key = data.key || 0;
		this.str = data.str || 0;
		this.num = data.num || 0;
		this.numUnit = data.numUnit || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.key);
		total += measureNumberField(this.str);
		total += measureNumberField(this.num);
		total += measureNumberField(this.numUnit);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.key) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.key);
		}
		if (this.str) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.str);
		}
		if (this.num) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.num);
		}
		if (this.numUnit) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.numUnit);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.key = decodeNumber(buffer);
				break;
			case 2:
				data.str = decodeNumber(buffer);
				break;
			case 3:
				data.num = decodeNumber(buffer);
				break;
			case 4: data.numUnit = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Sample = class Sample {
	static create(data) {
		return data instanceof Sample ? data : new Sample(data);
	}
	constructor(data) {
		this.locationId = data.locationId || [];
		this.value = data.value || [];
		this.label = (data.label || []).map(Label.create);
	}
	get length() {
		let total = 0;
		total += measureNumberArrayField(this.locationId);
		total += measureNumberArrayField(this.value);
		total += measureLengthDelimArrayField(this.label);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.locationId.length) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, measureArray(this.locationId));
			for (const locationId of this.locationId) offset = encodeNumber(buffer, offset, locationId);
		}
		if (this.value.length) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, measureArray(this.value));
			for (const value of this.value) offset = encodeNumber(buffer, offset, value);
		}
		for (const label of this.label) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, label.length);
			offset = label._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.locationId = pushAll(decodeNumbers(buffer), data.locationId);
				break;
			case 2:
				data.value = pushAll(decodeNumbers(buffer), data.value);
				break;
			case 3: data.label = push(Label.decode(buffer), data.label);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Mapping = class Mapping {
	static create(data) {
		return data instanceof Mapping ? data : new Mapping(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.memoryStart = data.memoryStart || 0;
		this.memoryLimit = data.memoryLimit || 0;
		this.fileOffset = data.fileOffset || 0;
		this.filename = data.filename || 0;
		this.buildId = data.buildId || 0;
		this.hasFunctions = !!data.hasFunctions;
		this.hasFilenames = !!data.hasFilenames;
		this.hasLineNumbers = !!data.hasLineNumbers;
		this.hasInlineFrames = !!data.hasInlineFrames;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.memoryStart);
		total += measureNumberField(this.memoryLimit);
		total += measureNumberField(this.fileOffset);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.buildId);
		total += measureNumberField(this.hasFunctions ? 1 : 0);
		total += measureNumberField(this.hasFilenames ? 1 : 0);
		total += measureNumberField(this.hasLineNumbers ? 1 : 0);
		total += measureNumberField(this.hasInlineFrames ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.memoryStart) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.memoryStart);
		}
		if (this.memoryLimit) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.memoryLimit);
		}
		if (this.fileOffset) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.fileOffset);
		}
		if (this.filename) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.buildId) {
			buffer[offset++] = 48;
			offset = encodeNumber(buffer, offset, this.buildId);
		}
		if (this.hasFunctions) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasFilenames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasLineNumbers) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, 1);
		}
		if (this.hasInlineFrames) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.memoryStart = decodeNumber(buffer);
				break;
			case 3:
				data.memoryLimit = decodeNumber(buffer);
				break;
			case 4:
				data.fileOffset = decodeNumber(buffer);
				break;
			case 5:
				data.filename = decodeNumber(buffer);
				break;
			case 6:
				data.buildId = decodeNumber(buffer);
				break;
			case 7:
				data.hasFunctions = !!decodeNumber(buffer);
				break;
			case 8:
				data.hasFilenames = !!decodeNumber(buffer);
				break;
			case 9:
				data.hasLineNumbers = !!decodeNumber(buffer);
				break;
			case 10: data.hasInlineFrames = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Line = class Line {
	static create(data) {
		return data instanceof Line ? data : new Line(data);
	}
	constructor(data) {
		this.functionId = data.functionId || 0;
		this.line = data.line || 0;
		this.column = data.column || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.functionId);
		total += measureNumberField(this.line);
		total += measureNumberField(this.column);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.functionId) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.functionId);
		}
		if (this.line) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.line);
		}
		if (this.column) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.column);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.functionId = decodeNumber(buffer);
				break;
			case 2:
				data.line = decodeNumber(buffer);
				break;
			case 3: data.column = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Location = class Location {
	static create(data) {
		return data instanceof Location ? data : new Location(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.mappingId = data.mappingId || 0;
		this.address = data.address || 0;
		this.line = (data.line || []).map(Line.create);
		this.isFolded = !!data.isFolded;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.mappingId);
		total += measureNumberField(this.address);
		total += measureLengthDelimArrayField(this.line);
		total += measureNumberField(this.isFolded ? 1 : 0);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.mappingId) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.mappingId);
		}
		if (this.address) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.address);
		}
		for (const line of this.line) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, line.length);
			offset = line._encodeToBuffer(buffer, offset);
		}
		if (this.isFolded) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, 1);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.mappingId = decodeNumber(buffer);
				break;
			case 3:
				data.address = decodeNumber(buffer);
				break;
			case 4:
				data.line = push(Line.decode(buffer), data.line);
				break;
			case 5: data.isFolded = !!decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Function = class Function {
	static create(data) {
		return data instanceof Function ? data : new Function(data);
	}
	constructor(data) {
		this.id = data.id || 0;
		this.name = data.name || 0;
		this.systemName = data.systemName || 0;
		this.filename = data.filename || 0;
		this.startLine = data.startLine || 0;
	}
	get length() {
		let total = 0;
		total += measureNumberField(this.id);
		total += measureNumberField(this.name);
		total += measureNumberField(this.systemName);
		total += measureNumberField(this.filename);
		total += measureNumberField(this.startLine);
		return total;
	}
	_encodeToBuffer(buffer, offset = 0) {
		if (this.id) {
			buffer[offset++] = 8;
			offset = encodeNumber(buffer, offset, this.id);
		}
		if (this.name) {
			buffer[offset++] = 16;
			offset = encodeNumber(buffer, offset, this.name);
		}
		if (this.systemName) {
			buffer[offset++] = 24;
			offset = encodeNumber(buffer, offset, this.systemName);
		}
		if (this.filename) {
			buffer[offset++] = 32;
			offset = encodeNumber(buffer, offset, this.filename);
		}
		if (this.startLine) {
			buffer[offset++] = 40;
			offset = encodeNumber(buffer, offset, this.startLine);
		}
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.id = decodeNumber(buffer);
				break;
			case 2:
				data.name = decodeNumber(buffer);
				break;
			case 3:
				data.systemName = decodeNumber(buffer);
				break;
			case 4:
				data.filename = decodeNumber(buffer);
				break;
			case 5: data.startLine = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
var Profile = class {
	constructor(data = {}) {
		this.sampleType = (data.sampleType || []).map(ValueType.create);
		this.sample = (data.sample || []).map(Sample.create);
		this.mapping = (data.mapping || []).map(Mapping.create);
		this.location = (data.location || []).map(Location.create);
		this.function = (data.function || []).map(Function.create);
		this.stringTable = data.stringTable || new StringTable();
		this.dropFrames = data.dropFrames || 0;
		this.keepFrames = data.keepFrames || 0;
		this.timeNanos = data.timeNanos || 0;
		this.durationNanos = data.durationNanos || 0;
		this.periodType = data.periodType ? ValueType.create(data.periodType) : void 0;
		this.period = data.period || 0;
		this.comment = data.comment || [];
		this.defaultSampleType = data.defaultSampleType || 0;
		this.docUrl = data.docUrl || 0;
	}
	get length() {
		let total = 0;
		total += measureLengthDelimArrayField(this.sampleType);
		total += measureLengthDelimArrayField(this.sample);
		total += measureLengthDelimArrayField(this.mapping);
		total += measureLengthDelimArrayField(this.location);
		total += measureLengthDelimArrayField(this.function);
		total += this.stringTable.encodedLength;
		total += measureNumberField(this.dropFrames);
		total += measureNumberField(this.keepFrames);
		total += measureNumberField(this.timeNanos);
		total += measureNumberField(this.durationNanos);
		total += measureLengthDelimField(this.periodType);
		total += measureNumberField(this.period);
		total += measureNumberArrayField(this.comment);
		total += measureNumberField(this.defaultSampleType);
		total += measureNumberField(this.docUrl);
		return total;
	}
	_encodeSampleTypesToBuffer(buffer, offset = 0) {
		for (const sampleType of this.sampleType) {
			buffer[offset++] = 10;
			offset = encodeNumber(buffer, offset, sampleType.length);
			offset = sampleType._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeSamplesToBuffer(buffer, offset = 0) {
		for (const sample of this.sample) {
			buffer[offset++] = 18;
			offset = encodeNumber(buffer, offset, sample.length);
			offset = sample._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeMappingsToBuffer(buffer, offset = 0) {
		for (const mapping of this.mapping) {
			buffer[offset++] = 26;
			offset = encodeNumber(buffer, offset, mapping.length);
			offset = mapping._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeLocationsToBuffer(buffer, offset = 0) {
		for (const location of this.location) {
			buffer[offset++] = 34;
			offset = encodeNumber(buffer, offset, location.length);
			offset = location._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeFunctionsToBuffer(buffer, offset = 0) {
		for (const fun of this.function) {
			buffer[offset++] = 42;
			offset = encodeNumber(buffer, offset, fun.length);
			offset = fun._encodeToBuffer(buffer, offset);
		}
		return offset;
	}
	_encodeBasicValuesToBuffer(buffer, offset = 0) {
		if (this.dropFrames) {
			buffer[offset++] = 56;
			offset = encodeNumber(buffer, offset, this.dropFrames);
		}
		if (this.keepFrames) {
			buffer[offset++] = 64;
			offset = encodeNumber(buffer, offset, this.keepFrames);
		}
		if (this.timeNanos) {
			buffer[offset++] = 72;
			offset = encodeNumber(buffer, offset, this.timeNanos);
		}
		if (this.durationNanos) {
			buffer[offset++] = 80;
			offset = encodeNumber(buffer, offset, this.durationNanos);
		}
		if (typeof this.periodType !== "undefined") {
			buffer[offset++] = 90;
			offset = encodeNumber(buffer, offset, this.periodType.length);
			offset = this.periodType._encodeToBuffer(buffer, offset);
		}
		if (this.period) {
			buffer[offset++] = 96;
			offset = encodeNumber(buffer, offset, this.period);
		}
		if (this.comment.length) {
			buffer[offset++] = 106;
			offset = encodeNumber(buffer, offset, measureArray(this.comment));
			for (const comment of this.comment) offset = encodeNumber(buffer, offset, comment);
		}
		if (this.defaultSampleType) {
			buffer[offset++] = 112;
			offset = encodeNumber(buffer, offset, this.defaultSampleType);
		}
		if (this.docUrl) {
			buffer[offset++] = 120;
			offset = encodeNumber(buffer, offset, this.docUrl);
		}
		return offset;
	}
	_encodeToBuffer(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	async _encodeToBufferAsync(buffer, offset = 0) {
		offset = this._encodeSampleTypesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeSamplesToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeMappingsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeLocationsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeFunctionsToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this.stringTable._encodeToBuffer(buffer, offset);
		await new Promise(setImmediate);
		offset = this._encodeBasicValuesToBuffer(buffer, offset);
		return offset;
	}
	encode(buffer = new Uint8Array(this.length)) {
		this._encodeToBuffer(buffer, 0);
		return buffer;
	}
	async encodeAsync(buffer = new Uint8Array(this.length)) {
		await this._encodeToBufferAsync(buffer, 0);
		return buffer;
	}
	static decodeValue(data, field, buffer) {
		switch (field) {
			case 1:
				data.sampleType = push(ValueType.decode(buffer), data.sampleType);
				break;
			case 2:
				data.sample = push(Sample.decode(buffer), data.sample);
				break;
			case 3:
				data.mapping = push(Mapping.decode(buffer), data.mapping);
				break;
			case 4:
				data.location = push(Location.decode(buffer), data.location);
				break;
			case 5:
				data.function = push(Function.decode(buffer), data.function);
				break;
			case 6:
				if (data.stringTable === void 0) data.stringTable = new StringTable(emptyTableToken);
				data.stringTable._decodeString(buffer);
				break;
			case 7:
				data.dropFrames = decodeNumber(buffer);
				break;
			case 8:
				data.keepFrames = decodeNumber(buffer);
				break;
			case 9:
				data.timeNanos = decodeNumber(buffer);
				break;
			case 10:
				data.durationNanos = decodeNumber(buffer);
				break;
			case 11:
				data.periodType = ValueType.decode(buffer);
				break;
			case 12:
				data.period = decodeNumber(buffer);
				break;
			case 13:
				data.comment = pushAll(decodeNumbers(buffer), data.comment);
				break;
			case 14:
				data.defaultSampleType = decodeNumber(buffer);
				break;
			case 15: data.docUrl = decodeNumber(buffer);
		}
	}
	static decode(buffer) {
		return new this(decode(buffer, this.decodeValue));
	}
};
// src/profiles/encode.ts
function encodeProfile(profile) {
	const strings = new StringTable();
	const { type, unit } = profile.sampleType;
	const withTicks = profile.ticks > 0 && !isTickCount(type);
	const message = new Profile({
		sampleType: [...withTicks ? [{
			type: strings.dedup("samples"),
			unit: strings.dedup("count")
		}] : [], {
			type: strings.dedup(type),
			unit: strings.dedup(unit)
		}].map((valueType) => new ValueType(valueType)),
		sample: samplesOf(profile, withTicks),
		location: profile.functions.map(({ line }, index) => new Location({
			id: index + 1,
			line: [{
				functionId: index + 1,
				line
			}]
		})),
		function: profile.functions.map((info, index) => new Function({
			id: index + 1,
			name: strings.dedup(info.name),
			systemName: strings.dedup(info.systemName),
			filename: strings.dedup(info.file),
			startLine: info.defined ? info.line : 0
		})),
		stringTable: strings
	});
	return gzipSync(message.encode());
}
function samplesOf(profile, withTicks) {
	const total = profile.values.reduce((sum, value) => sum + value, 0);
	let valueSoFar = 0;
	let ticksSoFar = 0;
	return Array.from(profile.values, (value, stack) => {
		if (!Number.isSafeInteger(value)) throw new FlamegateError("internal", `stack ${stack} has the value ${value}, not an integer`);
		valueSoFar += value;
		const ticks = Math.round(valueSoFar / total * profile.ticks) - ticksSoFar;
		ticksSoFar += ticks;
		const frames = profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]);
		return new Sample({
			locationId: Array.from(frames, (frame) => frame + 1),
			value: withTicks ? [ticks, value] : [value]
		});
	});
}
// src/profiles/bundle.ts
const MANIFEST = "rounds.json";
const DIFF = "changes.diff";
const CHANGE = "change.json";
var BundleWriter = class {
	#directory;
	#subject;
	#types = new Map();
	#broken = [];
	constructor(directory, subject) {
		this.#directory = directory;
		this.#subject = subject;
	}
	async add(round) {
		const { type, unit } = round.profile.sampleType;
		const known = this.#types.get(type) ?? {
			unit,
			rounds: []
		};
		const isFirst = this.#types.size === 0 || known === [...this.#types.values()][0];
		this.#types.set(type, known);
		const name = isFirst ? "" : `.${type.replace(/[^\w-]+/gu, "-")}`;
		const profile = `${round.side}.${round.round}${name}.pb.gz`;
		await this.#write(profile, encodeProfile(round.profile));
		known.rounds.push({
			side: round.side,
			round: round.round,
			profile,
			...round.requests === void 0 ? {} : { requests: round.requests },
			...round.failed === void 0 ? {} : { failed: round.failed },
			seconds: round.seconds,
			...round.environment === void 0 ? {} : { environment: round.environment },
			...round.disturbance === void 0 ? {} : { disturbance: round.disturbance }
		});
	}
	giveUp(broken, sampleType) {
		this.#broken.push(broken);
		if (sampleType !== void 0) this.#types.delete(sampleType);
	}
	async finish(plan) {
		const [main = NO_ROUNDS, ...further] = [...this.#types].map(([profileType, { unit, rounds }]) => ({
			profileType,
			unit,
			rounds
		}));
		return this.#complete(main, {
			...plan === void 0 ? {} : { plan },
			...further.length === 0 ? {} : { further },
			...this.#broken.length === 0 ? {} : { broken: this.#broken }
		});
	}
	finishIdle(profileTypes, plan) {
		return this.#complete(NO_ROUNDS, {
			plan,
			idle: profileTypes
		});
	}
	async #complete({ profileType, unit, rounds }, more) {
		const { service, base, head, diff, change } = this.#subject;
		if (diff !== void 0) await this.#write(DIFF, diff);
		if (change !== void 0) await this.#write(CHANGE, `${JSON.stringify(change)}\n`);
		const manifest = {
			schema: 1,
			service,
			profileType,
			unit,
			base,
			head,
			...diff === void 0 ? {} : { diff: DIFF },
			...change === void 0 ? {} : { change: CHANGE },
			rounds,
			...more
		};
		const path = join(this.#directory, MANIFEST);
		await this.#attempt(() => writeManifest(path, manifest));
		return path;
	}
	#write(name, content) {
		return this.#attempt(() => writeFile(join(this.#directory, name), content));
	}
	async #attempt(write) {
		try {
			await mkdir(this.#directory, { recursive: true });
			await write();
		} catch (cause) {
			throw new FlamegateError("measurement", `the recorded rounds can't be written to ${this.#directory}: ${cause instanceof Error ? cause.message : String(cause)}`, {
				hint: "See that the folder is writable and the disk has room.",
				cause
			});
		}
	}
};
// src/receiver/allowance.ts
const MAX_BYTES_AT_A_TIME = 268435456;
const MAX_PARSED_BYTES = 16777216;
var Memory = class {
	#largest;
	#maxBytes;
	#bytes = 0;
	constructor(largest, maxBytes = MAX_BYTES_AT_A_TIME) {
		this.#largest = largest;
		this.#maxBytes = maxBytes;
	}
	async lend(handle) {
		let taken = 0;
		const take = (bytes) => {
			if (this.#bytes + bytes > this.#maxBytes) return false;
			this.#bytes += bytes;
			taken += bytes;
			return true;
		};
		try {
			return await handle({
				largest: this.#largest,
				take
			});
		} finally {
			this.#bytes -= taken;
		}
	}
};
// src/receiver/connections.ts
const POLL_MS$1 = 10;
function watchConnections(server) {
	const busy = new Set();
	server.on("connection", (socket) => {
		busy.add(socket);
		socket.once("close", () => busy.delete(socket));
	});
	server.on("request", (request, response) => {
		busy.add(request.socket);
		response.once("close", () => busy.delete(request.socket));
	});
	let underWay = 0;
	return {
		watch(handling) {
			underWay++;
			handling.finally(() => underWay--);
		},
		async quiet(port, limitMs, signal) {
			const deadline = performance.now() + limitMs;
			await probe(port, limitMs);
			for (;;) {
				if (busy.size === 0 && underWay === 0) return true;
				if (performance.now() > deadline) return false;
				await setTimeout$1(POLL_MS$1);
				signal?.throwIfAborted();
			}
		}
	};
}
async function probe(port, limitMs) {
	await new Promise((resolve) => {
		const request = get({
			host: "127.0.0.1",
			port,
			path: "/ready",
			agent: false,
			timeout: limitMs
		}, (response) => response.resume().once("close", resolve));
		request.once("timeout", () => request.destroy());
		request.once("error", () => resolve());
	});
	await setImmediate$1();
}
// src/receiver/formats.ts
const EXPORT_HINT = "Or push to a Pyroscope server instead, and use flamegate compare with its URL.";
const TRIE = {
	reason: "The service pushed a binary trie or tree, which only SDKs of before 2022 send",
	hint: "Update the Pyroscope SDK to one that pushes pprof."
};
const FORMATS$1 = new Map([
	["jfr", {
		reason: "The service pushed JFR recordings (Java SDK), which Flamegate cannot read",
		hint: `Leave PYROSCOPE_FORMAT as Flamegate sets it (otlp), with version 2.9 or newer of the SDK and one event at a time. ${EXPORT_HINT}`
	}],
	["speedscope", {
		reason: "The service pushed speedscope profiles, which Flamegate cannot read",
		hint: "Let it push pprof."
	}],
	["trie", TRIE],
	["tree", TRIE]
]);
const ROUTES$1 = new Map([["/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export", {
	reason: "The service pushed OTLP profiles over gRPC, which Flamegate does not speak",
	hint: "Let it send protobuf over HTTP (http/protobuf) to /v1development/profiles."
}]]);
function unreadableFormat(format, contentType) {
	const inContentType = /^binary\/octet-stream\+(trie|tree)$/.exec(contentType)?.[1];
	return FORMATS$1.get(inContentType ?? format ?? "");
}
function unreadableRoute(path) {
	return ROUTES$1.get(path);
}
// src/receiver/problem.ts
function found(value) {
	return {
		ok: true,
		value
	};
}
function failed(status, code, refusal) {
	return {
		ok: false,
		problem: {
			status,
			code,
			refusal
		}
	};
}
function replyOk(response, answer) {
	const body = answer?.body ?? "";
	response.writeHead(200, {
		...answer === void 0 ? {} : { "content-type": answer.contentType },
		"content-length": Buffer.byteLength(body)
	}).end(body);
}
function replyError(response, problem) {
	const { reason, hint } = problem.refusal;
	const body = JSON.stringify({
		code: problem.code,
		message: `${reason}. ${hint}`
	});
	response.writeHead(problem.status, { "content-type": "application/json" }).end(body);
}
// src/receiver/application-name.ts
function parseApplicationName(name) {
	const brace = name.indexOf("{");
	const service = (brace < 0 ? name : name.slice(0, brace)).trim();
	if (service === "") return void 0;
	const pairs = (brace < 0 ? "" : name.slice(brace + 1).replace(/\}.*$/s, "")).split(",").flatMap((pair) => {
		const equals = pair.indexOf("=");
		if (equals <= 0) return [];
		return [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]];
	});
	return {
		service,
		labels: Object.fromEntries(pairs)
	};
}
// src/receiver/body.ts
const decompress = promisify(gunzip);
async function readBody(request, allowance) {
	const body = await readRaw(request, allowance);
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (!body.ok || encoding === "identity") return body;
	if (encoding !== "gzip") return failed(415, "unimplemented", {
		reason: `The service pushed a profile with Content-Encoding ${encoding}`,
		hint: "Only gzip can be read."
	});
	return isGzip(body.value) ? inflate(body.value, allowance) : body;
}
function readSmallBody(request, { largest, take }) {
	return readBody(request, {
		largest: Math.min(largest, MAX_PARSED_BYTES),
		take
	});
}
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
async function inflate(bytes, { largest, take }) {
	try {
		const inflated = await decompress(bytes, { maxOutputLength: largest });
		return take(inflated.length) ? found(inflated) : tooManyAtATime();
	} catch (error) {
		if (error instanceof RangeError) return tooLarge(largest);
		return failed(422, "invalid_argument", {
			reason: "The service pushed a body that is not valid gzip",
			hint: "Check what lies between the service and its Pyroscope address."
		});
	}
}
function readRaw(request, { largest, take }) {
	return new Promise((resolve) => {
		const chunks = [];
		let length = 0;
		let isRefused = false;
		const refuse = (outcome) => {
			isRefused = true;
			chunks.length = 0;
			resolve(outcome);
		};
		request.on("data", (chunk) => {
			length += chunk.length;
			if (isRefused) return;
			if (length > largest) refuse(tooLarge(largest));
			else if (!take(chunk.length)) refuse(tooManyAtATime());
			else chunks.push(chunk);
		});
		request.once("end", () => resolve(found(Buffer.concat(chunks))));
		request.once("close", () => resolve(brokenOff()));
		request.once("error", () => resolve(brokenOff()));
	});
}
function tooLarge(limit) {
	return failed(413, "resource_exhausted", {
		reason: `The service pushed a profile larger than ${limit} bytes`,
		hint: "Lower the sample rate, or let the SDK upload more often."
	});
}
function tooManyAtATime() {
	return failed(429, "resource_exhausted", {
		reason: "The service pushed more at the same time than Flamegate holds in memory",
		hint: "Let the SDKs of its processes upload less often, or profile fewer processes."
	});
}
function brokenOff() {
	return failed(408, "canceled", {
		reason: "An upload of the service broke off before all of it had arrived",
		hint: "Let the service finish its uploads before it exits, and allow it more time to stop."
	});
}
// node_modules/busboy/lib/utils.js
var require_utils = __commonJSMin(((exports, module, this$1) => {
	function parseContentType(str) {
		if (str.length === 0) return;
		const params = Object.create(null);
		let i = 0;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (code !== 47 || i === 0) return;
				break;
			}
		}
		if (i === str.length) return;
		const type = str.slice(0, i).toLowerCase();
		const subtypeStart = ++i;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (i === subtypeStart) return;
				if (parseContentTypeParams(str, i, params) === void 0) return;
				break;
			}
		}
		if (i === subtypeStart) return;
		return {
			type,
			subtype: str.slice(subtypeStart, i).toLowerCase(),
			params
		};
	}
	function parseContentTypeParams(str, i, params) {
		while (i < str.length) {
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) break;
			if (str.charCodeAt(i++) !== 59) return;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) return;
			let name;
			const nameStart = i;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (TOKEN[code] !== 1) {
					if (code !== 61) return;
					break;
				}
			}
			if (i === str.length) return;
			name = str.slice(nameStart, i);
			++i;
			if (i === str.length) return;
			let value = "";
			let valueStart;
			if (str.charCodeAt(i) === 34) {
				valueStart = ++i;
				let escaping = false;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (code === 92) {
						if (escaping) {
							valueStart = i;
							escaping = false;
						} else {
							value += str.slice(valueStart, i);
							escaping = true;
						}
						continue;
					}
					if (code === 34) {
						if (escaping) {
							valueStart = i;
							escaping = false;
							continue;
						}
						value += str.slice(valueStart, i);
						break;
					}
					if (escaping) {
						valueStart = i - 1;
						escaping = false;
					}
					if (QDTEXT[code] !== 1) return;
				}
				if (i === str.length) return;
				++i;
			} else {
				valueStart = i;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (TOKEN[code] !== 1) {
						if (i === valueStart) return;
						break;
					}
				}
				value = str.slice(valueStart, i);
			}
			name = name.toLowerCase();
			if (params[name] === void 0) params[name] = value;
		}
		return params;
	}
	function parseDisposition(str, defDecoder) {
		if (str.length === 0) return;
		const params = Object.create(null);
		let i = 0;
		for (; i < str.length; ++i) {
			const code = str.charCodeAt(i);
			if (TOKEN[code] !== 1) {
				if (parseDispositionParams(str, i, params, defDecoder) === void 0) return;
				break;
			}
		}
		return {
			type: str.slice(0, i).toLowerCase(),
			params
		};
	}
	function parseDispositionParams(str, i, params, defDecoder) {
		while (i < str.length) {
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) break;
			if (str.charCodeAt(i++) !== 59) return;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (code !== 32 && code !== 9) break;
			}
			if (i === str.length) return;
			let name;
			const nameStart = i;
			for (; i < str.length; ++i) {
				const code = str.charCodeAt(i);
				if (TOKEN[code] !== 1) {
					if (code === 61) break;
					return;
				}
			}
			if (i === str.length) return;
			let value = "";
			let valueStart;
			let charset;
			name = str.slice(nameStart, i);
			if (name.charCodeAt(name.length - 1) === 42) {
				const charsetStart = ++i;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (CHARSET[code] !== 1) {
						if (code !== 39) return;
						break;
					}
				}
				if (i === str.length) return;
				charset = str.slice(charsetStart, i);
				++i;
				for (; i < str.length; ++i) if (str.charCodeAt(i) === 39) break;
				if (i === str.length) return;
				++i;
				if (i === str.length) return;
				valueStart = i;
				let encode = 0;
				for (; i < str.length; ++i) {
					const code = str.charCodeAt(i);
					if (EXTENDED_VALUE[code] !== 1) {
						if (code === 37) {
							let hexUpper;
							let hexLower;
							if (i + 2 < str.length && (hexUpper = HEX_VALUES[str.charCodeAt(i + 1)]) !== -1 && (hexLower = HEX_VALUES[str.charCodeAt(i + 2)]) !== -1) {
								const byteVal = (hexUpper << 4) + hexLower;
								value += str.slice(valueStart, i);
								value += String.fromCharCode(byteVal);
								i += 2;
								valueStart = i + 1;
								if (byteVal >= 128) encode = 2;
								else if (encode === 0) encode = 1;
								continue;
							}
							return;
						}
						break;
					}
				}
				value += str.slice(valueStart, i);
				value = convertToUTF8(value, charset, encode);
				if (value === void 0) return;
			} else {
				++i;
				if (i === str.length) return;
				if (str.charCodeAt(i) === 34) {
					valueStart = ++i;
					let escaping = false;
					for (; i < str.length; ++i) {
						const code = str.charCodeAt(i);
						if (code === 92) {
							if (escaping) {
								valueStart = i;
								escaping = false;
							} else {
								value += str.slice(valueStart, i);
								escaping = true;
							}
							continue;
						}
						if (code === 34) {
							if (escaping) {
								valueStart = i;
								escaping = false;
								continue;
							}
							value += str.slice(valueStart, i);
							break;
						}
						if (escaping) {
							valueStart = i - 1;
							escaping = false;
						}
						if (QDTEXT[code] !== 1) return;
					}
					if (i === str.length) return;
					++i;
				} else {
					valueStart = i;
					for (; i < str.length; ++i) {
						const code = str.charCodeAt(i);
						if (TOKEN[code] !== 1) {
							if (i === valueStart) return;
							break;
						}
					}
					value = str.slice(valueStart, i);
				}
				value = defDecoder(value, 2);
				if (value === void 0) return;
			}
			name = name.toLowerCase();
			if (params[name] === void 0) params[name] = value;
		}
		return params;
	}
	function getDecoder(charset) {
		let lc;
		while (true) switch (charset) {
			case "utf-8":
			case "utf8": return decoders.utf8;
			case "latin1":
			case "ascii":
			case "us-ascii":
			case "iso-8859-1":
			case "iso8859-1":
			case "iso88591":
			case "iso_8859-1":
			case "windows-1252":
			case "iso_8859-1:1987":
			case "cp1252":
			case "x-cp1252": return decoders.latin1;
			case "utf16le":
			case "utf-16le":
			case "ucs2":
			case "ucs-2": return decoders.utf16le;
			case "base64": return decoders.base64;
			default:
				if (lc === void 0) {
					lc = true;
					charset = charset.toLowerCase();
					continue;
				}
				return decoders.other.bind(charset);
		}
	}
	const decoders = {
		utf8: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") {
				if (hint < 2) return data;
				data = Buffer.from(data, "latin1");
			}
			return data.utf8Slice(0, data.length);
		},
		latin1: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") return data;
			return data.latin1Slice(0, data.length);
		},
		utf16le: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			return data.ucs2Slice(0, data.length);
		},
		base64: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			return data.base64Slice(0, data.length);
		},
		other: (data, hint) => {
			if (data.length === 0) return "";
			if (typeof data === "string") data = Buffer.from(data, "latin1");
			try {
				return new TextDecoder(this$1).decode(data);
			} catch {}
		}
	};
	function convertToUTF8(data, charset, hint) {
		const decode = getDecoder(charset);
		if (decode) return decode(data, hint);
	}
	function basename(path) {
		if (typeof path !== "string") return "";
		for (let i = path.length - 1; i >= 0; --i) switch (path.charCodeAt(i)) {
			case 47:
			case 92:
				path = path.slice(i + 1);
				return path === ".." || path === "." ? "" : path;
		}
		return path === ".." || path === "." ? "" : path;
	}
	const TOKEN = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const QDTEXT = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1
	];
	const CHARSET = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const EXTENDED_VALUE = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const HEX_VALUES = [
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1
	];
	module.exports = {
		basename,
		convertToUTF8,
		getDecoder,
		parseContentType,
		parseDisposition
	};
}));
// node_modules/streamsearch/lib/sbmh.js
var require_sbmh = __commonJSMin(((exports, module) => {
	function memcmp(buf1, pos1, buf2, pos2, num) {
		for (let i = 0; i < num; ++i) if (buf1[pos1 + i] !== buf2[pos2 + i]) return false;
		return true;
	}
	var SBMH = class {
		constructor(needle, cb) {
			if (typeof cb !== "function") throw new Error("Missing match callback");
			if (typeof needle === "string") needle = Buffer.from(needle);
			else if (!Buffer.isBuffer(needle)) throw new Error(`Expected Buffer for needle, got ${typeof needle}`);
			const needleLen = needle.length;
			this.maxMatches = Infinity;
			this.matches = 0;
			this._cb = cb;
			this._lookbehindSize = 0;
			this._needle = needle;
			this._bufPos = 0;
			this._lookbehind = Buffer.allocUnsafe(needleLen);
			this._occ = [
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen,
				needleLen
			];
			if (needleLen > 1) for (let i = 0; i < needleLen - 1; ++i) this._occ[needle[i]] = needleLen - 1 - i;
		}
		reset() {
			this.matches = 0;
			this._lookbehindSize = 0;
			this._bufPos = 0;
		}
		push(chunk, pos) {
			let result;
			if (!Buffer.isBuffer(chunk)) chunk = Buffer.from(chunk, "latin1");
			const chunkLen = chunk.length;
			this._bufPos = pos || 0;
			while (result !== chunkLen && this.matches < this.maxMatches) result = feed(this, chunk);
			return result;
		}
		destroy() {
			const lbSize = this._lookbehindSize;
			if (lbSize) this._cb(false, this._lookbehind, 0, lbSize, false);
			this.reset();
		}
	};
	function feed(self, data) {
		const len = data.length;
		const needle = self._needle;
		const needleLen = needle.length;
		let pos = -self._lookbehindSize;
		const lastNeedleCharPos = needleLen - 1;
		const lastNeedleChar = needle[lastNeedleCharPos];
		const end = len - needleLen;
		const occ = self._occ;
		const lookbehind = self._lookbehind;
		if (pos < 0) {
			while (pos < 0 && pos <= end) {
				const nextPos = pos + lastNeedleCharPos;
				const ch = nextPos < 0 ? lookbehind[self._lookbehindSize + nextPos] : data[nextPos];
				if (ch === lastNeedleChar && matchNeedle(self, data, pos, lastNeedleCharPos)) {
					self._lookbehindSize = 0;
					++self.matches;
					if (pos > -self._lookbehindSize) self._cb(true, lookbehind, 0, self._lookbehindSize + pos, false);
					else self._cb(true, void 0, 0, 0, true);
					return self._bufPos = pos + needleLen;
				}
				pos += occ[ch];
			}
			while (pos < 0 && !matchNeedle(self, data, pos, len - pos)) ++pos;
			if (pos < 0) {
				const bytesToCutOff = self._lookbehindSize + pos;
				if (bytesToCutOff > 0) self._cb(false, lookbehind, 0, bytesToCutOff, false);
				self._lookbehindSize -= bytesToCutOff;
				lookbehind.copy(lookbehind, 0, bytesToCutOff, self._lookbehindSize);
				lookbehind.set(data, self._lookbehindSize);
				self._lookbehindSize += len;
				self._bufPos = len;
				return len;
			}
			self._cb(false, lookbehind, 0, self._lookbehindSize, false);
			self._lookbehindSize = 0;
		}
		pos += self._bufPos;
		const firstNeedleChar = needle[0];
		while (pos <= end) {
			const ch = data[pos + lastNeedleCharPos];
			if (ch === lastNeedleChar && data[pos] === firstNeedleChar && memcmp(needle, 0, data, pos, lastNeedleCharPos)) {
				++self.matches;
				if (pos > 0) self._cb(true, data, self._bufPos, pos, true);
				else self._cb(true, void 0, 0, 0, true);
				return self._bufPos = pos + needleLen;
			}
			pos += occ[ch];
		}
		while (pos < len) {
			if (data[pos] !== firstNeedleChar || !memcmp(data, pos, needle, 0, len - pos)) {
				++pos;
				continue;
			}
			data.copy(lookbehind, 0, pos, len);
			self._lookbehindSize = len - pos;
			break;
		}
		if (pos > 0) self._cb(false, data, self._bufPos, pos < len ? pos : len, true);
		self._bufPos = len;
		return len;
	}
	function matchNeedle(self, data, pos, len) {
		const lb = self._lookbehind;
		const lbSize = self._lookbehindSize;
		const needle = self._needle;
		for (let i = 0; i < len; ++i, ++pos) if ((pos < 0 ? lb[lbSize + pos] : data[pos]) !== needle[i]) return false;
		return true;
	}
	module.exports = SBMH;
}));
// node_modules/busboy/lib/types/multipart.js
var require_multipart = __commonJSMin(((exports, module) => {
	const { Readable, Writable } = __require("stream");
	const StreamSearch = require_sbmh();
	const { basename, convertToUTF8, getDecoder, parseContentType, parseDisposition } = require_utils();
	const BUF_CRLF = Buffer.from("\r\n");
	const BUF_CR = Buffer.from("\r");
	const BUF_DASH = Buffer.from("-");
	function noop() {}
	const MAX_HEADER_PAIRS = 2e3;
	const MAX_HEADER_SIZE = 16384;
	const HPARSER_NAME = 0;
	const HPARSER_PRE_OWS = 1;
	const HPARSER_VALUE = 2;
	var HeaderParser = class {
		constructor(cb) {
			this.header = Object.create(null);
			this.pairCount = 0;
			this.byteCount = 0;
			this.state = HPARSER_NAME;
			this.name = "";
			this.value = "";
			this.crlf = 0;
			this.cb = cb;
		}
		reset() {
			this.header = Object.create(null);
			this.pairCount = 0;
			this.byteCount = 0;
			this.state = HPARSER_NAME;
			this.name = "";
			this.value = "";
			this.crlf = 0;
		}
		push(chunk, pos, end) {
			let start = pos;
			while (pos < end) switch (this.state) {
				case HPARSER_NAME: {
					let done = false;
					for (; pos < end; ++pos) {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (TOKEN[code] !== 1) {
							if (code !== 58) return -1;
							this.name += chunk.latin1Slice(start, pos);
							if (this.name.length === 0) return -1;
							++pos;
							done = true;
							this.state = HPARSER_PRE_OWS;
							break;
						}
					}
					if (!done) {
						this.name += chunk.latin1Slice(start, pos);
						break;
					}
				}
				case HPARSER_PRE_OWS: {
					let done = false;
					for (; pos < end; ++pos) {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (code !== 32 && code !== 9) {
							start = pos;
							done = true;
							this.state = HPARSER_VALUE;
							break;
						}
					}
					if (!done) break;
				}
				case HPARSER_VALUE: switch (this.crlf) {
					case 0:
						for (; pos < end; ++pos) {
							if (this.byteCount === MAX_HEADER_SIZE) return -1;
							++this.byteCount;
							const code = chunk[pos];
							if (FIELD_VCHAR[code] !== 1) {
								if (code !== 13) return -1;
								++this.crlf;
								break;
							}
						}
						this.value += chunk.latin1Slice(start, pos++);
						break;
					case 1:
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						if (chunk[pos++] !== 10) return -1;
						++this.crlf;
						break;
					case 2: {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						const code = chunk[pos];
						if (code === 32 || code === 9) {
							start = pos;
							this.crlf = 0;
						} else {
							if (++this.pairCount < MAX_HEADER_PAIRS) {
								this.name = this.name.toLowerCase();
								if (this.header[this.name] === void 0) this.header[this.name] = [this.value];
								else this.header[this.name].push(this.value);
							}
							if (code === 13) {
								++this.crlf;
								++pos;
							} else {
								start = pos;
								this.crlf = 0;
								this.state = HPARSER_NAME;
								this.name = "";
								this.value = "";
							}
						}
						break;
					}
					case 3: {
						if (this.byteCount === MAX_HEADER_SIZE) return -1;
						++this.byteCount;
						if (chunk[pos++] !== 10) return -1;
						const header = this.header;
						this.reset();
						this.cb(header);
						return pos;
					}
				}
			}
			return pos;
		}
	};
	var FileStream = class extends Readable {
		constructor(opts, owner) {
			super(opts);
			this.truncated = false;
			this._readcb = null;
			this.once("end", () => {
				this._read();
				if (--owner._fileEndsLeft === 0 && owner._finalcb) {
					const cb = owner._finalcb;
					owner._finalcb = null;
					process.nextTick(cb);
				}
			});
		}
		_read(n) {
			const cb = this._readcb;
			if (cb) {
				this._readcb = null;
				cb();
			}
		}
	};
	const ignoreData = {
		push: (chunk, pos) => {},
		destroy: () => {}
	};
	function callAndUnsetCb(self, err) {
		const cb = self._writecb;
		self._writecb = null;
		if (err) self.destroy(err);
		else if (cb) cb();
	}
	function nullDecoder(val, hint) {
		return val;
	}
	var Multipart = class extends Writable {
		constructor(cfg) {
			const streamOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.highWaterMark === "number" ? cfg.highWaterMark : void 0
			};
			super(streamOpts);
			if (!cfg.conType.params || typeof cfg.conType.params.boundary !== "string") throw new Error("Multipart: Boundary not found");
			const boundary = cfg.conType.params.boundary;
			const paramDecoder = typeof cfg.defParamCharset === "string" && cfg.defParamCharset ? getDecoder(cfg.defParamCharset) : nullDecoder;
			const defCharset = cfg.defCharset || "utf8";
			const preservePath = cfg.preservePath;
			const fileOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.fileHwm === "number" ? cfg.fileHwm : void 0
			};
			const limits = cfg.limits;
			const fieldSizeLimit = limits && typeof limits.fieldSize === "number" ? limits.fieldSize : 1048576;
			const fileSizeLimit = limits && typeof limits.fileSize === "number" ? limits.fileSize : Infinity;
			const filesLimit = limits && typeof limits.files === "number" ? limits.files : Infinity;
			const fieldsLimit = limits && typeof limits.fields === "number" ? limits.fields : Infinity;
			const partsLimit = limits && typeof limits.parts === "number" ? limits.parts : Infinity;
			let parts = -1;
			let fields = 0;
			let files = 0;
			let skipPart = false;
			this._fileEndsLeft = 0;
			this._fileStream = void 0;
			this._complete = false;
			let fileSize = 0;
			let field;
			let fieldSize = 0;
			let partCharset;
			let partEncoding;
			let partType;
			let partName;
			let partTruncated = false;
			let hitFilesLimit = false;
			let hitFieldsLimit = false;
			this._hparser = null;
			const hparser = new HeaderParser((header) => {
				this._hparser = null;
				skipPart = false;
				partType = "text/plain";
				partCharset = defCharset;
				partEncoding = "7bit";
				partName = void 0;
				partTruncated = false;
				let filename;
				if (!header["content-disposition"]) {
					skipPart = true;
					return;
				}
				const disp = parseDisposition(header["content-disposition"][0], paramDecoder);
				if (!disp || disp.type !== "form-data") {
					skipPart = true;
					return;
				}
				if (disp.params) {
					if (disp.params.name) partName = disp.params.name;
					if (disp.params["filename*"]) filename = disp.params["filename*"];
					else if (disp.params.filename) filename = disp.params.filename;
					if (filename !== void 0 && !preservePath) filename = basename(filename);
				}
				if (header["content-type"]) {
					const conType = parseContentType(header["content-type"][0]);
					if (conType) {
						partType = `${conType.type}/${conType.subtype}`;
						if (conType.params && typeof conType.params.charset === "string") partCharset = conType.params.charset.toLowerCase();
					}
				}
				if (header["content-transfer-encoding"]) partEncoding = header["content-transfer-encoding"][0].toLowerCase();
				if (partType === "application/octet-stream" || filename !== void 0) {
					if (files === filesLimit) {
						if (!hitFilesLimit) {
							hitFilesLimit = true;
							this.emit("filesLimit");
						}
						skipPart = true;
						return;
					}
					++files;
					if (this.listenerCount("file") === 0) {
						skipPart = true;
						return;
					}
					fileSize = 0;
					this._fileStream = new FileStream(fileOpts, this);
					++this._fileEndsLeft;
					this.emit("file", partName, this._fileStream, {
						filename,
						encoding: partEncoding,
						mimeType: partType
					});
				} else {
					if (fields === fieldsLimit) {
						if (!hitFieldsLimit) {
							hitFieldsLimit = true;
							this.emit("fieldsLimit");
						}
						skipPart = true;
						return;
					}
					++fields;
					if (this.listenerCount("field") === 0) {
						skipPart = true;
						return;
					}
					field = [];
					fieldSize = 0;
				}
			});
			let matchPostBoundary = 0;
			const ssCb = (isMatch, data, start, end, isDataSafe) => {
				retrydata: while (data) {
					if (this._hparser !== null) {
						const ret = this._hparser.push(data, start, end);
						if (ret === -1) {
							this._hparser = null;
							hparser.reset();
							this.emit("error", new Error("Malformed part header"));
							break;
						}
						start = ret;
					}
					if (start === end) break;
					if (matchPostBoundary !== 0) {
						if (matchPostBoundary === 1) {
							switch (data[start]) {
								case 45:
									matchPostBoundary = 2;
									++start;
									break;
								case 13:
									matchPostBoundary = 3;
									++start;
									break;
								default: matchPostBoundary = 0;
							}
							if (start === end) return;
						}
						if (matchPostBoundary === 2) {
							matchPostBoundary = 0;
							if (data[start] === 45) {
								this._complete = true;
								this._bparser = ignoreData;
								return;
							}
							const writecb = this._writecb;
							this._writecb = noop;
							ssCb(false, BUF_DASH, 0, 1, false);
							this._writecb = writecb;
						} else if (matchPostBoundary === 3) {
							matchPostBoundary = 0;
							if (data[start] === 10) {
								++start;
								if (parts >= partsLimit) break;
								this._hparser = hparser;
								if (start === end) break;
								continue retrydata;
							} else {
								const writecb = this._writecb;
								this._writecb = noop;
								ssCb(false, BUF_CR, 0, 1, false);
								this._writecb = writecb;
							}
						}
					}
					if (!skipPart) {
						if (this._fileStream) {
							let chunk;
							const actualLen = Math.min(end - start, fileSizeLimit - fileSize);
							if (!isDataSafe) {
								chunk = Buffer.allocUnsafe(actualLen);
								data.copy(chunk, 0, start, start + actualLen);
							} else chunk = data.slice(start, start + actualLen);
							fileSize += chunk.length;
							if (fileSize === fileSizeLimit) {
								if (chunk.length > 0) this._fileStream.push(chunk);
								this._fileStream.emit("limit");
								this._fileStream.truncated = true;
								skipPart = true;
							} else if (!this._fileStream.push(chunk)) {
								if (this._writecb) this._fileStream._readcb = this._writecb;
								this._writecb = null;
							}
						} else if (field !== void 0) {
							let chunk;
							const actualLen = Math.min(end - start, fieldSizeLimit - fieldSize);
							if (!isDataSafe) {
								chunk = Buffer.allocUnsafe(actualLen);
								data.copy(chunk, 0, start, start + actualLen);
							} else chunk = data.slice(start, start + actualLen);
							fieldSize += actualLen;
							field.push(chunk);
							if (fieldSize === fieldSizeLimit) {
								skipPart = true;
								partTruncated = true;
							}
						}
					}
					break;
				}
				if (isMatch) {
					matchPostBoundary = 1;
					if (this._fileStream) {
						this._fileStream.push(null);
						this._fileStream = null;
					} else if (field !== void 0) {
						let data;
						switch (field.length) {
							case 0:
								data = "";
								break;
							case 1:
								data = convertToUTF8(field[0], partCharset, 0);
								break;
							default: data = convertToUTF8(Buffer.concat(field, fieldSize), partCharset, 0);
						}
						field = void 0;
						fieldSize = 0;
						this.emit("field", partName, data, {
							nameTruncated: false,
							valueTruncated: partTruncated,
							encoding: partEncoding,
							mimeType: partType
						});
					}
					if (++parts === partsLimit) this.emit("partsLimit");
				}
			};
			this._bparser = new StreamSearch(`\r\n--${boundary}`, ssCb);
			this._writecb = null;
			this._finalcb = null;
			this.write(BUF_CRLF);
		}
		static detect(conType) {
			return conType.type === "multipart" && conType.subtype === "form-data";
		}
		_write(chunk, enc, cb) {
			this._writecb = cb;
			this._bparser.push(chunk, 0);
			if (this._writecb) callAndUnsetCb(this);
		}
		_destroy(err, cb) {
			this._hparser = null;
			this._bparser = ignoreData;
			if (!err) err = checkEndState(this);
			const fileStream = this._fileStream;
			if (fileStream) {
				this._fileStream = null;
				fileStream.destroy(err);
			}
			cb(err);
		}
		_final(cb) {
			this._bparser.destroy();
			if (!this._complete) return cb(new Error("Unexpected end of form"));
			if (this._fileEndsLeft) this._finalcb = finalcb.bind(null, this, cb);
			else finalcb(this, cb);
		}
	};
	function finalcb(self, cb, err) {
		if (err) return cb(err);
		err = checkEndState(self);
		cb(err);
	}
	function checkEndState(self) {
		if (self._hparser) return new Error("Malformed part header");
		const fileStream = self._fileStream;
		if (fileStream) {
			self._fileStream = null;
			fileStream.destroy(new Error("Unexpected end of file"));
		}
		if (!self._complete) return new Error("Unexpected end of form");
	}
	const TOKEN = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	];
	const FIELD_VCHAR = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1
	];
	module.exports = Multipart;
}));
// node_modules/busboy/lib/types/urlencoded.js
var require_urlencoded = __commonJSMin(((exports, module) => {
	const { Writable } = __require("stream");
	const { getDecoder } = require_utils();
	var URLEncoded = class extends Writable {
		constructor(cfg) {
			const streamOpts = {
				autoDestroy: true,
				emitClose: true,
				highWaterMark: typeof cfg.highWaterMark === "number" ? cfg.highWaterMark : void 0
			};
			super(streamOpts);
			let charset = cfg.defCharset || "utf8";
			if (cfg.conType.params && typeof cfg.conType.params.charset === "string") charset = cfg.conType.params.charset;
			this.charset = charset;
			const limits = cfg.limits;
			this.fieldSizeLimit = limits && typeof limits.fieldSize === "number" ? limits.fieldSize : 1048576;
			this.fieldsLimit = limits && typeof limits.fields === "number" ? limits.fields : Infinity;
			this.fieldNameSizeLimit = limits && typeof limits.fieldNameSize === "number" ? limits.fieldNameSize : 100;
			this._inKey = true;
			this._keyTrunc = false;
			this._valTrunc = false;
			this._bytesKey = 0;
			this._bytesVal = 0;
			this._fields = 0;
			this._key = "";
			this._val = "";
			this._byte = -2;
			this._lastPos = 0;
			this._encode = 0;
			this._decoder = getDecoder(charset);
		}
		static detect(conType) {
			return conType.type === "application" && conType.subtype === "x-www-form-urlencoded";
		}
		_write(chunk, enc, cb) {
			if (this._fields >= this.fieldsLimit) return cb();
			let i = 0;
			const len = chunk.length;
			this._lastPos = 0;
			if (this._byte !== -2) {
				i = readPctEnc(this, chunk, i, len);
				if (i === -1) return cb(new Error("Malformed urlencoded form"));
				if (i >= len) return cb();
				if (this._inKey) ++this._bytesKey;
				else ++this._bytesVal;
			}
			main: while (i < len) if (this._inKey) {
				i = skipKeyBytes(this, chunk, i, len);
				while (i < len) {
					switch (chunk[i]) {
						case 61:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._key = this._decoder(this._key, this._encode);
							this._encode = 0;
							this._inKey = false;
							continue main;
						case 38:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._key = this._decoder(this._key, this._encode);
							this._encode = 0;
							if (this._bytesKey > 0) this.emit("field", this._key, "", {
								nameTruncated: this._keyTrunc,
								valueTruncated: false,
								encoding: this.charset,
								mimeType: "text/plain"
							});
							this._key = "";
							this._val = "";
							this._keyTrunc = false;
							this._valTrunc = false;
							this._bytesKey = 0;
							this._bytesVal = 0;
							if (++this._fields >= this.fieldsLimit) {
								this.emit("fieldsLimit");
								return cb();
							}
							continue;
						case 43:
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._key += " ";
							this._lastPos = i + 1;
							break;
						case 37:
							if (this._encode === 0) this._encode = 1;
							if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = i + 1;
							this._byte = -1;
							i = readPctEnc(this, chunk, i + 1, len);
							if (i === -1) return cb(new Error("Malformed urlencoded form"));
							if (i >= len) return cb();
							++this._bytesKey;
							i = skipKeyBytes(this, chunk, i, len);
							continue;
					}
					++i;
					++this._bytesKey;
					i = skipKeyBytes(this, chunk, i, len);
				}
				if (this._lastPos < i) this._key += chunk.latin1Slice(this._lastPos, i);
			} else {
				i = skipValBytes(this, chunk, i, len);
				while (i < len) {
					switch (chunk[i]) {
						case 38:
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = ++i;
							this._inKey = true;
							this._val = this._decoder(this._val, this._encode);
							this._encode = 0;
							if (this._bytesKey > 0 || this._bytesVal > 0) this.emit("field", this._key, this._val, {
								nameTruncated: this._keyTrunc,
								valueTruncated: this._valTrunc,
								encoding: this.charset,
								mimeType: "text/plain"
							});
							this._key = "";
							this._val = "";
							this._keyTrunc = false;
							this._valTrunc = false;
							this._bytesKey = 0;
							this._bytesVal = 0;
							if (++this._fields >= this.fieldsLimit) {
								this.emit("fieldsLimit");
								return cb();
							}
							continue main;
						case 43:
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._val += " ";
							this._lastPos = i + 1;
							break;
						case 37:
							if (this._encode === 0) this._encode = 1;
							if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
							this._lastPos = i + 1;
							this._byte = -1;
							i = readPctEnc(this, chunk, i + 1, len);
							if (i === -1) return cb(new Error("Malformed urlencoded form"));
							if (i >= len) return cb();
							++this._bytesVal;
							i = skipValBytes(this, chunk, i, len);
							continue;
					}
					++i;
					++this._bytesVal;
					i = skipValBytes(this, chunk, i, len);
				}
				if (this._lastPos < i) this._val += chunk.latin1Slice(this._lastPos, i);
			}
			cb();
		}
		_final(cb) {
			if (this._byte !== -2) return cb(new Error("Malformed urlencoded form"));
			if (!this._inKey || this._bytesKey > 0 || this._bytesVal > 0) {
				if (this._inKey) this._key = this._decoder(this._key, this._encode);
				else this._val = this._decoder(this._val, this._encode);
				this.emit("field", this._key, this._val, {
					nameTruncated: this._keyTrunc,
					valueTruncated: this._valTrunc,
					encoding: this.charset,
					mimeType: "text/plain"
				});
			}
			cb();
		}
	};
	function readPctEnc(self, chunk, pos, len) {
		if (pos >= len) return len;
		if (self._byte === -1) {
			const hexUpper = HEX_VALUES[chunk[pos++]];
			if (hexUpper === -1) return -1;
			if (hexUpper >= 8) self._encode = 2;
			if (pos < len) {
				const hexLower = HEX_VALUES[chunk[pos++]];
				if (hexLower === -1) return -1;
				if (self._inKey) self._key += String.fromCharCode((hexUpper << 4) + hexLower);
				else self._val += String.fromCharCode((hexUpper << 4) + hexLower);
				self._byte = -2;
				self._lastPos = pos;
			} else self._byte = hexUpper;
		} else {
			const hexLower = HEX_VALUES[chunk[pos++]];
			if (hexLower === -1) return -1;
			if (self._inKey) self._key += String.fromCharCode((self._byte << 4) + hexLower);
			else self._val += String.fromCharCode((self._byte << 4) + hexLower);
			self._byte = -2;
			self._lastPos = pos;
		}
		return pos;
	}
	function skipKeyBytes(self, chunk, pos, len) {
		if (self._bytesKey > self.fieldNameSizeLimit) {
			if (!self._keyTrunc) {
				if (self._lastPos < pos) self._key += chunk.latin1Slice(self._lastPos, pos - 1);
			}
			self._keyTrunc = true;
			for (; pos < len; ++pos) {
				const code = chunk[pos];
				if (code === 61 || code === 38) break;
				++self._bytesKey;
			}
			self._lastPos = pos;
		}
		return pos;
	}
	function skipValBytes(self, chunk, pos, len) {
		if (self._bytesVal > self.fieldSizeLimit) {
			if (!self._valTrunc) {
				if (self._lastPos < pos) self._val += chunk.latin1Slice(self._lastPos, pos - 1);
			}
			self._valTrunc = true;
			for (; pos < len; ++pos) {
				if (chunk[pos] === 38) break;
				++self._bytesVal;
			}
			self._lastPos = pos;
		}
		return pos;
	}
	const HEX_VALUES = [
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		0,
		1,
		2,
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		10,
		11,
		12,
		13,
		14,
		15,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1,
		-1
	];
	module.exports = URLEncoded;
}));
// src/receiver/multipart.ts
var import_lib = __toESM(__commonJSMin(((exports, module) => {
	const { parseContentType } = require_utils();
	function getInstance(cfg) {
		const headers = cfg.headers;
		const conType = parseContentType(headers["content-type"]);
		if (!conType) throw new Error("Malformed content type");
		for (const type of TYPES) {
			if (!type.detect(conType)) continue;
			const instanceCfg = {
				limits: cfg.limits,
				headers,
				conType,
				highWaterMark: void 0,
				fileHwm: void 0,
				defCharset: void 0,
				defParamCharset: void 0,
				preservePath: false
			};
			if (cfg.highWaterMark) instanceCfg.highWaterMark = cfg.highWaterMark;
			if (cfg.fileHwm) instanceCfg.fileHwm = cfg.fileHwm;
			instanceCfg.defCharset = cfg.defCharset;
			instanceCfg.defParamCharset = cfg.defParamCharset;
			instanceCfg.preservePath = cfg.preservePath;
			return new type(instanceCfg);
		}
		throw new Error(`Unsupported content type: ${headers["content-type"]}`);
	}
	const TYPES = [require_multipart(), require_urlencoded()].filter(function(typemod) {
		return typeof typemod.detect === "function";
	});
	module.exports = (cfg) => {
		if (typeof cfg !== "object" || cfg === null) cfg = {};
		if (typeof cfg.headers !== "object" || cfg.headers === null || typeof cfg.headers["content-type"] !== "string") throw new Error("Missing Content-Type");
		return getInstance(cfg);
	};
}))(), 1);
const MALFORMED = {
	reason: "The service pushed a malformed multipart body",
	hint: "Update the Pyroscope SDK; uploads must not be rewritten on their way."
};
const MAX_PARTS$1 = 16;
function readParts(contentType, body) {
	return new Promise((resolve) => {
		const parts = new Map();
		const malformed = () => resolve(failed(422, "invalid_argument", MALFORMED));
		try {
			const parser = (0, import_lib.default)({
				headers: { "content-type": contentType },
				limits: { parts: MAX_PARTS$1 }
			});
			parser.on("file", (name, stream) => {
				const chunks = [];
				stream.on("data", (chunk) => chunks.push(chunk));
				stream.on("error", malformed);
				stream.on("close", () => parts.set(name, Buffer.concat(chunks)));
			});
			parser.on("error", malformed);
			parser.on("close", () => resolve(found(parts)));
			parser.end(body);
		} catch {
			malformed();
		}
	});
}
// src/receiver/sample-type-config.ts
const TOLD_BY_DISPLAY_NAME = /^(mutex|block)_/u;
function nameByDisplay(config) {
	const types = config === void 0 ? void 0 : asJsonObject(parsed$3(config.toString("utf8")));
	for (const type of Object.values(types ?? {})) {
		const shown = asJsonObject(type)?.["display-name"];
		const name = typeof shown === "string" ? TOLD_BY_DISPLAY_NAME.exec(shown)?.[1] : void 0;
		if (name !== void 0) return name;
	}
}
function parsed$3(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/profiles/decode/folded-text.ts
function decodeFoldedText(text, form, meaning) {
	const counts = new Map();
	text.split(/\r?\n/).forEach((line, index) => {
		if (line.trim() === "") return;
		const [stack, count] = form === "lines" ? [line, 1] : splitCount(line, index + 1);
		if (count > 0) counts.set(stack, (counts.get(stack) ?? 0) + count);
	});
	const rows = new Map();
	const frames = [];
	const offsets = [0];
	for (const stack of counts.keys()) {
		for (const name of stack.split(";").reverse()) frames.push(rowOf(name, rows));
		offsets.push(frames.length);
	}
	const ticks = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return {
		sampleType: meaning.sampleType,
		functions: Array.from(rows.keys(), (name) => ({
			name,
			systemName: "",
			file: "",
			line: 0
		})),
		frames: Int32Array.from(frames),
		offsets: Int32Array.from(offsets),
		values: Float64Array.from(counts.values(), (count) => count * meaning.cost),
		ticks: meaning.ticks ? ticks : 0
	};
}
function splitCount(line, number) {
	const space = line.lastIndexOf(" ");
	const count = line.slice(space + 1);
	if (space <= 0 || !/^\d{1,15}$/.test(count)) throw malformed("profile", `line ${number} is not a stack with a count`);
	return [line.slice(0, space), Number(count)];
}
function rowOf(name, rows) {
	const row = rows.get(name) ?? rows.size;
	rows.set(name, row);
	return row;
}
// src/receiver/text-profile.ts
const DEFAULT_SAMPLE_RATE = 100;
const COUNTED = new Map([
	["inuse_objects", ["inuse_objects", "count"]],
	["inuse_space", ["inuse_space", "bytes"]],
	["alloc_objects", ["alloc_objects", "count"]],
	["alloc_space", ["alloc_space", "bytes"]],
	["goroutines", ["goroutines", "count"]],
	["mutex_count", ["contentions", "count"]],
	["mutex_duration", ["delay", "nanoseconds"]],
	["block_count", ["contentions", "count"]],
	["block_duration", ["delay", "nanoseconds"]],
	["exceptions", ["samples", "count"]]
]);
function readTextProfile(body, form, { service, labels }, query) {
	if (body.length > 16777216) return tooLarge(MAX_PARSED_BYTES);
	const dot = service.lastIndexOf(".");
	const suffix = dot < 0 ? "cpu" : service.slice(dot + 1);
	const meaning = meaningOf$1(suffix, Number(query.get("sampleRate") || DEFAULT_SAMPLE_RATE));
	if (meaning === void 0) return failed(422, "invalid_argument", {
		reason: `The service pushed folded text of the unknown profile type ${JSON.stringify(suffix)}`,
		hint: "The type is what follows the last dot of the application name, such as shop.cpu."
	});
	try {
		const pprof = encodeProfile(decodeFoldedText(body.toString("utf8"), form, meaning));
		return found({
			service: labels.service_name || (dot < 0 ? service : service.slice(0, dot)),
			pprof
		});
	} catch (error) {
		if (!(error instanceof FlamegateError)) throw error;
		return failed(422, "invalid_argument", {
			reason: `The service pushed folded text that cannot be read: ${error.message}`,
			hint: "Each line is a stack with semicolons, root first, a space, and a count: main;parse 12."
		});
	}
}
function meaningOf$1(suffix, sampleRate) {
	const time = suffix === "itimer" ? "cpu" : suffix;
	if (time === "cpu" || time === "wall") return {
		sampleType: {
			type: time,
			unit: "nanoseconds"
		},
		cost: Math.floor(1e9 / (sampleRate >= 1 && sampleRate <= 1e9 ? sampleRate : DEFAULT_SAMPLE_RATE)),
		ticks: true
	};
	const [type, unit] = COUNTED.get(suffix) ?? [];
	return type === void 0 || unit === void 0 ? void 0 : {
		sampleType: {
			type,
			unit
		},
		cost: 1
	};
}
// src/receiver/upload-time.ts
function parseUploadTime(text) {
	if (text === null || !/^\d+$/.test(text)) return void 0;
	switch (text.length) {
		case 10: return Number(text) * 1e3;
		case 13: return Number(text);
		case 16: return Number(text) / 1e3;
		case 19: return Number(text) / 1e6;
		default: return;
	}
}
// src/receiver/ingest.ts
const NOTHING$1 = { arrivals: [] };
async function readIngest(request, query, allowance) {
	const body = await readBody(request, allowance);
	if (!body.ok) return body;
	const name = parseApplicationName(query.get("name") ?? "");
	if (!name) return failed(400, "invalid_argument", {
		reason: "The service pushed a profile without an application name",
		hint: "Give the Pyroscope SDK an application name; PYROSCOPE_APPLICATION_NAME holds one."
	});
	if (body.value.length === 0) return found(NOTHING$1);
	const profile = await readProfile$1(request.headers["content-type"] ?? "", query, body.value, name);
	if (!profile.ok) return profile;
	const { service, pprof, profileName } = profile.value;
	if (pprof.length === 0) return found(NOTHING$1);
	return found({ arrivals: [{
		service,
		labels: profileName === void 0 ? name.labels : {
			__name__: profileName,
			...name.labels
		},
		spy: query.get("spyName") ?? "",
		pprof,
		receivedAt: Date.now(),
		from: parseUploadTime(query.get("from")),
		until: parseUploadTime(query.get("until"))
	}] });
}
async function readProfile$1(contentType, query, body, name) {
	const format = query.get("format");
	const unreadable = unreadableFormat(format, contentType);
	if (unreadable) return failed(422, "unimplemented", unreadable);
	if (format === "lines") return readTextProfile(body, format, name, query);
	const { service } = name;
	if (format === "pprof") return found({
		service,
		pprof: body
	});
	if (/^multipart\/form-data\b/i.test(contentType)) {
		const form = await readForm(contentType, body);
		return form.ok ? found({
			service,
			...form.value
		}) : form;
	}
	if (isBinary(body)) return found({
		service,
		pprof: body
	});
	return readTextProfile(body, "groups", name, query);
}
function isBinary(body) {
	return body.subarray(0, 512).some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}
async function readForm(contentType, body) {
	const parts = await readParts(contentType, body);
	if (!parts.ok) return parts;
	const profile = parts.value.get("profile");
	if (parts.value.has("prev_profile")) return failed(422, "invalid_argument", {
		reason: "The service pushed cumulative profiles (prev_profile), which Pyroscope no longer takes",
		hint: "Update the Pyroscope SDK."
	});
	const profileName = nameByDisplay(parts.value.get("sample_type_config"));
	if (profile) return found({
		pprof: profile,
		profileName
	});
	return failed(422, "invalid_argument", {
		reason: "The service pushed a form without a profile in it",
		hint: "Update the Pyroscope SDK."
	});
}
// src/profiles/otlp/meaning.ts
const CPU_TIMERS = new Set(["itimer", "ctimer"]);
function meaningOf(profile, strings) {
	const sampleType = typeOf(profile.sampleType, strings);
	const periodType = typeOf(profile.periodType, strings);
	if (CPU_TIMERS.has(sampleType.type)) return {
		sampleType: {
			type: "cpu",
			unit: sampleType.unit
		},
		periodType: {
			...periodType,
			type: "cpu"
		},
		cost: 1
	};
	if (sampleType.type === "samples" && sampleType.unit === "count" && periodType.type === "cpu" && profile.period > 0) return {
		sampleType: periodType,
		periodType,
		cost: profile.period
	};
	return {
		sampleType,
		periodType,
		cost: 1
	};
}
function typeOf({ typeIndex, unitIndex }, strings) {
	const type = strings[typeIndex];
	const unit = strings[unitIndex];
	if (type !== void 0 && unit !== void 0) return {
		type,
		unit
	};
	throw malformed("profile", "a value type refers to a string that does not exist");
}
// src/profiles/otlp/read-attributes.ts
function readResource(reader, resourceTag) {
	const attributes = [];
	readMessage(reader, resourceTag, (field, tag) => {
		if (field === 1) attributes.push(readKeyValue(reader, tag));
		else reader.skip(tag);
	});
	return Object.fromEntries(attributes.filter(([, value]) => value !== ""));
}
function readKeyValue(reader, pairTag) {
	let key = "";
	let value = "";
	readMessage(reader, pairTag, (field, tag) => {
		if (field === 1) key = readText$2(reader, tag);
		else if (field === 2) value = readAnyText(reader, tag);
		else reader.skip(tag);
	});
	return [key, value];
}
function readAnyText(reader, valueTag) {
	let text = "";
	readMessage(reader, valueTag, (field, tag) => {
		if (field === 1) text = readText$2(reader, tag);
		else reader.skip(tag);
	});
	return text;
}
// src/profiles/otlp/read-dictionary.ts
function emptyDictionary() {
	return {
		strings: [],
		mappings: [],
		functions: [],
		locations: [],
		stacks: [],
		attributes: []
	};
}
function readDictionary(reader, dictionaryTag, { strings, mappings, functions, locations, stacks, attributes }) {
	readMessage(reader, dictionaryTag, (field, tag) => {
		if (field === 1) mappings.push(readMapping(reader, tag));
		else if (field === 2) locations.push(readLocation(reader, tag));
		else if (field === 3) functions.push(readFunction(reader, tag));
		else if (field === 5) strings.push(readText$2(reader, tag));
		else if (field === 6) attributes.push(readAttribute(reader, tag));
		else if (field === 7) stacks.push(readStack(reader, tag));
		else reader.skip(tag);
	});
}
function readMapping(reader, mappingTag) {
	const mapping = { fileIndex: 0 };
	readMessage(reader, mappingTag, (field, tag) => {
		if (field === 4) mapping.fileIndex = reader.int64(tag);
		else reader.skip(tag);
	});
	return mapping;
}
function readLocation(reader, locationTag) {
	const location = {
		mappingIndex: 0,
		lines: []
	};
	readMessage(reader, locationTag, (field, tag) => {
		if (field === 1) location.mappingIndex = reader.int64(tag);
		else if (field === 3) location.lines.push(readLine(reader, tag));
		else reader.skip(tag);
	});
	return location;
}
function readLine(reader, lineTag) {
	const line = {
		functionIndex: 0,
		line: 0
	};
	readMessage(reader, lineTag, (field, tag) => {
		if (field === 1) line.functionIndex = reader.int64(tag);
		else if (field === 2) line.line = reader.int64(tag);
		else reader.skip(tag);
	});
	return line;
}
function readFunction(reader, functionTag) {
	const read = {
		nameIndex: 0,
		systemNameIndex: 0,
		fileIndex: 0,
		startLine: 0
	};
	readMessage(reader, functionTag, (field, tag) => {
		if (field === 1) read.nameIndex = reader.int64(tag);
		else if (field === 2) read.systemNameIndex = reader.int64(tag);
		else if (field === 3) read.fileIndex = reader.int64(tag);
		else if (field === 4) read.startLine = reader.int64(tag);
		else reader.skip(tag);
	});
	return read;
}
function readStack(reader, stackTag) {
	const locations = [];
	readMessage(reader, stackTag, (field, tag) => {
		if (field === 1) readIntegers(reader, tag, locations);
		else reader.skip(tag);
	});
	return locations;
}
function readAttribute(reader, attributeTag) {
	const attribute = {
		keyIndex: 0,
		value: ""
	};
	readMessage(reader, attributeTag, (field, tag) => {
		if (field === 1) attribute.keyIndex = reader.int64(tag);
		else if (field === 2) attribute.value = readAnyText(reader, tag);
		else reader.skip(tag);
	});
	return attribute;
}
// src/profiles/otlp/read-message.ts
function readOtlpMessage(message) {
	const reader = new ProtoReader(message);
	const dictionary = emptyDictionary();
	const profiles = [];
	readFields(reader, (field, tag) => {
		if (field === 1) profiles.push(...readResourceProfiles(reader, tag));
		else if (field === 2) readDictionary(reader, tag, dictionary);
		else reader.skip(tag);
	});
	return {
		dictionary,
		profiles
	};
}
function readResourceProfiles(reader, resourceTag) {
	let resource = {};
	const profiles = [];
	readMessage(reader, resourceTag, (field, tag) => {
		if (field === 1) resource = readResource(reader, tag);
		else if (field === 2) profiles.push(...readScopeProfiles(reader, tag));
		else reader.skip(tag);
	});
	return profiles.map((profile) => ({
		...profile,
		resource
	}));
}
function readScopeProfiles(reader, scopeTag) {
	let scope = "";
	const profiles = [];
	readMessage(reader, scopeTag, (field, tag) => {
		if (field === 1) scope = readScopeName(reader, tag);
		else if (field === 2) profiles.push(readProfile(reader, tag));
		else reader.skip(tag);
	});
	return profiles.map((profile) => ({
		...profile,
		scope
	}));
}
function readScopeName(reader, scopeTag) {
	let name = "";
	readMessage(reader, scopeTag, (field, tag) => {
		if (field === 1) name = readText$2(reader, tag);
		else reader.skip(tag);
	});
	return name;
}
function readProfile(reader, profileTag) {
	const profile = {
		resource: {},
		scope: "",
		sampleType: {
			typeIndex: 0,
			unitIndex: 0
		},
		samples: [],
		timeNanos: 0,
		durationNanos: 0,
		periodType: {
			typeIndex: 0,
			unitIndex: 0
		},
		period: 0
	};
	readMessage(reader, profileTag, (field, tag) => {
		if (field === 1) profile.sampleType = readValueType(reader, tag);
		else if (field === 2) profile.samples.push(readSample$1(reader, tag));
		else if (field === 3) profile.timeNanos = reader.nearestFixed64(tag);
		else if (field === 4) profile.durationNanos = reader.nearestInt64(tag);
		else if (field === 5) profile.periodType = readValueType(reader, tag);
		else if (field === 6) profile.period = reader.nearestInt64(tag);
		else reader.skip(tag);
	});
	return profile;
}
function readValueType(reader, typeTag) {
	const valueType = {
		typeIndex: 0,
		unitIndex: 0
	};
	readMessage(reader, typeTag, (field, tag) => {
		if (field === 1) valueType.typeIndex = reader.int64(tag);
		else if (field === 2) valueType.unitIndex = reader.int64(tag);
		else reader.skip(tag);
	});
	return valueType;
}
function readSample$1(reader, sampleTag) {
	const sample = {
		stackIndex: 0,
		attributeIndices: [],
		values: [],
		timestamps: 0
	};
	readMessage(reader, sampleTag, (field, tag) => {
		if (field === 1) sample.stackIndex = reader.int64(tag);
		else if (field === 2) readIntegers(reader, tag, sample.attributeIndices);
		else if (field === 4) readIntegers(reader, tag, sample.values);
		else if (field === 5) sample.timestamps += countFixed64(reader, tag);
		else reader.skip(tag);
	});
	return sample;
}
function countFixed64(reader, tag) {
	if ((tag & 7) === 1) {
		reader.skip(tag);
		return 1;
	}
	const outer = reader.enter(tag);
	const count = Math.floor(reader.left() / 8);
	reader.leave(outer);
	return count;
}
// src/profiles/otlp/transcode.ts
const SERVICE_NAME = "service.name";
function transcodeOtlp(message) {
	const { dictionary, profiles } = readOtlpMessage(message);
	return profiles.flatMap((profile) => [...samplesByService(profile, dictionary)].map(([service, samples]) => ({
		service,
		labels: profile.resource,
		scope: profile.scope,
		pprof: encode(profile, samples, dictionary)
	})));
}
function samplesByService({ samples, resource }, dictionary) {
	const groups = new Map();
	for (const sample of samples) {
		const service = serviceOf(sample, dictionary) ?? resource[SERVICE_NAME];
		const group = groups.get(service) ?? [];
		group.push(sample);
		groups.set(service, group);
	}
	return groups;
}
function serviceOf({ attributeIndices }, { attributes, strings }) {
	return attributeIndices.map((index) => at(attributes, index, "attribute")).find(({ keyIndex }) => at(strings, keyIndex, "string") === SERVICE_NAME)?.value || void 0;
}
function encode(profile, samples, dictionary) {
	const table = new StringTable();
	const string = (index) => table.dedup(at(dictionary.strings, index, "string"));
	const { sampleType, periodType, cost } = meaningOf(profile, dictionary.strings);
	return new Profile({
		sampleType: [{
			type: table.dedup(sampleType.type),
			unit: table.dedup(sampleType.unit)
		}],
		sample: samples.map((sample) => new Sample({
			locationId: at(dictionary.stacks, sample.stackIndex, "stack").map((row) => row + 1),
			value: [costOf(sample) * cost]
		})),
		mapping: dictionary.mappings.map(({ fileIndex }, row) => ({
			id: row + 1,
			filename: string(fileIndex)
		})),
		location: dictionary.locations.map(({ mappingIndex, lines }, row) => new Location({
			id: row + 1,
			mappingId: dictionary.mappings.length === 0 ? 0 : mappingIndex + 1,
			line: lines.map(({ functionIndex, line }) => ({
				functionId: functionIndex + 1,
				line
			}))
		})),
		function: dictionary.functions.map(({ nameIndex, systemNameIndex, fileIndex, startLine }, row) => new Function({
			id: row + 1,
			name: string(nameIndex),
			systemName: string(systemNameIndex),
			filename: string(fileIndex),
			startLine
		})),
		timeNanos: BigInt(profile.timeNanos),
		durationNanos: BigInt(profile.durationNanos),
		periodType: {
			type: table.dedup(periodType.type),
			unit: table.dedup(periodType.unit)
		},
		period: BigInt(profile.period),
		stringTable: table
	}).encode();
}
function costOf({ values, timestamps }) {
	const [value = timestamps] = values;
	if (values.length > 1) throw malformed("profile", `a sample has ${values.length} values`);
	return value;
}
function at(table, index, what) {
	const row = table[index];
	if (row !== void 0) return row;
	throw malformed("profile", `it refers to ${what} ${index} of ${table.length}`);
}
// src/receiver/received.ts
const NAMELESS = "unknown_service";
// src/receiver/otlp.ts
const PROTOBUF = /^application\/(?:x-)?protobuf\b/i;
async function readOtlp(request, _query, allowance) {
	const contentType = request.headers["content-type"] ?? "";
	if (!PROTOBUF.test(contentType)) return failed(415, "invalid_argument", {
		reason: `The service pushed OTLP profiles with the content type ${JSON.stringify(contentType.slice(0, 100))}`,
		hint: "Let it send protobuf over HTTP (http/protobuf)."
	});
	const body = await readSmallBody(request, allowance);
	if (!body.ok) return body;
	try {
		const receivedAt = Date.now();
		return found({
			arrivals: transcodeOtlp(body.value).map(({ service = NAMELESS, labels, scope, pprof }) => ({
				service,
				labels,
				spy: scope || "otlp",
				pprof,
				receivedAt,
				from: void 0,
				until: void 0
			})),
			answer: {
				contentType: "application/x-protobuf",
				body: ""
			}
		});
	} catch (error) {
		if (!(error instanceof FlamegateError)) throw error;
		return failed(400, "invalid_argument", {
			reason: `The service pushed OTLP profiles that cannot be read: ${error.message}`,
			hint: "The protocol is in development and changes: Flamegate reads it as version 2.9 of the Java SDK sends it."
		});
	}
}
// src/receiver/push-request.ts
const MAX_PARTS = 1e5;
function decodePushRequest(message) {
	const reader = new ProtoReader(message);
	const series = [];
	let parts = 0;
	const count = () => {
		parts += 1;
		if (parts > MAX_PARTS) throw malformed("protobuf", `it has more than ${MAX_PARTS} parts`);
	};
	readFields(reader, (field, tag) => {
		count();
		if (field === 1) series.push(readSeries(reader, tag, count));
		else reader.skip(tag);
	});
	return series;
}
function readSeries(reader, seriesTag, count) {
	const labels = [];
	const profiles = [];
	readMessage(reader, seriesTag, (field, tag) => {
		count();
		if (field === 1) labels.push(readLabel(reader, tag));
		else if (field === 2) profiles.push(readSample(reader, tag));
		else reader.skip(tag);
	});
	return {
		labels: Object.fromEntries(labels),
		profiles
	};
}
function readLabel(reader, labelTag) {
	let name = "";
	let value = "";
	readMessage(reader, labelTag, (field, tag) => {
		if (field === 1) name = readText$2(reader, tag);
		else if (field === 2) value = readText$2(reader, tag);
		else reader.skip(tag);
	});
	return [name, value];
}
function readSample(reader, sampleTag) {
	let profile = Buffer.alloc(0);
	readMessage(reader, sampleTag, (field, tag) => {
		if (field === 1) profile = reader.bytes(tag);
		else reader.skip(tag);
	});
	return profile;
}
const DOCUMENT$1 = {
	document: "the Push request",
	path: ""
};
function parsePushRequest(json) {
	return members(parseJson(json), DOCUMENT$1, ["series"]).map(({ value, at }) => {
		const labels = members(value, at, ["labels"]).map((label) => [text(label.value, label.at, ["name"]), text(label.value, label.at, ["value"])]);
		const profiles = members(value, at, ["samples"]).map((sample) => Buffer.from(text(sample.value, sample.at, ["rawProfile", "raw_profile"]), "base64"));
		return {
			labels: Object.fromEntries(labels),
			profiles
		};
	});
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch (cause) {
		throw new FlamegateError("measurement", "the Push request is not valid JSON", { cause });
	}
}
function members(parent, at, names) {
	const { value, at: place } = member(parent, at, names);
	if (value === void 0 || value === null) return [];
	return arrayAt(value, place).map((element, index) => ({
		value: element,
		at: below(place, index)
	}));
}
function text(parent, at, names) {
	const { value, at: place } = member(parent, at, names);
	if (value === void 0 || value === null) return "";
	if (typeof value === "string") return value;
	throw new FlamegateError("measurement", `${place.document}: ${place.path} must be a string`);
}
function member(parent, at, names) {
	const object = objectAt(parent, at);
	const name = names.find((candidate) => object[candidate] !== void 0) ?? names[0] ?? "";
	return {
		value: object[name],
		at: below(at, name)
	};
}
// src/receiver/push.ts
const STATUS = {
	canceled: 499,
	invalid_argument: 400,
	resource_exhausted: 429,
	unimplemented: 501
};
const CODECS = [{
	contentType: "application/proto",
	read: readBody,
	decode: decodePushRequest,
	response: ""
}, {
	contentType: "application/json",
	read: readSmallBody,
	decode: (body) => body.length === 0 ? [] : parsePushRequest(body.toString("utf8")),
	response: "{}"
}];
async function readPush(request, _query, allowance) {
	const [contentType = ""] = (request.headers["content-type"] ?? "").toLowerCase().split(";");
	const codec = CODECS.find((candidate) => candidate.contentType === contentType.trim());
	if (codec === void 0) return failed(415, "invalid_argument", unknownCodec(contentType));
	const body = await codec.read(request, allowance);
	if (!body.ok) return {
		ok: false,
		problem: asConnect(body.problem)
	};
	try {
		return found({
			arrivals: codec.decode(body.value).flatMap((series) => arrivalsOf(series, request)),
			answer: {
				contentType: codec.contentType,
				body: codec.response
			}
		});
	} catch (error) {
		if (!(error instanceof FlamegateError)) throw error;
		return failed(400, "invalid_argument", {
			reason: `The service pushed a malformed request: ${error.message}`,
			hint: "Update the Pyroscope SDK; uploads must not be rewritten on their way."
		});
	}
}
function arrivalsOf({ labels, profiles }, request) {
	const service = labels.service_name || "unknown_service";
	const spy = spyOf(labels, request.headers["user-agent"] ?? "");
	const receivedAt = Date.now();
	return profiles.filter((pprof) => pprof.length > 0).map((pprof) => ({
		service,
		labels,
		spy,
		pprof,
		receivedAt,
		from: void 0,
		until: void 0
	}));
}
function spyOf(labels, userAgent) {
	return labels.spy_name ?? labels.pyroscope_spy ?? /^pyroscope-rs\/([\w-]+)\//.exec(userAgent)?.[1] ?? "";
}
function asConnect(problem) {
	return {
		...problem,
		status: STATUS[problem.code] ?? problem.status
	};
}
function unknownCodec(contentType) {
	return {
		reason: `The service called Push with the content type ${JSON.stringify(contentType.slice(0, 100))}`,
		hint: "Only Connect is spoken here, with application/proto or application/json; gRPC is not."
	};
}
// src/receiver/routes.ts
const ROUTES = new Map([
	["/ingest", readIngest],
	["/pyroscope/ingest", readIngest],
	["/push.v1.PusherService/Push", readPush],
	["/v1development/profiles", readOtlp]
]);
function routeOf(method, path) {
	return method === "POST" ? ROUTES.get(path) : void 0;
}
// src/receiver/handle.ts
async function handleRequest(rounds, request, response) {
	const { token, path, query } = parseTarget(request.url ?? "/");
	if (isHealthCheck(request.method, path)) {
		request.resume();
		replyOk(response);
		return;
	}
	const intake = token === void 0 ? void 0 : rounds.open.get(token);
	const outcome = intake ? await serve(rounds, intake, request, {
		path,
		query
	}) : turnAway(rounds, token);
	request.resume();
	if (outcome.ok) replyOk(response, outcome.value.answer);
	else replyError(response, outcome.problem);
}
async function serve(rounds, intake, request, { path, query }) {
	const route = routeOf(request.method, path);
	const outcome = route === void 0 ? unserved(request.method ?? "", path) : await rounds.memory.lend(async (allowance) => {
		const received = await route(request, query, allowance);
		return received.ok ? await keep(rounds, intake, received.value) : received;
	});
	if (!outcome.ok) intake.store.refuse(outcome.problem.refusal);
	return outcome;
}
async function keep(rounds, intake, received) {
	for (const arrival of received.arrivals) {
		if (!rounds.open.has(intake.token)) return turnAway(rounds, intake.token);
		const stored = await intake.store.add(arrival);
		if (!stored.ok) return stored;
	}
	return found(received);
}
function unserved(method, path) {
	const unreadable = unreadableRoute(path);
	if (unreadable) return failed(422, "unimplemented", unreadable);
	return failed(404, "not_found", {
		reason: `The service sent ${method} ${path.slice(0, 200)} to its Pyroscope address`,
		hint: "Only profiles (POST /ingest and Push) are taken here."
	});
}
function turnAway(rounds, token) {
	const round = token === void 0 ? void 0 : rounds.closed.get(token);
	const reason = round ? `A profile arrived after round ${round.round} of ${round.side} was over` : "A profile was pushed to an address of the receiver that belongs to no round";
	const hint = round ? "A process of the service outlived its round; let it exit on SIGTERM." : "Let the SDK use PYROSCOPE_SERVER_ADDRESS as it is, with its path.";
	rounds.warn(`${reason}. ${hint}`);
	return failed(404, "not_found", {
		reason,
		hint
	});
}
function parseTarget(target) {
	const [rawPath = "", ...rest] = target.split("?");
	const path = rawPath.replace(/\/{2,}/g, "/");
	const query = new URLSearchParams(rest.join("?"));
	const [, token, inside] = /^\/r\/([0-9a-f]+)(\/.*)?$/.exec(path) ?? [];
	return {
		token,
		path: token === void 0 ? path : inside ?? "/",
		query
	};
}
function isHealthCheck(method, path) {
	return (method === "GET" || method === "HEAD") && (path === "/" || path === "/ready");
}
// src/receiver/sdks.ts
const SDKS = [
	{
		language: "Node",
		spies: ["nodespy"],
		files: /^package\.json$/,
		dependency: /"@pyroscope\/nodejs"/,
		setUp: "call `Pyroscope.init()` without a serverAddress and `Pyroscope.start()`",
		flush: "`await Pyroscope.stop()` on SIGTERM, and leave PYROSCOPE_FLUSH_INTERVAL_MS as Flamegate sets it"
	},
	{
		language: "Go",
		spies: ["gospy"],
		files: /^go\.(?:mod|work)$/,
		dependency: /github\.com\/grafana\/pyroscope-go\b/,
		setUp: "call `pyroscope.Start`, whose ServerAddress PYROSCOPE_ADHOC_SERVER_ADDRESS replaces (or serve net/http/pprof, without an SDK, and set scrape-url)",
		flush: "`profiler.Stop()` on SIGTERM (nothing is sent on `os.Exit`), and an UploadRate well below the length of a round (15 s when not set)"
	},
	{
		language: "Python",
		spies: ["pyspy"],
		files: /^(?:requirements.*\.txt|pyproject\.toml|Pipfile|poetry\.lock|uv\.lock|setup\.(?:py|cfg))$/,
		dependency: /\bpyroscope[-_](?:io|otel)\b/i,
		setUp: "call `pyroscope.configure` with server_address=os.environ[\"PYROSCOPE_SERVER_ADDRESS\"], since it reads no environment, in each worker process after its fork",
		flush: "`pyroscope.shutdown()` on SIGTERM and a second before the exit, and upload_interval=1 (older ones: rounds longer than their fixed 10 s)"
	},
	{
		language: "Java",
		spies: ["javaspy", "otlp"],
		files: /^(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
		dependency: /\bio\.pyroscope\b/,
		setUp: "start it by `-javaagent:pyroscope.jar`, version 2.9 or newer, and leave PYROSCOPE_FORMAT as Flamegate sets it",
		flush: "leave PYROSCOPE_UPLOAD_INTERVAL as Flamegate sets it, and rounds of several such intervals, since nothing is sent at exit"
	},
	{
		language: "Ruby",
		spies: ["rbspy"],
		files: /^(?:Gemfile(?:\.lock)?|.*\.gemspec)$/,
		dependency: /\bpyroscope\b/,
		setUp: "call `Pyroscope.configure` with server_address = ENV['PYROSCOPE_SERVER_ADDRESS'], since it reads no environment",
		flush: "`Pyroscope.stop` on SIGTERM and a second before the exit, and rounds longer than its fixed 10 s"
	},
	{
		language: "Rust",
		spies: ["pyroscope-rs"],
		files: /^Cargo\.toml$/,
		dependency: /^\s*pyroscope\b/m,
		setUp: "give the agent the address in PYROSCOPE_SERVER_ADDRESS, since it reads no environment",
		flush: "`agent.stop()` and `shutdown()` on SIGTERM, and rounds longer than its fixed 10 s"
	},
	{
		language: ".NET",
		spies: ["dotnetspy"],
		files: /\.(?:csproj|fsproj|vbproj)$|^Directory\.Packages\.props$/,
		dependency: /"Pyroscope\b/,
		setUp: "set CORECLR_ENABLE_PROFILING, CORECLR_PROFILER, CORECLR_PROFILER_PATH, LD_PRELOAD and PYROSCOPE_PROFILING_ENABLED=1",
		flush: "leave PYROSCOPE_PROFILING_UPLOAD_PERIOD as Flamegate sets it"
	}
];
function flushAdvice(spies) {
	const known = SDKS.filter((sdk) => sdk.spies.some((name) => spies.includes(name)));
	return `A profiler that has not sent its profile when the process ends has lost it. ${(known.length > 0 ? known : SDKS).map(({ language, flush }) => `${language}: ${flush}`).join(". ")}.`;
}
// src/receiver/diagnosis.ts
function diagnose(arrivals) {
	const failures = arrivals.notes.flatMap((note) => note.kind === "failed" ? [failure(note.code)] : []);
	if (arrivals.usable > 0 || failures.length > 0 || arrivals.refusals.length > 0) return failures;
	return [absence(arrivals)];
}
function failure(code) {
	if (code === "ERR_INSPECTOR_NOT_AVAILABLE") return {
		reason: "The service runs on a Node without an inspector, so it could not be profiled",
		hint: "Use an official build of Node, or add the Pyroscope SDK."
	};
	return {
		reason: `The built-in Node profiler could not profile or write its profiles: ${code}`,
		hint: "Check the free space and the permissions of the temporary folder."
	};
}
function absence({ profiler, notes, findSdks }) {
	if (notes.some((note) => note.kind === "sdk")) return {
		reason: "The service loaded a Pyroscope SDK, and the SDK pushed no profile",
		hint: `Call init() and start(); an upload interval set in code must be shorter than a round. Or set the profiler to node. ${flushAdvice(["nodespy"])}`
	};
	if (notes.length > 0) return {
		reason: "The built-in Node profiler ran, but the service died before it wrote a profile",
		hint: "Let the service exit on SIGTERM, or make the rounds longer."
	};
	const [found] = findSdks();
	if (found?.isUsed) return silent(found);
	if (found !== void 0 && found.sdk.language !== "Node") return withoutSdk(found);
	if (profiler === "sdk") return {
		reason: "The service pushed no profile",
		hint: `Add a Pyroscope SDK that pushes to PYROSCOPE_SERVER_ADDRESS. ${flushAdvice([])}`
	};
	return {
		reason: "The service pushed no profile, and no Node process of it loaded the built-in profiler",
		hint: `For Node, keep NODE_OPTIONS as it is given; for anything else, add a Pyroscope SDK that pushes to PYROSCOPE_SERVER_ADDRESS. ${flushAdvice([])}`
	};
}
function silent({ sdk, where }) {
	return {
		reason: `The service uses the Pyroscope SDK for ${sdk.language} (${where}), and the SDK pushed no profile`,
		hint: `To make it push: ${sdk.setUp}. ${flushAdvice(sdk.spies)}`
	};
}
function withoutSdk({ sdk, where }) {
	return {
		reason: `The service pushed no profile; it seems to be written in ${sdk.language} (${where}) and not to use a Pyroscope SDK`,
		hint: `Add the Pyroscope SDK for ${sdk.language}. To make it push: ${sdk.setUp}. ${flushAdvice(sdk.spies)}`
	};
}
// src/preload/settings.ts
const SETTING = {
	spool: "FLAMEGATE_SPOOL",
	profiler: "FLAMEGATE_PROFILER",
	samplingInterval: "FLAMEGATE_SAMPLING_INTERVAL_MICROS",
	flushInterval: "FLAMEGATE_FLUSH_INTERVAL_MS"
};
// src/receiver/node-options.ts
function requireInNodeOptions(nodeOptions, path) {
	const quoted = `"${path.replace(/["\\]/g, "\\$&")}"`;
	return [nodeOptions.trim(), `--require ${quoted}`].filter((part) => part !== "").join(" ");
}
// src/receiver/environment.ts
function sdkEnvironment(url, profiling) {
	const flushSeconds = String(Math.max(1, Math.round(profiling.flushIntervalMs / 1e3)));
	return {
		PYROSCOPE_ADHOC_SERVER_ADDRESS: url,
		PYROSCOPE_SERVER_ADDRESS: url,
		PYROSCOPE_APPLICATION_NAME: profiling.service,
		PYROSCOPE_WALL_COLLECT_CPU_TIME: "true",
		PYROSCOPE_WALL_SAMPLING_INTERVAL_MICROS: String(samplingIntervalMicros(profiling)),
		PYROSCOPE_FLUSH_INTERVAL_MS: String(profiling.flushIntervalMs),
		PYROSCOPE_FORMAT: "otlp",
		PYROSCOPE_UPLOAD_INTERVAL: `${flushSeconds}s`,
		PYROSCOPE_PROFILING_UPLOAD_PERIOD: flushSeconds
	};
}
function preloadEnvironment(spool, profiler, profiling) {
	return {
		NODE_OPTIONS: requireInNodeOptions(profiling.nodeOptions, profiling.preloadPath),
		[SETTING.spool]: spool,
		[SETTING.profiler]: profiler,
		[SETTING.samplingInterval]: String(samplingIntervalMicros(profiling)),
		[SETTING.flushInterval]: String(profiling.flushIntervalMs)
	};
}
function samplingIntervalMicros(profiling) {
	return Math.max(1, Math.round(1e6 / profiling.sampleRate));
}
// src/receiver/stored-file.ts
function storedFile(path, limit) {
	const size = usePlainFile(path, limit, (_, length) => length);
	if (size === void 0) return void 0;
	return {
		size,
		read() {
			const bytes = usePlainFile(path, limit, (file) => readFileSync(file));
			if (bytes !== void 0) return bytes;
			throw new FlamegateError("measurement", "a profile vanished after it had arrived", { hint: "Nothing but Flamegate may write to its temporary folder." });
		}
	};
}
function usePlainFile(path, limit, use) {
	let file;
	try {
		file = openSync(path, constants$1.O_RDONLY | constants$1.O_NOFOLLOW | constants$1.O_NONBLOCK);
		const stat = fstatSync(file);
		return stat.isFile() && stat.size <= limit ? use(file, stat.size) : void 0;
	} catch {
		return;
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
// src/receiver/find-sdks.ts
const LARGEST_FILE = 4194304;
function findSdks(folder, command) {
	const names = namesIn(folder);
	return SDKS.flatMap((sdk) => {
		const files = names.filter((name) => sdk.files.test(name));
		const using = files.find((name) => sdk.dependency.test(textOf$1(join(folder, name))));
		if (using !== void 0) return [{
			sdk,
			where: using,
			isUsed: true
		}];
		if (sdk.language === "Java" && /-javaagent:\S*pyroscope/i.test(command)) return [{
			sdk,
			where: "the start command",
			isUsed: true
		}];
		return files[0] === void 0 ? [] : [{
			sdk,
			where: files[0],
			isUsed: false
		}];
	}).toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed));
}
function namesIn(folder) {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}
function textOf$1(path) {
	try {
		return Buffer.from(storedFile(path, LARGEST_FILE)?.read() ?? []).toString("utf8");
	} catch {
		return "";
	}
}
// src/receiver/round-store.ts
const MAX_ROUND_BYTES = 1073741824;
const MAX_REASONS = 20;
var RoundStore = class {
	#folder;
	#maxBytes;
	#uploads = [];
	#refusals = new Map();
	#files = 0;
	#bytes = 0;
	#untold = 0;
	constructor({ folder, maxBytes = MAX_ROUND_BYTES }) {
		this.#folder = folder;
		this.#maxBytes = maxBytes;
	}
	get uploads() {
		return this.#uploads;
	}
	get refusals() {
		const told = [...this.#refusals.values()];
		if (this.#untold === 0) return told;
		const reason = `The service made ${this.#untold} more unusable requests; ${told.length} reasons are shown`;
		return [...told, {
			reason,
			hint: "Mend what is shown first."
		}];
	}
	async add({ pprof, ...facts }) {
		if (this.#bytes + pprof.length > this.#maxBytes) return this.#full();
		this.#bytes += pprof.length;
		const path = join(this.#folder, `${this.#files++}.pb`);
		try {
			await writeFile(path, pprof, {
				flag: "wx",
				mode: 384
			});
		} catch (error) {
			return notStored(error);
		}
		const file = storedFile(path, pprof.length);
		if (file?.size !== pprof.length) return notStored(void 0);
		const upload = {
			...facts,
			size: file.size,
			pprof: file.read
		};
		this.#uploads.push(upload);
		return found(upload);
	}
	refuse(refusal) {
		if (this.#refusals.has(refusal.reason)) return;
		if (this.#refusals.size < MAX_REASONS) this.#refusals.set(refusal.reason, refusal);
		else this.#untold++;
	}
	#full() {
		return failed(413, "resource_exhausted", {
			reason: `The service pushed more than ${this.#maxBytes} bytes of profiles in one round`,
			hint: "Shorten the rounds, lower the sample rate, or let the SDK upload less often."
		});
	}
};
function notStored(error) {
	return failed(500, "internal", {
		reason: `A profile could not be stored: ${error instanceof Error && "code" in error ? String(error.code) : "it is not all there"}`,
		hint: "Check the free space and the permissions of the temporary folder."
	});
}
// src/preload/spool-name.ts
function parseSpoolName(name) {
	const profile = /^\d+-\d+\.\d+\.(\d{1,15})-(\d{1,15})\.pb$/.exec(name);
	if (profile) return {
		kind: "profile",
		window: {
			from: Number(profile[1]),
			until: Number(profile[2])
		}
	};
	const note = /^\d+-\d+\.(?:(started|sdk)|failed\.(\w{1,64}))$/.exec(name);
	if (!note) return void 0;
	const [, kind, code] = note;
	if (code !== void 0) return {
		kind: "note",
		note: {
			kind: "failed",
			code
		}
	};
	return {
		kind: "note",
		note: { kind: kind === "sdk" ? "sdk" : "started" }
	};
}
// src/receiver/spool.ts
function readSpool(folder, limit) {
	const profiles = [];
	const notes = [];
	let unreadable = 0;
	for (const name of readdirSync(folder).sort()) {
		const entry = parseSpoolName(name);
		if (entry?.kind === "note") notes.push(entry.note);
		if (entry?.kind !== "profile") continue;
		const file = storedFile(join(folder, name), limit);
		if (file) profiles.push({
			window: entry.window,
			file
		});
		else unreadable++;
	}
	profiles.sort((a, b) => a.window.from - b.window.from);
	return {
		profiles,
		notes,
		unreadable
	};
}
// src/receiver/intake.ts
const NO_SPOOL = {
	profiles: [],
	notes: [],
	unreadable: 0
};
async function openIntake(name, profiling, { url, limit, log }) {
	const token = randomBytes(16).toString("hex");
	await mkdir(profiling.roundsRoot, { recursive: true });
	const folder = await mkdtemp(join(profiling.roundsRoot, `${name.side}-${name.round}-`));
	const store = new RoundStore({ folder: await mkdirIn(folder, "uploads") });
	const environment = sdkEnvironment(`${url}/r/${token}`, profiling);
	let spool;
	if (profiling.profiler !== "sdk") {
		spool = await mkdirIn(folder, "spool");
		Object.assign(environment, preloadEnvironment(spool, profiling.profiler, profiling));
	}
	const fetched = new Set();
	return {
		token,
		name,
		store,
		environment,
		async put(arrival) {
			const stored = await store.add(arrival);
			if (stored.ok) fetched.add(stored.value);
			else store.refuse(stored.problem.refusal);
		},
		collect() {
			const spooled = spool === void 0 ? NO_SPOOL : readSpool(spool, limit);
			const uploads = choose({
				fetched: [...fetched],
				pushed: store.uploads.filter((upload) => !fetched.has(upload)),
				own: ownUploads(spooled, profiling.service)
			}, profiling, log);
			const refusals = [...store.refusals, ...unreadableFiles(spooled)];
			const diagnosis = diagnose({
				profiler: profiling.profiler,
				usable: uploads.length,
				refusals,
				notes: spooled.notes,
				findSdks: () => findSdks(profiling.serviceFolder, profiling.startCommand)
			});
			return {
				uploads,
				refusals: [...refusals, ...diagnosis]
			};
		},
		async discard() {
			await rm(folder, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
		}
	};
}
async function mkdirIn(folder, name) {
	const path = join(folder, name);
	await mkdir(path);
	return path;
}
const WHOSE = {
	fetched: "a request",
	pushed: "an SDK",
	own: "the built-in Node profiler"
};
function choose(sources, { profiler }, log) {
	const used = (profiler === "node" ? ["fetched", "own"] : [
		"fetched",
		"pushed",
		"own"
	]).find((source) => sources[source].length > 0) ?? "own";
	const chosen = sources[used];
	for (const [source, whose] of Object.entries(WHOSE)) {
		const left = sources[source];
		if (source === used || left.length === 0) continue;
		log.info(`${left.length} profiles of ${whose} were left out; ${chosen.length} are used.`);
	}
	return chosen;
}
function ownUploads(spool, service) {
	return spool.profiles.map(({ file, window }) => ({
		service,
		labels: {},
		spy: "flamegate",
		size: file.size,
		pprof: file.read,
		receivedAt: window.until,
		from: window.from,
		until: window.until
	}));
}
function unreadableFiles({ unreadable }) {
	if (unreadable === 0) return [];
	return [{
		reason: `${unreadable} profiles of the built-in Node profiler could not be read`,
		hint: "Nothing but Flamegate may write to its temporary folder."
	}];
}
// src/receiver/next-lull.ts
const POLL_MS = 10;
const LULL_MS = 150;
async function nextLull(store, limitMs, signal) {
	let known = store.uploads.length;
	if (known === 0) return;
	const deadline = performance.now() + limitMs;
	let lastChange;
	for (;;) {
		const now = performance.now();
		if (store.uploads.length > known) {
			known = store.uploads.length;
			lastChange = now;
		}
		if (now > deadline || lastChange !== void 0 && now - lastChange >= LULL_MS) return;
		await setTimeout$1(POLL_MS);
		signal?.throwIfAborted();
	}
}
// src/receiver/server.ts
const DEFAULT_MAX_BODY_BYTES = 67108864;
const DEFAULT_SETTLE_LIMIT_MS = 1e4;
const FLUSH_PATIENCE = 2;
const LIMITS = {
	headersTimeout: 1e4,
	requestTimeout: 3e4,
	connectionsCheckingInterval: 1e3,
	keepAliveTimeout: 12e4,
	maxHeaderSize: 65536
};
async function startReceiver(options) {
	const { log, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
	const { settleLimitMs = DEFAULT_SETTLE_LIMIT_MS } = options;
	const warnings = new Set();
	const rounds = {
		open: new Map(),
		closed: new Map(),
		memory: new Memory(maxBodyBytes, options.maxBytesAtATime),
		warn(message) {
			if (warnings.has(message)) return;
			warnings.add(message);
			log.warn(message);
		}
	};
	const server = createServer(LIMITS, (request, response) => {
		connections.watch(handleRequest(rounds, request, response));
	});
	const connections = watchConnections(server);
	const port = await listen(server);
	const held = new Set();
	function closeRound(intake) {
		rounds.open.delete(intake.token);
		rounds.closed.set(intake.token, intake.name);
	}
	async function discardRound(intake) {
		closeRound(intake);
		held.delete(intake);
		await intake.discard();
	}
	return {
		port,
		async open(name, profiling) {
			const intake = await openIntake(name, profiling, {
				url: `http://127.0.0.1:${port}`,
				limit: maxBodyBytes,
				log
			});
			rounds.open.set(intake.token, intake);
			held.add(intake);
			return {
				environment: intake.environment,
				async flushed(signal) {
					await nextLull(intake.store, FLUSH_PATIENCE * profiling.flushIntervalMs, signal);
				},
				async settle(signal) {
					signal?.throwIfAborted();
					if (await connections.quiet(port, settleLimitMs, signal)) return;
					intake.store.refuse({
						reason: `An upload was still under way ${settleLimitMs / 1e3} s after the service had exited`,
						hint: "Let the service wait for its uploads before it exits."
					});
				},
				put: (arrival) => intake.put(arrival),
				refuse: (refusal) => intake.store.refuse(refusal),
				collect: () => intake.collect(),
				close: () => closeRound(intake),
				discard: () => discardRound(intake)
			};
		},
		warnings: () => [...warnings],
		async close() {
			await Promise.all([...held].map(discardRound));
			await stop(server);
		}
	};
}
function listen(server) {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			if (address !== null && typeof address === "object") resolve(address.port);
			else reject(new Error("The receiver has no port"));
		});
	});
}
function stop(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
// src/profiles/attribution/told-environment.ts
function withToldEnvironment(seen, uploads) {
	const runtimes = runtimesOf(uploads);
	const unseen = seen?.runtimes === void 0 || seen.runtimes.length === 0;
	return {
		...seen,
		...unseen && runtimes.length > 0 ? { runtimes } : {},
		sampler: samplerOf(uploads)
	};
}
function samplerOf(uploads) {
	const profilers = [...new Set(uploads.map(({ spy }) => spy))].filter((spy) => spy !== "");
	return {
		...profilers.length === 0 ? {} : { profilers: profilers.toSorted() },
		...periodOf(uploads)
	};
}
function periodOf(uploads) {
	const told = uploads.flatMap(({ period, periodType }) => {
		if (period === 0 || periodType === void 0 || periodType.unit === "") return [];
		const { unit, factor } = canonicalUnit(periodType.unit);
		return [{
			period: period * factor,
			periodUnit: unit
		}];
	});
	const [first] = told;
	if (first === void 0) return {};
	const same = told.filter(({ periodUnit }) => periodUnit === first.periodUnit);
	return {
		period: median(same.map(({ period }) => period)),
		periodUnit: first.periodUnit
	};
}
const NAMES = new Map([["nodejs", "node"], ["cpython", "python"]]);
function runtimesOf(uploads) {
	const runtimes = new Map();
	for (const { labels } of uploads) {
		const name = labels["process.runtime.name"];
		const version = labels["process.runtime.version"]?.replace(/^(?:go|v)(?=\d)/, "");
		if (!name || !version) continue;
		runtimes.set(`${name} ${version}`, {
			name: NAMES.get(name) ?? name,
			version
		});
	}
	return [...runtimes.values()];
}
// src/profiles/attribution/upload-window.ts
const COARSE_MS = 1e3;
const ROUNDING_MS = 2;
function uploadWindow(upload, { timeNanos, durationNanos }) {
	const until = endOf(upload, timeNanos / 1e6, durationNanos / 1e6);
	return {
		from: until - (durationNanos > 0 ? durationNanos / 1e6 : claimedLength(upload)),
		until
	};
}
function endOf({ until: claimed, receivedAt }, time, duration) {
	const latest = receivedAt + ROUNDING_MS;
	if (claimed !== void 0 && claimed % 1e3 !== 0 && claimed <= latest) return claimed;
	const expected = claimed !== void 0 && claimed <= latest ? claimed : receivedAt;
	const distance = (end) => Math.abs(end - expected);
	const [end] = [time, time + duration].filter((candidate) => candidate <= latest && distance(candidate) <= COARSE_MS).toSorted((a, b) => distance(a) - distance(b));
	return end ?? Math.min(receivedAt, expected + COARSE_MS);
}
function claimedLength({ from, until }) {
	return from !== void 0 && until !== void 0 && until > from ? until - from : Number.POSITIVE_INFINITY;
}
// src/profiles/attribution/usable-uploads.ts
function usableUploads(round, wanted) {
	if (round.uploads.length === 0) throw noUploads(round);
	const usable = new Map();
	const there = [];
	const meant = sampleTypesMeant(wanted.profileType);
	for (const upload of withoutRepeats(ofOneService(round.uploads, wanted.service))) {
		const columns = decodePprof(upload.pprof());
		there.push(...columns.sampleTypes);
		for (const type of meant) {
			if (columns.sampleTypes.every((sampleType) => sampleType.type !== type)) continue;
			usable.set(type, [...usable.get(type) ?? [], placed(upload, columns, type)]);
			break;
		}
	}
	const best = chooseSampleType(wanted.profileType, [...usable.keys()]);
	const chosen = best === void 0 ? void 0 : usable.get(best);
	if (chosen === void 0) throw missingSampleType("what arrived", there, wanted.profileType);
	return withoutBlocking(chosen, ({ labels }) => labels.__name__);
}
function placed(upload, columns, sampleType) {
	const { spy, labels, pprof } = upload;
	const { period, periodType, sampleTypes, timeNanos } = columns;
	return {
		spy,
		labels,
		profile: foldProfile(columns, sampleType),
		period,
		periodType,
		window: uploadWindow(upload, columns),
		sampleTypes,
		time: timeNanos > 0 ? timeNanos / 1e6 : upload.receivedAt,
		pprof
	};
}
function ofOneService(uploads, service) {
	const names = [...new Set(uploads.map((upload) => upload.service))];
	if (names.length === 1) return uploads;
	const own = uploads.filter((upload) => upload.service === service);
	if (own.length > 0) return own;
	throw new FlamegateError("measurement", `profiles of ${names.length} services arrived, none of them named ${JSON.stringify(service)}: ${names.toSorted().join(", ")}`, { hint: "Set the service name to the application name of the one to compare." });
}
function withoutRepeats(uploads) {
	return uploads.filter((upload, index) => {
		return uploads.findIndex((other) => isSame(other, upload)) === index;
	});
}
function isSame(a, b) {
	return a.from === b.from && a.until === b.until && a.size === b.size && (a === b || Buffer.compare(a.pprof(), b.pprof()) === 0);
}
function noUploads({ refusals }) {
	const reasons = refusals.map(({ reason }) => reason).join("; ");
	const hints = refusals.map(({ hint }) => hint).join(" ");
	return new FlamegateError("measurement", `no profile arrived that can be used${reasons === "" ? "" : `: ${reasons}`}`, { hint: hints === "" ? flushAdvice([]) : hints });
}
// src/profiles/attribute.ts
const NO_WORK = {
	succeeded: 0,
	failed: 0
};
const GOOD_COVERAGE = .8;
const GOOD_IDLENESS = .2;
function attributeRound(measured, wanted) {
	const place = `${measured.side} round ${measured.round}`;
	return located$1(place, () => attribute(measured, wanted));
}
function attribute(measured, wanted) {
	const { interval } = measured.measured;
	const uploads = usableUploads(measured, wanted);
	const inTime = uploads.filter(({ window }) => overlap([window], interval) > 0);
	if (inTime.length === 0) throw noneInTime(uploads);
	const union = unionOf(inTime.map(({ window }) => window));
	const profile = together(inTime.map((upload) => upload.profile));
	if (profile.values.length === 0) throw noCost(profile, "the profiles hold");
	const loads = measured.warmup ? [measured.warmup, measured.measured] : [measured.measured];
	const loaded = loads.reduce((sum, load) => sum + overlap(union, load.interval), 0);
	const work = loads.map((load) => workWithin(load, union)).reduce((sum, part) => sum && part && addWork(sum, part), NO_WORK);
	return {
		round: {
			side: measured.side,
			round: measured.round,
			profile,
			requests: isState(profile.sampleType.type) ? void 0 : work && Math.round(work.succeeded),
			failed: work && Math.round(work.failed),
			seconds: loaded / 1e3,
			environment: withToldEnvironment(measured.environment, inTime),
			...disturbanceOf(measured, profile)
		},
		uploads: inTime,
		warnings: [...coverageWarnings(union, interval, loaded), ...typeWarnings(profile)]
	};
}
function disturbanceOf({ disturbance }, { sampleType }) {
	return disturbance !== void 0 && sampleType.unit === "nanoseconds" ? { disturbance } : {};
}
function together(profiles) {
	const sum = mergeStacks(profiles);
	if (!isState(sum.sampleType.type)) return sum;
	return {
		...sum,
		values: sum.values.map((value) => value / profiles.length)
	};
}
function coverageWarnings(union, measured, loaded) {
	const covered = overlap(union, measured) / lengthOf$1(measured);
	const profiled = overlap(union, {
		from: Number.NEGATIVE_INFINITY,
		until: measured.until
	});
	return [
		...covered < GOOD_COVERAGE ? ["Profiles cover less than 80 % of the measured time in some rounds: uploads were late or lost. Lengthen the rounds or shorten the upload interval."] : [],
		...profiled === Number.POSITIVE_INFINITY ? ["Some profiles do not say what time they cover; they are taken to cover all since the start of the service."] : [],
		...Number.isFinite(profiled) && profiled - loaded > GOOD_IDLENESS * profiled ? ["Over 20 % of the profiled time has no load in some rounds (start-up), and its cost is counted as that of requests. Shorten the upload interval."] : []
	];
}
function typeWarnings({ sampleType: { type } }) {
	return isState(type) ? [`${type} is a snapshot of one moment: a round has the mean of its snapshots, and requests don't count.`] : [];
}
function noneInTime(uploads) {
	return new FlamegateError("measurement", `none of the ${uploads.length} profiles that arrived was taken during the measured load`, { hint: flushAdvice(uploads.map(({ spy }) => spy)) });
}
// src/text/pattern.ts
function patternOf(text) {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
// src/profiles/scrub.ts
const NEUTRAL_ROOT = {
	base: "/flamegate/base",
	head: "/flamegate/head"
};
const MIN_SECRET_LENGTH = 8;
function scrubber({ temporary, checkout, home, secrets }) {
	const hidden = secrets.filter((secret) => secret.length >= MIN_SECRET_LENGTH).flatMap((secret) => [secret, encodeURIComponent(secret)]).sort((a, b) => b.length - a.length);
	const folders = [
		...temporary.map((folder) => [`${folderPattern(folder)}/flamegate-\\w{6}/(base|head)`, "/flamegate/$1"]),
		...temporary.map((folder) => [`${folderPattern(folder)}/flamegate-\\w{6}`, "/flamegate/scratch"]),
		...isTelling(checkout) ? [[folderPattern(checkout), "/flamegate/checkout"]] : [],
		...temporary.filter(isTelling).map((folder) => [folderPattern(folder), "/tmp"]),
		...home !== void 0 && isTelling(home) ? [[folderPattern(home), "/home/user"]] : []
	].map(([pattern, by]) => [new RegExp(`(?<![\\w./-])${pattern}(?![\\w.-])`, "gu"), by ?? ""]);
	return (text) => {
		let plain = text;
		for (const secret of hidden) plain = plain.replaceAll(secret, "***");
		if (!plain.includes("/")) return plain;
		for (const [pattern, by] of folders) plain = plain.replace(pattern, by);
		return plain;
	};
}
function isTelling(folder) {
	return folder !== "" && folder !== "/" && folder !== "/tmp";
}
function folderPattern(folder) {
	return patternOf(folder.replace(/\/{1,9}$/u, ""));
}
function scrubProfile(profile, scrub) {
	return {
		...profile,
		functions: profile.functions.map((info) => ({
			...info,
			name: scrub(info.name),
			systemName: scrub(info.systemName),
			file: scrub(info.file)
		}))
	};
}
// src/recorder.ts
var Recorder = class {
	#service;
	#scrub;
	#bundle;
	#rounds;
	#warnings = new Set();
	constructor(service, profileTypes, bundle, scrub) {
		this.#service = service;
		this.#scrub = scrub;
		this.#bundle = bundle;
		this.#rounds = new Map(profileTypes.map((type) => [type, []]));
	}
	async add(measured) {
		const added = [];
		for (const [profileType, rounds] of [...this.#rounds]) {
			const attributed = await this.#attributed(measured, profileType, rounds);
			if (attributed === void 0) continue;
			await this.#bundle.add(attributed.round);
			rounds.push(attributed.round);
			added.push(attributed);
		}
		return added;
	}
	get types() {
		return [...this.#rounds].map(([profileType, rounds]) => ({
			profileType,
			rounds
		}));
	}
	get warnings() {
		return this.#warnings;
	}
	async #attributed(measured, profileType, earlier) {
		try {
			const attributed = attributeRound(measured, {
				service: this.#service,
				profileType
			});
			const profile = scrubProfile(attributed.round.profile, this.#scrub);
			const round = {
				...attributed.round,
				profile
			};
			refuseAnotherType(round, earlier[0]);
			for (const warning of attributed.warnings) this.#warnings.add(warning);
			return {
				...attributed,
				round
			};
		} catch (error) {
			if (this.#rounds.size === 1 || !isBroken(error)) throw error;
			const { message: reason, hint } = error;
			const sampleType = earlier[0]?.profile.sampleType.type;
			this.#rounds.delete(profileType);
			this.#bundle.giveUp({
				profileType,
				reason,
				...hint === void 0 ? {} : { hint }
			}, sampleType);
			return;
		}
	}
};
function refuseAnotherType({ side, round, profile }, first) {
	const { type, unit } = profile.sampleType;
	const expected = first?.profile.sampleType ?? {
		type,
		unit
	};
	if (type === expected.type && unit === expected.unit) return;
	throw new FlamegateError("measurement", `${side} round ${round}: profiles are of ${type} (${unit}), those before were of ${expected.type} (${expected.unit})`, { hint: "Profile both sides in the same way, or name the sample type." });
}
// src/change/kinds.ts
const DOCUMENT = /\.(?:md|markdown|rst|adoc|asciidoc)$/iu;
const NAMED_DOCUMENT = /^(?:readme|changelog|changes|history|contributing|contributors|authors|maintainers|license|licence|copying|notice|security|support|code[_-]of[_-]conduct|governance|roadmap)(?:\.(?:txt|md|rst|adoc))?$/iu;
const IN_DOCS = /^docs?\//u;
const DOCS_FILE = /\.(?:txt|png|jpe?g|gif|svg|webp|drawio|puml|mmd)$/iu;
const TEST_FOLDER = /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|testdata|e2e|src\/test)\//u;
const TEST_FILE = /(?:^|\/)(?:[^/]{1,200}[._-](?:test|spec)\.[cm]?[jt]sx?|[^/]{1,200}_test\.(?:go|py)|test_[^/]{1,200}\.py|conftest\.py)$/u;
const UPKEEP_FOLDER = /^(?:\.github|\.vscode|\.idea)\//u;
const UPKEEP_FILE = /^(?:(?:docs\/)?CODEOWNERS|\.editorconfig|\.mailmap|\.flamegate\.ya?ml|\.prettierrc(?:\.\w{1,5})?|\.prettierignore|\.markdownlint\.\w{1,5}|\.codespellrc|\.pre-commit-config\.yaml|renovate\.json5?)$/u;
function idleKind(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (UPKEEP_FOLDER.test(path) || UPKEEP_FILE.test(path)) return "upkeep";
	if (TEST_FOLDER.test(path) || TEST_FILE.test(path)) return "tests";
	if (DOCUMENT.test(name) || NAMED_DOCUMENT.test(name)) return "documentation";
	return IN_DOCS.test(path) && DOCS_FILE.test(name) ? "documentation" : void 0;
}
const TOOL_CONFIGURATION = /(?:^|\/)(?:package\.json|[\w.-]{0,50}lock(?:\.json|\.yaml)?|npm-shrinkwrap\.json|tsconfig[\w.-]{0,50}\.json|jsconfig\.json|biome\.jsonc?|(?:jest|vitest|playwright|cypress|karma|eslint|prettier|commitlint|lint-staged|stylelint|knip|nyc|c8|mocha)[\w.-]{0,50}\.(?:[cm]?[jt]s|json|ya?ml)|\.(?:eslint|mocha|nyc|babel|c8|stylelint)rc[\w.]{0,10}|\.[\w-]{0,30}ignore|\.gitattributes|tox\.ini|pytest\.ini|setup\.cfg|pyproject\.toml|noxfile\.py|mkdocs\.yml|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|Cargo\.toml|go\.(?:mod|sum|work)|Makefile|Justfile|Taskfile\.ya?ml|Dockerfile[\w.-]{0,50}|docker-compose[\w.-]{0,50}|\.gitlab-ci\.yml|Jenkinsfile)$/u;
function isToolConfiguration(path) {
	return TOOL_CONFIGURATION.test(path);
}
const SERVED = /(?:^|\/)(?:public|static|assets|www|wwwroot|htdocs|browser|client|web|webapp|ui|frontend|views|templates|resources)\//u;
function isServed(path) {
	return SERVED.test(path);
}
// src/change/lex/token.ts
function rule(kind, pattern) {
	return {
		kind,
		match: ({ text, at }) => {
			pattern.lastIndex = at;
			return pattern.exec(text)?.[0].length ?? 0;
		}
	};
}
// src/change/lex/c-like.ts
const BLANK = rule("blank", /\s+/y);
const LINE_COMMENT = rule("comment", /\/\/[^\n]*/y);
const BLOCK_COMMENT = rule("comment", /\/\*[\s\S]*?\*\//y);
const NESTED_COMMENT = {
	kind: "comment",
	match: nestedComment
};
const QUOTED = rule("string", /"(?:[^"\\\n]|\\[^\n])*"/y);
const CHARACTER = rule("string", /'(?:[^'\\\n]|\\[^\n])*'/y);
const WORD = rule("word", /[\p{ID_Continue}$]+/uy);
const MARK = rule("mark", /[^\s"'`]/uy);
const GO = {
	rules: () => [
		BLANK,
		LINE_COMMENT,
		BLOCK_COMMENT,
		{
			kind: "string",
			match: refuseCgo
		},
		rule("string", /`[^`]*`/y),
		QUOTED,
		CHARACTER,
		WORD,
		MARK
	],
	isPragma: (comment) => /^\/[/*]\s?(?:go:|\+build|export|line|extern)/u.test(comment),
	isIndented: false
};
const JAVA = {
	rules: () => [
		{
			kind: "blank",
			match: ({ text, at }) => text.startsWith("\\u", at) ? void 0 : 0
		},
		BLANK,
		LINE_COMMENT,
		BLOCK_COMMENT,
		rule("string", /"""(?:[^\\]|\\[\s\S])*?"""/y),
		QUOTED,
		CHARACTER,
		WORD,
		MARK
	],
	isPragma: (comment) => comment.includes("\\u"),
	isIndented: false
};
const KOTLIN = {
	rules: () => [
		BLANK,
		LINE_COMMENT,
		NESTED_COMMENT,
		rule("string", /"""(?:[^"$]|\$(?!\{)|"(?!""))*"""/y),
		rule("string", /"(?!"")(?:[^"\\\n$]|\\[^\n]|\$(?!\{))*"/y),
		CHARACTER,
		rule("word", /`[^`\n]*`/y),
		WORD,
		MARK
	],
	isPragma: () => false,
	isIndented: false
};
const RUST = {
	rules: () => [
		BLANK,
		LINE_COMMENT,
		NESTED_COMMENT,
		rule("string", /[bc]?r(#*)"[\s\S]*?"\1/y),
		rule("string", /[bc]?"(?:[^"\\]|\\[\s\S])*"/y),
		rule("string", /b?'(?:[^'\\\n]|\\(?:x[\da-fA-F]{2}|u\{[^}\n]*\}|[^\n]))'/uy),
		rule("word", /'[\p{ID_Start}_]\p{ID_Continue}*/uy),
		WORD,
		MARK
	],
	isPragma: (comment) => /^\/(?:\/[/!]|\*[*!])/u.test(comment),
	isIndented: false
};
const CSHARP = {
	rules: () => [
		BLANK,
		rule("pragma", /#[^\n]*/y),
		LINE_COMMENT,
		BLOCK_COMMENT,
		rule("string", /("{3,})[\s\S]*?\1(?!")/y),
		rule("string", /@"(?:[^"]|"")*"/y),
		rule("string", /\$"(?:[^"\\\n{}]|\\[^\n]|\{\{|\}\}|\{[^{}"\n]*\})*"/y),
		{
			kind: "string",
			match: ({ text, at }) => /^[$@]+"/u.test(text.slice(at, at + 9)) ? void 0 : 0
		},
		QUOTED,
		CHARACTER,
		rule("word", /@?[\p{ID_Continue}$]+/uy),
		MARK
	],
	isPragma: () => false,
	isIndented: false
};
function nestedComment({ text, at }) {
	if (!text.startsWith("/*", at)) return 0;
	const edge = /\/\*|\*\//g;
	edge.lastIndex = at;
	let depth = 0;
	for (let found = edge.exec(text); found !== null; found = edge.exec(text)) {
		depth += found[0] === "/*" ? 1 : -1;
		if (depth === 0) return edge.lastIndex - at;
	}
}
function refuseCgo({ text, at, tokens }) {
	return text.startsWith("\"C\"", at) && tokens.at(-1)?.text !== "=" ? void 0 : 0;
}
// src/change/lex/javascript.ts
const BEFORE_VALUE = new Set("await case delete do else extends in instanceof new of return throw typeof void yield".split(" "));
const BEFORE_CONDITION = new Set([
	"if",
	"while",
	"for",
	"with"
]);
const PRAGMA = /[@#]\s{0,9}(?:jsx|__|ts-|vite|swc|babel|flow|source(?:URL|MappingURL))|webpack[A-Z]|^\/[/*]!/u;
const JAVASCRIPT = grammar("may have JSX");
const TYPESCRIPT = grammar("no JSX");
function grammar(jsx) {
	return {
		rules: () => rules(jsx),
		isPragma: (comment) => PRAGMA.test(comment),
		isIndented: false
	};
}
const HASHBANG = /#![^\n]*/y;
const TEMPLATE = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const PATTERN = /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[a-z]*/y;
const NESTED_PATTERN = /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^[\]\\\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])*\])+\/[a-z]*v[a-z]*/y;
function rules(jsx) {
	const brackets = new Brackets();
	return [
		{
			kind: "pragma",
			match: (source) => source.at === 0 ? lengthOf(HASHBANG, source) : 0
		},
		rule("blank", /\s+/y),
		rule("comment", /\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\//y),
		rule("string", /"(?:[^"\\\n\r]|\\[\s\S])*"|'(?:[^'\\\n\r]|\\[\s\S])*'/y),
		{
			kind: "string",
			match: (source) => template(source, brackets)
		},
		{
			kind: "string",
			match: (source) => pattern(source, brackets)
		},
		rule("word", /\d\w*(?:\.\w*)?|[\p{ID_Continue}$\u200c\u200d]+/uy),
		{
			kind: "mark",
			match: (source) => jsx === "may have JSX" && startsElement(source, brackets) ? void 0 : mark(source, brackets)
		}
	];
}
var Brackets = class {
	#open = [];
	#closed;
	get last() {
		return this.#open.at(-1);
	}
	get closed() {
		return this.#closed;
	}
	open(kind) {
		this.#open.push(kind);
	}
	close() {
		this.#closed = this.#open.pop();
	}
};
function template(source, brackets) {
	const character = source.text[source.at];
	const goesOn = character === "}" && brackets.last === "template";
	if (character !== "`" && !goesOn) return 0;
	const length = lengthOf(TEMPLATE, source);
	if (length === 0) return void 0;
	if (goesOn) brackets.close();
	if (source.text.startsWith("${", source.at + length - 2)) brackets.open("template");
	return length;
}
function pattern(source, brackets) {
	if (source.text[source.at] !== "/") return 0;
	const position = positionOf(source, brackets);
	if (position === "operator") return 0;
	const length = lengthOf(PATTERN, source);
	if (position === "either") return length === 0 ? 0 : void 0;
	return length === 0 || lengthOf(NESTED_PATTERN, source) > 0 ? void 0 : length;
}
function startsElement(source, brackets) {
	const { text, at } = source;
	return /^<(?:[\p{L}_$]|>)/u.test(text.slice(at, at + 3)) && positionOf(source, brackets) !== "operator";
}
function mark({ text, at, tokens }, brackets) {
	const character = text[at] ?? "";
	if (character === "\"" || character === "'" || character === "`") return void 0;
	if (text.startsWith("<!--", at) || text.startsWith("-->", at)) return void 0;
	if ("([{".includes(character)) brackets.open(isCondition(tokens) ? "condition" : "other");
	if (")]}".includes(character)) brackets.close();
	return character.length;
}
function positionOf({ tokens }, brackets) {
	const last = tokens.at(-1);
	switch (last?.kind) {
		case void 0:
		case "pragma": return "value";
		case "string": return last.text.endsWith("${") ? "value" : "operator";
		case "word": return BEFORE_VALUE.has(last.text) && tokens.at(-2)?.text !== "." ? "value" : "operator";
	}
	const before = tokens.at(-2);
	switch (last.text) {
		case "]": return "operator";
		case ")": return brackets.closed === "condition" ? "value" : "operator";
		case "}": return "either";
		case ">": return before?.text === "=" ? "value" : "either";
		case "+":
		case "-": return before?.text === last.text && last.gap === "" ? "operator" : "value";
		case "!": return isValue(before) && !last.gap.includes("\n") ? "operator" : "value";
		default: return "value";
	}
}
function isValue(token) {
	if (token?.kind === "word") return !BEFORE_VALUE.has(token.text);
	return token?.text === ")" || token?.text === "]";
}
function isCondition(tokens) {
	const words = tokens.slice(-3);
	const last = words.at(-1)?.text === "await" ? words.at(-2) : words.at(-1);
	const before = words.at(-1)?.text === "await" ? words.at(-3) : words.at(-2);
	return last !== void 0 && BEFORE_CONDITION.has(last.text) && before?.text !== ".";
}
function lengthOf(pattern, { text, at }) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}
// src/change/lex/python.ts
const TRIPLE = /[rbuft]{0,2}("""|''')(?:[^\\]|\\[\s\S])*?\1/iy;
const SINGLE = /[rbuft]{0,2}(["'])(?:(?!\1)[^\\\n]|\\[\s\S])*\1/iy;
const PYTHON = {
	rules: () => [
		rule("pragma", /^#(?:![^\n]*|[^\n]{0,200}coding[:=][^\n]*)/y),
		rule("blank", /[ \t\f\r]+|\\\r?\n/y),
		rule("blank", /\n[ \t\f]*/y),
		rule("comment", /#[^\n]*/y),
		{
			kind: "string",
			match: string
		},
		rule("word", /[\p{ID_Continue}]+/uy),
		rule("mark", /[^\s"'\\]/uy)
	],
	isPragma: (comment) => /coding[:=]/u.test(comment),
	isIndented: true
};
function string(source) {
	const { text, at } = source;
	for (const pattern of [TRIPLE, SINGLE]) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (found === void 0 || /^\w*(?:""|'')$/u.test(found) && text[at + found.length] === found.at(-1)) continue;
		return holdsCode$1(found) ? void 0 : found.length;
	}
	return 0;
}
function holdsCode$1(found) {
	if (!/^[rb]?[ft]/iu.test(found)) return false;
	const plain = found.replaceAll(/\{\{|\}\}/gu, "");
	return plain.split("{").length !== plain.split("}").length;
}
// src/change/lex/scan.ts
function scan(text, { rules, isPragma, isIndented }) {
	const fresh = rules();
	const tokens = [];
	let at = 0;
	let line = 1;
	let gap = "";
	while (at < text.length) {
		let length = 0;
		const source = {
			text,
			at,
			tokens,
			gap
		};
		const found = fresh.find(({ match }) => {
			length = match(source);
			return length !== 0;
		});
		if (found === void 0 || length === void 0) return void 0;
		const piece = text.slice(at, at + length);
		const endLine = line + countLines(piece);
		const kind = found.kind === "comment" && isPragma(piece) ? "pragma" : found.kind;
		if (kind === "blank" || kind === "comment") gap = widened(gap, piece, isIndented);
		else {
			tokens.push({
				kind,
				text: piece,
				line,
				endLine,
				gap: tokens.length === 0 ? "" : gap
			});
			gap = "";
		}
		at += length;
		line = endLine;
	}
	return tokens;
}
function widened(gap, piece, isIndented) {
	const end = piece.lastIndexOf("\n");
	if (end < 0) return gap === "" ? " " : gap;
	return isIndented ? piece.slice(end) : "\n";
}
function countLines(piece) {
	let count = 0;
	for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) count += 1;
	return count;
}
// src/change/lex/language.ts
const EXTENSIONS = new Map([
	...all("javascript", "js mjs cjs jsx tsx"),
	...all("typescript", "ts mts cts"),
	...all("python", "py"),
	...all("go", "go"),
	...all("java", "java"),
	...all("kotlin", "kt kts"),
	...all("rust", "rs"),
	...all("csharp", "cs")
]);
const GRAMMARS = {
	javascript: JAVASCRIPT,
	typescript: TYPESCRIPT,
	python: PYTHON,
	go: GO,
	java: JAVA,
	kotlin: KOTLIN,
	rust: RUST,
	csharp: CSHARP
};
const MAX_CHARACTERS = 2e6;
function languageOf(path) {
	return EXTENSIONS.get(path.slice(path.lastIndexOf(".") + 1));
}
function tokensOf(text, language) {
	return text.length > MAX_CHARACTERS ? void 0 : scan(text, GRAMMARS[language]);
}
function differInCommentsOnly(base, head, language) {
	const one = tokensOf(base, language);
	const other = one && tokensOf(head, language);
	if (one === void 0 || other?.length !== one.length) return false;
	return one.every(({ gap, text }, at) => other[at]?.gap === gap && other[at]?.text === text);
}
function all(language, extensions) {
	return extensions.split(" ").map((extension) => [extension, language]);
}
// src/change/outline/brackets.ts
const OPENING = "([{";
const CLOSING = ")]}";
function matchBrackets(tokens) {
	const partner = new Map();
	const open = [];
	for (const [at, token] of tokens.entries()) for (const character of bracketsOf(token)) {
		if (OPENING.includes(character)) {
			open.push(at);
			continue;
		}
		const start = open.pop();
		const wanted = OPENING[CLOSING.indexOf(character)];
		if (start === void 0 || !bracketsOf(tokens[start]).includes(wanted ?? "")) return void 0;
		partner.set(start, at);
		partner.set(at, start);
	}
	return open.length === 0 ? partner : void 0;
}
function bracketsOf(token) {
	if (token === void 0 || token.kind === "word" || token.kind === "pragma") return "";
	if (token.kind === "mark") return "()[]{}".includes(token.text) ? token.text : "";
	return `${token.text.startsWith("}") ? "}" : ""}${token.text.endsWith("${") ? "{" : ""}`;
}
// src/change/outline/braces.ts
const STATEMENTS = new Set("if else for foreach await while switch select try catch with synchronized lock using fixed when match return".split(" "));
const GOES_ON = new Set([
	":",
	"-",
	"=",
	"|",
	"&",
	"throws",
	"where"
]);
const MOST_BETWEEN = 60;
function bracedFunctions(tokens) {
	const partner = matchBrackets(tokens);
	if (partner === void 0) return void 0;
	const found = [];
	tokens.forEach((token, at) => {
		if (token.text === "{") {
			const head = headBefore(tokens, at, partner);
			const end = tokens[partner.get(at) ?? at];
			if (head !== void 0 && end !== void 0) found.push({
				...head,
				body: token.line,
				end: end.endLine
			});
		} else if (isArrow(tokens, at) && tokens[at + 1]?.text !== "{") {
			const head = parametersBefore(tokens, at - 1, partner);
			const end = tokens[endOfExpression(tokens, at + 1, partner)];
			if (head !== void 0 && end !== void 0) found.push({
				...head,
				body: token.line,
				end: end.endLine
			});
		}
	});
	return found;
}
function headBefore(tokens, brace, partner) {
	if (isArrow(tokens, brace - 1)) return parametersBefore(tokens, brace - 2, partner);
	for (let at = brace - 1; at >= Math.max(0, brace - MOST_BETWEEN); at -= 1) {
		const text = tokens[at]?.text ?? "";
		if (text === ")") return namedBefore(tokens, partner.get(at), partner);
		if (text === "]") at = partner.get(at) ?? at;
		else if (text === ">" && !isArrow(tokens, at)) at = beforeTypeParameters(tokens, at) + 1;
		else if (text === ";" || text === "{" || text === "}" || text === "(") return void 0;
		if (tokens[at]?.gap.includes("\n") && !GOES_ON.has(text)) return void 0;
	}
}
function namedBefore(tokens, open, partner) {
	if (open === void 0) return void 0;
	let at = open - 1;
	if (isArrow(tokens, at)) at -= 2;
	if (tokens[at]?.text === ")") return namedBefore(tokens, partner.get(at), partner);
	if (tokens[at]?.text === ">") at = beforeTypeParameters(tokens, at);
	else if (tokens[at]?.text === "]") at = (partner.get(at) ?? at) - 1;
	const word = tokens[at];
	if (word === void 0 || word.kind === "mark") return {
		name: "",
		line: tokens[open]?.line ?? 0
	};
	if (STATEMENTS.has(word.text) || STATEMENTS.has(firstWord(tokens, at, partner))) return void 0;
	return {
		name: word.text === "function" || word.text === "func" || word.text === "fn" ? "" : word.text,
		line: word.line
	};
}
function firstWord(tokens, end, partner) {
	let first = end;
	for (let at = end; at >= 0; at -= 1) {
		const { text = "", gap = "" } = tokens[at] ?? {};
		if (";{}(".includes(text) || text === "") break;
		if (text === ")" || text === "]") at = partner.get(at) ?? at;
		first = at;
		if (gap.includes("\n")) break;
	}
	return tokens[first]?.text ?? "";
}
function beforeTypeParameters(tokens, end) {
	let depth = 0;
	for (let at = end; at >= Math.max(0, end - MOST_BETWEEN); at -= 1) {
		const text = tokens[at]?.text;
		if (text === ">" && tokens[at - 1]?.text !== "=") depth += 1;
		else if (text === "<") depth -= 1;
		if (depth === 0) return at - 1;
	}
	return end;
}
function isArrow(tokens, at) {
	const token = tokens[at];
	const before = tokens[at - 1]?.text;
	return token?.text === ">" && token.gap === "" && (before === "=" || before === "-");
}
function parametersBefore(tokens, arrow, partner) {
	const last = tokens[arrow - 1];
	if (last?.kind === "word" && tokens[arrow - 2]?.text !== ":") return {
		name: "",
		line: last.line
	};
	for (let at = arrow - 1; at >= Math.max(0, arrow - MOST_BETWEEN); at -= 1) {
		const text = tokens[at]?.text ?? "";
		if (text === ")") return {
			name: "",
			line: tokens[partner.get(at) ?? at]?.line ?? 0
		};
		if (text === ";" || text === "(" || text === "{") return void 0;
	}
}
function endOfExpression(tokens, start, partner) {
	let at = start;
	for (; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (token === void 0 || token.kind === "mark" && ",;)]}".includes(token.text)) break;
		if (at > start && token.gap.includes("\n") && endsLine(tokens[at - 1], token)) break;
		const closing = partner.get(at);
		if (closing !== void 0 && closing > at) at = closing;
	}
	return Math.max(start, at - 1);
}
function endsLine(last, next) {
	return !(last?.kind === "mark" && !")]}".includes(last.text)) && next.kind !== "mark";
}
// src/change/outline/indentation.ts
function indentedFunctions(tokens) {
	const partner = matchBrackets(tokens);
	if (partner === void 0) return void 0;
	const lines = statementsOf(tokens, partner);
	const found = [];
	let decorated;
	lines.forEach(({ start, indent }, index) => {
		const first = tokens[start];
		if (first?.text === "@") {
			decorated ??= first.line;
			return;
		}
		const word = first?.text === "async" ? start + 1 : start;
		if (first !== void 0 && tokens[word]?.text === "def") {
			const next = lines.findIndex((line, other) => other > index && line.indent <= indent);
			const end = tokens[(next < 0 ? tokens.length : lines[next]?.start ?? 0) - 1] ?? first;
			const parameters = partner.get(word + 2) ?? word;
			found.push({
				name: tokens[word + 1]?.text ?? "",
				line: decorated ?? first.line,
				body: tokens[parameters]?.line ?? first.line,
				end: end.endLine
			});
		}
		decorated = void 0;
	});
	for (const { text, line } of tokens) if (text === "lambda") found.push({
		name: "",
		line,
		body: line,
		end: line
	});
	return found;
}
function statementsOf(tokens, partner) {
	const statements = [];
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (token === void 0) continue;
		if (at === 0 || token.gap.startsWith("\n")) statements.push({
			start: at,
			indent: widthOf(token.gap.slice(1))
		});
		const closing = partner.get(at);
		if (closing !== void 0 && closing > at) at = closing;
	}
	return statements;
}
function widthOf(indentation) {
	let width = 0;
	for (const character of indentation) width += character === "	" ? 8 - width % 8 : 1;
	return width;
}
// src/change/outline/outline.ts
function outlineOf(tokens, language) {
	return language === "python" ? indentedFunctions(tokens) : bracedFunctions(tokens);
}
// src/change/packages/lock-node.ts
const FOLDER = "node_modules/";
function readNpmLock(text) {
	const lock = asJsonObject(parsed$2(text));
	if (lock === void 0) return void 0;
	const packages = new LockCollector();
	const flat = asJsonObject(lock.packages);
	if (flat === void 0) addNested(asJsonObject(lock.dependencies) ?? {}, packages);
	for (const [path, value] of Object.entries(flat ?? {})) {
		const entry = asJsonObject(value);
		const at = path.lastIndexOf(FOLDER);
		if (entry === void 0 || at < 0 || entry.link === true) continue;
		packages.add(path.slice(at + 13), versionOf(entry), dependenciesOf(entry));
	}
	return packages.finish();
}
function addNested(dependencies, packages) {
	for (const [name, value] of Object.entries(dependencies)) {
		const entry = asJsonObject(value) ?? {};
		packages.add(name, versionOf(entry), Object.keys(asJsonObject(entry.requires) ?? {}));
		addNested(asJsonObject(entry.dependencies) ?? {}, packages);
	}
}
function versionOf({ version, integrity, resolved }) {
	return `${version} ${integrity ?? resolved ?? ""}`.trim();
}
function dependenciesOf(entry) {
	return [
		"dependencies",
		"optionalDependencies",
		"peerDependencies"
	].flatMap((field) => Object.keys(asJsonObject(entry[field]) ?? {}));
}
function readYarnLock(text) {
	if (!/^(?:# yarn lockfile|__metadata:)/mu.test(text)) return void 0;
	const packages = new LockCollector();
	for (const block of text.split(/\n(?=\S)/u)) {
		const name = /^"?(@?[^@",\s]{1,200})@/u.exec(block)?.[1];
		const version = /^ {2}"?version"?:? "?([^"\n]{1,200})"?$/mu.exec(block)?.[1];
		if (name === void 0 || version === void 0) continue;
		const digest = /^ {2}(?:integrity|checksum:|resolution:) (.{1,300})$/mu.exec(block)?.[1] ?? "";
		packages.add(name, `${version} ${digest}`.trim(), yarnDependencies(block));
	}
	return packages.finish();
}
function yarnDependencies(block) {
	const names = [];
	let isInside = false;
	for (const line of block.split("\n")) if (/^ {2}\S/u.test(line)) isInside = /^ {2}(?:optionalD|peerD|d)ependencies:$/u.test(line);
	else if (isInside) {
		const name = /^ {4}"?(@?[^"\s:]{1,200})"?/u.exec(line)?.[1];
		if (name !== void 0) names.push(name);
	}
	return names;
}
function readPnpmLock(text) {
	if (!text.startsWith("lockfileVersion")) return void 0;
	const packages = new LockCollector();
	let section = "";
	for (const line of text.split("\n")) {
		if (/^\S/u.test(line)) section = line.trim();
		if (section !== "packages:" && section !== "snapshots:") continue;
		const key = /^ {2}['"]?\/?(@?[^@'"\s(:]{1,200})[@/]([^'":(\s]{1,200})/u.exec(line);
		if (key !== null) packages.add(key[1] ?? "", key[2] ?? "", void 0);
	}
	return packages.finish();
}
function parsed$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/change/packages/lock-toml.ts
function readCargoLock(text) {
	return readBlocks(text, (block) => stringsIn(listIn(block, "dependencies")).map((entry) => entry.split(" ")[0] ?? ""));
}
function readUvLock(text) {
	return readBlocks(text, (block) => [...block.matchAll(/\{ ?name = "([^"\n]{1,200})"/gu)].map(([, name = ""]) => pythonName(name)), pythonName);
}
function readPoetryLock(text) {
	return readBlocks(text, (block) => {
		const [, table = ""] = /\[package\.dependencies\]\n((?:(?!\[).*\n?)*)/u.exec(block) ?? [];
		return [...table.matchAll(/^"?([\w.-]{1,200})"? ?=/gmu)].map(([, name = ""]) => pythonName(name));
	}, pythonName);
}
function readBlocks(text, dependenciesOf, nameOf = (name) => name) {
	const [, ...blocks] = text.split(/^\[\[package\]\]$/mu);
	if (blocks.length === 0) return void 0;
	const packages = new LockCollector();
	for (const block of blocks) {
		const name = valueIn(block, "name");
		const version = valueIn(block, "version");
		if (name === void 0 || version === void 0) continue;
		const digest = valueIn(block, "checksum") ?? stringsIn(listIn(block, "files")).join(" ");
		const source = valueIn(block, "source") ?? "";
		packages.add(nameOf(name), `${version} ${digest}${source}`.trim(), dependenciesOf(block));
	}
	return packages.finish();
}
function valueIn(block, key) {
	return new RegExp(`^${key} = "([^"\\n]{1,500})"`, "mu").exec(block)?.[1];
}
function listIn(block, key) {
	return new RegExp(`^${key} = \\[([^\\]]{0,200000})\\]`, "mu").exec(block)?.[1] ?? "";
}
function stringsIn(text) {
	return [...text.matchAll(/"([^"\n]{1,500})"/gu)].map(([, value = ""]) => value);
}
// src/change/packages/lock.ts
const FORMATS = [
	[/^(?:package-lock|npm-shrinkwrap)\.json$/u, {
		ecosystem: "npm",
		read: readNpmLock
	}],
	[/^yarn\.lock$/u, {
		ecosystem: "npm",
		read: readYarnLock
	}],
	[/^pnpm-lock\.yaml$/u, {
		ecosystem: "npm",
		read: readPnpmLock
	}],
	[/^go\.mod$/u, {
		ecosystem: "go",
		read: readGoMod
	}],
	[/^go\.sum$/u, {
		ecosystem: "go",
		read: readGoSum
	}],
	[/^requirements[\w.-]{0,50}\.txt$/u, {
		ecosystem: "python",
		read: readRequirements
	}],
	[/^poetry\.lock$/u, {
		ecosystem: "python",
		read: readPoetryLock
	}],
	[/^uv\.lock$/u, {
		ecosystem: "python",
		read: readUvLock
	}],
	[/^Cargo\.lock$/u, {
		ecosystem: "cargo",
		read: readCargoLock
	}],
	[/^(?:[\w.-]{1,50}\.)?lockfile$/u, {
		ecosystem: "maven",
		read: readGradleLock
	}]
];
function lockFormat(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return FORMATS.find(([pattern]) => pattern.test(name))?.[1];
}
function changedPackages(base, head, ecosystem) {
	const names = new Set([...base.keys(), ...head.keys()]);
	const dependents = dependentsIn([base, head]);
	return [...names].sort().flatMap((name) => {
		const before = base.get(name)?.versions ?? new Set();
		const after = head.get(name)?.versions ?? new Set();
		if (before.size === after.size && [...before].every((version) => after.has(version))) return [];
		return [{
			ecosystem,
			name,
			base: shown(before),
			head: shown(after),
			dependents: dependents?.(name)
		}];
	});
}
function shown(versions) {
	return [...new Set([...versions].map((version) => version.split(" ")[0] ?? ""))].sort();
}
function dependentsIn(locks) {
	const direct = new Map();
	for (const lock of locks) for (const [name, { dependencies }] of lock) {
		if (dependencies === void 0) return void 0;
		for (const other of dependencies) direct.set(other, (direct.get(other) ?? new Set()).add(name));
	}
	return (name) => {
		const seen = new Set(direct.get(name));
		for (const one of seen) for (const other of direct.get(one) ?? []) seen.add(other);
		seen.delete(name);
		return [...seen].sort();
	};
}
// src/change/packages/manifest.ts
const NEEDED = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies",
	"peerDependenciesMeta"
];
const DESCRIPTION = [...[
	"description",
	"keywords",
	"author",
	"contributors",
	"maintainers",
	"license",
	"homepage"
], ...[
	"repository",
	"bugs",
	"funding",
	"version",
	"private"
]];
function neededPackages(base, head) {
	const one = parsed$1(base);
	const other = parsed$1(head);
	if (one === void 0 || other === void 0) return void 0;
	if (JSON.stringify(rest(one)) !== JSON.stringify(rest(other))) return void 0;
	return NEEDED.flatMap((field) => {
		const before = asJsonObject(one[field]) ?? {};
		const after = asJsonObject(other[field]) ?? {};
		return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => ({
			name,
			base: rangeOf(before[name]),
			head: rangeOf(after[name])
		}));
	});
}
function rest(manifest) {
	return Object.entries(manifest).filter(([field]) => !NEEDED.includes(field) && !DESCRIPTION.includes(field)).sort(([a], [b]) => a < b ? -1 : 1);
}
function rangeOf(value) {
	return typeof value === "string" ? value : void 0;
}
function parsed$1(text) {
	try {
		return asJsonObject(JSON.parse(text));
	} catch {
		return;
	}
}
// src/change/paths.ts
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "." : path.slice(0, slash);
}
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function joined(...parts) {
	const whole = [];
	for (const part of parts.join("/").split("/")) {
		if (part === "" || part === ".") continue;
		const last = whole.at(-1);
		if (part === ".." && last !== void 0 && last !== "..") whole.pop();
		else whole.push(part);
	}
	return whole.length === 0 ? "." : whole.join("/");
}
// src/change/reads.ts
function programOf(path, text) {
	const language = languageOf(path);
	const tokens = language && tokensOf(text, language);
	if (tokens === void 0) return {
		path,
		text
	};
	return {
		path,
		text: tokens.map(({ gap, text: piece }) => gap + piece).join("")
	};
}
const FOLDER_CALL = /\b(?:readdir|readdirSync|opendir|opendirSync|glob|globSync|iglob|globby|static|serveStatic|sirv|autoload|context|FileServer|FileServerFS|ServeDir|StaticFiles|UseStaticFiles|send_from_directory|SimpleHTTPRequestHandler|os\.walk|listdir|scandir|iterdir|rglob|walk_packages|iter_modules|autodiscover\w{0,20}|filepath\.Walk|WalkDir|ReadDir|newDirectoryStream|walkFileTree|Files\.list|Files\.walk|EnumerateFiles|GetFiles|include_dir!|RustEmbed|read_dir|Dir\.(?:glob|children|entries|each_child)|Dir\[)\s{0,9}[([!)]/gu;
const FOLDER_PACKAGE = /["'](?:@[\w-]{1,50}\/)?(?:[\w-]{1,50}-)?(?:serve-static|static|serve-handler|sirv|st|ecstatic|inert|autoload|require-all|require-dir|http-server)["']/u;
const SITE_BUILDER = /["'](?:next|nuxt|astro|gatsby|nextra|contentlayer|vitepress|vuepress|@docusaurus\/core|@11ty\/eleventy|@sveltejs\/kit|@remix-run\/[\w-]{1,50})["']\s{0,9}:/u;
const FILE_CALL = /\b(?:readFile|readFileSync|createReadStream|sendFile|sendfile|openSync|fs\.open|open|read_text|read_bytes|ReadFile|OpenFile|ServeFile|ReadAllText|ReadAllBytes|readAllBytes|readString|getResource\w{0,20}|include_str!|include_bytes!|FileInputStream|file_get_contents|File\.read)\s{0,9}\(/u;
const CALL_LENGTH = 400;
function buildsSite(manifest) {
	return SITE_BUILDER.test(manifest);
}
function foldersRead(programs) {
	const folders = [];
	for (const { text } of programs) {
		for (const match of text.matchAll(FOLDER_CALL)) {
			const named = literalsIn(callAt(text, match.index + match[0].length - 1));
			if (named.length === 0 || named.some(isOpen)) return "everything";
			folders.push(...named);
		}
		if (FOLDER_PACKAGE.test(text)) {
			const named = literalsIn(text).filter((literal) => /^[\w./-]{1,100}$/u.test(literal));
			if (named.some(isOpen)) return "everything";
			folders.push(...named);
		}
	}
	return folders.map(plainFolder).filter(Boolean);
}
function isInFolder(path, folders) {
	if (folders === "everything") return true;
	return folders.some((folder) => `/${path}`.includes(`/${folder}/`));
}
function namedIn(path, programs) {
	const parts = path.split("/");
	const name = parts.pop() ?? "";
	const stem = name.replace(/\.\w{1,10}$/u, "");
	const names = [name, .../[._-]/u.test(stem) ? [stem] : []].map(patternOf);
	const folders = parts.map(patternOf).join("|");
	const extension = /\.(\w{1,10})$/u.exec(name)?.[1] ?? "";
	const isCode = languageOf(path) !== void 0;
	const patterns = [
		new RegExp(`(?<![\\w.-])(?:${names.join("|")})(?![\\w-])`, "iu"),
		...extension === "" || isCode ? [] : [new RegExp(`\\.${patternOf(extension)}(?!\\w)`, "iu")],
		...folders === "" ? [] : [new RegExp(`(?:(?<![=!]=\\s{0,3}|\\bcase )["'\`]|/)(?:${folders})(?:["'\`](?!\\s{0,3}[=!]=)|/)`, "u"), new RegExp(`^\\s*(?:from|import)\\s+[\\w.]{0,200}\\b(?:${folders})\\b`, "mu")]
	];
	return programs.find(({ text }) => patterns.some((pattern) => pattern.test(text)))?.path;
}
function readAsFile(path, programs) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return programs.find((program) => program.path !== path && program.text.includes(name) && FILE_CALL.test(program.text))?.path;
}
function callAt(text, open) {
	let depth = 0;
	const end = Math.min(text.length, open + CALL_LENGTH);
	for (let at = open; at < end; at += 1) {
		const character = text[at] ?? "";
		if ("([{".includes(character)) depth += 1;
		if (")]}".includes(character)) depth -= 1;
		if (depth === 0) return text.slice(open, at);
	}
	return "";
}
function literalsIn(text) {
	return [...text.matchAll(/(["'`])((?:(?!\1)[^\\\n]){1,200})\1/gu)].map(([, , value = ""]) => value);
}
function isOpen(literal) {
	const folder = plainFolder(literal);
	return folder === "" || folder.includes("..") || folder.includes("${");
}
function plainFolder(literal) {
	return literal.replace(/\/?[^/]{0,200}\*.{0,200}$/su, "").replace(/^(?:\.?\/){1,9}/u, "").replace(/^\.$/u, "").replace(/\/{1,9}$/u, "");
}
// src/change/touched.ts
function touchFunctions(functions, hunks, tokens) {
	const { base, head } = tokens;
	const changes = base === void 0 || head === void 0 ? hunks : hunks.filter((hunk) => holdsCode(base, hunk.base) || holdsCode(head, hunk.head));
	return functions.map((one) => ({
		...one,
		touched: changes.some((hunk) => isIn(one, hunk.head))
	}));
}
function holdsCode(tokens, { start, end }) {
	return tokens.some((token) => token.line < end && token.endLine >= start && start < end);
}
function isIn({ line, end }, changed) {
	return changed.start === changed.end ? line < changed.start && changed.start <= end : line < changed.end && end >= changed.start;
}
// src/change/classify.ts
const PLAIN = new Set(["100644", "100755"]);
const OTHER_SOURCE = /\.(?:c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|rb|php|pl|ex|exs|erl|hs|ml|scala|clj|groovy|fs|vb|lua|r|jl|zig|nim|dart|cr|vue|svelte|astro|sql|proto|graphql|s|asm)$/iu;
function classifyFiles(files, surroundings) {
	const programs = surroundings.programs && [...surroundings.programs, {
		path: "the commands",
		text: surroundings.commands
	}];
	const folders = programs === void 0 ? "everything" : foldersRead(programs);
	return files.map((file) => {
		const path = file.diff.head ?? file.diff.base ?? "";
		const kind = kindOf(file, path, surroundings);
		const why = reader(path, kind, {
			programs,
			folders,
			surroundings
		});
		if (why !== void 0) return {
			path,
			kind: "other",
			why
		};
		return kind === "source" ? {
			path,
			kind,
			...extentsIn(file, path)
		} : {
			path,
			kind
		};
	});
}
function kindOf({ diff, base, head }, path, { isDeclaredIdle }) {
	const isPlain = diff.modes.every((mode) => PLAIN.has(mode)) && new Set(diff.modes).size <= 1;
	const isMoved = diff.base !== void 0 && diff.head !== void 0 && diff.base !== diff.head;
	if (!isPlain) return "other";
	const places = [diff.base, diff.head].filter((place) => place !== void 0);
	if (places.every(isDeclaredIdle)) return "upkeep";
	const [idle] = places.map(idleKind);
	if (idle !== void 0 && places.every((place) => idleKind(place) === idle)) return idle;
	const language = languageOf(path);
	const isBoth = base !== void 0 && head !== void 0 && !isMoved;
	if (language !== void 0) return isBoth && differInCommentsOnly(base, head, language) ? "comments" : "source";
	if (isReadableLock(path, base, head) && !isMoved) return "packages";
	if (nameOf(path) === "package.json" && isBoth && neededPackages(base, head) !== void 0) return "packages";
	return OTHER_SOURCE.test(path) ? "source" : "other";
}
function isReadableLock(path, ...texts) {
	const format = lockFormat(path);
	if (format === void 0) return false;
	const there = texts.filter((text) => text !== void 0);
	return there.length > 0 && there.every((text) => format.read(text) !== void 0);
}
function reader(path, kind, readers) {
	const { programs, folders, surroundings } = readers;
	if (kind === "source" || kind === "packages" || kind === "other") return void 0;
	if (surroundings.isDeclaredIdle(path)) return void 0;
	if (programs === void 0) return "may be read: there are too many files to look through";
	if (isInFolder(path, folders)) return "lies in a folder that is read as a whole";
	if (kind === "comments") {
		if (isServed(path)) return "may be served as a file";
		const named = readAsFile(path, programs);
		return named === void 0 ? void 0 : `may be read as a file by ${named}`;
	}
	if (kind === "documentation" && surroundings.buildsSite) return "may be made into a page";
	const named = namedIn(path, programs);
	return named === void 0 ? void 0 : `is named in ${named}`;
}
function extentsIn({ diff, base, head }, path) {
	const language = languageOf(path);
	const hunks = diff.hunks;
	if (hunks === void 0 || diff.head === void 0) return {};
	const tokens = {
		base: base === void 0 || language === void 0 ? void 0 : tokensOf(base, language),
		head: head === void 0 || language === void 0 ? void 0 : tokensOf(head, language)
	};
	const outline = tokens.head && language && outlineOf(tokens.head, language);
	if (outline === void 0) return { lines: hunks.map(({ head: { start, end } }) => [start, end]) };
	return { functions: touchFunctions(outline, hunks, tokens) };
}
// src/change/find-packages.ts
function findPackages(files) {
	return merged([...files.flatMap(({ diff, base, head }) => {
		const format = lockFormat(diff.head ?? diff.base ?? "");
		if (format === void 0) return [];
		const before = base === void 0 ? new Map() : format.read(base);
		const after = head === void 0 ? new Map() : format.read(head);
		if (before === void 0 || after === void 0) return [];
		return changedPackages(before, after, format.ecosystem);
	}), ...findNeeded(files)]);
}
function findNeeded(files) {
	const locked = new Set(files.flatMap(({ diff: { head } }) => head !== void 0 && lockFormat(head)?.ecosystem === "npm" ? [folderOf(head)] : []));
	return files.flatMap(({ diff: { head }, base = "", head: text = "" }) => {
		if (head === void 0 || nameOf(head) !== "package.json") return [];
		if (locked.has(folderOf(head)) || locked.has(".")) return [];
		return (neededPackages(base, text) ?? []).map((one) => ({
			ecosystem: "npm",
			name: one.name,
			base: one.base === void 0 ? [] : [one.base],
			head: one.head === void 0 ? [] : [one.head],
			dependents: void 0
		}));
	});
}
function merged(packages) {
	const byName = new Map();
	for (const one of packages) {
		const key = `${one.ecosystem} ${one.name}`;
		const known = byName.get(key);
		byName.set(key, known === void 0 ? one : both(known, one));
	}
	return [...byName.values()];
}
function both(one, other) {
	const isKnown = one.dependents !== void 0 && other.dependents !== void 0;
	return {
		...one,
		base: [...new Set([...one.base, ...other.base])].sort(),
		head: [...new Set([...one.head, ...other.head])].sort(),
		dependents: isKnown ? [...new Set([...one.dependents ?? [], ...other.dependents ?? []])].sort() : void 0
	};
}
// src/change/imports/entries.ts
const MOST_SCRIPTS = 10;
function entryFiles(commands, files) {
	const { build, start, directory, main } = commands;
	const found = new Set();
	for (const text of [...withScripts(start, commands), ...withScripts(build ?? "", commands)]) for (const word of wordsOf(text)) for (const path of pathsOf(word, main)) {
		const place = joined(directory, path);
		if (files.has(place)) found.add(place);
		if (isGoPackage(text, word)) for (const file of goFiles(place, files)) found.add(file);
	}
	return [...found];
}
function withScripts(command, { scripts }) {
	const texts = [command];
	for (let at = 0; at < texts.length && texts.length < MOST_SCRIPTS; at += 1) for (const [, name = ""] of (texts[at] ?? "").matchAll(/\b(?:npm|pnpm|yarn|bun)(?:\s{1,9}run)?(?:\s{1,9}-\S{1,100})*\s{1,9}([\w:.-]{1,100})/gu)) for (const stage of [
		`pre${name}`,
		name,
		`post${name}`
	]) {
		const script = scripts[stage];
		if (script !== void 0 && !texts.includes(script)) texts.push(script);
	}
	return texts;
}
function wordsOf(text) {
	return text.split(/[\s;&|()"'=]+/u).filter(Boolean);
}
function pathsOf(word, main) {
	const module = word.replace(/:.{0,200}$/su, "").replaceAll(".", "/");
	return [
		word,
		`${word}.js`,
		`${word}.py`,
		`${module}.py`,
		`${module}/__main__.py`,
		`${module}/__init__.py`,
		...word === "." ? [main ?? "index.js"] : []
	];
}
function isGoPackage(command, word) {
	return /\bgo\s{1,9}(?:run|build|install)\b/u.test(command) && (word === "." || word.startsWith("./"));
}
function goFiles(folder, files) {
	return [...files].filter((file) => folderOf(file) === folder && file.endsWith(".go") && !file.endsWith("_test.go"));
}
// src/change/imports/resolve.ts
function ownSources(files, names) {
	const byFolder = new Map();
	const byName = new Map();
	const all = new Set([...files].filter((file) => languageOf(file) !== void 0));
	for (const file of all) {
		append(byFolder, folderOf(file), file);
		append(byName, nameOf(file), file);
	}
	return {
		...names,
		files: all,
		byFolder,
		byName
	};
}
function append(map, key, value) {
	const values = map.get(key);
	if (values === void 0) map.set(key, [value]);
	else values.push(value);
}
const NOTHING = {
	files: [],
	package: void 0
};
function resolveSpecifier(name, from, language, own) {
	switch (language) {
		case "python": return python$1(name, from, own);
		case "go": return go$1(name, own);
		default: return javascript$1(name, from, own);
	}
}
const ENDINGS = [
	"",
	".js",
	".ts",
	".mjs",
	".cjs",
	".mts",
	".cts",
	".jsx",
	".tsx",
	".json"
];
function javascript$1(name, from, own) {
	const plain = name.replace(/[?#].{0,1000}$/su, "") || name;
	if (plain.startsWith(".")) return {
		...NOTHING,
		files: fileAt$1(joined(folderOf(from), plain), own)
	};
	if (/^[\w-]+:/u.test(plain)) return NOTHING;
	if (/^(?:[@~]\/|[~#/])/u.test(plain)) return alias(plain.replace(/^(?:[@~]\/|[~#/])/u, ""), own);
	const [scope = "", second = ""] = plain.split("/");
	const bare = scope.startsWith("@") ? `${scope}/${second}` : scope;
	const folder = own.packages.get(bare);
	if (folder === void 0) return {
		files: [],
		package: bare
	};
	return {
		files: [...own.files].filter((file) => isBelow(file, folder)),
		package: void 0
	};
}
function alias(path, own) {
	const files = [...own.files].filter((file) => {
		const bare = file.replace(/(?:\/index)?\.\w{1,4}$/u, "");
		return file === path || file.endsWith(`/${path}`) || bare === path || bare.endsWith(`/${path}`);
	});
	return files.length === 0 ? void 0 : {
		...NOTHING,
		files
	};
}
function fileAt$1(path, { files }) {
	const found = [
		path,
		path.replace(/\.[cm]?jsx?$/u, ""),
		`${path}/index`
	].flatMap((place) => ENDINGS.map((ending) => `${place}${ending}`)).find((place) => files.has(place));
	return found === void 0 ? [] : [found];
}
function python$1(name, from, own) {
	const dots = /^\.*/u.exec(name)?.[0].length ?? 0;
	const parts = name.slice(dots).split(".").filter(Boolean);
	if (dots > 0) {
		const folder = joined(folderOf(from), ...new Array(dots - 1).fill(".."));
		return {
			...NOTHING,
			files: moduleFiles(joined(folder, ...parts), "here", own)
		};
	}
	const files = parts.flatMap((_, index) => moduleFiles(parts.slice(0, index + 1).join("/"), "anywhere", own));
	return files.length > 0 ? {
		...NOTHING,
		files
	} : {
		files,
		package: parts[0]
	};
}
function moduleFiles(path, where, { files, byName }) {
	const names = [`${path}.py`, `${path}/__init__.py`];
	if (where === "here") return names.filter((name) => files.has(name));
	return names.flatMap((name) => (byName.get(nameOf(name)) ?? []).filter((file) => file === name || file.endsWith(`/${name}`)));
}
function go$1(name, own) {
	for (const [path, folder] of own.goModules) {
		if (name !== path && !name.startsWith(`${path}/`)) continue;
		const place = joined(folder, name.slice(path.length));
		const files = (own.byFolder.get(place) ?? []).filter((file) => file.endsWith(".go"));
		return {
			...NOTHING,
			files
		};
	}
	return {
		files: [],
		package: name
	};
}
function isBelow(file, folder) {
	return folder === "." || folder === "" || file.startsWith(`${folder}/`);
}
// src/change/imports/specifiers.ts
function specifiersOf(tokens, language) {
	switch (language) {
		case "javascript":
		case "typescript": return javascript(tokens);
		case "python": return python(tokens);
		case "go": return go(tokens);
		default: return;
	}
}
function textOf(token) {
	if (token?.kind !== "string") return void 0;
	const text = /^[A-Za-z]{0,2}("""|'''|["'`])([\s\S]*)\1$/u.exec(token.text)?.[2];
	return text?.includes("${") ? void 0 : text;
}
function javascript(tokens) {
	const names = new Set();
	let isOpen = false;
	tokens.forEach((token, at) => {
		const { kind, text } = token;
		if (kind === "string") {
			const path = textOf(token);
			if (path !== void 0 && /^\.{1,2}\//u.test(path)) names.add(path);
		}
		if (text === "glob" && tokens[at - 2]?.text === "meta") isOpen = true;
		if (kind !== "word" || tokens[at - 1]?.text === ".") return;
		const next = tokens[at + 1];
		if (text === "from" || text === "import" && next?.kind === "string") {
			const name = textOf(next);
			if (name !== void 0) names.add(name);
		} else if ((text === "import" || text === "require") && next?.text === "(") {
			const name = textOf(tokens[at + 2]);
			const isWhole = [")", ","].includes(tokens[at + 3]?.text ?? "");
			if (name !== void 0 && isWhole) names.add(name);
			else isOpen = true;
		} else if (text === "require" && next?.text === ".") {
			const name = textOf(tokens[at + 4]);
			if (name !== void 0) names.add(name);
		} else if (text === "createRequire") isOpen ||= isRenamedRequire(tokens, at);
	});
	return {
		names: [...names],
		isOpen
	};
}
function isRenamedRequire(tokens, at) {
	return tokens[at + 1]?.text === "(" && !(tokens[at - 1]?.text === "=" && tokens[at - 2]?.text === "require");
}
function python(tokens) {
	const names = new Set();
	let isOpen = false;
	tokens.forEach((token, at) => {
		const dotted = textOf(token);
		if (dotted !== void 0 && /^[A-Za-z_]\w*(?:\.\w+){1,20}$/u.test(dotted)) names.add(dotted);
		if (token.kind !== "word") return;
		const startsLine = at === 0 || token.gap.includes("\n") || tokens[at - 1]?.text === ";";
		if (token.text === "import_module" || token.text === "__import__") {
			const name = textOf(tokens[at + 2]);
			if (name !== void 0) names.add(name);
			else if (tokens[at + 1]?.text === "(") isOpen = true;
		} else if (token.text === "from" && isStatement(tokens, at)) {
			const { name, next } = dottedName(tokens, at + 1);
			names.add(name);
			for (const imported of importedNames(tokens, next + 1)) names.add(name.endsWith(".") ? name + imported : `${name}.${imported}`);
		} else if (token.text === "import" && startsLine) {
			let next = at;
			do {
				const found = dottedName(tokens, next + 1);
				names.add(found.name);
				next = found.next;
				if (tokens[next]?.text === "as") next += 2;
			} while (tokens[next]?.text === ",");
		}
	});
	return {
		names: [...names].filter(Boolean),
		isOpen
	};
}
function isStatement(tokens, at) {
	const { next } = dottedName(tokens, at + 1);
	return tokens[next]?.text === "import";
}
function dottedName(tokens, start) {
	let name = "";
	let at = start;
	for (; at < tokens.length; at += 1) {
		const token = tokens[at];
		const isPart = token?.text === "." || token?.kind === "word" && /(?:^|\.)$/u.test(name);
		if (token === void 0 || !isPart || token.text === "import") break;
		name += token.text;
	}
	return {
		name,
		next: at
	};
}
function importedNames(tokens, start) {
	const names = [];
	let at = tokens[start]?.text === "(" ? start + 1 : start;
	for (; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (token?.kind !== "word") break;
		names.push(token.text);
		if (tokens[at + 1]?.text === "as") at += 2;
		if (tokens[at + 1]?.text !== ",") break;
		at += 1;
	}
	return names;
}
function go(tokens) {
	const names = new Set();
	tokens.forEach((token, at) => {
		if (token.text !== "import" || !(at === 0 || token.gap.includes("\n"))) return;
		const isList = tokens[at + 1]?.text === "(";
		for (let next = at + 1; next < tokens.length; next += 1) {
			const name = textOf(tokens[next]);
			if (name !== void 0) names.add(name);
			if (tokens[next]?.text === ")" || name !== void 0 && !isList) break;
		}
	});
	return {
		names: [...names],
		isOpen: false
	};
}
// src/change/imports/graph.ts
const NOBODY = new Set();
function importGraph(sources, names) {
	const own = ownSources(sources.keys(), names);
	const loads = new Map();
	const importers = new Map();
	for (const [file, text] of sources) {
		const found = loadsIn(file, text, own);
		if (found === void 0) continue;
		loads.set(file, found);
		for (const other of found.files) importers.set(other, (importers.get(other) ?? new Set()).add(file));
	}
	return {
		loadsOf: (file) => loads.get(file),
		importersOf: (file) => importers.get(file) ?? NOBODY,
		files: new Set(loads.keys())
	};
}
function loadsIn(file, text, own) {
	const language = languageOf(file);
	if (language === void 0) return void 0;
	const tokens = tokensOf(text, language);
	if (tokens === void 0) return {
		files: NOBODY,
		packages: NOBODY,
		isOpen: true
	};
	const specifiers = specifiersOf(tokens, language);
	if (specifiers === void 0) return void 0;
	const files = new Set();
	const packages = new Set();
	let { isOpen } = specifiers;
	for (const name of specifiers.names) {
		const resolved = resolveSpecifier(name, file, language, own);
		if (resolved === void 0) isOpen = true;
		for (const one of resolved?.files ?? []) files.add(one);
		if (resolved?.package !== void 0) packages.add(resolved.package);
	}
	if (language === "go") {
		for (const one of own.byFolder.get(folderOf(file)) ?? []) if (one.endsWith(".go")) files.add(one);
	}
	files.delete(file);
	return {
		files,
		packages,
		isOpen
	};
}
function reachable(from, next) {
	const seen = new Set(from);
	for (const place of seen) for (const other of next(place)) seen.add(other);
	return seen;
}
// src/change/names.ts
function repositoryNames(texts, directory) {
	const packages = new Map();
	const goModules = new Map();
	let scripts = {};
	let main;
	for (const [path, text] of texts) {
		if (nameOf(path) === "go.mod") {
			const module = /^module\s+"?([^\s"]{1,300})/mu.exec(text)?.[1];
			if (module !== void 0) goModules.set(module, folderOf(path));
		}
		if (nameOf(path) !== "package.json") continue;
		const manifest = asJsonObject(parsed(text)) ?? {};
		if (typeof manifest.name === "string") packages.set(manifest.name, folderOf(path));
		if (folderOf(path) !== joined(directory)) continue;
		scripts = textsOf(manifest.scripts);
		main = typeof manifest.main === "string" ? manifest.main : void 0;
	}
	return {
		packages,
		goModules,
		scripts,
		main
	};
}
function textsOf(value) {
	return Object.fromEntries(Object.entries(asJsonObject(value) ?? {}).flatMap(([key, text]) => typeof text === "string" ? [[key, text]] : []));
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/change/relations.ts
function relationsTo(changed, packages, graph) {
	const users = [...graph.files].filter((file) => packages.some((one) => loadsPackage(file, one, graph)));
	const importers = (file) => graph.importersOf(file);
	const loads = reachable([...changed, ...users], importers);
	const loaded = reachable(changed, (file) => graph.loadsOf(file)?.files ?? []);
	const shares = reachable([...loaded].filter((file) => !changed.includes(file)), importers);
	const beside = new Set(changed.flatMap((file) => [...importers(file)].flatMap((importer) => [...graph.loadsOf(importer)?.files ?? []])));
	const relationOf = (file) => {
		if (loads.has(file) || graph.loadsOf(file)?.isOpen) return "loads";
		if (loaded.has(file)) return "loaded";
		if (beside.has(file)) return "beside";
		return shares.has(file) ? "shares" : "apart";
	};
	return Object.fromEntries([...graph.files].sort().map((file) => [file, relationOf(file)]));
}
function withLoading(one, graph) {
	return {
		...one,
		isLoaded: [...graph.files].some((file) => loadsPackage(file, one, graph))
	};
}
const LANGUAGES = {
	npm: ["javascript", "typescript"],
	go: ["go"],
	python: ["python"],
	cargo: ["rust"],
	maven: ["java", "kotlin"]
};
function loadsPackage(file, changed, graph) {
	const language = languageOf(file);
	const loads = graph.loadsOf(file);
	if (loads === void 0 || !LANGUAGES[changed.ecosystem].includes(language ?? "")) return false;
	const names = [...loads.packages];
	const { dependents } = changed;
	if (dependents === void 0 || changed.ecosystem === "python") return names.some((name) => isOf(name, changed.name, changed.ecosystem)) || names.some((name) => !isPlatform(name, changed.ecosystem));
	return names.some((name) => [changed.name, ...dependents].some((one) => isOf(name, one, changed.ecosystem)));
}
function isOf(name, packageName, ecosystem) {
	if (ecosystem === "go") return name === packageName || name.startsWith(`${packageName}/`);
	if (ecosystem === "python") return pythonName(name) === packageName;
	return name === packageName;
}
function isPlatform(name, ecosystem) {
	return ecosystem === "go" && !(name.split("/")[0] ?? "").includes(".");
}
// src/change/unloaded.ts
function markUnloaded(files, graph, programs, entries) {
	const loaded = reachable(entries, (file) => graph.loadsOf(file)?.files ?? []);
	if (!(entries.length > 0 && [...loaded].every((file) => graph.loadsOf(file)?.isOpen === false))) return [...files];
	const readers = programs.filter(({ path }) => loaded.has(path) || languageOf(path) === void 0);
	const folders = foldersRead(readers);
	return files.map((file) => {
		const { path, kind } = file;
		if (!(kind === "source" && graph.files.has(path) && !loaded.has(path)) || isInFolder(path, folders) || namedIn(path, readers) !== void 0) return file;
		return {
			path,
			kind: "unloaded"
		};
	});
}
// src/measure/compare-trees.ts
const CACHES = new Set([
	".git",
	"__pycache__",
	".pytest_cache",
	".mypy_cache",
	".ruff_cache",
	"node_modules/.cache"
]);
const MOST_FILES = 2e5;
const MOST_BYTES = 2 * 1024 ** 3;
async function compareTrees(trees, matters, signal) {
	const budget = {
		files: MOST_FILES,
		bytes: MOST_BYTES
	};
	const folders = [""];
	for (const folder of folders) {
		signal.throwIfAborted();
		const [base, head] = await Promise.all([entriesOf$1(join(trees.base, folder)), entriesOf$1(join(trees.head, folder))]);
		for (const name of new Set([...base.keys(), ...head.keys()])) {
			const path = folder === "" ? name : `${folder}/${name}`;
			if (CACHES.has(name) || CACHES.has(path)) continue;
			if (--budget.files < 0) return { outcome: "too large" };
			const kinds = [base.get(name), head.get(name)];
			if (kinds.every((kind) => kind === "folder" || kind === void 0)) folders.push(path);
			else if (kinds.includes("folder") || kinds.includes("other")) return {
				outcome: "different",
				path
			};
			else if (kinds[0] === "link" || kinds[1] === "link") {
				if (!await isSameLink(trees, path, kinds)) return {
					outcome: "different",
					path
				};
			} else {
				const file = await differing(trees, path, budget);
				if (file === "too large") return { outcome: "too large" };
				if (file !== void 0 && matters(file)) return {
					outcome: "different",
					path
				};
			}
		}
	}
	return { outcome: "same" };
}
async function entriesOf$1(folder) {
	const entries = await ifThere(readdir(folder, { withFileTypes: true }));
	if (entries === void 0) return new Map();
	return new Map(entries.map((entry) => {
		if (entry.isFile()) return [entry.name, "file"];
		if (entry.isDirectory()) return [entry.name, "folder"];
		return [entry.name, entry.isSymbolicLink() ? "link" : "other"];
	}));
}
async function isSameLink(trees, path, kinds) {
	if (kinds.some((kind) => kind !== "link")) return false;
	const [base, head] = await Promise.all([readlink(join(trees.base, path)), readlink(join(trees.head, path))]);
	return base.replaceAll(trees.base, trees.head) === head;
}
async function differing(trees, path, budget) {
	const [base, head] = await Promise.all([fileAt(join(trees.base, path)), fileAt(join(trees.head, path))]);
	budget.bytes -= (base?.size ?? 0) + (head?.size ?? 0);
	if (budget.bytes < 0) return "too large";
	const one = base && await readFile(join(trees.base, path));
	const other = head && await readFile(join(trees.head, path));
	const isRunAlike = base?.isExecutable === head?.isExecutable;
	if (one !== void 0 && other !== void 0 && isRunAlike) {
		if (one.equals(other)) return void 0;
		if (one.toString("latin1").replaceAll(trees.base, trees.head) === other.toString("latin1")) return void 0;
	}
	return {
		path,
		base: isRunAlike ? one : void 0,
		head: other
	};
}
async function fileAt(path) {
	const stat = await ifThere(lstat(path));
	return stat && {
		size: stat.size,
		isExecutable: (stat.mode & 64) !== 0
	};
}
async function ifThere(asked) {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
		throw error;
	}
}
// src/plan/tracked-files.ts
async function trackedFiles(folder, { env, signal }) {
	return (await git(["ls-files", "-z"], {
		cwd: folder,
		env,
		signal
	})).split("\0").filter(Boolean);
}
// src/examine-change.ts
const MAX_FILE_BYTES = 1048576;
const MAX_LOCK_BYTES = 33554432;
const MAX_FILES = 1e4;
const MAX_BYTES = 67108864;
async function examineChange(change, options) {
	if (change.diff === void 0) return {
		facts: void 0,
		hasEffect: true
	};
	const versions = await readVersions(change);
	const texts = await readOwnTexts(change.roots.head, options);
	const names = texts && repositoryNames(texts, change.commands.directory);
	const graph = texts && names && graphOf(texts, names);
	const around = surroundingsOf(change, texts, names);
	const classified = classifyFiles(versions, around);
	const files = graph === void 0 || names === void 0 || around.programs === void 0 ? classified : markUnloaded(classified, graph, around.programs, entriesOf(change, names, graph));
	const packages = findPackages(versions);
	const facts = {
		schema: 1,
		files,
		packages: packages.map((one) => graph === void 0 ? {
			...one,
			isLoaded: true
		} : withLoading(one, graph)),
		relations: graph === void 0 ? {} : relationsTo(changedSources(files), packages, graph)
	};
	if (files.length === 0 || !files.every(isIdle)) return {
		facts,
		hasEffect: true
	};
	const difference = await differenceOf(change, files, options.signal);
	if (difference === void 0) return {
		facts,
		hasEffect: false
	};
	return {
		facts: {
			...facts,
			files: [...files, difference]
		},
		hasEffect: true
	};
}
async function differenceOf({ roots, isDeclaredIdle }, files, signal) {
	const idle = new Set(files.map(({ path }) => path));
	const built = await compareTrees(roots, ({ path, base, head }) => {
		if (idle.has(path) || isDeclaredIdle(path)) return false;
		const language = languageOf(path);
		if (language === void 0 || isServed(path) || !base || !head) return true;
		return !differInCommentsOnly(base.toString(), head.toString(), language);
	}, signal);
	switch (built.outcome) {
		case "same": return;
		case "different": return {
			path: built.path,
			kind: "other",
			why: "was built differently"
		};
		case "too large": return {
			path: ".",
			kind: "other",
			why: "holds too much to compare what was built"
		};
	}
}
function changedSources(files) {
	return files.filter(({ kind }) => kind === "source").map(({ path }) => path);
}
async function readVersions({ diff = "", roots }) {
	const versions = [];
	for (const file of parseDiff(diff)) versions.push({
		diff: file,
		base: file.base === void 0 ? void 0 : await readText(roots.base, file.base),
		head: file.head === void 0 ? void 0 : await readText(roots.head, file.head)
	});
	return versions;
}
async function readOwnTexts(root, options) {
	const paths = await trackedFiles(root, options);
	if (paths.length > MAX_FILES) return void 0;
	const texts = new Map();
	let bytes = 0;
	for (const path of paths) {
		options.signal.throwIfAborted();
		if (lockFormat(path) !== void 0 && nameOf(path) !== "go.mod") continue;
		const text = await readText(root, path);
		if (text === void 0) continue;
		bytes += text.length;
		if (bytes > MAX_BYTES) return void 0;
		texts.set(path, text);
	}
	return texts;
}
async function readText(root, path) {
	const limit = lockFormat(path) === void 0 ? MAX_FILE_BYTES : MAX_LOCK_BYTES;
	const stat = await lstat(join(root, path)).catch(() => void 0);
	if (!stat?.isFile() || stat.size > limit) return void 0;
	const text = await readFile(join(root, path), "utf8");
	return text.includes("\0") ? void 0 : text;
}
function surroundingsOf({ commands, isDeclaredIdle }, texts, names) {
	return {
		programs: texts && [...texts].filter(([path]) => idleKind(path) === void 0 && !isToolConfiguration(path)).map(([path, text]) => programOf(path, text)),
		commands: [
			commands.build,
			commands.start,
			...Object.values(names?.scripts ?? {})
		].join("\n"),
		buildsSite: [...texts ?? []].some(([path, text]) => path.endsWith("package.json") && buildsSite(text)),
		isDeclaredIdle
	};
}
function graphOf(texts, names) {
	const sources = [...texts].filter(([path]) => languageOf(path) !== void 0 && idleKind(path) === void 0);
	return importGraph(new Map(sources), names);
}
function entriesOf({ commands }, names, graph) {
	return entryFiles({
		...commands,
		scripts: names.scripts,
		main: names.main
	}, graph.files);
}
// src/measure/build.ts
async function buildSide(build) {
	await runCommand({
		...build,
		source: `build ${build.side}`,
		hint: `Run the build command in a clean checkout of ${build.side} to see it fail.`
	});
}
// src/measure/remove-tree.ts
async function removeTree(directory) {
	const options = {
		recursive: true,
		force: true,
		maxRetries: 3
	};
	try {
		await rm(directory, options);
	} catch {
		await makeWritable(directory);
		await rm(directory, options);
	}
}
async function makeWritable(directory) {
	await chmod(directory, 448);
	for (const entry of await readdir(directory, { withFileTypes: true })) if (entry.isDirectory()) await makeWritable(join(directory, entry.name));
}
// src/measure/worktree.ts
const REMOVE_TIMEOUT_MS = 6e4;
async function addWorktree(repository, commit, directory, { env, signal }) {
	signal.throwIfAborted();
	await mkdir(dirname(directory), { recursive: true });
	const target = join(await realpath(dirname(directory)), basename(directory));
	if (existsSync(target)) throw new FlamegateError("plan", `the folder ${target} for a worktree already exists`);
	const remove = () => removeWorktree(repository, target, env);
	try {
		await git([
			"worktree",
			"add",
			"--detach",
			"--force",
			target,
			commit
		], {
			cwd: repository,
			env,
			signal
		});
		await addSubmodules(target, commit, {
			env,
			signal
		});
	} catch (error) {
		await remove();
		throw error;
	}
	return {
		directory: target,
		remove
	};
}
async function addSubmodules(directory, commit, { env, signal }) {
	if (!existsSync(join(directory, ".gitmodules"))) return;
	try {
		await git([
			"submodule",
			"update",
			"--init",
			"--recursive"
		], {
			cwd: directory,
			env,
			signal
		});
	} catch (error) {
		if (!(error instanceof FlamegateError) || error.kind !== "plan") throw error;
		throw new FlamegateError("plan", `the submodules of ${commit} could not be checked out`, {
			hint: "git needs access to the repositories in .gitmodules; for private ones give it credentials in the global configuration.",
			output: error.output,
			exitCode: error.exitCode,
			cause: error
		});
	}
}
async function removeWorktree(repository, directory, env) {
	await forget(repository, directory, env);
	if (!existsSync(directory)) return;
	try {
		await removeTree(directory);
	} catch (cause) {
		throw new FlamegateError("plan", `the worktree ${directory} could not be removed`, {
			hint: "Delete the folder and run `git worktree prune`.",
			cause
		});
	}
	await forget(repository, directory, env);
}
async function forget(repository, directory, env) {
	try {
		await git([
			"worktree",
			"remove",
			"--force",
			"--force",
			directory
		], {
			cwd: repository,
			env,
			signal: AbortSignal.timeout(REMOVE_TIMEOUT_MS)
		});
	} catch {}
}
// src/sides.ts
async function buildSides(planned, service, scratch, environment, surroundings, cleanup) {
	const roots = {
		base: await checkOut("base", planned, scratch, surroundings, cleanup),
		head: await checkOut("head", planned, scratch, surroundings, cleanup)
	};
	const { serviceProcess } = service;
	const directories = {
		base: join(roots.base, serviceProcess.directory),
		head: join(roots.head, serviceProcess.directory)
	};
	await build(serviceProcess, directories, environment, surroundings);
	const { facts, hasEffect } = await examine(service, planned, roots, surroundings);
	return {
		directories,
		origins: {
			base: originOf("base", planned),
			head: originOf("head", planned)
		},
		facts,
		hasEffect
	};
}
async function checkOut(side, planned, scratch, { environment: env, signal }, cleanup) {
	const directory = join(scratch, side);
	const { repository } = planned;
	const worktree = await addWorktree(repository, planned[side].commit, directory, {
		env,
		signal
	});
	cleanup.defer(`remove the worktree of ${side}`, () => worktree.remove());
	return worktree.directory;
}
async function build({ build: command, buildTimeoutMs: timeoutMs }, directories, environment, { log, signal }) {
	if (command === void 0) return;
	for (const side of ["base", "head"]) {
		log.section(`build ${side}`);
		const directory = directories[side];
		await buildSide({
			side,
			command,
			directory,
			environment,
			timeoutMs,
			log,
			signal
		});
	}
}
async function examine({ serviceProcess, unusedPaths }, { diff }, roots, { environment: env, log, signal }) {
	const unused = unusedPaths.map(pathPattern);
	const isDeclaredIdle = (path) => unused.some((matches) => matches(path));
	try {
		const examination = await examineChange({
			diff,
			roots,
			commands: serviceProcess,
			isDeclaredIdle
		}, {
			env,
			signal
		});
		if (!examination.hasEffect) log.info("The change has no effect on what is built.");
		return examination;
	} catch (error) {
		if (!(error instanceof Error && "syscall" in error)) throw error;
		log.warn(`What the change is to the service can't be told: ${error.message}`);
		return {
			facts: void 0,
			hasEffect: true
		};
	}
}
function originOf(side, planned) {
	return {
		ref: planned[side].ref,
		commit: planned[side].commit,
		roots: [NEUTRAL_ROOT[side]]
	};
}
// src/temporary-folder.ts
async function temporaryFolder(parent, what, cleanup) {
	const folder = await mkdtemp(join(await realpath(parent), "flamegate-"));
	cleanup.defer(`remove ${what}`, () => removeTree(folder));
	return folder;
}
// src/record.ts
const FLUSH_INTERVAL_MS = 1e3;
async function recordRounds(planned, config, surroundings, pairsToHave, additions = () => ({})) {
	const cleanup = new Cleanup(surroundings.log);
	try {
		return await record(planned, config, surroundings, {
			pairsToHave,
			additions
		}, cleanup);
	} finally {
		await cleanup.run();
	}
}
async function record(planned, config, surroundings, { pairsToHave, additions }, cleanup) {
	const { log, signal } = surroundings;
	const scratch = await temporaryFolder(surroundings.tempDirectory, "temporary files", cleanup);
	const environment = childEnvironment(surroundings.environment, {}, config.secrets);
	const { service } = config;
	const { serviceProcess, load, profiling } = service;
	const { directories, origins, facts, hasEffect } = await buildSides(planned, service, scratch, environment, surroundings, cleanup);
	const bundle = new BundleWriter(config.bundle, {
		service: service.name,
		...origins,
		diff: planned.diff === void 0 ? void 0 : withoutText(planned.diff),
		change: facts
	});
	const planOfGate = {
		...service.plan,
		...config.comparisons > 1 && { comparisons: config.comparisons }
	};
	if (!hasEffect && service.measure === "changed") {
		const types = service.types.map(({ profileType }) => profileType);
		return {
			manifest: await bundle.finishIdle(types, planOfGate),
			warnings: planned.warnings
		};
	}
	const receiver = await startReceiver({ log });
	cleanup.defer("close the receiver", () => receiver.close());
	const recorder = new Recorder(service.name, service.types.map(({ profileType }) => profileType), bundle, config.scrub);
	const input = {
		service: serviceProcess,
		load,
		scrapeUrl: profiling.scrapeUrl,
		directories,
		loadDirectory: surroundings.cwd,
		environment
	};
	const openIntake = async (name) => {
		const intake = await receiver.open(name, {
			service: service.name,
			serviceFolder: directories[name.side],
			startCommand: serviceProcess.start,
			profiler: profiling.profiler,
			sampleRate: profiling.sampleRate,
			flushIntervalMs: FLUSH_INTERVAL_MS,
			preloadPath: surroundings.shipped.preload,
			roundsRoot: join(scratch, "rounds"),
			nodeOptions: environment.NODE_OPTIONS ?? ""
		});
		const added = additions(name, {
			...environment,
			...intake.environment
		});
		return {
			...intake,
			environment: {
				...intake.environment,
				...added
			}
		};
	};
	const forwarder = await forwarderOf(planned, config, signal);
	const metronome = await startMetronome(surroundings.shipped.metronome, environment.PATH ?? "");
	cleanup.defer("stop the metronome", async () => metronome?.close());
	const outcomes = [];
	const clock = new StageClock(service.timeBudgetMs);
	let stage = {
		from: 0,
		until: service.plan.first
	};
	let isCutShort = false;
	for (;;) {
		for await (const measured of measureRounds(stage, input, {
			openIntake,
			metronome,
			log,
			signal
		})) {
			outcomes.push({
				side: measured.side,
				outcome: measured.measured
			});
			if (outcomes.length === 2) refuseBadLoad(outcomes, load.maxFailed);
			const attributed = await recorder.add(measured);
			await forwarder?.forward(attributed);
		}
		refuseBadLoad(outcomes, load.maxFailed);
		const next = pairsToHave(recorder.types, {
			...origins,
			facts
		});
		if (next === void 0) break;
		isCutShort = !clock.allows(stage.until, next);
		if (isCutShort) break;
		stage = {
			from: stage.until,
			until: next
		};
	}
	const manifest = await bundle.finish({
		...planOfGate,
		isCutShort
	});
	const warnings = new Set([
		...planned.warnings,
		...recorder.warnings,
		...receiver.warnings()
	]);
	for (const warning of forwarder?.warnings() ?? []) warnings.add(warning);
	const place = forwarder?.place();
	if (place !== void 0) log.info(`Sent on to Pyroscope: ${place}`);
	if (isCutShort) warnings.add("the time budget ended the measuring before the answer was certain");
	return {
		manifest,
		warnings: [...warnings]
	};
}
function refuseBadLoad(outcomes, maxFailed) {
	const reason = judgeLoad(outcomes, maxFailed);
	if (reason === void 0) return;
	throw new FlamegateError("measurement", reason, { hint: "Failed requests cost something else than successful ones. Mend the service or the load, or raise max-failed." });
}
async function forwarderOf({ base, head }, { service, forwardTo }, signal) {
	if (forwardTo === void 0) return void 0;
	const { startForwarding } = await import("./forward.js");
	const commits = {
		base: base.commit,
		head: head.commit
	};
	return startForwarding(forwardTo, {
		service: service.name,
		commits
	}, signal);
}
// src/record-service.ts
async function recordService({ planned, config, service, root, folder, scrub }, surroundings) {
	const terms = termsOf(config);
	const known = {
		folder,
		service: judgedPart(service),
		...terms,
		owners: [],
		bisections: [],
		base: { ...planned.base },
		head: { ...planned.head }
	};
	try {
		const { warnings } = await recordRounds(planned, {
			service,
			bundle: join(root, folder),
			comparisons: terms.comparisons,
			secrets: secretsOf(config),
			scrub,
			forwardTo: config.forwardTo
		}, surroundings, pairsToHave(service, terms, planned.diff));
		return {
			...known,
			warnings: warnings.map(scrub)
		};
	} catch (error) {
		if (!isBroken(error)) throw error;
		const { message, hint, output } = error;
		const failure = {
			message: scrub(message),
			...hint === void 0 ? {} : { hint: scrub(hint) },
			output: output.map(scrub)
		};
		return {
			...known,
			warnings: planned.warnings.map(scrub),
			failure
		};
	}
}
function judgedPart({ serviceProcess: _process, load: _load, profiling: _profiling, plan: _plan, timeBudgetMs: _timeBudgetMs, measure: _measure, unusedPaths: _unusedPaths, owners: _owners, directory: _directory, ...judged }) {
	return judged;
}
function pairsToHave({ types: asked, plan, allowDifferent }, terms, diff) {
	return (types, { facts, ...origins }) => {
		const next = types.flatMap(({ profileType, rounds }) => {
			const policy = asked.find((type) => type.profileType === profileType)?.policy;
			if (policy === void 0) return [];
			if (refusalOf(judgeEnvironment(rounds, allowDifferent)) !== void 0) return [];
			const shared = {
				policy: policyIn(terms, policy),
				...origins
			};
			const input = comparisonInput(rounds, shared, {
				diff,
				facts
			});
			return decideRounds(input, plan).next ?? [];
		});
		return next.length === 0 ? void 0 : Math.max(...next);
	};
}
function secretsOf({ publish: { token }, forwardTo }) {
	const ofServer = forwardTo === void 0 ? [] : secretsOf$1(forwardTo);
	return token === void 0 ? ofServer : [token, ...ofServer];
}
// src/machine.ts
const SECRET$1 = /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH(?!OR)|COOKIE|DSN|DATABASE_URL|CONNECTION_STRING/iu;
async function scrubberOf({ environment, cwd, tempDirectory }, secrets) {
	const own = Object.entries(environment).flatMap(([name, value]) => SECRET$1.test(name) && value !== void 0 ? [value] : []);
	return scrubber({
		temporary: [...new Set([tempDirectory, await realpath(tempDirectory)])],
		checkout: cwd,
		home: environment.HOME,
		secrets: [...secrets, ...own]
	});
}
// src/plan/fork-code.ts
const PRIVILEGED = new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment"
]);
function refuseForkCode(circumstances) {
	const whose = foreignCode(circumstances);
	if (whose === void 0) return;
	const reach = secretInReach(circumstances);
	if (reach === void 0) return;
	throw new FlamegateError("usage", `${whose}, and ${reach}, so its code is not built`, { hint: "Measure on `pull_request` without any secret, and report from `workflow_run`: docs/github.md shows how. Whoever knows that the code is trusted sets `fork-code: build`." });
}
function foreignCode({ github, head }) {
	if (github.pullRequest?.fork) return "the pull request comes from a fork";
	if (github.workflowRun?.fork) return "the workflow run was caused by a fork";
	if (github.eventName !== "issue_comment" || head === github.sha) return void 0;
	return "nothing says whose code a comment is about";
}
function secretInReach({ github, environment, token = "" }) {
	if (PRIVILEGED.has(github.eventName)) return `on ${github.eventName} secrets are in reach`;
	if (PERSONAL.test(token)) return "its `github-token` is a person’s";
	const name = Object.entries(environment).find(([key, value = ""]) => isSecret(key, value, token));
	return name === void 0 ? void 0 : `${name[0]} looks like a secret`;
}
const PERSONAL = /^(?:ghp|gho|ghu|github_pat)_/;
const SECRET = /(?:^|[_-])(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:ACCESS|API|PRIVATE|SIGNING)[_-]KEY|PYROSCOPE[_-]HEADERS)(?:[_-]|$)/i;
const RUNNERS_OWN = "ACTIONS_RUNTIME_TOKEN";
function isSecret(name, value, token) {
	return value !== "" && value !== token && name !== RUNNERS_OWN && SECRET.test(name);
}
// src/plan/merge-group.ts
async function mergeGroupEnds(checkout, { headSha, baseSha, baseRef }) {
	const head = await resolveCommit(checkout, "HEAD");
	if (head !== headSha) throw new FlamegateError("plan", `HEAD is ${head}, and not the merge group's commit ${headSha}`, { hint: "Let actions/checkout choose the commit (no `ref:`), or name both commits with the options `base` and `head`." });
	return {
		base: {
			ref: baseRef.replace(/^refs\/heads\//, ""),
			commit: await resolveCommit(checkout, baseSha)
		},
		head: {
			ref: "merge group",
			commit: head
		},
		warnings: []
	};
}
// src/plan/choose.ts
async function chooseEnds(checkout, wanted) {
	const { github } = wanted;
	const isNamed = wanted.base !== void 0 || wanted.head !== void 0;
	if (!isNamed && github?.pullRequest !== void 0) return pullRequestEnds(checkout, github, github.pullRequest);
	if (!isNamed && github?.mergeGroup !== void 0) return mergeGroupEnds(checkout, github.mergeGroup);
	const { base, head } = await nameReleases(checkout, isNamed ? wanted : refsOfEvent(github), wanted.releases);
	const newer = {
		ref: head ?? await currentBranch(checkout),
		commit: await resolveCommit(checkout, head ?? "HEAD")
	};
	return {
		base: base === void 0 ? await whereItLeft(checkout, newer, github) : {
			ref: base,
			commit: await resolveCommit(checkout, base)
		},
		head: newer,
		warnings: []
	};
}
function refsOfEvent(github) {
	if (github?.eventName === "schedule") return {
		base: PREVIOUS,
		head: NEWEST
	};
	if (github?.push === void 0) return {};
	const tag = /^refs\/tags\/(.+)$/.exec(github.ref)?.[1];
	return tag === void 0 ? { base: github.push.before } : {
		base: PREVIOUS,
		head: tag
	};
}
async function whereItLeft(checkout, head, github) {
	const target = github?.pullRequest?.baseSha ?? await defaultBranch(checkout);
	if (target === void 0) throw new FlamegateError("usage", "nothing says which commit to compare with", { hint: NAME_IT });
	const commit = await mergeBase(checkout, await resolveCommit(checkout, target), head.commit);
	if (commit === head.commit) throw new FlamegateError("usage", `${head.ref} (${commit.slice(0, 12)}) has nothing that ${target} does not have, so there is nothing to compare`, { hint: NAME_IT });
	return {
		ref: github?.pullRequest?.baseRef ?? target,
		commit
	};
}
const NAME_IT = "Name the base with the option `base`: a branch, a tag, a commit, or `HEAD~1` for the commit before.";
async function currentBranch({ options }) {
	const answer = await runGit([
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	], options);
	return answer.status === 0 ? answer.stdout.trim() : "HEAD";
}
// src/plan/uncommitted.ts
const SHOWN = 3;
async function uncommittedChanges({ options }, attention) {
	const files = (await git([
		"status",
		"--porcelain",
		"-z",
		"--no-renames",
		`--untracked-files=${attention === "all" ? "normal" : "no"}`
	], options)).split("\0").filter(Boolean).map((entry) => entry.slice(3));
	if (files.length === 0) return [];
	const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : "";
	return [`${files.length === 1 ? "1 file has" : `${files.length} files have`} uncommitted changes, which are not measured: ${files.slice(0, SHOWN).join(", ")}${rest}.`];
}
// src/plan/plan.ts
async function planComparison(options) {
	const checkout = await openCheckout(options);
	const ends = await chooseEnds(checkout, options);
	const { base, head } = ends;
	options.log.info(`Comparing ${inWords(base)} with ${inWords(head)}.`);
	const diff = await diffOf(checkout, base.commit, head.commit);
	const warnings = [...ends.warnings];
	if (base.commit === head.commit) warnings.push(SAME_COMMIT);
	if (diff === void 0) warnings.push(NO_DIFF);
	if (head.commit === await localCommit(checkout, "HEAD")) {
		const attention = options.github === void 0 ? "all" : "tracked";
		warnings.push(...await uncommittedChanges(checkout, attention));
	}
	return {
		repository: checkout.options.cwd,
		...ends,
		diff,
		warnings
	};
}
function inWords({ ref, commit }) {
	return ref === commit ? commit : `${ref} (${commit})`;
}
const SAME_COMMIT = "Base and head are the same commit; whatever differs between them is noise of the measurement.";
const NO_DIFF = "The commits differ by more than 20 MB, so their lines are not followed: functions without a name count as new.";
// src/plan-commits.ts
async function planCommits(config, surroundings) {
	const { cwd, github, environment, log, signal } = surroundings;
	const { token } = config.publish;
	const planned = await planComparison({
		cwd,
		...config.commits,
		github,
		token,
		environment,
		log,
		signal
	});
	if (github !== void 0 && config.forkCode === "refuse") refuseForkCode({
		github,
		head: planned.head.commit,
		environment,
		token
	});
	return planned;
}
export { secretsOf as a, requireInNodeOptions as c, recordService as i, Cleanup as l, SAME_COMMIT as n, recordRounds as o, scrubberOf as r, temporaryFolder as s, planCommits as t };
