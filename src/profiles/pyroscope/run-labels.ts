/** Labels under which a run's profiles are sent on, besides `service_name` and `service_git_ref`. */
export const RUN_LABELS = {
  /** Tells a run from all others. */
  run: 'flamegate_run',
  side: 'flamegate_side',
  round: 'flamegate_round',
  /** Requests that the round's profiles stand for; missing when nobody counted. */
  requests: 'flamegate_requests',
} as const;
