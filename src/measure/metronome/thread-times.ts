import { readdirSync, readFileSync } from 'node:fs';

/** A thread's CPU time since its start, and where it runs. */
export interface ThreadTime {
  readonly cpuMs: number;
  /** Number of the CPU that it ran on last. */
  readonly cpu: number;
}

/**
 * The threads of some processes by their ids, from /proc. Read at once and not one after the other, as
 * they all belong to the same moment. Threads that ended meanwhile are left out.
 */
export function readThreads(pids: readonly number[]): ReadonlyMap<string, ThreadTime> {
  const threads = new Map<string, ThreadTime>();
  for (const pid of pids) {
    for (const thread of namesIn(`/proc/${pid}/task`)) {
      const time = readThread(`/proc/${pid}/task/${thread}`);
      if (time !== undefined) threads.set(thread, time);
    }
  }
  return threads;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readThread(folder: string): ThreadTime | undefined {
  try {
    const cpuMs = parseRunTime(readFileSync(`${folder}/schedstat`, 'utf8'));
    const cpu = parseCpu(readFileSync(`${folder}/stat`, 'utf8'));
    return cpuMs === undefined || cpu === undefined ? undefined : { cpuMs, cpu };
  } catch {
    return undefined;
  }
}

/** Parses /proc/PID/task/TID/schedstat: `runtime waittime slices`, times in nanoseconds. */
export function parseRunTime(schedstat: string): number | undefined {
  const nanos = Number(/^\d+/.exec(schedstat)?.[0]);
  return Number.isNaN(nanos) ? undefined : nanos / 1e6;
}

/** Parses field 39 of /proc/PID/task/TID/stat, the CPU last run on (proc(5)). */
export function parseCpu(stat: string): number | undefined {
  const cpu = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[36] ?? Number.NaN);
  return Number.isNaN(cpu) ? undefined : cpu;
}
