/**
 * Entry of `dist/preload.cjs`, which NODE_OPTIONS loads into every Node process of a service:
 * profiles the thread that it is loaded on. By its nature it acts when it is loaded; it is the one
 * module outside `config/` that reads the environment, because it runs in another process.
 */
import { createRequire } from 'node:module';
import { setInterval, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { isMainThread, threadId } from 'node:worker_threads';
import { isBystander } from './bystander.ts';
import { onExit, onSignals } from './last-words.ts';
import { startRecorder } from './recorder.ts';
import { hasPyroscopeSdk } from './sdk.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSpool } from './spool-writer.ts';

/** By then a service has usually loaded its modules, and not yet been measured. */
const FIRST_LOOK_MS = 250;

function profileThisThread(settings: Settings): void {
  const require = createRequire(import.meta.url);
  const spool = openSpool(settings.spool, { pid: process.pid, thread: threadId });
  const recorder = startRecorder(settings, spool, {
    loadInspector: () => require('node:inspector'),
    hasSdk: () => hasPyroscopeSdk(require.cache),
    ownFile: fileURLToPath(import.meta.url),
  });
  setTimeout(() => recorder.yieldToSdk(), FIRST_LOOK_MS).unref();
  setInterval(() => recorder.flush(), settings.flushIntervalMs).unref();
  onExit(() => recorder.finish());
  if (isMainThread) onSignals(() => recorder.finish());
}

try {
  const settings = readSettings(process.env);
  if (settings && !isBystander(process.argv[1])) profileThisThread(settings);
} catch {
  // Whatever went wrong, the service comes first; the receiver will miss the profile and say so.
}
