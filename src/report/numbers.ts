import { plain } from '../text/plain.ts';

/** Shown for what is not a finite number. */
const UNKNOWN = 'unknown';

/** A typographic minus, as wide as the plus. */
const MINUS = '−';

/** Units with their size in seconds, largest first. */
const TIMES = [
  ['s', 1],
  ['ms', 1e-3],
  ['µs', 1e-6],
  ['ns', 1e-9],
] as const;

/** Units with their size in bytes, largest first. */
const SIZES = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
] as const;

/** Change of a share in points with its sign, no unit: `+3.4` for 0.034. Below 0.1 points it has two decimals. */
export function change(fraction: number): string {
  return signed(100 * fraction, decimalsOf(100 * fraction));
}

/** Change of a share with its unit: `+3.4 points` for 0.034. */
export function points(fraction: number): string {
  const shown = change(fraction);
  return shown === UNKNOWN ? UNKNOWN : `${shown} points`;
}

/** Size of a change without sign, for limits and sentences: `1 point`, `3.4 points`. */
export function size(fraction: number): string {
  const value = Math.abs(100 * fraction);
  const shown = short(value, decimalsOf(value));
  if (shown === UNKNOWN) return UNKNOWN;
  return `${shown} ${shown === '1' ? 'point' : 'points'}`;
}

/** Confidence interval of a change in points: `[+2.1, +4.6]`. Both ends have the decimals of the larger one. */
export function interval(low: number, high: number): string {
  const decimals = Math.min(decimalsOf(100 * low), decimalsOf(100 * high));
  return `[${signed(100 * low, decimals)}, ${signed(100 * high, decimals)}]`;
}

/** A share: `12.7%` for 0.127. */
export function share(fraction: number): string {
  return percent(grouped(100 * fraction, 1));
}

/** A relative change: `+27%` for 0.27, `+3.1%` for 0.031. */
export function relative(fraction: number): string {
  return percent(signed(100 * fraction, Math.abs(fraction) < 0.0995 ? 1 : 0));
}

/** A percentage as someone set it: `5%` for 0.05, `2.5%` for 0.025. */
export function setting(fraction: number): string {
  return percent(short(100 * fraction, 2));
}

/** A probability as statistics papers write it: `p < 0.001`, `p = 0.012`. */
export function pValue(p: number): string {
  if (!(p >= 0 && p <= 1)) return `p ${UNKNOWN}`;
  if (p < 0.001) return 'p < 0.001';
  return p > 0.999 ? 'p > 0.999' : `p = ${p.toFixed(3)}`;
}

/** A whole number with thousands separators: `166,980`. */
export function count(n: number): string {
  return grouped(n, 0);
}

/** A counted noun: `1 round`, `12 rounds`, `2 entries`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** A time span: `1.24 ms`, `4.01 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || Math.abs(seconds) < 119.5) return scaled(seconds, 's', TIMES);
  const whole = Math.round(Math.abs(seconds));
  return `${seconds < 0 ? MINUS : ''}${count(Math.floor(whole / 60))} min ${whole % 60} s`;
}

/** An amount of memory: `1.50 MiB`. */
export function bytes(n: number): string {
  return scaled(n, 'B', SIZES);
}

/** Cost in the unit of a profile type (pprof spells it out): `1.24 ms`, `12.5 KiB`, `3.2 objects`. The unit is untrusted. */
export function cost(value: number, unit: string): string {
  if (unit === 'nanoseconds') return duration(value / 1e9);
  if (unit === 'microseconds') return duration(value / 1e6);
  if (unit === 'milliseconds') return duration(value / 1e3);
  if (unit === 'seconds') return duration(value);
  if (unit === 'bytes') return bytes(value);
  return `${significant(value)} ${plain(unit, 20)}`.trim();
}

/** Three significant digits in the largest unit that makes at least one; `unit` is the one of zero. */
function scaled(
  value: number,
  unit: string,
  sizes: readonly (readonly [string, number])[],
): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  if (value === 0) return `0 ${unit}`;
  // 0.9995 is shown as 1.00.
  const [name, size] = sizes.find(([, size]) => Math.abs(value) / size >= 0.9995) ??
    sizes.at(-1) ?? [unit, 1];
  return `${significant(value / size)} ${name}`;
}

/** Three significant digits, at most two decimals, thousands separated. */
function significant(value: number): string {
  const size = Math.abs(value);
  return grouped(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

/** Fixed decimals with an explicit sign; what rounds to zero has none. */
function signed(value: number, decimals: number): string {
  const shown = grouped(value, decimals);
  return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** At most so many decimals, without zeros at the end. */
function short(value: number, decimals: number): string {
  return grouped(value, decimals)
    .replace(/(\.\d*?)0+$/u, '$1')
    .replace(/\.$/u, '');
}

/**
 * Fixed decimals with thousands separators and no negative zero, or powers of ten where the digits would run
 * on.
 */
function grouped(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const size = Math.abs(value);
  const shown = size < 1e15 ? separated(size, decimals) : size.toExponential(2);
  return value < 0 && /[1-9]/.test(shown) ? MINUS + shown : shown;
}

/** Not by `Intl`: to load it takes as long as all else in a report. */
function separated(size: number, decimals: number): string {
  const [whole = '', part] = size.toFixed(decimals).split('.');
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return part === undefined ? thousands : `${thousands}.${part}`;
}

function percent(shown: string): string {
  return shown === UNKNOWN ? UNKNOWN : `${shown}%`;
}

function decimalsOf(value: number): number {
  return Math.abs(value) < 0.0995 ? 2 : 1;
}
