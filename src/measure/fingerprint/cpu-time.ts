/** The kernel's unit of CPU time in /proc is a hundredth of a second on every architecture that Node runs on (USER_HZ). */
export const TICKS_PER_SECOND = 100;

/** CPU time of the whole machine since it was started, in ticks. */
export interface MachineTime {
  /** Spent in processes. Interrupts are left out: they serve whoever the packet is for. */
  readonly busy: number;
  /** Given to another virtual machine while this one had something to do. */
  readonly steal: number;
  /** All that there was. */
  readonly total: number;
}

/**
 * Parses the first line of /proc/stat: `cpu user nice system idle iowait irq softirq steal guest guest_nice`.
 * Guests are in user and nice already (proc(5)).
 */
export function parseMachineTime(stat: string): MachineTime | undefined {
  const [name, ...fields] = (stat.split('\n')[0] ?? '').trim().split(/\s+/);
  const [user, nice, system, idle, iowait = 0, irq = 0, softirq = 0, steal = 0] =
    fields.map(Number);
  if (name !== 'cpu' || user === undefined || nice === undefined) return undefined;
  if (system === undefined || idle === undefined) return undefined;
  const busy = user + nice + system;
  return { busy, steal, total: busy + idle + iowait + irq + softirq + steal };
}

/** CPU time of a process since its start, in ticks. */
export interface ProcessTime {
  /** Of all its threads, also finished ones. */
  readonly own: number;
  /** Of its children that ended and were waited for, and theirs. */
  readonly children: number;
}

/** Parses /proc/PID/stat, whose fields 14 to 17 are `utime stime cutime cstime` (proc(5)). */
export function parseProcessTime(stat: string): ProcessTime | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
  if (user === undefined || system === undefined) return undefined;
  if (childUser === undefined || childSystem === undefined) return undefined;
  return { own: user + system, children: childUser + childSystem };
}

/** Microseconds in which some task waited for a CPU, from /proc/pressure/cpu (`some … total=1812097126`). */
export function parsePressure(pressure: string): number | undefined {
  const total = /^some .*\btotal=(\d+)$/m.exec(pressure)?.[1];
  return total === undefined ? undefined : Number(total);
}
