import { readFileSync } from 'node:fs';

/** Nanoseconds of CPU that the calling thread has used since some fixed point; undefined when nobody tells. */
export type CpuClock = () => number | undefined;

/**
 * The best clock that this platform has. Only the thread's own time will do: the process's counts
 * the garbage collector's and the compiler's helper threads, and the profiler's.
 */
export function threadCpuClock(): CpuClock {
  // From Node 22.19 and 23.9 on.
  if (typeof process.threadCpuUsage === 'function') return rusageNanoseconds;
  return schedstatNanoseconds;
}

function rusageNanoseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) * 1000;
}

/** Linux: the first number is the time on a CPU (Documentation/scheduler/sched-stats.rst). Synchronous reads stay on this thread. */
function schedstatNanoseconds(): number | undefined {
  try {
    const [onCpu] = readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ');
    // Kernels without CONFIG_SCHED_INFO report zero.
    return Number(onCpu) || undefined;
  } catch {
    return undefined;
  }
}
