import type { PyroscopeConnection } from './connection.ts';
import type { SideQuery } from './sides.ts';

/** What to compare, from one server. */
export interface RoundsQuery extends PyroscopeConnection {
  readonly base: SideQuery;
  readonly head: SideQuery;
  /** A sample type, such as `cpu`, a kind, or a whole profile type id. */
  readonly profileType: string;
  /** Parts that each window is cut into; part i of base and part i of head are a pair. */
  readonly slices: number;
  /** Label whose values tell rounds apart; undefined when slices serve as rounds. */
  readonly roundLabel: string | undefined;
  /** Longest time for one answer. */
  readonly answerTimeoutMs: number;
}
