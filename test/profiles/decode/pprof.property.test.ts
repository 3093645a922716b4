import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  Label,
  Location,
  Mapping,
  Function as PprofFunction,
  Profile,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { FlamegateError } from '../../../src/errors.ts';
import { decodePprof, decodePprofStream } from '../../../src/profiles/decode/pprof.ts';
import type { PprofTables } from '../../../src/profiles/decode/pprof-columns.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';
import { inPieces } from '../../support/pieces.ts';
import { assemble, pprofParts } from '../../support/pprof.ts';
import { copyOf, samplesOf } from '../../support/samples.ts';

const SEED = 20_261_120;

/** Distinct ids: mostly 1, 2, 3, sometimes addresses. */
function ids(count: number): fc.Arbitrary<number[]> {
  const counted = fc.constant(Array.from({ length: count }, (_, index) => index + 1));
  const address = fc.integer({ min: 1, max: 2 ** 47 });
  return fc.oneof(counted, fc.uniqueArray(address, { minLength: count, maxLength: count }));
}

const number = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const TEXTS = ['a', 'main', 'Object.<anonymous>', 'größe', '日本', '😀', '', 'x'.repeat(200)];

/** A consistent profile as pprof-format has it. */
const profiles = fc
  .record({
    types: fc.integer({ min: 1, max: 3 }),
    functions: fc.integer({ min: 1, max: 5 }).chain(ids),
    locations: fc.integer({ min: 1, max: 6 }).chain(ids),
    mappings: fc.integer({ min: 1, max: 2 }).chain(ids),
  })
  .chain((shape) => {
    const text = fc.nat(TEXTS.length - 1);
    const line = fc.record({ functionId: fc.constantFrom(...shape.functions), line: fc.nat(9999) });
    return fc.record({
      shape: fc.constant(shape),
      sampleTypes: fc.array(fc.record({ type: fc.constant(1), unit: text }), {
        minLength: shape.types,
        maxLength: shape.types,
      }),
      samples: fc.array(
        fc.record({
          locationId: fc.array(fc.constantFrom(...shape.locations), { maxLength: 8 }),
          value: fc.array(number, { minLength: shape.types, maxLength: shape.types }),
          label: fc.array(fc.record({ key: fc.constant(1), str: text, num: number }), {
            maxLength: 2,
          }),
        }),
        { maxLength: 10 },
      ),
      lines: fc.array(fc.array(line, { maxLength: 3 }), { minLength: 6, maxLength: 6 }),
      names: fc.array(fc.tuple(text, text, text, fc.nat(9999)), { minLength: 5, maxLength: 5 }),
      mappingOf: fc.array(fc.constantFrom(0, ...shape.mappings), { minLength: 6, maxLength: 6 }),
      times: fc.tuple(number, number, number),
    });
  })
  .map(({ shape, sampleTypes, samples, lines, names, mappingOf, times }) => {
    const strings = new StringTable();
    for (const text of TEXTS) strings.dedup(text);
    return new Profile({
      sampleType: sampleTypes.map((type) => new ValueType(type)),
      sample: samples.map(
        (sample) => new Sample({ ...sample, label: sample.label.map((label) => new Label(label)) }),
      ),
      mapping: shape.mappings.map((id) => new Mapping({ id, memoryStart: 4096, filename: 2 })),
      location: shape.locations.map(
        (id, row) =>
          new Location({ id, mappingId: mappingOf[row] ?? 0, address: id, line: lines[row] ?? [] }),
      ),
      function: shape.functions.map((id, row) => {
        const [name = 0, systemName = 0, filename = 0, startLine = 0] = names[row] ?? [];
        return new PprofFunction({ id, name, systemName, filename, startLine });
      }),
      stringTable: strings,
      timeNanos: times[0],
      durationNanos: times[1],
      period: times[2],
      comment: [1],
    });
  });

/** What both decoders must agree on, with ids and strings looked up. */
function viewOfTheirs(profile: Profile) {
  const text = (index: number | bigint) => profile.stringTable.strings[Number(index)];
  const fn = (id: number | bigint) => {
    const found = profile.function.find((other) => other.id === id);
    return (
      found && [
        text(found.name),
        text(found.systemName),
        text(found.filename),
        Number(found.startLine),
      ]
    );
  };
  return {
    types: profile.sampleType.map(({ type, unit }) => [text(type), text(unit)]),
    samples: profile.sample.map((sample) => ({
      values: sample.value.map(Number),
      stack: sample.locationId.map((id) => {
        const location = profile.location.find((other) => other.id === id);
        const mapping = profile.mapping.find((other) => other.id === location?.mappingId);
        return {
          lines: location?.line.map((line) => [fn(line.functionId), Number(line.line)]),
          mapping: mapping && text(mapping.filename),
        };
      }),
    })),
    times: [profile.timeNanos, profile.durationNanos, profile.period].map(Number),
  };
}

