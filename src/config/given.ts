import type { OptionName } from './options.ts';

/** A value as somebody wrote it. */
export interface Given {
  readonly text: string;
  /** How messages call it and where it stands: `--rounds`, `input rounds`, `.flamegate.yml:3:11: rounds`. */
  readonly place: string;
  /** Of an item that was written as a mapping: where its fields stand. */
  readonly fields?: ReadonlyMap<string, string>;
  /** Given for all services together. */
  readonly isShared?: true;
}

/** What was given in one place (flags, a service of the file, the rest of it); several entries for what takes lines. */
export type GivenValues = ReadonlyMap<OptionName, readonly Given[]>;

/** The lines of a text, without empty ones; each stands where the text does. */
export function linesOf(given: Given): readonly Given[] {
  // A mapping is JSON of its own, in one line.
  if (given.fields !== undefined) return [given];
  const { text, place } = given;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, place }));
}
