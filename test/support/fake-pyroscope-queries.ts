import { gunzipSync } from 'node:zlib';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { mergeStacks } from '../../src/profiles/merge.ts';
import type { StackProfile } from '../../src/profiles/profile.ts';
import {
  delimited,
  doubleField,
  doubleFieldOf,
  numberField,
  type ProtoFields,
  parseProto,
  textField,
  varintField,
} from './proto-fields.ts';

/** One profile that the fake holds; it is found by its labels and the instant `time` (milliseconds). */
export interface StoredProfile {
  readonly labels: Readonly<Record<string, string>>;
  /** Five parts: `process_cpu:cpu:nanoseconds:cpu:nanoseconds`. */
  readonly typeId: string;
  readonly time: number;
  readonly profile: StackProfile;
}

/** What the fake holds and how it answers for it. */
export interface Holdings {
  readonly profiles: readonly StoredProfile[];
  /** Before 2.2.0: `format` is not known, the answer is a flame graph. */
  readonly old?: boolean;
  /** What an answer without profiles looks like: no bytes at all, or a message of empty things. */
  readonly empty?: 'no bytes' | 'empty things';
}

/** A Connect error: JSON with a code, whatever the request's type was. */
export class ConnectError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Answers one method of `querier.v1.QuerierService`. @throws ConnectError as the real server would answer */
export function answerQuery(method: string, fields: ProtoFields, options: Holdings): Buffer {
  switch (method) {
    case 'Series':
      return series(fields, options);
    case 'LabelNames':
      return labelNames(fields, options);
    case 'LabelValues':
      return labelValues(fields, options);
    case 'SelectSeries':
      return selectSeries(fields, options);
    case 'SelectMergeProfile':
      return select(fields, options);
    case 'SelectMergeStacktraces':
      // Field 6 is the format, 4 is pprof. A flame graph is field 1.
      if (options.old || numberField(fields, 6) !== 4) return delimited(1, delimited(1, 'total'));
      return delimited(5, delimited(1, select(fields, options)));
    default:
      throw new ConnectError(501, 'unimplemented', `unknown method ${method}`);
  }
}

/** The combinations of the labels asked for, each once; labels that a profile lacks are left out. */
function series(fields: ProtoFields, options: Holdings): Buffer {
  const found = matching(textField(fields, 1), timeRange(fields), options.profiles);
  const names = (fields.get(2) ?? []).map((name) => Buffer.from(name as Uint8Array).toString());
  if (names.length === 0) throw new Error('the fake has no series by all of their labels');
  const sets = found.map(({ labels, typeId }) => {
    const all: Readonly<Record<string, string>> = { ...labels, __profile_type__: typeId };
    return names.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  });
  const distinct = new Map(sets.map((set) => [JSON.stringify(set), set]));
  return Buffer.concat(
    [...distinct.values()].map((set) =>
      delimited(
        2,
        Buffer.concat(
          set.map(([name, value]) =>
            delimited(1, Buffer.concat([delimited(1, name), delimited(2, value)])),
          ),
        ),
      ),
    ),
  );
}

function labelValues(fields: ProtoFields, options: Holdings): Buffer {
  const name = textField(fields, 1);
  if (name === '') throw new ConnectError(400, 'invalid_argument', 'name is required');
  const selectors = fields.get(2) ?? [];
  if (selectors.length > 1) throw new Error('the fake knows one selector');
  const selector = selectors.length === 0 ? '{}' : textField(fields, 2);
  const found = matching(selector, timeRange(fields), options.profiles);
  const values = new Set(found.map(({ labels }) => labels[name] ?? ''));
  return Buffer.concat([...values].filter((value) => value !== '').map((one) => delimited(1, one)));
}

function labelNames(fields: ProtoFields, options: Holdings): Buffer {
  const range = timeRangeOf(numberField(fields, 2), numberField(fields, 3));
  const found = matching(textField(fields, 1), range, options.profiles);
  const names = new Set(found.flatMap(({ labels }) => Object.keys(labels)));
  return Buffer.concat([...names].map((name) => delimited(1, name)));
}

/** One series for each set of the labels grouped by, one point for each step that has profiles. */
function selectSeries(fields: ProtoFields, options: Holdings): Buffer {
  const step = doubleField(fields, 6) * 1000;
  if (step < 1) throw new ConnectError(400, 'invalid_argument', 'step must be >= 1ms');
  const range = timeRange(fields);
  // A step's point is at its end, and the first one begins a step early.
  const found = matching(
    textField(fields, 2),
    { from: range.from - step, until: range.until },
    options.profiles,
  ).filter(({ typeId }) => typeId === textField(fields, 1));
  const groupBy = (fields.get(5) ?? []).map((name) => Buffer.from(name as Uint8Array).toString());
  const series = new Map<string, Map<number, number>>();
  for (const { labels, time, profile } of found) {
    const key = JSON.stringify(groupBy.map((name) => labels[name] ?? ''));
    const points = series.get(key) ?? new Map<number, number>();
    series.set(key, points);
    const at = range.from + Math.max(0, Math.ceil((time - range.from) / step)) * step;
    const total = profile.values.reduce((sum, value) => sum + value, 0);
    points.set(at, (points.get(at) ?? 0) + total);
  }
  return Buffer.concat(
    [...series.values()].map((points) =>
      delimited(
        1,
        Buffer.concat(
          [...points].map(([at, value]) =>
            delimited(2, Buffer.concat([doubleFieldOf(1, value), varintField(2, at)])),
          ),
        ),
      ),
    ),
  );
}

