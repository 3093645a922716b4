import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCpuFrequency, parseCpuInfo } from '../../../src/measure/fingerprint/cpu-info.ts';

const X86 = (id: number, mhz: string) => `processor\t: ${id}
vendor_id\t: AuthenticAMD
cpu family\t: 25
model\t\t: 1
model name\t: AMD EPYC 7763  64-Core Processor
stepping\t: 1
cpu MHz\t\t: ${mhz}
physical id\t: ${id % 2}
flags\t\t: fpu vme de: pse
`;

const ARM64 = (part: string, id = 0) => `processor\t: ${id}
BogoMIPS\t: 50.00
Features\t: fp asimd
CPU implementer\t: 0x41
CPU architecture: 8
CPU variant\t: 0x0
CPU part\t: ${part}
CPU revision\t: 0
`;

describe('parseCpuInfo', () => {
  it.each<[string, string, object]>([
    [
      'two sockets of x86',
      `${X86(0, '2445.432')}\n${X86(1, '3200.000')}\n`,
      {
        cpuModel: 'AMD EPYC 7763 64-Core Processor',
        cpuVariant: 'family 25, model 1, stepping 1',
      },
    ],
    [
      'a server of 64-bit ARM, which has no model name',
      `${ARM64('0xd49')}\n${ARM64('0xd49', 1)}`,
      { cpuModel: 'ARM Neoverse-N2', cpuVariant: 'variant 0x0, revision 0' },
    ],
    [
      'a core that nobody has named here',
      ARM64('0xfff'),
      {
        cpuModel: 'ARM implementer 0x41, part 0xfff',
        cpuVariant: 'variant 0x0, revision 0',
      },
    ],
    [
      'big and small cores',
      `${ARM64('0xd0b')}\n${ARM64('0xd08', 1)}`,
      { cpuModel: 'ARM Cortex-A76 + ARM Cortex-A72', cpuVariant: 'variant 0x0, revision 0' },
    ],
    [
      '32-bit ARM with a line about the board',
      'processor : 0\nmodel name : ARMv7 Processor rev 3 (v7l)\n\nHardware : BCM2711\nSerial : 100000003d1d1c36\n',
      { cpuModel: 'ARMv7 Processor rev 3 (v7l)' },
    ],
    [
      'POWER',
      'processor : 0\ncpu : POWER9, altivec supported\nclock : 3800.000000MHz\n',
      { cpuModel: 'POWER9, altivec supported' },
    ],
    [
      'IBM Z, without its serial number',
      'vendor_id : IBM/S390\n# processors : 2\nprocessor 0: version = 00,  identification = 2733E8,  machine = 3931\n',
      { cpuModel: 'IBM Z 3931' },
    ],
    [
      'RISC-V',
      'processor : 0\nisa : rv64imafdc\nuarch : sifive,u74-mc\n',
      { cpuModel: 'sifive,u74-mc' },
    ],
    ['nothing that it knows', 'hello\n\nworld', {}],
    ['nothing', '', {}],
  ])('%s', (_, text, expected) => {
    expect(parseCpuInfo(text)).toEqual(expected);
  });

  it.skipIf(process.platform !== 'linux')('finds a model on this machine', () => {
    expect(parseCpuInfo(readFileSync('/proc/cpuinfo', 'utf8')).cpuModel).toMatch(/\w/);
  });
});

describe('parseCpuFrequency', () => {
  it.each<[string, string, number | undefined]>([
    ['the mean of the CPUs', `${X86(0, '2000.000')}\n${X86(1, '3000.000')}\n`, 2500],
    ['nothing on ARM', ARM64('0xd49'), undefined],
  ])('%s', (_, text, expected) => {
    expect(parseCpuFrequency(text)).toBe(expected);
  });
});
