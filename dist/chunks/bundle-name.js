import { basename, resolve } from "node:path";
// src/entry/bundle-name.ts
async function bundleNamed(folder) {
	if (folder === void 0) return void 0;
	const { sealOf } = await import("./seal2.js");
	const seal = await sealOf(folder);
	return seal === void 0 ? void 0 : {
		name: basename(resolve(folder)),
		seal
	};
}
export { bundleNamed as t };
