/** What is known of a profile besides its bytes. */
export interface UploadFacts {
  /** Application name without labels: `shop` of `shop{region=eu}`. Untrusted. */
  readonly service: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The SDK's own name for itself, such as `nodespy`; `flamegate` for our own Node profiler. */
  readonly spy: string;
  /** When it arrived, milliseconds since the epoch on our own clock. */
  readonly receivedAt: number;
  /** The window that the sender claims, in milliseconds since the epoch; coarse (whole seconds for Node). */
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** A profile that has just arrived, in memory. */
export interface Arrival extends UploadFacts {
  /** pprof, possibly gzipped. */
  readonly pprof: Uint8Array;
}

/** One profile that a service pushed, on disk, before it is decoded. */
export interface Upload extends UploadFacts {
  /** In bytes. */
  readonly size: number;
  /**
   * Reads it: pprof, possibly gzipped. Possible until its round is discarded.
   * @throws FlamegateError of kind `measurement` when it is not there any more
   */
  readonly pprof: () => Uint8Array;
}

/** Something that was pushed and could not be used; shown in the report, never dropped in silence. */
export interface Refusal {
  readonly reason: string;
  readonly hint: string;
}
