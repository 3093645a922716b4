import { POWER } from '../compare/detectable.ts';
import { studentQuantile } from '../compare/infer/student.ts';

/** How sure one wants to be, and of how much. */
export interface Precision {
  /** Pairs of rounds. */
  readonly pairs: number;
  /** Probability of a false alarm: 0.01. */
  readonly alpha: number;
  /** Share of the CPU that the function has: 0.05. */
  readonly share: number;
}

/**
 * The smallest change of a function, as a share of all CPU, that so many samples a side can show: sampling
 * counts events, so a share p of n samples has the standard error √(p / n), a difference of two √(2p / n).
 * Real rounds differ in more than that, so this is the best that can be hoped for.
 */
export function countingLimit(samples: number, { pairs, alpha, share }: Precision): number {
  return reach(pairs, alpha) * Math.sqrt((2 * share) / samples);
}

/** Samples a side that it takes to see a change of this size. */
export function samplesFor(change: number, { pairs, alpha, share }: Precision): number {
  return Math.ceil(2 * share * (reach(pairs, alpha) / change) ** 2);
}

function reach(pairs: number, alpha: number): number {
  const df = pairs - 1;
  return studentQuantile(alpha, df) + studentQuantile(1 - POWER, df);
}
