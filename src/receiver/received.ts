import type { Answer } from './problem.ts';
import type { Arrival } from './upload.ts';

/** Pyroscope's own name for a service that gives none. */
export const NAMELESS = 'unknown_service';

/** What one request brought, whatever its protocol. */
export interface Received {
  /** None for an empty request, which Pyroscope's server accepts and forgets as well. */
  readonly arrivals: readonly Arrival[];
  /** What the protocol expects on success, when it is more than the status. */
  readonly answer?: Answer;
}
