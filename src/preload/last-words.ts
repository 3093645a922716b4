import type { EventEmitter } from 'node:events';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

type Listener = () => void;

/**
 * Calls `lastWords` before the process ends by a signal, without changing how it ends.
 *
 * A signal that the service does not handle still kills the process, and with the same status;
 * one that it does handle is left to it alone. Our listener is taken away as soon as the service
 * adds one of its own: libraries such as signal-exit count listeners to find out whether they have
 * to end the process. Such a process is heard at `exit`, if it gets there.
 * For the main thread: workers get no signals.
 */
export function onSignals(lastWords: Listener): void {
  for (const signal of SIGNALS) {
    const dieOfIt = () => {
      lastWords();
      process.removeListener(signal, dieOfIt);
      process.kill(process.pid, signal);
    };
    beforeListener(signal, dieOfIt, () => process.removeListener(signal, dieOfIt));
    process.on('removeListener', (event: string | symbol, listener: unknown) => {
      if (event !== signal || listener === dieOfIt) return;
      if (process.listenerCount(signal) === 0) process.on(signal, dieOfIt);
    });
    process.on(signal, dieOfIt);
  }
}

/**
 * Calls `lastWords` when the thread ends by itself, by `process.exit()` or by an uncaught error.
 * Our listener steps aside while the service adds the one that reaches the most that Node
 * tolerates without a warning: it must not be warned because of ours.
 */
export function onExit(lastWords: Listener): void {
  const listen = () => {
    const tolerated = process.getMaxListeners();
    process.setMaxListeners(0);
    process.once('exit', lastWords);
    process.setMaxListeners(tolerated);
  };
  beforeListener('exit', lastWords, () => {
    const tolerated = process.getMaxListeners();
    if (tolerated === 0 || process.listenerCount('exit') < tolerated) return;
    process.removeListener('exit', lastWords);
    queueMicrotask(listen);
  });
  listen();
}

/**
 * Calls `step` before the service adds a listener for the event. It has to come before Node's own
 * step at this point, which is to listen to the operating system for the first listener of a signal.
 */
function beforeListener(awaited: string, ours: Listener, step: Listener): void {
  const emitter: EventEmitter = process;
  emitter.prependListener('newListener', (event: string | symbol, listener: unknown) => {
    if (event === awaited && listener !== ours) step();
  });
}
