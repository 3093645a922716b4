import type { Aspect } from './aspects.ts';
import type { Waiver } from './waivers.ts';
import type { Window } from './window.ts';

/** The configuration of a run, complete and checked. Built by `config/`; nobody else reads inputs. */

/** What a comparison may do: be seen only by who looks, comment, or fail the check. */
export type Mode = 'observe' | 'comment' | 'block';
export type Profiler = 'auto' | 'sdk' | 'node';

/** What follows from a comparison of a service, and who hears of it. Never a part of its verdict. */
export interface Handling {
  /** How much of it is told, and whether it can fail the check. */
  readonly mode: Mode;
  /** Whether «could not tell» fails where a regression would. */
  readonly onInconclusive: 'warn' | 'fail';
  /** Page that tells what to do about a regression. */
  readonly playbook?: string;
}

/** One HTTP request of the built-in load; several are sent in turn. */
export interface LoadRequest {
  readonly method: string;
  /** Path with query, from the root: `/search?q=tea`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** How a service is built, started and stopped. */
export interface ServiceConfig {
  /** As in reports. */
  readonly name: string;
  /** Folder inside the repository where the commands run: the service's own. */
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
  /** Samples per second asked of profilers that we control. */
  readonly sampleRate: number;
}

/** What a function may cost more, and how certain an alarm has to be. */
export interface Policy {
  /** Fraction of the base's CPU per request: 0.01 for 1 point. */
  readonly maxIncrease: number;
  /** Fraction of the function's own base cost: 0.05 for 5 %. */
  readonly minRelative: number;
  /** Probability of any false alarm over everything that shares it: 0.01. */
  readonly alpha: number;
  /** For functions that may do more or less than others; the first one that matches a function counts. */
  readonly rules?: readonly FunctionRule[];
  /** The first one that matches a function, and has not expired, counts. */
  readonly waivers?: readonly Waiver[];
}

/** Which functions something is for; all that is given has to match. */
export interface FunctionPattern {
  /** Names as reports have them, with `*` and `?`: `search.*`, `(garbage collector)`. */
  readonly functions?: string;
  /** Files as reports have them, with patterns as in CODEOWNERS: `src/search/`, `*.gen.go`. */
  readonly files?: string;
  /** Packages, with the same patterns: `lodash`, `github.com/acme/shop`. */
  readonly packages?: string;
}

/** What some functions may do that others may not, or the other way round. */
export interface FunctionRule extends FunctionPattern {
  /** As in `Policy`; undefined for the policy's own. */
  readonly maxIncrease: number | undefined;
  readonly minRelative: number | undefined;
  /** Never judged. */
  readonly isIgnored: boolean;
  /** For all services together: not every one of them need have such a function. */
  readonly isShared?: true;
}

/** A profile type that is compared, by its own thresholds. */
export interface TypeConfig {
  /** Sample type, such as `cpu`; of a Pyroscope server also a kind or a whole profile type. */
  readonly profileType: string;
  readonly policy: Policy;
}

/** What the results for a service depend on, besides its profiles. */
export interface JudgedService {
  /** For reports; the Pyroscope application name when the SDK does not set one. */
  readonly name: string;
  /** What is compared; empty for all types that were recorded. */
  readonly types: readonly TypeConfig[];
  /** For types that nobody named. */
  readonly policy: Policy;
  /** In what the sides may differ besides their code. */
  readonly allowDifferent: readonly Aspect[];
  readonly handling: Handling;
}

/** A service under the gate, wherever its profiles come from. */
export interface GatedService extends JudgedService {
  /** Its folder in the repository, relative, `.` for the root. */
  readonly directory: string;
  /** Patterns of files as in CODEOWNERS, and who owns what matches; the last one that does counts. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

/** Which tags are releases. */
export interface ReleaseRules {
  /** A tag's name with `*` where the version stands: `*`, `shop@*`. */
  readonly pattern: string;
  readonly preReleases: 'skip' | 'include';
}

/** Which of two commits; undefined where the event, the checkout or a server's labels decide. */
export interface CommitsConfig {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly releases: ReleaseRules;
}

/** A side's profiles in a Pyroscope server. */
export interface PyroscopeSide extends Window {
  /** Label matchers: `{service_name="shop"}`; may hold `{ref}` where the side's ref belongs. */
  readonly selector: string;
  /** Requests served in the window; undefined when nobody counted. */
  readonly requests: number | undefined;
}

/** A Pyroscope server, and who asks it. */
export interface PyroscopeConfig {
  readonly url: string;
  readonly tenant: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
  /** Further headers; their values are secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** Longest time for one answer to a question. */
  readonly answerTimeoutMs: number;
}

/** Files that the result is written to, besides what the terminal and GitHub show. */
export interface OutputConfig {
  readonly json: string | undefined;
  readonly markdown: string | undefined;
  /** For the run that reports a measurement of code that is not trusted. */
  readonly handOff: string | undefined;
}

export interface PublishConfig {
  readonly comment: 'problems' | 'always' | 'never';
  readonly commentKey: string;
  /** A check run with the verdict on the commit that was measured. */
  readonly check: 'always' | 'never';
  /** When every finding gets an issue of its own. */
  readonly issues: 'schedule' | 'always' | 'never';
  readonly token: string | undefined;
}

interface CommonConfig {
  /** What is accepted in all services besides their own waivers, as by a comment of somebody who may write; counts first. */
  readonly waivers: readonly Waiver[];
  /** Whether what people who may write have waived on the pull request is added to these. */
  readonly pullRequestWaivers: 'accept' | 'ignore';
  readonly timeoutMs: number;
  readonly output: OutputConfig;
  readonly publish: PublishConfig;
}

/** A service that is built, started and loaded. */
export interface MeasuredService extends GatedService {
  readonly types: OneOrMore<TypeConfig>;
  readonly serviceProcess: ServiceConfig;
  readonly load: LoadConfig;
  readonly profiling: ProfilingConfig;
  /** Pairs of rounds before the first look, and at which the search ends. */
  readonly plan: { readonly first: number; readonly most: number };
  /** No stage of rounds is begun that would probably end later than this; undefined for no limit. */
  readonly timeBudgetMs: number | undefined;
  /** Whether a change without effect on what is built is measured all the same. */
  readonly measure: 'changed' | 'always';
  /** Patterns, as in CODEOWNERS, of files that the service never loads. */
  readonly unusedPaths: readonly string[];
}

/** Build, load and compare two commits. */
export interface RunConfig extends CommonConfig {
  readonly job: 'run';
  readonly commits: CommitsConfig;
  /** What happens to code of forks where it could reach a secret. */
  readonly forkCode: 'refuse' | 'build';
  readonly services: OneOrMore<MeasuredService>;
  /** Whether the commit is searched for that made a function slower. */
  readonly bisect: boolean;
  /** Folder to keep the recorded rounds in; undefined for a temporary one. */
  readonly bundle: string | undefined;
  /** Where the profiles are sent on to; undefined for nowhere. */
  readonly forwardTo: PyroscopeConfig | undefined;
}

/** Compare rounds that were recorded earlier. */
export interface FilesConfig extends CommonConfig {
  readonly job: 'compare-files';
  readonly manifest: string;
  /** The rounds are of one of these, or of the only one. */
  readonly services: OneOrMore<GatedService>;
}

/** A service whose profiles a Pyroscope server holds. */
export interface ServedService extends GatedService {
  readonly types: OneOrMore<TypeConfig>;
  readonly base: PyroscopeSide;
  readonly head: PyroscopeSide;
  /** Parts that each window is cut into; they serve as rounds. */
  readonly slices: number;
  /** Label whose values tell rounds apart, instead of slices. */
  readonly roundLabel: string | undefined;
}

/** Compare what a Pyroscope server holds. */
export interface ServerConfig extends CommonConfig {
  readonly job: 'compare-server';
  readonly commits: CommitsConfig;
  readonly pyroscope: PyroscopeConfig;
  readonly services: OneOrMore<ServedService>;
}

/** Report what another run has measured and handed on. */
export interface ReportConfig extends CommonConfig {
  readonly job: 'report';
  /** The file. */
  readonly handOff: string;
  readonly services: OneOrMore<GatedService>;
}

export type OneOrMore<T> = readonly [T, ...T[]];

export type Config = RunConfig | FilesConfig | ServerConfig;

/** Put a gate to the test on the user's own service: does it cry wolf, is it blind? */
export interface SelfTestConfig {
  /** The gate under test, of one service; both of its commits are the same. */
  readonly gate: RunConfig;
  /** Pairs of rounds in which the commit is compared with itself. */
  readonly pairs: number;
  /** Size of the planted slowdown, as a fraction of the base's CPU per request: 0.05 for 5 %. */
  readonly canary: number;
}

/** Make a report again from its bundle. */
export interface ReplayConfig {
  /** Folder of the bundle. */
  readonly bundle: string;
  /** Undefined when nobody knows it. */
  readonly seal: string | undefined;
  readonly output: Pick<OutputConfig, 'json' | 'markdown'>;
}

/** Examine a Pyroscope server as a comparison would use it. */
export interface DoctorConfig {
  readonly commits: CommitsConfig;
  readonly pyroscope: PyroscopeConfig;
  readonly service: ServedService;
  readonly timeoutMs: number;
  /** File to write the diagnosis to. */
  readonly json: string | undefined;
}
