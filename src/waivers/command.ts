import { isDay, isExpired, type Waiver } from '../config/waivers.ts';
import { ceilingOf } from './ceiling.ts';

/** Longest line, in UTF-16 units: a reason is a sentence. */
const MAX_LINE = 500;

const FORM = 'a waiver is like `/flamegate waive scoreOne 5 points until 2027-01-31: why, #123`';

const COMMAND =
  /^\/flamegate\s+waive\s+(?:`([^`]+)`|(\S+))\s+(\d+(?:\.\d+)?)(?:\s+points?)?\s+until\s+(\d{4}-\d\d-\d\d)\s*:?\s+(\S.*)$/u;

/**
 * A waiver as somebody writes it in a comment: `/flamegate waive scoreOne 5 points until 2027-01-31: exact prices, #123`.
 * Whether they may is for the caller to find out.
 *
 * @returns undefined for a line that is no such command; a text for one that is, and is wrong
 */
export function parseCommand(line: string, now: Date): Waiver | string | undefined {
  if (!/^\/flamegate\s+waive(?!\S)/u.test(line)) return undefined;
  if (line.length > MAX_LINE) return `a waiver has at most ${MAX_LINE} characters`;
  const match = COMMAND.exec(line.trim());
  if (match === null) return FORM;
  const [, quoted, word, points = '', expires = '', reason = ''] = match;
  const ceiling = ceilingOf(points);
  if (typeof ceiling === 'string') return ceiling;
  if (!isDay(expires)) return `there is no day ${expires}; ${FORM}`;
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
