import { FlamegateError } from '../errors.ts';

/** Collects what is wrong with a configuration, so that the user sees all of it at once. */
export class Problems {
  readonly #texts: string[] = [];

  /** @param place how the value is called, and where it stands */
  add(place: string, message: string): void {
    this.#texts.push(`${place} ${message}`);
  }

  /** @throws FlamegateError of kind `usage` naming every problem */
  finish(hint: string): void {
    if (this.#texts.length === 0) return;
    // Values that several services share are wrong only once.
    throw new FlamegateError('usage', [...new Set(this.#texts)].join('; '), { hint });
  }
}
