import type { Answer } from './problem.ts';
import type { Arrival } from './upload.ts';

/** What one request brought, whatever its protocol. */
export interface Received {
  /** None for an empty request, which Pyroscope's server accepts and forgets as well. */
  readonly arrivals: readonly Arrival[];
  /** What the protocol expects on success, when it is more than the status. */
  readonly answer?: Answer;
}
