import { setTimeout as sleep } from 'node:timers/promises';
import { FlamegateError } from '../errors.ts';
import { livingMembers, type ProcessEntry } from './process-table.ts';

/**
 * How a group of processes ended.
 * - `gone`: nothing was alive any more when it was asked to end.
 * - `exited`: it ended by itself after SIGTERM.
 * - `killed`: some of it had to be killed, so what it had not written or sent is lost.
 */
export type Ending = 'gone' | 'exited' | 'killed';

/** Grace after SIGTERM when the user waits for us to end. */
const HURRIED_GRACE_MS = 1_000;

/** How long the kernel may take to remove killed processes; one in uninterruptible sleep takes longer. */
const KILL_MS = 5_000;

/** Steps in which the list of processes is read: fine at first, since most services end at once. */
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 100;

/**
 * Ends all processes of the group and session that `leader` started: SIGTERM, `graceMs` of patience
 * (a second once `hurry` is aborted), SIGKILL. The leader's end is not enough: under `npm start` the
 * leader is a wrapper that ends before the service has flushed its last profile.
 * @throws FlamegateError of kind `measurement` when some are alive even after SIGKILL.
 */
export async function endGroup(
  leader: number,
  source: string,
  graceMs: number,
  hurry?: AbortSignal,
): Promise<Ending> {
  const first = await livingMembers(leader);
  if (first.length === 0) return 'gone';

  signalAll(leader, first, 'SIGTERM');
  const start = performance.now();
  let hurriedSince: number | undefined;
  const graceIsOver = (): boolean => {
    const now = performance.now();
    if (hurry?.aborted) hurriedSince ??= now;
    const hurried = hurriedSince !== undefined && now - hurriedSince >= HURRIED_GRACE_MS;
    return hurried || now - start >= graceMs;
  };
  if ((await poll(leader, graceIsOver)).length === 0) return 'exited';

  const killStart = performance.now();
  const survivors = await poll(leader, (members) => {
    // Again in each step: a process may have forked between listing and killing.
    signalAll(leader, members, 'SIGKILL');
    return performance.now() - killStart >= KILL_MS;
  });
  if (survivors.length === 0) return 'killed';
  const pids = survivors.map(({ pid }) => pid).join(', ');
  throw new FlamegateError('measurement', `${source} could not be killed: process ${pids}`, {
    hint: 'Look at these processes; one that waits for a device or a network file system ends only with that.',
  });
}

/** Lists the group until it is empty or `giveUp` says so; returns who is left. */
async function poll(
  leader: number,
  giveUp: (members: readonly ProcessEntry[]) => boolean,
): Promise<readonly ProcessEntry[]> {
  for (let wait = FIRST_POLL_MS; ; wait = Math.min(LAST_POLL_MS, wait * 1.5)) {
    const members = await livingMembers(leader);
    if (members.length === 0 || giveUp(members)) return members;
    await sleep(wait);
  }
}

/** Signals the group, and every other group of its session. */
function signalAll(leader: number, members: readonly ProcessEntry[], signal: NodeJS.Signals): void {
  for (const group of new Set([leader, ...members.map((member) => member.group)])) {
    try {
      process.kill(-group, signal);
    } catch {
      // Ended meanwhile, or not ours to signal; whoever stays alive is reported in the end.
    }
  }
}
