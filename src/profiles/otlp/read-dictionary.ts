import { readIntegers, readMessage, readText } from '../decode/messages.ts';
import type { ProtoReader } from '../decode/proto-reader.ts';
import type {
  OtlpAttribute,
  OtlpDictionary,
  OtlpFunction,
  OtlpLine,
  OtlpLocation,
  OtlpMapping,
} from './message.ts';
import { readAnyText } from './read-attributes.ts';

/** A dictionary with nothing in it yet. */
export function emptyDictionary(): OtlpDictionary {
  return { strings: [], mappings: [], functions: [], locations: [], stacks: [], attributes: [] };
}

/** Reads a `ProfilesDictionary`, after what is in it already. */
export function readDictionary(
  reader: ProtoReader,
  dictionaryTag: number,
  { strings, mappings, functions, locations, stacks, attributes }: OtlpDictionary,
): void {
  readMessage(reader, dictionaryTag, (field, tag) => {
    if (field === 1) mappings.push(readMapping(reader, tag));
    else if (field === 2) locations.push(readLocation(reader, tag));
    else if (field === 3) functions.push(readFunction(reader, tag));
    else if (field === 5) strings.push(readText(reader, tag));
    else if (field === 6) attributes.push(readAttribute(reader, tag));
    else if (field === 7) stacks.push(readStack(reader, tag));
    else reader.skip(tag);
  });
}

function readMapping(reader: ProtoReader, mappingTag: number): OtlpMapping {
  const mapping: OtlpMapping = { fileIndex: 0 };
  readMessage(reader, mappingTag, (field, tag) => {
    if (field === 4) mapping.fileIndex = reader.int64(tag);
    else reader.skip(tag);
  });
  return mapping;
}

function readLocation(reader: ProtoReader, locationTag: number): OtlpLocation {
  const location: OtlpLocation = { mappingIndex: 0, lines: [] };
  readMessage(reader, locationTag, (field, tag) => {
    if (field === 1) location.mappingIndex = reader.int64(tag);
    else if (field === 3) location.lines.push(readLine(reader, tag));
    else reader.skip(tag);
  });
  return location;
}

function readLine(reader: ProtoReader, lineTag: number): OtlpLine {
  const line: OtlpLine = { functionIndex: 0, line: 0 };
  readMessage(reader, lineTag, (field, tag) => {
    if (field === 1) line.functionIndex = reader.int64(tag);
    else if (field === 2) line.line = reader.int64(tag);
    else reader.skip(tag);
  });
  return line;
}

function readFunction(reader: ProtoReader, functionTag: number): OtlpFunction {
  const read: OtlpFunction = { nameIndex: 0, systemNameIndex: 0, fileIndex: 0, startLine: 0 };
  readMessage(reader, functionTag, (field, tag) => {
    if (field === 1) read.nameIndex = reader.int64(tag);
    else if (field === 2) read.systemNameIndex = reader.int64(tag);
    else if (field === 3) read.fileIndex = reader.int64(tag);
    else if (field === 4) read.startLine = reader.int64(tag);
    else reader.skip(tag);
  });
  return read;
}

function readStack(reader: ProtoReader, stackTag: number): readonly number[] {
  const locations: number[] = [];
  readMessage(reader, stackTag, (field, tag) => {
    if (field === 1) readIntegers(reader, tag, locations);
    else reader.skip(tag);
  });
  return locations;
}

function readAttribute(reader: ProtoReader, attributeTag: number): OtlpAttribute {
  const attribute: OtlpAttribute = { keyIndex: 0, value: '' };
  readMessage(reader, attributeTag, (field, tag) => {
    if (field === 1) attribute.keyIndex = reader.int64(tag);
    else if (field === 2) attribute.value = readAnyText(reader, tag);
    else reader.skip(tag);
  });
  return attribute;
}
