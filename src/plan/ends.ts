/** One of the two commits. */
export interface PlannedCommit {
  /** What the user or the event named: a branch, a tag, a commit; for reports. Untrusted. */
  readonly ref: string;
  /** Full commit id. It is in the local repository. */
  readonly commit: string;
}

/** The two commits that are compared, and what a reader should know about the choice. */
export interface Ends {
  readonly base: PlannedCommit;
  readonly head: PlannedCommit;
  /** A sentence each. May contain untrusted text. */
  readonly warnings: readonly string[];
}
