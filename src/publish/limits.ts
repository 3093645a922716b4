/**
 * Most UTF-8 bytes of a comment. GitHub's error message says 65,536 characters while its servers took
 * 262,144 bytes in 2026; this stays below either reading. An issue's body has the first limit.
 */
export const COMMENT_BUDGET_BYTES = 60_000;

/** Most UTF-8 bytes of a check run's summary, and of its text: GitHub takes 65,535 of each. */
export const CHECK_BUDGET_BYTES = 60_000;

/**
 * Most UTF-8 bytes of a job summary. The runner drops a file over 1 MiB as a whole
 * (actions/runner, `CreateStepSummaryCommand.AttachmentSizeLimit`); the rest is room for our note.
 */
export const SUMMARY_BUDGET_BYTES = 1_000_000;

/** Annotations of one level that GitHub keeps of a step (actions/runner, `_maxCountPerIssueType`). */
export const ANNOTATIONS_PER_STEP = 10;

/** Annotations of a check run that GitHub takes at a time. */
export const ANNOTATIONS_PER_REQUEST = 50;

/**
 * How long another run may take between its look at what there is and its own writing, in milliseconds. GitHub has no
 * way to write only if nothing changed, so whoever wrote looks again after this time.
 */
export const SETTLE_MS = 2000;
