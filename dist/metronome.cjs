let node_worker_threads = require("node:worker_threads");
let node_child_process = require("node:child_process");
let node_fs = require("node:fs");
// src/measure/metronome/fixed-work.ts
/** Fits the first-level cache of any CPU, so that what the service leaves in the caches matters little. */
const NUMBERS = Int32Array.from({ length: 2048 }, (_, index) => index * 31);
/** Passes over the numbers in one beat: some 30 µs, less than a hundredth of the time between two beats. */
const PASSES = 32;
/** By then V8 has optimised it. */
const WARM_UP_BEATS = 400;
/**
* Does the same work as ever and returns the microseconds that it took. The work is many operations
* that do not depend on each other, as in the code of services: it gets slower when another thread uses
* the same core's units (simultaneous multithreading), which a chain of dependent operations does not.
*/
function beat() {
	keep(pass());
	const start = performance.now();
	for (let left = PASSES; left > 0; left -= 1) keep(pass());
	return (performance.now() - start) * 1e3;
}
/** Beats until beats are steady. */
function warmUp() {
	for (let left = WARM_UP_BEATS; left > 0; left -= 1) beat();
}
/** A result that goes into the next pass can't be optimised away, and does not change what a pass costs. */
function keep(result) {
	NUMBERS[0] = result;
}
function pass() {
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	let e = 0;
	let f = 0;
	let g = 0;
	let h = 0;
	for (let at = 0; at < NUMBERS.length; at += 8) {
		a = a + (NUMBERS[at] ?? 0) | 0;
		b ^= NUMBERS[at + 1] ?? 0;
		c = c + ((NUMBERS[at + 2] ?? 0) & 255) | 0;
		d ^= (NUMBERS[at + 3] ?? 0) >> 1;
		e = e + (NUMBERS[at + 4] ?? 0) | 0;
		f ^= NUMBERS[at + 5] ?? 0;
		g = g + (NUMBERS[at + 6] ?? 0) | 0;
		h ^= NUMBERS[at + 7] ?? 0;
	}
	return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
}
// src/measure/metronome/pin.ts
/**
* Keeps the calling thread on one CPU, by `taskset` (util-linux, part of every usual Linux), since
* Node can't itself. False where that does not work.
*/
function pinThisThread(cpu) {
	try {
		const thread = (0, node_fs.readlinkSync)("/proc/thread-self").split("/").at(-1) ?? "";
		(0, node_child_process.spawnSync)("taskset", [
			"-pc",
			String(cpu),
			thread
		], { stdio: "ignore" });
		const status = (0, node_fs.readFileSync)("/proc/thread-self/status", "utf8");
		return /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] === String(cpu);
	} catch {
		return false;
	}
}
// src/measure/metronome/thread.ts
/**
* Entry of `dist/metronome.cjs`, a thread that stays on one CPU and beats there. It acts when it is
* loaded, as a thread does.
*/
/** Often enough for twenty beats in a slice of the load's counting, seldom enough to cost one percent of a CPU. */
const BEAT_EVERY_MS = 5;
const BATCH_EVERY_MS = 100;
const port = node_worker_threads.parentPort;
const cpu = node_worker_threads.workerData;
if (port === null || typeof cpu !== "number") throw new Error("the metronome runs as a thread");
const isPinned = pinThisThread(cpu);
port.postMessage(isPinned);
if (isPinned) {
	warmUp();
	let times = [];
	let micros = [];
	setInterval(() => {
		times.push(Date.now());
		micros.push(beat());
	}, BEAT_EVERY_MS);
	setInterval(() => {
		port.postMessage({
			times,
			micros
		});
		times = [];
		micros = [];
	}, BATCH_EVERY_MS);
}
