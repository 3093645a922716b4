import { below, type FieldPath, fieldError, objectAt } from '../profiles/json-fields.ts';

/** Reads a value that came from outside; throws FlamegateError of kind `usage` that names the field. */
export interface Reader<T> {
  (value: unknown, at: FieldPath): T;
  /** Puts the fields of a value of ours in the reader's order; absent where there are none. */
  arrange?(value: T): T;
}

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
  const read = (value: unknown, at: FieldPath): T => {
    const given = objectAt(value, at);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name)) throw fieldError(below(at, name), 'left out');
    }
    const found: [string, unknown][] = [];
    for (const [name, field] of Object.entries<Fields<T>[keyof T]>(fields)) {
      const own = Object.hasOwn(given, name) ? given[name] : undefined;
      if (typeof field === 'function') found.push([name, field(own, below(at, name))]);
      else if (own !== undefined) found.push([name, field.mayBeMissing(own, below(at, name))]);
    }
    return Object.fromEntries(found) as T;
  };
  return Object.assign(read, { arrange: (value: T) => arrangeFields(fields, value) });
}

function arrangeFields<T extends object>(fields: Fields<T>, value: T): T {
  const found: [string, unknown][] = [];
  for (const name of Object.keys(fields) as (keyof T & string)[]) {
    const field = fields[name];
    const own = value[name] as Exclude<T[typeof name], undefined> | undefined;
    if (own === undefined) continue;
    found.push([name, arranged(typeof field === 'function' ? field : field.mayBeMissing, own)]);
  }
  return Object.fromEntries(found) as T;
}

/** A value of ours with its fields in the reader's order, and no others: however it was put together. */
export function arranged<T>({ arrange }: Reader<T>, value: T): T {
  return arrange === undefined ? value : arrange(value);
}

export function maybeMissing<T>(reader: Reader<T>): MaybeMissing<T> {
  return { mayBeMissing: reader };
}

export function list<T>(item: Reader<T>): Reader<T[]> {
  const read = (value: unknown, at: FieldPath): T[] => {
    if (!Array.isArray(value)) throw fieldError(at, 'a list');
    if (value.length > MAX_ITEMS) throw fieldError(at, `a list of at most ${MAX_ITEMS} items`);
    return value.map((one, index) => item(one, below(at, index)));
  };
  return Object.assign(read, { arrange: (value: T[]) => value.map((one) => arranged(item, one)) });
}

/** A value that its fields alone don't make right; `check` throws as a reader does. */
export function checked<T>(reader: Reader<T>, check: (value: T, at: FieldPath) => void): Reader<T> {
  const read = (value: unknown, at: FieldPath): T => {
    const found = reader(value, at);
    check(found, at);
    return found;
  };
  return Object.assign(read, { arrange: (value: T) => arranged(reader, value) });
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  const read = (value: unknown, at: FieldPath) => (value === null ? null : reader(value, at));
  const arrange = (value: T | null) => (value === null ? null : arranged(reader, value));
  return Object.assign(read, { arrange });
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
