import { type Given, type GivenValues, linesOf } from './given.ts';
import { type MeasureKind, parseMeasure } from './measure.ts';
import type { OptionSpec } from './options/spec.ts';
import { OPTIONS, type OptionName } from './options.ts';
import type { Problems } from './problems.ts';

/** How an option that nobody gave is called in messages: an input or a flag. */
export type Spelling = (option: OptionSpec) => string;

/**
 * Reads typed values and collects every problem. A value with a problem reads as its default (or as absent);
 * the problems are thrown before it can matter.
 */
export class OptionValues {
  readonly #layers: readonly GivenValues[];
  readonly #problems: Problems;
  readonly #spelling: Spelling;

  /** @param layers where values are looked for; the first one that has an option counts */
  constructor(layers: readonly GivenValues[], problems: Problems, spelling: Spelling) {
    this.#layers = layers;
    this.#problems = problems;
    this.#spelling = spelling;
  }

  /** Adds a problem that concerns an option, or several together. */
  problem(name: OptionName, message: string): void {
    const place = this.#given(name)?.place ?? this.#spelling(specOf(name));
    this.#problems.add(place, message);
  }

  /** Adds a problem with one item of a list. */
  problemOf({ place }: Given, message: string): void {
    this.#problems.add(place, message);
  }

  /** Whether anybody gave it, in whatever place. */
  isGiven(name: OptionName): boolean {
    return this.#given(name) !== undefined;
  }

  text(name: OptionName): string | undefined {
    return this.#given(name)?.text ?? specOf(name).default;
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

  /** Items of a list; of one that adds up, those of all layers, the nearest first. */
  items(name: OptionName): readonly Given[] {
    const spec = specOf(name);
    const given = this.#layers.flatMap((layer) => layer.get(name) ?? []).flatMap(linesOf);
    if (spec.addsUp) return given;
    const nearest = this.#layers.find((layer) =>
      layer.get(name)?.some(({ text }) => text.trim() !== ''),
    );
    const own = nearest?.get(name)?.flatMap(linesOf);
    return own ?? linesOf({ text: spec.default ?? '', place: this.#spelling(spec) });
  }

  lines(name: OptionName): string[] {
    return this.items(name).map(({ text }) => text);
  }

  choice<T extends string>(name: OptionName, choices: readonly T[]): T {
    const text = this.defaulted(name);
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    this.problem(name, `must be one of ${choices.join(', ')}; it is “${text}”`);
    return choices[0] as T;
  }

  /** `true` or `false`, with a default in the table. */
  flag(name: OptionName): boolean {
    return this.choice(name, ['true', 'false']) === 'true';
  }

  /** Number with a default in the table. */
  number(name: OptionName): number {
    return this.optionalNumber(name) ?? Number.NaN;
  }

  optionalNumber(name: OptionName): number | undefined {
    return this.#measure(name, 'number');
  }

  integer(name: OptionName): number {
    return this.#measure(name, 'integer') ?? Number.NaN;
  }

  /** As a fraction: `5%` is 0.05. */
  fraction(name: OptionName): number {
    return (this.#measure(name, 'percent') ?? Number.NaN) / 100;
  }

  /** In seconds. */
  seconds(name: OptionName): number {
    return this.#measure(name, 'duration') ?? Number.NaN;
  }

  milliseconds(name: OptionName): number {
    return Math.round(this.seconds(name) * 1000);
  }

  #given(name: OptionName): Given | undefined {
    for (const layer of this.#layers) {
      // A repeated flag: the last one counts.
      const given = layer.get(name)?.at(-1);
      const text = given?.text.trim() ?? '';
      if (given !== undefined && text !== '') return { ...given, text };
    }
    return undefined;
  }

  #measure(name: OptionName, kind: MeasureKind): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parseMeasure(text, kind, specOf(name));
    if (typeof value === 'number') return value;
    this.problem(name, value);
    return undefined;
  }
}

/** The entry of the table. */
export function specOf(name: OptionName): OptionSpec {
  // The names are the table's own, so there is always one.
  return OPTIONS.find((option) => option.name === name) as OptionSpec;
}
