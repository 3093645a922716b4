import { n as FlamegateError } from "./errors.js";
import { c as FunctionTable } from "./located.js";
import { t as StackTable } from "./stack-table.js";
// src/profiles/merge.ts
function mergeStacks(profiles) {
	const [first, ...others] = profiles;
	if (first === void 0) throw new FlamegateError("measurement", "no profiles to merge");
	const { type, unit } = first.sampleType;
	for (const { sampleType } of others) {
		if (sampleType.type === type && sampleType.unit === unit) continue;
		throw new FlamegateError("measurement", `profiles of ${type} (${unit}) and of ${sampleType.type} (${sampleType.unit}) can't be summed`);
	}
	const functions = new FunctionTable();
	const stacks = new StackTable();
	for (const profile of profiles) addTo(profile, functions, stacks);
	return {
		sampleType: first.sampleType,
		functions: functions.list(),
		...stacks.columns(),
		ticks: profiles.reduce((sum, { ticks }) => sum + ticks, 0)
	};
}
function addTo(profile, functions, stacks) {
	const indices = profile.functions.map((info) => functions.intern(info));
	profile.values.forEach((value, stack) => {
		const end = profile.offsets[stack + 1] ?? 0;
		for (let i = profile.offsets[stack] ?? 0; i < end; i++) stacks.frame(indices[profile.frames[i] ?? 0] ?? 0);
		stacks.close(value);
	});
}
export { mergeStacks as t };
