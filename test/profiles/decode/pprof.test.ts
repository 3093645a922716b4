import { describe, expect, it } from 'vitest';
import { decodePprof, decodePprofStream } from '../../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';
import { inPieces } from '../../support/pieces.ts';
import { assemble, pprofMessage, pprofParts } from '../../support/pprof.ts';
import { delimited, varintBytes, varintField } from '../../support/proto-fields.ts';
import { samplesOf } from '../../support/samples.ts';
import { formatProfile } from '../../support/text-profile.ts';

const { sample, location } = pprofMessage;

/** The picture of `pprofParts()`. */
const PICTURE = ['main[:7]       12', 'main parse[:7] 30'];

const picture = (bytes: Uint8Array) =>
  formatProfile(foldProfile(decodePprof(bytes), 'cpu')).split('\n');

describe('decodePprof', () => {
  it('reads a small profile', () => {
    const columns = decodePprof(assemble(pprofParts()));
    expect(columns.sampleTypes).toEqual([{ type: 'cpu', unit: 'nanoseconds' }]);
    expect(samplesOf(columns)).toEqual([
      [[30], [0, 1]],
      [[12], [1]],
    ]);
    expect([...columns.locations.lineFunctions]).toEqual([0, 1]);
    expect([...columns.functions.names].map((name) => columns.strings.at(name))).toEqual([
      'parse',
      'main',
    ]);
  });

  it('reads repeated numbers that are not packed', () => {
    const parts = pprofParts();
    parts.samples[0] = Buffer.concat([varintField(1, 1), varintField(1, 2), varintField(2, 30)]);
    expect(samplesOf(decodePprof(assemble(parts)))).toEqual(
      samplesOf(decodePprof(assemble(pprofParts()))),
    );
  });

  it('reads fields in any order', () => {
    const strings = pprofParts().strings.map((text) => delimited(6, text));
    const others = assemble({ ...pprofParts(), strings: [] });
    const disordered = decodePprof(Buffer.concat([...strings, others]));
    const ordered = decodePprof(assemble(pprofParts()));
    const { strings: table, eachSample: _, ...columns } = disordered;
    const { strings: expected, eachSample: __, ...expectedColumns } = ordered;
    expect(columns).toEqual(expectedColumns);
    expect(table.at(3)).toBe(expected.at(3));
    expect(samplesOf(disordered)).toEqual(samplesOf(ordered));
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
    const bytes = Buffer.concat([unknown, assemble(parts)]);
    expect(samplesOf(decodePprof(bytes))).toEqual(samplesOf(decodePprof(assemble(pprofParts()))));
  });

  it('looks ids up that are addresses, also in the upper half of memory', () => {
    const [low, kernel] = [0x7f3a_1122_3344, -0x7fff_0000];
    const parts = pprofParts();
    parts.samples = [sample([low, kernel], [30]), sample([kernel], [12])];
    parts.locations = [location(low, [1]), location(kernel, [2])];
    expect(picture(assemble(parts))).toEqual(picture(assemble(pprofParts())));
  });

  it('keeps apart ids that differ only beyond what a number holds', () => {
    const [one, other] = [0xfedc_ba98_7654_3210n, 0xfedc_ba98_7654_3211n];
    const ids = (field: number, id: bigint) => varintField(field, id);
    const parts = pprofParts();
    const line = (fn: bigint) => delimited(4, Buffer.concat([ids(1, fn), varintField(2, 7)]));
    parts.samples = [
      Buffer.concat([ids(1, one), ids(1, other), varintField(2, 30)]),
      Buffer.concat([delimited(1, varintBytes(other)), varintField(2, 12)]),
    ];
    parts.locations = [
      Buffer.concat([ids(1, one), line(other)]),
      Buffer.concat([ids(1, other), line(one)]),
    ];
    parts.functions = [
      Buffer.concat([ids(1, other), varintField(2, 3)]),
      Buffer.concat([ids(1, one), varintField(2, 4)]),
    ];
    expect(picture(assemble(parts))).toEqual(PICTURE);
  });

  it('joins location ids that come in several pieces', () => {
    const parts = pprofParts();
    const packed = (id: number) => delimited(1, varintBytes(id));
    parts.samples[0] = Buffer.concat([packed(1), varintField(2, 30), varintField(1, 2)]);
    parts.samples[1] = Buffer.concat([delimited(1, ''), delimited(2, varintBytes(12)), packed(2)]);
    expect(picture(assemble(parts))).toEqual(PICTURE);
  });

  it.each([
    ['a line', 2 ** 31 - 1, 2 ** 31 - 1],
    ['−1 in 32 bits', 2 ** 32 - 1, 0],
    ['−1', -1, 0],
    ['what is damaged', 2 ** 31, 0],
  ])('takes %s for a line, or for none', (_what, written, expected) => {
    const parts = pprofParts();
    const line = delimited(4, Buffer.concat([varintField(1, 1), varintField(2, written)]));
    parts.locations[0] = Buffer.concat([varintField(1, 1), line]);
    parts.functions[0] = Buffer.concat([varintField(1, 1), varintField(5, written)]);
    const { locations, functions } = decodePprof(assemble(parts));
    expect([locations.lineNumbers[0], functions.startLines[0]]).toEqual([expected, expected]);
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

describe('the small profile of these tests', () => {
  it('is what it is said to be', () => {
    expect(picture(assemble(pprofParts()))).toEqual(PICTURE);
  });
});

describe('decodePprofStream', () => {
  it('refuses a profile that changes between its two readings', async () => {
    const [one = Buffer.alloc(0), ...others] = pprofParts().samples;
    const whole = assemble(pprofParts());
    const shorter = assemble({ ...pprofParts(), samples: [one] });
    expect(others).toHaveLength(1);
    const readings = [whole, shorter];
    const streamed = await decodePprofStream(() => inPieces(readings.shift() ?? whole, 1));
    await expect(streamed.eachSample(() => {})).rejects.toThrow('it changed while it was read');
  });
});
