import { readMessage, readText } from '../decode/messages.ts';
import type { ProtoReader } from '../decode/proto-reader.ts';

/** Reads a `Resource`: its attributes that are texts. */
export function readResource(
  reader: ProtoReader,
  resourceTag: number,
): Readonly<Record<string, string>> {
  const attributes: [string, string][] = [];
  readMessage(reader, resourceTag, (field, tag) => {
    if (field === 1) attributes.push(readKeyValue(reader, tag));
    else reader.skip(tag);
  });
  return Object.fromEntries(attributes.filter(([, value]) => value !== ''));
}

function readKeyValue(reader: ProtoReader, pairTag: number): [string, string] {
  let key = '';
  let value = '';
  readMessage(reader, pairTag, (field, tag) => {
    if (field === 1) key = readText(reader, tag);
    else if (field === 2) value = readAnyText(reader, tag);
    else reader.skip(tag);
  });
  return [key, value];
}

/** Reads an `AnyValue`: its text, empty when it is something else. */
export function readAnyText(reader: ProtoReader, valueTag: number): string {
  let text = '';
  readMessage(reader, valueTag, (field, tag) => {
    if (field === 1) text = readText(reader, tag);
    else reader.skip(tag);
  });
  return text;
}
