import { n as FlamegateError } from "./errors.js";
// src/profiles/json-fields.ts
function below(at, key) {
	if (typeof key === "number") return {
		...at,
		path: `${at.path}[${key}]`
	};
	return {
		...at,
		path: at.path === "" ? key : `${at.path}.${key}`
	};
}
function fieldError(at, mustBe, hint) {
	return new FlamegateError("usage", `${at.document}: ${at.path || "the document"} must be ${mustBe}`, hint === void 0 ? {} : { hint });
}
function asJsonObject(value) {
	return isObject(value) ? value : void 0;
}
function objectAt(value, at) {
	if (isObject(value)) return value;
	throw fieldError(at, "an object");
}
function arrayAt(value, at) {
	if (Array.isArray(value)) return value;
	throw fieldError(at, "a list");
}
function oneOf(names) {
	return (value, at) => {
		const found = names.find((name) => name === value);
		if (found === void 0) throw fieldError(at, `one of ${names.join(", ")}`);
		return found;
	};
}
function listOf(parse) {
	return (value, at) => arrayAt(value, at).map((element, index) => parse(element, below(at, index)));
}
function textAt(value, at) {
	if (typeof value === "string" && value !== "") return value;
	throw fieldError(at, "a string that is not empty");
}
function countAt(value, at) {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
	throw fieldError(at, "a whole number, 0 or more");
}
function positiveAt(value, at) {
	if (typeof value === "number" && Number.isFinite(value) && value > 0) return value;
	throw fieldError(at, "a number above 0");
}
function amountAt(value, at) {
	if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
	throw fieldError(at, "a number, 0 or more");
}
function fractionAt(value, at) {
	if (typeof value === "number" && value >= 0 && value <= 1) return value;
	throw fieldError(at, "a number from 0 to 1");
}
function optional(parent, key, at, parse) {
	const value = parent[key];
	if (value === void 0) return {};
	const field = {};
	field[key] = parse(value, below(at, key));
	return field;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
export { countAt as a, listOf as c, optional as d, positiveAt as f, below as i, objectAt as l, arrayAt as n, fieldError as o, textAt as p, asJsonObject as r, fractionAt as s, amountAt as t, oneOf as u };
