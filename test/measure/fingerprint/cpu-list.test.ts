import { expect, it } from 'vitest';
import { countCpus } from '../../../src/measure/fingerprint/cpu-list.ts';

it.each<[string, number | undefined]>([
  ['0', 1],
  ['0-3', 4],
  ['0-3,8,10-11\n', 7],
  ['', undefined],
  ['3-1', undefined],
  ['all', undefined],
  ['0-', undefined],
])('%j are %s CPUs', (list, count) => {
  expect(countCpus(list)).toBe(count);
});
