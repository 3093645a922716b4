import { malformed } from './malformed.ts';
import type { ProtoReader } from './proto-reader.ts';
import { noteString, type RawPprof, type RawValueType } from './raw-pprof.ts';
import { readFunction, readLocation, readMapping } from './read-tables.ts';

/**
 * Reads one top-level field of a pprof message into columns; fields may come in any order. Samples are
 * only counted: what their ids mean is known after the tables, which mostly come later. Addresses,
 * comments and unknown fields are not kept. Field numbers:
 * https://github.com/google/pprof/blob/main/proto/profile.proto
 * @throws FlamegateError when the bytes are not well-formed protobuf of these fields
 */
export function readField(reader: ProtoReader, raw: RawPprof): void {
  const start = reader.position();
  const tag = reader.tag();
  switch (tag >>> 3) {
    case 1:
      raw.sampleTypes.push(readValueType(reader, tag));
      return;
    case 2:
      reader.leave(reader.enter(tag));
      raw.sampleCount += 1;
      raw.sampleBytes += reader.position() - start;
      return;
    case 3:
      readMapping(reader, tag, raw.mappings);
      return;
    case 4:
      readLocation(reader, tag, raw.locations);
      return;
    case 5:
      readFunction(reader, tag, raw.functions);
      return;
    case 6:
      raw.strings.push(reader.bytes(tag));
      return;
    case 7:
    case 8:
    case 14:
    case 15:
      noteString(reader.int64(tag), raw);
      return;
    case 13:
      readComments(reader, tag, raw);
      return;
    case 9:
      // As google/pprof: merging two profiles byte by byte gives neither.
      if (raw.timeNanos !== undefined)
        throw malformed('profile', 'it is several, one after another');
      raw.timeNanos = reader.nearestInt64(tag);
      return;
    case 10:
      raw.durationNanos = reader.nearestInt64(tag);
      return;
    case 11:
      raw.periodType = readValueType(reader, tag);
      return;
    case 12:
      raw.period = reader.nearestInt64(tag);
      return;
    default:
      reader.skip(tag);
  }
}

function readValueType(reader: ProtoReader, messageTag: number): RawValueType {
  const valueType = { type: 0, unit: 0 };
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) valueType.type = reader.int64(tag);
    else if (tag >>> 3 === 2) valueType.unit = reader.int64(tag);
    else reader.skip(tag);
  }
  reader.leave(outer);
  return valueType;
}

function readComments(reader: ProtoReader, tag: number, raw: RawPprof): void {
  if ((tag & 7) === 0) {
    noteString(reader.int64(tag), raw);
    return;
  }
  const outer = reader.enter(tag);
  while (reader.more()) noteString(reader.int64(0), raw);
  reader.leave(outer);
}
