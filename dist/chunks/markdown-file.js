import { t as EXIT } from "./errors.js";
import { t as plain } from "./plain.js";
import { n as neutral, t as logLine } from "./log-line.js";
import { a as wrap, i as width, n as alignRight, o as painter, r as fitColumns, t as alignLeft } from "./width.js";
import { a as counted, d as share, f as size, i as count, l as relative, n as change, o as interval, r as cost, s as pValue, t as bytes, u as setting } from "./numbers.js";
import { i as worstFirst, t as labelOf } from "./report.js";
import "./result.js";
import { a as acceptance, c as location, i as GROUP_TITLES, l as ownChange, o as changeWithInterval, r as FAILED_WAIVERS, s as cutNote, t as markWords } from "./attribution.js";
import { t as isMention } from "./mention.js";
import { t as groupFindings } from "./groups.js";
// src/report/wording.ts
function headline(result, groups) {
	return [`${VERDICTS[result.verdict]}: `, ...outcome$1(result, groups)];
}
function headlineIn(result, groups) {
	return [
		`${VERDICTS[result.verdict]} in `,
		{ name: result.service },
		": ",
		...outcome$1(result, groups)
	];
}
const VERDICTS = {
	pass: "Pass",
	regression: "Regression",
	inconclusive: "Inconclusive",
	invalid: "Invalid"
};
function outcome$1(result, { culprits, waived }) {
	switch (result.verdict) {
		case "pass":
			if (result.idle !== null) return ["the change has no effect on what is built of ", { name: result.service }];
			return [
				"no function of ",
				{ name: result.service },
				" costs more than allowed",
				waived.length === 0 ? "" : `; ${counted(waived.length, "rise is", "rises are")} waived`
			];
		case "regression": return regression(result, culprits);
		case "inconclusive": return inconclusive(result);
		case "invalid": return [{ prose: result.reason }];
	}
}
function regression(result, [worst, ...others]) {
	if (worst === void 0) return [{ prose: result.reason }];
	return [
		...worst.kind === "new" ? [
			"the new ",
			subject(worst),
			` costs ${size(worst.delta)} of `
		] : [subject(worst), ` costs ${size(worst.delta)} more `],
		...perRequest(result),
		worst.baseShare > 0 ? ` (${ownChange(worst)})` : "",
		...more(others.length, "fails", "fail")
	];
}
function inconclusive(result) {
	const [widest, ...others] = result.undecided;
	if (widest === void 0) return [{ prose: result.reason }];
	return [
		subject(widest),
		` may cost up to ${size(widest.upperBound)} more `,
		...perRequest(result),
		...more(others.length, "is undecided", "are undecided")
	];
}
function subject(of) {
	return of.function === "(whole program)" ? "the whole program" : { name: of.function };
}
function more(others, one, many) {
	if (others === 0) return [];
	return [`; ${counted(others, "other function")} ${others === 1 ? one : many} too`];
}
function comparison(result) {
	const { service, base, head, profileType } = result;
	return [
		"Comparing ",
		{ name: service },
		" at base",
		...identity(base),
		...time(base),
		" with head",
		...identity(head),
		...time(head),
		...base.rounds + head.rounds > 0 ? evidence(base, head) : [],
		", profile type ",
		{ name: profileType },
		"."
	];
}
function identity(side) {
	const commit = side.commit === null ? [] : [" ", { name: side.commit.slice(0, 7) }];
	if (side.ref === null || side.ref === side.commit) return commit;
	return commit.length === 0 ? [" ", { name: side.ref }] : [
		...commit,
		" (",
		{ name: side.ref },
		")"
	];
}
function time({ window }) {
	return window === void 0 ? [] : [" of ", { prose: window }];
}
function evidence(base, head) {
	const ticks = base.ticks + head.ticks;
	return [
		base.rounds === head.rounds ? `, ${counted(base.rounds, "round")} each` : `, ${counted(base.rounds, "round")} against ${count(head.rounds)}`,
		`, ${requests(base, head)}`,
		ticks > 0 ? `, ${counted(ticks, "sample")}` : ""
	];
}
function requests(base, head) {
	if (base.requests === null || head.requests === null) return "requests not counted";
	const failed = (base.failed ?? 0) + (head.failed ?? 0);
	const all = counted(base.requests + head.requests, "request");
	return failed === 0 ? all : `${all} (${count(failed)} more failed)`;
}
function wholeProgram(result) {
	const { base, head, program } = result;
	if (base.costPerRequest === null || head.costPerRequest === null) return [];
	const costs = (side) => ({ prose: cost(side, result.unit) });
	return [
		"One request to ",
		{ name: result.service },
		" costs ",
		costs(base.costPerRequest),
		" of ",
		resource(result.profileType),
		" on base and ",
		costs(head.costPerRequest),
		" on head",
		program === null ? "" : ` (${relative(program.delta)}, 95% interval ${relative(program.low)} to ${relative(program.high)})`,
		"."
	];
}
function requirement(result) {
	const { verdict, policy, functionsTested, functionsRuled: ruled = 0 } = result;
	if (result.idle !== null) return [{ prose: sentence(result.reason) }];
	if (verdict === "pass") {
		const tested = counted(functionsTested, "cost was", "costs were");
		const but = ruled === 0 ? "" : ` but ${count(ruled)} with ${ruled === 1 ? "a limit of its own" : "limits of their own"}`;
		return [`An increase of ${limit(policy)} is ruled out for every function${but}; ${tested} tested.`];
	}
	const open = verdict === "inconclusive" ? "; this run can neither show nor rule that out" : "";
	const own = ruled === 0 ? "" : `; ${counted(ruled, "function has a limit of its own", "functions have limits of their own")}`;
	return [`A function fails from ${limit(policy)}${own}${open}.`];
}
function limit({ maxIncrease, minRelative }) {
	if (!(minRelative > 0)) return size(maxIncrease);
	return `${size(maxIncrease)} (or ${setting(minRelative)} of its own cost, if that is more)`;
}
function legend(result, table) {
	return [
		...onePoint(result),
		table.of === "findings" ? "; in brackets the 95% interval." : ".",
		table.shown < table.all ? ` The first ${count(table.shown)} of ${count(table.all)} are shown.` : ""
	];
}
function onePoint(result) {
	return ["One point is 1% of the base’s ", ...perRequest(result)];
}
function ofTheChange(finding) {
	if (finding.change === null) return [];
	return [
		{
			touched: "The change touches ",
			reachable: "The change can reach ",
			unrelated: "The change can’t reach "
		}[finding.change.mark],
		subject(finding),
		": ",
		{ prose: finding.change.because },
		"."
	];
}
function heaviestPath({ path }) {
	if (path.length < 2) return [];
	const inner = path.slice(-8);
	const left = path.length - inner.length;
	return [
		"Heaviest path on head: ",
		left > 0 ? `${counted(left, "outer frame")} → ` : "",
		...inner.flatMap((name, i) => i === 0 ? [{ name }] : [" → ", { name }])
	];
}
function sensitivity(result) {
	if (result.verdict === "invalid" || result.idle !== null) return [];
	const least = result.minimumDetectableChange;
	return [least === null ? "The smallest change that this run would have caught is unknown." : `This run would have caught an increase of ${size(least)} in a function of under 10% share, with 80% power.`, result.normalisation === "estimated" ? " Requests were not counted, so only shares were compared: if everything got slower alike, this run can’t see it." : ""];
}
function perRequest(result) {
	const what = resource(result.profileType);
	return result.normalisation === "estimated" ? [what] : [what, " per request"];
}
function resource(profileType) {
	switch (profileType) {
		case "cpu": return "CPU";
		case "wall": return "wall time";
		case "alloc_space": return "allocated memory";
		case "alloc_objects": return "allocations";
		case "inuse_space": return "memory in use";
		default: return { name: profileType };
	}
}
function sentence(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
// src/text/markdown.ts
const SAFE_WORD = /^["'(]*(?:\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’/]\p{L}[\p{L}\p{M}]*)*|[+−-]?\d[\d,.]*(?:%|\p{L}{1,3})?|[–—…→])[.,;:!?)"']*$/u;
const LINKED = /[0-9a-f]{7}|www/i;
const LIST_MARKER = /^\d+[.)]$/;
const QUOTED_OR_WORD = /(?<!\S)(\(?)`([^`]+)`(\)?[.,;:!?]*)(?!\S)|\S+/gu;
const EMPTY = "(empty)";
const CLOSING = /(?<=.)[.,;:!?]+$/u;
function code(text, max = 120) {
	return span(plain(text, max));
}
function codeBlock(lines, language, max = 300) {
	if (lines.length === 0) return "";
	const shown = lines.map((line) => withoutComment(plain(line, max)).trimEnd());
	const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
	return [
		fence + language,
		...shown,
		fence
	].join("\n");
}
function prose(text, max = 600) {
	const shown = plain(text, max).trim();
	if (shown === "") return EMPTY;
	return shown.replace(QUOTED_OR_WORD, (whole, open, quoted, close, at) => quoted === void 0 ? word(whole, at === 0) : open + span(quoted) + close);
}
function mention(text, max = 120) {
	return isMention(text) ? text.replaceAll("_", "\\_") : code(text, max);
}
function cell(markdown) {
	return markdown.replace(/(\\?)\|/g, (_, slash) => slash ? "\\⟨U+007C⟩" : "\\|");
}
function link(label, url) {
	const parsed = URL.canParse(url) ? new URL(url) : void 0;
	if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") return label;
	return `[${label}](${parsed.href.replace(/[^\w:/.,%?=&~#@-]/g, percentEncoded)})`;
}
function word(text, first) {
	const starts = first && LIST_MARKER.test(text);
	if (SAFE_WORD.test(text) && !LINKED.test(text) && !starts) return text;
	const closing = CLOSING.exec(text)?.[0] ?? "";
	return span(text.slice(0, text.length - closing.length)) + closing;
}
function percentEncoded(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
function span(text) {
	const shown = withoutComment(text).trim();
	if (shown === "") return EMPTY;
	const fence = "`".repeat(longestRun(shown) + 1);
	const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
	return fence + pad + shown + pad + fence;
}
function withoutComment(text) {
	return text.replaceAll("<!--", "⟨U+003C⟩!--");
}
function longestRun(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
// src/report/exit.ts
function reportExitCode({ comparisons }) {
	return worstFirst(comparisons).map(({ result, handling }) => exitCode(result.verdict, handling.mode, handling.onInconclusive)).find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
function exitCode(verdict, mode, onInconclusive) {
	if (mode !== "block") return EXIT.pass;
	switch (verdict) {
		case "pass": return EXIT.pass;
		case "regression": return EXIT.regression;
		case "inconclusive": return onInconclusive === "warn" ? EXIT.pass : EXIT.inconclusive;
		case "invalid": return EXIT.measurement;
	}
}
// src/report/calls.ts
function callsOf({ comparisons }) {
	return callsFor(comparisons.filter(({ handling }) => handling.mode !== "observe").flatMap(({ result }) => groupFindings(result.findings).culprits));
}
function callsFor(findings) {
	const calls = new Map();
	for (const { function: name, owners = [] } of findings) for (const owner of owners) {
		const key = owner.toLowerCase();
		const call = calls.get(key) ?? {
			owner,
			functions: []
		};
		if (!call.functions.includes(name)) call.functions.push(name);
		calls.set(key, call);
	}
	return [...calls.values()];
}
function callSentence({ owner, functions }, most) {
	const shown = functions.slice(0, most);
	return [
		{ owner },
		" looks after ",
		...shown.flatMap((name, i) => i === 0 ? [{ name }] : [", ", { name }]),
		cutNote(shown.length, functions.length)
	];
}
// src/report/terminal-lines.ts
const MAX_NOTES = 20;
const SENTENCE_LENGTH = 600;
const LOOKS = {
	pass: "green",
	regression: "red",
	inconclusive: "yellow",
	invalid: "red"
};
function title(sentence, verdict, page) {
	const { paint } = page;
	return say(sentence, page).map((line) => paint(LOOKS[verdict], paint("bold", line)));
}
function hanging(text, columns) {
	return wrap(text, columns - 2).map((line, i) => i === 0 ? line : `  ${line}`);
}
function say(sentence, { columns }) {
	const text = inText(sentence);
	return text === "" ? [] : wrap(text, columns);
}
function sentences(what, items, { columns }) {
	if (items.length === 0) return [];
	const shown = items.slice(0, MAX_NOTES);
	return [`${what}${cutNote(shown.length, items.length)}:`, ...shown.flatMap((item) => hanging(`- ${inText(item)}`, columns))];
}
function list$1(what, items, page) {
	return sentences(what, items.map((item) => [{ prose: item }]), page);
}
function inText(sentence) {
	return sentence.map((piece) => {
		if (typeof piece === "string") return piece;
		if ("owner" in piece) return logLine(piece.owner, 60);
		return "name" in piece ? logLine(piece.name, 60) : logLine(piece.prose, SENTENCE_LENGTH);
	}).join("").trim();
}
// src/report/bisection.ts
const MAX_COMMITS = 10;
const ID_LENGTH = 7;
function bisectionSentences(findings) {
	return findings.flatMap((finding) => {
		const { bisection } = finding;
		if (bisection === void 0) return [];
		return [[...outcome(finding, bisection), ...measured(bisection.measurements)]];
	});
}
function outcome(finding, bisection) {
	const name = subject(finding);
	const { culprit, parting, stopped, reason } = bisection;
	if (stopped === "not searched") return [
		"Which commit made ",
		name,
		" slower was not searched: ",
		{ prose: `${reason}.` }
	];
	if (culprit === null) return several(name, bisection);
	if (culprit.commit === parting) return [
		name,
		" is as slow already at ",
		...commit(culprit),
		", where the histories of base and head part: no commit since brought it, base has one that made it faster."
	];
	const isOnly = bisection.commits === 1;
	return [
		...commit(culprit),
		" made ",
		name,
		` slower${howMuch(finding, bisection)}`,
		isOnly ? ": there is no other commit between base and head." : "."
	];
}
function howMuch({ low }, { culprit, part, measurements }) {
	const own = measurements.find((one) => one.commit === culprit?.commit);
	const before = measurements.findLast((one) => one.reading === "fast");
	const isLess = own !== void 0 && own.high !== null && own.high < low;
	const isLater = before !== void 0 && before.low !== null && before.low > 0;
	if (part === null || !isLess && !isLater) return "";
	return `, by ${setting(Math.round(100 * part) / 100)} of the whole rise`;
}
function several(name, bisection) {
	const { suspects } = bisection;
	const shown = suspects.slice(0, MAX_COMMITS);
	return [
		`One of ${counted(suspects.length, "commit")} made `,
		name,
		` slower, and ${whyLeft(bisection)}: `,
		...shown.flatMap((of, index) => [index === 0 ? "" : ", ", ...commit(of)]),
		`${cutNote(shown.length, suspects.length)}.`
	];
}
function whyLeft({ stopped, measurements }) {
	switch (stopped) {
		case "out of time": return "the time was up before they were told apart";
		case "enough measured": return `${counted(measurements.length, "measurement")} did not tell them apart`;
		default: return "no measurement tells them apart";
	}
}
function measured(measurements) {
	if (measurements.length === 0) return [];
	const shown = measurements.slice(0, MAX_COMMITS);
	return [
		" Measured, in points",
		cutNote(shown.length, measurements.length),
		": ",
		...shown.flatMap((of, index) => [
			index === 0 ? "" : "; ",
			id(of),
			...reading(of)
		]),
		"."
	];
}
function reading({ reading: read, delta, low, high, reason }) {
	const of = low === null || high === null ? "" : ` ${interval(low, high)}`;
	const rise = delta === null ? "" : ` ${change(delta)}${of}`;
	switch (read) {
		case "slow": return [`${rise}, with it`];
		case "fast": return [`${rise}, without it`];
		case "unclear": return [`${rise}, undecided`];
		case "broken": return reason === null ? [" broken"] : [
			" broken (",
			{ prose: reason },
			")"
		];
	}
}
function commit(of) {
	return of.subject === "" ? [id(of)] : [
		id(of),
		" (",
		{ prose: of.subject },
		")"
	];
}
function id({ commit: whole }) {
	return { name: whole.slice(0, ID_LENGTH) };
}
// src/report/differences.ts
function withoutCertainty({ rounds }) {
	return [`What differs in ${counted(rounds, "pair")} of rounds, without any certainty: all of it may be noise.`];
}
function differencesLegend(result, shown) {
	const all = result.differences.length;
	return [
		...onePoint(result),
		". The largest come first; a function that another one explains counts with its own code only.",
		shown < all ? ` ${count(shown)} of ${count(all)} functions that differ are shown.` : ""
	];
}
// src/report/environment.ts
function measuredOn({ environment, slowdown }) {
	if (environment === void 0) return [];
	const parts = [
		fact(environment, machine),
		fact(environment, ({ runtimes }) => named$1(runtimes)),
		sampling(environment),
		worst(environment, "steal", ({ stealShare }) => stealShare),
		worst(environment, "other load", ({ otherCpuShare }) => otherCpuShare),
		slowed(slowdown)
	].filter((part) => part.length > 0);
	if (parts.length === 0) return [];
	return [
		"Measured on ",
		...parts.flatMap((part, i) => i === 0 ? part : [", ", ...part]),
		"."
	];
}
function fact({ base, head }, say) {
	const [ofBase, ofHead] = [say(base), say(head)];
	if (JSON.stringify(ofBase) === JSON.stringify(ofHead)) return ofBase;
	return [
		...orUnknown(ofBase),
		" (head: ",
		...orUnknown(ofHead),
		")"
	];
}
function sampling({ base, head }) {
	const rates = [base.sampleRateAchieved, head.sampleRateAchieved].filter((rate) => rate !== null);
	const achieved = rates.length === 0 ? null : Math.min(...rates);
	const asked = fact({
		base,
		head
	}, ({ sampleRateAsked: rate }) => rate === null || achieved !== null && achieved >= rate ? [] : [`${threeDigits(rate)} samples/s`]);
	if (achieved === null) return asked;
	if (asked.length === 0) return [`${threeDigits(achieved)} samples/s`];
	return [...asked, ` (${threeDigits(achieved)} achieved)`];
}
function worst({ base, head }, what, of) {
	const values = [of(base), of(head)].filter((value) => value !== null);
	return values.length === 0 ? [] : [`${what} ${share(Math.max(...values))}`];
}
function slowed(slowdown) {
	if (slowdown === null) return [];
	const [base, head] = [share(slowdown.base - 1), share(slowdown.head - 1)];
	return [`slowed by others ${base} (head: ${head}), which is corrected`];
}
function machine({ cpus, cpuCount, cpuQuota, memoryBytes }) {
	const model = named$1(cpus);
	const cpu = cpuCount === null ? model : [`${count(cpuCount)} × `, ...model.length > 0 ? model : ["CPU"]];
	const limit = cpuQuota === null ? [] : [
		" (at most ",
		{ prose: cost(cpuQuota, "CPUs") },
		")"
	];
	const memory = memoryBytes === null ? [] : [bytes(memoryBytes)];
	if (cpu.length === 0) return memory;
	return [
		...cpu,
		...limit,
		...memory.length > 0 ? [", ", ...memory] : []
	];
}
function threeDigits(perSecond) {
	return count(Number(perSecond.toPrecision(3)));
}
function named$1(texts) {
	return texts.length === 0 ? [] : [{ prose: texts.join(" + ") }];
}
function orUnknown(pieces) {
	return pieces.length === 0 ? ["unknown"] : pieces;
}
// src/text/columns.ts
const LEAST = 12;
const GAP = "  ";
function alignedColumns(rows, columns) {
	const widths = [];
	for (const [, ...numbers] of rows) for (const [i, cell] of numbers.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
	const taken = widths.reduce((sum, each) => sum + 2 + each, 0);
	const longest = Math.max(0, ...rows.map(([name]) => width(name)));
	const room = Math.max(LEAST, Math.min(longest, columns - taken));
	return rows.map(([name, ...numbers]) => [alignLeft(fitColumns(name, room), room), ...numbers.map((cell, i) => alignRight(cell, widths[i] ?? 0))].join(GAP));
}
// src/report/terminal-table.ts
const INDENT = "  ";
function findingLines(findings, page) {
	return lines([
		"Function",
		"Base",
		"Head",
		"Change, points",
		"Relative"
	], findings.map((of) => [
		name(of),
		share(of.baseShare),
		share(of.headShare),
		changeWithInterval(of),
		ownChange(of)
	]), findings.map((of) => [`${of.kind}, ${pValue(of.adjustedP)}${markWords(of)}`, location(of)]), page);
}
function undecidedLines(undecided, page) {
	return lines([
		"Function",
		"Base",
		"Change, points",
		"At most (95%)",
		"Fails from"
	], undecided.map((of) => [
		name(of),
		share(of.baseShare),
		change(of.delta),
		change(of.upperBound),
		size(of.threshold)
	]), undecided.map((of) => [of.file]), page);
}
function differenceLines(differences, page) {
	return lines([
		"Function",
		"Base",
		"Head",
		"Change, points",
		"Self"
	], differences.map((of) => [
		logLine(of.function, 120),
		share(of.total.baseShare),
		share(of.total.headShare),
		change(of.total.delta),
		change(of.self.delta)
	]), differences.map((of) => [location(of)]), page);
}
function name(of) {
	return logLine(of.function, 120) + (of.measure === "self" ? " (self)" : "");
}
function lines(titles, rows, notes, page) {
	const { columns, paint } = page;
	const [header = "", ...body] = alignedColumns([titles, ...rows], columns - 2);
	return [paint("dim", INDENT + header), ...body.flatMap((row, i) => {
		const note = (notes[i] ?? []).filter((part) => part !== "").map((part) => logLine(part, 200));
		if (note.length === 0) return [INDENT + row];
		const shown = fitColumns(note.join(", "), columns - 4);
		return [INDENT + row, paint("dim", "    " + shown)];
	})];
}
// src/report/terminal-result.ts
const MAX_ROWS = 10;
const MAX_LISTED = 5;
function resultBlocks$1({ result, handling: { playbook } }, groups, page) {
	return [
		...result.verdict === "invalid" ? failure$1(result, page) : judgement$1(result, groups, page),
		list$1("Warnings", result.warnings, page),
		list$1("What to do next", result.advice, page),
		result.verdict === "pass" || playbook === void 0 ? [] : [logLine(`Playbook: ${playbook}`)],
		say(sensitivity(result), page)
	];
}
function judgement$1(result, groups, page) {
	return [
		say([
			...wholeProgram(result),
			" ",
			...requirement(result)
		], page),
		say([
			...comparison(result),
			" ",
			...measuredOn(result)
		], page),
		...tables$1(result, groups, page)
	];
}
function tables$1(result, groups, page) {
	const { culprits, callers, risen, waived, improvements, moved } = groups;
	const { undecided } = result;
	const [worst] = culprits;
	const rest = [
		...named(GROUP_TITLES.callers, callers, page),
		...waivedLines(waived, page),
		...named(GROUP_TITLES.risen, risen, page),
		...named(GROUP_TITLES.undecided, worst === void 0 ? [] : undecided, page),
		...named(GROUP_TITLES.improvements, improvements, page),
		...named(GROUP_TITLES.moved, moved, page)
	];
	if (worst === void 0) {
		if (result.differences.length > 0) return differences$1(result, page);
		if (undecided.length === 0) return [rest];
		const table = {
			of: "undecided",
			shown: MAX_ROWS,
			all: undecided.length
		};
		return [
			undecidedLines(undecided.slice(0, MAX_ROWS), page),
			say(legend(result, table), page),
			rest
		];
	}
	return [
		findingLines(culprits.slice(0, MAX_ROWS), page),
		say(legend(result, {
			of: "findings",
			shown: MAX_ROWS,
			all: culprits.length
		}), page),
		say(ofTheChange(worst), page),
		say(heaviestPath(worst), page),
		sentences("Which commit", bisectionSentences(culprits), page),
		rest
	];
}
function differences$1(result, page) {
	const shown = result.differences.slice(0, MAX_ROWS);
	return [
		say(withoutCertainty(result), page),
		differenceLines(shown, page),
		say(differencesLegend(result, shown.length), page)
	];
}
function failure$1(result, page) {
	const output = result.output.slice(-30);
	const title = `Last lines of output${cutNote(output.length, result.output.length)}:`;
	return [say([
		...comparison(result),
		" ",
		...measuredOn(result)
	], page), output.length === 0 ? [] : [title, ...output.map((line) => `  │ ${logLine(line, 300)}`.trimEnd())]];
}
function waivedLines(waived, page) {
	const shown = waived.slice(0, MAX_LISTED);
	if (shown.length === 0) return [];
	const note = cutNote(shown.length, waived.length);
	return [`${GROUP_TITLES.waived(waived.length)}${note}:`, ...shown.flatMap(({ function: name, delta, waiver }) => {
		const accepted = waiver === void 0 ? "" : `, accepted up to ${acceptance(waiver)}`;
		const given = waiver?.given && `; by ${waiver.given.by}, ${waiver.given.url}`;
		return hanging(`- ${logLine(name, 60)} ${change(delta)}${logLine(accepted, 300)}${logLine(given ?? "", 300)}`, page.columns);
	})];
}
function named(title, rows, { columns }) {
	if (rows.length === 0) return [];
	const shown = rows.slice(0, MAX_LISTED);
	const names = shown.map((row) => `${logLine(row.function, 60)} ${change(row.delta)}`);
	const note = cutNote(shown.length, rows.length);
	return hanging(`${title(rows.length)}${note}: ${names.join(", ")}`, columns);
}
// src/report/several.ts
function headlineOfAll({ comparisons }) {
	const [worst, ...others] = worstFirst(comparisons);
	if (worst === void 0) return [];
	const { result } = worst;
	if (result.verdict === "pass") return [`Pass: nothing costs more than allowed in ${counted(comparisons.length, "comparison")}`];
	return [...headlineIn(result, groupFindings(result.findings)), `; ${standing(others)}`];
}
function standing(others) {
	const counts = new Map();
	for (const { result } of others) counts.set(result.verdict, (counts.get(result.verdict) ?? 0) + 1);
	const words = [...counts].map(([verdict, n]) => `${n} ${verdict}`);
	return `the other ${others.length}: ${words.join(", ")}`;
}
function verdictWords({ result, handling }) {
	return `${VERDICTS[result.verdict].toLowerCase()}${WITHOUT_TEETH[handling.mode]}`;
}
const WITHOUT_TEETH = {
	block: "",
	comment: ", does not fail",
	observe: ", only observed"
};
function isQuiet({ verdict, findings }) {
	return verdict === "pass" && groupFindings(findings).waived.length === 0;
}
function gistOf(result) {
	const { culprits, waived } = groupFindings(result.findings);
	const [culprit] = culprits;
	if (culprit !== void 0) return {
		of: culprit,
		change: changeWithInterval(culprit)
	};
	const [widest] = result.undecided;
	if (widest !== void 0) return {
		of: widest,
		change: `at most ${change(widest.upperBound)}`
	};
	const [accepted] = waived;
	if (accepted === void 0) return {
		of: void 0,
		change: "–"
	};
	return {
		of: accepted,
		change: `${changeWithInterval(accepted)}, waived`
	};
}
// src/report/terminal-several.ts
const MAX_OVERVIEW = 50;
function severalBlocks$1(report, page) {
	const all = worstFirst(report.comparisons);
	const open = all.filter(({ result }) => !isQuiet(result));
	const passed = all.filter(({ result }) => isQuiet(result));
	return [
		title(headlineOfAll(report), report.verdict, page),
		overview$1(open, page),
		...open.flatMap((compared) => section$1(compared, page)),
		passedLines(passed, page),
		list$1("Warnings of comparisons that passed", passed.flatMap(({ result }) => result.warnings.map((text) => `${labelOf(result)}: ${text}`)), page)
	];
}
function overview$1(open, { paint, columns }) {
	if (open.length === 0) return [];
	const shown = open.slice(0, MAX_OVERVIEW);
	const [header = "", ...lines] = alignedColumns([[
		"Comparison",
		"Verdict",
		"Function",
		"Change, points"
	], ...shown.map((compared) => {
		const { of, change } = gistOf(compared.result);
		const what = of === void 0 ? "–" : logLine(of.function, 60);
		return [
			label(compared.result),
			verdictWords(compared),
			what,
			change
		];
	})], columns - 2);
	const note = cutNote(shown.length, open.length);
	return [
		paint("dim", `  ${header}`),
		...lines.map((line) => `  ${line}`),
		...note === "" ? [] : [` ${note}`]
	];
}
function section$1(compared, page) {
	const { result } = compared;
	const groups = groupFindings(result.findings);
	return [title(headlineIn(result, groups), result.verdict, page), ...resultBlocks$1(compared, groups, page)];
}
function passedLines(passed, page) {
	if (passed.length === 0) return [];
	const shown = passed.slice(0, MAX_OVERVIEW);
	return [...say([`${counted(passed.length, "comparison")} passed${cutNote(shown.length, passed.length)}:`], page), ...shown.flatMap(({ result }) => hanging(`- ${label(result)}: ${caught(result)}`, page.columns))];
}
function caught({ minimumDetectableChange: least, idle }) {
	if (idle !== null) return "not measured, since the change has no effect on what is built";
	return `would have caught ${least === null ? "an unknown change" : `an increase of ${size(least)}`}`;
}
function label(result) {
	return logLine(labelOf(result), 60);
}
// src/report/terminal.ts
const MAX_FUNCTIONS = 10;
function renderTerminal(report, options) {
	const columns = Math.min(120, Math.max(72, options.width));
	const page = {
		paint: painter(options.colour),
		columns
	};
	const [only, ...others] = report.comparisons;
	return `${[...others.length === 0 ? oneBlocks$1(only, page) : severalBlocks$1(report, page), sentences("Owners", callsOf(report).map((call) => callSentence(call, MAX_FUNCTIONS)), page)].filter((block) => block.length > 0).flatMap((block) => [...block, ""]).slice(0, -1).map(neutral).join("\n")}\n`;
}
function oneBlocks$1(compared, page) {
	const { result } = compared;
	const groups = groupFindings(result.findings);
	return [title(headline(result, groups), result.verdict, page), ...resultBlocks$1(compared, groups, page)];
}
// src/replay/command.ts
function replayCommand({ name, seal }) {
	return `flamegate replay ${quoted(name)} --seal ${seal}`;
}
function quoted(name) {
	return /^[\w./:@-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
// src/report/markdown-level.ts
const LEVELS = [
	{
		rows: 10,
		listed: 50,
		notes: 20,
		lines: 30,
		name: 100,
		sentence: 600,
		overview: 100,
		sections: 30
	},
	{
		rows: 10,
		listed: 20,
		notes: 10,
		lines: 20,
		name: 80,
		sentence: 400,
		overview: 50,
		sections: 12
	},
	{
		rows: 10,
		listed: 5,
		notes: 5,
		lines: 10,
		name: 60,
		sentence: 300,
		overview: 20,
		sections: 5
	},
	{
		rows: 3,
		listed: 1,
		notes: 2,
		lines: 3,
		name: 40,
		sentence: 150,
		overview: 5,
		sections: 1
	}
];
function inMarkdown(sentence, level) {
	return sentence.map((piece) => {
		if (typeof piece === "string") return piece;
		if ("owner" in piece) return mention(piece.owner, level.name);
		return "name" in piece ? code(piece.name, level.name) : prose(piece.prose, level.sentence);
	}).join("");
}
// src/report/markdown-calls.ts
function callsBlock(calls, level) {
	if (calls.length === 0) return "";
	const shown = calls.slice(0, level.notes);
	const lines = shown.map((call) => `- ${inMarkdown(callSentence(call, level.rows), level)}`);
	return [
		`**Owners**${cutNote(shown.length, calls.length)}`,
		"",
		...lines
	].join("\n");
}
// src/report/markdown-commits.ts
function commitsBlock(findings, level) {
	const sentences = bisectionSentences(findings);
	if (sentences.length === 0) return "";
	const shown = sentences.slice(0, level.notes);
	const lines = shown.map((sentence) => `- ${inMarkdown(sentence, level)}`);
	return [
		`**Which commit**${cutNote(shown.length, sentences.length)}`,
		"",
		...lines
	].join("\n");
}
// node_modules/markdown-table/index.js
function defaultStringLength(value) {
	return value.length;
}
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/markdown-tables.ts
const CHANGE = "Change, points";
const NAME = {
	title: "Function",
	align: "l",
	cell: ({ file, line = 0, measure, ...row }, { name }) => code(row.function, name) + (measure === "self" ? " (self)" : "") + (file === "" ? "" : ` at ${code(location({
		file,
		line
	}), name)}`)
};
const BASE = {
	title: "Base",
	align: "r",
	cell: (row) => share(row.baseShare)
};
const HEAD = {
	title: "Head",
	align: "r",
	cell: (row) => share(row.headShare)
};
const DELTA = {
	title: CHANGE,
	align: "r",
	cell: changeWithInterval
};
const OWN = {
	title: "Relative",
	align: "r",
	cell: ownChange
};
const KIND = {
	title: "Kind",
	align: "l",
	cell: (row) => row.kind
};
const VERDICT = {
	title: "Verdict",
	align: "l",
	cell: (row) => `${row.kind}, ${pValue(row.adjustedP)}${markWords(row)}${failedWaiver(row)}`
};
const BECAUSE = {
	title: "Because of",
	align: "l",
	cell: (row, { name }) => row.explainedBy === null ? "–" : code(row.explainedBy, name)
};
const ACCEPTED = {
	title: "Accepted",
	align: "l",
	cell: ({ waiver }, { name }) => waiver === void 0 ? "–" : prose(acceptance(waiver), 3 * name) + givenBy(waiver, name)
};
function givenBy({ given }, name) {
	return given === void 0 ? "" : `; by ${code(given.by, name)} (${link("on GitHub", given.url)})`;
}
function failedWaiver({ waiver }) {
	if (waiver === void 0 || waiver.state === "applies") return "";
	const words = FAILED_WAIVERS[waiver.state];
	return `, ${waiver.given === void 0 ? words : link(words, waiver.given.url)}`;
}
const OPEN$1 = [
	NAME,
	BASE,
	{
		title: CHANGE,
		align: "r",
		cell: (row) => change(row.delta)
	},
	{
		title: "At most (95%)",
		align: "r",
		cell: (row) => change(row.upperBound)
	},
	{
		title: "Fails from",
		align: "r",
		cell: (row) => size(row.threshold)
	}
];
const SEEN = [
	{
		title: NAME.title,
		align: NAME.align,
		cell: (row, limits) => NAME.cell({
			...row,
			measure: "total"
		}, limits)
	},
	{
		title: BASE.title,
		align: "r",
		cell: ({ total }) => share(total.baseShare)
	},
	{
		title: HEAD.title,
		align: "r",
		cell: ({ total }) => share(total.headShare)
	},
	{
		title: CHANGE,
		align: "r",
		cell: ({ total }) => change(total.delta)
	},
	{
		title: "Self",
		align: "r",
		cell: ({ self }) => change(self.delta)
	}
];
function culpritTable(culprits, limits) {
	return table([
		NAME,
		BASE,
		HEAD,
		DELTA,
		OWN,
		VERDICT
	], culprits, limits.rows, limits);
}
function undecidedTable(undecided, limits) {
	return table(OPEN$1, undecided, limits.rows, limits);
}
function differencesTable(differences, limits) {
	return table(SEEN, differences, limits.rows, limits);
}
function foldedTables(groups, open, limits) {
	const { callers, risen, waived, improvements, moved } = groups;
	const columns = [
		NAME,
		BASE,
		HEAD,
		DELTA
	];
	return [
		folded(GROUP_TITLES.callers, [...columns, BECAUSE], callers, limits),
		folded(GROUP_TITLES.waived, [...columns, ACCEPTED], waived, limits),
		folded(GROUP_TITLES.risen, [
			...columns,
			OWN,
			VERDICT
		], risen, limits),
		folded(GROUP_TITLES.undecided, OPEN$1, open, limits),
		folded(GROUP_TITLES.improvements, [
			...columns,
			OWN,
			KIND
		], improvements, limits),
		folded(GROUP_TITLES.moved, [...columns, {
			...BECAUSE,
			title: "Where to"
		}], moved, limits)
	].filter((part) => part !== "");
}
function folded(title, columns, rows, limits) {
	if (rows.length === 0) return "";
	const shown = Math.min(rows.length, limits.listed);
	return [
		`<details><summary>${title(rows.length)}${cutNote(shown, rows.length)}</summary>`,
		table(columns, rows, limits.listed, limits),
		"</details>"
	].join("\n\n");
}
function table(columns, all, max, limits) {
	const rows = all.slice(0, max).map((row) => columns.map((column) => cell(column.cell(row, limits))));
	return markdownTable([columns.map((column) => column.title), ...rows], {
		align: columns.map((column) => column.align),
		alignDelimiters: false
	});
}
// src/report/markdown-result.ts
function resultBlocks({ result, handling: { playbook } }, groups, level) {
	return [
		...result.verdict === "invalid" ? failure(result, level) : judgement(result, groups, level),
		...list("Warnings", result.warnings, level),
		...list("What to do next", result.advice, level),
		result.verdict === "pass" || playbook === void 0 ? "" : link("Playbook", playbook)
	];
}
function judgement(result, groups, level) {
	const say = (sentence) => inMarkdown(sentence, level);
	return [
		say([
			...wholeProgram(result),
			" ",
			...requirement(result)
		]).trim(),
		say([
			...comparison(result),
			" ",
			...measuredOn(result)
		]).trim(),
		...tables(result, groups, level, say)
	];
}
function tables(result, groups, level, say) {
	const { culprits } = groups;
	const { undecided } = result;
	const [worst] = culprits;
	if (worst === void 0) {
		if (result.differences.length > 0) return differences(result, level, say);
		const table = {
			of: "undecided",
			shown: level.rows,
			all: undecided.length
		};
		return [...undecided.length === 0 ? [] : [undecidedTable(undecided, level), say(legend(result, table))], ...foldedTables(groups, [], level)];
	}
	return [
		culpritTable(culprits, level),
		say(legend(result, {
			of: "findings",
			shown: level.rows,
			all: culprits.length
		})),
		say(ofTheChange(worst)),
		say(heaviestPath(worst)),
		commitsBlock(culprits, level),
		...foldedTables(groups, undecided, level)
	];
}
function differences(result, level, say) {
	const shown = Math.min(result.differences.length, level.rows);
	return [
		say(withoutCertainty(result)),
		differencesTable(result.differences, level),
		say(differencesLegend(result, shown))
	];
}
function failure(result, level) {
	const output = result.output.slice(-level.lines);
	return [
		inMarkdown([
			...comparison(result),
			" ",
			...measuredOn(result)
		], level).trim(),
		output.length === 0 ? "" : `Last lines of output${cutNote(output.length, result.output.length)}:`,
		codeBlock(output, "text")
	];
}
function list(title, items, level) {
	if (items.length === 0) return [];
	const shown = items.slice(0, level.notes);
	return [`**${title}**${cutNote(shown.length, items.length)}`, shown.map((item) => `- ${prose(item, level.sentence)}`).join("\n")];
}
// src/report/markdown-several.ts
const SERVICE = {
	title: "Service",
	align: "l",
	cell: ({ result }, { name }) => code(result.service, name)
};
const TYPE = {
	title: "Profile type",
	align: "l",
	cell: ({ result }, { name }) => code(result.profileType, name)
};
const OPEN = [
	SERVICE,
	TYPE,
	{
		title: "Verdict",
		align: "l",
		cell: verdictWords
	},
	{
		title: "Function",
		align: "l",
		cell: ({ result }, { name }) => {
			const { of } = gistOf(result);
			return of === void 0 ? "–" : code(of.function, name);
		}
	},
	{
		title: "Change, points",
		align: "r",
		cell: ({ result }) => gistOf(result).change
	}
];
const PASSED = [
	SERVICE,
	TYPE,
	{
		title: "Rounds",
		align: "r",
		cell: ({ result }) => count(result.rounds)
	},
	{
		title: "Costs less",
		align: "r",
		cell: ({ result }) => count(groupFindings(result.findings).improvements.length)
	},
	{
		title: "Would have caught",
		align: "r",
		cell: ({ result: { minimumDetectableChange: least, idle } }) => {
			if (idle !== null) return "not measured: no effect";
			return least === null ? "unknown" : size(least);
		}
	}
];
function severalBlocks(report, level) {
	const all = worstFirst(report.comparisons);
	const open = all.filter(({ result }) => !isQuiet(result));
	const passed = all.filter(({ result }) => isQuiet(result));
	const told = open.slice(0, level.sections);
	return [
		`### ${inMarkdown(headlineOfAll(report), level)}`,
		...overview(open, level),
		...told.flatMap((compared) => section(compared, level)),
		told.length < open.length ? `${told.length} of ${open.length} comparisons with something to tell are told in full.` : "",
		folded((n) => `${counted(n, "comparison")} passed`, PASSED, passed, {
			...level,
			listed: level.overview
		}),
		...list("Warnings of comparisons that passed", passed.flatMap(({ result }) => result.warnings.map((text) => `${labelOf(result)}: ${text}`)), level)
	];
}
function overview(open, level) {
	if (open.length === 0) return [];
	const shown = Math.min(open.length, level.overview);
	const note = cutNote(shown, open.length).trim();
	return [table(OPEN, open, level.overview, level), note];
}
function section(compared, level) {
	const { result } = compared;
	const groups = groupFindings(result.findings);
	return [
		`#### ${inMarkdown(headlineIn(result, groups), level)}`,
		...resultBlocks(compared, groups, level),
		inMarkdown(sensitivity(result), level)
	];
}
// src/report/markdown.ts
const COMMAND_LENGTH = 1e3;
function renderMarkdown(report, options) {
	for (const level of LEVELS) {
		const text = render(report, options, level);
		if (Buffer.byteLength(text) <= options.budgetBytes) return text;
	}
	return `Flamegate: ${report.verdict}. The report does not fit here.\n`.slice(0, Math.max(0, options.budgetBytes));
}
function render(report, options, level) {
	const [only, ...others] = report.comparisons;
	const isAlone = others.length === 0;
	return `${[
		...isAlone ? oneBlocks(only, level) : severalBlocks(report, level),
		callsBlock(callsOf(report), level),
		isAlone ? inMarkdown(sensitivity(only.result), level) : "",
		footer(only.result, options)
	].filter((block) => block !== "").join("\n\n")}\n`;
}
function oneBlocks(compared, level) {
	const { result } = compared;
	const groups = groupFindings(result.findings);
	return [`### ${inMarkdown(headline(result, groups), level)}`, ...resultBlocks(compared, groups, level)];
}
function footer({ tool }, { runUrl, replay }) {
	return [
		`Flamegate ${prose(tool.version, 40)}`,
		...runUrl === void 0 ? [] : [link("workflow run", runUrl)],
		...replay === void 0 ? [] : [`again: ${code(replay, COMMAND_LENGTH)}`]
	].join(" · ");
}
// src/entry/markdown-file.ts
const BUDGET_BYTES = 1e6;
function markdownFile(report, pointers) {
	return renderMarkdown(report, {
		budgetBytes: BUDGET_BYTES,
		...pointersOf(pointers)
	});
}
function pointersOf({ bundle, runUrl }) {
	return {
		...bundle === void 0 ? {} : { replay: replayCommand(bundle) },
		...runUrl === void 0 ? {} : { runUrl }
	};
}
export { comparison as _, commitsBlock as a, sensitivity as b, inMarkdown as c, callsFor as d, reportExitCode as f, VERDICTS as g, prose as h, culpritTable as i, renderTerminal as l, link as m, pointersOf as n, callsBlock as o, code as p, renderMarkdown as r, LEVELS as s, markdownFile as t, measuredOn as u, heaviestPath as v, legend as y };
