/** The configuration of a run, complete and checked. Built by `config/`; nobody else reads inputs. */

export type Mode = 'fail' | 'comment' | 'observe';
export type Profiler = 'auto' | 'sdk' | 'node';

/** One HTTP request of the built-in load; several are sent in turn. */
export interface LoadRequest {
  readonly method: string;
  /** Path with query, from the root: `/search?q=tea`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface ServiceConfig {
  /** Service name for reports; the Pyroscope application name when the SDK does not set one. */
  readonly name: string;
  /** Folder inside the repository where the commands run, relative, `.` for the root. */
  readonly directory: string;
  /** Shell command, run once per side; undefined when there is nothing to build. */
  readonly build: string | undefined;
  /** Shell command; `{port}` is replaced, `PORT` is set. */
  readonly start: string;
  /** URL that answers 2xx or 3xx when the service is ready; `{port}` is replaced. */
  readonly readyUrl: string;
  readonly buildTimeoutMs: number;
  readonly readyTimeoutMs: number;
  /** How long the process group may take to flush and exit after SIGTERM, before SIGKILL. */
  readonly stopTimeoutMs: number;
}

export interface LoadConfig {
  /** Root URL of the target; `{port}` is replaced. */
  readonly url: string;
  readonly requests: readonly LoadRequest[];
  readonly connections: number;
  /** Requests a second over all connections; undefined for as fast as answers come (closed loop). */
  readonly rate: number | undefined;
  readonly durationSeconds: number;
  readonly warmupSeconds: number;
  /** Shell command that replaces the built-in load. */
  readonly command: string | undefined;
  /** Largest tolerated fraction of failed requests: 0.01 for 1 %. */
  readonly maxFailed: number;
}

export interface ProfilingConfig {
  readonly profiler: Profiler;
  /** Sample type that is compared: `cpu`. */
  readonly profileType: string;
  /** Samples per second asked of profilers that we control. */
  readonly sampleRate: number;
}

export interface Policy {
  /** Fraction of the base's CPU per request: 0.01 for 1 point. */
  readonly maxIncrease: number;
  /** Fraction of the function's own base cost: 0.05 for 5 %. */
  readonly minRelative: number;
  /** Family-wise error rate of one gate: 0.01. */
  readonly alpha: number;
}
