/**
 * How much others disturbed a round, for instance neighbours on the same physical machine: its time
 * sorted by how long the machine took for a piece of work that is always the same. In ascending order.
 */
export type Disturbance = readonly DisturbanceLevel[];

/** The slices of time in which the machine was equally fast. */
export interface DisturbanceLevel {
  /** Microseconds that the fixed work took. Levels of all rounds of a run have the same steps. */
  readonly beat: number;
  /** Requests that the service answered in these slices. */
  readonly requests: number;
  /** CPU time that it used in them. */
  readonly cpuMs: number;
}
