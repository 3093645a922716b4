import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundStore } from './round-store.ts';

const POLL_MS = 10;

/** A flush is several uploads, one for each kind of profile, each on its own timer. */
const LULL_MS = 150;

/**
 * Waits for the lull after the next upload. Returns at once for a round without any, whose service does
 * not upload on a clock, and after `limitMs` at the latest.
 */
export async function nextLull(
  store: Pick<RoundStore, 'uploads'>,
  limitMs: number,
  signal?: AbortSignal,
): Promise<void> {
  let known = store.uploads.length;
  if (known === 0) return;
  const deadline = performance.now() + limitMs;
  let lastChange: number | undefined;
  for (;;) {
    const now = performance.now();
    if (store.uploads.length > known) {
      known = store.uploads.length;
      lastChange = now;
    }
    if (now > deadline || (lastChange !== undefined && now - lastChange >= LULL_MS)) return;
    await sleep(POLL_MS);
    signal?.throwIfAborted();
  }
}
