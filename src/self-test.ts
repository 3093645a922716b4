import { setImmediate } from 'node:timers/promises';
import { CANARY_MICROS } from './canary/settings.ts';
import { Cleanup } from './cleanup.ts';
import { type ComparisonInput, compareRounds } from './compare/compare.ts';
import type { Comparison } from './compare/comparison.ts';
import { judgeEnvironment, refusalOf } from './compare/environment/judge.ts';
import type { Decision } from './compare/sequence/decide.ts';
import { decideRounds } from './compare/sequence/sequence.ts';
import { comparisonInput } from './comparison-input.ts';
import type { MeasuredService, SelfTestConfig } from './config/config.ts';
import { scrubberOf } from './machine.ts';
import { type Plan, SAME_COMMIT } from './plan/plan.ts';
import { planCommits } from './plan-commits.ts';
import { loadRounds } from './profiles/load-rounds.ts';
import type { Round } from './profiles/profile.ts';
import { requireInNodeOptions } from './receiver/node-options.ts';
import { recordRounds, type ServiceAdditions } from './record.ts';
import { secretsOf } from './record-service.ts';
import { resultOf } from './report/build-result.ts';
import { cost, size } from './report/numbers.ts';
import { type CanarySize, plantInProfiles, seesCanary } from './self-test/plant.ts';
import { seededRandom } from './self-test/random.ts';
import { resampleGates } from './self-test/resample.ts';
import {
  canaryOutcome,
  type FalseAlarms,
  type SelfTestResult,
  selfTestResult,
} from './self-test/result.ts';
import { tallyGates } from './self-test/tally.ts';
import type { Surroundings } from './surroundings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Gates on unchanged code: enough to tell a rate of 1 % from one of 3 %. */
const GATES = 400;

/** Large profiles take longer to compare; then there are fewer gates, but never less than a few. */
const GATES_TIME_MS = 60_000;
const FEWEST_GATES = 20;

/** The same gates for the same rounds. */
const SEED = 1;

/**
 * Puts the gate to the test: the commit against itself, then against itself with a slowdown of known
 * size. One recording holds both, the pairs without the canary first.
 * @throws FlamegateError of kind `measurement` when there is nothing to judge by
 */
export async function selfTest(
  config: SelfTestConfig,
  surroundings: Surroundings,
): Promise<SelfTestResult> {
  const { gate } = config;
  const found = await planCommits(gate, surroundings);
  const planned = { ...found, warnings: found.warnings.filter((text) => text !== SAME_COMMIT) };
  const cleanup = new Cleanup(surroundings.log);
  try {
    const { tempDirectory } = surroundings;
    const bundle = await temporaryFolder(tempDirectory, 'the recorded rounds', cleanup);
    return await measureAndJudge(config, planned, bundle, surroundings);
  } finally {
    await cleanup.run();
  }
}

async function measureAndJudge(
  { gate, pairs, canary }: SelfTestConfig,
  planned: Plan,
  bundle: string,
  surroundings: Surroundings,
): Promise<SelfTestResult> {
  const [service] = gate.services;
  const [{ policy, profileType }] = service.types;
  const { log, shipped } = surroundings;
  let canarySize: CanarySize | undefined;
  let unit: string | undefined;
  const additions: ServiceAdditions = ({ side, round }, environment) => {
    const micros = microsOf(canarySize, unit);
    if (side === 'base' || round < pairs || micros === undefined) return {};
    return {
      NODE_OPTIONS: requireInNodeOptions(environment.NODE_OPTIONS ?? '', shipped.canary),
      [CANARY_MICROS]: String(micros),
    };
  };
  const secrets = secretsOf(gate);
  const recording = await recordRounds(
    planned,
    {
      service: {
        ...service,
        types: [{ policy, profileType }],
        plan: { first: pairs, most: pairs },
      },
      bundle,
      comparisons: 1,
      secrets,
      scrub: await scrubberOf(surroundings, secrets),
      forwardTo: undefined,
    },
    surroundings,
    ([{ rounds } = { rounds: [] }], origins) => {
      const { plain, slowed } = halves(rounds, pairs);
      const inputOf = (half: readonly Round[]) =>
        comparisonInput(half, { policy, ...origins }, { diff: planned.diff, facts: undefined });
      if (canarySize === undefined || slowed.length === 0) {
        const comparison = compareRounds(inputOf(alike(plain, service)));
        canarySize = sizeOf(canary, comparison);
        unit = plain[0]?.profile.sampleType.unit;
        log.section('canary');
        log.info(`Now ${describeSize(canarySize, unit)} more are planted on head.`);
        return pairs + service.plan.first;
      }
      const { decision } = decideCanary(inputOf(alike(slowed, service)), canarySize, service);
      return decision.next === undefined ? undefined : pairs + decision.next;
    },
    additions,
  );

  const { manifest, rounds, diff } = await loadRounds(recording.manifest);
  const { plain, slowed } = halves(rounds, pairs);
  const inputOf = (half: readonly Round[]) =>
    comparisonInput(
      half,
      { policy, base: manifest.base, head: manifest.head },
      { diff, facts: undefined },
    );
  const falseAlarms = await countFalseAlarms(inputOf(plain), service, pairs, surroundings);
  const size = canarySize ?? sizeOf(canary, compareRounds(inputOf(plain)));
  const { decision, plantedInto, judged } = decideCanary(inputOf(slowed), size, service);
  const result = resultOf(
    decision,
    judged,
    {
      service: service.name,
      profileType: manifest.profileType,
      unit: rounds[0]?.profile.sampleType.unit ?? '',
      base: manifest.base,
      head: manifest.head,
      policy,
      version: surroundings.version,
    },
    [...recording.warnings, ...judgeEnvironment(rounds, service.allowDifferent).warnings],
  );
  const base = decision.comparison.costPerRequest?.base;
  const outcome = canaryOutcome(decision.comparison.changes, result, {
    plantedInto,
    planted: size.of === 'round' || base === undefined ? canary : size.cost / base,
    costPerRequest: size.of === 'round' ? null : size.cost,
  });
  return selfTestResult(falseAlarms, outcome, service.plan);
}

