import { a as counted, f as size, i as count, l as relative, n as change, o as interval } from "./numbers.js";
// src/report/phrases.ts
function changeWithInterval(of) {
	return `${change(of.delta)} ${interval(of.low, of.high)}`;
}
function ownChange(of) {
	return of.baseShare > 0 ? relative(of.delta / of.baseShare) : "–";
}
function location(of) {
	return of.file !== "" && of.line > 0 ? `${of.file}:${of.line}` : of.file;
}
function acceptance({ ceiling, expires, reason, issue }) {
	return `${size(ceiling)} until ${expires}: ${whyWaived(reason, issue)}`;
}
function whyWaived(reason, issue) {
	return issue === null || reason.includes(issue) ? reason : `${reason}, ${issue}`;
}
const FAILED_WAIVERS = {
	exceeded: "beyond its waiver",
	expired: "waiver expired"
};
function cutNote(shown, total) {
	return shown < total ? ` (${count(shown)} of ${count(total)} shown)` : "";
}
const GROUP_TITLES = {
	callers: (n) => `${counted(n, "caller")} rose only because of a function above`,
	risen: (n) => `${counted(n, "function")} rose without failing the gate`,
	waived: (n) => `${counted(n, "function")} rose, which is waived`,
	undecided: (n) => `${counted(n, "function")} undecided`,
	improvements: (n) => `${counted(n, "function costs", "functions cost")} less`,
	moved: (n) => `${counted(n, "function")} whose cost only moved`
};
// src/report/attribution.ts
function toFindingChange(attribution) {
	if (attribution === void 0) return null;
	return {
		mark: attribution.mark,
		because: because(attribution.way)
	};
}
function because(way) {
	switch (way.by) {
		case "lines": return `lines of it changed in ${way.path}`;
		case "file": return `other lines of ${way.path} changed`;
		case "package": return `it lies in ${way.name} or what depends on that, and its version changed`;
		case "calls": return `it calls ${way.name}, which changed`;
		case "called": return `${way.name}, which changed, calls it`;
		case "shared caller": return `${way.name} calls both it and what changed`;
		case "imports": return `its file and ${way.path}, which changed, are connected by what they load`;
		case "everything": return `${way.path} changed, which may concern everything`;
		case "unseen": return `${way.name} changed, and no profile shows who calls it`;
		case "unknown": return "nothing says where it lies";
		case "nothing": return "no way leads from the change to it";
	}
}
function markWords({ change }) {
	switch (change?.mark) {
		case "touched": return ", touched by the change";
		case "reachable": return ", reachable from the change";
		case "unrelated": return ", out of the change’s reach";
		case void 0: return "";
	}
}
export { acceptance as a, location as c, GROUP_TITLES as i, ownChange as l, toFindingChange as n, changeWithInterval as o, FAILED_WAIVERS as r, cutNote as s, markWords as t, whyWaived as u };
