import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { MachineFacts } from '../../profiles/environment.ts';
import { known } from './known.ts';
import { numberOf } from './read-text.ts';

const NAMES = ['hw.model', 'machdep.cpu.brand_string', 'hw.logicalcpu', 'hw.memsize'] as const;

const TIMEOUT_MS = 2_000;

/** What macOS says of the machine. */
export async function readSysctl(): Promise<MachineFacts> {
  try {
    // Names that this machine lacks are errors on standard error; the others are printed all the same.
    const { stdout } = await promisify(execFile)('/usr/sbin/sysctl', ['-i', ...NAMES], {
      timeout: TIMEOUT_MS,
      env: {},
    });
    return parseSysctl(stdout);
  } catch {
    return {};
  }
}

/** Parses `name: value` lines. */
export function parseSysctl(text: string): MachineFacts {
  const values = new Map(
    text.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const value = (name: (typeof NAMES)[number]) => values.get(name) || undefined;
  return known({
    cpuModel: value('machdep.cpu.brand_string'),
    cpuVariant: value('hw.model'),
    cpus: numberOf(value('hw.logicalcpu')),
    memoryBytes: numberOf(value('hw.memsize')),
  });
}
