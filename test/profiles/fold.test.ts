import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { assemble, pprofMessage, pprofParts } from '../support/pprof.ts';
import { delimited, varintField } from '../support/proto-fields.ts';
import { formatProfile } from '../support/text-profile.ts';

const { valueType, sample, location, fn, mapping } = pprofMessage;
type Parts = ReturnType<typeof pprofParts>;

const fold = (parts: Partial<Parts>, type = 'cpu', extra: Buffer = Buffer.alloc(0)) =>
  foldProfile(decodePprof(Buffer.concat([assemble({ ...pprofParts(), ...parts }), extra])), type);

const pictureOf = (parts: Partial<Parts>) => formatProfile(fold(parts)).split('\n');

/** Functions 1 to 5 are a to e, without lines. */
const LETTERS = {
  functions: [1, 2, 3, 4, 5].map((id) => fn(id, id + 2)),
  strings: [
    '',
    'cpu',
    'nanoseconds',
    'a',
    'b',
    'c',
    'd',
    'e',
    '/usr/lib/libc.so.6',
    'C:\\x\\app.exe',
  ],
};

/** A location without the line number that `pprofMessage.location` writes. */
const at = (id: number, functionIds: readonly number[], mappingId = 0) =>
  Buffer.concat([
    varintField(1, id),
    varintField(2, mappingId),
    ...functionIds.map((functionId) => delimited(4, varintField(1, functionId))),
  ]);

describe('foldProfile', () => {
  it.each<[string, Partial<Parts>, string[]]>([
    [
      'merges samples with equal stacks',
      {
        locations: [at(1, [1]), at(2, [2])],
        samples: [sample([2, 1], [3]), sample([1], [1]), sample([2, 1], [4])],
      },
      ['a   1', 'a b 7'],
    ],
    [
      'merges stacks of different addresses in the same functions',
      {
        locations: [at(1, [1]), at(2, [2]), at(3, [2])],
        samples: [sample([2, 1], [3]), sample([3, 1], [4])],
      },
      ['a b 7'],
    ],
    [
      'expands inlined functions, the innermost of which comes first',
      { locations: [at(1, [1]), at(2, [3, 2])], samples: [sample([2, 1], [3])] },
      ['a b c 3'],
    ],
    [
      'leaves stacks without value out',
      { locations: [at(1, [1]), at(2, [2])], samples: [sample([1], [0]), sample([2], [5])] },
      ['b 5'],
    ],
    [
      'keeps recursion',
      { locations: [at(1, [1])], samples: [sample([1, 1, 1], [3])] },
      ['a a a 3'],
    ],
    [
      'has one account for each binary without symbols',
      {
        mappings: [mapping(1, 8), mapping(2, 9)],
        locations: [at(1, [1]), at(2, [], 1), at(3, [], 1), at(4, [], 2), at(5, [])],
        samples: [sample([2, 1], [1]), sample([3, 1], [2]), sample([4], [4]), sample([5], [8])],
      },
      ['[app.exe]     4', '[unknown]     8', 'a [libc.so.6] 3'],
    ],
    ['gives a sample without locations a frame', { samples: [sample([], [2])] }, ['[unknown] 2']],
  ])('%s', (_what, parts, expected) => {
    expect(pictureOf({ ...LETTERS, ...parts })).toEqual(expected);
  });

  it('takes the start line, else the lowest line sampled', () => {
    const line = (functionId: number, number: number) =>
      delimited(4, Buffer.concat([varintField(1, functionId), varintField(2, number)]));
    const functions = [Buffer.concat([fn(1, 3), varintField(5, 10)]), fn(2, 4)];
    const locations = [
      Buffer.concat([varintField(1, 1), line(1, 12)]),
      Buffer.concat([varintField(1, 2), line(2, 31)]),
      Buffer.concat([varintField(1, 3), line(2, 25)]),
    ];
    const samples = [sample([2, 1], [1]), sample([3, 1], [1])];
    expect(pictureOf({ functions, locations, samples })).toEqual(['parse[:10] main[:25] 2']);
  });

  it('keeps the system name only where it differs', () => {
    const functions = [
      Buffer.concat([fn(1, 3), varintField(3, 3)]),
      Buffer.concat([fn(2, 4), varintField(3, 5), varintField(4, 5)]),
    ];
    const locations = [at(1, [1]), at(2, [2])];
    expect(fold({ functions, locations }).functions).toEqual([
      { name: 'parse', systemName: '', file: '', line: 0 },
      { name: 'main', systemName: '/usr/lib/libc.so.6', file: '/usr/lib/libc.so.6', line: 0 },
    ]);
  });

  it.each([
    ['', '[unknown]'],
    ['/usr/lib/x86_64-linux-gnu/libc.so.6', '[libc.so.6]'],
    ['C:\\Windows\\System32\\ntdll.dll', '[ntdll.dll]'],
    ['/tmp/go-build4217/b001/exe/main (deleted)', '[main]'],
    ['/tmp/perf-4217.map', '[perf.map]'],
    ['/tmp/perf-notes.map', '[perf-notes.map]'],
    ['[vdso]', '[vdso]'],
    ['[kernel.kallsyms]_text', '[kernel.kallsyms]'],
    ['//anon', '[anon]'],
    ['/srv/app/', '[unknown]'],
  ])('names the account of code without symbols in %j %s', (file, name) => {
    const parts = {
      strings: [...pprofParts().strings, file],
      mappings: [mapping(1, 6)],
      locations: [at(1, [], 1)],
      samples: [sample([1], [2])],
    };
    expect(fold(parts).functions.map((info) => info.name)).toEqual([name]);
  });

  it('takes a function for one, whatever lines of it were sampled', () => {
    const line = (functionId: number, number: number) =>
      delimited(4, Buffer.concat([varintField(1, functionId), varintField(2, number)]));
    const functions = [fn(1, 3), fn(2, 4)];
    const locations = [31, 25, 40].map((number, index) =>
      Buffer.concat([varintField(1, index + 1), line(1, number)]),
    );
    const samples = [1, 2, 3].map((id) => sample([id], [1]));
    expect(pictureOf({ functions, locations, samples })).toEqual(['parse[:25] 3']);
  });

  it.each([1000, 66_000])('keeps %i functions apart', (count) => {
    const ids = Array.from({ length: count }, (_, index) => index + 1);
    const profile = fold({
      strings: [...pprofParts().strings, ...ids.map((id) => `f${id}`)],
      functions: ids.map((id) => Buffer.concat([fn(id, 5 + id), varintField(5, id)])),
      locations: ids.map((id) => at(id, [id])),
      samples: ids.map((id) => sample([id, 1], [id])),
    });
    const last = profile.frames.subarray(profile.offsets.at(-2), profile.offsets.at(-1));
    expect([...last].map((frame) => profile.functions[frame]?.name)).toEqual([`f${count}`, 'f1']);
    expect(new Set(profile.frames).size).toBe(count);
  });

  it('refuses a negative value of the wanted sample type only', () => {
    const parts = {
      sampleTypes: [valueType(3, 2), valueType(1, 2)],
      samples: [sample([1], [-5, 5])],
    };
    expect(pictureOf(parts)).toEqual(['parse[:7] 5']);
    expect(() => fold(parts, 'parse')).toThrow('a sample has a value of -5 nanoseconds');
  });

  it('lists the sample types there are when the wanted one is missing', () => {
    expect(() => fold({}, 'alloc_space')).toThrow(
      'the profile has no sample type "alloc_space"; there is: cpu (nanoseconds)',
    );
  });

  it('tells Node users how to get CPU time', () => {
    const strings = pprofParts().strings.with(1, 'wall');
    expect(() => fold({ strings })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('PYROSCOPE_WALL_COLLECT_CPU_TIME') }),
    );
  });

  it.each([
    ['nanoseconds', 30, 'nanoseconds'],
    ['microseconds', 30e3, 'nanoseconds'],
    ['ms', 30e6, 'nanoseconds'],
    ['seconds', 30e9, 'nanoseconds'],
    ['minutes', 1800e9, 'nanoseconds'],
    ['bytes', 30, 'bytes'],
    ['GiB', 30 * 2 ** 30, 'bytes'],
    ['kilobytes', 30 * 1024, 'bytes'],
    ['count', 30, 'count'],
    ['joules', 30, 'joules'],
  ])('brings %s to one unit', (unit, value, canonical) => {
    const profile = fold({ strings: pprofParts().strings.with(2, unit) });
    expect(profile.sampleType).toEqual({ type: 'cpu', unit: canonical });
    expect(profile.values[0]).toBe(value);
  });
});

