/** One profile that a service pushed, before it is decoded. */
export interface Upload {
  /** Application name without labels: `shop` of `shop{region=eu}`. Untrusted. */
  readonly service: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The SDK's own name for itself, such as `nodespy`; `flamegate` for our own Node profiler. */
  readonly spy: string;
  /** pprof, possibly gzipped. */
  readonly pprof: Uint8Array;
  /** When it arrived, milliseconds since the epoch on our own clock. */
  readonly receivedAt: number;
  /** The window that the sender claims, in milliseconds since the epoch; coarse (whole seconds for Node). */
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** Something that was pushed and could not be used; shown in the report, never dropped in silence. */
export interface Refusal {
  readonly reason: string;
  readonly hint: string;
}
