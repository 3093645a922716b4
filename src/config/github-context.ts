/** What the runner and the event file say about the run that we are in. Everything is untrusted text. */
export interface GitHubContext {
  readonly eventName: string;
  /** The commit that triggered the workflow; on `pull_request` GitHub's merge commit. */
  readonly sha: string;
  readonly owner: string;
  readonly repo: string;
  /** `https://github.com` or a GitHub Enterprise server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workspace: string;
  readonly runUrl: string;
  /** Folder that the runner empties after the job. */
  readonly tempDirectory: string;
  readonly pullRequest: PullRequestContext | undefined;
}

export interface PullRequestContext {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** The head lies in another repository; the token is read-only. */
  readonly fork: boolean;
}
