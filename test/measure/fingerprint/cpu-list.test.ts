import { expect, it } from 'vitest';
import { parseCpuList } from '../../../src/measure/fingerprint/cpu-list.ts';

it.each<[string, number[] | undefined]>([
  ['0', [0]],
  ['0-3', [0, 1, 2, 3]],
  ['0-3,8,10-11\n', [0, 1, 2, 3, 8, 10, 11]],
  ['', undefined],
  ['3-1', undefined],
  ['all', undefined],
  ['0-', undefined],
  ['0-99999999999', undefined],
])('%j are the CPUs %j', (list, cpus) => {
  expect(parseCpuList(list)).toEqual(cpus);
});
