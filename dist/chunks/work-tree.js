import { n as FlamegateError } from "./errors.js";
import { dirname, join, relative, resolve } from "node:path";
import { readFile, stat } from "node:fs/promises";
// src/config/file/work-tree.ts
async function fileInWorkTree(cwd, { path, isChosen }) {
	if (isChosen) return {
		name: path,
		text: await readText(resolve(cwd, path))
	};
	for (let folder = resolve(cwd);; folder = dirname(folder)) {
		const file = join(folder, path);
		if (await isThere(file)) return {
			name: relative(cwd, file),
			text: await readText(file)
		};
		if (await isThere(join(folder, ".git")) || dirname(folder) === folder) return void 0;
	}
}
async function readText(path) {
	try {
		return await readFile(path, "utf8");
	} catch (cause) {
		throw new FlamegateError("usage", `configuration file ${path} can't be read`, {
			hint: "Give the path of a `.flamegate.yml`; `flamegate init` writes a first one.",
			cause
		});
	}
}
async function isThere(path) {
	return stat(path).then(() => true, () => false);
}
export { fileInWorkTree };
