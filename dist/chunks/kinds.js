// src/profiles/kinds.ts
const KINDS = {
	allocations: [
		"alloc_space",
		"alloc_in_new_tlab_bytes",
		"alloc_sample_bytes",
		"alloc_size"
	],
	"in-use": ["inuse_space", "live"],
	locks: ["delay", "lock_time"]
};
function sampleTypesMeant(wanted) {
	return KINDS[wanted] ?? [wanted];
}
function chooseSampleType(wanted, there) {
	return sampleTypesMeant(wanted).find((type) => there.includes(type));
}
function isState(sampleType) {
	return /^(?:inuse_\w+|goroutines?|live)$/u.test(sampleType);
}
function withoutBlocking(profiles, nameOf) {
	if (!new Set(profiles.map(nameOf)).has("mutex")) return profiles;
	return profiles.filter((profile) => nameOf(profile) !== "block");
}
export { withoutBlocking as i, isState as n, sampleTypesMeant as r, chooseSampleType as t };
