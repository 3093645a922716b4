import { spawnSync } from 'node:child_process';

/** Is there a `taskset`, as on every usual Linux? Without one nothing is known of single CPUs. */
export function hasTaskset(): boolean {
  return spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;
}
