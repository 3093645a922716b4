/** How often a request is made again, and for how long. */
export interface RetryPlan {
  /** Requests in all. */
  readonly attempts: number;
  /** Pause after the first; each further one is twice as long. */
  readonly firstPauseMs: number;
  /** No request begins later than this after the first one did. */
  readonly deadlineMs: number;
}

/** What is known when a request has failed for now. */
export interface FailedAttempt {
  /** Requests made so far. */
  readonly attempts: number;
  readonly elapsedMs: number;
  /** How long the server asks to be left alone; undefined when it does not say. */
  readonly retryAfterMs: number | undefined;
}

/** How long to wait before the next request; undefined when there must be none. */
export function pauseBeforeRetry(
  plan: RetryPlan,
  { attempts, elapsedMs, retryAfterMs }: FailedAttempt,
): number | undefined {
  if (attempts >= plan.attempts) return undefined;
  const pause = retryAfterMs ?? plan.firstPauseMs * 2 ** (attempts - 1);
  return elapsedMs + pause <= plan.deadlineMs ? pause : undefined;
}

/**
 * Milliseconds that a `Retry-After` asks for: seconds, or an HTTP date.
 * @param nowMs milliseconds since the epoch
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/u.test(text)) return Number(text) * 1000;
  // Other texts are dates to JavaScript, too: "-5", for one.
  const date = /^[A-Z][a-z]{2}, /u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
