import { n as FlamegateError, r as isBroken } from "./errors.js";
import { a as ProtoWriter, c as wholeBody, d as askAgain, i as RUN_LABELS, l as withoutSecrets, n as formatSelector, u as realClock } from "./selector.js";
import { i as serverUrl, r as secretsOf, t as accessHeaders } from "./connection.js";
import { randomBytes } from "node:crypto";
// src/profiles/pyroscope/profile-name.ts
const NAMES = [
	[/^samples$|cpu/u, "process_cpu"],
	[/alloc_|inuse_|^space$|^objects$/u, "memory"],
	[/^contentions$|^delay$|mutex_/u, "mutex"],
	[/block_/u, "block"],
	[/^goroutines?$/u, "goroutines"]
];
function profileName(sampleTypes) {
	const types = sampleTypes.map(({ type }) => type);
	if (types.includes("wall")) return "wall";
	for (const type of types) {
		const known = NAMES.find(([pattern]) => pattern.test(type));
		if (known !== void 0) return known[1];
	}
	return types[0] ?? "";
}
// src/profiles/pyroscope/push.ts
const PUSH_LIMITS = {
	timeoutMs: 15e3,
	maxBytes: 65536,
	retries: {
		attempts: 5,
		firstPauseMs: 500,
		deadlineMs: 15e3
	}
};
const HINTS = {
	400: "See that the server takes profiles as large as these, and from now on: it compares their time with its clock.",
	401: "Give the tenant, the user and password, or the token that the server asks for.",
	403: "The token needs permission to write profiles.",
	404: "See that the URL is the root of Pyroscope.",
	413: "See that the server takes profiles as large as these.",
	429: "The server limits how much may be sent: raise the limits of the tenant."
};
function profilePush(connection, signal, { retries, ...limits } = PUSH_LIMITS) {
	const clock = realClock(signal);
	const secrets = secretsOf(connection);
	return async (profile) => {
		const url = serverUrl(connection, "push.v1.PusherService/Push");
		const headers = accessHeaders(connection);
		const message = pushRequest(profile);
		const came = await askAgain({
			url,
			headers,
			message,
			...limits,
			signal
		}, wholeBody, {
			retries,
			mayPass: ({ status }) => status === 429 || status === 503,
			clock
		});
		if ("answer" in came) return;
		const hint = HINTS[came.status ?? 0] ?? "See that the server runs and can be reached from here.";
		const { message: fact } = withoutSecrets(came.error, secrets);
		throw new FlamegateError("measurement", fact, { hint });
	};
}
function pushRequest({ labels, pprof }) {
	const series = new ProtoWriter();
	for (const [name, value] of Object.entries(labels)) series.bytes(1, new ProtoWriter().text(1, name).text(2, value).finish());
	series.bytes(2, new ProtoWriter().bytes(1, pprof).finish());
	return new ProtoWriter().bytes(1, series.finish()).finish();
}
// src/profiles/pyroscope/forward.ts
function startForwarding(connection, run, signal) {
	return new Forwarder(profilePush(connection, signal), run, newName());
}
function newName() {
	return `${new Date().toISOString().slice(0, 19)}Z-${randomBytes(4).toString("hex")}`;
}
var Forwarder = class {
	#push;
	#run;
	#name;
	#rounds = 0;
	#whole = 0;
	#window;
	#failure;
	constructor(push, run, name) {
		this.#push = push;
		this.#run = run;
		this.#name = name;
	}
	async forward(types) {
		this.#rounds++;
		if (this.#failure !== void 0) return;
		const sent = new Set();
		try {
			for (const { round, uploads } of types) for (const upload of uploads.filter(({ pprof }) => !sent.has(pprof))) {
				await this.#push({
					labels: this.#labels(round, upload),
					pprof: upload.pprof()
				});
				sent.add(upload.pprof);
				this.#window = around(this.#window, upload.time);
			}
			this.#whole++;
		} catch (error) {
			if (!isBroken(error)) throw error;
			this.#failure = error;
		}
	}
	warnings() {
		if (this.#failure === void 0) return [];
		const { message, hint = "" } = this.#failure;
		return [`The profiles of ${this.#whole} of ${this.#rounds} rounds were sent on to Pyroscope; then: ${message}. ${hint}`];
	}
	place() {
		if (this.#window === void 0) return void 0;
		const { from, until } = this.#window;
		const time = [Math.floor(from / 1e3), Math.ceil((until + 1) / 1e3)].map((seconds) => new Date(seconds * 1e3).toISOString()).join("/");
		return `${formatSelector([{
			name: "service_name",
			operator: "=",
			value: this.#run.service
		}, {
			name: RUN_LABELS.run,
			operator: "=",
			value: this.#name
		}])} in ${time}`;
	}
	#labels({ side, round, requests }, upload) {
		return {
			__name__: nameOf(upload),
			__delta__: "false",
			service_name: this.#run.service,
			service_git_ref: this.#run.commits[side],
			[RUN_LABELS.run]: this.#name,
			[RUN_LABELS.side]: side,
			[RUN_LABELS.round]: String(round),
			...requests === void 0 ? {} : { [RUN_LABELS.requests]: String(requests) }
		};
	}
};
function nameOf({ labels: { __name__: given }, sampleTypes }) {
	return given !== void 0 && /^\w+$/u.test(given) ? given : profileName(sampleTypes);
}
function around(window, time) {
	return {
		from: Math.min(window?.from ?? time, time),
		until: Math.max(window?.until ?? time, time)
	};
}
export { startForwarding };
