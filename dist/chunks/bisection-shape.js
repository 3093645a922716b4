import { a as countAt, i as below, l as objectAt, o as fieldError } from "./json-fields.js";
// src/report/json-reader.ts
const MAX_ITEMS = 2e4;
const MAX_TEXT = 1e5;
function record(fields) {
	const read = (value, at) => {
		const given = objectAt(value, at);
		for (const name of Object.keys(given)) if (!Object.hasOwn(fields, name)) throw fieldError(below(at, name), "left out");
		const found = [];
		for (const [name, field] of Object.entries(fields)) {
			const own = Object.hasOwn(given, name) ? given[name] : void 0;
			if (typeof field === "function") found.push([name, field(own, below(at, name))]);
			else if (own !== void 0) found.push([name, field.mayBeMissing(own, below(at, name))]);
		}
		return Object.fromEntries(found);
	};
	return Object.assign(read, { arrange: (value) => arrangeFields(fields, value) });
}
function arrangeFields(fields, value) {
	const found = [];
	for (const name of Object.keys(fields)) {
		const field = fields[name];
		const own = value[name];
		if (own === void 0) continue;
		found.push([name, arranged(typeof field === "function" ? field : field.mayBeMissing, own)]);
	}
	return Object.fromEntries(found);
}
function arranged({ arrange }, value) {
	return arrange === void 0 ? value : arrange(value);
}
function maybeMissing(reader) {
	return { mayBeMissing: reader };
}
function list(item) {
	const read = (value, at) => {
		if (!Array.isArray(value)) throw fieldError(at, "a list");
		if (value.length > MAX_ITEMS) throw fieldError(at, `a list of at most ${MAX_ITEMS} items`);
		return value.map((one, index) => item(one, below(at, index)));
	};
	return Object.assign(read, { arrange: (value) => value.map((one) => arranged(item, one)) });
}
function checked(reader, check) {
	const read = (value, at) => {
		const found = reader(value, at);
		check(found, at);
		return found;
	};
	return Object.assign(read, { arrange: (value) => arranged(reader, value) });
}
function orNull(reader) {
	const read = (value, at) => value === null ? null : reader(value, at);
	const arrange = (value) => value === null ? null : arranged(reader, value);
	return Object.assign(read, { arrange });
}
function oneOf(...values) {
	return (value, at) => {
		const found = values.find((one) => one === value);
		if (found === void 0) throw fieldError(at, `one of ${values.join(", ")}`);
		return found;
	};
}
const text = (value, at) => {
	if (typeof value !== "string") throw fieldError(at, "a text");
	if (value.length > MAX_TEXT) throw fieldError(at, `at most ${MAX_TEXT} characters long`);
	return value;
};
const flag = (value, at) => {
	if (typeof value === "boolean") return value;
	throw fieldError(at, "true or false");
};
const number = (value, at) => {
	if (typeof value === "number" && Number.isFinite(value)) return value;
	throw fieldError(at, "a number");
};
// src/report/bisection-shape.ts
const commitId = (value, at) => {
	if (typeof value === "string" && /^(?:[\da-f]{40}|[\da-f]{64})$/u.test(value)) return value;
	throw fieldError(at, "a whole commit id");
};
const COMMIT = {
	commit: commitId,
	subject: text
};
const BISECTION = checked(record({
	culprit: orNull(record(COMMIT)),
	part: orNull(number),
	suspects: list(record(COMMIT)),
	commits: countAt,
	parting: orNull(commitId),
	measurements: list(record({
		...COMMIT,
		reading: oneOf("slow", "fast", "unclear", "broken"),
		delta: orNull(number),
		low: orNull(number),
		high: orNull(number),
		reason: orNull(text)
	})),
	stopped: orNull(oneOf("nothing left to measure", "enough measured", "out of time", "not searched")),
	reason: orNull(text)
}), (bisection, at) => {
	const { culprit, suspects, stopped, measurements, commits, reason } = bisection;
	const [only, ...others] = suspects;
	if (culprit !== null && (culprit.commit !== only?.commit || others.length > 0)) throw fieldError(below(at, "suspects"), "the culprit alone");
	if (culprit === null !== (stopped !== null)) throw fieldError(below(at, "stopped"), "null for a culprit, and only then");
	if (stopped === "not searched" !== (reason !== null)) throw fieldError(below(at, "reason"), "told where nothing was searched, and only there");
	if (suspects.length > commits || measurements.length > commits) throw fieldError(below(at, "commits"), "as many as are named, or more");
});
export { maybeMissing as a, orNull as c, list as i, record as l, arranged as n, number as o, flag as r, oneOf as s, BISECTION as t, text as u };
