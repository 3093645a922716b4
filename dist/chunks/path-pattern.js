// src/config/wildcards.ts
function matchesWildcards(pattern, text, quote) {
	let at = 0;
	let from = 0;
	let star;
	while (from < text.length) {
		const character = pattern[at];
		if (character === "*") {
			star = {
				at: at + 1,
				from
			};
			at += 1;
			continue;
		}
		const escaped = character === quote;
		const wanted = escaped ? pattern[at + 1] : character;
		if (wanted !== void 0 && (wanted === text[from] || wanted === "?" && !escaped)) {
			at += escaped ? 2 : 1;
			from += 1;
		} else if (star !== void 0) {
			star.from += 1;
			at = star.at;
			from = star.from;
		} else return false;
	}
	while (pattern[at] === "*") at += 1;
	return at >= pattern.length;
}
// src/config/path-pattern.ts
const DEEP = "**";
function pathPattern(pattern) {
	const segments = segmentsOf(pattern);
	const last = segments.at(-1);
	if (last === void 0) return () => false;
	const takesFolders = last !== DEEP && last !== "*";
	return (path) => {
		const parts = path.split("/");
		let places = new Set([0]);
		segments.forEach((segment, index) => {
			places = advance(places, segment, parts, index === segments.length - 1);
		});
		return takesFolders ? places.size > 0 : places.has(parts.length);
	};
}
function patternProblem(pattern) {
	if (pattern.startsWith("!")) return "starts with !, which GitHub does not know here";
	if (pattern.startsWith("\\#")) return "starts with \\#, which GitHub takes for a comment";
	if (/[[\]]/u.test(pattern)) return "has brackets, which GitHub does not know here";
	if (pattern.includes("***")) return "has three stars in a row";
}
function segmentsOf(pattern) {
	const segments = pattern.split("/");
	const isFolder = segments.length > 1 && segments.at(-1) === "";
	if (isFolder) segments[segments.length - 1] = DEEP;
	if (segments[0] === "") return pattern === "/" ? [] : segments.slice(1);
	return (segments.length === 1 || segments.length === 2 && isFolder) && segments[0] !== DEEP ? [DEEP, ...segments] : segments;
}
function advance(places, segment, parts, isLast) {
	const next = new Set();
	if (segment === DEEP) {
		const first = Math.min(...places) + (isLast ? 1 : 0);
		for (let place = first; place <= parts.length; place += 1) next.add(place);
		return next;
	}
	for (const place of places) if (place < parts.length && matchesWildcards(segment, parts[place] ?? "", "\\")) next.add(place + 1);
	return next;
}
export { patternProblem as n, matchesWildcards as r, pathPattern as t };
