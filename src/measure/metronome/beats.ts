import { sortBeats } from './beat-levels.ts';
import type { Batch } from './protocol.ts';

/** Beats older than this are forgotten; slices of time are shorter. */
const KEPT_MS = 30_000;

/** The beats of one CPU. */
export class Beats {
  #times: number[] = [];
  #micros: number[] = [];

  add({ times, micros }: Batch): void {
    this.#times.push(...times);
    this.#micros.push(...micros);
    const first = this.#times[0] ?? 0;
    const last = this.#times.at(-1) ?? 0;
    // Not with every batch: cutting the front off takes time.
    if (last - first > 2 * KEPT_MS) this.#forget(last - KEPT_MS);
  }

  /**
   * How long beats took from `from` until before `until` (milliseconds since the epoch): the part of them at
   * each level, by its microseconds. Undefined with too few beats.
   */
  between(from: number, until: number): ReadonlyMap<number, number> | undefined {
    const within: number[] = [];
    for (let at = this.#times.length - 1; at >= 0; at -= 1) {
      const time = this.#times[at] ?? 0;
      if (time < from) break;
      if (time < until) within.push(this.#micros[at] ?? 0);
    }
    return sortBeats(within.sort((a, b) => a - b));
  }

  #forget(before: number): void {
    const keep = this.#times.findIndex((time) => time >= before);
    this.#times = this.#times.slice(keep);
    this.#micros = this.#micros.slice(keep);
  }
}
