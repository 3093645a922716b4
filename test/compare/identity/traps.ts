import { readdirSync, readFileSync } from 'node:fs';
import { type Identity, IdentityRegister } from '../../../src/compare/identity/identity.ts';
import { type LineMap, parseLineMap } from '../../../src/plan/line-map.ts';
import type { FunctionInfo, Side } from '../../../src/profiles/profile.ts';

const FOLDER = new URL('../../../fixtures/identity/', import.meta.url);
const EXPECTATIONS = ['same', 'different', 'merged', 'account'] as const;

/** One row of the table in `fixtures/identity/`, whose README says what the words mean. */
export interface Trap {
  readonly trap: string;
  readonly from: string;
  readonly diff: string | undefined;
  readonly base: readonly FunctionInfo[];
  readonly head: readonly FunctionInfo[];
  readonly expected: (typeof EXPECTATIONS)[number];
  /** The account that is expected. */
  readonly account: string;
  readonly shown: string | undefined;
}

/** All traps of the table, by file. */
export function readTraps(): readonly { readonly file: string; readonly traps: readonly Trap[] }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ file, traps: parseTraps(readFileSync(new URL(file, FOLDER), 'utf8')) }));
}

function parseTraps(text: string): Trap[] {
  return text
    .split(/\n(?=trap {2})/u)
    .slice(1)
    .map(parseTrap);
}

function parseTrap(text: string): Trap {
  const lines = text.split('\n').filter((line) => line !== '');
  const word = (name: string) =>
    lines
      .find((line) => line === name || line.startsWith(`${name} `))
      ?.slice(name.length)
      .trim();
  const frames = (side: Side) =>
    lines.filter((line) => line.startsWith(`${side} | `)).map((line) => parseFrame(line, text));
  const expected = EXPECTATIONS.find((name) => word(name) !== undefined);
  if (expected === undefined) throw new Error(`nothing is expected of\n${text}`);
  return {
    trap: word('trap') ?? '',
    from: word('from') ?? '',
    diff: word('diff'),
    base: frames('base'),
    head: frames('head'),
    expected,
    account: word('account') ?? '',
    shown: word('shown'),
  };
}

function parseFrame(line: string, trap: string): FunctionInfo {
  const [, name, file, at, systemName = ''] = line.split(' | ').map((cell) => cell.trim());
  const place = /^(?:-|(~?)(\d+))$/u.exec(at ?? '');
  if (name === undefined || file === undefined || place === null) {
    throw new Error(`can't read "${line}" of\n${trap}`);
  }
  const info = { name, systemName, file: file === '-' ? '' : file, line: Number(place[2] ?? 0) };
  return place[1] === '' ? { ...info, defined: true } : info;
}

export function readDiff(name: string): LineMap {
  return parseLineMap(readFileSync(new URL(`${name}.diff`, FOLDER), 'utf8'));
}

/** What functions of one profile of each side are. */
export function identitiesOf(
  sides: Readonly<Record<Side, readonly FunctionInfo[]>>,
  lineMap: LineMap | undefined,
  roots: Readonly<Record<Side, readonly string[]>> = { base: ['/w/base'], head: ['/w/head'] },
): Record<Side, readonly Identity[]> {
  const register = new IdentityRegister({
    base: { side: 'base', roots: roots.base, lineMap },
    head: { side: 'head', roots: roots.head, lineMap },
  });
  const numbers = {
    base: register.add('base', sides.base),
    head: register.add('head', sides.head),
  };
  const identities = register.resolve();
  const of = (side: Side) => [...numbers[side]].flatMap((number) => identities[number] ?? []);
  return { base: of('base'), head: of('head') };
}
