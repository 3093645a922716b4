// src/text/cut.ts
const LOUD_FROM = 50;
const LEAST_KEPT = 16;
const UNIT = /⟨U\+[0-9A-F]{4,6}⟩|\P{M}\p{M}*\p{EMod}?|\p{M}+/gsu;
function cutMiddle(text, max) {
	if (text.length <= max) return text;
	const total = length(text);
	if (total <= max) return text;
	const mark = (lost) => `⟨${lost.toLocaleString("en-US")} characters cut⟩`;
	const reserve = length(mark(total));
	const loud = total - max >= LOUD_FROM && max - reserve >= LEAST_KEPT;
	const room = Math.max(0, max - (loud ? reserve : 1));
	const front = take(units(text.slice(0, 2 * max)), Math.ceil(room / 2));
	const back = take(units(text.slice(-2 * max)).reverse(), Math.floor(room / 2)).reverse();
	const lost = total - length(front.join("")) - length(back.join(""));
	return front.join("") + (loud ? mark(lost) : "…".slice(0, max)) + back.join("");
}
function length(text) {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
function units(text) {
	return text.match(UNIT) ?? [];
}
function take(from, room) {
	const taken = [];
	let used = 0;
	for (const unit of from) {
		used += length(unit);
		if (used > room) break;
		taken.push(unit);
	}
	return taken;
}
// src/text/plain.ts
const TERMINAL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-Z\\^-~]/g;
const BREAK = /[\r\n\v\f\t\u0085\u2028\u2029]+/g;
const SPACE = /\p{Z}/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}\u2800]/gu;
const PILE = /(\p{M}{4})\p{M}+/gu;
function plain(text, max = 200) {
	return cutMiddle(visible(text), max);
}
function visible(text) {
	return text.replace(TERMINAL_SEQUENCE, "").replace(BREAK, " ").replace(SPACE, " ").replace(HIDDEN, named).replace(PILE, "$1…");
}
function named(character) {
	return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
export { cutMiddle as n, plain as t };
