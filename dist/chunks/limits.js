import { r as matchesWildcards, t as pathPattern } from "./path-pattern.js";
import "./tested.js";
// src/compare/identity/go.ts
const STANDARD = new Set("archive bufio builtin bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak".split(" "));
function goPackage(name) {
	const plain = name.slice(0, firstOf(name, "[", "("));
	const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
	return dot < 0 ? "" : plain.slice(0, dot);
}
function isGoStandard(path) {
	const slash = path.indexOf("/");
	return STANDARD.has(slash < 0 ? path : path.slice(0, slash));
}
function withoutTypeArguments(name, by) {
	let result = "";
	let from = 0;
	for (;;) {
		const start = nextList(name, from);
		if (start < 0) return result + name.slice(from);
		const end = closingBracket(name, start);
		if (end < 0) return result + name.slice(from);
		result += name.slice(from, start) + by;
		from = end + 1;
	}
}
function nextList(name, from) {
	for (let at = name.indexOf("[", from); at >= 0; at = name.indexOf("[", at + 1)) if (name.startsWith("[go.shape.", at) || name.startsWith("[...]", at)) return at;
	return -1;
}
function closingBracket(name, start) {
	let depth = 0;
	for (let at = start; at < name.length; at++) {
		const char = name[at];
		if (char === "[") depth++;
		else if (char === "]" && --depth === 0) return at;
	}
	return -1;
}
function firstOf(text, ...chars) {
	const found = chars.map((char) => text.indexOf(char)).filter((at) => at >= 0);
	return found.length === 0 ? text.length : Math.min(...found);
}
// src/compare/identity/package.ts
const LAYOUTS = [
	/^node_modules\/((?:@[^/]{1,200}\/)?[^/]{1,200})\//u,
	/^site-packages\/([^/]{1,200}?)(?:\.py)?(?:\/|$)/u,
	/^gems\/([^/]{1,200})\//u,
	/^(?:cargo|nuget):([^/]{1,200})\//u,
	/^vendor\/([^/]{1,200}\/[^/]{1,200})\//u,
	/^((?:node|rust|python|ruby):[^/]{1,200}?)(?:\.py|\.rb)?(?:\/|$)/u
];
const JVM = /^((?:[\w$]{1,200}\/){1,50})[\w$]{1,200}\.[^/]{1,500}$/u;
function packageOf(name, file) {
	for (const layout of LAYOUTS) {
		const found = layout.exec(file)?.[1];
		if (found !== void 0) return found;
	}
	if (/\.(?:go|s)$/u.test(file)) return goPackage(name);
	return ((file === "" || /\.(?:java|kt|scala|jar)$/u.test(file) ? JVM.exec(name)?.[1] : "") ?? "").slice(0, -1).replaceAll("/", ".");
}
// src/compare/limits.ts
function thresholdOf({ maxIncrease, minRelative }, baseShare) {
	return Math.max(maxIncrease, minRelative * baseShare);
}
function limitsOf(policy, rows) {
	const rulings = rulingsOf(policy, rows);
	return {
		rulingOf: (row) => rulings.get(row),
		own(row, baseShare) {
			const ruling = rulings.get(row);
			if (ruling === void 0 || row === -1) return thresholdOf(policy, baseShare);
			const { waiver } = ruling;
			const ceiling = waiver === void 0 || waiver.isExpired ? 0 : waiver.ceiling;
			return Math.max(thresholdOf(ruling, baseShare), ceiling);
		},
		plain: (baseShare) => thresholdOf(policy, baseShare)
	};
}
function rulingsOf(policy, rows) {
	const rules = (policy.rules ?? []).map((rule) => ({
		rule,
		matches: matcherOf(rule)
	}));
	const waivers = (policy.waivers ?? []).map((waiver) => ({
		waiver,
		matches: matcherOf(waiver)
	}));
	const rulings = new Map();
	if (rules.length === 0 && waivers.length === 0) return rulings;
	const known = [];
	rows.forEach((row, index) => {
		const rule = rules.find(({ matches }) => matches(row))?.rule;
		const own = waivers.filter(({ matches }) => matches(row)).map(({ waiver }) => waiver);
		const waiver = own.find(({ isExpired }) => !isExpired) ?? own[0];
		if (rule === void 0 && waiver === void 0) return;
		const same = known.find((one) => one.rule === rule && one.waiver === waiver);
		const ruling = same ?? {
			...rulingBy(rule, policy),
			rule,
			waiver
		};
		if (same === void 0) known.push(ruling);
		rulings.set(index, ruling);
	});
	return rulings;
}
function rulingBy(rule, policy) {
	return {
		maxIncrease: rule?.maxIncrease ?? policy.maxIncrease,
		minRelative: rule?.minRelative ?? policy.minRelative,
		isIgnored: rule?.isIgnored ?? false
	};
}
function matcherOf(pattern) {
	const { functions, files, packages } = pattern;
	const isFile = files === void 0 ? void 0 : pathPattern(files);
	const isPackage = packages === void 0 ? void 0 : pathPattern(packages);
	return ({ name, file }) => (functions === void 0 || matchesWildcards(functions, name, "")) && (isFile?.(file) ?? true) && (isPackage?.(packageOf(name, file)) ?? true);
}
export { withoutTypeArguments as a, isGoStandard as i, matcherOf as n, goPackage as r, limitsOf as t };
