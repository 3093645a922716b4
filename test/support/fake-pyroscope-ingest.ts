import { gunzipSync } from 'node:zlib';
import { FlamegateError } from '../../src/errors.ts';
import { decodePprof } from '../../src/profiles/decode/pprof.ts';
import type { PprofColumns } from '../../src/profiles/decode/pprof-columns.ts';
import { foldProfile } from '../../src/profiles/fold.ts';
import { ConnectError, type StoredProfile } from './fake-pyroscope-queries.ts';
import { type ProtoFields, parseProto, textField } from './proto-fields.ts';

/** Defaults of the real server's limits. */
const MAX_LABELS = 30;
const MAX_PROFILE_BYTES = 4 * 1024 * 1024;
const OLDEST_MS = 3_600_000;
const NEWEST_MS = 600_000;

/**
 * Takes a `push.v1.PushRequest`: each sample type of each profile becomes a profile of its own, as the
 * real server stores them.
 * @throws ConnectError as the real server would answer
 */
export function pushedProfiles(request: ProtoFields): readonly StoredProfile[] {
  const series = messages(request, 1);
  const stored = series.flatMap((one) => {
    const labels = labelsOf(messages(one, 1));
    return messages(one, 2).flatMap((sample) => {
      const bytes = sample.get(1)?.at(-1);
      return split(bytes instanceof Uint8Array ? bytes : Buffer.alloc(0), labels);
    });
  });
  if (stored.length === 0) throw invalid('no profiles received');
  return stored;
}

function labelsOf(pairs: readonly ProtoFields[]): Readonly<Record<string, string>> {
  const names = pairs.map((pair) => textField(pair, 1));
  const labels = Object.fromEntries(pairs.map((pair) => [textField(pair, 1), textField(pair, 2)]));
  if (pairs.length > MAX_LABELS) {
    throw invalid(`profile series has ${pairs.length} label names; limit ${MAX_LABELS}`);
  }
  if (new Set(names).size !== names.length) throw invalid('duplicate label name');
  const bad = names.find((name) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/u.test(name));
  if (bad !== undefined) throw invalid(`invalid labels: invalid label name '${bad}'`);
  if (!labels.__name__) throw invalid('invalid labels: invalid metric name');
  return labels;
}

function split(
  bytes: Uint8Array,
  { __name__: name, __delta__: _private, ...labels }: Readonly<Record<string, string>>,
): readonly StoredProfile[] {
  const columns = decoded(bytes);
  const period = columns.periodType ?? { type: '', unit: '' };
  return columns.sampleTypes.map(({ type, unit }) => ({
    labels: { ...labels, service_name: labels.service_name || 'unknown_service' },
    typeId: `${name}:${type}:${unit}:${period.type}:${period.unit}`,
    time: timeOf(columns),
    profile: foldProfile(columns, type),
  }));
}

function decoded(bytes: Uint8Array): PprofColumns {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if ((isGzip ? gunzipSync(bytes) : bytes).length > MAX_PROFILE_BYTES) {
    throw invalid('uncompressed profile payload size exceeds limit of 4.2 MB');
  }
  try {
    return decodePprof(bytes);
  } catch (error) {
    if (error instanceof FlamegateError) throw invalid(error.message);
    throw error;
  }
}

/** A profile without a time is of now. */
function timeOf({ timeNanos }: PprofColumns): number {
  const time = timeNanos / 1e6;
  if (time <= 0) return Date.now();
  const age = Date.now() - time;
  if (age < OLDEST_MS && age > -NEWEST_MS) return time;
  throw invalid(
    `profile with labels '{}' is outside of ingestion window (profile timestamp: ${time})`,
  );
}

function invalid(message: string): ConnectError {
  return new ConnectError(400, 'invalid_argument', message);
}

function messages(fields: ProtoFields, field: number): readonly ProtoFields[] {
  return (fields.get(field) ?? []).flatMap((value) =>
    value instanceof Uint8Array ? parseProto(value) : [],
  );
}
