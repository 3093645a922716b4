import type { Clock } from './clock.ts';
import { ask, type ReadBody, type ServerRequest } from './request.ts';
import { pauseBeforeRetry, type RetryPlan } from './retry.ts';
import type { Refusal } from './server-errors.ts';

/** When a request is made again. */
export interface Persistence {
  readonly retries: RetryPlan;
  /** Does a refusal pass by itself, and is it safe to ask again? */
  readonly mayPass: (refusal: Refusal) => boolean;
  readonly clock: Clock;
}

/**
 * Makes a request, and again for as long as it is refused only for now and the plan allows it.
 * @throws as `ask` does
 */
export async function askAgain<Result>(
  request: ServerRequest,
  read: ReadBody<Result>,
  { retries, mayPass, clock }: Persistence,
): Promise<{ readonly answer: Result } | Refusal> {
  const start = performance.now();
  for (let attempts = 1; ; attempts++) {
    const came = await ask(request, read);
    if ('answer' in came || !mayPass(came)) return came;
    const { retryAfterMs } = came;
    const elapsedMs = performance.now() - start;
    const pause = pauseBeforeRetry(retries, { attempts, elapsedMs, retryAfterMs });
    if (pause === undefined) return came;
    await clock.pause(pause);
  }
}
