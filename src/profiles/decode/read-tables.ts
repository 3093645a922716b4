import type { ProtoReader } from './proto-reader.ts';
import type { RawPprof } from './raw-pprof.ts';

/** Reads a mapping: its file, which names code without symbols, and its build id. */
export function readMapping(
  reader: ProtoReader,
  messageTag: number,
  mappings: RawPprof['mappings'],
): void {
  let idLow = 0;
  let idHigh = 0;
  let file = 0;
  let buildId = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag >>> 3) {
      case 1:
        idLow = reader.id(tag);
        idHigh = reader.high;
        break;
      case 5:
        file = reader.int64(tag);
        break;
      case 6:
        buildId = reader.int64(tag);
        break;
      case 2:
      case 3:
      case 4:
      case 7:
      case 8:
      case 9:
      case 10:
        reader.skipInt64(tag);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.leave(outer);
  mappings.ids.push(idLow, idHigh);
  mappings.files.push(file);
  mappings.buildIds.push(buildId);
}

/** Reads a location: its lines, and the mapping that stands in for them where there are none. */
export function readLocation(
  reader: ProtoReader,
  messageTag: number,
  locations: RawPprof['locations'],
): void {
  let idLow = 0;
  let idHigh = 0;
  let mappingLow = 0;
  let mappingHigh = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag >>> 3) {
      case 1:
        idLow = reader.id(tag);
        idHigh = reader.high;
        break;
      case 2:
        mappingLow = reader.id(tag);
        mappingHigh = reader.high;
        break;
      case 4:
        readLine(reader, tag, locations);
        break;
      case 3:
      case 5:
        reader.skipInt64(tag);
        break;
      default:
        reader.skip(tag);
    }
  }
  reader.leave(outer);
  locations.ids.push(idLow, idHigh);
  locations.mappingIds.push(mappingLow, mappingHigh);
  locations.lineEnds.push(locations.lineFunctionIds.length);
}

function readLine(reader: ProtoReader, messageTag: number, locations: RawPprof['locations']): void {
  let functionLow = 0;
  let functionHigh = 0;
  let line = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    if (tag >>> 3 === 1) {
      functionLow = reader.id(tag);
      functionHigh = reader.high;
    } else if (tag >>> 3 === 2) line = reader.int64(tag);
    else if (tag >>> 3 === 3) reader.skipInt64(tag);
    else reader.skip(tag);
  }
  reader.leave(outer);
  locations.lineFunctionIds.push(functionLow, functionHigh);
  locations.lineNumbers.push(line);
}

/** Reads a function: its names, its file and the line of its definition. */
export function readFunction(
  reader: ProtoReader,
  messageTag: number,
  functions: RawPprof['functions'],
): void {
  let idLow = 0;
  let idHigh = 0;
  let name = 0;
  let systemName = 0;
  let file = 0;
  let startLine = 0;
  const outer = reader.enter(messageTag);
  while (reader.more()) {
    const tag = reader.tag();
    switch (tag >>> 3) {
      case 1:
        idLow = reader.id(tag);
        idHigh = reader.high;
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
  functions.ids.push(idLow, idHigh);
  functions.names.push(name);
  functions.systemNames.push(systemName);
  functions.files.push(file);
  functions.startLines.push(startLine);
}
