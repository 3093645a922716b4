import { n as deepen } from "./resolve.js";
import { a as openCheckout, s as git } from "./checkout.js";
import { i as mergeBase } from "./pull-request.js";
import { d as isNameless } from "./located.js";
import { C as riseBeyond, E as refusalOf, S as fitEstimator, T as judgeEnvironment, _ as searchLooks, i as loadType, n as loadDiff, o as comparisonInput, v as lookLevels, w as upperBound, x as gatherRounds, y as spendEvenly } from "./load-rounds.js";
import { c as meanOf, o as changeOf, t as testedAccounts } from "./tested.js";
import { t as limitsOf } from "./limits.js";
import { l as pairRounds } from "./detectable.js";
import { n as FlamegateError, r as isBroken } from "./errors.js";
import { a as secretsOf, i as recordService, l as Cleanup, o as recordRounds, r as scrubberOf, s as temporaryFolder, t as planCommits } from "./plan-commits.js";
import { t as diffOf } from "./diff.js";
import { r as readManifest } from "./manifest-file.js";
import { t as groupFindings } from "./groups.js";
import { a as counted, c as points } from "./numbers.js";
import "./result.js";
import { t as findOwners } from "./find-owners.js";
import { t as filesAt } from "./file-at-commit.js";
import { i as withRecorded, n as judgeRecorded } from "./recorded-report.js";
import { r as sealBundle, t as digestOfText } from "./seal.js";
import { n as renderJson } from "./json.js";
import { basename, join, resolve } from "node:path";
// src/bisect/commits.ts
const DEEPENING = [
	100,
	500,
	2e3
];
async function commitsBetween(checkout, base, head) {
	const fork = await mergeBase(checkout, base, head);
	const line = await firstParents(checkout, base, head);
	const [only] = line;
	if (only === void 0 || line.length > 1) return from(fork, base, line);
	const [, second, ...others] = await parentsOf(checkout, only);
	if (second === void 0 || others.length > 0) return from(fork, base, line);
	const branched = await mergeBase(checkout, base, second);
	const merged = await firstParents(checkout, base, second);
	if (merged.length < 2) return from(fork, base, line);
	return from(branched, base, [...merged.slice(0, -1), only]);
}
function from(fork, base, line) {
	return fork === base ? {
		commits: line,
		parting: null
	} : {
		commits: [fork, ...line],
		parting: fork
	};
}
async function firstParents(checkout, base, head) {
	const args = [
		"rev-list",
		"--first-parent",
		"--reverse",
		head,
		`^${base}`
	];
	const list = async () => (await git(args, checkout.options)).split("\n").filter(Boolean);
	let line = await list();
	for (const commits of DEEPENING) {
		const [oldest] = line;
		if (oldest === void 0 || (await parentsOf(checkout, oldest)).length > 0) break;
		if (!await deepen(checkout, commits)) break;
		line = await list();
	}
	return line;
}
async function parentsOf({ options }, commit) {
	return (await git([
		"rev-list",
		"--parents",
		"--max-count=1",
		commit
	], options)).trim().split(" ").slice(1);
}
// src/bisect/outcome.ts
function toResult({ culprit, suspects, measurements, stopped, part }, commits, parting, subjects) {
	const named = (commit) => ({
		commit,
		subject: subjects.get(commit) ?? ""
	});
	return {
		culprit: culprit === null ? null : named(culprit),
		part,
		suspects: suspects.map(named),
		commits,
		parting,
		measurements: measurements.map((measured) => ({
			...measured,
			...named(measured.commit)
		})),
		stopped,
		reason: null
	};
}
function notSearched(reason) {
	return {
		culprit: null,
		part: null,
		suspects: [],
		commits: 0,
		parting: null,
		measurements: [],
		stopped: "not searched",
		reason
	};
}
// src/bisect/search.ts
function measurementsFor(commits) {
	return Math.ceil(Math.log2(Math.max(1, commits))) + 2;
}
async function bisect({ commits, delta, measure, most }) {
	const measurements = [];
	const mute = new Set();
	let fast = -1;
	let slow = commits.length - 1;
	let isLate = false;
	for (;;) {
		const next = measurements.length < most ? middle(fast, slow, mute) : void 0;
		const commit = next === void 0 ? void 0 : commits[next];
		if (next === void 0 || commit === void 0) break;
		const measurement = await measure(commit);
		isLate = measurement === "out of time";
		if (measurement === "out of time") break;
		measurements.push(measurement);
		if (measurement.reading === "slow") slow = next;
		else if (measurement.reading === "fast") fast = next;
		else mute.add(next);
	}
	const suspects = commits.slice(fast + 1, slow + 1);
	const culprit = suspects.length === 1 ? suspects[0] ?? null : null;
	const isLeft = middle(fast, slow, mute) !== void 0;
	return {
		culprit,
		suspects,
		measurements,
		stopped: culprit === null ? isLeft ? isLate ? "out of time" : "enough measured" : "nothing left to measure" : null,
		part: culprit === null ? null : partOf(measurements, commits[fast], culprit, delta)
	};
}
function middle(fast, slow, mute) {
	const centre = (fast + slow) / 2;
	let best;
	for (let at = fast + 1; at < slow; at += 1) {
		if (mute.has(at)) continue;
		if (best === void 0 || Math.abs(at - centre) < Math.abs(best - centre)) best = at;
	}
	return best;
}
function partOf(measurements, before, culprit, delta) {
	const deltaOf = (commit) => measurements.find((one) => one.commit === commit)?.delta;
	const start = before === void 0 ? 0 : deltaOf(before) ?? null;
	const found = deltaOf(culprit);
	const end = found === void 0 ? delta : found;
	return start === null || end === null || !(delta > 0) ? null : (end - start) / delta;
}
// src/bisect/subjects.ts
async function subjectsOf({ options }, commits) {
	const input = commits.map((commit) => `${commit}\n`).join("");
	const lines = (await git([
		"rev-list",
		"--no-walk=unsorted",
		"--stdin",
		"--format=%H %s"
	], {
		...options,
		input
	})).split("\n").filter((line) => line !== "" && !line.startsWith("commit "));
	return new Map(lines.map((line) => {
		const [commit = "", ...subject] = line.split(" ");
		return [commit, subject.join(" ")];
	}));
}
// src/compare/rise.ts
function seekCosts(input, named) {
	const { evidence } = gatherRounds(input);
	if (evidence === void 0) return named.map(() => void 0);
	const { rows } = evidence.table;
	const onHead = new Set(rows.flatMap(({ key }, row) => meanOf(evidence.row(row, "total"), "head") > 0 ? [key] : []));
	return named.map(({ function: wanted, measure, delta }) => {
		if (wanted === void 0) return {
			key: "",
			name: "",
			file: "",
			measure,
			isNew: false,
			onHead
		};
		const { name, file } = wanted;
		const distance = (row) => Math.abs(changeOf(evidence.row(row, measure)) - delta);
		const [row] = rowsOf(evidence, name, file).sort((a, b) => distance(a) - distance(b));
		const key = row === void 0 ? void 0 : rows[row]?.key;
		if (row === void 0 || key === void 0) return void 0;
		return {
			key,
			name,
			file,
			measure,
			isNew: isNewIn(evidence, row),
			onHead
		};
	});
}
function risesOf(input, sought) {
	const gathered = gatherRounds(input);
	const { evidence } = gathered;
	const estimator = evidence && estimatorOf(gathered, evidence, input);
	if (evidence === void 0 || estimator === void 0) return sought.map(() => ({ kind: "unknown" }));
	return sought.map((cost) => riseOf(cost, evidence, estimator));
}
function estimatorOf({ pairs }, evidence, { policy }) {
	if (pairs < 3) return void 0;
	const accounts = testedAccounts(evidence, limitsOf(policy, evidence.table.rows));
	if (accounts.length === 0) return void 0;
	const series = accounts.map(({ tested }) => tested.series);
	return fitEstimator(series, evidence.inflation);
}
function riseOf(cost, evidence, estimator) {
	const series = seriesOf(cost, evidence);
	if (series !== void 0) return {
		kind: "seen",
		estimate: estimator(series)
	};
	if (!cost.isNew) return { kind: "unknown" };
	const [costliest] = evidence.table.rows.flatMap(({ gated }, row) => gated && isNewIn(evidence, row) && canBe(cost, evidence, row) ? [estimator(evidence.row(row, cost.measure))] : []).sort((a, b) => b.delta - a.delta);
	return {
		kind: "absent",
		estimate: costliest
	};
}
function seriesOf({ key, name, file, measure, isNew }, evidence) {
	if (key === "") return evidence.normalisation.kind === "counted" ? evidence.program() : void 0;
	const found = evidence.table.rows.findIndex((row) => row.key === key);
	if (found >= 0) return evidence.row(found, measure);
	const [only, ...others] = isNew ? [] : rowsOf(evidence, name, file);
	return only === void 0 || others.length > 0 ? void 0 : evidence.row(only, measure);
}
function canBe({ onHead }, { table }, row) {
	const { key, name } = table.rows[row] ?? {
		key: "",
		name: ""
	};
	return isNameless(name) || !onHead.has(key);
}
function rowsOf({ table }, name, file) {
	return table.rows.flatMap((row, index) => row.name === name && row.file === file ? [index] : []);
}
function isNewIn(evidence, row) {
	return meanOf(evidence.row(row, "total"), "base") === 0;
}
// src/bisect/ask-rise.ts
const FIRST_LOOK = 3;
const ERROR = .01;
const NOT_SEEN = {
	delta: null,
	low: null,
	high: null
};
const NOT_READ = {
	reading: "unclear",
	...NOT_SEEN,
	reason: null
};
const NOTHING_OF_IT = {
	reading: "fast",
	delta: 0,
	low: 0,
	high: 0,
	reason: null
};
function askRises(rises, { allowDifferent }, most, diff) {
	const looks = searchLooks({
		first: FIRST_LOOK,
		most
	}, 0);
	const levels = lookLevels(looks.map((pairs) => pairs / (looks.at(-1) ?? 1)), ERROR, spendEvenly);
	let readings = rises.map(() => NOT_READ);
	function read({ rounds, profileType }, origins, level) {
		const own = rises.filter((rise) => rise.profileType === profileType);
		const [first] = own;
		if (first === void 0) return new Map();
		const refusal = refusalOf(judgeEnvironment(rounds, allowDifferent));
		if (refusal !== void 0) return new Map(own.map((rise) => [rise, broken(refusal.message)]));
		const subjects = {
			policy: first.policy,
			...origins
		};
		const found = risesOf(comparisonInput(rounds, subjects, {
			diff,
			facts: void 0
		}), own.map(({ cost }) => cost));
		return new Map(own.map((rise, index) => [rise, readingOf(found[index] ?? { kind: "unknown" }, rise.delta / 2, level)]));
	}
	return {
		pairsToHave(types, origins) {
			const pairs = Math.min(...types.map(({ rounds }) => pairRounds(rounds).pairs));
			const look = looks.findLastIndex((planned) => planned <= pairs);
			const found = new Map(types.flatMap((type) => [...read(type, origins, levels[look] ?? 0)]));
			readings = rises.map((rise) => found.get(rise) ?? broken(`its profiles of ${rise.profileType} are broken`));
			return readings.every(({ reading }) => reading !== "unclear") ? void 0 : looks[look + 1];
		},
		readings: () => readings
	};
}
function broken(reason) {
	return {
		reading: "broken",
		...NOT_SEEN,
		reason
	};
}
function readingOf(rise, half, level) {
	if (rise.kind === "unknown") return NOT_READ;
	const { estimate } = rise;
	const isRuledOut = estimate === void 0 || upperBound(estimate, level) < half;
	if (rise.kind === "absent") return isRuledOut ? NOTHING_OF_IT : NOT_READ;
	const { delta, low, high } = rise.estimate;
	return {
		reading: riseBeyond(rise.estimate, half) <= level ? "slow" : isRuledOut ? "fast" : "unclear",
		delta,
		low,
		high,
		reason: null
	};
}
// src/measure-commit.ts
async function measureCommit(commit, rises, run, checkout, surroundings) {
	const { scrub } = run;
	const cleanup = new Cleanup(surroundings.log);
	try {
		return await measure(commit, rises, run, checkout, await temporaryFolder(surroundings.tempDirectory, "the rounds of a commit between", cleanup), surroundings);
	} catch (error) {
		surroundings.signal.throwIfAborted();
		if (!isBroken(error) && !isUnusable(error)) throw error;
		return rises.map(() => broken(scrub(error.message)));
	} finally {
		await cleanup.run();
	}
}
async function measure(commit, rises, { planned, config, service, scrub }, checkout, folder, surroundings) {
	const diff = await diffOf(checkout, planned.base.commit, commit);
	const candidate = {
		...planned,
		head: {
			ref: commit,
			commit
		},
		diff,
		warnings: []
	};
	const sought = new Set(rises.map(({ profileType }) => profileType));
	const [first, ...others] = service.types.filter(({ profileType }) => sought.has(profileType));
	if (first === void 0) return [];
	const most = Math.max(FIRST_LOOK, service.plan.most);
	const asking = askRises(rises, service, most, diff);
	const { manifest } = await recordRounds(candidate, {
		service: {
			...service,
			types: [first, ...others],
			plan: {
				first: FIRST_LOOK,
				most
			}
		},
		bundle: folder,
		comparisons: 1,
		secrets: secretsOf(config),
		scrub,
		forwardTo: void 0
	}, surroundings, asking.pairsToHave);
	const { idle } = await readManifest(manifest);
	return idle === void 0 ? asking.readings() : rises.map(() => NOTHING_OF_IT);
}
function isUnusable(error) {
	return error instanceof FlamegateError && error.kind === "plan";
}
// src/bisect-findings.ts
async function bisectFindings(results, run, surroundings) {
	if (!results.some(({ findings }) => groupFindings(findings).culprits.length > 0)) return [];
	const { log } = surroundings;
	log.section(`bisect ${run.service.name}`);
	const culprits = await culpritsOf(results, run);
	const searching = await orReason(surroundings, () => prepare(culprits, run, surroundings));
	const found = [];
	for (const culprit of culprits) {
		const bisection = typeof searching === "string" ? notSearched(run.scrub(searching)) : await search(culprit, searching, surroundings);
		found.push(foundFor(culprit, bisection));
	}
	return found;
}
async function culpritsOf(results, { service, root, folder }) {
	const path = join(root, folder, "rounds.json");
	const manifest = await readManifest(path);
	const diff = await loadDiff(path, manifest);
	const culprits = [];
	for (const [index, result] of results.entries()) {
		const own = groupFindings(result.findings).culprits;
		const type = service.types[index];
		const recorded = [manifest, ...manifest.further ?? []].find(({ profileType }) => profileType === result.profileType);
		if (own.length === 0 || type === void 0 || recorded === void 0) continue;
		const { profileType, policy } = type;
		const { base, head } = manifest;
		const rounds = await loadType(path, recorded);
		const costs = seekCosts(comparisonInput(rounds, {
			policy,
			base,
			head
		}, {
			diff,
			facts: void 0
		}), own.map(toNamed));
		for (const [at, finding] of own.entries()) {
			const cost = costs[at];
			const rise = cost && {
				profileType,
				policy,
				cost,
				delta: finding.delta
			};
			culprits.push({
				result,
				finding,
				rise
			});
		}
	}
	return culprits.sort((a, b) => b.finding.delta - a.finding.delta);
}
function toNamed({ function: name, file, measure, delta }) {
	return {
		function: name === "(whole program)" ? void 0 : {
			name,
			file
		},
		measure,
		delta
	};
}
async function prepare(culprits, run, surroundings) {
	const { environment, github, signal, log } = surroundings;
	const { planned, config, scrub } = run;
	const { base, head } = planned;
	const { token } = config.publish;
	const cwd = planned.repository;
	const checkout = await openCheckout({
		cwd,
		github,
		token,
		environment,
		signal
	});
	const between = await commitsBetween(checkout, base.commit, head.commit);
	if (between.commits.length === 0) throw new FlamegateError("plan", "there is no commit between base and head");
	const subjects = await subjectsOf(checkout, between.commits);
	const rises = culprits.flatMap(({ rise }) => rise ?? []);
	const known = new Map();
	const tell = (commit) => `${commit.slice(0, 7)} ${subjects.get(commit) ?? ""}`;
	const { length } = between.commits;
	log.info(`Searching ${counted(length, "commit")}, up to ${tell(head.commit)}; at most ${measurementsFor(length)} are measured for each function.`);
	return {
		between,
		subjects: new Map([...subjects].map(([commit, subject]) => [commit, scrub(subject)])),
		rises,
		async readingsOf(commit) {
			const readings = known.get(commit);
			if (readings !== void 0) return readings;
			log.section(`bisect: ${tell(commit)}`);
			const measured = await unlessLate(surroundings, () => measureCommit(commit, rises, run, checkout, surroundings));
			if (measured === "out of time") return measured;
			known.set(commit, measured);
			return measured;
		}
	};
}
async function search({ finding, rise }, { between, subjects, rises, readingsOf }, { log }) {
	if (rise === void 0) return notSearched("the rounds don’t tell which function it is");
	const { commits, parting } = between;
	const at = rises.indexOf(rise);
	return toResult(await bisect({
		commits,
		delta: rise.delta,
		most: measurementsFor(commits.length),
		async measure(commit) {
			const readings = await readingsOf(commit);
			const reading = readings === "out of time" ? void 0 : readings[at];
			if (reading === void 0) return "out of time";
			log.info(`${commit.slice(0, 7)}: ${finding.function} ${inWords(reading)}`);
			return {
				commit,
				...reading
			};
		}
	}), commits.length, parting, subjects);
}
function inWords({ reading, delta, reason }) {
	return `${reading}${delta === null ? "" : ` (${points(delta)})`}${reason === null ? "" : `: ${reason}`}`;
}
function foundFor({ result, finding }, bisection) {
	const { function: name, file, line, measure } = finding;
	return {
		profileType: result.profileType,
		function: name,
		file,
		line,
		measure,
		bisection
	};
}
async function orReason({ signal }, job) {
	try {
		return await job();
	} catch (error) {
		if (isLate(signal)) return signal.reason.message;
		if (error instanceof FlamegateError && error.kind === "plan") return error.message;
		throw error;
	}
}
async function unlessLate({ signal }, job) {
	try {
		return await job();
	} catch (error) {
		if (isLate(signal)) return "out of time";
		throw error;
	}
}
function isLate({ aborted, reason }) {
	return aborted && reason instanceof FlamegateError && reason.kind !== "interrupted";
}
// src/run.ts
async function runAndCompare(config, surroundings) {
	const planned = await planCommits(config, surroundings);
	const cleanup = new Cleanup(surroundings.log);
	try {
		const root = await bundleFolder(config, surroundings, cleanup);
		const scrub = await scrubberOf(surroundings, secretsOf(config));
		const measured = [];
		const isAlone = config.services.length === 1;
		for (const service of config.services) {
			const folder = isAlone ? "." : folderName(service);
			if (!isAlone) surroundings.log.info(`Now the service ${service.name}.`);
			const run = {
				planned,
				config,
				service,
				root,
				folder,
				scrub
			};
			measured.push({
				run,
				recorded: await recordService(run, surroundings)
			});
		}
		const recorded = measured.map((part) => part.recorded);
		const judged = await judgeRecorded(recorded, root, surroundings.version);
		const services = await annotated(measured, judged, surroundings);
		const report = withRecorded(judged, services);
		if (config.bundle !== void 0) await sealBundle(root, recordOf(services, report, root, surroundings));
		return report;
	} finally {
		await cleanup.run();
	}
}
async function annotated(parts, judged, surroundings) {
	const { environment: env, log, signal } = surroundings;
	const owned = [];
	for (const { run, recorded } of parts) {
		const results = resultsOf(judged, run);
		const { repository, base } = run.planned;
		const filesOfBase = async () => filesAt({
			cwd: repository,
			env,
			signal
		}, base.commit);
		const owners = await findOwners(results, run.service, filesOfBase, log);
		owned.push({
			run,
			recorded: {
				...recorded,
				owners
			}
		});
	}
	const searched = [];
	for (const { run, recorded } of owned) {
		const bisections = run.config.bisect ? await bisectFindings(resultsOf(judged, run), run, surroundings) : [];
		searched.push({
			...recorded,
			bisections
		});
	}
	return searched;
}
function resultsOf({ comparisons }, { service: { name } }) {
	return comparisons.map(({ result }) => result).filter(({ service }) => service === name);
}
function recordOf(services, report, root, { version, github }) {
	return {
		version,
		name: basename(root),
		...github === void 0 ? {} : { runUrl: github.runUrl },
		services,
		report: digestOfText(renderJson(report))
	};
}
function folderName({ name }) {
	return encodeURIComponent(name);
}
async function bundleFolder({ bundle }, { cwd, tempDirectory }, cleanup) {
	if (bundle === void 0) return temporaryFolder(tempDirectory, "the recorded rounds", cleanup);
	return resolve(cwd, bundle);
}
export { runAndCompare };
