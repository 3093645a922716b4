import { mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Cleanup } from './cleanup.ts';
import { compareRounds } from './compare/compare.ts';
import { judgeEnvironment, refusalOf } from './compare/environment/judge.ts';
import { decideRounds, onlyLook } from './compare/sequence/sequence.ts';
import { comparisonInput } from './comparison-input.ts';
import type { Config, FilesConfig, RunConfig, ServerConfig } from './config/config.ts';
import { FlamegateError } from './errors.ts';
import { removeTree } from './measure/remove-tree.ts';
import { loadRounds } from './profiles/load-rounds.ts';
import type { ManifestPlan, ManifestSide } from './profiles/manifest.ts';
import type { Round } from './profiles/profile.ts';
import { invalidResult, resultOf, type Subjects } from './report/build-result.ts';
import { type Report, reportOf } from './report/report.ts';
import type { Result } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The job, from top to bottom: get rounds of both sides, compare them, say what came out. A broken
 * measurement is a result too, with verdict `invalid`.
 *
 * @throws FlamegateError when there is nothing to judge: wrong usage, unknown commits, an interruption
 */
export async function gate(config: Config, surroundings: Surroundings): Promise<Report> {
  return reportOf([{ result: await resultFrom(config, surroundings), handling: config.handling }]);
}

function resultFrom(config: Config, surroundings: Surroundings): Promise<Result> {
  switch (config.job) {
    case 'run':
      return runAndCompare(config, surroundings);
    case 'compare-files':
      return compareFiles(config, surroundings);
    case 'compare-server':
      return compareServer(config, surroundings);
  }
}

async function runAndCompare(config: RunConfig, surroundings: Surroundings): Promise<Result> {
  // Loaded here, and so is what queries a server: comparing files must start fast and needs neither.
  const { plan, recordRounds } = await import('./record.ts');
  const planned = await plan(config, surroundings);
  const subjects = subjectsOf(config, surroundings, planned);
  const cleanup = new Cleanup(surroundings.log);
  try {
    return await orInvalid(subjects, planned.warnings, async () => {
      const bundle = config.bundle ?? (await temporaryFolder(surroundings, cleanup));
      const recording = await recordRounds(
        planned,
        { ...config, bundle },
        surroundings,
        (rounds, origins) => pairsToHave(rounds, config, { ...subjects, ...origins }, planned.diff),
      );
      return judgeBundle(recording.manifest, config, surroundings, recording.warnings);
    });
  } finally {
    await cleanup.run();
  }
}

function compareFiles(config: FilesConfig, surroundings: Surroundings): Promise<Result> {
  const subjects = subjectsOf(config, surroundings);
  return orInvalid(subjects, [], () => judgeBundle(config.manifest, config, surroundings, []));
}

function compareServer(config: ServerConfig, surroundings: Surroundings): Promise<Result> {
  const subjects = subjectsOf(config, surroundings);
  return orInvalid(subjects, [], async () => {
    const { fetchRounds } = await import('./profiles/pyroscope/rounds.ts');
    const { rounds, warnings } = await fetchRounds(
      { ...config.pyroscope, profileType: config.profileType },
      surroundings.signal,
    );
    return judge(config, { rounds, subjects, diff: undefined, plan: undefined, warnings });
  });
}

/** How many pairs to have before the next look; undefined when what there is decides, or is refused. */
function pairsToHave(
  rounds: readonly Round[],
  { plan, allowDifferent }: RunConfig,
  subjects: Subjects,
  diff: string | undefined,
): number | undefined {
  if (refusalOf(judgeEnvironment(rounds, allowDifferent)) !== undefined) return undefined;
  return decideRounds(comparisonInput(rounds, subjects, diff), plan).next;
}

/** A verdict is a function of a bundle: recorded just now or a year ago, it is made here. */
async function judgeBundle(
  path: string,
  config: Config,
  surroundings: Surroundings,
  warnings: readonly string[],
): Promise<Result> {
  const { manifest, rounds, diff } = await loadRounds(path);
  const { service, profileType, unit, base, head } = manifest;
  const subjects = {
    ...subjectsOf(config, surroundings, { base, head }),
    service,
    profileType,
    unit,
  };
  return judge(config, { rounds, subjects, diff, plan: manifest.plan, warnings });
}

function judge(
  { allowDifferent }: Config,
  evidence: {
    readonly rounds: readonly Round[];
    readonly subjects: Subjects;
    readonly diff: string | undefined;
    readonly plan: ManifestPlan | undefined;
    readonly warnings: readonly string[];
  },
): Result {
  const { rounds, diff, plan } = evidence;
  const environment = judgeEnvironment(rounds, allowDifferent);
  const { base, head } = environment;
  const unit = rounds[0]?.profile.sampleType.unit ?? evidence.subjects.unit;
  const subjects = { ...evidence.subjects, unit, environment: { base, head } };
  const warnings = [...evidence.warnings, ...environment.warnings];
  const refusal = refusalOf(environment);
  if (refusal !== undefined) return invalidResult(refusal, subjects, warnings);
  const input = comparisonInput(rounds, subjects, diff);
  // Rounds that nobody planned are looked at once, and there are no fresh ones to confirm an alarm.
  const decision = plan === undefined ? onlyLook(compareRounds(input)) : decideRounds(input, plan);
  return resultOf(decision, rounds, subjects, warnings);
}

function subjectsOf(
  config: Config,
  { version }: Surroundings,
  sides: {
    readonly base?: ManifestSide | undefined;
    readonly head?: ManifestSide | undefined;
  } = {},
): Subjects {
  const { service, profileType, policy } = config;
  return { service, profileType, unit: '', base: sides.base, head: sides.head, policy, version };
}

/** Turns a broken measurement into its result; everything else stays an error. */
async function orInvalid(
  subjects: Subjects,
  warnings: readonly string[],
  job: () => Promise<Result>,
): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    if (!(error instanceof FlamegateError) || error.kind !== 'measurement') throw error;
    return invalidResult(error, subjects, warnings);
  }
}

async function temporaryFolder({ tempDirectory }: Surroundings, cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tempDirectory), 'flamegate-rounds-'));
  cleanup.defer('remove the recorded rounds', () => removeTree(folder));
  return folder;
}
