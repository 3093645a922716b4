import { n as patternProblem, t as pathPattern } from "./path-pattern.js";
import { t as isMention } from "./mention.js";
// src/owners/owner.ts
const ADDRESS = /^[^\s@<>]{1,100}@[\w.-]{1,200}$/u;
function isOwner(text) {
	return isMention(text) || ADDRESS.test(text);
}
// src/owners/codeowners.ts
function parseCodeowners(text) {
	const rules = [];
	const problems = [];
	text.split(/\r?\n/u).forEach((line, index) => {
		const [pattern, ...names] = wordsOf(line);
		if (pattern === void 0) return;
		const rule = toRule(pattern, names);
		if (typeof rule === "string") problems.push(`CODEOWNERS line ${index + 1}: ${rule}`);
		else rules.push(rule);
	});
	return {
		rules,
		problems
	};
}
function toRule(pattern, names) {
	const problem = patternProblem(pattern);
	if (problem !== void 0) return `the pattern ${pattern} ${problem}`;
	const stranger = names.find((name) => !isOwner(name));
	if (stranger !== void 0) return `${stranger} is no account, team or address`;
	return {
		matches: pathPattern(pattern),
		owners: names
	};
}
function ownersBy(rules, file) {
	return rules.findLast(({ matches }) => matches(file))?.owners;
}
function wordsOf(line) {
	const words = line.match(/(?:\\.|[^\s\\]|\\$)+/gu) ?? [];
	const comment = words.findIndex((word) => word.startsWith("#"));
	return comment < 0 ? words : words.slice(0, comment);
}
// src/owners/owners-map.ts
function rulesOf(owners) {
	const rules = [];
	const problems = [];
	for (const [pattern, names] of owners) {
		const rule = toRule(pattern, names);
		if (typeof rule === "string") problems.push(`owners: ${rule}`);
		else rules.push(rule);
	}
	return {
		rules,
		problems
	};
}
export { ownersBy as n, parseCodeowners as r, rulesOf as t };
