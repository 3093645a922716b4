import { join } from 'node:path';
import type { RiseReading, SoughtRise } from './bisect/ask-rise.ts';
import { type CommitsBetween, commitsBetween } from './bisect/commits.ts';
import { notSearched, toResult } from './bisect/outcome.ts';
import { bisect, type Measurement, measurementsFor } from './bisect/search.ts';
import { subjectsOf } from './bisect/subjects.ts';
import { type NamedCost, seekCosts } from './compare/rise.ts';
import { comparisonInput } from './comparison-input.ts';
import { FlamegateError } from './errors.ts';
import { measureCommit } from './measure-commit.ts';
import { openCheckout } from './plan/checkout.ts';
import { loadDiff, loadType } from './profiles/load-rounds.ts';
import { readManifest } from './profiles/manifest-file.ts';
import type { ServiceRun } from './record-service.ts';
import type { FoundCommit } from './replay/gate-record.ts';
import { groupFindings } from './report/groups.ts';
import { counted, points } from './report/numbers.ts';
import { type Finding, type Result, type ResultBisection, WHOLE_PROGRAM } from './report/result.ts';
import type { Surroundings } from './surroundings.ts';

/** A function that fails, and what is asked of other commits about it; undefined when they can't be asked. */
interface Culprit {
  readonly result: Result;
  readonly finding: Finding;
  readonly rise: SoughtRise | undefined;
}

/** What all searches of a service have in common. */
interface Searching {
  readonly between: CommitsBetween;
  /** Undefined for one whose subject is not known. */
  readonly subjects: ReadonlyMap<string, string>;
  /** What a commit says of every rise; it is measured once. */
  readonly readingsOf: (commit: string) => Promise<readonly RiseReading[] | 'out of time'>;
  readonly rises: readonly SoughtRise[];
}

/**
 * Finds out which commit brought what fails in a service, by measuring some of those between base and head. That it can't
 * be found out is a part of the answer, and no reason to lose the verdict: also when the time is up.
 *
 * @param results of the service, in the order of its profile types
 * @throws FlamegateError of kind `interrupted`
 */
export async function bisectFindings(
  results: readonly Result[],
  run: ServiceRun,
  surroundings: Surroundings,
): Promise<readonly FoundCommit[]> {
  const isAnything = results.some(({ findings }) => groupFindings(findings).culprits.length > 0);
  if (!isAnything) return [];
  const { log } = surroundings;
  log.section(`bisect ${run.service.name}`);
  const culprits = await culpritsOf(results, run);
  const searching = await orReason(surroundings, () => prepare(culprits, run, surroundings));
  const found: FoundCommit[] = [];
  for (const culprit of culprits) {
    const bisection =
      typeof searching === 'string'
        ? notSearched(run.scrub(searching))
        : await search(culprit, searching, surroundings);
    found.push(foundFor(culprit, bisection));
  }
  return found;
}

/** Largest first: what there is no time for is then the least. */
async function culpritsOf(
  results: readonly Result[],
  { service, root, folder }: ServiceRun,
): Promise<readonly Culprit[]> {
  const path = join(root, folder, 'rounds.json');
  const manifest = await readManifest(path);
  const diff = await loadDiff(path, manifest);
  const culprits: Culprit[] = [];
  for (const [index, result] of results.entries()) {
    const own = groupFindings(result.findings).culprits;
    const type = service.types[index];
    const recorded = [manifest, ...(manifest.further ?? [])].find(
      ({ profileType }) => profileType === result.profileType,
    );
    if (own.length === 0 || type === undefined || recorded === undefined) continue;
    const { profileType, policy } = type;
    const { base, head } = manifest;
    const rounds = await loadType(path, recorded);
    const input = comparisonInput(rounds, { policy, base, head }, { diff, facts: undefined });
    const costs = seekCosts(input, own.map(toNamed));
    for (const [at, finding] of own.entries()) {
      const cost = costs[at];
      const rise = cost && { profileType, policy, cost, delta: finding.delta };
      culprits.push({ result, finding, rise });
    }
  }
  return culprits.sort((a, b) => b.finding.delta - a.finding.delta);
}

