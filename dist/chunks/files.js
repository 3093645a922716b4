import { n as FlamegateError } from "./errors.js";
import { dirname, resolve } from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
// src/entry/files.ts
async function writeReport(cwd, path, text) {
	const target = resolve(cwd, path);
	try {
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, text);
	} catch (cause) {
		throw new FlamegateError("usage", `${target} can't be written: ${cause instanceof Error ? cause.message : String(cause)}`, {
			hint: "Choose a writable path, and see that the disk has room.",
			cause
		});
	}
	return target;
}
export { writeReport as t };
