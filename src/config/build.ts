import { pyroscopeConfig } from './build-pyroscope.ts';
import { gatedService, measuredService, servedService } from './build-service.ts';
import type {
  CommitsConfig,
  Config,
  DoctorConfig,
  FilesConfig,
  OneOrMore,
  ReplayConfig,
  ReportConfig,
  RunConfig,
  SelfTestConfig,
  ServerConfig,
} from './config.ts';
import type { ConfigValues } from './sources.ts';
import type { OptionValues } from './values.ts';

/**
 * The configuration that a set of option values makes.
 *
 * @param hint where the options are documented, for the error
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildConfig(values: ConfigValues, job: Config['job'], hint: string): Config {
  const config = CONFIG_OF[job](values);
  values.problems.finish(hint);
  return config;
}

/**
 * The self-test that a set of option values makes.
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildSelfTest(values: ConfigValues, hint: string): SelfTestConfig {
  const run = runConfig(values);
  onlyOneService(values);
  const [{ values: own }] = values.services;
  const [service] = run.services;
  const commit = run.commits.base ?? 'HEAD';
  const canary = own.fraction('canary');
  const pairs = own.integer('aa-rounds');
  if (canary <= service.types[0].policy.maxIncrease) {
    own.problem('canary', 'must be more than max-increase: what is allowed is not to be found');
  }
  values.problems.finish(hint);
  return {
    gate: { ...run, commits: { ...run.commits, base: commit, head: commit } },
    pairs,
    canary,
  };
}

/**
 * The examination that a set of option values makes.
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildDoctor(values: ConfigValues, hint: string): DoctorConfig {
  const { gate, services } = values;
  onlyOneService(values);
  const config: DoctorConfig = {
    commits: commitsOf(gate),
    pyroscope: pyroscopeConfig(gate),
    service: servedService(services[0], values.now),
    timeoutMs: gate.milliseconds('timeout'),
    json: gate.text('json'),
  };
  values.problems.finish(hint);
  return config;
}

/**
 * The report of a hand-off that a set of option values asks for.
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildReport(values: ConfigValues, hint: string): ReportConfig {
  refuseBisect(values);
  const config: ReportConfig = {
    job: 'report',
    ...commonConfig(values),
    handOff: values.gate.required('report-from'),
    services: ofEach(values.services, gatedService),
  };
  values.problems.finish(hint);
  return config;
}

/**
 * The replay that a set of option values makes.
 * @param bundles folders as given; there has to be one
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildReplay(
  { gate, problems }: ConfigValues,
  bundles: readonly string[],
  hint: string,
): ReplayConfig {
  const [bundle = '', ...others] = bundles;
  if (bundle === '' || others.length > 0) problems.add('replay', 'takes one folder of a bundle');
  problems.finish(hint);
  return {
    bundle,
    seal: gate.text('seal'),
    output: { json: gate.text('json'), markdown: gate.text('markdown') },
  };
}

/**
 * What the options given ask for; where the server is can be known from the file without being asked for, and
 * a run can send its profiles on to it.
 */
export function jobOf({ isGiven }: ConfigValues): Config['job'] {
  if (isGiven('rounds-file')) return 'compare-files';
  if (isGiven('base-window') || isGiven('head-window')) return 'compare-server';
  return isGiven('pyroscope-url') && !isGiven('forward-profiles') ? 'compare-server' : 'run';
}

const CONFIG_OF: Readonly<Record<Config['job'], (values: ConfigValues) => Config>> = {
  run: runConfig,
  'compare-files': filesConfig,
  'compare-server': serverConfig,
};

function runConfig(values: ConfigValues): RunConfig {
  const { gate } = values;
  return {
    job: 'run',
    ...commonConfig(values),
    commits: commitsOf(gate),
    forkCode: gate.choice('fork-code', ['refuse', 'build']),
    services: ofEach(values.services, measuredService),
    bisect: gate.flag('bisect'),
    bundle: gate.text('bundle'),
    forwardTo: forwardTo(values),
  };
}

function forwardTo({ gate, isGiven }: ConfigValues): RunConfig['forwardTo'] {
  if (gate.choice('forward-profiles', ['never', 'always']) === 'always') {
    return pyroscopeConfig(gate);
  }
  if (isGiven('pyroscope-url')) {
    gate.problem('pyroscope-url', 'is of no use to a run unless forward-profiles is always');
  }
  return undefined;
}

function filesConfig(values: ConfigValues): FilesConfig {
  refuseBisect(values);
  return {
    job: 'compare-files',
    ...commonConfig(values),
    manifest: values.gate.required('rounds-file'),
    services: ofEach(values.services, (service) => {
      const gated = gatedService(service);
      // The table's default is for what has to be measured or fetched.
      return service.values.isGiven('profile-types') ? gated : { ...gated, types: [] };
    }),
  };
}

function serverConfig(values: ConfigValues): ServerConfig {
  refuseBisect(values);
  return {
    job: 'compare-server',
    ...commonConfig(values),
    commits: commitsOf(values.gate),
    pyroscope: pyroscopeConfig(values.gate),
    services: ofEach(values.services, (service) => servedService(service, values.now)),
  };
}

/** Where it stands in the file it is for the runs that the file is for, too. */
function refuseBisect({ gate, isGiven }: ConfigValues): void {
  if (isGiven('bisect') && gate.flag('bisect')) {
    gate.problem(
      'bisect',
      'needs a run that builds and measures commits, and this one measures none',
    );
  }
}

function commonConfig({ gate, services: [first, ...others] }: ConfigValues) {
  return {
    waivers: [],
    pullRequestWaivers: gate.choice('pull-request-waivers', ['accept', 'ignore']),
    timeoutMs: gate.milliseconds('timeout'),
    output: {
      json: gate.text('json'),
      markdown: gate.text('markdown'),
      handOff: gate.text('hand-off'),
    },
    publish: {
      comment: gate.choice('comment', ['problems', 'always', 'never']),
      commentKey: gate.text('comment-key') ?? (others.length === 0 ? first.name : 'all'),
      check: gate.choice('check', ['always', 'never']),
      issues: gate.choice('issues', ['schedule', 'always', 'never']),
      token: gate.text('github-token'),
    },
  } as const;
}

function commitsOf(values: OptionValues): CommitsConfig {
  const pattern = values.defaulted('release-tags');
  if (pattern.split('*').length !== 2) {
    values.problem('release-tags', `must have one * where the version stands; it is “${pattern}”`);
  }
  return {
    base: values.text('base'),
    head: values.text('head'),
    releases: { pattern, preReleases: values.choice('pre-releases', ['skip', 'include']) },
  };
}

/** Some commands look closely at one service. */
function onlyOneService({ gate, services }: ConfigValues): void {
  if (services.length === 1) return;
  const names = services.map(({ name }) => name).join(', ');
  gate.problem('service', `is missing: choose one of ${names}`);
}

function ofEach<T, U>([first, ...others]: OneOrMore<T>, make: (one: T) => U): OneOrMore<U> {
  return [make(first), ...others.map(make)];
}
