import type { FunctionInfo, StackProfile } from '../../profiles/profile.ts';

/** `[libc.so.6]`: all code of a binary that has no symbols is one account. Ruby's `[]` is a method. */
const BINARY = /^\[.+\]$/s;

/** An address, alone or after a binary's name: `0x4f3a`, `libc.so.6+0x4f3a`, `00007f3a12cd`. */
const ADDRESS = /^(?:.*[\s+!@(])?0x[0-9a-f]+\)?$|^(?=.*\d)[0-9a-f]{8,16}$/is;

/** What profilers call a function that they can't name. */
const UNKNOWN = /^[<([]?_*(?:unknown|\?\?)_*[>)\]]?$/i;

/**
 * Share of the cost that has names: each stack's cost counts by the part of its frames that have one.
 * A stripped program is near 0, a program with some native code below its own functions near 1.
 * Undefined for a profile without cost.
 */
export function namedShare({
  functions,
  frames,
  offsets,
  values,
}: StackProfile): number | undefined {
  const named = functions.map(isNamed);
  let total = 0;
  let withName = 0;
  values.forEach((value, stack) => {
    const start = offsets[stack] ?? 0;
    const end = offsets[stack + 1] ?? 0;
    let count = 0;
    for (let i = start; i < end; i++) if (named[frames[i] ?? 0]) count++;
    total += value;
    if (end > start) withName += (value * count) / (end - start);
  });
  return total > 0 ? withName / total : undefined;
}

function isNamed({ name, systemName, file }: FunctionInfo): boolean {
  if (name === '' || UNKNOWN.test(name) || ADDRESS.test(name)) return false;
  return !(BINARY.test(name) && systemName === '' && file === '');
}
