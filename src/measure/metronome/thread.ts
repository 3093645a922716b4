/**
 * Entry of `dist/metronome.cjs`, a thread that stays on one CPU and beats there. It acts when it is
 * loaded, as a thread does.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { beat, warmUp } from './fixed-work.ts';
import { pinThisThread } from './pin.ts';
import type { Batch } from './protocol.ts';

/** Often enough for twenty beats in a slice of the load's counting, seldom enough to cost one percent of a CPU. */
const BEAT_EVERY_MS = 5;

const BATCH_EVERY_MS = 100;

const port = parentPort;
const cpu: unknown = workerData;
if (port === null || typeof cpu !== 'number') throw new Error('the metronome runs as a thread');

const isPinned = pinThisThread(cpu);
port.postMessage(isPinned);
if (isPinned) {
  warmUp();
  let times: number[] = [];
  let micros: number[] = [];
  setInterval(() => {
    times.push(Date.now());
    micros.push(beat());
  }, BEAT_EVERY_MS);
  setInterval(() => {
    port.postMessage({ times, micros } satisfies Batch);
    times = [];
    micros = [];
  }, BATCH_EVERY_MS);
}
