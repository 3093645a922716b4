import { readFields, readIntegers, readMessage, readText } from '../decode/messages.ts';
import { ProtoReader } from '../decode/proto-reader.ts';
import type { OtlpMessage, OtlpProfile, OtlpSample, OtlpValueType } from './message.ts';
import { readResource } from './read-attributes.ts';
import { emptyDictionary, readDictionary } from './read-dictionary.ts';

/**
 * Reads an `ExportProfilesServiceRequest`, or `ProfilesData`, which is the same.
 * @throws FlamegateError of kind `measurement` when the bytes are not well-formed protobuf of it
 */
export function readOtlpMessage(message: Uint8Array): OtlpMessage {
  const reader = new ProtoReader(message);
  const dictionary = emptyDictionary();
  const profiles: OtlpProfile[] = [];
  readFields(reader, (field, tag) => {
    if (field === 1) profiles.push(...readResourceProfiles(reader, tag));
    else if (field === 2) readDictionary(reader, tag, dictionary);
    else reader.skip(tag);
  });
  return { dictionary, profiles };
}

function readResourceProfiles(reader: ProtoReader, resourceTag: number): readonly OtlpProfile[] {
  let resource: OtlpProfile['resource'] = {};
  const profiles: OtlpProfile[] = [];
  readMessage(reader, resourceTag, (field, tag) => {
    if (field === 1) resource = readResource(reader, tag);
    else if (field === 2) profiles.push(...readScopeProfiles(reader, tag));
    else reader.skip(tag);
  });
  return profiles.map((profile) => ({ ...profile, resource }));
}

function readScopeProfiles(reader: ProtoReader, scopeTag: number): readonly OtlpProfile[] {
  let scope = '';
  const profiles: OtlpProfile[] = [];
  readMessage(reader, scopeTag, (field, tag) => {
    if (field === 1) scope = readScopeName(reader, tag);
    else if (field === 2) profiles.push(readProfile(reader, tag));
    else reader.skip(tag);
  });
  return profiles.map((profile) => ({ ...profile, scope }));
}

function readScopeName(reader: ProtoReader, scopeTag: number): string {
  let name = '';
  readMessage(reader, scopeTag, (field, tag) => {
    if (field === 1) name = readText(reader, tag);
    else reader.skip(tag);
  });
  return name;
}

function readProfile(reader: ProtoReader, profileTag: number): OtlpProfile {
  const profile: OtlpProfile = {
    resource: {},
    scope: '',
    sampleType: { typeIndex: 0, unitIndex: 0 },
    samples: [],
    timeNanos: 0,
    durationNanos: 0,
    periodType: { typeIndex: 0, unitIndex: 0 },
    period: 0,
  };
  readMessage(reader, profileTag, (field, tag) => {
    if (field === 1) profile.sampleType = readValueType(reader, tag);
    else if (field === 2) profile.samples.push(readSample(reader, tag));
    else if (field === 3) profile.timeNanos = reader.nearestFixed64(tag);
    else if (field === 4) profile.durationNanos = reader.nearestInt64(tag);
    else if (field === 5) profile.periodType = readValueType(reader, tag);
    else if (field === 6) profile.period = reader.nearestInt64(tag);
    else reader.skip(tag);
  });
  return profile;
}

function readValueType(reader: ProtoReader, typeTag: number): OtlpValueType {
  const valueType: OtlpValueType = { typeIndex: 0, unitIndex: 0 };
  readMessage(reader, typeTag, (field, tag) => {
    if (field === 1) valueType.typeIndex = reader.int64(tag);
    else if (field === 2) valueType.unitIndex = reader.int64(tag);
    else reader.skip(tag);
  });
  return valueType;
}

function readSample(reader: ProtoReader, sampleTag: number): OtlpSample {
  const sample: OtlpSample = { stackIndex: 0, attributeIndices: [], values: [], timestamps: 0 };
  readMessage(reader, sampleTag, (field, tag) => {
    if (field === 1) sample.stackIndex = reader.int64(tag);
    else if (field === 2) readIntegers(reader, tag, sample.attributeIndices);
    else if (field === 4) readIntegers(reader, tag, sample.values);
    else if (field === 5) sample.timestamps += countFixed64(reader, tag);
    else reader.skip(tag);
  });
  return sample;
}

/** How many numbers of 8 bytes a repeated field has, packed or not. */
function countFixed64(reader: ProtoReader, tag: number): number {
  if ((tag & 7) === 1) {
    reader.skip(tag);
    return 1;
  }
  const outer = reader.enter(tag);
  const count = Math.floor(reader.left() / 8);
  reader.leave(outer);
  return count;
}
