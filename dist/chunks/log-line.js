import { t as plain } from "./plain.js";
// src/text/log-line.ts
function logLine(text, max = 2e3) {
	return neutral(plain(text, max));
}
function neutral(line) {
	return line.replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/u, "$1: ");
}
export { neutral as n, logLine as t };
