/**
 * Entry of `dist/canary.cjs`, which NODE_OPTIONS loads into the Node processes of a service whose
 * slowdown is to be found: every request that the thread's HTTP servers receive first burns CPU in one
 * function. By its nature it acts when it is loaded, and reads the environment of the process it is in.
 */
import { channel } from 'node:diagnostics_channel';
import { hrtime } from 'node:process';
import { readCanaryMicros } from './settings.ts';

/**
 * Node publishes to these in front of the service's own listeners, for http, https and http2. A
 * subscriber returns before the service runs, so no function of the service is ever below the canary,
 * as it would be below a wrapper.
 */
const REQUEST_CHANNELS = ['http.server.request.start', 'http2.server.stream.start'].map((name) =>
  channel(name),
);

/** Calls that are long enough for the clock and short enough to be seldom interrupted. */
const STRETCH = 500;

/** By then V8 has optimised what is called. */
const WARM_UP_STRETCHES = 200;
const MEASURED_STRETCHES = 101;

const micros = readCanaryMicros(process.env);
let calls = 0;
let state = 1;

function onRequest(): void {
  if (calls === 0) calls = callsFor(micros ?? 0);
  burn(calls);
}

function burn(times: number): void {
  for (let left = times; left > 0; left -= 1) flamegateCanary();
}

/**
 * One chain of dependent operations: nothing else on the machine makes its steps fewer or cheaper. They
 * are written out because of V8's profiler, which must know the function. A loop would be optimised while
 * it runs, and such code is unknown to every profile but the one in which it was made; so is that it was
 * inlined. Without a loop, and with more bytecode than V8 inlines (460 bytes), neither happens.
 */
function flamegateCanary(): void {
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  state = mixed === 0 ? 1 : mixed;
}

/**
 * How many calls take the time asked for. Worked out once, so that a machine that is busy later makes the
 * canary slower like everything else, and not shorter; by the middle of many stretches, which those that
 * were interrupted do not move.
 */
function callsFor(wanted: number): number {
  for (let stretch = 0; stretch < WARM_UP_STRETCHES; stretch += 1) burn(STRETCH);
  const times = Array.from({ length: MEASURED_STRETCHES }, () => {
    const start = hrtime.bigint();
    burn(STRETCH);
    return Number(hrtime.bigint() - start) / 1000;
  }).sort((a, b) => a - b);
  const stretchMicros = times[MEASURED_STRETCHES >> 1] ?? 0;
  return Math.max(1, Math.round((STRETCH * wanted) / Math.max(stretchMicros, 0.001)));
}

if (micros !== undefined) {
  for (const requests of REQUEST_CHANNELS) requests.subscribe(onRequest);
}
