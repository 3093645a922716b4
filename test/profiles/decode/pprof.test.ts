import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';
import { assemble, pprofMessage, pprofParts } from '../../support/pprof.ts';
import { delimited, varintBytes, varintField } from '../../support/proto-fields.ts';
import { formatProfile } from '../../support/text-profile.ts';

const { valueType, sample, location, fn, mapping } = pprofMessage;

/** The picture of `pprofParts()`. */
const PICTURE = ['main[:7]       12', 'main parse[:7] 30'];

const picture = (bytes: Uint8Array) =>
  formatProfile(foldProfile(decodePprof(bytes), 'cpu')).split('\n');

describe('decodePprof', () => {
  it('reads a small profile', () => {
    const columns = decodePprof(assemble(pprofParts()));
    expect(columns.sampleTypes).toEqual([{ type: 'cpu', unit: 'nanoseconds' }]);
    expect([...columns.samples.locationOffsets]).toEqual([0, 2, 3]);
    expect([...columns.samples.locations]).toEqual([0, 1, 1]);
    expect([...columns.samples.values]).toEqual([30, 12]);
    expect([...columns.locations.lineFunctions]).toEqual([0, 1]);
    expect([...columns.functions.names].map((name) => columns.strings.at(name))).toEqual([
      'parse',
      'main',
    ]);
  });

  it('reads repeated numbers that are not packed', () => {
    const parts = pprofParts();
    parts.samples[0] = Buffer.concat([varintField(1, 1), varintField(1, 2), varintField(2, 30)]);
    expect(decodePprof(assemble(parts))).toEqual(decodePprof(assemble(pprofParts())));
  });

  it('reads fields in any order', () => {
    const strings = pprofParts().strings.map((text) => delimited(6, text));
    const others = assemble({ ...pprofParts(), strings: [] });
    const { strings: table, ...columns } = decodePprof(Buffer.concat([...strings, others]));
    const { strings: expected, ...expectedColumns } = decodePprof(assemble(pprofParts()));
    expect(columns).toEqual(expectedColumns);
    expect(table.at(3)).toBe(expected.at(3));
  });

  it('skips unknown fields of every wire type', () => {
    const unknown = Buffer.concat([
      varintField(40, -1),
      delimited(41, 'text'),
      Buffer.concat([varintBytes(42 * 8 + 5), Buffer.alloc(4)]),
      Buffer.concat([varintBytes(43 * 8 + 1), Buffer.alloc(8)]),
    ]);
    const parts = pprofParts();
    parts.samples = parts.samples.map((message) => Buffer.concat([unknown, message, unknown]));
    parts.functions = parts.functions.map((message) => Buffer.concat([message, unknown]));
    expect([...decodePprof(Buffer.concat([unknown, assemble(parts)])).samples.values]).toEqual([
      30, 12,
    ]);
  });

  it('looks ids up that are addresses, also in the upper half of memory', () => {
    const [low, kernel] = [0x7f3a_1122_3344, -0x7fff_0000];
    const parts = pprofParts();
    parts.samples = [sample([low, kernel], [30]), sample([kernel], [12])];
    parts.locations = [location(low, [1]), location(kernel, [2])];
    expect(picture(assemble(parts))).toEqual(picture(assemble(pprofParts())));
  });

  it('takes a mapping that does not exist for none', () => {
    const parts = pprofParts();
    parts.locations[0] = location(1, [1], 9);
    expect([...decodePprof(assemble(parts)).locations.mappings]).toEqual([-1, -1]);
  });

  it('keeps the times, rounded to what a number can hold', () => {
    const times = Buffer.concat([
      varintField(9, 1_795_344_039_369_999_872n),
      varintField(10, 5_043_062_000),
      varintField(12, 5_416_000),
    ]);
    expect(decodePprof(Buffer.concat([assemble(pprofParts()), times]))).toMatchObject({
      timeNanos: 1_795_344_039_370_000_000,
      durationNanos: 5_043_062_000,
      period: 5_416_000,
    });
  });
});

