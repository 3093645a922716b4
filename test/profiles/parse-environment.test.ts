import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '../../src/profiles/parse-environment.ts';

const AT = { document: 'rounds.json', path: 'rounds[0].environment' };

const WHOLE = {
  machine: {
    platform: 'linux',
    architecture: 'x64',
    cpuModel: 'AMD EPYC 7763',
    cpuVariant: 'family 25',
    cpus: 4,
    allowedCpus: 2,
    cpuQuota: 1.5,
    memoryBytes: 16_000_000_000,
    memoryLimitBytes: null,
    kernel: '6.8.0',
    governor: 'performance',
  },
  conditions: {
    seconds: 4.01,
    serviceCpuSeconds: 3.9,
    otherCpuShare: 0.04,
    stealShare: 0,
    throttledShare: 1,
    throttledSeconds: 0,
    cpuPressureShare: 0.2,
    loadAverage: 1.3,
    frequencyMhz: 2445.4,
  },
  runtimes: [{ name: 'node', version: '20.20.2', digest: '0a1b' }, { name: 'python' }],
  sampler: { profilers: ['flamegate'], period: 1e6, periodUnit: 'nanoseconds' },
};

describe('parseEnvironment', () => {
  it.each<[string, object]>([
    ['all that it knows', WHOLE],
    ['nothing', {}],
    ['parts that are empty', { machine: {}, conditions: {}, runtimes: [], sampler: {} }],
    ['limits that there are not', { machine: { cpuQuota: null, memoryLimitBytes: null } }],
  ])('keeps %s', (_, environment) => {
    expect(parseEnvironment(environment, AT)).toEqual(environment);
  });

  it('ignores what it does not know', () => {
    const machine = { ...WHOLE.machine, colour: 'red' };
    expect(parseEnvironment({ ...WHOLE, machine, weather: 'rain' }, AT)).toEqual(WHOLE);
  });

  it.each<[unknown, string]>([
    [null, ' must be an object'],
    [{ machine: [] }, '.machine must be an object'],
    [{ machine: { platform: '' } }, '.machine.platform must be a string that is not empty'],
    [{ machine: { cpuModel: null } }, '.machine.cpuModel must be a string that is not empty'],
    [{ machine: { cpus: 1.5 } }, '.machine.cpus must be a whole number, 0 or more'],
    [{ machine: { cpuQuota: 0 } }, '.machine.cpuQuota must be a number above 0'],
    [
      { machine: { memoryLimitBytes: '1G' } },
      '.machine.memoryLimitBytes must be a whole number, 0 or more',
    ],
    [{ conditions: { seconds: 0 } }, '.conditions.seconds must be a number above 0'],
    [
      { conditions: { serviceCpuSeconds: -1 } },
      '.conditions.serviceCpuSeconds must be a number, 0 or more',
    ],
    [{ conditions: { stealShare: 1.01 } }, '.conditions.stealShare must be a number from 0 to 1'],
    [
      { conditions: { otherCpuShare: '4%' } },
      '.conditions.otherCpuShare must be a number from 0 to 1',
    ],
    [{ runtimes: {} }, '.runtimes must be a list'],
    [{ runtimes: [{ version: '20' }] }, '.runtimes[0].name must be a string that is not empty'],
    [
      { runtimes: [{ name: 'node', version: 20 }] },
      '.runtimes[0].version must be a string that is not empty',
    ],
    [
      { sampler: { profilers: ['a', 1] } },
      '.sampler.profilers[1] must be a string that is not empty',
    ],
    [
      { sampler: { profilers: Array(101).fill('a') } },
      '.sampler.profilers must be a list of at most 100',
    ],
    [{ sampler: { period: 0 } }, '.sampler.period must be a number above 0'],
  ])('refuses %j', (environment, message) => {
    expect(() => parseEnvironment(environment, AT)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        message: `rounds.json: rounds[0].environment${message}`,
      }),
    );
  });
});
