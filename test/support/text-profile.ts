import { FunctionTable } from '../../src/profiles/function-table.ts';
import type { FunctionInfo, StackProfile } from '../../src/profiles/profile.ts';
import { StackTable } from '../../src/profiles/stack-table.ts';

/**
 * Profiles as pictures. A line is a stack: the outermost caller first, the value last.
 *
 * ```text
 * # a comment
 * main handler parse               30
 * main handler render[src/a.js:12] 12
 * main handler render escape        3
 * main "Garbage Collection"         1
 * main alpha{sys}[a.js] beta[:7]    1
 * main [libc.so.6]                  1
 * ```
 *
 * `[file:line]` and `{system name}` place a function. A place is told once; the bare name then means
 * the same function on every line. When several functions share a name, every mention is placed, and
 * `f[]` is the one without a file. Names with blanks, quotes or brackets are written as JSON strings;
 * `[binary]` alone is a name.
 */
export interface TextProfileOptions {
  /** Sample type; `cpu` by default. */
  readonly type?: string;
  /** Its unit; `nanoseconds` by default. */
  readonly unit?: string;
  /** Cost of 1 as written; 1 by default. */
  readonly scale?: number;
  /** Profiler ticks behind the values; by default the sum of the values as written. */
  readonly ticks?: number;
}

/**
 * Reads a picture; equal stacks are merged, functions are numbered leaf first in order of appearance.
 * @throws Error naming the line that can't be read, or the bare name that could mean two functions
 */
export function profileFromText(text: string, options: TextProfileOptions = {}): StackProfile {
  const { type = 'cpu', unit = 'nanoseconds', scale = 1 } = options;
  const lines = text.split('\n').flatMap((line, index) => parseLine(line, index + 1));
  const resolve = placeResolver(lines.flatMap((line) => line.calls));
  const functions = new FunctionTable();
  const stacks = new StackTable();
  for (const { calls, value } of lines) {
    for (const call of calls.toReversed()) stacks.frame(functions.intern(resolve(call)));
    stacks.close(value * scale);
  }
  const written = lines.reduce((sum, line) => sum + line.value, 0);
  return {
    sampleType: { type, unit },
    functions: functions.list(),
    ...stacks.columns(),
    ticks: options.ticks ?? Math.round(written),
  };
}

/**
 * The inverse: a picture with sorted lines, so that expectations do not depend on the order of
 * stacks. Values are divided by `scale`.
 */
export function formatProfile(profile: StackProfile, options: { scale?: number } = {}): string {
  const { scale = 1 } = options;
  const shared = sharedNames(profile.functions);
  const told = new Set<string>();
  const mention = (info: FunctionInfo) => {
    const bare = told.has(info.name) && !shared.has(info.name);
    told.add(info.name);
    return formatName(info.name) + (bare ? '' : formatPlace(info, shared.has(info.name)));
  };
  const rows = Array.from(profile.values, (value, stack) => ({
    calls: callsOf(profile, stack),
    value: `${value / scale}`,
  }))
    .toSorted((a, b) => compareCalls(a.calls, b.calls))
    .map(({ calls, value }) => ({ path: calls.map(mention).join(' '), value }));
  const pathWidth = Math.max(0, ...rows.map((row) => row.path.length));
  const valueWidth = Math.max(0, ...rows.map((row) => row.value.length));
  return rows
    .map(({ path, value }) => `${path.padEnd(pathWidth)} ${value.padStart(valueWidth)}`)
    .join('\n');
}

interface Call extends FunctionInfo {
  /** False for a bare name, which stands for the place told elsewhere. */
  readonly placed: boolean;
}

interface Line {
  readonly calls: readonly Call[];
  readonly value: number;
}

const PLAIN_NAME = /^(?:\[[^\]\s]*\]|[^\s"{[#][^\s"{[]*)$/;
const CALL =
  /(?:(?<quoted>"(?:[^"\\]|\\.)*")|(?<plain>\[[^\]\s]*\]|[^\s"{[]+))(?:\{(?<system>[^}]*)\})?(?<place>\[(?<file>[^\]]*?)(?::(?<line>\d+))?\])?\s+/y;

function parseLine(line: string, number: number): Line[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  const { path, value } = /^(?<path>.*\s)(?<value>\d+(?:\.\d+)?)$/.exec(text)?.groups ?? {};
  if (path === undefined) throw new Error(`line ${number} is not a stack and a value: ${text}`);
  const calls: Call[] = [];
  CALL.lastIndex = 0;
  for (let end = 0; end < path.length; end = CALL.lastIndex) {
    const groups = CALL.exec(path)?.groups;
    if (!groups) throw new Error(`line ${number} has an unreadable name: ${path.slice(end)}`);
    calls.push(callOf(groups));
  }
  return [{ calls, value: Number(value) }];
}

function callOf(groups: Readonly<Record<string, string | undefined>>): Call {
  return {
    name: groups.quoted === undefined ? (groups.plain ?? '') : String(JSON.parse(groups.quoted)),
    systemName: groups.system ?? '',
    file: groups.file ?? '',
    line: Number(groups.line ?? 0),
    placed: groups.system !== undefined || groups.place !== undefined,
  };
}

/** Gives bare names the place that was told for their name. */
function placeResolver(calls: readonly Call[]): (call: Call) => FunctionInfo {
  const told = new FunctionTable();
  for (const { placed, ...info } of calls) if (placed) told.intern(info);
  const shared = sharedNames(told.list());
  const byName = new Map(told.list().map((info) => [info.name, info]));
  return ({ placed, ...info }) => {
    if (placed) return info;
    if (shared.has(info.name)) throw new Error(`${info.name} could be several functions: place it`);
    return byName.get(info.name) ?? info;
  };
}

function sharedNames(functions: readonly FunctionInfo[]): ReadonlySet<string> {
  const names = functions.map((info) => info.name);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function callsOf(profile: StackProfile, stack: number): FunctionInfo[] {
  const frames = profile.frames.subarray(profile.offsets[stack], profile.offsets[stack + 1]);
  return Array.from(frames, (frame) => {
    const info = profile.functions[frame];
    if (info === undefined) throw new Error(`stack ${stack} has a frame ${frame} of no function`);
    return info;
  }).toReversed();
}

function compareCalls(a: readonly FunctionInfo[], b: readonly FunctionInfo[]): number {
  const left = a.map(sortKey).join('\n');
  const right = b.map(sortKey).join('\n');
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortKey(info: FunctionInfo): string {
  return [info.name, info.systemName, info.file].join('\0');
}

function formatName(name: string): string {
  return PLAIN_NAME.test(name) ? name : JSON.stringify(name);
}

function formatPlace(info: FunctionInfo, always: boolean): string {
  const system = info.systemName === '' ? '' : `{${info.systemName}}`;
  const line = info.line === 0 ? '' : `:${info.line}`;
  const place = info.file === '' && line === '' ? '' : `[${info.file}${line}]`;
  return system === '' && place === '' && always ? '[]' : system + place;
}
