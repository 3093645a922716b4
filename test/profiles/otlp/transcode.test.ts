import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../../src/profiles/fold.ts';
import { transcodeOtlp } from '../../../src/profiles/otlp/transcode.ts';
import { recorded } from '../../receiver/requests.ts';
import { delimited, varintBytes, varintField } from '../../support/proto-fields.ts';
import { formatProfile } from '../../support/text-profile.ts';

const all = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);
const NOTHING: Buffer = Buffer.alloc(0);
const packed = (field: number, numbers: readonly number[]) =>
  delimited(field, all(...numbers.map(varintBytes)));
function fixed64(field: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return all(varintBytes(field * 8 + 1), bytes);
}

const STRINGS = [
  '',
  'itimer',
  'ns',
  'main',
  'parse',
  'Shop.java',
  'service.name',
  'cpu',
  'nanoseconds',
  'samples',
  'count',
  '/usr/lib/libc.so.6',
];
const text = (value: string) => delimited(2, delimited(1, value));

/** Parts of an export that is right; a test replaces the part that it is about. Stack 1 is main → parse, 2 is main. */
function parts() {
  return {
    mappings: [NOTHING, varintField(4, 11)],
    locations: [
      NOTHING,
      delimited(3, all(varintField(1, 1), varintField(2, 7))),
      delimited(3, varintField(1, 2)),
    ],
    functions: [
      NOTHING,
      all(varintField(1, 4), varintField(3, 5), varintField(4, 6)),
      varintField(1, 3),
    ],
    strings: STRINGS,
    attributes: [NOTHING, all(varintField(1, 6), text('billing'))],
    stacks: [NOTHING, packed(1, [1, 2]), packed(1, [2])],
    resource: NOTHING,
    scope: NOTHING,
    sampleType: all(varintField(1, 1), varintField(2, 2)),
    samples: [
      all(varintField(1, 1), packed(4, [30])),
      // Not packed, as a sender may.
      all(varintField(1, 2), varintField(4, 12)),
    ],
    period: all(delimited(5, all(varintField(1, 1), varintField(2, 2))), varintField(6, 10)),
  };
}

function assemble(changes: Partial<ReturnType<typeof parts>> = {}): Buffer {
  const { samples, sampleType, period, resource, scope, ...tables } = { ...parts(), ...changes };
  const repeat = (field: number, rows: readonly (Uint8Array | string)[]) =>
    all(...rows.map((row) => delimited(field, row)));
  const profile = all(
    fixed64(3, 1_795_000_000_123_456_789n),
    varintField(4, 997_000_000),
    delimited(1, sampleType),
    repeat(2, samples),
    period,
  );
  return all(
    delimited(1, all(resource, delimited(2, all(scope, delimited(2, profile))))),
    delimited(
      2,
      all(
        repeat(1, tables.mappings),
        repeat(2, tables.locations),
        repeat(3, tables.functions),
        repeat(5, tables.strings),
        repeat(6, tables.attributes),
        repeat(7, tables.stacks),
      ),
    ),
  );
}

/** The profiles as services and pictures. */
function pictures(message: Uint8Array, type = 'cpu') {
  return transcodeOtlp(message).map(({ service, pprof }) => [
    service,
    formatProfile(foldProfile(decodePprof(pprof), type)).split('\n'),
  ]);
}

