import { C as isMap, D as isSeq, E as isScalar, a as LineCounter, b as isAlias, r as parseDocument } from "./browser.js";
import { a as unknownName, n as OPTIONS, t as Problems } from "./problems.js";
// src/config/file/config-file.ts
const SERVICE_NAME = /^\w[\w./@-]{0,99}$/u;
// src/config/file/yaml-text.ts
const MAX_ALIASES = 100;
var YamlText = class {
	root;
	#document;
	#lines = new LineCounter();
	#name;
	#problems;
	#aliases = 0;
	constructor(text, name, problems) {
		this.#name = name;
		this.#problems = problems;
		const lineCounter = this.#lines;
		this.#document = parseDocument(text, {
			lineCounter,
			prettyErrors: false,
			stringKeys: true
		});
		for (const { pos, message } of [...this.#document.errors, ...this.#document.warnings]) problems.add(`${this.#at(pos[0])}:`, `this is not YAML as it must be: ${message}`);
		this.root = this.#document.errors.length > 0 ? null : this.#document.contents;
	}
	place(node, what) {
		return `${this.#at(node?.range?.[0] ?? 0)}: ${what}`;
	}
	problem(node, message, what) {
		this.#problems.add(this.place(node, what), message);
	}
	resolved(node) {
		if (!isAlias(node)) return node;
		this.#aliases += 1;
		if (this.#aliases <= MAX_ALIASES) {
			const found = node.resolve(this.#document);
			if (found === void 0) this.problem(node, "stands for nothing above it", `*${node.source}`);
			return found;
		}
		if (this.#aliases === 101) this.problem(node, `is one of more than ${MAX_ALIASES} aliases`, `*${node.source}`);
	}
	textOf({ value, source }) {
		if (value === null || value === void 0) return void 0;
		return typeof value === "string" ? value : source ?? String(value);
	}
	dataOf(node) {
		try {
			const data = node?.toJS(this.#document, { maxAliasCount: MAX_ALIASES });
			JSON.stringify(data);
			return data ?? null;
		} catch (error) {
			this.problem(node, error instanceof Error ? error.message : String(error), "this");
			return null;
		}
	}
	#at(offset) {
		const { line, col } = this.#lines.linePos(offset);
		return `${this.#name}:${line}:${col}`;
	}
};
// src/config/file/parse-config-file.ts
const SERVICES = "services";
const FILE_OPTIONS = OPTIONS.filter((option) => option.file !== void 0);
function parseConfigFile(text, name) {
	const problems = new Problems();
	const file = new FileReader(new YamlText(text, name, problems)).file(name);
	problems.finish(HINT);
	return file;
}
const HINT = "Settings are described in docs/configuration.md, and for editors in docs/flamegate.schema.json.";
var FileReader = class {
	#yaml;
	constructor(yaml) {
		this.#yaml = yaml;
	}
	file(name) {
		const settings = new Map();
		const services = new Map();
		for (const [key, node, pair] of this.#entries(this.#yaml.root, "the file")) if (key === SERVICES) for (const [service, own] of this.#services(node)) services.set(service, own);
		else this.#read(key, node, pair, settings, [SERVICES, ...namesOf(FILE_OPTIONS)]);
		return {
			name,
			settings: services.size > 0 ? shared(settings) : settings,
			services
		};
	}
	*#services(node) {
		const all = this.#entries(node, SERVICES);
		if (all.length === 0) this.#yaml.problem(node, "names no service", SERVICES);
		for (const [service, own, { key }] of all) {
			if (!SERVICE_NAME.test(service)) this.#yaml.problem(key, "is no name: letters, digits and . _ - / @ can be in one", `“${service}”`);
			const values = new Map();
			const path = `${SERVICES}.${service}`;
			for (const [name, value, pair] of this.#entries(own, path)) {
				const known = FILE_OPTIONS.filter((option) => option.file === "service");
				if (FILE_OPTIONS.find((one) => one.name === name)?.file === "gate") this.#yaml.problem(pair.key, "is of the whole gate: move it to the top", name);
				else this.#read(name, value, pair, values, namesOf(known));
			}
			yield [service, values];
		}
	}
	#read(key, node, pair, values, known) {
		const option = FILE_OPTIONS.find(({ name }) => name === key && known.includes(name));
		if (option === void 0) this.#yaml.problem(pair.key, unknownName(key, known), `“${key}”`);
		else values.set(option.name, this.#valuesOf(option, node, pair));
	}
	#valuesOf(option, node, pair) {
		const resolved = this.#yaml.resolved(node);
		if (resolved === void 0) return [];
		if (option.item?.pair !== void 0) return this.#pairs(option, option.item.pair, resolved);
		if (option.kind === "lines" && isSeq(resolved)) return resolved.items.flatMap((item) => this.#item(option, item));
		const text = isScalar(resolved) ? this.#yaml.textOf(resolved) : void 0;
		if (text !== void 0) return [{
			text,
			place: this.#yaml.place(resolved, option.name)
		}];
		const isEmpty = resolved === null || isScalar(resolved);
		const what = option.kind === "lines" ? "must be a list" : "must be a single value";
		this.#yaml.problem(isEmpty ? pair.key : resolved, isEmpty ? "has no value" : what, option.name);
		return [];
	}
	#pairs({ name }, { key, value }, node) {
		return this.#entries(node, name).map(([own, content, pair]) => {
			const place = this.#yaml.place(pair.key, `${name}: “${own}”`);
			const fields = new Map([[value, this.#yaml.place(content ?? pair.key, `${name}: “${own}”`)]]);
			return {
				text: JSON.stringify({
					[key]: own,
					[value]: this.#yaml.dataOf(content)
				}),
				place,
				fields
			};
		});
	}
	#item({ name, item }, node) {
		const resolved = this.#yaml.resolved(node);
		if (resolved === void 0) return [];
		const place = this.#yaml.place(node, name);
		const text = isScalar(resolved) ? this.#yaml.textOf(resolved) : void 0;
		if (text !== void 0) return [{
			text,
			place
		}];
		if (item !== void 0 && isMap(resolved)) {
			const known = Object.keys(item.fields);
			const fields = new Map();
			for (const [key, value, pair] of this.#entries(resolved, name)) {
				fields.set(key, this.#yaml.place(value ?? pair.key, `${name}: ${key}`));
				if (known.includes(key)) continue;
				this.#yaml.problem(pair.key, unknownName(key, known), `${name}: “${key}”`);
			}
			return [{
				text: JSON.stringify(this.#yaml.dataOf(resolved) ?? {}),
				place,
				fields
			}];
		}
		this.#yaml.problem(node, item === void 0 ? "must be a text" : "must be a text or a mapping", name);
		return [];
	}
	#entries(node, what) {
		const resolved = this.#yaml.resolved(node);
		if (resolved === void 0 || resolved === null) return [];
		if (isScalar(resolved) && resolved.value === null) return [];
		if (!isMap(resolved)) {
			this.#yaml.problem(node, "must be a mapping", what);
			return [];
		}
		return resolved.items.map((pair) => [
			isScalar(pair.key) ? String(pair.key.value) : "",
			pair.value,
			pair
		]);
	}
};
function shared(settings) {
	const all = [...settings].map(([name, given]) => [name, given.map((one) => ({
		...one,
		isShared: true
	}))]);
	return new Map(all);
}
function namesOf(options) {
	return options.map(({ name }) => name);
}
export { parseConfigFile as t };
