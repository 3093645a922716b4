/** Beats that differ by less than this factor count as alike. */
const LEVEL_RATIO = 1.1;

/** A beat that took this many times as long as the others around it was interrupted, and says no more than that. */
const INTERRUPTED = 2;

/** With fewer beats, one that was interrupted would count as much as the others. */
const MIN_BEATS = 3;

/**
 * Sorts beats into levels of equal speed.
 * @param micros sorted durations of beats
 * @returns the part of the beats at each level, by its duration; undefined when there are too few
 */
export function sortBeats(micros: readonly number[]): ReadonlyMap<number, number> | undefined {
  if (micros.length < MIN_BEATS) return undefined;
  const most = INTERRUPTED * (micros[micros.length >> 1] ?? 0);
  const parts = new Map<number, number>();
  for (const duration of micros) {
    const level = levelOf(Math.min(duration, most));
    parts.set(level, (parts.get(level) ?? 0) + 1 / micros.length);
  }
  return parts;
}

function levelOf(micros: number): number {
  const level = Math.round(Math.log(micros) / Math.log(LEVEL_RATIO));
  return Number((LEVEL_RATIO ** level).toFixed(2));
}
