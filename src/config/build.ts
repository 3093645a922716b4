import { ASPECTS, type Aspect } from './aspects.ts';
import { pyroscopeConfig } from './build-pyroscope.ts';
import type {
  Config,
  DoctorConfig,
  FilesConfig,
  LoadConfig,
  LoadRequest,
  Policy,
  RunConfig,
  SelfTestConfig,
  ServerConfig,
  ServiceConfig,
} from './config.ts';
import { parseLoadRequest } from './load-requests.ts';
import { urlOf } from './url.ts';
import type { OptionValues } from './values.ts';

/**
 * The configuration that a set of option values makes. A manifest or a Pyroscope server asks for a
 * comparison of recorded profiles, everything else for a run.
 *
 * @param hint where the options are documented, for the error
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildConfig(values: OptionValues, job: Config['job'], hint: string): Config {
  const config = CONFIG_OF[job](values);
  values.finish(hint);
  return config;
}

/**
 * The self-test that a set of option values makes.
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildSelfTest(values: OptionValues, hint: string): SelfTestConfig {
  const run = runConfig(values);
  const commit = run.commits.base ?? 'HEAD';
  const canary = values.fraction('canary');
  const pairs = values.integer('aa-rounds');
  if (canary <= run.policy.maxIncrease) {
    values.problem('canary', 'must be more than max-increase: what is allowed is not to be found');
  }
  values.finish(hint);
  return {
    gate: { ...run, commits: { base: commit, head: commit } },
    pairs,
    canary,
  };
}

/**
 * The examination that a set of option values makes.
 * @throws FlamegateError of kind `usage` naming every problem at once
 */
export function buildDoctor(values: OptionValues, hint: string): DoctorConfig {
  const config: DoctorConfig = {
    pyroscope: pyroscopeConfig(values),
    profileType: values.defaulted('profile-type'),
    policy: policyOf(values),
    timeoutMs: values.milliseconds('timeout'),
    json: values.text('json'),
  };
  values.finish(hint);
  return config;
}

/** What the options given ask for. */
export function jobOf(values: OptionValues): Config['job'] {
  if (values.text('rounds-file') !== undefined) return 'compare-files';
  return values.text('pyroscope-url') === undefined ? 'run' : 'compare-server';
}

const CONFIG_OF: Readonly<Record<Config['job'], (values: OptionValues) => Config>> = {
  run: runConfig,
  'compare-files': filesConfig,
  'compare-server': serverConfig,
};

function runConfig(values: OptionValues): RunConfig {
  return {
    job: 'run',
    ...commonConfig(values),
    commits: { base: values.text('base'), head: values.text('head') },
    serviceProcess: serviceConfig(values),
    load: loadConfig(values),
    profiling: {
      profiler: values.choice('profiler', ['auto', 'sdk', 'node']),
      scrapeUrl: values.text('scrape-url') === undefined ? undefined : urlOf(values, 'scrape-url'),
      profileType: values.defaulted('profile-type'),
      sampleRate: values.integer('sample-rate'),
    },
    plan: planOf(values),
    timeBudgetMs:
      values.text('time-budget') === undefined ? undefined : values.milliseconds('time-budget'),
    bundle: values.text('bundle'),
  };
}

function filesConfig(values: OptionValues): FilesConfig {
  return {
    job: 'compare-files',
    ...commonConfig(values),
    manifest: values.required('rounds-file'),
  };
}

function serverConfig(values: OptionValues): ServerConfig {
  return { job: 'compare-server', ...commonConfig(values), pyroscope: pyroscopeConfig(values) };
}

function commonConfig(values: OptionValues) {
  const service = values.defaulted('service');
  return {
    service,
    profileType: values.defaulted('profile-type'),
    policy: policyOf(values),
    allowDifferent: aspectsOf(values),
    handling: {
      mode: values.choice('mode', ['fail', 'comment', 'observe']),
      onInconclusive: values.choice('on-inconclusive', ['warn', 'fail']),
    },
    timeoutMs: values.milliseconds('timeout'),
    output: { json: values.text('json'), markdown: values.text('markdown') },
    publish: {
      comment: values.choice('comment', ['problems', 'always', 'never']),
      commentKey: values.text('comment-key') ?? service,
      token: values.text('github-token'),
    },
  } as const;
}

/** Who asks for more rounds than the search's usual end asks for that many. */
function planOf(values: OptionValues): RunConfig['plan'] {
  const first = values.integer('rounds');
  return { first, most: Math.max(first, values.integer('max-rounds')) };
}

function aspectsOf(values: OptionValues): Aspect[] {
  const names = values.lines('allow-different').flatMap((line) => line.split(/[\s,]+/u));
  return names.flatMap((name) => {
    const aspect = ASPECTS.find((known) => known === name);
    if (aspect !== undefined) return [aspect];
    values.problem(
      'allow-different',
      `must name some of ${ASPECTS.join(', ')}; it names “${name}”`,
    );
    return [];
  });
}

function policyOf(values: OptionValues): Policy {
  return {
    maxIncrease: values.number('max-increase') / 100,
    minRelative: values.fraction('min-relative'),
    alpha: values.fraction('alpha'),
  };
}

function serviceConfig(values: OptionValues): ServiceConfig {
  return {
    name: values.defaulted('service'),
    directory: directoryOf(values),
    build: values.text('build'),
    start: values.required('start'),
    readyUrl: urlOf(values, 'ready-url'),
    buildTimeoutMs: values.milliseconds('build-timeout'),
    readyTimeoutMs: values.milliseconds('ready-timeout'),
    stopTimeoutMs: values.milliseconds('stop-timeout'),
  };
}

function loadConfig(values: OptionValues): LoadConfig {
  return {
    url: urlOf(values, 'load-url'),
    requests: requestsOf(values),
    connections: values.integer('connections'),
    rate: values.optionalNumber('rate'),
    durationSeconds: values.seconds('duration'),
    warmupSeconds: values.seconds('warmup'),
    command: values.text('load-command'),
    maxFailed: values.fraction('max-failed'),
  };
}

function requestsOf(values: OptionValues): LoadRequest[] {
  return values.lines('load-requests').flatMap((line) => {
    const request = parseLoadRequest(line);
    if (typeof request !== 'string') return [request];
    values.problem('load-requests', `: ${request}`);
    return [];
  });
}

/** A folder inside the repository: the head's code must not choose one outside by a link of its own. */
function directoryOf(values: OptionValues): string {
  const directory = values.defaulted('directory');
  if (directory.startsWith('/') || directory.split('/').includes('..')) {
    values.problem('directory', `must lie inside the repository; it is “${directory}”`);
  }
  return directory;
}
