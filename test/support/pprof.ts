import { gunzipSync } from 'node:zlib';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { delimited, varintBytes, varintField } from './proto-fields.ts';
import { profileFromText, type TextProfileOptions } from './text-profile.ts';

/** When a profile says that it was taken. */
export interface PprofTimes {
  /** Milliseconds since the epoch. */
  readonly time?: number;
  /** Milliseconds. */
  readonly duration?: number;
}

/** A pprof of a picture (see `profileFromText`), not compressed, with a time and a duration. */
export function pprofFromText(
  picture: string,
  { time = 0, duration = 0, ...options }: TextProfileOptions & PprofTimes = {},
): Uint8Array {
  return Buffer.concat([
    gunzipSync(encodeProfile(profileFromText(picture, options))),
    varintField(9, BigInt(Math.round(time * 1000)) * 1000n),
    varintField(10, Math.round(duration * 1e6)),
  ]);
}

/** Messages of pprof, field by field, so that tests can break them. Strings are indices. */
export const pprofMessage = {
  valueType: (type: number, unit: number) =>
    Buffer.concat([varintField(1, type), varintField(2, unit)]),
  sample: (locations: readonly number[], values: readonly number[]) =>
    Buffer.concat([delimited(1, packed(locations)), delimited(2, packed(values))]),
  location: (id: number, functionIds: readonly number[], mapping = 0) =>
    Buffer.concat([
      varintField(1, id),
      varintField(2, mapping),
      ...functionIds.map((fn) =>
        delimited(4, Buffer.concat([varintField(1, fn), varintField(2, 7)])),
      ),
    ]),
  fn: (id: number, name: number) => Buffer.concat([varintField(1, id), varintField(2, name)]),
  mapping: (id: number, file: number) => Buffer.concat([varintField(1, id), varintField(5, file)]),
};

/** The parts of a small profile that is right; a test replaces the part that it breaks. */
export function pprofParts() {
  const { valueType, sample, location, fn } = pprofMessage;
  return {
    sampleTypes: [valueType(1, 2)],
    samples: [sample([1, 2], [30]), sample([2], [12])],
    mappings: [] as Buffer[],
    locations: [location(1, [1]), location(2, [2])],
    functions: [fn(1, 3), fn(2, 4)],
    strings: ['', 'cpu', 'nanoseconds', 'parse', 'main', '/usr/lib/libc.so.6'],
  };
}

/** Puts parts together in the order of the field numbers. */
export function assemble(parts: ReturnType<typeof pprofParts>): Buffer {
  const repeat = (field: number, messages: readonly (Buffer | string)[]) =>
    messages.map((message) => delimited(field, message));
  return Buffer.concat([
    ...repeat(1, parts.sampleTypes),
    ...repeat(2, parts.samples),
    ...repeat(3, parts.mappings),
    ...repeat(4, parts.locations),
    ...repeat(5, parts.functions),
    ...repeat(6, parts.strings),
  ]);
}

function packed(values: readonly number[]): Buffer {
  return Buffer.concat(values.map(varintBytes));
}
