import { ProtoReader } from './proto-reader.ts';
import { emptyRawPprof, type RawPprof, type RawValueType } from './raw-pprof.ts';

/**
 * Reads an uncompressed pprof message in one pass, fields in any order. Labels, addresses, comments
 * and unknown fields are skipped. Field numbers:
 * https://github.com/google/pprof/blob/main/proto/profile.proto
 * @throws FlamegateError when the bytes are not well-formed protobuf of these fields
 */
export function readPprof(bytes: Uint8Array): RawPprof {
  const reader = new ProtoReader(bytes);
  const raw = emptyRawPprof(bytes);
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag >>> 3) {
      case 1:
        raw.sampleTypes.push(readValueType(reader, tag));
        break;
      case 2:
        readSample(reader, tag, raw.samples);
        break;
      case 3:
        readMapping(reader, tag, raw.mappings);
        break;
      case 4:
        readLocation(reader, tag, raw.locations);
        break;
      case 5:
        readFunction(reader, tag, raw.functions);
        break;
      case 6:
        raw.strings.push(reader.range(tag));
        break;
      case 9:
        raw.timeNanos = reader.nearestInt64(tag);
        break;
      case 10:
        raw.durationNanos = reader.nearestInt64(tag);
        break;
      case 11:
        raw.periodType = readValueType(reader, tag);
        break;
      case 12:
        raw.period = reader.nearestInt64(tag);
        break;
      default:
        reader.skip(tag);
    }
  }
  return raw;
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

function readSample(reader: ProtoReader, messageTag: number, samples: RawPprof['samples']): void {
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) reader.int64s(tag, samples.locationIds);
    else if (tag >>> 3 === 2) reader.int64s(tag, samples.values);
    else reader.skip(tag);
  }
  reader.leave(outer);
  samples.locationEnds.push(samples.locationIds.length);
  samples.valueEnds.push(samples.values.length);
}

function readMapping(
  reader: ProtoReader,
  messageTag: number,
  mappings: RawPprof['mappings'],
): void {
  let id = 0;
  let file = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) id = reader.int64(tag);
    else if (tag >>> 3 === 5) file = reader.int64(tag);
    else reader.skip(tag);
  }
  reader.leave(outer);
  mappings.ids.push(id);
  mappings.files.push(file);
}

function readLocation(
  reader: ProtoReader,
  messageTag: number,
  locations: RawPprof['locations'],
): void {
  let id = 0;
  let mappingId = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) id = reader.int64(tag);
    else if (tag >>> 3 === 2) mappingId = reader.int64(tag);
    else if (tag >>> 3 === 4) readLine(reader, tag, locations);
    else reader.skip(tag);
  }
  reader.leave(outer);
  locations.ids.push(id);
  locations.mappingIds.push(mappingId);
  locations.lineEnds.push(locations.lineFunctionIds.length);
}

function readLine(reader: ProtoReader, messageTag: number, locations: RawPprof['locations']): void {
  let functionId = 0;
  let line = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) functionId = reader.int64(tag);
    else if (tag >>> 3 === 2) line = reader.int64(tag);
    else reader.skip(tag);
  }
  reader.leave(outer);
  locations.lineFunctionIds.push(functionId);
  locations.lineNumbers.push(line);
}

function readFunction(
  reader: ProtoReader,
  messageTag: number,
  functions: RawPprof['functions'],
): void {
  let id = 0;
  let name = 0;
  let systemName = 0;
  let file = 0;
  let startLine = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag >>> 3) {
      case 1:
        id = reader.int64(tag);
        break;
      case 2:
        name = reader.int64(tag);
        break;
      case 3:
        systemName = reader.int64(tag);
        break;
      case 4:
        file = reader.int64(tag);
        break;
      case 5:
        startLine = reader.int64(tag);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.leave(outer);
  functions.ids.push(id);
  functions.names.push(name);
  functions.systemNames.push(systemName);
  functions.files.push(file);
  functions.startLines.push(startLine);
}
