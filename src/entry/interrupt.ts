import { EXIT, FlamegateError } from '../errors.ts';

/** The parts of `process` that interruptions come from. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
}

/** With the exit codes by which a shell reports them. */
const SIGNALS = [
  { name: 'SIGINT', exitCode: EXIT.interrupted },
  { name: 'SIGTERM', exitCode: EXIT.terminated },
  { name: 'SIGHUP', exitCode: EXIT.hungUp },
] as const;

/**
 * Does a job that signals and a time limit can end: both abort its AbortSignal with a FlamegateError as
 * the reason, so that everything it started is undone on the way out. Further signals change nothing:
 * the undoing is under way and is bounded.
 */
export async function interruptible<T>(
  source: SignalSource,
  timeoutMs: number,
  job: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const listeners = SIGNALS.map(({ name, exitCode }) => {
    const listener = () => {
      controller.abort(new FlamegateError('interrupted', `interrupted by ${name}`, { exitCode }));
    };
    return { name, listener };
  });
  for (const { name, listener } of listeners) source.on(name, listener);
  const timer = setTimeout(() => controller.abort(timeoutError(timeoutMs)), timeoutMs);
  try {
    return await job(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const { name, listener } of listeners) source.off(name, listener);
  }
}

/** A run that takes too long is a measurement that failed: it is reported, unlike a cancelled one. */
function timeoutError(timeoutMs: number): FlamegateError {
  return new FlamegateError('measurement', `not done after ${Math.round(timeoutMs / 1000)} s`, {
    hint: 'Raise `timeout`, or take fewer or shorter rounds.',
  });
}
