import { n as FlamegateError } from "./errors.js";
import { createServer } from "node:net";
import { once } from "node:events";
import { randomInt } from "node:crypto";
// src/measure/port.ts
const FIRST_PORT = 2e4;
const LAST_PORT = 29999;
const ATTEMPTS = 100;
async function freePort() {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const port = randomInt(FIRST_PORT, 3e4);
		if (await canListen(port, "127.0.0.1") && await canListen(port, void 0)) return port;
	}
	throw new FlamegateError("measurement", `no free port found in ${ATTEMPTS} attempts between ${FIRST_PORT} and ${LAST_PORT}`);
}
function withPort(template, port) {
	return template.replaceAll(/(?<!\$)\{port\}/g, String(port));
}
async function canListen(port, host) {
	const server = createServer();
	try {
		server.listen({
			port,
			...host === void 0 ? {} : { host }
		});
		await once(server, "listening");
	} catch {
		return false;
	}
	server.close();
	await once(server, "close");
	return true;
}
// src/measure/load/load-run.ts
function loadSeconds({ load, phase }) {
	return phase === "warmup" ? load.warmupSeconds : load.durationSeconds;
}
export { freePort as n, withPort as r, loadSeconds as t };
