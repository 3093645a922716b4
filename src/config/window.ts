/** An interval in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

const FORM = 'must be START/END, each like 2026-11-20T10:00:00Z';

/** ISO dates and times need a zone: a runner's own is nobody's. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/u;

/** `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`; returns what is wrong as a text. */
export function parseWindow(text: string): Window | string {
  const parts = text.split('/');
  const [start = '', end = ''] = parts;
  if (parts.length !== 2 || !INSTANT.test(start) || !INSTANT.test(end)) {
    return `${FORM}; it is “${text}”`;
  }
  const from = Date.parse(start);
  const until = Date.parse(end);
  if (Number.isNaN(from) || Number.isNaN(until)) return `${FORM}; it is “${text}”`;
  if (from >= until) return `must end after it starts; it is “${text}”`;
  return { from, until };
}
