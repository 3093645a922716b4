import { gunzipSync } from 'node:zlib';
import { encodeProfile } from '../../src/profiles/encode.ts';
import { mergeStacks } from '../../src/profiles/merge.ts';
import type { StackProfile } from '../../src/profiles/profile.ts';
import {
  delimited,
  numberField,
  type ProtoFields,
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
  readonly profiles?: readonly StoredProfile[];
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

function series(fields: ProtoFields, options: Holdings): Buffer {
  const found = matching(textField(fields, 1), timeRange(fields), options.profiles);
  const name = textField(fields, 2);
  if (name !== '__profile_type__') throw new Error(`the fake has no series by ${name}`);
  const values = new Set(found.map(({ typeId }) => typeId));
  return Buffer.concat(
    [...values].map((value) =>
      delimited(2, delimited(1, Buffer.concat([delimited(1, name), delimited(2, value)]))),
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
  return Buffer.concat([
    gunzipSync(encodeProfile({ ...merged, ticks: 0 })),
    // As the real server does: the time is the query's end, there is no duration, the period is made up.
    varintField(9, BigInt(range.until) * 1_000_000n),
    delimited(11, Buffer.concat([varintField(1, 1), varintField(2, 2)])),
    varintField(12, 1_000_000_000),
  ]);
}

function timeRange(fields: ProtoFields): { from: number; until: number } {
  const from = numberField(fields, 3);
  const until = numberField(fields, 4);
  if (from === 0 || until === 0)
    throw new ConnectError(400, 'invalid_argument', 'missing time range in the query');
  if (from > until) throw new ConnectError(400, 'invalid_argument', 'start is after end');
  return { from, until };
}

const MATCHER = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=|!=)\s*"([^"\\]*)"\s*/y;

/** Storage v2: the start is part of the range, the end is not. */
function matching(
  selector: string,
  { from, until }: { from: number; until: number },
  profiles: readonly StoredProfile[] = [],
): readonly StoredProfile[] {
  const matchers = parseSelector(selector);
  return profiles.filter(
    ({ labels, time }) =>
      time >= from &&
      time < until &&
      matchers.every(({ name, equal, value }) => ((labels[name] ?? '') === value) === equal),
  );
}

function parseSelector(selector: string): { name: string; equal: boolean; value: string }[] {
  const bad = new ConnectError(400, 'invalid_argument', `parse error in selector ${selector}`);
  const inside = /^\{(.*)\}$/s.exec(selector)?.[1];
  if (inside === undefined) throw bad;
  const matchers: { name: string; equal: boolean; value: string }[] = [];
  for (let position = 0; position < inside.length; position = MATCHER.lastIndex + 1) {
    MATCHER.lastIndex = position;
    const match = MATCHER.exec(inside);
    if (!match) throw bad;
    if (MATCHER.lastIndex < inside.length && inside[MATCHER.lastIndex] !== ',') throw bad;
    matchers.push({ name: match[1] ?? '', equal: match[2] === '=', value: match[3] ?? '' });
  }
  return matchers;
}
