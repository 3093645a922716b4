// src/report/groups.ts
function groupFindings(findings) {
	const groups = {
		culprits: [],
		callers: [],
		risen: [],
		waived: [],
		improvements: [],
		moved: []
	};
	for (const finding of findings) groups[groupOf(finding)].push(finding);
	for (const group of Object.values(groups)) group.sort(byChange);
	return groups;
}
function groupOf(finding) {
	switch (finding.kind) {
		case "regression":
		case "new":
			if (!finding.fails && finding.waiver?.state === "applies") return "waived";
			if (!finding.culprit && finding.explainedBy !== null) return "callers";
			return finding.fails ? "culprits" : "risen";
		case "improvement":
		case "gone": return "improvements";
		case "moved": return "moved";
	}
}
function byChange(a, b) {
	return sizeOf(b) - sizeOf(a);
}
function sizeOf(finding) {
	const size = Math.abs(finding.delta);
	return Number.isNaN(size) ? -1 : Math.min(size, Number.MAX_VALUE);
}
export { groupFindings as t };
