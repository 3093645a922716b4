import { FlamegateError } from '../errors.ts';

/** A place in a JSON document, such as `rounds[3].requests` of `rounds.json`; for messages. */
export interface FieldPath {
  readonly document: string;
  readonly path: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The place of a member or element below `at`. */
export function below(at: FieldPath, key: string | number): FieldPath {
  if (typeof key === 'number') return { ...at, path: `${at.path}[${key}]` };
  return { ...at, path: at.path === '' ? key : `${at.path}.${key}` };
}

/** The error for a field that is not as it must be: `rounds.json: rounds[3].requests must be …`. */
export function fieldError(at: FieldPath, mustBe: string, hint?: string): FlamegateError {
  return new FlamegateError(
    'usage',
    `${at.document}: ${at.path || 'the document'} must be ${mustBe}`,
    hint === undefined ? {} : { hint },
  );
}

/** The value when it is an object (and no list), else undefined. */
export function asJsonObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

export function objectAt(value: unknown, at: FieldPath): JsonObject {
  if (isObject(value)) return value;
  throw fieldError(at, 'an object');
}

export function arrayAt(value: unknown, at: FieldPath): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw fieldError(at, 'a list');
}

/** One of some names. */
export function oneOf<const Name extends string>(names: readonly Name[]) {
  return (value: unknown, at: FieldPath): Name => {
    const found = names.find((name) => name === value);
    if (found === undefined) throw fieldError(at, `one of ${names.join(', ')}`);
    return found;
  };
}

/** A list whose elements are each read by `parse`. */
export function listOf<T>(parse: (value: unknown, at: FieldPath) => T) {
  return (value: unknown, at: FieldPath): readonly T[] =>
    arrayAt(value, at).map((element, index) => parse(element, below(at, index)));
}

export function textAt(value: unknown, at: FieldPath): string {
  if (typeof value === 'string' && value !== '') return value;
  throw fieldError(at, 'a string that is not empty');
}

/** A whole number from 0. */
export function countAt(value: unknown, at: FieldPath): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw fieldError(at, 'a whole number, 0 or more');
}

export function positiveAt(value: unknown, at: FieldPath): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw fieldError(at, 'a number above 0');
}

/** A number from 0. */
export function amountAt(value: unknown, at: FieldPath): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw fieldError(at, 'a number, 0 or more');
}

/** A part of a whole. */
export function fractionAt(value: unknown, at: FieldPath): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw fieldError(at, 'a number from 0 to 1');
}

/** The field as an object of one, or of none when it is missing. */
export function optional<Key extends string, Value>(
  parent: JsonObject,
  key: Key,
  at: FieldPath,
  parse: (value: unknown, at: FieldPath) => Value,
): Partial<Record<Key, Value>> {
  const value = parent[key];
  if (value === undefined) return {};
  const field: Partial<Record<Key, Value>> = {};
  field[key] = parse(value, below(at, key));
  return field;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
