import type { Waiver } from './config.ts';

/** The day, UTC: `2026-11-29`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Whether the last day of a waiver is over. */
export function isExpired(expires: string, now: Date): boolean {
  return expires < dayOf(now);
}

const COMMAND =
  /^\/flamegate\s+waive\s+(?:`([^`]+)`|(\S+))\s+(\d+(?:\.\d+)?)(?:\s+points?)?\s+until\s+(\d{4}-\d\d-\d\d)\s*:?\s+(\S.*)$/u;

/**
 * A waiver as somebody writes it in a comment: `/flamegate waive scoreOne 5 points until 2027-01-31: exact prices, #123`.
 * Whether they may is for the caller to find out.
 *
 * @returns undefined for a line that is no such command; a text for one that is, and is wrong
 */
export function parseWaiver(line: string, now: Date): Waiver | string | undefined {
  if (!/^\/flamegate\s+waive\b/u.test(line)) return undefined;
  const match = COMMAND.exec(line.trim());
  if (match === null) {
    return 'a waiver is like `/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`';
  }
  const [, quoted, word, points, expires = '', reason = ''] = match;
  const ceiling = Number(points) / 100;
  if (ceiling <= 0 || ceiling > 1) return 'a waiver accepts more than 0 and at most 100 points';
  if (!isDay(expires)) return `there is no day ${expires}`;
  const issue = /(?:^|\s)(#\d+|https?:\/\/\S+)/u.exec(reason)?.[1];
  return {
    functions: quoted ?? word ?? '',
    ceiling,
    reason,
    issue,
    expires,
    isExpired: isExpired(expires, now),
  };
}

/** Whether a text is a day that exists: `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}
