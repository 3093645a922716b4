// src/config/window.ts
const FORM = "must be START/END, each like 2026-11-20T10:00:00Z, or START..END, where times like now, now-24h, now-8d and now-1d/d will do too, of the units s, m, h, d, w";
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/u;
const RELATIVE = /^now(?:[+-]\d{0,6}[smhdw]|\/[smhdw]){0,8}$/u;
const STEP = /([+-])(\d*)([smhdw])|\/([smhdw])/gu;
const SECOND = 1e3;
const UNITS = {
	s: SECOND,
	m: 60 * SECOND,
	h: 3600 * SECOND,
	d: 86400 * SECOND,
	w: 604800 * SECOND
};
const FIRST_MONDAY = 345600 * SECOND;
function parseWindow(text, now) {
	const separator = text.includes("..") || text.includes("now") ? ".." : "/";
	const parts = text.split(separator);
	const [start = "", end = ""] = parts.map((part) => part.trim());
	const from = timeOf(start, now, "start");
	const until = timeOf(end, now, "end");
	if (parts.length !== 2 || from === void 0 || until === void 0) return `${FORM}; it is “${text}”`;
	if (from >= until) return `must end after it starts; it is “${text}”`;
	if (end.startsWith("now") && until > now) return `must not end in the future: “${end}” is ${new Date(until).toISOString()}, as /d at the end of a window is the end of that day`;
	return {
		from,
		until
	};
}
function windowText({ from, until }) {
	return [from, until].map((time) => new Date(time).toISOString().replace(".000Z", "Z")).join("/");
}
function timeOf(text, now, edge) {
	if (RELATIVE.test(text)) return relativeTime(text, now, edge);
	const time = INSTANT.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : time;
}
function relativeTime(text, now, edge) {
	let time = Math.floor(now / SECOND) * SECOND;
	for (const [, sign, number = "", unit = "", rounded] of text.matchAll(STEP)) if (rounded === void 0) {
		const length = Number(number || 1) * (UNITS[unit] ?? 0);
		time += sign === "-" ? -length : length;
	} else {
		const length = UNITS[rounded] ?? 1;
		const origin = rounded === "w" ? FIRST_MONDAY : 0;
		const start = Math.floor((time - origin) / length) * length + origin;
		time = edge === "start" ? start : start + length;
	}
	return time;
}
export { windowText as n, parseWindow as t };
