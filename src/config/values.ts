import { FlamegateError } from '../errors.ts';
import type { OptionSpec } from './options/spec.ts';
import { OPTIONS, type OptionName } from './options.ts';

/** Raw texts by option, as given; empty texts count as not given. */
export type RawValues = ReadonlyMap<string, string>;

/** How an option is called in messages: an input or a flag. */
export type Spelling = (option: OptionSpec) => string;

/**
 * Reads typed values and collects every problem, so that the user sees all of them at once. A value
 * with a problem reads as its default (or as absent); `finish` throws before it can matter.
 */
export class OptionValues {
  readonly #raw: RawValues;
  readonly #spelling: Spelling;
  readonly #problems: string[] = [];

  constructor(raw: RawValues, spelling: Spelling) {
    this.#raw = raw;
    this.#spelling = spelling;
  }

  /** Adds a problem that concerns an option, or several together. */
  problem(name: OptionName, message: string): void {
    this.#problems.push(`${this.#spelling(specOf(name))} ${message}`);
  }

  /** @throws FlamegateError of kind `usage` naming every problem. */
  finish(hint: string): void {
    if (this.#problems.length === 0) return;
    throw new FlamegateError('usage', this.#problems.join('; '), { hint });
  }

  text(name: OptionName): string | undefined {
    return this.#given(name) ?? specOf(name).default;
  }

  /** A text that has a default in the table. */
  defaulted(name: OptionName): string {
    return this.text(name) ?? '';
  }

  required(name: OptionName): string {
    const text = this.text(name);
    if (text === undefined) this.problem(name, 'is missing');
    return text ?? '';
  }

  lines(name: OptionName): string[] {
    return this.defaulted(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  choice<T extends string>(name: OptionName, choices: readonly T[]): T {
    const text = this.defaulted(name);
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    this.problem(name, `must be one of ${choices.join(', ')}; it is “${text}”`);
    return choices[0] as T;
  }

  /** Number with a default in the table. */
  number(name: OptionName): number {
    return this.optionalNumber(name) ?? Number.NaN;
  }

  optionalNumber(name: OptionName): number | undefined {
    return this.#measured(name, /^(-?\d+(?:\.\d+)?)$/u, 'a number', () => 1);
  }

  integer(name: OptionName): number {
    return this.#measured(name, /^(-?\d+)$/u, 'a whole number', () => 1) ?? Number.NaN;
  }

  /** As a fraction: `5%` is 0.05. */
  fraction(name: OptionName): number {
    return (
      (this.#measured(name, /^(-?\d+(?:\.\d+)?) ?%?$/u, 'a percentage', () => 1) ?? Number.NaN) /
      100
    );
  }

  /** In seconds. */
  seconds(name: OptionName): number {
    return (
      this.#measured(
        name,
        /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/u,
        'a duration such as 90s or 5m',
        (unit) => SECONDS[unit] ?? 1,
      ) ?? Number.NaN
    );
  }

  milliseconds(name: OptionName): number {
    return Math.round(this.seconds(name) * 1000);
  }

  #given(name: OptionName): string | undefined {
    const text = this.#raw.get(name)?.trim();
    return text === '' ? undefined : text;
  }

  #measured(
    name: OptionName,
    pattern: RegExp,
    what: string,
    scaleOf: (unit: string) => number,
  ): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const match = pattern.exec(text);
    if (match === null) {
      this.problem(name, `must be ${what}; it is “${text}”`);
      return undefined;
    }
    const value = Number(match[1]) * scaleOf(match[2] ?? '');
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = specOf(name);
    if (value < min || value > max) {
      this.problem(name, `must be ${rangeText(min, max)}; it is “${text}”`);
      return undefined;
    }
    return value;
  }
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

function rangeText(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return `from ${min} to ${max}`;
}

function specOf(name: OptionName): OptionSpec {
  // The names are the table's own, so there is always one.
  return OPTIONS.find((option) => option.name === name) as OptionSpec;
}
