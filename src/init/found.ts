/** How a service is started, as far as the repository tells. */
export interface Found {
  /** What it was found in, for the comment: `package.json`. */
  readonly from: string;
  readonly name?: string | undefined;
  readonly build?: string | undefined;
  readonly start: string;
  /** For a service that answers with a pprof of itself. */
  readonly scrapeUrl?: string | undefined;
  /** What the user has to see to. */
  readonly notes?: readonly string[];
}

/** A service for the file. */
export interface FoundService extends Found {
  readonly name: string;
  /** Relative to the top, `.` for the top. */
  readonly directory: string;
  /** Path that answers when the service is ready, `/health`; undefined when none was seen. */
  readonly readyPath: string | undefined;
  /** Paths that a GET is answered at. */
  readonly routes: readonly string[];
}
