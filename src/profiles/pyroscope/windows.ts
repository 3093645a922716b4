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

const DAY_MS = 86_400_000;

/** Both sides' windows. */
export interface Windows {
  readonly base: Interval;
  readonly head: Interval;
}

/**
 * Moves the beginnings of windows of a day or more, as little as can be, so that both begin at the same
 * time of day, and makes them equally long: traffic differs by the hour, and a slice of base must meet
 * the same hours of head. Shorter windows are load tests, which are paired in their order.
 */
export function alignByTimeOfDay({ base, head }: Windows): Windows {
  if (Math.min(lengthOf(base), lengthOf(head)) < DAY_MS) return { base, head };
  const headLater = (((base.from - head.from) % DAY_MS) + DAY_MS) % DAY_MS;
  const baseLater = (DAY_MS - headLater) % DAY_MS;
  const starts =
    headLater <= baseLater
      ? { base: base.from, head: head.from + headLater }
      : { base: base.from + baseLater, head: head.from };
  const length = Math.min(base.until - starts.base, head.until - starts.head);
  return {
    base: { from: starts.base, until: starts.base + length },
    head: { from: starts.head, until: starts.head + length },
  };
}

function lengthOf({ from, until }: Interval): number {
  return until - from;
}
