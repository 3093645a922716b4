import { n as renderMarkdown, r as exitCode, t as renderTerminal } from "./terminal.js";
import { r as renderJson, t as writeReport } from "./files.js";
// src/entry/terminal-report.ts
const DEFAULT_COLUMNS = 80;
const MARKDOWN_BUDGET_BYTES = 1e6;
async function tellTerminal(result, config, process) {
	const { json, markdown } = config.output;
	const colour = process.stdout.isTTY && !process.env.NO_COLOR ? "on" : "off";
	const width = process.stdout.columns ?? DEFAULT_COLUMNS;
	process.stdout.write(`\n${renderTerminal(result, {
		colour,
		width
	})}`);
	if (json !== void 0) await writeReport(process.cwd(), json, renderJson(result));
	if (markdown !== void 0) {
		const text = renderMarkdown(result, { budgetBytes: MARKDOWN_BUDGET_BYTES });
		await writeReport(process.cwd(), markdown, text);
	}
	return exitCode(result.verdict, "fail", config.onInconclusive);
}
export { tellTerminal };
