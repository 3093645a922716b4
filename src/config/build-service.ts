import { sampleTypesMeant } from '../profiles/kinds.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import type {
  GatedService,
  LoadConfig,
  LoadRequest,
  MeasuredService,
  OneOrMore,
  Policy,
  ServedService,
  ServiceConfig,
  TypeConfig,
} from './config.ts';
import type { Given } from './given.ts';
import { ItemFields, itemsOf } from './items.ts';
import { parseLoadRequest } from './load-requests.ts';
import { patternProblem } from './path-pattern.ts';
import { policyOf } from './policy.ts';
import { sideOf } from './pyroscope-side.ts';
import type { ServiceValues } from './sources.ts';
import { urlOf } from './url.ts';
import { type OptionValues, specOf } from './values.ts';

/** What every job asks of a service; problems are collected, here and below. */
export function gatedService({ name, values }: ServiceValues): GatedService {
  const policy = policyOf(values);
  const playbook = values.text('playbook') && urlOf(values, 'playbook');
  return {
    name,
    policy,
    types: typesOf(values, policy),
    allowDifferent: aspectsOf(values),
    handling: {
      mode: values.choice('mode', ['observe', 'comment', 'block']),
      onInconclusive: values.choice('on-inconclusive', ['warn', 'fail']),
      ...(playbook && { playbook }),
    },
    directory: directoryOf(values),
    owners: ownersOf(values),
  };
}

/** A service that is built, started and loaded. */
export function measuredService(service: ServiceValues): MeasuredService {
  const { values } = service;
  const gated = gatedService(service);
  return {
    ...gated,
    types: oneOrMore(gated),
    serviceProcess: serviceConfig(values, gated),
    load: loadConfig(values),
    profiling: {
      profiler: values.choice('profiler', ['auto', 'sdk', 'node']),
      scrapeUrl: values.text('scrape-url') === undefined ? undefined : urlOf(values, 'scrape-url'),
      sampleRate: values.integer('sample-rate'),
    },
    plan: planOf(values),
    timeBudgetMs:
      values.text('time-budget') === undefined ? undefined : values.milliseconds('time-budget'),
    measure: values.choice('measure', ['changed', 'always']),
    unusedPaths: unusedPathsOf(values),
  };
}

/**
 * A service whose profiles a server holds.
 * @param now milliseconds since the epoch
 */
export function servedService(service: ServiceValues, now: number): ServedService {
  const gated = gatedService(service);
  return {
    ...gated,
    types: oneOrMore(gated),
    base: sideOf(service, 'base', now),
    head: sideOf(service, 'head', now),
    slices: service.values.integer('slices'),
    roundLabel: service.values.text('round-label'),
  };
}

/** The table's default is one type, so there always is one. */
function oneOrMore({ types, policy }: GatedService): OneOrMore<TypeConfig> {
  const [first = { profileType: 'cpu', policy }, ...others] = types;
  return [first, ...others];
}

/** The last pattern that matches counts there, and the nearest should. */
function ownersOf(values: OptionValues): GatedService['owners'] {
  const owners = new Map<string, readonly string[]>();
  for (const item of itemsOf(values, 'owners').toReversed()) {
    const files = item.text('files') ?? '';
    const problem = patternProblem(files);
    if (problem !== undefined) item.problem('owners', `: the pattern ${problem}`);
    owners.delete(files);
    owners.set(files, item.texts('owners'));
  }
  return owners;
}

function typesOf(values: OptionValues, policy: Policy): TypeConfig[] {
  const types = values.items('profile-types').map((given) => typeOf(given, values, policy));
  const known = new Set<string>();
  for (const [index, { profileType }] of types.entries()) {
    const meant = sampleTypesMeant(profileType);
    const given = values.items('profile-types')[index];
    if (given !== undefined && meant.some((type) => known.has(type))) {
      values.problemOf(given, `names the same profiles twice: “${profileType}”`);
    }
    for (const type of meant) known.add(type);
  }
  return types;
}

function typeOf(given: Given, values: OptionValues, policy: Policy): TypeConfig {
  if (!given.text.startsWith('{')) return { profileType: given.text, policy };
  const item = new ItemFields(given, specOf('profile-types'), values);
  const points = item.number('max-increase');
  return {
    profileType: item.text('type') ?? '',
    policy: {
      ...policy,
      maxIncrease: points === undefined ? policy.maxIncrease : points / 100,
      minRelative: item.fraction('min-relative') ?? policy.minRelative,
    },
  };
}

/** Who asks for more rounds than the search's usual end asks for that many. */
function planOf(values: OptionValues): MeasuredService['plan'] {
  const first = values.integer('rounds');
  return { first, most: Math.max(first, values.integer('max-rounds')) };
}

function unusedPathsOf(values: OptionValues): string[] {
  return values.items('unused-paths').map((given) => {
    const problem = patternProblem(given.text);
    if (problem !== undefined) values.problemOf(given, `: the pattern ${given.text} ${problem}`);
    return given.text;
  });
}

function aspectsOf(values: OptionValues): Aspect[] {
  return values.items('allow-different').flatMap((given) =>
    given.text.split(/[\s,]+/u).flatMap((name) => {
      const aspect = ASPECTS.find((known) => known === name);
      if (aspect !== undefined) return [aspect];
      values.problemOf(given, `must name some of ${ASPECTS.join(', ')}; it names “${name}”`);
      return [];
    }),
  );
}

function serviceConfig(values: OptionValues, { name, directory }: GatedService): ServiceConfig {
  return {
    name,
    directory,
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
  return values.items('load-requests').flatMap((given) => {
    const request = parseLoadRequest(given.text);
    if (typeof request !== 'string') return [request];
    values.problemOf(given, `: ${request}`);
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
