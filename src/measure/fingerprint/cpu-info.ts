import type { MachineFacts } from '../../profiles/environment.ts';
import { type Known, known } from './known.ts';
import { numberOf } from './read-text.ts';

/** Which CPU a machine has. */
type CpuName = Pick<MachineFacts, 'cpuModel' | 'cpuVariant'>;

/** `key: value` lines of one logical CPU; keys in lower case, as kernels differ in it. */
type Entry = ReadonlyMap<string, string>;

/**
 * Reads /proc/cpuinfo, which every architecture writes in its own way. CPUs of several kinds in one
 * machine (big and small cores) are all named.
 */
export function parseCpuInfo(text: string): Known<CpuName> {
  const entries = entriesOf(text);
  return known({
    cpuModel: distinct(entries.map(modelOf)),
    cpuVariant: distinct(entries.map(variantOf)),
  });
}

/** Mean clock rate of the CPUs in MHz; undefined where /proc/cpuinfo has none (ARM). */
export function parseCpuFrequency(text: string): number | undefined {
  const rates = entriesOf(text).flatMap((entry) => numberOf(entry.get('cpu mhz')) ?? []);
  return rates.length === 0 ? undefined : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Blocks are divided by empty lines; what stands alone at the end (`Hardware: …`) is about the whole machine. */
function entriesOf(text: string): readonly Entry[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const pairs = block.split('\n').flatMap((line): [string, string][] => {
        const colon = line.indexOf(':');
        return colon < 0
          ? []
          : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
      });
      return new Map(pairs);
    })
    .filter((entry) => entry.size > 0);
}

/** x86, LoongArch and 32-bit ARM; MIPS; RISC-V; POWER. 64-bit ARM has numbers only. */
const MODEL_KEYS = ['model name', 'cpu model', 'uarch', 'cpu'] as const;

function modelOf(entry: Entry): string | undefined {
  for (const key of MODEL_KEYS) {
    const value = entry.get(key);
    if (value) return value.replaceAll(/\s+/g, ' ');
  }
  const [implementer, part] = [entry.get('cpu implementer'), entry.get('cpu part')];
  if (implementer && part) return armModel(implementer, part);
  return mainframeModel(entry);
}

/** IBM Z says `processor 0: version = FF, identification = <serial number>, machine = 3931`. */
function mainframeModel(entry: Entry): string | undefined {
  for (const [key, value] of entry) {
    const machine = /^processor \d/.test(key) ? /machine = (\w+)/.exec(value)?.[1] : undefined;
    if (machine !== undefined) return `IBM Z ${machine}`;
  }
  return undefined;
}

function variantOf(entry: Entry): string | undefined {
  const parts = [
    ['family', entry.get('cpu family')],
    ['model', entry.get('cpu family') && entry.get('model')],
    ['stepping', entry.get('stepping')],
    ['variant', entry.get('cpu variant')],
    ['revision', entry.get('cpu revision')],
  ].flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
  return parts.length === 0 ? undefined : parts.join(', ');
}

/**
 * Cores of servers and their usual names, by implementer and part (the MIDR register, as in the
 * kernel's arch/arm64/include/asm/cputype.h).
 */
const ARM_CORES: Readonly<Record<string, string>> = {
  '0x41 0xd08': 'ARM Cortex-A72',
  '0x41 0xd0b': 'ARM Cortex-A76',
  '0x41 0xd0c': 'ARM Neoverse-N1',
  '0x41 0xd40': 'ARM Neoverse-V1',
  '0x41 0xd49': 'ARM Neoverse-N2',
  '0x41 0xd4f': 'ARM Neoverse-V2',
  '0xc0 0xac3': 'Ampere-1',
};

function armModel(implementer: string, part: string): string {
  return ARM_CORES[`${implementer} ${part}`] ?? `ARM implementer ${implementer}, part ${part}`;
}

function distinct(values: readonly (string | undefined)[]): string | undefined {
  const different = [...new Set(values.filter((value) => value !== undefined))];
  return different.length === 0 ? undefined : different.join(' + ');
}
