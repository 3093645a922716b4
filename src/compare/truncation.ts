import type { CostTable } from './table.ts';

/**
 * Says so when a server cut profiles off (Pyroscope's `max-nodes` folds what is left into `other`). What
 * was cut off may hold the rise that is looked for, so such profiles are never a pass.
 */
export function truncationWarning({ truncated: { base, head } }: CostTable): string | undefined {
  if (base === 0 && head === 0) return undefined;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `the server cut profiles off: ${percent(base)} of the base's cost and ${percent(head)} of the head's is in no function; a rise there can't be seen. Raise its limit of nodes, or compare shorter times`;
}
