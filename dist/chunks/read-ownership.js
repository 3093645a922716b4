import { n as parseAllDocuments } from "./browser.js";
import { r as asJsonObject } from "./json-fields.js";
import { t as isMention } from "./mention.js";
import { r as parseCodeowners, t as rulesOf } from "./owners-map.js";
// src/owners/catalog-info.ts
const TEAM = "github.com/team-slug";
const LOGIN = "github.com/user-login";
const MAX_DOCUMENTS = 100;
function catalogOwner(text, service) {
	const entities = entitiesOf(text);
	if (entities === void 0) return refused("catalog-info.yaml is not YAML");
	const components = entities.filter(({ kind }) => kind === "Component");
	const named = components.filter(({ name }) => name === service);
	const [component, ...others] = named.length > 0 ? named : components;
	if (component === void 0) return refused("catalog-info.yaml describes no component");
	if (others.length > 0) return refused(`catalog-info.yaml has several components, and not one named ${service}`);
	const reference = referenceOf(component.spec.owner);
	if (reference === void 0) return refused("the component in catalog-info.yaml has no owner");
	return {
		owner: [component, entities.find(({ kind, name }) => (kind === "Group" || kind === "User") && isNamed(reference, kind, name))].map(mentionOf).find((found) => found !== void 0) ?? reference,
		problem: void 0
	};
}
function refused(problem) {
	return {
		owner: void 0,
		problem
	};
}
function entitiesOf(text) {
	const documents = parseAllDocuments(text, { logLevel: "silent" });
	if (!Array.isArray(documents)) return [];
	const entities = [];
	for (const document of documents.slice(0, MAX_DOCUMENTS)) {
		if (document.errors.length > 0) return void 0;
		const value = asJsonObject(document.toJS({ maxAliasCount: 10 }));
		if (value === void 0) continue;
		const metadata = asJsonObject(value.metadata) ?? {};
		entities.push({
			kind: textOf(value.kind),
			name: textOf(metadata.name),
			annotations: asJsonObject(metadata.annotations) ?? {},
			spec: asJsonObject(value.spec) ?? {}
		});
	}
	return entities;
}
function referenceOf(owner) {
	const parts = asJsonObject(owner);
	if (parts === void 0) return textOf(owner).trim() || void 0;
	const name = textOf(parts.name);
	if (name === "") return void 0;
	const namespace = textOf(parts.namespace);
	const kind = textOf(parts.kind).toLowerCase();
	return `${kind === "" ? "" : `${kind}:`}${namespace === "" ? "" : `${namespace}/`}${name}`;
}
function isNamed(reference, kind, name) {
	const [, wantedKind = "group", wanted = ""] = /^(?:(\w{1,100}):)?(?:[^/]{0,200}\/)?(.{1,200})$/su.exec(reference) ?? [];
	return wantedKind.toLowerCase() === kind.toLowerCase() && wanted.toLowerCase() === name.toLowerCase();
}
function mentionOf(entity) {
	const mention = `@${(textOf(entity?.annotations[TEAM]) || textOf(entity?.annotations[LOGIN])).replace(/^@/u, "")}`;
	return isMention(mention) ? mention : void 0;
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
// src/owners/read-ownership.ts
const CODEOWNERS = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
const MAX_CODEOWNERS_BYTES = 3145728;
const CATALOG = "catalog-info.yaml";
const MAX_CATALOG_BYTES = 1048576;
async function readOwnership(firstFile, service) {
	const map = rulesOf(service.owners);
	const problems = [...map.problems];
	const found = await firstFile(CODEOWNERS, MAX_CODEOWNERS_BYTES);
	if (found === "too large") problems.push("CODEOWNERS is over 3 MB, so GitHub does not load it");
	const codeowners = found === void 0 || found === "too large" ? void 0 : parseCodeowners(found.text);
	problems.push(...codeowners?.problems ?? []);
	const file = await firstFile([...service.directory === "." ? [] : [`${service.directory}/${CATALOG}`], CATALOG], MAX_CATALOG_BYTES);
	if (file === "too large") problems.push("catalog-info.yaml is over 1 MB and not read");
	const catalog = file === void 0 || file === "too large" ? void 0 : catalogOwner(file.text, service.name);
	if (catalog?.problem !== void 0) problems.push(catalog.problem);
	return {
		ownership: {
			map: map.rules,
			codeowners: codeowners?.rules ?? [],
			service: catalog?.owner
		},
		problems
	};
}
export { readOwnership };