function viewOfOurs(tables: PprofTables, samples: readonly number[][][]) {
  const { sampleTypes, locations, functions, mappingFiles, strings } = tables;
  const text = (index: number | undefined) => strings.at(index ?? -1);
  const fn = (row: number) => [
    text(functions.names[row]),
    text(functions.systemNames[row]),
    text(functions.files[row]),
    functions.startLines[row],
  ];
  const slice = <Row>(from: number, until: number, read: (index: number) => Row) =>
    Array.from({ length: until - from }, (_, index) => read(from + index));
  const viewOf = (location: number) => {
    const [first = 0, last = 0] = locations.lineOffsets.subarray(location, location + 2);
    const mapping = locations.mappings[location] ?? -1;
    return {
      lines: slice(first, last, (line) => [
        fn(locations.lineFunctions[line] ?? -1),
        locations.lineNumbers[line],
      ]),
      mapping: mapping < 0 ? undefined : text(mappingFiles[mapping]),
    };
  };
  return {
    types: sampleTypes.map(({ type, unit }) => [type, unit]),
    samples: samples.map(([values, frames = []]) => ({ values, stack: frames.map(viewOf) })),
    times: [tables.timeNanos, tables.durationNanos, tables.period],
  };
}

/** Decodes and folds everything; anything but success and a FlamegateError is a failure of the test. */
function survives(bytes: Uint8Array): boolean {
  try {
    const columns = decodePprof(bytes, 1 << 20);
    for (const { type } of columns.sampleTypes) foldProfile(columns, type);
    return true;
  } catch (error) {
    if (!(error instanceof FlamegateError)) throw error;
    return false;
  }
}

describe('our decoder', () => {
  it('reads what pprof-format reads', () => {
    fc.assert(
      fc.property(profiles, fc.boolean(), (profile, zipped) => {
        const bytes = profile.encode();
        const ours = decodePprof(zipped ? gzipSync(bytes) : bytes);
        expect(viewOfOurs(ours, samplesOf(ours))).toEqual(viewOfTheirs(Profile.decode(bytes)));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('reads the same of a profile that arrives in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, fc.boolean(), fc.nat(1000), async (profile, zipped, seed) => {
        const bytes = zipped ? gzipSync(profile.encode()) : profile.encode();
        const streamed = await decodePprofStream(() => inPieces(bytes, seed));
        const samples: number[][][] = [];
        await streamed.eachSample((sample) => samples.push(copyOf(sample)));
        const ours = decodePprof(bytes);
        expect(viewOfOurs(streamed, samples)).toEqual(viewOfOurs(ours, samplesOf(ours)));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('takes no truncated profile for a whole one', () => {
    const parts = pprofParts();
    const whole = assemble(parts);
    // Only between top-level fields a shorter file is a message, too.
    const counts = Object.values(parts).map((messages) => messages.length);
    const boundaries = new Set<number>();
    const shorter = { ...parts, sampleTypes: parts.sampleTypes };
    for (const key of [
      'strings',
      'functions',
      'locations',
      'mappings',
      'samples',
      'sampleTypes',
    ] as const) {
      for (let left = parts[key].length - 1; left >= 0; left--) {
        Object.assign(shorter, { [key]: parts[key].slice(0, left) });
        boundaries.add(assemble(shorter).length);
      }
    }
    expect(boundaries.size).toBe(counts.reduce((sum, count) => sum + count, 0));
    const accepted = Array.from({ length: whole.length }, (_, length) => length).filter((length) =>
      survives(whole.subarray(0, length)),
    );
    expect(accepted.filter((length) => !boundaries.has(length))).toEqual([]);
    // The last string is the name of a mapping that nothing uses: without it nothing is missing.
    expect(accepted).toEqual([whole.length - 2 - '/usr/lib/libc.so.6'.length]);
    const zipped = gzipSync(whole);
    for (let length = 1; length < zipped.length; length++) {
      expect(survives(zipped.subarray(0, length))).toBe(false);
    }
  });

  it('survives profiles with bytes changed, put in and left out', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      remove: fc.nat(4),
      insert: fc.uint8Array({ maxLength: 4 }),
    });
    fc.assert(
      fc.property(profiles, fc.array(edit, { minLength: 1, maxLength: 4 }), (profile, edits) => {
        let bytes = Buffer.from(profile.encode());
        for (const { at, remove, insert } of edits) {
          const position = Math.floor(at * bytes.length);
          bytes = Buffer.concat([
            bytes.subarray(0, position),
            insert,
            bytes.subarray(position + remove),
          ]);
        }
        survives(bytes);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('survives random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        survives(bytes);
        survives(gzipSync(bytes));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
