import type { Reply } from './reply.ts';
import { failure } from './reply.ts';

/**
 * Trouble on the way.
 * - a reply: sent instead of handling the request
 * - `reset`: the connection is cut instead of an answer
 * - `lost`: the request is handled, and then the connection is cut
 * - `hang`: no answer until the client gives up
 * - `truncated`: half of the answer, then the connection is cut
 */
export type Trouble = Reply | 'reset' | 'lost' | 'hang' | 'truncated';

export interface Fault {
  readonly trouble: Trouble;
  /** Only requests of this method; all by default. */
  readonly method?: string;
  /** Only requests of this operation; all by default. */
  readonly operation?: string;
  /** How often; 1 by default, Infinity for always. */
  readonly times?: number;
}

/** The faults that are still to happen. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** The trouble that meets a request; undefined for none. */
  next(method: string, operation: string | undefined): Trouble | undefined {
    const hit = this.#pending.find(
      ({ fault }) =>
        (fault.method ?? method) === method && (fault.operation ?? operation) === operation,
    );
    if (hit === undefined) return undefined;
    hit.left -= 1;
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return hit.fault.trouble;
  }
}

export const BAD_GATEWAY: Reply = {
  status: 502,
  body: '<html><body>502 Bad Gateway</body></html>',
  headers: { 'content-type': 'text/html' },
};

/** GitHub's two forms of a rate limit: the hourly one is a 403, the secondary one can be a 429. */
export function rateLimited(status: 403 | 429, retryAfterSeconds: number): Reply {
  const limit =
    status === 403 ? 'API rate limit exceeded' : 'You have exceeded a secondary rate limit';
  const headers = { 'retry-after': String(retryAfterSeconds), 'x-ratelimit-remaining': '0' };
  return { ...failure(status, `${limit}. Please wait.`), headers };
}
