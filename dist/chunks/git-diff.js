// src/plan/git-diff.ts
function parseDiff(diff) {
	const files = [];
	const lines = diff.split("\n");
	let at = 0;
	while (at < lines.length) {
		if (!lines[at]?.startsWith("diff --git ")) {
			at += 1;
			continue;
		}
		const { base, head, isBinary, modes, end } = readHeader(lines, at);
		const body = readHunks(lines, end);
		at = body.end;
		files.push({
			base,
			head,
			hunks: isBinary ? void 0 : body.hunks,
			modes
		});
	}
	return files;
}
function withoutText(diff) {
	const lines = diff.split("\n");
	let at = 0;
	while (at < lines.length) {
		if (!lines[at]?.startsWith("diff --git ")) {
			lines[at] = lines[at]?.slice(0, 1) ?? "";
			at += 1;
			continue;
		}
		const start = readHeader(lines, at).end;
		at = readHunks(lines, start).end;
		for (let line = start; line < at; line += 1) {
			const text = lines[line] ?? "";
			lines[line] = HUNK.exec(text)?.[0] ?? text.slice(0, 1);
		}
	}
	return lines.join("\n");
}
function readHeader(lines, start) {
	const name = sameName(lines[start]?.slice(11) ?? "");
	let base = name;
	let head = name;
	let isBinary = false;
	const modes = [];
	let at = start + 1;
	for (; at < lines.length; at += 1) {
		const line = lines[at] ?? "";
		if (line.startsWith("@@ ") || line.startsWith("diff --git ")) break;
		const [, keyword = "", rest = ""] = HEADER_LINE.exec(line) ?? [];
		const mode = /(?<= )\d{6}$/u.exec(line)?.[0];
		if (mode !== void 0 && (keyword === "index" || keyword.endsWith("mode"))) modes.push(mode);
		if (keyword === "rename from" || keyword === "copy from") base = unquote(rest);
		else if (keyword === "rename to" || keyword === "copy to") head = unquote(rest);
		else if (keyword === "---") base = sideName(rest, "a/");
		else if (keyword === "+++") head = sideName(rest, "b/");
		else if (keyword === "new file mode") base = void 0;
		else if (keyword === "deleted file mode") head = void 0;
		else if (keyword === "Binary files" || keyword === "GIT binary patch") isBinary = true;
	}
	return {
		base,
		head,
		isBinary,
		modes,
		end: at
	};
}
const HEADER_LINE = /^(rename from|rename to|copy from|copy to|---|\+\+\+|(?:new file|deleted file|old|new) mode|index|Binary files|GIT binary patch)(?: (.*))?$/s;
function sameName(names) {
	const half = (names.length - 1) / 2;
	if (!Number.isInteger(half) || names[half] !== " ") return void 0;
	const name = sideName(names.slice(0, half), "a/");
	return name === sideName(names.slice(half + 1), "b/") ? name : void 0;
}
function sideName(text, prefix) {
	const quoted = text.endsWith("	") ? text.slice(0, -1) : text;
	if (quoted === "/dev/null") return void 0;
	const name = unquote(quoted);
	return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
const ESCAPED = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	"\"": 34,
	"\\": 92
};
function unquote(text) {
	if (text.length < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
	const bytes = [];
	for (const [part, octal, letter] of text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) if (octal !== void 0) bytes.push(Number.parseInt(octal, 8) & 255);
	else if (letter !== void 0) bytes.push(ESCAPED[letter] ?? 63);
	else bytes.push(...new TextEncoder().encode(part));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function readHunks(lines, start) {
	const hunks = [];
	let at = start;
	for (;;) {
		const match = HUNK.exec(lines[at] ?? "");
		if (match === null) return {
			hunks,
			end: at
		};
		const hunk = {
			base: range(match[1], match[2]),
			head: range(match[3], match[4])
		};
		const end = skipHunk(lines, at + 1, lengthOf(hunk.base), lengthOf(hunk.head));
		const previous = hunks.at(-1);
		if (end === void 0 || hunk.head.start < (previous?.head.end ?? 1)) return {
			hunks: void 0,
			end: at + 1
		};
		hunks.push(hunk);
		at = end;
	}
}
function lengthOf({ start, end }) {
	return end - start;
}
function range(first = "0", count = "1") {
	const start = Number(count) === 0 ? Number(first) + 1 : Number(first);
	return {
		start,
		end: start + Number(count)
	};
}
function skipHunk(lines, start, baseLines, headLines) {
	let base = baseLines;
	let head = headLines;
	let at = start;
	while (base > 0 || head > 0 || lines[at]?.startsWith("\\")) {
		const mark = lines[at]?.[0];
		if (mark === "-" || mark === " ") base -= 1;
		if (mark === "+" || mark === " ") head -= 1;
		if (mark === void 0 || !"-+ \\".includes(mark) || base < 0 || head < 0) return void 0;
		at += 1;
	}
	return at;
}
export { withoutText as n, parseDiff as t };
