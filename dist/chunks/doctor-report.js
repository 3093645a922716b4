import { n as neutral, t as logLine } from "./log-line.js";
import { a as wrap, o as painter } from "./width.js";
import { t as EXIT } from "./errors.js";
import { t as jsonText } from "./json.js";
import { t as writeReport } from "./files.js";
// src/doctor/terminal.ts
const SENTENCE_LENGTH = 1e3;
const HEADLINES = {
	fit: "Fit: these profiles can be compared",
	weak: "Weak: these profiles can be compared, but small changes will not be seen",
	broken: "Broken: these profiles can not be compared"
};
const LOOKS = {
	fit: "green",
	ok: "green",
	weak: "yellow",
	broken: "red"
};
function renderDiagnosis({ verdict, checks }, options) {
	const paint = painter(options.colour);
	const columns = Math.min(120, Math.max(72, options.width));
	return `${[
		paint(LOOKS[verdict], paint("bold", HEADLINES[verdict])),
		"",
		...checks.flatMap(({ state, subject, fact, advice }) => {
			const said = logLine(`${subject}: ${fact}`, SENTENCE_LENGTH);
			const todo = advice === void 0 ? [] : wrap(logLine(advice, SENTENCE_LENGTH), columns - 9);
			return [...wrap(said, columns - 9).map((line, index) => index === 0 ? `${paint(LOOKS[state], state.padEnd(8))} ${line}` : `         ${line}`), ...todo.map((line) => `         ${paint("dim", line)}`)];
		})
	].map(neutral).join("\n")}\n`;
}
// src/entry/doctor-report.ts
const DEFAULT_COLUMNS = 80;
async function tellDiagnosis(diagnosis, { json }, process) {
	const colour = process.stdout.isTTY && !process.env.NO_COLOR ? "on" : "off";
	const width = process.stdout.columns ?? DEFAULT_COLUMNS;
	process.stdout.write(`\n${renderDiagnosis(diagnosis, {
		colour,
		width
	})}`);
	if (json !== void 0) await writeReport(process.cwd(), json, jsonText(diagnosis));
	return diagnosis.verdict === "broken" ? EXIT.measurement : EXIT.pass;
}
export { tellDiagnosis };