describe('decodePprof refuses', () => {
  type Parts = ReturnType<typeof pprofParts>;
  it.each<[string, (parts: Parts) => Partial<Parts>, string]>([
    ['no sample type', () => ({ sampleTypes: [] }), 'it has no sample type'],
    [
      'no strings',
      () => ({ strings: [] }),
      'its string table does not begin with the empty string',
    ],
    [
      'a first string that is not empty',
      () => ({ strings: ['x'] }),
      'its string table does not begin with the empty string',
    ],
    [
      'a sample type without a name in the table',
      () => ({ sampleTypes: [valueType(1, 99)] }),
      'a value type refers to string 99 of 6',
    ],
    [
      'a function without a name in the table',
      () => ({ functions: [fn(1, 3), fn(2, 6)] }),
      'function 1 refers to string 6 of 6',
    ],
    [
      'a mapping without a name in the table',
      () => ({ mappings: [mapping(1, -1)] }),
      'mapping 0 refers to string -1 of 6',
    ],
    [
      'location 0',
      (p) => ({ locations: [...p.locations, location(0, [])] }),
      'location 2 has the id 0',
    ],
    [
      'a location twice',
      (p) => ({ locations: [...p.locations, location(1, [])] }),
      'two locations have the id 1',
    ],
    [
      'a function twice',
      (p) => ({ functions: [...p.functions, fn(2, 3)] }),
      'two functions have the id 2',
    ],
    [
      'too few values',
      () => ({ samples: [sample([1], [])] }),
      'sample 0 has 0 values for 1 sample types',
    ],
    [
      'too many values',
      () => ({ samples: [sample([1], [1]), sample([1], [1, 2])] }),
      'sample 1 has 2 values for 1 sample types',
    ],
    ['a negative value', () => ({ samples: [sample([1], [-5])] }), 'a sample has the value -5'],
    [
      'a value that no number can hold',
      () => ({ samples: [sample([1], [2 ** 60])] }),
      'malformed protobuf: the integer 1152921504606847000 is beyond ±(2^53 − 1)',
    ],
    [
      'a location that does not exist',
      () => ({ samples: [sample([3], [1])] }),
      'a sample refers to location 3, which does not exist',
    ],
    [
      'a function that does not exist',
      () => ({ locations: [location(1, [7]), location(2, [])] }),
      'a line refers to function 7, which does not exist',
    ],
  ])('%s', (_what, breakIt, message) => {
    const parts = pprofParts();
    expect(() => decodePprof(assemble({ ...parts, ...breakIt(parts) }))).toThrow(message);
  });

  it.each([
    [
      'a group',
      Buffer.from([(20 << 3) | 3, (20 << 3) | 4].flatMap((tag) => [...varintBytes(tag)])),
    ],
    ['wire type 7', varintBytes((20 << 3) | 7)],
    ['field number 0', Buffer.from([0x02, 0x00])],
    ['a sample that is a number', varintField(2, 1)],
    ['a time that is a text', delimited(9, 'now')],
    ['a length beyond the end', Buffer.from([0x12, 0x7f, 0x00])],
    ['a length beyond the message around it', delimited(2, Buffer.from([0x0a, 0x05, 0x01]))],
    ['an integer that ends outside its message', delimited(2, Buffer.from([0x0a, 0x01, 0x80]))],
    ['an integer of 11 bytes', Buffer.concat([varintBytes(9 * 8), Buffer.alloc(11, 0x80)])],
  ])('%s', (_what, extra) => {
    const bytes = Buffer.concat([assemble(pprofParts()), extra, assemble(pprofParts())]);
    expect(() => decodePprof(bytes)).toThrow(/^malformed protobuf: .* \(byte \d+\)$/);
  });

  it.each([
    ['', 'an empty file'],
    ['<!doctype html><title>Sign in</title>', 'HTML, such as the error page of a proxy'],
    ['{"code":"unauthenticated"}', 'JSON'],
    ['<?xml version="1.0"?><x/>', 'XML or SVG'],
    ['heap profile: 1: 2 [3: 4] @ heap/1048576\n', "pprof's legacy text format"],
    ['--- contentionz 1 ---\n', "pprof's legacy text format"],
    ['main;handler;parse 30\nmain 1\n', 'folded stacks as text'],
    ['no such service, try again', 'text'],
    ['FLR\0\0\x02\0\0', 'a Java Flight Recorder file (JFR)'],
    ['PERFILE2\x68\0\0\0', "a perf.data file of Linux's perf"],
    ['PK\x03\x04\x14\0', 'a zip archive'],
    [`${'\0'.repeat(8)}\x03${'\0'.repeat(15)}`, "gperftools' legacy CPU profile"],
  ])('%j and says what it looks like', (text, looksLike) => {
    expect(() => decodePprof(Buffer.from(text, 'latin1'))).toThrow(
      `not a pprof profile: it looks like ${looksLike}`,
    );
  });
});

describe('the small profile of these tests', () => {
  it('is what it is said to be', () => {
    expect(picture(assemble(pprofParts()))).toEqual(PICTURE);
  });
});
