import { n as FlamegateError } from "./errors.js";
// src/profiles/pyroscope/connection.ts
function methodUrl(connection, method) {
	return serverUrl(connection, `querier.v1.QuerierService/${method}`);
}
function serverUrl(connection, path) {
	const url = URL.canParse(connection.url) ? new URL(connection.url) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) throw new FlamegateError("usage", "the Pyroscope URL is not an http:// or https:// URL");
	if (url.username !== "" || url.password !== "") throw new FlamegateError("usage", "the Pyroscope URL contains a user or a password", { hint: "Give the user and the password in their own options: URLs end up in logs." });
	url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
	url.search = "";
	url.hash = "";
	return url;
}
function accessHeaders(connection) {
	const { tenant, token, headers } = connection;
	const basic = basicCredentials(connection);
	const authorization = basic === void 0 ? token && `Bearer ${token}` : `Basic ${basic}`;
	return {
		...authorization ? { Authorization: authorization } : {},
		...tenant === void 0 ? {} : { "X-Scope-OrgID": tenant },
		...headers
	};
}
function secretsOf(connection) {
	const { password, token, headers } = connection;
	return [
		password,
		token,
		basicCredentials(connection),
		...Object.values(headers)
	].flatMap((secret) => secret || []).toSorted((a, b) => b.length - a.length);
}
function basicCredentials({ user, password }) {
	if (user === void 0) return void 0;
	return Buffer.from(`${user}:${password ?? ""}`, "utf8").toString("base64");
}
export { serverUrl as i, methodUrl as n, secretsOf as r, accessHeaders as t };
