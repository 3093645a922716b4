import { n as FlamegateError } from "./errors.js";
// src/plan/ref.ts
const MAX_GENERATIONS = 1e4;
function parseRef(ref) {
	const [, name = "", steps = ""] = /^([^~^]*)(.*)$/s.exec(ref) ?? [];
	const refusal = refuse(ref, name);
	if (refusal !== void 0) throw new FlamegateError("usage", `${JSON.stringify(ref)} can't name a commit: ${refusal}`, { hint: "Give a branch, a tag or a commit id." });
	return {
		name,
		steps,
		generations: Math.min(countGenerations(steps), MAX_GENERATIONS)
	};
}
function refuse(ref, name) {
	if (ref === "") return "it is empty";
	if (ref.startsWith("-")) return "it starts with a dash";
	if (/\p{Cc}/u.test(ref)) return "it has control characters";
	if (ref.length > 1e3) return "it is over 1000 characters long";
	return name === "" ? "nothing comes before the ~ or ^" : void 0;
}
function countGenerations(steps) {
	let count = 0;
	for (const [, kind, number] of steps.matchAll(/([~^])(?!\{)(\d*)/g)) count += kind === "^" || number === "" ? 1 : Number(number);
	return count;
}
function isFullId(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(name);
}
function isShortId(name) {
	return /^[0-9a-f]{4,39}$/i.test(name);
}
function isBranchName(name) {
	return !/[\s:?*[\\]|\.\.|@\{/.test(name);
}
export { parseRef as i, isFullId as n, isShortId as r, isBranchName as t };