describe('the ticks of a profile', () => {
  const strings = [
    '',
    'cpu',
    'nanoseconds',
    'parse',
    'main',
    'samples',
    'count',
    'sample',
    'cpu_samples',
  ];
  const twoTypes = (name: number) => ({
    strings,
    sampleTypes: [valueType(name, 6), valueType(1, 2)],
    samples: [sample([1, 2], [3, 30]), sample([2], [7, 0]), sample([2], [1, 12])],
  });
  const period = (type: number, unit: number, value: number) =>
    Buffer.concat([delimited(11, valueType(type, unit)), varintField(12, value)]);

  it.each<[string, Partial<Parts>, Buffer, number]>([
    ['are counted by samples, for stacks that have a value', twoTypes(5), Buffer.alloc(0), 4],
    ['are counted by Node’s sample', twoTypes(7), Buffer.alloc(0), 4],
    ['are counted by .NET’s cpu_samples', twoTypes(8), Buffer.alloc(0), 4],
    ['are values by the period', {}, period(1, 2, 10), 4],
    ['are unknown when the period is in another unit', { strings }, period(5, 6, 10), 0],
    ['are unknown without a period', {}, Buffer.alloc(0), 0],
  ])('%s', (_what, parts, extra, ticks) => {
    expect(fold(parts, 'cpu', extra).ticks).toBe(ticks);
  });

  it('are refused when negative', () => {
    const parts = { ...twoTypes(5), samples: [sample([1], [-3, 30])] };
    expect(() => fold(parts)).toThrow('a sample has -3 ticks');
  });

  it('is the value itself when samples are what is compared', () => {
    expect(fold(twoTypes(5), 'samples').ticks).toBe(11);
  });
});

describe('lines', () => {
  it('of the small profile are what its parts say', () => {
    expect(pictureOf({ locations: [location(1, [1]), location(2, [2])] })).toEqual([
      'main[:7]       12',
      'main parse[:7] 30',
    ]);
  });
});
