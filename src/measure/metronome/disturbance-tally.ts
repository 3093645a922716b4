import type { Disturbance, DisturbanceLevel } from '../../profiles/disturbance.ts';

/** Beats that differ by less than this factor count as alike. */
const LEVEL_RATIO = 1.06;

/** Sums up slices of time in which the machine was equally fast. */
export class DisturbanceTally {
  readonly #levels = new Map<number, { requests: number; cpuMs: number }>();

  /** Adds a slice: microseconds of a beat, requests served, CPU time used for them. */
  add(beat: number, requests: number, cpuMs: number): void {
    const number = Math.round(Math.log(beat) / Math.log(LEVEL_RATIO));
    const level = this.#levels.get(number) ?? { requests: 0, cpuMs: 0 };
    level.requests += requests;
    level.cpuMs += cpuMs;
    this.#levels.set(number, level);
  }

  /** Undefined when nothing was added. */
  disturbance(): Disturbance | undefined {
    if (this.#levels.size === 0) return undefined;
    return [...this.#levels]
      .sort(([a], [b]) => a - b)
      .map(
        ([number, { requests, cpuMs }]): DisturbanceLevel => ({
          beat: rounded(LEVEL_RATIO ** number),
          requests: rounded(requests),
          cpuMs: rounded(cpuMs),
        }),
      );
  }
}

/** Enough to tell levels apart, and short in JSON. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
