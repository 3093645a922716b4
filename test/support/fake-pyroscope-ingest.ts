import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { ConnectError, type StoredProfile } from './fake-pyroscope-queries.ts';
import { type ProtoFields, parseProto, textField } from './proto-fields.ts';

/**
 * Takes a `push.v1.PushRequest`: each sample type of each profile becomes a profile of its own, as the
 * real server stores them.
 * @throws ConnectError as the real server would answer
 */
export function pushedProfiles(request: ProtoFields): readonly StoredProfile[] {
  return messages(request, 1).flatMap((series) => {
    const labels = Object.fromEntries(
      messages(series, 1).map((label) => [textField(label, 1), textField(label, 2)]),
    );
    const { __name__: name, ...stored } = labels;
    if (name === undefined) {
      throw new ConnectError(400, 'invalid_argument', 'error parsing metric name: missing');
    }
    return messages(series, 2).flatMap((sample) => {
      const bytes = sample.get(1)?.at(-1);
      if (!(bytes instanceof Uint8Array)) return [];
      return split(bytes, name, { service_name: 'unknown_service', ...stored });
    });
  });
}

function split(
  bytes: Uint8Array,
  name: string,
  labels: Readonly<Record<string, string>>,
): readonly StoredProfile[] {
  const columns = decodePprof(bytes);
  const period = columns.periodType ?? { type: '', unit: '' };
  return columns.sampleTypes.map(({ type, unit }) => ({
    labels,
    typeId: `${name}:${type}:${unit}:${period.type}:${period.unit}`,
    time: columns.timeNanos / 1e6,
    profile: foldProfile(columns, type),
  }));
}

function messages(fields: ProtoFields, field: number): readonly ProtoFields[] {
  return (fields.get(field) ?? []).flatMap((value) =>
    value instanceof Uint8Array ? parseProto(value) : [],
  );
}
