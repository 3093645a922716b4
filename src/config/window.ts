/** An interval in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

const FORM =
  'must be START/END, each like 2026-11-20T10:00:00Z, or START..END, where times like now, now-24h, now-8d and now-1d/d will do too, of the units s, m, h, d, w';

/** ISO dates and times need a zone: a runner's own is nobody's. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/u;

/** Times as Grafana writes them: steps from now, one after the other. A number may be missing: `now-d`. */
const RELATIVE = /^now(?:[+-]\d{0,6}[smhdw]|\/[smhdw]){0,8}$/u;
const STEP = /([+-])(\d*)([smhdw])|\/([smhdw])/gu;

const SECOND = 1000;
const UNITS: Readonly<Record<string, number>> = {
  s: SECOND,
  m: 60 * SECOND,
  h: 3600 * SECOND,
  d: 86_400 * SECOND,
  w: 7 * 86_400 * SECOND,
};

/** Weeks begin on Monday; the epoch was a Thursday. */
const FIRST_MONDAY = 4 * 86_400 * SECOND;

/**
 * `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`, or `now-8d..now-7d` in UTC; returns what is wrong as a text.
 * @param now milliseconds since the epoch; both sides need the same, so that their hours of the day meet
 */
export function parseWindow(text: string, now: number): Window | string {
  // A slash also stands in `now/d`, so it only parts times that are none of these.
  const separator = text.includes('..') || text.includes('now') ? '..' : '/';
  const parts = text.split(separator);
  const [start = '', end = ''] = parts.map((part) => part.trim());
  const from = timeOf(start, now, 'start');
  const until = timeOf(end, now, 'end');
  if (parts.length !== 2 || from === undefined || until === undefined) {
    return `${FORM}; it is “${text}”`;
  }
  if (from >= until) return `must end after it starts; it is “${text}”`;
  if (end.startsWith('now') && until > now) {
    const last = new Date(until).toISOString();
    return `must not end in the future: “${end}” is ${last}, as /d at the end of a window is the end of that day`;
  }
  return { from, until };
}

/** The inverse of `parseWindow`, without anything that is relative to now. */
export function windowText({ from, until }: Window): string {
  return [from, until].map((time) => new Date(time).toISOString().replace('.000Z', 'Z')).join('/');
}

function timeOf(text: string, now: number, edge: 'start' | 'end'): number | undefined {
  if (RELATIVE.test(text)) return relativeTime(text, now, edge);
  const time = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** As in Grafana, `/d` is the beginning of a day where a window starts, and the day's end where it ends. */
function relativeTime(text: string, now: number, edge: 'start' | 'end'): number {
  let time = Math.floor(now / SECOND) * SECOND;
  for (const [, sign, number = '', unit = '', rounded] of text.matchAll(STEP)) {
    if (rounded === undefined) {
      const length = Number(number || 1) * (UNITS[unit] ?? 0);
      time += sign === '-' ? -length : length;
    } else {
      const length = UNITS[rounded] ?? 1;
      const origin = rounded === 'w' ? FIRST_MONDAY : 0;
      const start = Math.floor((time - origin) / length) * length + origin;
      time = edge === 'start' ? start : start + length;
    }
  }
  return time;
}
