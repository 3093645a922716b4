import { n as matcherOf } from "./limits.js";
import { h as prose, m as link } from "./markdown-file.js";
import { t as connectionOf } from "./github-report.js";
// src/entry/pull-request-waivers.ts
const MAX_NOTICES = 5;
const MAX_TEXT = 300;
async function waiversHere(config, run) {
	const { pullRequest, mergeGroup } = run.github;
	const number = pullRequest?.number ?? mergeGroup?.pullRequest;
	return number === void 0 ? NONE : waiversOfPull(number, config, run);
}
async function waiversOfPull(number, config, run) {
	if (config.pullRequestWaivers === "ignore") return NONE;
	const { readWaivers } = await import("./read-waivers.js");
	const pull = {
		number,
		url: pageOf(run.github, number),
		now: new Date()
	};
	const found = await readWaivers(connectionOf(config, run), pull, run.log);
	run.signal.throwIfAborted();
	return found;
}
const NONE = {
	waivers: [],
	notices: []
};
function idleNotices({ comparisons }, waivers) {
	const tested = comparisons.flatMap(({ result }) => result.tested.map(({ function: name, file }) => ({
		name,
		file
	})));
	if (tested.length === 0) return [];
	return waivers.filter((waiver) => !tested.some(matcherOf(waiver))).map(({ functions, given }) => ({
		text: `No function that was judged is meant by the waiver of ${functions} by ${given?.by}.`,
		url: given?.url
	}));
}
function pageOf({ serverUrl, owner, repo }, number) {
	return `${serverUrl}/${owner}/${repo}/pull/${number}`;
}
function notesOf(notices) {
	if (notices.length === 0) return [];
	const shown = notices.slice(0, MAX_NOTICES);
	const rest = notices.length - shown.length;
	const lines = shown.map(({ text, url }) => `> - ${prose(text, MAX_TEXT)}${url === void 0 ? "" : ` (${link("on GitHub", url)})`}`);
	const more = rest === 0 ? [] : [`> - ${shown.length} of ${notices.length} shown; the log has all.`];
	return [[
		"> [!NOTE]",
		...lines,
		...more
	].join("\n")];
}
export { waiversOfPull as i, notesOf as n, waiversHere as r, idleNotices as t };
