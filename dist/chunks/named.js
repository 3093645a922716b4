import { n as FlamegateError } from "./errors.js";
import { l as runGit, o as remoteUrl, t as REMOTE } from "./checkout.js";
import { i as explainFetch, r as askOrigin } from "./resolve.js";
// src/plan/release/version.ts
const FIRST_YEAR = 1970;
const DAY = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[.-](\d{1,9}))?$/;
const NUMBERS = /^(\d{1,9}(?:\.\d{1,9}){1,3})(?:-([0-9a-z.-]+)|\.?((?:a|alpha|b|beta|c|cr|rc|m|pre|preview|dev)\.?\d*))?(?:\+[0-9a-z.-]+)?$/i;
function parseVersion(text) {
	const bare = text.replace(/^v(?=\d)/i, "");
	const [, year, , month, day, nth] = DAY.exec(bare) ?? [];
	if (year !== void 0) {
		const numbers = [
			year,
			month,
			day,
			nth
		].flatMap((part) => part === void 0 ? [] : [Number(part)]);
		return isDate({
			numbers,
			preRelease: []
		}) ? {
			numbers,
			preRelease: []
		} : void 0;
	}
	const [, dotted, semantic, glued] = NUMBERS.exec(bare) ?? [];
	if (dotted === void 0) return void 0;
	const numbers = dotted.split(".").map(Number);
	const rest = (semantic ?? glued ?? "").toLowerCase();
	if (isDate({
		numbers,
		preRelease: []
	}) && /^\d+$/.test(rest)) return {
		numbers: [...numbers, Number(rest)],
		preRelease: []
	};
	return {
		numbers,
		preRelease: identifiers(rest)
	};
}
function isDate({ numbers: [first = 0] }) {
	return first >= FIRST_YEAR;
}
function isPreRelease({ preRelease }) {
	return preRelease.length > 0;
}
function compareVersions(a, b) {
	const length = Math.max(a.numbers.length, b.numbers.length);
	for (let at = 0; at < length; at += 1) {
		const order = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
		if (order !== 0) return order;
	}
	if (isPreRelease(a) !== isPreRelease(b)) return isPreRelease(a) ? -1 : 1;
	return compareIdentifiers(a.preRelease, b.preRelease);
}
function identifiers(text) {
	return (text.match(/\d+|[a-z]+/g) ?? []).map((part) => /^\d/.test(part) ? Number(part) : part);
}
function compareIdentifiers(a, b) {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at += 1) {
		const order = compareIdentifier(a[at] ?? 0, b[at] ?? 0);
		if (order !== 0) return order;
	}
	return a.length - b.length;
}
function compareIdentifier(a, b) {
	if (typeof a === "number" && typeof b === "number") return a - b;
	if (typeof a === "string" && typeof b === "string") return a === b ? 0 : a < b ? -1 : 1;
	return typeof a === "number" ? -1 : 1;
}
// src/plan/release/releases.ts
function releasesAmong(tags, rules) {
	const releases = tags.flatMap((tag) => asRelease(tag, rules) ?? []);
	const dated = releases.find(({ version }) => isDate(version));
	const numbered = releases.find(({ version }) => !isDate(version));
	if (dated !== void 0 && numbered !== void 0) throw new FlamegateError("usage", `tags of dates and of versions have no order between them: ${dated.name} and ${numbered.name}`, { hint: "Say with `release-tags` which tags are releases: `v*`, or `release-*`." });
	return releases.sort((a, b) => compareVersions(b.version, a.version) || (a.name < b.name ? -1 : 1));
}
function newestRelease(releases, { preReleases }) {
	return releases.find((release) => preReleases === "include" || !isPreRelease(release.version));
}
function releaseBefore(releases, { version, commit }, rules) {
	return newestRelease(releases.filter((other) => compareVersions(other.version, version) < 0 && other.commit !== commit), rules);
}
function asRelease(tag, { pattern }) {
	const [before = "", after = ""] = pattern.split("*");
	const { name } = tag;
	if (!(name.startsWith(before) && name.endsWith(after)) || name.length <= before.length + after.length) return void 0;
	const version = parseVersion(name.slice(before.length, name.length - after.length));
	return version === void 0 ? void 0 : {
		...tag,
		version
	};
}
// src/plan/release/tags.ts
async function listTags(checkout) {
	return parseTags(await tagLines(checkout));
}
async function tagLines(checkout) {
	if (await remoteUrl(checkout) === void 0) return (await runGit([
		"show-ref",
		"--tags",
		"--dereference"
	], checkout.options)).stdout;
	const answer = await askOrigin(checkout, [
		"ls-remote",
		"--quiet",
		"--tags",
		REMOTE
	]);
	if (answer.status !== 0) throw explainFetch(checkout, answer);
	return answer.stdout;
}
function parseTags(text) {
	const commits = new Map();
	for (const [, commit = "", name = ""] of text.matchAll(/^(\w+)\s+refs\/tags\/(.+)$/gm)) commits.set(name.replace(/\^\{\}$/, ""), commit);
	return [...commits].map(([name, commit]) => ({
		name,
		commit
	}));
}
// src/plan/release/named.ts
const NEWEST = "release:newest";
const PREVIOUS = "release:previous";
function isRelease(ref) {
	return ref?.startsWith("release:") === true;
}
async function nameReleases(checkout, refs, rules) {
	if (!isRelease(refs.base) && !isRelease(refs.head)) return refs;
	const releases = releasesAmong(await listTags(checkout), rules);
	const newest = newestRelease(releases, rules);
	if (newest === void 0) throw noRelease("no tag is a release", rules);
	const find = (ref, reference) => {
		if (ref === "release:newest") return newest.name;
		if (ref !== "release:previous") throw new FlamegateError("usage", `there is no ${JSON.stringify(ref)}`, { hint: `Releases are called ${NEWEST} and ${PREVIOUS}.` });
		const before = releaseBefore(releases, reference, rules);
		if (before === void 0) throw noRelease(`there is no release before ${reference.name}`, rules);
		return before.name;
	};
	const head = isRelease(refs.head) ? find(refs.head, newest) : refs.head;
	const reference = releases.find(({ name }) => name === tagName(head)) ?? newest;
	return {
		head,
		base: isRelease(refs.base) ? find(refs.base, reference) : refs.base
	};
}
function tagName(ref) {
	return ref?.replace(/^refs\/tags\//, "");
}
function noRelease(fact, { pattern, preReleases }) {
	const left = preReleases === "skip" ? ", pre-releases left out" : "";
	return new FlamegateError("plan", `${fact} (tags like ${JSON.stringify(pattern)}${left})`, { hint: "A release is a tag of a version (v1.4.2) or a date (2026-11-20). See the options `release-tags` and `pre-releases`, or name `base` and `head` yourself." });
}
export { nameReleases as i, PREVIOUS as n, isRelease as r, NEWEST as t };
