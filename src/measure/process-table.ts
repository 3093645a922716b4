import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process as the kernel lists it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly group: number;
  /** Session id; undefined where `ps` does not tell. */
  readonly session: number | undefined;
  /** Dead, and only kept until its parent asks for the exit code. */
  readonly zombie: boolean;
}

/**
 * The living processes of a group that its leader started in a session of its own. On Linux the whole
 * session counts: a script with job control (`set -m`) puts its children into groups of their own.
 * Zombies do not count: in a container whose first process reaps nobody they stay for ever.
 */
export async function livingMembers(leader: number): Promise<readonly ProcessEntry[]> {
  const entries = process.platform === 'linux' ? await readProc() : await readPs();
  return entries.filter(
    ({ group, session, zombie }) => !zombie && (group === leader || session === leader),
  );
}

/** All processes, from /proc (Linux). */
export async function readProc(): Promise<ProcessEntry[]> {
  const names = await readdir('/proc');
  const entries = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readStat));
  return entries.filter((entry) => entry !== undefined);
}

async function readStat(pid: string): Promise<ProcessEntry | undefined> {
  try {
    return parseStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // It ended since the folder was listed.
    return undefined;
  }
}

/** Parses /proc/PID/stat: `pid (name) state parent group session …`, where the name may hold spaces and brackets. */
export function parseStat(stat: string): ProcessEntry | undefined {
  const pid = Number.parseInt(stat, 10);
  const [state = '', , group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (Number.isNaN(pid) || group === undefined || session === undefined) return undefined;
  return { pid, group: Number(group), session: Number(session), zombie: /^[ZXx]/.test(state) };
}

/** All processes, from `ps` (macOS and others). */
export async function readPs(): Promise<ProcessEntry[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,pgid=,stat=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, group, state = ''] = line.trim().split(/\s+/);
      return {
        pid: Number(pid),
        group: Number(group),
        session: undefined,
        zombie: state.startsWith('Z'),
      };
    });
}
