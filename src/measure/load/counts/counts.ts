/** What a load program counted over a whole run. */
export interface Counts {
  readonly succeeded: number;
  readonly failed: number;
}

/**
 * Reads one format of a load program's result. Undefined means that the value is of another format;
 * a string says what is wrong with one that is of this format.
 */
export type CountsReader = (value: Record<string, unknown>) => Counts | string | undefined;

/** The value as an object that is no array, or undefined. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}

/** The value as a count: a whole number from 0 up; or undefined. */
export function asCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Counts from all requests and the failed ones among them. */
export function fromTotal(total: number, failed: number, what: string): Counts | string {
  if (failed > total) return `${what}: ${failed} of ${total} requests failed`;
  return { succeeded: total - failed, failed };
}
