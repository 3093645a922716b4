import type {
  Change,
  Comparison,
  Doubt,
  JudgedSubject,
  Subject,
  Tested,
  UsedWaiver,
} from '../compare/comparison.ts';
import type { Difference as SeenDifference } from '../compare/differences.ts';
import type { Confirmation, Decision } from '../compare/sequence/decide.ts';
import type { Policy } from '../config/config.ts';
import { type Window, windowText } from '../config/window.ts';
import type { FlamegateError } from '../errors.ts';
import type { ManifestSide } from '../profiles/manifest.ts';
import type { Round, Side } from '../profiles/profile.ts';
import { toFindingChange } from './attribution.ts';
import { adviceFor, outOfReach, reasonFor, refutation, waiverWarnings } from './reasons.ts';
import {
  type Difference,
  type Finding,
  type JudgedCost,
  RESULT_SCHEMA,
  type Result,
  type ResultPolicy,
  type ResultSide,
  type ResultWaiver,
  type TestedFunction,
  type Undecided,
  WHOLE_PROGRAM,
} from './result.ts';

/** Where a side comes from. */
export interface SubjectSide extends ManifestSide {
  /** Time of the profiles that a server was asked for; undefined for rounds that were measured. */
  readonly window?: Window;
}

/** What is known before anything is measured, and of a measurement that failed. */
export interface Subjects {
  readonly service: string;
  readonly profileType: string;
  readonly unit: string;
  readonly base: SubjectSide | undefined;
  readonly head: SubjectSide | undefined;
  readonly policy: Policy;
  readonly environment?: Result['environment'];
  /** Flamegate's own version. */
  readonly version: string;
}

/** The result of a decision. `rounds` are those that were given to it. */
export function resultOf(
  { comparison, confirmation, endedEarly, setAside }: Decision,
  rounds: readonly Round[],
  subjects: Subjects,
  warnings: readonly string[],
): Result {
  return {
    ...frame(subjects),
    verdict: comparison.verdict,
    reason: reasonFor(comparison, confirmation),
    findings: comparison.changes.map(toFinding),
    minimumDetectableChange: comparison.minimumDetectable,
    rounds: comparison.pairs,
    confirmation: confirmation === undefined ? null : toConfirmation(confirmation),
    warnings: [
      ...warnings,
      ...comparison.warnings,
      ...refutation(confirmation),
      ...outOfReach(setAside),
      ...waiverWarnings(comparison),
    ],
    base: sideOf('base', subjects.base, rounds, comparison.costPerRequest?.base),
    head: sideOf('head', subjects.head, rounds, comparison.costPerRequest?.head),
    normalisation: comparison.normalisation,
    slowdown: comparison.slowdown ?? null,
    program: programOf(comparison),
    undecided: comparison.doubts.map(toUndecided),
    differences: comparison.differences.map(toDifference),
    functionsTested: comparison.tested.length,
    ...(comparison.ruled > 0 && { functionsRuled: comparison.ruled }),
    tested: comparison.tested.map(toTestedFunction),
    idle: null,
    advice: adviceFor(comparison, endedEarly),
    output: [],
  };
}

/** The result of a measurement that broke: verdict `invalid`, with what the error says. */
export function invalidResult(
  error: FlamegateError,
  subjects: Subjects,
  warnings: readonly string[],
): Result {
  return {
    ...unmeasured(subjects),
    verdict: 'invalid',
    reason: error.message,
    warnings: [...warnings],
    idle: null,
    advice: error.hint === undefined ? [] : [error.hint],
    output: [...error.output],
  };
}

/** What a result says of numbers when there are none. */
export function unmeasured(subjects: Subjects) {
  return {
    ...frame(subjects),
    findings: [],
    minimumDetectableChange: null,
    confirmation: null,
    rounds: 0,
    base: sideOf('base', subjects.base, [], undefined),
    head: sideOf('head', subjects.head, [], undefined),
    normalisation: null,
    slowdown: null,
    program: null,
    undecided: [],
    differences: [],
    functionsTested: 0,
    tested: [],
  } as const;
}

