import { describe, expect, it } from 'vitest';
import {
  parseThrottling,
  readLimits,
  readThrottling,
} from '../../../src/measure/fingerprint/cgroup.ts';
import { locateCgroups } from '../../../src/measure/fingerprint/cgroup-folders.ts';
import { machineFolder } from './machine-folder.ts';

const V2 = '26 20 0:22 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate';
const V1_CPU = '32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct';
const V1_MEMORY = '35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory';

/** A first-generation container whose own group is the root of what it sees. */
const CONTAINER_CPU = '32 31 0:29 /docker/abc /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu,cpuacct';

describe('locateCgroups', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'the second generation, up to the root',
      '0::/system.slice/runner.service',
      V2,
      [
        '/sys/fs/cgroup/system.slice/runner.service',
        '/sys/fs/cgroup/system.slice',
        '/sys/fs/cgroup',
      ],
    ],
    ['a container with a view of its own', '0::/', V2, ['/sys/fs/cgroup']],
    ['a path that climbs out of the view', '0::/../other', V2, ['/sys/fs/cgroup']],
    [
      'the first generation',
      '4:cpu,cpuacct:/user.slice\n3:memory:/user.slice',
      `${V1_CPU}\n${V1_MEMORY}`,
      ['/sys/fs/cgroup/cpu,cpuacct/user.slice', '/sys/fs/cgroup/cpu,cpuacct'],
    ],
    [
      'a container of the first generation',
      '4:cpu,cpuacct:/docker/abc/inner',
      CONTAINER_CPU,
      ['/sys/fs/cgroup/cpu/inner', '/sys/fs/cgroup/cpu'],
    ],
    [
      'a container beside another with a longer name',
      '4:cpu:/docker/abcdef',
      CONTAINER_CPU,
      ['/sys/fs/cgroup/cpu'],
    ],
    ['no mount', '0::/', '22 1 0:2 / /proc rw - proc proc rw', []],
    ['no membership', '', V2, []],
  ])('%s', (_, memberships, mounts, expected) => {
    expect(locateCgroups(memberships, mounts, 'cpu').map(({ path }) => path)).toEqual(expected);
  });
});

describe('readLimits', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'the tightest of the second generation',
      {
        'proc/7/cgroup': '0::/pod/app',
        'proc/self/mountinfo': V2,
        'sys/fs/cgroup/pod/app/cpu.max': 'max 100000',
        'sys/fs/cgroup/pod/cpu.max': '150000 100000',
        'sys/fs/cgroup/pod/app/memory.max': '536870912',
        'sys/fs/cgroup/pod/memory.max': 'max',
      },
      { cpuQuota: 1.5, memoryLimitBytes: 536_870_912 },
    ],
    [
      'the second generation without limits',
      {
        'proc/7/cgroup': '0::/app',
        'proc/self/mountinfo': V2,
        'sys/fs/cgroup/app/cpu.max': 'max 100000',
        'sys/fs/cgroup/app/memory.max': 'max',
      },
      { cpuQuota: null, memoryLimitBytes: null },
    ],
    [
      'the first generation',
      {
        'proc/7/cgroup': '4:cpu,cpuacct:/job\n3:memory:/job\n0::/',
        'proc/self/mountinfo': `${V1_CPU}\n${V1_MEMORY}`,
        'sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us': '400000',
        'sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us': '100000',
        'sys/fs/cgroup/memory/job/memory.limit_in_bytes': '1073741824',
      },
      { cpuQuota: 4, memoryLimitBytes: 1_073_741_824 },
    ],
    [
      'the first generation without limits, which it writes as the largest number',
      {
        'proc/7/cgroup': '4:cpu,cpuacct:/\n3:memory:/',
        'proc/self/mountinfo': `${V1_CPU}\n${V1_MEMORY}`,
        'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '-1',
        'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000',
        'sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
      },
      { cpuQuota: null, memoryLimitBytes: null },
    ],
    ['no control groups', { 'proc/7/cgroup': '', 'proc/self/mountinfo': '' }, {}],
    ['no /proc at all', {}, {}],
  ])('%s', async (_, files, expected) => {
    expect(await readLimits(machineFolder(files), 7)).toEqual(expected);
  });
});

describe('throttling', () => {
  it.each<[string, string, object | undefined]>([
    [
      'the second generation',
      'usage_usec 9\nnr_periods 40\nnr_throttled 10\nthrottled_usec 2500000',
      { periods: 40, throttledPeriods: 10, seconds: 2.5 },
    ],
    [
      'the first generation',
      'nr_periods 40\nnr_throttled 10\nthrottled_time 2500000000',
      { periods: 40, throttledPeriods: 10, seconds: 2.5 },
    ],
    ['a group without a quota', 'nr_periods 0\nnr_throttled 0\nthrottled_usec 0', undefined],
    ['the root, which has no quota', 'usage_usec 9', undefined],
  ])('%s', (_, stat, expected) => {
    expect(parseThrottling(stat)).toEqual(expected);
  });

  it('is that of the quota that held tasks back longest', async () => {
    const root = machineFolder({
      'proc/7/cgroup': '0::/pod/app',
      'proc/self/mountinfo': V2,
      'sys/fs/cgroup/pod/app/cpu.stat': 'nr_periods 40\nnr_throttled 1\nthrottled_usec 1000000',
      'sys/fs/cgroup/pod/cpu.stat': 'nr_periods 90\nnr_throttled 30\nthrottled_usec 3000000',
    });
    expect(await readThrottling(root, 7)).toEqual({
      periods: 90,
      throttledPeriods: 30,
      seconds: 3,
    });
  });
});
