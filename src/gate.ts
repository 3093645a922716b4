import { mkdtemp, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Cleanup } from './cleanup.ts';
import { judgeEnvironment, refusalOf } from './compare/environment/judge.ts';
import { decideRounds } from './compare/sequence/sequence.ts';
import { type GateTerms, policyIn } from './compare/terms.ts';
import { comparisonInput } from './comparison-input.ts';
import type {
  Config,
  FilesConfig,
  GatedService,
  JudgedService,
  MeasuredService,
  RunConfig,
  ServedService,
  ServerConfig,
} from './config/config.ts';
import { FlamegateError } from './errors.ts';
import { scrubberOf } from './machine.ts';
import { removeTree } from './measure/remove-tree.ts';
import type { Plan } from './plan/plan.ts';
import { readManifest } from './profiles/manifest-file.ts';
import { secretsOf as connectionSecrets } from './profiles/pyroscope/connection.ts';
import type { Scrub } from './profiles/scrub.ts';
import type { PairsToHave } from './record.ts';
import { atLeastOne, reportOn } from './recorded-report.ts';
import type { RecordedService } from './replay/gate-record.ts';
import { digestOfText, sealBundle } from './replay/seal.ts';
import { renderJson } from './report/json.ts';
import { type Compared, type Report, reportOf } from './report/report.ts';
import type { Result } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';
import { isBroken, judge, judgeBundle, orInvalid, subjectsOf } from './verdict.ts';

/**
 * The job, from top to bottom: get rounds of both sides of every service, compare them, say what came out. A
 * broken measurement is a result too, with verdict `invalid`.
 *
 * @throws FlamegateError when there is nothing to judge: wrong usage, unknown commits, an interruption
 */
export function gate(config: Config, surroundings: Surroundings): Promise<Report> {
  switch (config.job) {
    case 'run':
      return runAndCompare(config, surroundings);
    case 'compare-files':
      return compareFiles(config, surroundings);
    case 'compare-server':
      return compareServer(config, surroundings);
  }
}

async function runAndCompare(config: RunConfig, surroundings: Surroundings): Promise<Report> {
  // Loaded here, and so is what queries a server: comparing files must start fast and needs neither.
  const { plan } = await import('./record.ts');
  const planned = await plan(config, surroundings);
  const cleanup = new Cleanup(surroundings.log);
  try {
    const root = config.bundle ?? (await temporaryFolder(surroundings, cleanup));
    const scrub = await scrubberOf(surroundings, secretsOf(config));
    const services: RecordedService[] = [];
    const isAlone = config.services.length === 1;
    for (const service of config.services) {
      const folder = isAlone ? '.' : folderName(service);
      if (!isAlone) surroundings.log.info(`Now the service ${service.name}.`);
      const run = { planned, config, service, root, folder, scrub };
      services.push(await recordService(run, surroundings));
    }
    const { version } = surroundings;
    const report = await reportOn(services, root, version);
    if (config.bundle !== undefined) {
      await sealBundle(root, recordOf(services, report, root, surroundings));
    }
    return report;
  } finally {
    await cleanup.run();
  }
}

/** One service of a run. */
interface ServiceRun {
  readonly planned: Plan;
  readonly config: RunConfig;
  readonly service: MeasuredService;
  /** Folder of the bundle. */
  readonly root: string;
  /** Folder for the service's rounds, in the bundle. */
  readonly folder: string;
  readonly scrub: Scrub;
}

/** Measures one service; that it broke is a part of what is recorded. */
async function recordService(
  { planned, config, service, root, folder, scrub }: ServiceRun,
  surroundings: Surroundings,
): Promise<RecordedService> {
  const { recordRounds } = await import('./record.ts');
  const terms = termsOf(config);
  const known = {
    folder,
    service: judgedPart(service),
    ...terms,
    base: { ...planned.base },
    head: { ...planned.head },
  };
  try {
    const { warnings } = await recordRounds(
      planned,
      {
        service,
        bundle: join(root, folder),
        comparisons: terms.comparisons,
        secrets: secretsOf(config),
        scrub,
        forwardTo: config.forwardTo,
      },
      surroundings,
      pairsToHave(service, terms, planned.diff),
    );
    return { ...known, warnings: warnings.map(scrub) };
  } catch (error) {
    if (!isBroken(error)) throw error;
    const { message, hint, output } = error;
    const failure = {
      message: scrub(message),
      ...(hint === undefined ? {} : { hint: scrub(hint) }),
      output: output.map(scrub),
    };
    return { ...known, warnings: planned.warnings.map(scrub), failure };
  }
}

