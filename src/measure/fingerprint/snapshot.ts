import { readlink } from 'node:fs/promises';
import { livingMembers } from '../process-table.ts';
import { readThrottling, type Throttling } from './cgroup.ts';
import {
  type MachineTime,
  type ProcessTime,
  parseMachineTime,
  parsePressure,
  parseProcessTime,
} from './cpu-time.ts';
import { readText } from './read-text.ts';

/** A process of the service. */
export interface Member extends ProcessTime {
  readonly pid: number;
  /** The program that it runs: an absolute path, ` (deleted)` after it when it is gone. */
  readonly program: string;
}

/** Clocks and counters of the machine and the service at one moment. */
export interface Snapshot {
  /** Milliseconds on a clock that only goes forward. */
  readonly at: number;
  readonly machine: MachineTime | undefined;
  /** Of this process and the load program that it waited for. */
  readonly ours: ProcessTime | undefined;
  readonly members: readonly Member[];
  readonly throttling: Throttling | undefined;
  /** Microseconds. */
  readonly pressure: number | undefined;
}

/** What is read before the clocks, so that the reading itself does not count. */
export async function snapshotBefore(leader: number): Promise<Snapshot> {
  const members = await readMembers(leader);
  return { ...(await readClocks(leader)), members };
}

/** The clocks come first: what is read after them does not count. */
export async function snapshotAfter(leader: number): Promise<Snapshot> {
  const clocks = await readClocks(leader);
  return { ...clocks, members: await readMembers(leader) };
}

async function readClocks(leader: number): Promise<Omit<Snapshot, 'members'>> {
  const at = performance.now();
  const [stat, self, pressure, throttling] = await Promise.all([
    readText('/proc/stat'),
    readText('/proc/self/stat'),
    readText('/proc/pressure/cpu'),
    readThrottling('/', leader),
  ]);
  return {
    at,
    machine: parseMachineTime(stat ?? ''),
    ours: parseProcessTime(self ?? ''),
    pressure: parsePressure(pressure ?? ''),
    throttling,
  };
}

async function readMembers(leader: number): Promise<readonly Member[]> {
  const processes = await livingMembers(leader);
  const members = await Promise.all(
    processes.map(async ({ pid }): Promise<Member | undefined> => {
      const time = parseProcessTime((await readText(`/proc/${pid}/stat`)) ?? '');
      // Unreadable for a process that changed its user.
      const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
      return time && { pid, program, ...time };
    }),
  );
  return members.filter((member) => member !== undefined);
}
