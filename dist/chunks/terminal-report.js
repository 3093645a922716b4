import { f as reportExitCode, l as renderTerminal, t as markdownFile } from "./markdown-file.js";
import { n as renderJson } from "./json.js";
import { t as writeReport } from "./files.js";
// src/entry/terminal-report.ts
const DEFAULT_COLUMNS = 80;
async function tellTerminal(report, { output: { json, markdown }, bundle, runUrl }, process) {
	const colour = process.stdout.isTTY && !process.env.NO_COLOR ? "on" : "off";
	const width = process.stdout.columns ?? DEFAULT_COLUMNS;
	process.stdout.write(`\n${renderTerminal(report, {
		colour,
		width
	})}`);
	if (json !== void 0) await writeReport(process.cwd(), json, renderJson(report));
	if (markdown !== void 0) await writeReport(process.cwd(), markdown, markdownFile(report, {
		bundle,
		runUrl
	}));
	return reportExitCode(report);
}
export { tellTerminal };
