import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { isNameless } from '../../src/profiles/definition.ts';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { FunctionTable } from '../../src/profiles/function-table.ts';
import type { FunctionInfo, StackProfile } from '../../src/profiles/profile.ts';

function tabled(functions: readonly FunctionInfo[]): readonly FunctionInfo[] {
  const table = new FunctionTable();
  for (const fn of functions) table.intern(fn);
  return table.list();
}

function fn(name: string, line: number, more: Partial<FunctionInfo> = {}): FunctionInfo {
  return { name, systemName: '', file: 'a.js', line, ...more };
}

describe('the line of a function', () => {
  it.each([
    { what: 'sampled lines', functions: [fn('f', 9), fn('f', 5)], lines: [5] },
    {
      what: 'definitions of one name',
      functions: [fn('f', 9, { defined: true }), fn('f', 5, { defined: true })],
      lines: [9, 5],
    },
    {
      what: 'lambdas',
      functions: [fn('g.<locals>.<lambda>', 9), fn('g.<locals>.<lambda>', 5)],
      lines: [9, 5],
    },
    {
      what: 'V8’s functions without a name',
      functions: [fn('(anonymous)', 9), fn('(anonymous)', 5)],
      lines: [9, 5],
    },
  ])('of $what: $lines', ({ functions, lines }) => {
    expect(tabled(functions).map(({ line }) => line)).toEqual(lines);
  });

  it('is a definition again after a profile was written and read', () => {
    const profile: StackProfile = {
      sampleType: { type: 'cpu', unit: 'nanoseconds' },
      functions: [fn('f', 9, { defined: true }), fn('f', 5, { defined: true }), fn('g', 7)],
      frames: Int32Array.of(0, 1, 2),
      offsets: Int32Array.of(0, 3),
      values: Float64Array.of(1),
      ticks: 0,
    };
    const read = foldProfile(decodePprof(encodeProfile(profile)), 'cpu');
    expect(read.functions).toEqual(profile.functions);
  });
});

describe('a function without a name', () => {
  it.each([
    { name: '(anonymous)', nameless: true },
    { name: './a.js:(anonymous):20', nameless: true },
    { name: '<lambda>', nameless: true },
    { name: 'f.<locals>.<lambda>', nameless: true },
    { name: '<lambda>.<locals>.f', nameless: false },
    { name: '(anonymous namespace)::f', nameless: false },
    { name: 'f', nameless: false },
    { name: '', nameless: false },
  ])('$name: $nameless', ({ name, nameless }) => {
    expect(isNameless(name)).toBe(nameless);
  });
});
