/**
 * The one table of options. Action inputs, command-line flags, their help, `action.yml` and
 * `docs/options.md` are all made from it, so that they cannot disagree.
 */

/** What the command line can be asked to do; the Action chooses by its inputs. */
export type Command = 'run' | 'compare';

/**
 * How a value is written.
 * - `duration`: seconds, or with a unit: `90`, `90s`, `5m`, `500ms`.
 * - `percent`: `1` or `1%`.
 * - `lines`: one item a line; a flag may be repeated instead.
 */
export type OptionKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'percent'
  | 'duration'
  | 'choice'
  | 'lines';

export interface OptionSpec {
  /** Name of the input and, with two dashes, of the flag. */
  readonly name: string;
  /** The flag, where it differs from the name. */
  readonly flag?: string;
  readonly kind: OptionKind;
  /** As the user would write it; absent when there is no default. */
  readonly default?: string;
  /** The command line's own default, where a person at a terminal wants another. */
  readonly cliDefault?: string;
  /** An expression that the runner fills in; written to `action.yml` only. */
  readonly actionDefault?: string;
  readonly choices?: readonly string[];
  /** Smallest and largest value, in the unit of the kind as written. */
  readonly min?: number;
  readonly max?: number;
  /** Commands that know it; an option that no command knows is the Action's own. */
  readonly commands: readonly Command[];
  /** A secret is never taken from a flag, where other users could read it, but from this variable. */
  readonly secretFrom?: string;
  readonly group:
    | 'Commits'
    | 'Service'
    | 'Load'
    | 'Profiles'
    | 'Recorded profiles'
    | 'Verdict'
    | 'Report';
  readonly description: string;
}

const RUN: readonly Command[] = ['run'];
const COMPARE: readonly Command[] = ['compare'];
const BOTH: readonly Command[] = ['run', 'compare'];
const ACTION_ONLY: readonly Command[] = [];

/** GitHub's expression for the job's own token; in two parts, as it is no template of ours. */
const GITHUB_TOKEN = ['$', '{{ github.token }}'].join('');

