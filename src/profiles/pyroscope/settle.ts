import type { Interval } from '../../measure/measurement.ts';
import type { Clock } from './clock.ts';

/** SDKs upload at the latest a minute after the window's end; the rest is for the way. */
const LONGEST_MS = 90_000;

/** Nothing new for so long: whoever sent has stopped. */
const QUIET_MS = 20_000;

const PAUSE_MS = 5_000;

/**
 * Waits until the profiles of windows that have only just ended are all there: until nothing new came for
 * a while, or so long after the end that nothing can come any more. Windows that ended earlier need no wait.
 * @param count what there is now, as a text that changes with it; empty for nothing
 * @returns whether it waited to the end and profiles still came
 */
export async function settle(
  windows: readonly Interval[],
  clock: Clock,
  count: () => Promise<string>,
): Promise<'complete' | 'growing'> {
  const latest = Math.max(...windows.map(({ until }) => Math.min(until, clock.now()))) + LONGEST_MS;
  if (clock.now() >= latest) return 'complete';
  let known = '';
  let since = clock.now();
  for (;;) {
    const there = await count();
    const now = clock.now();
    if (there !== known) {
      known = there;
      since = now;
    } else if (there !== '' && now - since >= QUIET_MS) return 'complete';
    if (now >= latest) return now - since < PAUSE_MS ? 'growing' : 'complete';
    await clock.pause(PAUSE_MS);
  }
}
