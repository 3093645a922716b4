import type { FunctionPattern } from './config.ts';

/** A rise that is accepted for a while. It is measured and shown all the same. */
export interface Waiver extends FunctionPattern {
  /** Fraction of the base's CPU: 0.05 for 5 points. */
  readonly ceiling: number;
  readonly reason: string;
  /** Where it is followed up; undefined for nowhere. */
  readonly issue: string | undefined;
  /** The last day, UTC: `2027-01-31`. */
  readonly expires: string;
  /** Whether that day is over. */
  readonly isExpired: boolean;
  /** Who gave it on GitHub, and where; absent for one of the configuration. */
  readonly given?: WaiverOrigin;
}

/** Where a waiver comes from that is no part of the configuration. */
export interface WaiverOrigin {
  /** Somebody's login. Untrusted. */
  readonly by: string;
  /** Page that shows it. */
  readonly url: string;
}

/** The day, UTC: `2026-11-29`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Whether the last day of a waiver is over. */
export function isExpired(expires: string, now: Date): boolean {
  return expires < dayOf(now);
}

/** Whether a text is a day that exists: `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}
