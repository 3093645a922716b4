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
export { toFindingChange as n, markWords as t };
