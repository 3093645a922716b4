import { join } from 'node:path';
import { judgeEnvironment, refusalOf } from './compare/environment/judge.ts';
import { decideRounds } from './compare/sequence/sequence.ts';
import { type GateTerms, policyIn, termsOf } from './compare/terms.ts';
import { comparisonInput } from './comparison-input.ts';
import type { JudgedService, MeasuredService, RunConfig } from './config/config.ts';
import { isBroken } from './errors.ts';
import type { Plan } from './plan/plan.ts';
import { secretsOf as connectionSecrets } from './profiles/pyroscope/connection.ts';
import type { Scrub } from './profiles/scrub.ts';
import { type PairsToHave, recordRounds } from './record.ts';
import type { RecordedService } from './replay/gate-record.ts';
import type { Surroundings } from './surroundings.ts';

/** One service of a run. */
export interface ServiceRun {
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
export async function recordService(
  { planned, config, service, root, folder, scrub }: ServiceRun,
  surroundings: Surroundings,
): Promise<RecordedService> {
  const terms = termsOf(config);
  const known = {
    folder,
    service: judgedPart(service),
    ...terms,
    owners: [],
    bisections: [],
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
  directory: _directory,
  ...judged
}: MeasuredService): JudgedService {
  return judged;
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

/** What no child may see. */
export function secretsOf({ publish: { token }, forwardTo }: RunConfig): readonly string[] {
  const ofServer = forwardTo === undefined ? [] : connectionSecrets(forwardTo);
  return token === undefined ? ofServer : [token, ...ofServer];
}
