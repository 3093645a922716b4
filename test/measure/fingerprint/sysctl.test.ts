import { expect, it } from 'vitest';
import { parseSysctl } from '../../../src/measure/fingerprint/sysctl.ts';

it.each<[string, string, object]>([
  [
    'Apple silicon',
    'hw.model: Macmini9,1\nmachdep.cpu.brand_string: Apple M1\nhw.logicalcpu: 8\nhw.memsize: 17179869184\n',
    { cpuModel: 'Apple M1', cpuVariant: 'Macmini9,1', cpus: 8, memoryBytes: 17_179_869_184 },
  ],
  [
    'an Intel Mac',
    'hw.model: MacBookPro16,1\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz\nhw.logicalcpu: 12\n',
    {
      cpuModel: 'Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz',
      cpuVariant: 'MacBookPro16,1',
      cpus: 12,
    },
  ],
  ['a name that the machine lacks', 'hw.model: VirtualMac2,1\n', { cpuVariant: 'VirtualMac2,1' }],
  ['nothing', '', {}],
])('%s', (_, text, expected) => {
  expect(parseSysctl(text)).toEqual(expected);
});