function toNamed({ function: name, file, measure, delta }: Finding): NamedCost {
  return { function: name === WHOLE_PROGRAM ? undefined : { name, file }, measure, delta };
}

async function prepare(
  culprits: readonly Culprit[],
  run: ServiceRun,
  surroundings: Surroundings,
): Promise<Searching> {
  const { environment, github, signal, log } = surroundings;
  const { planned, config, scrub } = run;
  const { base, head } = planned;
  const { token } = config.publish;
  const cwd = planned.repository;
  const checkout = await openCheckout({ cwd, github, token, environment, signal });
  const between = await commitsBetween(checkout, base.commit, head.commit);
  if (between.commits.length === 0) {
    throw new FlamegateError('plan', 'there is no commit between base and head');
  }
  const subjects = await subjectsOf(checkout, between.commits);
  const rises = culprits.flatMap(({ rise }) => rise ?? []);
  const known = new Map<string, readonly RiseReading[]>();
  const tell = (commit: string) => `${commit.slice(0, 7)} ${subjects.get(commit) ?? ''}`;
  const { length } = between.commits;
  log.info(
    `Searching ${counted(length, 'commit')}, up to ${tell(head.commit)}; at most ${measurementsFor(length)} are measured for each function.`,
  );
  return {
    between,
    subjects: new Map([...subjects].map(([commit, subject]) => [commit, scrub(subject)])),
    rises,
    async readingsOf(commit) {
      const readings = known.get(commit);
      if (readings !== undefined) return readings;
      log.section(`bisect: ${tell(commit)}`);
      const measured = await unlessLate(surroundings, () =>
        measureCommit(commit, rises, run, checkout, surroundings),
      );
      if (measured === 'out of time') return measured;
      known.set(commit, measured);
      return measured;
    },
  };
}

async function search(
  { finding, rise }: Culprit,
  { between, subjects, rises, readingsOf }: Searching,
  { log }: Surroundings,
): Promise<ResultBisection> {
  if (rise === undefined) return notSearched('the rounds don’t tell which function it is');
  const { commits, parting } = between;
  const at = rises.indexOf(rise);
  const bisection = await bisect({
    commits,
    delta: rise.delta,
    most: measurementsFor(commits.length),
    async measure(commit): Promise<Measurement | 'out of time'> {
      const readings = await readingsOf(commit);
      const reading = readings === 'out of time' ? undefined : readings[at];
      if (reading === undefined) return 'out of time';
      log.info(`${commit.slice(0, 7)}: ${finding.function} ${inWords(reading)}`);
      return { commit, ...reading };
    },
  });
  return toResult(bisection, commits.length, parting, subjects);
}

function inWords({ reading, delta, reason }: RiseReading): string {
  const rise = delta === null ? '' : ` (${points(delta)})`;
  return `${reading}${rise}${reason === null ? '' : `: ${reason}`}`;
}

function foundFor({ result, finding }: Culprit, bisection: ResultBisection): FoundCommit {
  const { function: name, file, line, measure } = finding;
  return { profileType: result.profileType, function: name, file, line, measure, bisection };
}

/** What a job makes, or why it can't. */
async function orReason<T extends object>(
  { signal }: Surroundings,
  job: () => Promise<T>,
): Promise<T | string> {
  try {
    return await job();
  } catch (error) {
    if (isLate(signal)) return signal.reason.message;
    if (error instanceof FlamegateError && error.kind === 'plan') return error.message;
    throw error;
  }
}

async function unlessLate<T>(
  { signal }: Surroundings,
  job: () => Promise<T>,
): Promise<T | 'out of time'> {
  try {
    return await job();
  } catch (error) {
    if (isLate(signal)) return 'out of time';
    throw error;
  }
}

/** Whether the time limit has ended the run; whoever interrupts one wants no answer. */
function isLate({ aborted, reason }: AbortSignal): boolean {
  return aborted && reason instanceof FlamegateError && reason.kind !== 'interrupted';
}
