import type { Aspect } from './aspects.ts';

/** The configuration of a run, complete and checked. Built by `config/`; nobody else reads inputs. */

export type Mode = 'fail' | 'comment' | 'observe';
export type Profiler = 'auto' | 'sdk' | 'node';

/** What follows from a comparison of a service, and who hears of it. Never a part of its verdict. */
export interface Handling {
  /** How much of it is told, and whether it can fail the check. */
  readonly mode: Mode;
  /** Whether «could not tell» fails where a regression would. */
  readonly onInconclusive: 'warn' | 'fail';
}

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
  /** URL that answers with a pprof of the next `?seconds=N`; `{port}` is replaced; undefined for none. */
  readonly scrapeUrl: string | undefined;
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

/** Which of two commits; undefined where the event, or the checkout, decides. */
export interface CommitsConfig {
  readonly base: string | undefined;
  readonly head: string | undefined;
}

/** A side's profiles in a Pyroscope server. */
export interface PyroscopeSide {
  /** Label matchers: `{service_name="shop"}`; may hold `{ref}` where the ref belongs. */
  readonly selector: string;
  /** Commit or tag; undefined when the selector says everything. */
  readonly ref: string | undefined;
  /** Requests served in the window; undefined when nobody counted. */
  readonly requests: number | undefined;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

export interface PyroscopeConfig {
  readonly url: string;
  readonly tenant: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
  /** Further headers; their values are secret. */
  readonly headers: Readonly<Record<string, string>>;
  readonly base: PyroscopeSide;
  readonly head: PyroscopeSide;
  /** Parts that each window is cut into; they serve as rounds. */
  readonly slices: number;
}

/** Files that the result is written to, besides what the terminal and GitHub show. */
export interface OutputConfig {
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

export interface PublishConfig {
  readonly comment: 'problems' | 'always' | 'never';
  readonly commentKey: string;
  readonly token: string | undefined;
}

interface CommonConfig {
  readonly service: string;
  readonly profileType: string;
  readonly policy: Policy;
  /** In what the sides may differ besides their code. */
  readonly allowDifferent: readonly Aspect[];
  readonly handling: Handling;
  readonly timeoutMs: number;
  readonly output: OutputConfig;
  readonly publish: PublishConfig;
}

/** Build, load and compare two commits. */
export interface RunConfig extends CommonConfig {
  readonly job: 'run';
  readonly commits: CommitsConfig;
  readonly serviceProcess: ServiceConfig;
  readonly load: LoadConfig;
  readonly profiling: ProfilingConfig;
  /** Pairs of rounds before the first look, and at which the search ends. */
  readonly plan: { readonly first: number; readonly most: number };
  /** No stage of rounds is begun that would probably end later than this; undefined for no limit. */
  readonly timeBudgetMs: number | undefined;
  /** Folder to keep the recorded rounds in; undefined for a temporary one. */
  readonly bundle: string | undefined;
}

/** Compare rounds that were recorded earlier. */
export interface FilesConfig extends CommonConfig {
  readonly job: 'compare-files';
  readonly manifest: string;
}

/** Compare what a Pyroscope server holds. */
export interface ServerConfig extends CommonConfig {
  readonly job: 'compare-server';
  readonly pyroscope: PyroscopeConfig;
}

export type Config = RunConfig | FilesConfig | ServerConfig;

/** Put a gate to the test on the user's own service: does it cry wolf, is it blind? */
export interface SelfTestConfig {
  /** The gate under test; both of its commits are the same. */
  readonly gate: RunConfig;
  /** Pairs of rounds in which the commit is compared with itself. */
  readonly pairs: number;
  /** Size of the planted slowdown, as a fraction of the base's CPU per request: 0.05 for 5 %. */
  readonly canary: number;
}

/** Examine a Pyroscope server as a comparison would use it. */
export interface DoctorConfig {
  readonly pyroscope: PyroscopeConfig;
  readonly profileType: string;
  readonly policy: Policy;
  readonly timeoutMs: number;
  /** File to write the diagnosis to. */
  readonly json: string | undefined;
}
