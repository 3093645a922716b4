import { n as FlamegateError } from "./errors.js";
import { c as FunctionTable } from "./located.js";
import { t as stackTableFor } from "./stack-table.js";
// src/profiles/merge.ts
function mergeStacks(profiles) {
	const sum = new StackSum();
	for (const profile of profiles) sum.add(profile);
	const merged = sum.finish();
	if (merged === void 0) throw new FlamegateError("measurement", "no profiles to merge");
	return merged;
}
var StackSum = class {
	#only;
	#sampleType;
	#ticks = 0;
	#functions = new FunctionTable();
	#stacks = stackTableFor(0);
	add(profile) {
		const isFirst = this.#sampleType === void 0;
		this.#sampleType ??= profile.sampleType;
		checkSame(this.#sampleType, profile.sampleType);
		this.#ticks += profile.ticks;
		if (this.#only !== void 0) this.#addStacks(this.#only);
		this.#only = isFirst ? profile : void 0;
		if (!isFirst) this.#addStacks(profile);
	}
	finish() {
		if (this.#only !== void 0 || this.#sampleType === void 0) return this.#only;
		return {
			sampleType: this.#sampleType,
			functions: this.#functions.list(),
			...this.#stacks.columns(),
			ticks: this.#ticks
		};
	}
	#addStacks(profile) {
		const indices = profile.functions.map((info) => this.#functions.intern(info));
		this.#makeRoom();
		addTo(this.#stacks, profile, indices);
	}
	#makeRoom() {
		const functions = this.#functions.list();
		if (functions.length <= this.#stacks.mostFunctions) return;
		const columns = this.#stacks.columns();
		const expected = {
			frames: 2 * columns.frames.length,
			stacks: columns.values.length
		};
		this.#stacks = stackTableFor(functions.length, expected);
		const same = functions.map((_, index) => index);
		addTo(this.#stacks, columns, same);
	}
};
function addTo(stacks, { frames, offsets, values }, indices) {
	values.forEach((value, stack) => {
		const end = offsets[stack + 1] ?? 0;
		for (let i = offsets[stack] ?? 0; i < end; i++) stacks.frame(indices[frames[i] ?? 0] ?? 0);
		stacks.close(value);
	});
}
function checkSame(one, other) {
	if (one.type === other.type && one.unit === other.unit) return;
	throw new FlamegateError("measurement", `profiles of ${one.type} (${one.unit}) and of ${other.type} (${other.unit}) can't be summed`);
}
export { mergeStacks as n, StackSum as t };
