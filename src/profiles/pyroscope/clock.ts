import { setTimeout } from 'node:timers/promises';

/** A clock, and a way to wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** @throws the reason of the run's end */
  pause(milliseconds: number): Promise<void>;
}

/** The clock of this machine. */
export function realClock(signal: AbortSignal): Clock {
  return {
    now: Date.now,
    async pause(milliseconds) {
      try {
        await setTimeout(milliseconds, undefined, { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}
