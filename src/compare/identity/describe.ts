import { isNameless } from '../../profiles/definition.ts';
import type { FunctionInfo } from '../../profiles/profile.ts';
import type { StableFile, StableFiles } from './file.ts';
import { isForeign } from './foreign.ts';
import { withoutMeaningless } from './generated.ts';
import { goPackage, withoutTypeArguments } from './go.ts';
import { withoutNumbers } from './ordinal.ts';
import { type Source, sourceOf } from './source.ts';

/** Where a function is defined. */
export interface Position {
  readonly line: number;
  /** 0 when unknown. */
  readonly column: number;
}

/** What one frame says about its function, without what differs between two builds of the same source. */
export interface Description {
  /** As shown. */
  readonly name: string;
  /** The same for all functions that only generated numbers or positions tell apart; with stars. */
  readonly common: string;
  /** Generated numbers. */
  readonly numbers: readonly number[];
  /** Functions that can be told apart by position alone, whatever they are called; often `common`. */
  readonly family: string;
  readonly file: StableFile;
  /** What the file is known by on both sides; its name, but for Go. */
  readonly fileId: string;
  /** On its own side; 0 when unknown. */
  readonly line: number;
  /** Undefined when the line is only one that was sampled. */
  readonly position: Position | undefined;
  /** The name says nothing: only the position tells the function from others of its file. */
  readonly nameless: boolean;
  readonly foreign: boolean;
}

/** Describes a function by itself. */
export function describe(fn: FunctionInfo, files: StableFiles): Description {
  const source = sourceOf(fn);
  const file = placeOf(source, files);
  const anonymous = anonymousPosition(source);
  const name = anonymous === undefined ? source.name : anonymous.name;
  const readable = withoutMeaningless(name.includes('\0') ? name.replaceAll('\0', '\ufffd') : name);
  const isGeneric = readable.includes('[');
  const plain = isGeneric ? withoutTypeArguments(readable, '') : readable;
  const { name: common, numbers } = withoutNumbers(plain);
  const line = anonymous?.line || source.line;
  const nameless = isNameless(name);
  const known = anonymous !== undefined || fn.defined === true || nameless;
  return {
    name: isGeneric ? withoutTypeArguments(readable, '[...]') : readable,
    common,
    numbers,
    family: familyOf(common, file.file),
    file,
    fileId: fileIdOf(source.name, file),
    line,
    position: known && line > 0 ? { line, column: anonymous?.column ?? source.column } : undefined,
    nameless,
    foreign: isForeign(common, file),
  };
}

function placeOf(source: Source, files: StableFiles): StableFile {
  const stable = files.of(source.file, source.name);
  // Relative to where the service was started says more than a path below no known root.
  const { relative } = source;
  return stable.place === 'elsewhere' && relative !== '' ? files.of(relative, source.name) : stable;
}

/** Go's packages say where a file is, whatever folder was put in front or left out by `-trimpath`. */
function fileIdOf(name: string, { file, place }: StableFile): string {
  if (place === 'foreign' || !file.endsWith('.go')) return file;
  const found = goPackage(name);
  return found === '' ? file : `${found}/${file.slice(file.lastIndexOf('/') + 1)}`;
}

interface Anonymous extends Position {
  readonly name: string;
}

const V8 = /^\(anonymous:L#(\d{1,9})(?::C#(\d{1,9}))?\)$/u;
const PHP = /^(.{0,1000}\{closure:.{1,2000}):(\d{1,9})\}$/su;

/** V8's `(anonymous:L#8:C#111)` and PHP 8.4's `{closure:Cart::total():12}` carry their own position. */
function anonymousPosition({ name }: Source): Anonymous | undefined {
  const v8 = name.startsWith('(anonymous:') ? V8.exec(name) : null;
  if (v8 !== null) return { name: '(anonymous)', line: Number(v8[1]), column: Number(v8[2] ?? 0) };
  const php = name.includes('{closure:') ? PHP.exec(name) : null;
  if (php === null) return undefined;
  const [, declared = '', line] = php;
  // A closure of no function has its file in the function's place.
  const shown = declared.startsWith('{closure:/') ? '{closure}' : `${declared}}`;
  return { name: shown, line: Number(line), column: 0 };
}

/**
 * Go names a closure after the function that the code was inlined into: `main.total.func1` in one build
 * is `main.caller.total.func1` in another. Its package, kind and position stay.
 */
function familyOf(common: string, file: string): string {
  if (!file.endsWith('.go')) return common;
  const kind = /(?:\.func|\.gowrap|\.deferwrap|-range)\*[^/]{0,200}$/u.exec(common)?.[0];
  if (kind === undefined) return common;
  return `${goPackage(common)}${/^\.(?:go|defer)wrap/u.test(kind) || kind.startsWith('-') ? kind : '.func*'}`;
}
