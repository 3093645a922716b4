import { geometricMean, median } from 'simple-statistics';
import type { Batch } from './protocol.ts';

/** Beats older than this are forgotten; slices of a load are far shorter. */
const KEPT_MS = 10_000;

/** With fewer, one that was interrupted would count as much as the others. */
const MIN_BEATS = 3;

/** A beat that took this many times as long as usual was interrupted, and says no more than that. */
const INTERRUPTED = 2;

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
   * How long a beat took from `from` until before `until` (milliseconds since the epoch): the geometric
   * mean, which sees a disturbance that lasts for a part of the time only. Undefined with too few beats.
   */
  between(from: number, until: number): number | undefined {
    const within: number[] = [];
    for (let at = this.#times.length - 1; at >= 0; at -= 1) {
      const time = this.#times[at] ?? 0;
      if (time < from) break;
      if (time < until) within.push(this.#micros[at] ?? 0);
    }
    if (within.length < MIN_BEATS) return undefined;
    const most = INTERRUPTED * median(within);
    return geometricMean(within.map((micros) => Math.min(micros, most)));
  }

  #forget(before: number): void {
    const keep = this.#times.findIndex((time) => time >= before);
    this.#times = this.#times.slice(keep);
    this.#micros = this.#micros.slice(keep);
  }
}
