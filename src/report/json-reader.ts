import { below, type FieldPath, fieldError, objectAt } from '../profiles/json-fields.ts';

/** Reads a value that came from outside; throws FlamegateError of kind `usage` that names the field. */
export type Reader<T> = (value: unknown, at: FieldPath) => T;

/** A field that may be missing. */
export interface MaybeMissing<T> {
  readonly mayBeMissing: Reader<T>;
}

/** How each field of `T` is read. */
export type Fields<T> = {
  readonly [Key in keyof T]-?:
    | Reader<Exclude<T[Key], undefined>>
    | MaybeMissing<Exclude<T[Key], undefined>>;
};

/** Most items of a list, and characters of a text: far more than any comparison has. */
const MAX_ITEMS = 20_000;
const MAX_TEXT = 100_000;

/** An object with these fields and no others: whoever sends more speaks another language. */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  return (value, at) => {
    const given = objectAt(value, at);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name)) throw fieldError(below(at, name), 'left out');
    }
    const read: [string, unknown][] = [];
    for (const [name, field] of Object.entries<Fields<T>[keyof T]>(fields)) {
      const own = Object.hasOwn(given, name) ? given[name] : undefined;
      if (typeof field === 'function') read.push([name, field(own, below(at, name))]);
      else if (own !== undefined) read.push([name, field.mayBeMissing(own, below(at, name))]);
    }
    return Object.fromEntries(read) as T;
  };
}

export function maybeMissing<T>(reader: Reader<T>): MaybeMissing<T> {
  return { mayBeMissing: reader };
}

export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw fieldError(at, 'a list');
    if (value.length > MAX_ITEMS) throw fieldError(at, `a list of at most ${MAX_ITEMS} items`);
    return value.map((one, index) => item(one, below(at, index)));
  };
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? null : reader(value, at));
}

export function oneOf<T extends string | number>(...values: readonly T[]): Reader<T> {
  return (value, at) => {
    const found = values.find((one) => one === value);
    if (found === undefined) throw fieldError(at, `one of ${values.join(', ')}`);
    return found;
  };
}

/** Any text; it is as untrusted as it was. */
export const text: Reader<string> = (value, at) => {
  if (typeof value !== 'string') throw fieldError(at, 'a text');
  if (value.length > MAX_TEXT) throw fieldError(at, `at most ${MAX_TEXT} characters long`);
  return value;
};

export const flag: Reader<boolean> = (value, at) => {
  if (typeof value === 'boolean') return value;
  throw fieldError(at, 'true or false');
};

export const number: Reader<number> = (value, at) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw fieldError(at, 'a number');
};
