import { Location, Function as PprofFunction, Profile, Sample, StringTable } from 'pprof-format';
import { malformed } from '../decode/malformed.ts';
import { meaningOf } from './meaning.ts';
import type { OtlpDictionary, OtlpProfile, OtlpSample } from './message.ts';
import { readOtlpMessage } from './read-message.ts';

/** A profile of one service. */
export interface TranscodedProfile {
  /** `service.name` of the samples or else of the resource; undefined when neither has one. Untrusted. */
  readonly service: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Who profiled; empty when it does not say. Untrusted. */
  readonly scope: string;
  readonly pprof: Uint8Array;
}

const SERVICE_NAME = 'service.name';

/**
 * Rewrites an OTLP export of profiles as pprofs, which have nearly the same tables: one for each profile
 * and each service with samples in it. Profiles without samples are left out.
 * @throws FlamegateError of kind `measurement` for broken protobuf, and for an index outside its table
 */
export function transcodeOtlp(message: Uint8Array): readonly TranscodedProfile[] {
  const { dictionary, profiles } = readOtlpMessage(message);
  return profiles.flatMap((profile) =>
    [...samplesByService(profile, dictionary)].map(([service, samples]) => ({
      service,
      labels: profile.resource,
      scope: profile.scope,
      pprof: encode(profile, samples, dictionary),
    })),
  );
}

function samplesByService(
  { samples, resource }: OtlpProfile,
  dictionary: OtlpDictionary,
): ReadonlyMap<string | undefined, readonly OtlpSample[]> {
  const groups = new Map<string | undefined, OtlpSample[]>();
  for (const sample of samples) {
    const service = serviceOf(sample, dictionary) ?? resource[SERVICE_NAME];
    const group = groups.get(service) ?? [];
    group.push(sample);
    groups.set(service, group);
  }
  return groups;
}

function serviceOf(
  { attributeIndices }: OtlpSample,
  { attributes, strings }: OtlpDictionary,
): string | undefined {
  const own = attributeIndices.map((index) => at(attributes, index, 'attribute'));
  const named = own.find(({ keyIndex }) => at(strings, keyIndex, 'string') === SERVICE_NAME);
  return named?.value || undefined;
}

function encode(
  profile: OtlpProfile,
  samples: readonly OtlpSample[],
  dictionary: OtlpDictionary,
): Uint8Array {
  const table = new StringTable();
  const string = (index: number) => table.dedup(at(dictionary.strings, index, 'string'));
  const { sampleType, periodType, cost } = meaningOf(profile, dictionary.strings);
  // pprof's ids are the rows + 1, since 0 means none.
  return new Profile({
    sampleType: [{ type: table.dedup(sampleType.type), unit: table.dedup(sampleType.unit) }],
    sample: samples.map(
      (sample) =>
        new Sample({
          locationId: at(dictionary.stacks, sample.stackIndex, 'stack').map((row) => row + 1),
          value: [costOf(sample) * cost],
        }),
    ),
    mapping: dictionary.mappings.map(({ fileIndex }, row) => ({
      id: row + 1,
      filename: string(fileIndex),
    })),
    location: dictionary.locations.map(
      ({ mappingIndex, lines }, row) =>
        new Location({
          id: row + 1,
          mappingId: dictionary.mappings.length === 0 ? 0 : mappingIndex + 1,
          line: lines.map(({ functionIndex, line }) => ({ functionId: functionIndex + 1, line })),
        }),
    ),
    function: dictionary.functions.map(
      ({ nameIndex, systemNameIndex, fileIndex, startLine }, row) =>
        new PprofFunction({
          id: row + 1,
          name: string(nameIndex),
          systemName: string(systemNameIndex),
          filename: string(fileIndex),
          startLine,
        }),
    ),
    timeNanos: BigInt(profile.timeNanos),
    durationNanos: BigInt(profile.durationNanos),
    periodType: { type: table.dedup(periodType.type), unit: table.dedup(periodType.unit) },
    period: BigInt(profile.period),
    stringTable: table,
  }).encode();
}

/** Without values, each of its timestamps counts as one. */
function costOf({ values, timestamps }: OtlpSample): number {
  const [value = timestamps] = values;
  if (values.length > 1) throw malformed('profile', `a sample has ${values.length} values`);
  return value;
}

function at<Row>(table: readonly Row[], index: number, what: string): Row {
  const row = table[index];
  if (row !== undefined) return row;
  throw malformed('profile', `it refers to ${what} ${index} of ${table.length}`);
}