function frame(subjects: Subjects) {
  return {
    schema: RESULT_SCHEMA,
    service: subjects.service,
    profileType: subjects.profileType,
    unit: subjects.unit,
    policy: policyFields(subjects.policy),
    ...(subjects.environment && { environment: subjects.environment }),
    tool: { name: 'flamegate', version: subjects.version },
  } as const;
}

function policyFields({ maxIncrease, minRelative, alpha }: Policy): ResultPolicy {
  return { maxIncrease, minRelative, alpha };
}

function sideOf(
  side: Side,
  origin: SubjectSide | undefined,
  rounds: readonly Round[],
  costPerRequest: number | undefined,
): ResultSide {
  const own = rounds.filter((round) => round.side === side);
  return {
    ref: origin?.ref ?? null,
    commit: origin?.commit ?? null,
    ...(origin?.window && { window: windowText(origin.window) }),
    rounds: own.length,
    requests: sumOrNull(own.map((round) => round.requests)),
    failed: sumOrNull(own.map((round) => round.failed)),
    costPerRequest: costPerRequest ?? null,
    ticks: own.reduce((sum, round) => sum + round.profile.ticks, 0),
  };
}

/** Null unless every round was counted: a sum of some rounds would look like all. */
function sumOrNull(counts: readonly (number | undefined)[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (count === undefined) return null;
    sum += count;
  }
  return counts.length === 0 ? null : Math.round(sum);
}

function programOf({ program }: Comparison): Result['program'] {
  if (program === undefined) return null;
  return { delta: program.delta, low: program.low, high: program.high };
}

function nameOf(subject: Subject): string {
  return subject?.name ?? WHOLE_PROGRAM;
}

function toFinding(change: Change): Finding {
  return {
    kind: change.kind,
    fails: change.fails,
    ...toJudgedCost(change),
    culprit: change.culprit,
    explainedBy: change.explainedBy === undefined ? null : nameOf(change.explainedBy),
    path: change.path.map((row) => row.name),
    change: toFindingChange(change.attribution),
    ...(change.waiver && { waiver: toWaiver(change.waiver) }),
  };
}

function toWaiver({ waiver, state }: UsedWaiver): ResultWaiver {
  const { ceiling, reason, issue, expires, given } = waiver;
  return { state, ceiling, reason, issue: issue ?? null, expires, ...(given && { given }) };
}

function toTestedFunction(tested: Tested): TestedFunction {
  const { judgement, minimumDetectable } = tested;
  return { ...toJudgedCost(tested), judgement, minimumDetectable };
}

function toJudgedCost(judged: JudgedSubject): JudgedCost {
  const { subject, measure, estimate, adjustedP, threshold } = judged;
  const { baseShare, headShare, delta, low, high } = estimate;
  return {
    function: nameOf(subject),
    file: subject?.file ?? '',
    line: subject?.line ?? 0,
    measure,
    baseShare,
    headShare,
    delta,
    low,
    high,
    adjustedP,
    threshold,
  };
}

function toDifference({ subject, total, self }: SeenDifference): Difference {
  const { name, file, line } = subject;
  return { function: name, file, line, total, self };
}

function toConfirmation({ raisedAfter, freshPairs, outcome, suspects, times }: Confirmation) {
  return {
    outcome,
    raisedAfter,
    freshRounds: freshPairs,
    suspects: suspects.map(({ subject }) => nameOf(subject)),
    times,
  };
}

function toUndecided({ subject, measure, estimate, upperBound, threshold }: Doubt): Undecided {
  return {
    function: nameOf(subject),
    file: subject?.file ?? '',
    measure,
    baseShare: estimate.baseShare,
    delta: estimate.delta,
    upperBound,
    threshold,
  };
}
