import { n as cutMiddle } from "./plain.js";
import { styleText } from "node:util";
// src/text/paint.ts
function painter(colour) {
	if (colour === "off") return (_, text) => text;
	return (look, text) => styleText(look, text, { validateStream: false });
}
// src/text/width.ts
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const MARK = /\p{M}|\p{EMod}/u;
function width(text) {
	let columns = 0;
	for (const character of text) if (!MARK.test(character)) columns += WIDE.test(character) ? 2 : 1;
	return columns;
}
function alignLeft(text, columns) {
	return text + " ".repeat(Math.max(0, columns - width(text)));
}
function alignRight(text, columns) {
	return " ".repeat(Math.max(0, columns - width(text))) + text;
}
function fitColumns(text, columns) {
	let shown = cutMiddle(text, columns);
	for (let max = columns - 1; width(shown) > columns; max--) shown = cutMiddle(text, max);
	return shown;
}
function wrap(text, columns) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ").map((word) => fitColumns(word, columns))) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (width(longer) > columns) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
export { wrap as a, width as i, alignRight as n, painter as o, fitColumns as r, alignLeft as t };
