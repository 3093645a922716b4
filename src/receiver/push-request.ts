import { FlamegateError } from '../errors.ts';
import { malformed } from '../profiles/decode/malformed.ts';
import { readFields, readMessage, readText } from '../profiles/decode/messages.ts';
import { ProtoReader } from '../profiles/decode/proto-reader.ts';
import { arrayAt, below, type FieldPath, objectAt } from '../profiles/json-fields.ts';

/**
 * `push.v1.PushRequest` of Pyroscope. Field numbers:
 * https://github.com/grafana/pyroscope/blob/main/api/push/v1/push.proto
 */

/** Profiles that have their labels in common. Untrusted. */
export interface PushedSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** pprof each, possibly gzipped. */
  readonly profiles: readonly Uint8Array[];
}

/** Most series, labels and samples of a request; a part takes two bytes there and a hundred in memory. */
const MAX_PARTS = 100_000;

/**
 * @throws FlamegateError when the bytes are not well-formed protobuf of this message, or have more parts
 *   than any SDK would send
 */
export function decodePushRequest(message: Uint8Array): readonly PushedSeries[] {
  const reader = new ProtoReader(message);
  const series: PushedSeries[] = [];
  let parts = 0;
  const count = () => {
    parts += 1;
    if (parts > MAX_PARTS) throw malformed('protobuf', `it has more than ${MAX_PARTS} parts`);
  };
  readFields(reader, (field, tag) => {
    count();
    if (field === 1) series.push(readSeries(reader, tag, count));
    else reader.skip(tag);
  });
  return series;
}

function readSeries(reader: ProtoReader, seriesTag: number, count: () => void): PushedSeries {
  const labels: [string, string][] = [];
  const profiles: Uint8Array[] = [];
  readMessage(reader, seriesTag, (field, tag) => {
    count();
    if (field === 1) labels.push(readLabel(reader, tag));
    else if (field === 2) profiles.push(readSample(reader, tag));
    else reader.skip(tag);
  });
  return { labels: Object.fromEntries(labels), profiles };
}

function readLabel(reader: ProtoReader, labelTag: number): [string, string] {
  let name = '';
  let value = '';
  readMessage(reader, labelTag, (field, tag) => {
    if (field === 1) name = readText(reader, tag);
    else if (field === 2) value = readText(reader, tag);
    else reader.skip(tag);
  });
  return [name, value];
}

function readSample(reader: ProtoReader, sampleTag: number): Uint8Array {
  let profile: Uint8Array = Buffer.alloc(0);
  readMessage(reader, sampleTag, (field, tag) => {
    if (field === 1) profile = reader.bytes(tag);
    else reader.skip(tag);
  });
  return profile;
}

const DOCUMENT: FieldPath = { document: 'the Push request', path: '' };

/**
 * Reads the message in protobuf's JSON form, which allows two spellings of a name.
 * @throws FlamegateError that says which field is not as it must be
 */
export function parsePushRequest(json: string): readonly PushedSeries[] {
  return members(parseJson(json), DOCUMENT, ['series']).map(({ value, at }) => {
    const labels = members(value, at, ['labels']).map((label): [string, string] => [
      text(label.value, label.at, ['name']),
      text(label.value, label.at, ['value']),
    ]);
    const profiles = members(value, at, ['samples']).map((sample) =>
      // Also reads the URL-safe alphabet, as protobuf's JSON does.
      Buffer.from(text(sample.value, sample.at, ['rawProfile', 'raw_profile']), 'base64'),
    );
    return { labels: Object.fromEntries(labels), profiles };
  });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new FlamegateError('measurement', 'the Push request is not valid JSON', { cause });
  }
}

interface Member {
  readonly value: unknown;
  readonly at: FieldPath;
}

/** The elements of a list, which is empty when it is left out or null. */
function members(parent: unknown, at: FieldPath, names: readonly string[]): readonly Member[] {
  const { value, at: place } = member(parent, at, names);
  if (value === undefined || value === null) return [];
  return arrayAt(value, place).map((element, index) => ({
    value: element,
    at: below(place, index),
  }));
}

function text(parent: unknown, at: FieldPath, names: readonly string[]): string {
  const { value, at: place } = member(parent, at, names);
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new FlamegateError('measurement', `${place.document}: ${place.path} must be a string`);
}

function member(parent: unknown, at: FieldPath, names: readonly string[]): Member {
  const object = objectAt(parent, at);
  const name = names.find((candidate) => object[candidate] !== undefined) ?? names[0] ?? '';
  return { value: object[name], at: below(at, name) };
}
