import { type Around, callOwners } from './call-owners.ts';
import { policyIn, termsOf } from './compare/terms.ts';
import type {
  Config,
  FilesConfig,
  GatedService,
  ServedService,
  ServerConfig,
} from './config/config.ts';
import { FlamegateError } from './errors.ts';
import type { NamedCommits } from './plan/name-commits.ts';
import { readManifest } from './profiles/manifest-file.ts';
import { atLeastOne } from './recorded-report.ts';
import { type Compared, type Report, reportOf } from './report/report.ts';
import type { Result } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';
import { judge, judgeBundle, orInvalid, subjectsOf } from './verdict.ts';

/**
 * The job, from top to bottom: get rounds of both sides of every service, compare them, say what came out. A
 * broken measurement is a result too, with verdict `invalid`.
 *
 * @throws FlamegateError when there is nothing to judge: wrong usage, unknown commits, an interruption
 */
export async function gate(config: Config, surroundings: Surroundings): Promise<Report> {
  switch (config.job) {
    case 'run': {
      // Loaded here, and so is what queries a server: comparing files must start fast and needs neither.
      const { runAndCompare } = await import('./run.ts');
      return runAndCompare(config, surroundings);
    }
    case 'compare-files':
      return compareFiles(config, surroundings);
    case 'compare-server':
      return compareServer(config, surroundings);
  }
}

async function compareFiles(config: FilesConfig, surroundings: Surroundings): Promise<Report> {
  const { version } = surroundings;
  const manifest = await readManifest(config.manifest);
  const service = serviceNamed(manifest.service, config.services);
  const { waivers } = config;
  const context = { version, warnings: [], waivers };
  const results = await judgeBundle(config.manifest, manifest, service, context);
  const compared = results.map((result) => ({ result, handling: service.handling }));
  const around = ownersAround(config, manifest.base?.commit, surroundings);
  return reportOf(atLeastOne(await callOwners(compared, service, around)));
}

/** The settings for recorded rounds: those of their service, or the only ones that there are. */
function serviceNamed(name: string, services: FilesConfig['services']): GatedService {
  const [only, ...others] = services;
  const found = services.find((service) => service.name === name);
  if (found !== undefined) return found;
  if (others.length === 0) return only;
  throw new FlamegateError('usage', `the rounds are of a service ${JSON.stringify(name)}`, {
    hint: `The configuration has ${services.map((service) => service.name).join(', ')}; choose one with \`service\`.`,
  });
}

async function compareServer(config: ServerConfig, surroundings: Surroundings): Promise<Report> {
  const { nameServed } = await import('./name-served.ts');
  const named = await nameServed(config, surroundings);
  const around = ownersAround(config, named.base?.commit, surroundings);
  const compared: Compared[] = [];
  for (const service of config.services) {
    const own: Compared[] = [];
    for (const type of service.types) {
      const result = await compareServed(config, named, service, type, surroundings);
      own.push({ result, handling: service.handling });
    }
    compared.push(...(await callOwners(own, service, around)));
  }
  return reportOf(atLeastOne(compared));
}

function compareServed(
  config: ServerConfig,
  named: NamedCommits,
  service: ServedService,
  { profileType, policy }: ServedService['types'][number],
  { signal, version, tempDirectory }: Surroundings,
): Promise<Result> {
  const shared = policyIn(termsOf(config), policy);
  const base = { ...service.base, ...named.base };
  const head = { ...service.head, ...named.head };
  const sides = { base: { ...named.base, window: base }, head: { ...named.head, window: head } };
  const subjects = subjectsOf(service, { profileType, policy: shared }, version, sides);
  return orInvalid(subjects, [], async () => {
    const { fetchRounds } = await import('./profiles/pyroscope/rounds.ts');
    const { slices, roundLabel } = service;
    const { rounds, warnings } = await fetchRounds(
      { ...config.pyroscope, base, head, slices, roundLabel, profileType },
      signal,
      { tempDirectory },
    );
    const change = { diff: undefined, facts: undefined };
    return judge(service, { rounds, subjects, change, plan: undefined, warnings });
  });
}

/** Where it says who owns what, if anybody has to be called. */
function ownersAround(
  { publish: { token } }: FilesConfig | ServerConfig,
  base: string | undefined,
  { cwd, github, environment, log, signal }: Surroundings,
): Around {
  const filesOfBase = async () => {
    const { filesHere } = await import('./plan/files-here.ts');
    return filesHere(base, { cwd, github, token, environment, signal });
  };
  return { filesOfBase, log };
}
