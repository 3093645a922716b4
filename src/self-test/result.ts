import type { Change } from '../compare/comparison.ts';
import type { RoundsPlan } from '../compare/sequence/plan.ts';
import type { Result, ResultPolicy } from '../report/result.ts';
import { isCanary } from './plant.ts';
import type { Tally } from './tally.ts';

/** Version of the JSON; raised when a field changes its meaning or goes away. */
const SELF_TEST_SCHEMA = 1;

/**
 * - `sound`: no more false alarms than allowed, and the canary was caught.
 * - `cries-wolf`: unchanged code raises alarms.
 * - `blind`: the canary was not caught.
 * - `useless`: both.
 */
export type SelfTestVerdict = 'sound' | 'cries-wolf' | 'blind' | 'useless';

/** The commit against itself. Rates and changes are fractions. */
export interface FalseAlarms extends Tally {
  /** Pairs of rounds that were measured, from which all gates are drawn. */
  readonly pairs: number;
  /** Gates that were to be drawn; fewer were when time ran out. */
  readonly gatesPlanned: number;
  /** Of all pairs as they were measured, looked at once. */
  readonly verdict: Result['verdict'];
}

/** A slowdown that is known, found by a real gate. */
export interface CanaryOutcome {
  /** `service`: every request burnt the CPU; `profiles`: it was added to what had been recorded. */
  readonly plantedInto: 'service' | 'profiles';
  /** As a fraction of the base's CPU per request. */
  readonly planted: number;
  /** In the unit of the profile, for every request; null when nobody counted requests. */
  readonly costPerRequest: number | null;
  readonly caught: boolean;
  /** Whether it was named as the cause, not only as one of the functions that rose. */
  readonly culprit: boolean;
  /** What the gate measured, with its 95 % interval; null when it saw no change. */
  readonly measured: { readonly delta: number; readonly low: number; readonly high: number } | null;
  /** The gate's own report. */
  readonly result: Result;
}

export interface SelfTestResult {
  readonly schema: typeof SELF_TEST_SCHEMA;
  readonly kind: 'self-test';
  readonly verdict: SelfTestVerdict;
  readonly service: string;
  readonly profileType: string;
  readonly unit: string;
  readonly ref: string | null;
  readonly commit: string | null;
  readonly policy: ResultPolicy;
  readonly plan: { readonly rounds: number; readonly maxRounds: number };
  readonly falseAlarms: FalseAlarms;
  readonly canary: CanaryOutcome;
  readonly warnings: readonly string[];
  readonly tool: Result['tool'];
}

/** What the self-test came to, of its two halves. */
export function selfTestResult(
  falseAlarms: FalseAlarms,
  canary: CanaryOutcome,
  plan: RoundsPlan,
): SelfTestResult {
  const { result } = canary;
  const { service, profileType, unit, base, policy, tool } = result;
  return {
    schema: SELF_TEST_SCHEMA,
    kind: 'self-test',
    verdict: verdictOf(criesWolf(falseAlarms, policy.alpha), !canary.caught),
    service,
    profileType,
    unit,
    ref: base.ref,
    commit: base.commit,
    policy,
    plan: { rounds: plan.first, maxRounds: plan.most },
    falseAlarms,
    canary,
    warnings: result.warnings,
    tool,
  };
}

/** More alarms than alpha allows, for certain; or the pairs as they were measured raise one. */
export function criesWolf(
  { alarms, verdict }: Pick<FalseAlarms, 'alarms' | 'verdict'>,
  alpha: number,
): boolean {
  return alarms.low > alpha || verdict === 'regression';
}

function verdictOf(wolf: boolean, blind: boolean): SelfTestVerdict {
  if (wolf) return blind ? 'useless' : 'cries-wolf';
  return blind ? 'blind' : 'sound';
}

/** What the gate made of the canary. */
export function canaryOutcome(
  changes: readonly Change[],
  result: Result,
  planted: Pick<CanaryOutcome, 'plantedInto' | 'planted' | 'costPerRequest'>,
): CanaryOutcome {
  const own = changes.filter(({ subject }) => subject !== null && isCanary(subject.name));
  const found = own.find(({ fails }) => fails) ?? own[0];
  return {
    ...planted,
    caught: found?.fails ?? false,
    culprit: found?.fails === true && found.culprit,
    measured:
      found === undefined
        ? null
        : { delta: found.estimate.delta, low: found.estimate.low, high: found.estimate.high },
    result,
  };
}