/** The rounds of the commit against itself, and those with the canary, numbered from 0. */
function halves(rounds: readonly Round[], pairs: number) {
  return {
    plain: rounds.filter(({ round }) => round < pairs),
    slowed: rounds
      .filter(({ round }) => round >= pairs)
      .map((round) => ({ ...round, round: round.round - pairs })),
  };
}

/** @throws FlamegateError for rounds that no gate would compare */
function alike(rounds: readonly Round[], { allowDifferent }: MeasuredService): readonly Round[] {
  const refusal = refusalOf(judgeEnvironment(rounds, allowDifferent));
  if (refusal !== undefined) throw refusal;
  return rounds;
}

function sizeOf(canary: number, { costPerRequest }: Comparison): CanarySize {
  return costPerRequest === undefined
    ? { of: 'round', share: canary }
    : { of: 'request', cost: canary * costPerRequest.base };
}

function describeSize(canarySize: CanarySize, unit = ''): string {
  if (canarySize.of === 'round') return size(canarySize.share);
  return `${cost(canarySize.cost, unit)} a request`;
}

/** What the canary burns; undefined where a profile does not count time, or nobody counts requests. */
function microsOf(size: CanarySize | undefined, unit: string | undefined): number | undefined {
  return size?.of === 'request' && unit === 'nanoseconds' ? size.cost / 1000 : undefined;
}

/** The gate's decision on rounds with the canary, which is planted here when the service has not seen it. */
function decideCanary(
  input: ComparisonInput,
  canarySize: CanarySize,
  { plan }: MeasuredService,
): {
  readonly decision: Decision;
  readonly plantedInto: 'service' | 'profiles';
  readonly judged: readonly Round[];
} {
  const isSeen = seesCanary(input.rounds);
  const judged = isSeen
    ? input.rounds
    : plantInProfiles(input.rounds, canarySize, (round) => seededRandom(SEED + round));
  return {
    decision: decideRounds({ ...input, rounds: judged }, plan),
    plantedInto: isSeen ? 'service' : 'profiles',
    judged,
  };
}

async function countFalseAlarms(
  input: ComparisonInput,
  { plan }: MeasuredService,
  pairs: number,
  { log, signal }: Surroundings,
): Promise<FalseAlarms> {
  log.section('false alarms');
  log.info(`Drawing ${GATES} gates from the ${pairs} pairs without the canary.`);
  const start = performance.now();
  const decisions: Decision[] = [];
  for (const decision of resampleGates(input, plan, seededRandom(SEED))) {
    decisions.push(decision);
    // Lets signals and the time limit through.
    await setImmediate();
    signal.throwIfAborted();
    const isLate = performance.now() - start > GATES_TIME_MS;
    if (decisions.length === GATES || (isLate && decisions.length >= FEWEST_GATES)) break;
  }
  return {
    ...tallyGates(decisions),
    pairs,
    gatesPlanned: GATES,
    verdict: compareRounds(input).verdict,
  };
}
