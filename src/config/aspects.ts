/**
 * In what the two sides of a comparison can differ besides their code, as users name it. Sides that
 * differ in one of them are refused unless they are allowed to.
 * - `cpu`: model of the CPU and what governs its frequency.
 * - `cores`: CPUs that may be used, and the control group's quota.
 * - `memory`: memory that may be used.
 * - `system`: operating system and architecture.
 * - `runtime`: the language's runtime and its version.
 * - `sampling`: the profiler, and how often it samples.
 * - `losses`: how much of the CPU time that was used is in the profiles.
 * - `symbols`: how much of the cost has functions' names.
 */
export const ASPECTS = [
  'cpu',
  'cores',
  'memory',
  'system',
  'runtime',
  'sampling',
  'losses',
  'symbols',
] as const;

export type Aspect = (typeof ASPECTS)[number];
