/** What the name of a release's tag says about the order of releases. */
export interface Version {
  /** `1.4.2` or `2026.11.20`, most significant first. */
  readonly numbers: readonly number[];
  /** `rc.1` as `rc` and 1; empty unless it is a pre-release. */
  readonly preRelease: readonly (string | number)[];
}

/** From this first number on, it is a year. */
const FIRST_YEAR = 1970;

/** A day, maybe with a number of the release on that day: `2026-11-20`, `20261120`, `2026-11-20.2`. */
const DAY = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[.-](\d{1,9}))?$/;

/**
 * Two to four numbers, maybe a pre-release as Semantic Versioning writes it (`-rc.1`) or as Python and Ruby do
 * (`rc1`, `.beta2`), and build metadata, which has no part in the order.
 */
const NUMBERS =
  /^(\d{1,9}(?:\.\d{1,9}){1,3})(?:-([0-9a-z.-]+)|\.?((?:a|alpha|b|beta|c|cr|rc|m|pre|preview|dev)\.?\d*))?(?:\+[0-9a-z.-]+)?$/i;

/** Reads a version or a date, maybe behind a `v`; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const bare = text.replace(/^v(?=\d)/i, '');
  const [, year, , month, day, nth] = DAY.exec(bare) ?? [];
  if (year !== undefined) {
    const numbers = [year, month, day, nth].flatMap((part) =>
      part === undefined ? [] : [Number(part)],
    );
    return isDate({ numbers, preRelease: [] }) ? { numbers, preRelease: [] } : undefined;
  }
  const [, dotted, semantic, glued] = NUMBERS.exec(bare) ?? [];
  if (dotted === undefined) return undefined;
  const numbers = dotted.split('.').map(Number);
  const rest = (semantic ?? glued ?? '').toLowerCase();
  // The second release of a day, and not one before it.
  if (isDate({ numbers, preRelease: [] }) && /^\d+$/.test(rest)) {
    return { numbers: [...numbers, Number(rest)], preRelease: [] };
  }
  return { numbers, preRelease: identifiers(rest) };
}

/** Whether it starts with a year: such versions and others have no order between them. */
export function isDate({ numbers: [first = 0] }: Version): boolean {
  return first >= FIRST_YEAR;
}

export function isPreRelease({ preRelease }: Version): boolean {
  return preRelease.length > 0;
}

/** Negative when `a` comes before `b`. A pre-release comes before its release; `rc2` before `rc10`. */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const order = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (order !== 0) return order;
  }
  if (isPreRelease(a) !== isPreRelease(b)) return isPreRelease(a) ? -1 : 1;
  return compareIdentifiers(a.preRelease, b.preRelease);
}

/** Letters and digits apart, so that numbers count as such wherever they stand. */
function identifiers(text: string): (string | number)[] {
  return (text.match(/\d+|[a-z]+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));
}

/** As Semantic Versioning has it: numbers before names, and the longer of two that begin alike comes last. */
function compareIdentifiers(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const order = compareIdentifier(a[at] ?? 0, b[at] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifier(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  return typeof a === 'number' ? -1 : 1;
}
