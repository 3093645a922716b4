import type { LineMap } from '../../plan/line-map.ts';
import type { FunctionInfo, Side } from '../../profiles/profile.ts';
import { accountOf, type Part, partOf, type Role } from '../accounts.ts';
import { type Description, describe } from './describe.ts';
import { StableFiles } from './file.ts';
import type { FunctionGroup, Member } from './group.ts';
import { SharedFiles } from './shared-file.ts';

/** What is known about where a side's code came from. */
export interface IdentityContext {
  readonly side: Side;
  /** Absolute folders that the side's sources lay in. */
  readonly roots: readonly string[];
  /** Follows lines of head to base; undefined when the commits' diff is unknown. */
  readonly lineMap: LineMap | undefined;
}

/** What makes a function the same on both sides, and how to show it. */
export interface Identity {
  readonly side: Side;
  readonly key: string;
  readonly role: Role;
  readonly name: string;
  readonly file: string;
  /** On its own side; 0 when unknown. */
  readonly line: number;
  /** A change of the service does not edit it. */
  readonly foreign: boolean;
}

/** What a function says by itself. */
interface Described extends Part {
  readonly description: Description;
}

interface Entry extends Member {
  readonly role: Role;
  /** Undefined for accounts that are no functions. */
  readonly group: FunctionGroup | undefined;
}

/**
 * Works out which functions are the same on both sides. It is told the functions of all profiles
 * first: which of two closures is which can only be said when all of them are known, and must not
 * depend on which profile came first.
 */
export class IdentityRegister {
  readonly #known: Readonly<Record<Side, KnownFunctions>>;
  readonly #places: Readonly<Record<Side, StableFiles>>;
  readonly #files: SharedFiles;
  readonly #entries: Entry[] = [];
  /** Both sides' sources lay in the same folders, so that both describe a function alike. */
  readonly #alike: boolean;
  #profile = 0;

  constructor({ base, head }: Readonly<Record<Side, IdentityContext>>) {
    this.#known = { base: new KnownFunctions(), head: new KnownFunctions() };
    this.#places = { base: new StableFiles(base.roots), head: new StableFiles(head.roots) };
    this.#files = new SharedFiles(head.lineMap);
    this.#alike = base.roots.join('\0') === head.roots.join('\0');
  }

  /** Adds the functions of one profile; the result has the number of each one's identity. */
  add(side: Side, functions: readonly FunctionInfo[]): Int32Array {
    const known = this.#known[side];
    const numbers = new Int32Array(functions.length);
    this.#profile++;
    functions.forEach((fn, index) => {
      const number = known.find(fn) ?? known.remember(fn, this.#enter(side, fn));
      const entry = this.#entries[number];
      entry?.group?.saw(entry.description, this.#profile);
      numbers[index] = number;
    });
    return numbers;
  }

  /** The identities, by number; nothing may be added afterwards. */
  resolve(): readonly Identity[] {
    for (const file of this.#files) file.assignKeys();
    return this.#entries.map(({ side, role, group, key, name, description }): Identity => {
      if (group === undefined) return { side, role, key, name, file: '', line: 0, foreign: true };
      const { file, line, foreign } = description;
      return { side, role, key, name, file: file.file, line, foreign };
    });
  }

  #enter(side: Side, fn: FunctionInfo): number {
    const { description, role, name } = this.#twin(side, fn) ?? this.#describe(side, fn);
    const isFunction = role === 'code';
    const file = isFunction ? this.#files.of(side, description) : undefined;
    const group = file?.group(description.family);
    const key = isFunction ? '' : accountKey(role, name);
    const entry: Entry = { side, role, group, key, name, description };
    group?.add(entry);
    return this.#entries.push(entry) - 1;
  }

  /** The same function on the other side, where that says all of this one. */
  #twin(side: Side, fn: FunctionInfo): Described | undefined {
    if (!this.#alike) return undefined;
    const number = this.#known[side === 'base' ? 'head' : 'base'].find(fn);
    return number === undefined ? undefined : this.#entries[number];
  }

  #describe(side: Side, fn: FunctionInfo): Described {
    const description = describe(fn, this.#places[side]);
    return { description, ...partOf(description.name, description.file.file) };
  }
}

/** A worker thread of the collector is the same account as the collector itself. */
function accountKey(role: Role, name: string): string {
  return `\0${accountOf(role) ?? role}\0${name}`;
}

/** A side's functions whose identity was worked out: rounds repeat them, so looking them up must be cheap. */
class KnownFunctions {
  /** Place in `#firsts` by name: most names are of one function, and hashing one string is cheap. */
  readonly #byName = new Map<string, number>();
  readonly #firsts: FunctionInfo[] = [];
  readonly #numbers: number[] = [];
  /** The others, by all that tells them apart. */
  readonly #byAll = new Map<string, number>();

  find(fn: FunctionInfo): number | undefined {
    const place = this.#byName.get(fn.name);
    if (place === undefined) return undefined;
    const first = this.#firsts[place];
    return first !== undefined && isSame(first, fn)
      ? this.#numbers[place]
      : this.#byAll.get(allOf(fn));
  }

  remember(fn: FunctionInfo, number: number): number {
    if (this.#byName.has(fn.name)) this.#byAll.set(allOf(fn), number);
    else {
      this.#byName.set(fn.name, this.#firsts.push(fn) - 1);
      this.#numbers.push(number);
    }
    return number;
  }
}

function isSame(one: FunctionInfo, other: FunctionInfo): boolean {
  return (
    one.line === other.line &&
    one.file === other.file &&
    one.systemName === other.systemName &&
    one.defined === other.defined
  );
}

function allOf({ name, systemName, file, line, defined }: FunctionInfo): string {
  return `${name}\0${systemName}\0${file}\0${line}\0${defined === true}`;
}
