/** A unit as this project writes it, and how many of it one of the profile's is. */
export interface CanonicalUnit {
  readonly unit: string;
  readonly factor: number;
}

const UNITS: ReadonlyMap<string, CanonicalUnit> = new Map(
  (
    [
      ['nanoseconds', 1, ['ns', 'nanosecond', 'nanoseconds']],
      ['nanoseconds', 1e3, ['us', 'µs', 'μs', 'microsecond', 'microseconds']],
      ['nanoseconds', 1e6, ['ms', 'millisecond', 'milliseconds']],
      ['nanoseconds', 1e9, ['s', 'sec', 'second', 'seconds']],
      ['nanoseconds', 60e9, ['minute', 'minutes']],
      ['nanoseconds', 3600e9, ['hour', 'hours']],
      ['bytes', 1, ['b', 'byte', 'bytes']],
      ['bytes', 2 ** 10, ['kb', 'kib', 'kilobyte', 'kilobytes', 'kibibytes']],
      ['bytes', 2 ** 20, ['mb', 'mib', 'megabyte', 'megabytes', 'mebibytes']],
      ['bytes', 2 ** 30, ['gb', 'gib', 'gigabyte', 'gigabytes', 'gibibytes']],
      ['count', 1, ['count', 'counts', 'samples', 'objects']],
    ] as const
  ).flatMap(([unit, factor, names]) => names.map((name) => [name, { unit, factor }] as const)),
);

/**
 * The one unit of a kind that values are brought to: `nanoseconds`, `bytes` or `count`. A unit that is
 * not known stays as it is. As in google/pprof a kilobyte has 1024 bytes.
 */
export function canonicalUnit(unit: string): CanonicalUnit {
  return UNITS.get(unit.toLowerCase()) ?? { unit, factor: 1 };
}
