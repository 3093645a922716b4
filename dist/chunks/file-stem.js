// src/entry/file-stem.ts
function fileStem(config) {
	return `flamegate-${config.publish.commentKey.replace(/[^\w.-]+/gu, "-")}`;
}
export { fileStem as t };
