import { dayOf, isExpired, type Waiver } from '../config/waivers.ts';
import { ceilingOf } from './ceiling.ts';

/** How long the waiver of a label lasts from when the label was set: a label has no room for a day. */
const LABEL_DAYS = 14;

const DAY_MS = 86_400_000;

const LABEL = /^flamegate:\s*waive\s+(?:`([^`]+)`|(.*\S))\s+(\d+(?:\.\d+)?)(?:\s+points?)?$/u;

/** Whether a label means to waive something, well or badly. */
export function isWaiverLabel(name: string): boolean {
  return /^flamegate:\s*waive(?!\S)/u.test(name);
}

/**
 * The waiver that a label is: `flamegate: waive scoreOne 5`. Whether who set it may is for the caller to find out.
 * @returns a text for a label that is wrong
 */
export function parseLabel(name: string, setAt: Date, now: Date): Waiver | string {
  const match = LABEL.exec(name.trim());
  if (match === null) return 'a label that waives is like `flamegate: waive scoreOne 5`';
  const [, quoted, words = '', points = ''] = match;
  const ceiling = ceilingOf(points);
  if (typeof ceiling === 'string') return ceiling;
  const expires = dayOf(new Date(setAt.getTime() + LABEL_DAYS * DAY_MS));
  return {
    functions: quoted ?? words,
    ceiling,
    reason: `label “${name}”`,
    issue: undefined,
    expires,
    isExpired: isExpired(expires, now),
  };
}
