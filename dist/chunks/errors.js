// src/errors.ts
const EXIT = {
	pass: 0,
	regression: 1,
	usage: 2,
	measurement: 3,
	inconclusive: 4,
	interrupted: 130,
	terminated: 143,
	hungUp: 129
};
var FlamegateError = class extends Error {
	kind;
	hint;
	output;
	exitCode;
	constructor(kind, message, details = {}) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "FlamegateError";
		this.kind = kind;
		this.hint = details.hint;
		this.output = details.output ?? [];
		this.exitCode = details.exitCode ?? exitCodeOf(kind);
	}
};
function exitCodeOf(kind) {
	return kind === "usage" || kind === "plan" ? EXIT.usage : EXIT.measurement;
}
function isBroken(error) {
	return error instanceof FlamegateError && error.kind === "measurement";
}
export { FlamegateError as n, isBroken as r, EXIT as t };
