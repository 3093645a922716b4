import { n as FlamegateError } from "./errors.js";
import { r as reportOn } from "./recorded-report.js";
import { n as openSealed, t as digestOfText } from "./seal.js";
import { n as renderJson } from "./json.js";
// src/replay.ts
async function replay(folder, seal, { version, log }) {
	const sealed = await openSealed(folder, seal);
	const { record } = sealed;
	const report = await reportOn(record.services, folder, version);
	if (record.version !== version) log.warn(`Flamegate ${record.version} recorded this bundle; this is ${version}, which may judge it otherwise.`);
	else if (digestOfText(renderJson(report)) !== record.report) throw new FlamegateError("usage", `the bundle in ${folder} was changed: its report is another one`, { hint: "If nobody changed it, this is a bug in Flamegate; please report it." });
	return {
		report,
		bundle: {
			name: record.name,
			seal: sealed.seal
		},
		runUrl: record.runUrl
	};
}
export { replay };
