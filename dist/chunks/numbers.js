import { t as plain } from "./plain.js";
// src/report/numbers.ts
const UNKNOWN = "unknown";
const MINUS = "−";
const TIMES = [
	["s", 1],
	["ms", .001],
	["µs", 1e-6],
	["ns", 1e-9]
];
const SIZES = [
	["TiB", 2 ** 40],
	["GiB", 2 ** 30],
	["MiB", 2 ** 20],
	["KiB", 1024],
	["B", 1]
];
function change(fraction) {
	return signed(100 * fraction, decimalsOf(100 * fraction));
}
function points(fraction) {
	const shown = change(fraction);
	return shown === UNKNOWN ? UNKNOWN : `${shown} points`;
}
function size(fraction) {
	const value = Math.abs(100 * fraction);
	const shown = short(value, decimalsOf(value));
	if (shown === UNKNOWN) return UNKNOWN;
	return `${shown} ${shown === "1" ? "point" : "points"}`;
}
function interval(low, high) {
	const decimals = Math.min(decimalsOf(100 * low), decimalsOf(100 * high));
	return `[${signed(100 * low, decimals)}, ${signed(100 * high, decimals)}]`;
}
function share(fraction) {
	return percent(grouped(100 * fraction, 1));
}
function relative(fraction) {
	return percent(signed(100 * fraction, Math.abs(fraction) < .0995 ? 1 : 0));
}
function setting(fraction) {
	return percent(short(100 * fraction, 2));
}
function pValue(p) {
	if (!(p >= 0 && p <= 1)) return `p ${UNKNOWN}`;
	if (p < .001) return "p < 0.001";
	return p > .999 ? "p > 0.999" : `p = ${p.toFixed(3)}`;
}
function count(n) {
	return grouped(n, 0);
}
function counted(n, one, many = `${one}s`) {
	return `${count(n)} ${n === 1 ? one : many}`;
}
function duration(seconds) {
	if (!Number.isFinite(seconds) || Math.abs(seconds) < 119.5) return scaled(seconds, "s", TIMES);
	const whole = Math.round(Math.abs(seconds));
	return `${seconds < 0 ? MINUS : ""}${count(Math.floor(whole / 60))} min ${whole % 60} s`;
}
function bytes(n) {
	return scaled(n, "B", SIZES);
}
function cost(value, unit) {
	if (unit === "nanoseconds") return duration(value / 1e9);
	if (unit === "microseconds") return duration(value / 1e6);
	if (unit === "milliseconds") return duration(value / 1e3);
	if (unit === "seconds") return duration(value);
	if (unit === "bytes") return bytes(value);
	return `${significant(value)} ${plain(unit, 20)}`.trim();
}
function scaled(value, unit, sizes) {
	if (!Number.isFinite(value)) return UNKNOWN;
	if (value === 0) return `0 ${unit}`;
	const [name, size] = sizes.find(([, size]) => Math.abs(value) / size >= .9995) ?? sizes.at(-1) ?? [unit, 1];
	return `${significant(value / size)} ${name}`;
}
function significant(value) {
	const size = Math.abs(value);
	return grouped(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}
function signed(value, decimals) {
	const shown = grouped(value, decimals);
	return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}
function short(value, decimals) {
	return grouped(value, decimals).replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "");
}
function grouped(value, decimals) {
	if (!Number.isFinite(value)) return UNKNOWN;
	const size = Math.abs(value);
	const shown = size < 0x38d7ea4c68000 ? separated(size, decimals) : size.toExponential(2);
	return value < 0 && /[1-9]/.test(shown) ? MINUS + shown : shown;
}
function separated(size, decimals) {
	const [whole = "", part] = size.toFixed(decimals).split(".");
	const thousands = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
	return part === void 0 ? thousands : `${thousands}.${part}`;
}
function percent(shown) {
	return shown === UNKNOWN ? UNKNOWN : `${shown}%`;
}
function decimalsOf(value) {
	return Math.abs(value) < .0995 ? 2 : 1;
}
export { counted as a, points as c, share as d, size as f, count as i, relative as l, change as n, interval as o, cost as r, pValue as s, bytes as t, setting as u };