function select(fields: ProtoFields, options: Holdings): Buffer {
  const typeId = textField(fields, 1);
  if (!/^(?:[^:]+:){4}[^:]+$/.test(typeId)) {
    throw new ConnectError(
      400,
      'invalid_argument',
      `profile-type selection must be of the form <name>:<sample-type>:<sample-unit>:<period-type>:<period-unit>: ${typeId}`,
    );
  }
  if (numberField(fields, 5) !== 0) throw new Error('a node limit would cut the profile off');
  const range = timeRange(fields);
  const found = matching(textField(fields, 2), range, options.profiles).filter(
    (stored) => stored.typeId === typeId,
  );
  if (found.length === 0) {
    // Sample type and period type without anything, a string table of the empty string.
    if (options.empty === 'empty things')
      return Buffer.concat([delimited(1, ''), delimited(6, ''), delimited(11, '')]);
    return Buffer.alloc(0);
  }
  const merged = mergeStacks(found.map(({ profile }) => profile));
  const pprof = gunzipSync(encodeProfile({ ...merged, ticks: 0 }));
  return Buffer.concat([
    pprof,
    ...mappings(found, parseProto(pprof).get(6)?.length ?? 0),
    // As the real server does: the time is the query's end, there is no duration, the period is made up.
    varintField(9, BigInt(range.until) * 1_000_000n),
    delimited(11, Buffer.concat([varintField(1, 1), varintField(2, 2)])),
    varintField(12, 1_000_000_000),
  ]);
}

/** Mappings whose build ids name the commits, for profiles that were labelled with one. */
function mappings(found: readonly StoredProfile[], strings: number): readonly Buffer[] {
  const refs = new Set(found.flatMap(({ labels }) => labels.service_git_ref ?? []));
  return [...refs].flatMap((git_ref, index) => [
    delimited(3, Buffer.concat([varintField(1, index + 1), varintField(6, strings + index)])),
    delimited(6, JSON.stringify({ git_ref })),
  ]);
}

function timeRange(fields: ProtoFields): { from: number; until: number } {
  return timeRangeOf(numberField(fields, 3), numberField(fields, 4));
}

function timeRangeOf(from: number, until: number): { from: number; until: number } {
  if (from === 0 || until === 0)
    throw new ConnectError(400, 'invalid_argument', 'missing time range in the query');
  if (from > until) {
    throw new ConnectError(400, 'invalid_argument', 'query start time is after end time');
  }
  if (until - from > DAY_MS) {
    const actual = `${(until - from) / 3_600_000}h0m0s`;
    const message = `the query time range exceeds the limit (max_query_length, actual: ${actual}, limit: 1d)`;
    throw new ConnectError(400, 'invalid_argument', message);
  }
  return { from, until };
}

const DAY_MS = 86_400_000;

const MATCHER = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*")\s*/y;

/** Both ends are part of the range. */
function matching(
  selector: string,
  { from, until }: { from: number; until: number },
  profiles: readonly StoredProfile[],
): readonly StoredProfile[] {
  const matchers = parseSelector(selector);
  return profiles.filter(
    ({ labels, typeId, time }) =>
      time >= from &&
      time <= until &&
      matchers.every(({ name, holds }) =>
        holds((name === '__profile_type__' ? typeId : labels[name]) ?? ''),
      ),
  );
}

interface Matcher {
  readonly name: string;
  readonly holds: (value: string) => boolean;
}

function parseSelector(selector: string): Matcher[] {
  const bad = new ConnectError(400, 'invalid_argument', `parse error in selector ${selector}`);
  const inside = /^\{(.*)\}$/s.exec(selector)?.[1];
  if (inside === undefined) throw bad;
  const matchers: Matcher[] = [];
  for (let position = 0; position < inside.length; position = MATCHER.lastIndex + 1) {
    MATCHER.lastIndex = position;
    const match = MATCHER.exec(inside);
    if (!match) throw bad;
    if (MATCHER.lastIndex < inside.length && inside[MATCHER.lastIndex] !== ',') throw bad;
    const [, name = '', operator, quoted = '""'] = match;
    const wanted = String(JSON.parse(quoted));
    const isMeant = operator?.includes('~')
      ? (value: string) => new RegExp(`^(?:${wanted})$`, 'u').test(value)
      : (value: string) => value === wanted;
    const isNegative = operator?.startsWith('!') ?? false;
    matchers.push({ name, holds: (value) => isMeant(value) !== isNegative });
  }
  return matchers;
}
