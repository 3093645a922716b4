import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../../src/profiles/decode/pprof.ts';
import { assemble, pprofMessage, pprofParts } from '../../support/pprof.ts';
import { delimited, varintBytes, varintField } from '../../support/proto-fields.ts';
import { samplesOf } from '../../support/samples.ts';

const { valueType, sample, location, fn, mapping } = pprofMessage;

const readAll = (bytes: Uint8Array) => samplesOf(decodePprof(bytes));

describe('reading a profile refuses', () => {
  type Parts = ReturnType<typeof pprofParts>;
  const labelled = (label: Buffer) => Buffer.concat([sample([1], [30]), delimited(3, label)]);
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
      'a location twice whose ids are addresses',
      (p) => ({ locations: [...p.locations, location(-4096, []), location(-4096, [])] }),
      'two locations have the id 18446744073709547520',
    ],
    ['function 0', (p) => ({ functions: [...p.functions, fn(0, 3)] }), 'function 2 has the id 0'],
    ['mapping 0', () => ({ mappings: [mapping(0, 5)] }), 'mapping 0 has the id 0'],
    [
      'a mapping twice',
      () => ({ mappings: [mapping(1, 5), mapping(1, 5)] }),
      'two mappings have the id 1',
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
    [
      'a line without a function',
      () => ({ locations: [location(1, [0]), location(2, [])] }),
      'a line refers to function 0, which does not exist',
    ],
    [
      'a mapping that does not exist',
      () => ({ locations: [location(1, [1], 9), location(2, [])] }),
      'a location refers to mapping 9, which does not exist',
    ],
    [
      'a location beyond all others',
      () => ({ samples: [sample([1 << 20], [1])] }),
      'a sample refers to location 1048576, which does not exist',
    ],
    [
      'location 0 in a sample',
      () => ({ samples: [sample([1, 0], [1])] }),
      'a sample refers to location 0, which does not exist',
    ],
    [
      'a system name that is not in the table',
      () => ({ functions: [fn(1, 3), Buffer.concat([fn(2, 4), varintField(3, 6)])] }),
      'function 1 refers to string 6 of 6',
    ],
    [
      'a file that is not in the table',
      () => ({ functions: [Buffer.concat([fn(1, 3), varintField(4, 2 ** 40)]), fn(2, 4)] }),
      'function 0 refers to string 1099511627776 of 6',
    ],
    [
      'a unit that is not in the table',
      () => ({ sampleTypes: [valueType(1, -2)] }),
      'a value type refers to string -2 of 6',
    ],
    [
      'a build id that is not in the table',
      () => ({ mappings: [Buffer.concat([mapping(1, 5), varintField(6, 9)])] }),
      'mapping 0 refers to string 9 of 6',
    ],
    [
      'a label whose key is not in the table',
      () => ({ samples: [labelled(varintField(1, 6))] }),
      'a label refers to string 6 of 6',
    ],
    [
      'a label whose text is not in the table',
      () => ({ samples: [labelled(Buffer.concat([varintField(1, 3), varintField(2, -1)]))] }),
      'a label refers to string -1 of 6',
    ],
    [
      'a label whose unit is not in the table',
      () => ({ samples: [labelled(Buffer.concat([varintField(3, 99), varintField(4, 7)]))] }),
      'a label refers to string 7 of 6',
    ],
  ])('%s', (_what, breakIt, message) => {
    const parts = pprofParts();
    expect(() => readAll(assemble({ ...parts, ...breakIt(parts) }))).toThrow(message);
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
    const bytes = Buffer.concat([assemble(pprofParts()), extra, varintField(40, 1)]);
    expect(() => readAll(bytes)).toThrow(/^malformed protobuf: .* \(byte \d+\)$/);
  });

  it.each<[string, Buffer, string]>([
    ['a comment', varintField(13, 6), 'a comment refers to string 6 of 6'],
    ['packed comments', delimited(13, Buffer.from([1, 9])), 'refers to string 9 of 6'],
    ['frames to drop', varintField(7, -1), 'refers to string -1 of 6'],
    ['frames to keep', varintField(8, 6), 'refers to string 6 of 6'],
    ['the preferred sample type', varintField(14, 6), 'refers to string 6 of 6'],
    ['the type of the period', delimited(11, valueType(1, 6)), 'refers to string 6 of 6'],
  ])('%s that is not in the string table', (_what, extra, message) => {
    expect(() => readAll(Buffer.concat([assemble(pprofParts()), extra]))).toThrow(message);
  });

  it.each([
    ['a text', delimited(6, '').subarray(0, 1)],
    ['a sample', Buffer.from([0x12])],
    ['packed ids in a sample', Buffer.concat([Buffer.from([0x12, 0x07, 0x0a])])],
  ])('%s that claims to be huge, without room for it', (_what, start) => {
    const bytes = Buffer.concat([assemble(pprofParts()), start, varintBytes(2 ** 40)]);
    const before = process.memoryUsage().arrayBuffers;
    expect(() => readAll(bytes)).toThrow('claims 1099511627776 bytes');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
  });

  it('profiles one after another', () => {
    const one = Buffer.concat([assemble(pprofParts()), varintField(9, 5)]);
    expect(() => readAll(Buffer.concat([one, one]))).toThrow('it is several, one after another');
    const zipped = gzipSync(one);
    expect(() => readAll(Buffer.concat([zipped, zipped]))).toThrow(
      'it is several, one after another',
    );
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
    expect(() => readAll(Buffer.from(text, 'latin1'))).toThrow(
      `not a pprof profile: it looks like ${looksLike}`,
    );
  });
});
