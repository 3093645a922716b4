import { readdir } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import type { MachineFacts } from '../../profiles/environment.ts';
import { readLimits } from './cgroup.ts';
import { parseCpuFrequency, parseCpuInfo } from './cpu-info.ts';
import { parseCpuList } from './cpu-list.ts';
import { known } from './known.ts';
import { numberOf, readNumber, readText } from './read-text.ts';
import { readSysctl } from './sysctl.ts';

/** The machine that a process runs on, and what of it that process may use. */
export async function readMachine(pid: number): Promise<MachineFacts> {
  return {
    platform: platform(),
    architecture: arch(),
    kernel: release(),
    ...(platform() === 'linux' ? await readLinuxMachine('/', pid) : {}),
    ...(platform() === 'darwin' ? await readSysctl() : {}),
  };
}

/** Linux's part, below any root: tests have machines of their own. */
export async function readLinuxMachine(root: string, pid: number): Promise<MachineFacts> {
  const [cpuInfo, online, status, memory, governor, limits] = await Promise.all([
    readText(join(root, 'proc/cpuinfo')),
    readText(join(root, 'sys/devices/system/cpu/online')),
    readText(join(root, `proc/${pid}/status`)),
    readText(join(root, 'proc/meminfo')),
    readGovernor(root),
    readLimits(root, pid),
  ]);
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status ?? '')?.[1];
  const kilobytes = numberOf(/^MemTotal:\s*(\d+) kB$/m.exec(memory ?? '')?.[1]);
  return known({
    ...parseCpuInfo(cpuInfo ?? ''),
    cpus: parseCpuList(online ?? '')?.length,
    allowedCpus: parseCpuList(allowed ?? '')?.length,
    memoryBytes: kilobytes === undefined ? undefined : kilobytes * 1024,
    governor,
    ...limits,
  });
}

/** Mean clock rate of the CPUs in MHz, where it is told. */
export async function readFrequency(root: string): Promise<number | undefined> {
  const folders = await policyFolders(root);
  const rates = await Promise.all(
    folders.map((folder) => readNumber(join(folder, 'scaling_cur_freq'))),
  );
  const told = rates.filter((rate) => rate !== undefined);
  if (told.length > 0) return told.reduce((sum, rate) => sum + rate, 0) / told.length / 1000;
  return parseCpuFrequency((await readText(join(root, 'proc/cpuinfo'))) ?? '');
}

async function readGovernor(root: string): Promise<string | undefined> {
  const folders = await policyFolders(root);
  const governors = await Promise.all(
    folders.map((folder) => readText(join(folder, 'scaling_governor'))),
  );
  const different = [...new Set(governors.filter((governor) => governor !== undefined))];
  return different.length === 0 ? undefined : different.toSorted().join(' + ');
}

/** CPUs that share a clock; none in most virtual machines. */
async function policyFolders(root: string): Promise<readonly string[]> {
  const folder = join(root, 'sys/devices/system/cpu/cpufreq');
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => /^policy\d+$/.test(name)).map((name) => join(folder, name));
}
