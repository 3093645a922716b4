import { readdir, readFile } from 'node:fs/promises';

export interface Orphan {
  readonly pid: number;
  readonly command: string;
}

/**
 * Processes that a step left behind. As the runner does, they are found by a variable that every child
 * inherits. Reads /proc: where there is none, nothing is found.
 */
export async function findOrphans(trackingId: string): Promise<readonly Orphan[]> {
  const entries = process.platform === 'linux' ? await readdir('/proc') : [];
  const pids = entries.map(Number).filter((pid) => Number.isInteger(pid));
  const found: Orphan[] = [];
  for (const pid of pids) {
    // Processes end while we look, and others are not ours to read.
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (!environment.split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    found.push({ pid, command: command.replaceAll('\0', ' ').trim() });
  }
  return found;
}

/** Ends them, as the runner does after a job. */
export function killOrphans(orphans: readonly Orphan[]): void {
  for (const { pid } of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
