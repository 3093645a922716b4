import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundStore } from './round-store.ts';

const POLL_MS = 10;

/**
 * Waits for one more upload than there are now. False at once for a round without any, whose service
 * does not upload on a clock, and when none arrives within `limitMs`.
 */
export async function nextUpload(
  store: Pick<RoundStore, 'uploads'>,
  limitMs: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const before = store.uploads.length;
  if (before === 0) return false;
  const deadline = performance.now() + limitMs;
  while (store.uploads.length === before) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
    signal?.throwIfAborted();
  }
  return true;
}
