/**
 * How fast the machine was during a round, in slices of time: others slow it, for instance neighbours on
 * the same physical machine.
 */
export type Disturbance = readonly DisturbanceSlice[];

/** What a service did in a slice of time, and how fast the CPUs were that it ran on. */
export interface DisturbanceSlice {
  /** Requests that it answered. */
  readonly requests: number;
  /** CPU time that it used. */
  readonly cpuMs: number;
  /**
   * Microseconds that a piece of fixed work took, and the part of the service's time in which it took as
   * long. Times are rounded to levels, which have the same steps in all rounds of a run.
   */
  readonly beats: readonly (readonly [micros: number, part: number])[];
}
