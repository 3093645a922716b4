import { join } from 'node:path';
import { type CgroupFolder, cgroupFolders } from './cgroup-folders.ts';
import { numberOf, readNumber, readText } from './read-text.ts';

/** Limits that a process has by its control groups; null where there is none. */
export interface CgroupLimits {
  /** CPUs' worth of time. */
  readonly cpuQuota: number | null;
  readonly memoryLimitBytes: number | null;
}

/** How often a CPU quota held tasks back since the control group was made. */
export interface Throttling {
  readonly periods: number;
  readonly throttledPeriods: number;
  readonly seconds: number;
}

/** What the first generation says when there is no limit is the largest multiple of a page. */
const NO_LIMIT_BYTES = 2 ** 60;

/** The tightest limits of a process's control groups; undefined when these can't be found. */
export async function readLimits(root: string, pid: number): Promise<Partial<CgroupLimits>> {
  const cpu = await cgroupFolders(root, pid, 'cpu');
  const memory = await cgroupFolders(root, pid, 'memory');
  const [quotas, limits] = await Promise.all([
    Promise.all(cpu.map(readQuota)),
    Promise.all(memory.map(readMemoryLimit)),
  ]);
  return {
    ...(cpu.length === 0 ? {} : { cpuQuota: lowest(quotas) }),
    ...(memory.length === 0 ? {} : { memoryLimitBytes: lowest(limits) }),
  };
}

/**
 * Throttling of a process by the quota that throttled it most: several in one chain would count the
 * same waiting twice. Undefined where there is no quota.
 */
export async function readThrottling(root: string, pid: number): Promise<Throttling | undefined> {
  const folders = await cgroupFolders(root, pid, 'cpu');
  const all = await Promise.all(
    folders.map(async ({ path }) =>
      parseThrottling((await readText(join(path, 'cpu.stat'))) ?? ''),
    ),
  );
  return all
    .filter((one) => one !== undefined)
    .reduce<Throttling | undefined>(
      (most, one) => (most && most.seconds >= one.seconds ? most : one),
      undefined,
    );
}

/** Parses `cpu.stat`: the second generation counts microseconds, the first nanoseconds. */
export function parseThrottling(stat: string): Throttling | undefined {
  const fields = new Map(
    stat.split('\n').map((line): [string, string] => {
      const [name = '', value = ''] = line.trim().split(/\s+/);
      return [name, value];
    }),
  );
  const periods = numberOf(fields.get('nr_periods'));
  const throttledPeriods = numberOf(fields.get('nr_throttled'));
  const micros = numberOf(fields.get('throttled_usec'));
  const nanos = numberOf(fields.get('throttled_time'));
  if (!periods || throttledPeriods === undefined) return undefined;
  return { periods, throttledPeriods, seconds: (micros ?? 0) / 1e6 + (nanos ?? 0) / 1e9 };
}

async function readQuota({ version, path }: CgroupFolder): Promise<number | undefined> {
  if (version === 2) {
    // `200000 100000`, or `max 100000`.
    const [quota, period] = ((await readText(join(path, 'cpu.max'))) ?? '').split(' ');
    return ratio(numberOf(quota), numberOf(period));
  }
  // −1 where there is none, which is not read as a number.
  const quota = await readNumber(join(path, 'cpu.cfs_quota_us'));
  return ratio(quota, await readNumber(join(path, 'cpu.cfs_period_us')));
}

function ratio(quota: number | undefined, period: number | undefined): number | undefined {
  return quota && period ? quota / period : undefined;
}

async function readMemoryLimit({ version, path }: CgroupFolder): Promise<number | undefined> {
  const file = version === 2 ? 'memory.max' : 'memory.limit_in_bytes';
  const bytes = await readNumber(join(path, file));
  return bytes !== undefined && bytes < NO_LIMIT_BYTES ? bytes : undefined;
}

function lowest(limits: readonly (number | undefined)[]): number | null {
  const real = limits.filter((limit) => limit !== undefined);
  return real.length === 0 ? null : Math.min(...real);
}
