import { t as EXIT } from "./errors.js";
import { t as logLine } from "./log-line.js";
// src/entry/init-report.ts
function tellInitialised({ file, services }, process) {
	const lines = services.length === 0 ? [`Wrote ${file}: nothing here looks like a service, so it only shows how one is described.`] : [
		`Wrote ${file} with ${services.length === 1 ? "1 service" : `${services.length} services`}:`,
		...services.map(({ name, from, start }) => `  ${name} (${from}): ${start}`),
		"Read it through, CHECK what is marked so, and commit it. Then try: flamegate run --base HEAD~1"
	];
	process.stdout.write(`${lines.map((line) => logLine(line, 300)).join("\n")}\n`);
	return EXIT.pass;
}
export { tellInitialised };
