import { isNameless } from './definition.ts';
import type { FunctionInfo } from './profile.ts';

/**
 * The distinct functions of one profile. A function is its name, system name and file, and its line
 * when that is known to be the definition's or nothing else tells it from others. Otherwise the line
 * is left out: many profilers only know the sampled one, which differs from upload to upload.
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
    const line = info.defined || isNameless(info.name) ? info.line : undefined;
    if (
      namesake?.systemName === info.systemName &&
      namesake.file === info.file &&
      (line === undefined || line === namesake.line)
    ) {
      return this.#keepLowestLine(first, info);
    }
    const key = `${info.name}\0${info.systemName}\0${info.file}\0${line ?? ''}`;
    const other = this.#byKey.get(key);
    return other === undefined
      ? this.#add(this.#byKey, key, info)
      : this.#keepLowestLine(other, info);
  }

  /** The functions in the order of their indices. */
  list(): readonly FunctionInfo[] {
    return this.#functions;
  }

  /** Would the table take this line for the function's instead of the one that it has? */
  isLower(index: number, line: number): boolean {
    const known = this.#functions[index]?.line ?? 0;
    return line > 0 && (known === 0 || line < known);
  }

  #add(map: Map<string, number>, key: string, info: FunctionInfo): number {
    const index = this.#functions.push(info) - 1;
    map.set(key, index);
    return index;
  }

  #keepLowestLine(index: number, info: FunctionInfo): number {
    if (this.isLower(index, info.line)) this.#functions[index] = info;
    return index;
  }
}
