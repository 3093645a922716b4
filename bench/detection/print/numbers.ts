import type { Rate } from '../rates.ts';

/** Stands for what was not measured. */
const NOTHING = '–';

/** `98.5 % (96.8–99.4)`: a rate and its 95 % interval. */
export function rateText(rate: Rate | undefined): string {
  if (rate === undefined || rate.of === 0) return NOTHING;
  return `${percent(rate.rate)} % (${percent(rate.low)}–${percent(rate.high)})`;
}

/** `98.5 %`, or a dash for part of nothing. */
export function partText(part: number): string {
  return Number.isNaN(part) ? NOTHING : `${percent(part)} %`;
}

/** `1.25 points`, of a fraction of the CPU. */
export function pointsText(part: number): string {
  return `${(100 * part).toFixed(2)} points`;
}

/** `1.2 ×`. */
export function timesText(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** Whole hundreds without a fraction. */
function percent(part: number): string {
  const text = (100 * part).toFixed(1);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
