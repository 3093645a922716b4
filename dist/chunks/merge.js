import { n as FlamegateError } from "./errors.js";
import { c as FunctionTable } from "./located.js";
import { n as StackTable, r as stackTableFor, t as MOST_IN_16_BITS } from "./stack-table.js";
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
		if (this.#functions.list().length > MOST_IN_16_BITS) this.#widen();
		addTo(this.#stacks, profile, indices);
	}
	#widen() {
		if (this.#stacks instanceof StackTable) return;
		const { frames, offsets, values } = this.#stacks.columns();
		const wide = new StackTable({
			frames: 2 * frames.length,
			stacks: values.length
		});
		addTo(wide, {
			frames,
			offsets,
			values
		});
		this.#stacks = wide;
	}
};
function addTo(stacks, { frames, offsets, values }, indices) {
	values.forEach((value, stack) => {
		const end = offsets[stack + 1] ?? 0;
		for (let i = offsets[stack] ?? 0; i < end; i++) {
			const frame = frames[i] ?? 0;
			stacks.frame(indices === void 0 ? frame : indices[frame] ?? 0);
		}
		stacks.close(value);
	});
}
function checkSame(one, other) {
	if (one.type === other.type && one.unit === other.unit) return;
	throw new FlamegateError("measurement", `profiles of ${one.type} (${one.unit}) and of ${other.type} (${other.unit}) can't be summed`);
}
export { mergeStacks as n, StackSum as t };
