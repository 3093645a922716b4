let node_diagnostics_channel = require("node:diagnostics_channel");
let node_process = require("node:process");
// src/canary/settings.ts
/** The environment variable that tells the canary how much CPU to burn in every request, in microseconds. */
const CANARY_MICROS = "FLAMEGATE_CANARY_MICROS";
/** More than this in a single request is no canary but a hung service. */
const MOST_MICROS = 1e7;
/** Microseconds to burn; undefined when there is nothing usable: then nothing is burnt. */
function readCanaryMicros(environment) {
	const micros = Number(environment[CANARY_MICROS]);
	return micros > 0 && micros <= MOST_MICROS ? micros : void 0;
}
// src/canary/canary.ts
/**
* Entry of `dist/canary.cjs`, which NODE_OPTIONS loads into the Node processes of a service whose
* slowdown is to be found: every request that the thread's HTTP servers receive first burns CPU in one
* function. By its nature it acts when it is loaded, and reads the environment of the process it is in.
*/
/**
* Node publishes to these in front of the service's own listeners, for http, https and http2. A
* subscriber returns before the service runs, so no function of the service is ever below the canary,
* as it would be below a wrapper.
*/
const REQUEST_CHANNELS = ["http.server.request.start", "http2.server.stream.start"].map((name) => (0, node_diagnostics_channel.channel)(name));
/** Calls that are long enough for the clock and short enough to be seldom interrupted. */
const STRETCH = 500;
/** By then V8 has optimised what is called. */
const WARM_UP_STRETCHES = 200;
const MEASURED_STRETCHES = 101;
const micros = readCanaryMicros(process.env);
let calls = 0;
let state = 1;
function onRequest() {
	if (calls === 0) calls = callsFor(micros ?? 0);
	burn(calls);
}
function burn(times) {
	for (let left = times; left > 0; left -= 1) flamegateCanary();
}
/**
* One chain of dependent operations: nothing else on the machine makes its steps fewer or cheaper. They
* are written out because of V8's profiler, which must know the function. A loop would be optimised while
* it runs, and such code is unknown to every profile but the one in which it was made; so is that it was
* inlined. Without a loop, and with more bytecode than V8 inlines (460 bytes), neither happens.
*/
function flamegateCanary() {
	let mixed = state;
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
	state = mixed === 0 ? 1 : mixed;
}
/**
* How many calls take the time asked for. Worked out once, so that a machine that is busy later makes the
* canary slower like everything else, and not shorter; by the middle of many stretches, which those that
* were interrupted do not move.
*/
function callsFor(wanted) {
	for (let stretch = 0; stretch < WARM_UP_STRETCHES; stretch += 1) burn(STRETCH);
	const stretchMicros = Array.from({ length: MEASURED_STRETCHES }, () => {
		const start = node_process.hrtime.bigint();
		burn(STRETCH);
		return Number(node_process.hrtime.bigint() - start) / 1e3;
	}).sort((a, b) => a - b)[50] ?? 0;
	return Math.max(1, Math.round(STRETCH * wanted / Math.max(stretchMicros, .001)));
}
if (micros !== void 0) for (const requests of REQUEST_CHANNELS) requests.subscribe(onRequest);
