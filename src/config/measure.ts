/** Numbers as users write them. */
export type MeasureKind = 'integer' | 'number' | 'percent' | 'duration';

/** Smallest and largest value, in the unit of the kind as written. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

interface Form {
  readonly pattern: RegExp;
  readonly what: string;
}

const FORMS: Readonly<Record<MeasureKind, Form>> = {
  integer: { pattern: /^(-?\d+)$/u, what: 'a whole number' },
  number: { pattern: /^(-?\d+(?:\.\d+)?)$/u, what: 'a number' },
  percent: { pattern: /^(-?\d+(?:\.\d+)?) ?%?$/u, what: 'a percentage' },
  duration: {
    pattern: /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/u,
    what: 'a duration such as 90s or 5m',
  },
};

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/**
 * Reads a number: `5%` is 5, durations come in seconds.
 * @returns the number, or what is wrong with the text
 */
export function parseMeasure(text: string, kind: MeasureKind, range: Range): number | string {
  const { pattern, what } = FORMS[kind];
  const match = pattern.exec(text);
  if (match === null) return `must be ${what}; it is “${text}”`;
  const value = Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 1);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (value < min || value > max) return `must be ${rangeText(min, max)}; it is “${text}”`;
  return value;
}

/** The form of a kind, for those who check it elsewhere. */
export function measurePattern(kind: MeasureKind): string {
  return FORMS[kind].pattern.source;
}

function rangeText(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return `from ${min} to ${max}`;
}
