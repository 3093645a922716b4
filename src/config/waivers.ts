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