export const OPTIONS = [
  {
    name: 'base',
    kind: 'text',
    commands: RUN,
    group: 'Commits',
    description:
      'Commit before the change: a branch, tag or commit. On a pull request: the first parent of the merge commit that GitHub checked out.',
  },
  {
    name: 'head',
    kind: 'text',
    commands: RUN,
    group: 'Commits',
    description: 'Commit with the change. Default: the checked-out commit.',
  },
  {
    name: 'service',
    kind: 'text',
    default: 'service',
    commands: BOTH,
    group: 'Service',
    description:
      'Name of the service, for reports; handed to its Pyroscope SDK as the application name.',
  },
  {
    name: 'directory',
    kind: 'text',
    default: '.',
    commands: RUN,
    group: 'Service',
    description: 'Folder of the repository in which `build` and `start` run.',
  },
  {
    name: 'build',
    kind: 'text',
    commands: RUN,
    group: 'Service',
    description: 'Shell command that builds one side; runs once for base and once for head.',
  },
  {
    name: 'start',
    kind: 'text',
    commands: RUN,
    group: 'Service',
    description:
      'Shell command that starts the service. The port to listen on is in `PORT` and replaces `{port}`. Required for a load test.',
  },
  {
    name: 'ready-url',
    kind: 'text',
    default: 'http://127.0.0.1:{port}/',
    commands: RUN,
    group: 'Service',
    description: 'URL that answers 2xx or 3xx once the service can take requests.',
  },
  {
    name: 'build-timeout',
    kind: 'duration',
    default: '15m',
    min: 1,
    commands: RUN,
    group: 'Service',
    description: 'Longest time for one `build`.',
  },
  {
    name: 'ready-timeout',
    kind: 'duration',
    default: '60s',
    min: 1,
    commands: RUN,
    group: 'Service',
    description: 'Longest time from `start` until the service is ready.',
  },
  {
    name: 'stop-timeout',
    kind: 'duration',
    default: '10s',
    min: 0,
    commands: RUN,
    group: 'Service',
    description:
      'Time that the service has after SIGTERM to send its last profile and exit, before it is killed.',
  },
  {
    name: 'load-url',
    kind: 'text',
    default: 'http://127.0.0.1:{port}',
    commands: RUN,
    group: 'Load',
    description: 'Root URL that the load is sent to.',
  },
  {
    name: 'load-requests',
    kind: 'lines',
    default: 'GET /',
    commands: RUN,
    group: 'Load',
    description:
      'Requests of the built-in load, sent in turn, one a line: `GET /search?q=tea`, or JSON: `{"method": "POST", "path": "/order", "headers": {"content-type": "application/json"}, "body": {"items": 3}}`.',
  },
  {
    name: 'load-command',
    kind: 'text',
    commands: RUN,
    group: 'Load',
    description:
      'Shell command that makes the load instead. It finds the target in `FLAMEGATE_TARGET`, the seconds in `FLAMEGATE_DURATION`, and writes `{"requests": N, "failed": N}`, a k6 summary or autocannon JSON to the file `FLAMEGATE_RESULT`.',
  },
  {
    name: 'connections',
    kind: 'integer',
    default: '6',
    min: 1,
    max: 10_000,
    commands: RUN,
    group: 'Load',
    description: 'Connections of the built-in load.',
  },
  {
    name: 'rate',
    kind: 'number',
    min: 0.1,
    commands: RUN,
    group: 'Load',
    description:
      'Requests per second over all connections. Default: every connection sends its next request when the last is answered.',
  },
  {
    name: 'warmup',
    kind: 'duration',
    default: '2s',
    min: 0,
    commands: RUN,
    group: 'Load',
    description: 'Load before the measured part of every round, for caches and compilers.',
  },
  {
    name: 'duration',
    kind: 'duration',
    default: '5s',
    min: 1,
    commands: RUN,
    group: 'Load',
    description: 'Measured load of every round.',
  },
  {
    name: 'rounds',
    kind: 'integer',
    default: '10',
    min: 3,
    max: 200,
    commands: RUN,
    group: 'Load',
    description:
      'Rounds of each side, in alternating order, every one with a fresh process. More rounds see smaller changes.',
  },
  {
    name: 'max-failed',
    kind: 'percent',
    default: '1%',
    min: 0,
    max: 100,
    commands: RUN,
    group: 'Load',
    description: 'Failed requests beyond this make the measurement invalid.',
  },
  {
    name: 'profiler',
    kind: 'choice',
    choices: ['auto', 'sdk', 'node'],
    default: 'auto',
    commands: RUN,
    group: 'Profiles',
    description:
      '`sdk`: the service pushes profiles with its own Pyroscope SDK. `node`: Flamegate profiles a Node service itself. `auto`: `node` unless an SDK is loaded.',
  },
  {
    name: 'profile-type',
    kind: 'text',
    default: 'cpu',
    commands: BOTH,
    group: 'Profiles',
    description: 'Sample type that is compared, such as `cpu` or `wall`.',
  },
  {
    name: 'sample-rate',
    kind: 'integer',
    default: '1000',
    min: 10,
    max: 5000,
    commands: RUN,
    group: 'Profiles',
    description:
      'Samples per second asked of profilers that take it from the environment. Precision is limited by their number up to about 1,000.',
  },
  {
    name: 'rounds-file',
    flag: 'rounds',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Compare the recorded rounds that this manifest (`rounds.json`) lists.',
  },
  {
    name: 'pyroscope-url',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description:
      'Compare profiles that this Pyroscope server (or Grafana data source proxy) holds.',
  },
  {
    name: 'base-selector',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Labels of base’s profiles: `{service_name="shop", service_git_ref="4f1c…"}`.',
  },
  {
    name: 'head-selector',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Labels of head’s profiles.',
  },
  {
    name: 'base-window',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Time of base’s profiles: `2026-11-20T10:00:00Z/2026-11-20T11:00:00Z`.',
  },
  {
    name: 'head-window',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Time of head’s profiles.',
  },
  {
    name: 'slices',
    kind: 'integer',
    default: '12',
    min: 3,
    max: 200,
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Equal parts that each window is cut into; they serve as rounds.',
  },
  {
    name: 'pyroscope-tenant',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'Tenant, sent as `X-Scope-OrgID`.',
  },
  {
    name: 'pyroscope-user',
    kind: 'text',
    commands: COMPARE,
    group: 'Recorded profiles',
    description: 'User of basic authentication (Grafana Cloud: the stack’s number).',
  },
  {
    name: 'pyroscope-password',
    kind: 'text',
    commands: COMPARE,
    secretFrom: 'FLAMEGATE_PYROSCOPE_PASSWORD',
    group: 'Recorded profiles',
    description: 'Password of basic authentication.',
  },
  {
    name: 'pyroscope-token',
    kind: 'text',
    commands: COMPARE,
    secretFrom: 'FLAMEGATE_PYROSCOPE_TOKEN',
    group: 'Recorded profiles',
    description: 'Bearer token, such as that of a Grafana service account.',
  },
  {
    name: 'max-increase',
    kind: 'number',
    default: '1.0',
    min: 0.01,
    max: 100,
    commands: BOTH,
    group: 'Verdict',
    description: 'A function may rise by this many points of the base’s CPU per request.',
  },
  {
    name: 'min-relative',
    kind: 'percent',
    default: '5%',
    min: 0,
    max: 1000,
    commands: BOTH,
    group: 'Verdict',
    description: 'A function may rise by this part of its own cost, whatever the points.',
  },
  {
    name: 'alpha',
    kind: 'percent',
    default: '1%',
    min: 0.001,
    max: 20,
    commands: BOTH,
    group: 'Verdict',
    description: 'Probability of any false alarm in one gate, over all functions together.',
  },
  {
    name: 'mode',
    kind: 'choice',
    choices: ['fail', 'comment', 'observe'],
    default: 'fail',
    commands: ACTION_ONLY,
    group: 'Verdict',
    description:
      '`fail`: a regression fails the check. `comment`: it only comments. `observe`: only the job summary.',
  },
  {
    name: 'on-inconclusive',
    kind: 'choice',
    choices: ['warn', 'fail'],
    default: 'warn',
    cliDefault: 'fail',
    commands: BOTH,
    group: 'Verdict',
    description: 'Whether «could not tell» fails, in mode `fail`.',
  },
  {
    name: 'timeout',
    kind: 'duration',
    default: '60m',
    min: 1,
    commands: BOTH,
    group: 'Verdict',
    description: 'Longest time for everything; past it the run is cleaned up and invalid.',
  },
  {
    name: 'comment',
    kind: 'choice',
    choices: ['problems', 'always', 'never'],
    default: 'problems',
    commands: ACTION_ONLY,
    group: 'Report',
    description:
      'When to write the pull request’s comment. `problems`: not for a pass, though one that is there is brought up to date.',
  },
  {
    name: 'comment-key',
    kind: 'text',
    commands: ACTION_ONLY,
    group: 'Report',
    description: 'Tells comments of several gates on one pull request apart. Default: the service.',
  },
  {
    name: 'github-token',
    kind: 'text',
    actionDefault: GITHUB_TOKEN,
    commands: ACTION_ONLY,
    secretFrom: 'GITHUB_TOKEN',
    group: 'Report',
    description: 'Token for the comment, and to fetch commits that the checkout lacks.',
  },
  {
    name: 'json',
    kind: 'text',
    commands: BOTH,
    group: 'Report',
    description: 'File to write the result to, as JSON.',
  },
  {
    name: 'markdown',
    kind: 'text',
    commands: BOTH,
    group: 'Report',
    description: 'File to write the report to, as Markdown.',
  },
  {
    name: 'bundle',
    kind: 'text',
    commands: RUN,
    group: 'Report',
    description:
      'Folder to keep the recorded rounds in; `flamegate compare --rounds FOLDER/rounds.json` gives the same verdict again.',
  },
] as const satisfies readonly OptionSpec[];

export type OptionName = (typeof OPTIONS)[number]['name'];

/** The flag of an option, without dashes. */
export function flagOf(option: OptionSpec): string {
  return option.flag ?? option.name;
}
