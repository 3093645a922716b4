import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import {
  readFrequency,
  readLinuxMachine,
  readMachine,
} from '../../../src/measure/fingerprint/machine.ts';
import { parseEnvironment } from '../../../src/profiles/parse-environment.ts';
import { machineFolder } from './machine-folder.ts';

const FILES = {
  'proc/cpuinfo': 'processor : 0\nmodel name : Some CPU\ncpu MHz : 2000.0',
  'sys/devices/system/cpu/online': '0-63',
  'proc/7/status': 'Name:\tnode\nCpus_allowed:\tf\nCpus_allowed_list:\t0-3',
  'proc/meminfo': 'MemTotal:       24684084 kB\nMemFree:        23876916 kB',
};

describe('readLinuxMachine', () => {
  it('tells the CPUs that there are from those that the service may use', async () => {
    expect(await readLinuxMachine(machineFolder(FILES), 7)).toEqual({
      cpuModel: 'Some CPU',
      cpus: 64,
      allowedCpus: 4,
      memoryBytes: 24_684_084 * 1024,
    });
  });

  it('names every governor', async () => {
    const root = machineFolder({
      'sys/devices/system/cpu/cpufreq/policy0/scaling_governor': 'powersave',
      'sys/devices/system/cpu/cpufreq/policy1/scaling_governor': 'performance',
      'sys/devices/system/cpu/cpufreq/policy2/scaling_governor': 'powersave',
      'sys/devices/system/cpu/cpufreq/boost': '1',
    });
    expect(await readLinuxMachine(root, 7)).toEqual({ governor: 'performance + powersave' });
  });

  it('leaves out what there is not', async () => {
    expect(await readLinuxMachine(machineFolder({}), 7)).toEqual({});
  });
});

describe('readFrequency', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    [
      'the clock that is set, which is in kHz',
      {
        ...FILES,
        'sys/devices/system/cpu/cpufreq/policy0/scaling_cur_freq': '3000000',
        'sys/devices/system/cpu/cpufreq/policy1/scaling_cur_freq': '2000000',
      },
      2500,
    ],
    ['what /proc/cpuinfo says where none is set', FILES, 2000],
    ['nothing', {}, undefined],
  ])('%s', async (_, files, expected) => {
    expect(await readFrequency(machineFolder(files))).toBe(expected);
  });
});

describe('readMachine', () => {
  it('can be read again from a manifest, and does not name this machine', async () => {
    const machine = await readMachine(process.pid);
    expect(machine).toMatchObject({ platform: process.platform, architecture: process.arch });
    const at = { document: 'rounds.json', path: 'rounds[0].environment' };
    const read: unknown = JSON.parse(JSON.stringify({ machine }));
    expect(parseEnvironment(read, at)).toEqual({ machine });
    expect(Object.values(machine)).not.toContain(hostname());
  });

  it.skipIf(process.platform !== 'linux')(
    'knows the CPUs and the memory of this machine',
    async () => {
      const { cpus = 0, allowedCpus = 0, memoryBytes } = await readMachine(process.pid);
      expect(allowedCpus).toBeGreaterThan(0);
      expect(allowedCpus).toBeLessThanOrEqual(cpus);
      expect(memoryBytes).toBeGreaterThan(0);
    },
  );
});