/** The settings that a verdict is made by, without those that say how rounds are made. */
function judgedPart({
  serviceProcess: _process,
  load: _load,
  profiling: _profiling,
  plan: _plan,
  timeBudgetMs: _timeBudgetMs,
  measure: _measure,
  unusedPaths: _unusedPaths,
  owners: _owners,
  ...judged
}: MeasuredService): JudgedService {
  return judged;
}

function recordOf(
  services: readonly RecordedService[],
  report: Report,
  root: string,
  { version, github }: Surroundings,
) {
  return {
    version,
    name: basename(root),
    ...(github === undefined ? {} : { runUrl: github.runUrl }),
    services,
    report: digestOfText(renderJson(report)),
  };
}

/** How many pairs to have before the next look; undefined when what there is decides, or is refused, for every type. */
function pairsToHave(
  { types: asked, plan, allowDifferent }: MeasuredService,
  terms: GateTerms,
  diff: string | undefined,
): PairsToHave {
  return (types, { facts, ...origins }) => {
    const next = types.flatMap(({ profileType, rounds }) => {
      const policy = asked.find((type) => type.profileType === profileType)?.policy;
      if (policy === undefined) return [];
      if (refusalOf(judgeEnvironment(rounds, allowDifferent)) !== undefined) return [];
      const shared = { policy: policyIn(terms, policy), ...origins };
      const input = comparisonInput(rounds, shared, { diff, facts });
      return decideRounds(input, plan).next ?? [];
    });
    return next.length === 0 ? undefined : Math.max(...next);
  };
}

async function compareFiles(config: FilesConfig, { version }: Surroundings): Promise<Report> {
  const manifest = await readManifest(config.manifest);
  const service = serviceNamed(manifest.service, config.services);
  const { waivers } = config;
  const context = { version, warnings: [], waivers };
  const results = await judgeBundle(config.manifest, manifest, service, context);
  return reportOf(atLeastOne(results.map((result) => ({ result, handling: service.handling }))));
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
  const compared: Compared[] = [];
  for (const service of config.services) {
    for (const type of service.types) {
      const result = await compareServed(config, service, type, surroundings);
      compared.push({ result, handling: service.handling });
    }
  }
  return reportOf(atLeastOne(compared));
}

function compareServed(
  config: ServerConfig,
  service: ServedService,
  { profileType, policy }: ServedService['types'][number],
  { signal, version }: Surroundings,
): Promise<Result> {
  const shared = policyIn(termsOf(config), policy);
  const subjects = subjectsOf(service, { profileType, policy: shared }, version);
  return orInvalid(subjects, [], async () => {
    const { fetchRounds } = await import('./profiles/pyroscope/rounds.ts');
    const { base, head, slices, roundLabel } = service;
    const { rounds, warnings } = await fetchRounds(
      { ...config.pyroscope, base, head, slices, roundLabel, profileType },
      signal,
    );
    const change = { diff: undefined, facts: undefined };
    return judge(service, { rounds, subjects, change, plan: undefined, warnings });
  });
}

/** All comparisons of a gate share its error rate. */
function termsOf({ services, waivers }: RunConfig | ServerConfig): GateTerms {
  const all: readonly GatedService[] = services;
  return { comparisons: all.reduce((sum, { types }) => sum + types.length, 0), waivers };
}

/** What no child may see. */
function secretsOf({ publish: { token }, forwardTo }: RunConfig): readonly string[] {
  const ofServer = forwardTo === undefined ? [] : connectionSecrets(forwardTo);
  return token === undefined ? ofServer : [token, ...ofServer];
}

/** A service's folder in a bundle of several. */
function folderName({ name }: MeasuredService): string {
  return encodeURIComponent(name);
}

async function temporaryFolder({ tempDirectory }: Surroundings, cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tempDirectory), 'flamegate-rounds-'));
  cleanup.defer('remove the recorded rounds', () => removeTree(folder));
  return folder;
}
