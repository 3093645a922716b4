import type { LineMap } from '../../plan/line-map.ts';
import type { FunctionInfo, Side } from '../../profiles/profile.ts';
import { accountOf, type Part, partOf, type Role } from '../accounts.ts';
import { type Description, describe } from './describe.ts';
import { StableFiles } from './file.ts';
import { FunctionNumbers } from './function-numbers.ts';
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
  readonly #functions = new FunctionNumbers();
  /** Number of the identity by that of the function; −1 while nobody asked for it. */
  readonly #known: Readonly<Record<Side, number[]>> = { base: [], head: [] };
  readonly #places: Readonly<Record<Side, StableFiles>>;
  readonly #files: SharedFiles;
  readonly #entries: Entry[] = [];
  /** Both sides' sources lay in the same folders, so that both describe a function alike. */
  readonly #alike: boolean;
  #profile = 0;

  constructor({ base, head }: Readonly<Record<Side, IdentityContext>>) {
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
      const own = this.#functions.of(fn);
      while (known.length <= own) known.push(-1);
      let number = known[own] ?? -1;
      if (number < 0) {
        number = this.#enter(side, fn, own);
        known[own] = number;
      }
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

  #enter(side: Side, fn: FunctionInfo, own: number): number {
    const { description, role, name } = this.#twin(side, own) ?? this.#describe(side, fn);
    const isFunction = role === 'code';
    const file = isFunction ? this.#files.of(side, description) : undefined;
    const group = file?.group(description.family);
    const key = isFunction ? '' : accountKey(role, name);
    const entry: Entry = { side, role, group, key, name, description };
    group?.add(entry);
    return this.#entries.push(entry) - 1;
  }

  /** The same function on the other side, where that says all of this one. */
  #twin(side: Side, own: number): Described | undefined {
    if (!this.#alike) return undefined;
    const number = this.#known[side === 'base' ? 'head' : 'base'][own];
    return this.#entries[number ?? -1];
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