describe('transcodeOtlp', () => {
  it('reads what the Java SDK sends', async () => {
    const { body } = await recorded('java-2.9.2-otlp-cpu');
    const [profile, ...others] = transcodeOtlp(gunzipSync(body));
    expect(others).toEqual([]);
    const columns = decodePprof(profile?.pprof ?? NOTHING);
    expect(columns.sampleTypes).toEqual([{ type: 'cpu', unit: 'ns' }]);
    expect(columns).toMatchObject({ period: 1e7, durationNanos: expect.closeTo(1e9, -8) });
    const { functions, ticks, values } = foldProfile(columns, 'cpu');
    expect(functions.map(({ name }) => name)).toContain('shop/Shop.priceBasket');
    expect(ticks).toBe(values.reduce((sum, value) => sum + value, 0) / 1e7);
  });

  it('keeps stacks, files, lines, times and the period', () => {
    const [profile] = transcodeOtlp(assemble());
    expect(profile).toMatchObject({ service: undefined, labels: {}, scope: '' });
    const columns = decodePprof(profile?.pprof ?? NOTHING);
    expect(columns).toMatchObject({
      timeNanos: Number(1_795_000_000_123_456_789n),
      durationNanos: 997_000_000,
      period: 10,
      periodType: { type: 'cpu', unit: 'ns' },
    });
    const folded = foldProfile(columns, 'cpu');
    expect(formatProfile(folded).split('\n')).toEqual([
      'main                    12',
      'main parse[Shop.java:6] 30',
    ]);
    expect(folded.functions).toContainEqual(
      expect.objectContaining({ name: 'parse', file: 'Shop.java', line: 6, defined: true }),
    );
    expect(folded.ticks).toBe(4);
  });

  const cpu = all(varintField(1, 7), varintField(2, 8));
  it.each<[string, Partial<ReturnType<typeof parts>>, unknown]>([
    [
      'code without symbols',
      { locations: [varintField(1, 1), varintField(1, 1), varintField(1, 1)] },
      [[undefined, ['[libc.so.6]             12', '[libc.so.6] [libc.so.6] 30']]],
    ],
    [
      'no mappings',
      { mappings: [], stacks: [NOTHING, packed(1, [1]), packed(1, [2])] },
      [[undefined, ['main               12', 'parse[Shop.java:6] 30']]],
    ],
    [
      'counts of samples with a period of CPU time',
      {
        sampleType: all(varintField(1, 9), varintField(2, 10)),
        period: all(delimited(5, cpu), varintField(6, 1000)),
      },
      [[undefined, ['main                    12000', 'main parse[Shop.java:6] 30000']]],
    ],
    [
      'timestamps in place of values',
      { samples: [all(varintField(1, 2), delimited(5, Buffer.alloc(24)))] },
      [[undefined, ['main 3']]],
    ],
    [
      'the service of a resource and of samples',
      {
        resource: delimited(1, delimited(1, all(delimited(1, 'service.name'), text('shop')))),
        samples: [
          all(varintField(1, 1), packed(4, [30])),
          all(varintField(1, 2), packed(4, [12]), packed(2, [1])),
        ],
      },
      [
        ['shop', ['main parse[Shop.java:6] 30']],
        ['billing', ['main 12']],
      ],
    ],
    ['no samples', { samples: [] }, []],
  ])('understands %s', (_what, changes, expected) => {
    expect(pictures(assemble(changes))).toEqual(expected);
  });

  it('leaves other kinds of cost as they are named', () => {
    const sampleType = all(varintField(1, 4), varintField(2, 10));
    expect(pictures(assemble({ sampleType }), 'parse')).toHaveLength(1);
  });

  it('tells who profiled, and the texts of the resource', () => {
    const number = delimited(1, all(delimited(1, 'pid'), delimited(2, varintField(3, 7))));
    const region = delimited(1, all(delimited(1, 'region'), text('eu')));
    const [profile] = transcodeOtlp(
      assemble({
        resource: delimited(1, all(number, region)),
        scope: delimited(1, delimited(1, 'ebpf')),
      }),
    );
    expect(profile).toMatchObject({ labels: { region: 'eu' }, scope: 'ebpf' });
  });

  it.each<[string, Partial<ReturnType<typeof parts>>, string]>([
    ['a stack', { samples: [all(varintField(1, 9), packed(4, [1]))] }, 'stack 9 of 3'],
    ['a location', { stacks: [NOTHING, packed(1, [7]), packed(1, [2])] }, 'location 8'],
    ['a string', { functions: [varintField(1, 99)] }, 'string 99 of 12'],
    ['a function', { functions: [] }, 'function'],
    ['a value type', { sampleType: varintField(1, 99) }, 'a value type'],
    [
      'an attribute',
      { samples: [all(varintField(1, 1), packed(4, [1]), packed(2, [5]))] },
      'attribute 5 of 2',
    ],
    ['several values', { samples: [all(varintField(1, 1), packed(4, [1, 2]))] }, 'has 2 values'],
  ])('refuses what does not fit together: %s', (_what, changes, message) => {
    expect(() => pictures(assemble(changes))).toThrow(message);
  });

  it('refuses every truncation', () => {
    const whole = assemble();
    for (let length = 1; length < whole.length; length++) {
      expect(() => pictures(whole.subarray(0, length)), `${length} bytes`).toThrow(/malformed/);
    }
  });
});
