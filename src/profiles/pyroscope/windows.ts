import { FlamegateError } from '../../errors.ts';
import type { Interval } from '../../measure/measurement.ts';
import { besideTheGrid } from './time-slices.ts';

/** SDKs upload every 10 to 60 s and a profile counts at one instant, so shorter slices are empty or uneven. */
export const SHORTEST_EVEN_SLICE_MS = 60_000;

/** Slices must be longer than what moves a cut beside the grid of uploads. */
const SHORTEST_SLICE_MS = 10;

/**
 * Cuts a window into slices that follow each other and are of equal length, to two milliseconds.
 * @throws FlamegateError of kind `usage` for a window that is empty or too short for its slices
 */
export function splitWindow(window: Interval, slices: number): readonly Interval[] {
  const length = window.until - window.from;
  if (!(slices >= 1 && length >= slices * SHORTEST_SLICE_MS)) {
    throw new FlamegateError(
      'usage',
      `a window of ${length / 1000} s can't be cut into ${slices} slices`,
      { hint: 'Give a window whose end is after its start, and fewer slices.' },
    );
  }
  const cut = (index: number) => {
    if (index === 0) return window.from;
    if (index === slices) return window.until;
    return besideTheGrid(window.from + Math.round((length * index) / slices));
  };
  return Array.from({ length: slices }, (_, index) => ({
    from: cut(index),
    until: cut(index + 1),
  }));
}
