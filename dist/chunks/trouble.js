import { t as plain } from "./plain.js";
// src/publish/trouble.ts
const REFUSALS = new Set([
	401,
	403,
	404
]);
function troubleOf(error, token) {
	const response = field(error, "response");
	const status = response === void 0 ? void 0 : Number(field(response, "status"));
	const headers = field(response, "headers");
	const said = field(field(response, "data"), "message") ?? field(error, "message");
	const text = plain(typeof said === "string" ? said.replaceAll(token, "***") : "no reason given");
	const wait = Number.parseInt(String(field(headers, "retry-after")), 10);
	return {
		kind: kindOf(status, headers, text),
		status,
		retryAfterSeconds: Number.isNaN(wait) ? void 0 : wait,
		text
	};
}
function describeTrouble({ status, text }) {
	return status === void 0 ? text : `HTTP ${status}: ${text}`;
}
function explainTrouble(trouble, refused) {
	const said = describeTrouble(trouble);
	if (trouble.kind === "limited") return `GitHub limits the number of requests (${said}).`;
	if (trouble.kind !== "refused") return `GitHub did not answer as expected (${said}).`;
	if (trouble.status === 401) return `GitHub does not know the token (${said}).`;
	return refused(said);
}
async function unlessRefused(token, send) {
	return unless(({ kind, status }) => kind === "refused" && status !== 401, token, send);
}
async function unlessMissing(token, send) {
	return unless(({ status }) => status === 404, token, send);
}
async function unless(isExpected, token, send) {
	try {
		return await send();
	} catch (error) {
		if (isExpected(troubleOf(error, token))) return void 0;
		throw error;
	}
}
function kindOf(status, headers, text) {
	if (status === void 0 || status < 400 || status >= 500) return "unreachable";
	const spent = field(headers, "x-ratelimit-remaining") === "0" || /rate limit/i.test(text);
	if (status === 429 || status === 403 && spent) return "limited";
	return REFUSALS.has(status) ? "refused" : "rejected";
}
function field(value, name) {
	if (typeof value !== "object" || value === null) return void 0;
	return Object.getOwnPropertyDescriptor(value, name)?.value;
}
export { unlessRefused as i, troubleOf as n, unlessMissing as r, explainTrouble as t };
