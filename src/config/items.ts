import type { Given } from './given.ts';
import { type MeasureKind, parseMeasure } from './measure.ts';
import { unknownName } from './nearest.ts';
import type { FieldKind, ItemSpec, OptionSpec } from './options/spec.ts';
import type { OptionName } from './options.ts';
import { type OptionValues, specOf } from './values.ts';
import { isDay } from './waivers.ts';

/**
 * Reads the fields of one item of a list that is written as a mapping, in YAML or as JSON in one line. Problems are
 * collected where the values of options collect theirs.
 */
export class ItemFields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #given: Given;
  readonly #spec: ItemSpec;
  readonly #values: OptionValues;

  /** @param given as a mapping, which JSON in one line starts with a brace */
  constructor(given: Given, option: OptionSpec, values: OptionValues) {
    this.#given = given;
    this.#spec = option.item ?? NO_FIELDS;
    this.#values = values;
    this.#fields = parseObject(given, values);
    this.#check();
  }

  /** Whether it was given for all services together. */
  get isShared(): boolean {
    return this.#given.isShared ?? false;
  }

  text(name: string): string | undefined {
    const value = this.#fields[name];
    return value === undefined ? undefined : String(value);
  }

  isTrue(name: string): boolean {
    return this.#fields[name] === true;
  }

  /** One text, or a list of them. */
  texts(name: string): readonly string[] {
    const value = this.#fields[name];
    return value === undefined ? [] : [value].flat().map(String);
  }

  /** In points or another number; undefined when absent or wrong. */
  number(name: string): number | undefined {
    return this.#measure(name, 'number');
  }

  /** As a fraction: `5%` is 0.05. */
  fraction(name: string): number | undefined {
    const percent = this.#measure(name, 'percent');
    return percent === undefined ? undefined : percent / 100;
  }

  problem(name: string, message: string): void {
    this.#values.problemOf({ text: '', place: this.#placeOf(name) }, message);
  }

  /** A problem with the item as a whole. */
  problemOfAll(message: string): void {
    this.#values.problemOf(this.#given, message);
  }

  #measure(name: string, kind: MeasureKind): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parseMeasure(text, kind, this.#spec.fields[name] ?? {});
    if (typeof value === 'number') return value;
    this.problem(name, value);
    return undefined;
  }

  #check(): void {
    const { fields } = this.#spec;
    for (const name of Object.keys(this.#fields)) {
      if (!Object.hasOwn(fields, name)) this.problem(name, unknownName(name, Object.keys(fields)));
    }
    for (const [name, { required, kind }] of Object.entries(fields)) {
      const value = this.#fields[name];
      if (value === undefined) {
        if (required) this.#values.problemOf(this.#given, `has no “${name}”`);
      } else if (!IS_OF[kind](value)) this.problem(name, `must be ${WHAT[kind]}`);
    }
  }

  #placeOf(name: string): string {
    return this.#given.fields?.get(name) ?? `${this.#given.place}: ${name}`;
  }
}

const NO_FIELDS: ItemSpec = { fields: {} };

/** The items of an option that has to be given as mappings; a problem for those that are none. */
export function itemsOf(values: OptionValues, name: OptionName): readonly ItemFields[] {
  return values.items(name).flatMap((given) => {
    if (given.text.startsWith('{')) return [new ItemFields(given, specOf(name), values)];
    values.problemOf(given, `must be a mapping, or JSON in one line; it is “${given.text}”`);
    return [];
  });
}

function parseObject(given: Given, values: OptionValues): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(given.text);
    // A text that starts with a brace is an object or no JSON.
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    values.problemOf(given, `: “${given.text}” is not JSON: ${why}`);
    return {};
  }
}

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';

const IS_OF: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.trim() !== '',
  number: isScalar,
  percent: isScalar,
  flag: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDay(value),
  texts: (value) => [value].flat().every((one) => typeof one === 'string' && one.trim() !== ''),
  any: () => true,
};

const WHAT: Readonly<Record<FieldKind, string>> = {
  text: 'a text',
  number: 'a number',
  percent: 'a percentage',
  flag: 'true or false',
  date: 'a date such as 2027-01-31',
  texts: 'a text or a list of texts',
  any: 'something',
};
