import { t as EXIT } from "./errors.js";
import { t as jsonText } from "./json.js";
import { a as counted, c as points, d as share, f as size, i as count, o as interval, r as cost, u as setting } from "./numbers.js";
import { n as neutral, t as logLine } from "./log-line.js";
import { a as wrap, o as painter } from "./width.js";
import { t as writeReport } from "./files.js";
// src/self-test/terminal.ts
const NAME_LENGTH = 60;
const SENTENCE_LENGTH = 600;
const MAX_WARNINGS = 20;
const HEADLINES = {
	sound: "Sound: the gate raises no false alarms beyond what is allowed, and found what was planted",
	"cries-wolf": "Cries wolf: the gate raises alarms where nothing has changed",
	blind: "Blind: the gate did not find the slowdown that was planted",
	useless: "Cries wolf and blind: the gate alarms where nothing has changed, and not where it should"
};
function renderSelfTest(result, options) {
	const paint = painter(options.colour);
	const columns = Math.min(120, Math.max(72, options.width));
	const { falseAlarms, canary } = result;
	const look = result.verdict === "sound" ? "green" : "red";
	return `${[
		wrap(HEADLINES[result.verdict], columns).map((line) => paint(look, paint("bold", line))),
		wrap(`False alarms. ${measuredPairs(result)} ${drawnGates(falseAlarms, result.policy.alpha)}`, columns),
		wrap(dependence(falseAlarms), columns),
		wrap(`${otherVerdicts(falseAlarms)} ${sensitivity(falseAlarms)}`, columns),
		wrap(`Canary. ${planted(canary, result.unit)} ${found(canary)}`, columns),
		list("What to do next", adviceOf(result), columns),
		list("Warnings", result.warnings, columns)
	].filter((block) => block.length > 0).flatMap((block) => [...block, ""]).slice(0, -1).map(neutral).join("\n")}\n`;
}
function measuredPairs({ service, commit, falseAlarms }) {
	return `${logLine(service, NAME_LENGTH)}${commit === null ? "" : ` at ${logLine(commit.slice(0, 7), NAME_LENGTH)}`} against itself in ${counted(falseAlarms.pairs, "pair")} of rounds, looked at once: ${falseAlarms.verdict}.`;
}
function drawnGates({ gates, gatesPlanned, alarms, named }, alpha) {
	const cut = gates < gatesPlanned ? ` (of ${count(gatesPlanned)} planned; time ran out)` : "";
	const range = `95% interval ${share(alarms.low)} to ${share(alarms.high)}`;
	const names = named.map((one) => `${logLine(one.function, NAME_LENGTH)} (${one.gates})`);
	const who = names.length === 0 ? "" : ` They named ${names.join(", ")}.`;
	return `${counted(gates, "gate")}${cut} drawn from these rounds with sides and order by chance: ${counted(alarms.gates, "false alarm")}, ${share(alarms.rate)} (${range}); ${setting(alpha)} are allowed.${who}`;
}
function dependence({ pairs }) {
	return `All gates share the same ${counted(pairs, "pair")} and are not independent, so the truth is less certain than the interval says; more aa-rounds help.`;
}
function otherVerdicts({ gates, pass, inconclusive, refuted, medianPairs }) {
	const part = (n) => share(n / gates);
	const suspected = refuted === 0 ? "" : ` ${counted(refuted, "gate")} suspected a function that fresh rounds cleared.`;
	return `Of the gates ${part(pass)} pass and ${part(inconclusive)} could not tell, after ${count(medianPairs)} pairs in the middle.${suspected}`;
}
function sensitivity({ minimumDetectableChange: least }) {
	return least === null ? "The smallest change that such a gate would catch is unknown." : `Such a gate would catch an increase of ${size(least)} in a function of under 10% share, with 80% power.`;
}
function planted({ plantedInto, planted: part, costPerRequest }, unit) {
	const amount = costPerRequest === null ? size(part) : `${logLine(cost(costPerRequest, unit), NAME_LENGTH)} a request (${size(part)})`;
	return plantedInto === "service" ? `${amount} were planted into the running service.` : `${amount} were planted into the recorded profiles, not into the service, whose requests the canary did not see (it sees those to Node’s own HTTP servers): this tests the decision, not the profiler.`;
}
function found({ caught, culprit, measured, result }) {
	const seen = measured === null ? "" : `: ${points(measured.delta)}, 95% interval ${interval(measured.low, measured.high)}`;
	const rounds = `after ${counted(result.rounds, "pair")} of rounds`;
	if (!caught) return `The gate did not catch it; its verdict ${rounds} was ${result.verdict}${seen}.`;
	return `The gate caught it ${rounds} ${culprit ? "and named it as the culprit" : "but named another function as the culprit"}${seen}.`;
}
function adviceOf({ verdict, falseAlarms, canary }) {
	const sides = verdict === "cries-wolf" || verdict === "useless" ? ["See what differs between two runs of the same commit: caches, data, the machine. Longer rounds and a longer warm-up help; so does a larger max-increase."] : [];
	const advice = canary.caught ? [] : canary.result.advice;
	return [...new Set([
		...sides,
		...falseAlarms.advice,
		...advice
	])];
}
function list(title, items, columns) {
	if (items.length === 0) return [];
	const shown = items.slice(0, MAX_WARNINGS);
	return [`${title}${shown.length < items.length ? ` (${shown.length} of ${items.length} shown)` : ""}:`, ...shown.flatMap((item) => wrap(`- ${logLine(item, SENTENCE_LENGTH)}`, columns - 2).map((line, index) => index === 0 ? line : `  ${line}`))];
}
// src/entry/self-test-report.ts
const DEFAULT_COLUMNS = 80;
async function tellSelfTest(result, { gate }, process) {
	const colour = process.stdout.isTTY && !process.env.NO_COLOR ? "on" : "off";
	const width = process.stdout.columns ?? DEFAULT_COLUMNS;
	process.stdout.write(`\n${renderSelfTest(result, {
		colour,
		width
	})}`);
	const { json } = gate.output;
	if (json !== void 0) await writeReport(process.cwd(), json, jsonText(result));
	return result.verdict === "sound" ? EXIT.pass : EXIT.regression;
}
export { tellSelfTest };
