import type { FunctionInfo } from './profile.ts';

/**
 * The distinct functions of one profile. A function is its name, system name and file; the line is
 * left out because many profilers only know the sampled line, which differs from upload to upload.
 */
export class FunctionTable {
  readonly #functions: FunctionInfo[] = [];
  /** The first function of each name. Names are mostly unique, and hashing one string is cheap. */
  readonly #byName = new Map<string, number>();
  /** The others, by all three. */
  readonly #byKey = new Map<string, number>();

  /** Index of the function; the table keeps the lowest line other than 0 that it was given. */
  intern(info: FunctionInfo): number {
    const first = this.#byName.get(info.name);
    if (first === undefined) return this.#add(this.#byName, info.name, info);
    const namesake = this.#functions[first];
    if (namesake?.systemName === info.systemName && namesake.file === info.file) {
      return this.#keepLowestLine(first, info);
    }
    const key = `${info.name}\0${info.systemName}\0${info.file}`;
    const other = this.#byKey.get(key);
    return other === undefined
      ? this.#add(this.#byKey, key, info)
      : this.#keepLowestLine(other, info);
  }

  /** The functions in the order of their indices. */
  list(): readonly FunctionInfo[] {
    return this.#functions;
  }

  #add(map: Map<string, number>, key: string, info: FunctionInfo): number {
    const index = this.#functions.push(info) - 1;
    map.set(key, index);
    return index;
  }

  #keepLowestLine(index: number, info: FunctionInfo): number {
    const known = this.#functions[index];
    if (known !== undefined && info.line > 0 && (known.line === 0 || info.line < known.line)) {
      this.#functions[index] = info;
    }
    return index;
  }
}
