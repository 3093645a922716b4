import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Keeps the calling thread on one CPU, by `taskset` (util-linux, part of every usual Linux), since
 * Node can't itself. False where that does not work.
 */
export function pinThisThread(cpu: number): boolean {
  try {
    // 4711/task/4712
    const thread = readlinkSync('/proc/thread-self').split('/').at(-1) ?? '';
    spawnSync('taskset', ['-pc', String(cpu), thread], { stdio: 'ignore' });
    const status = readFileSync('/proc/thread-self/status', 'utf8');
    return /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] === String(cpu);
  } catch {
    return false;
  }
}
