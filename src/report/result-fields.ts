import type { SideEnvironment } from '../compare/environment/summary.ts';
import type {
  Difference,
  Finding,
  JudgedCost,
  Result,
  ResultSide,
  SeenCost,
  TestedFunction,
  Undecided,
} from './result.ts';

/** A result's fields in the order of `result.ts`, however it was put together. */
export function resultFields(result: Result): Result {
  return {
    schema: result.schema,
    verdict: result.verdict,
    reason: result.reason,
    findings: result.findings.map(findingFields),
    minimumDetectableChange: result.minimumDetectableChange,
    rounds: result.rounds,
    warnings: result.warnings,
    service: result.service,
    profileType: result.profileType,
    unit: result.unit,
    base: side(result.base),
    head: side(result.head),
    policy: {
      maxIncrease: result.policy.maxIncrease,
      minRelative: result.policy.minRelative,
      alpha: result.policy.alpha,
    },
    normalisation: result.normalisation,
    slowdown: result.slowdown && { base: result.slowdown.base, head: result.slowdown.head },
    program: result.program && {
      delta: result.program.delta,
      low: result.program.low,
      high: result.program.high,
    },
    undecided: result.undecided.map(undecided),
    differences: result.differences.map(difference),
    functionsTested: result.functionsTested,
    ...(result.functionsRuled !== undefined && { functionsRuled: result.functionsRuled }),
    tested: result.tested.map(tested),
    confirmation: result.confirmation && {
      outcome: result.confirmation.outcome,
      raisedAfter: result.confirmation.raisedAfter,
      freshRounds: result.confirmation.freshRounds,
      suspects: result.confirmation.suspects,
      times: result.confirmation.times,
    },
    idle: result.idle?.map(({ path, kind }) => ({ path, kind })) ?? null,
    advice: result.advice,
    output: result.output,
    ...(result.environment && {
      environment: {
        base: sideEnvironment(result.environment.base),
        head: sideEnvironment(result.environment.head),
      },
    }),
    tool: { name: result.tool.name, version: result.tool.version },
  };
}

/** A finding's, likewise. */
export function findingFields(of: Finding): Finding {
  return {
    kind: of.kind,
    fails: of.fails,
    ...judgedCost(of),
    culprit: of.culprit,
    explainedBy: of.explainedBy,
    path: of.path,
    change: of.change && { mark: of.change.mark, because: of.change.because },
    ...(of.waiver && {
      waiver: {
        state: of.waiver.state,
        ceiling: of.waiver.ceiling,
        reason: of.waiver.reason,
        issue: of.waiver.issue,
        expires: of.waiver.expires,
      },
    }),
    ...(of.owners && { owners: of.owners }),
  };
}

function tested(of: TestedFunction): TestedFunction {
  return {
    ...judgedCost(of),
    judgement: of.judgement,
    minimumDetectable: of.minimumDetectable,
  };
}

function difference(of: Difference): Difference {
  return {
    function: of.function,
    file: of.file,
    line: of.line,
    total: seenCost(of.total),
    self: seenCost(of.self),
  };
}

function seenCost(of: SeenCost): SeenCost {
  return { baseShare: of.baseShare, headShare: of.headShare, delta: of.delta };
}

function judgedCost(of: JudgedCost): JudgedCost {
  return {
    function: of.function,
    file: of.file,
    line: of.line,
    measure: of.measure,
    baseShare: of.baseShare,
    headShare: of.headShare,
    delta: of.delta,
    low: of.low,
    high: of.high,
    adjustedP: of.adjustedP,
    threshold: of.threshold,
  };
}

function side(of: ResultSide): ResultSide {
  return {
    ref: of.ref,
    commit: of.commit,
    rounds: of.rounds,
    requests: of.requests,
    failed: of.failed,
    costPerRequest: of.costPerRequest,
    ticks: of.ticks,
  };
}

function sideEnvironment(of: SideEnvironment): SideEnvironment {
  return {
    cpus: of.cpus,
    cpuCount: of.cpuCount,
    cpuQuota: of.cpuQuota,
    memoryBytes: of.memoryBytes,
    runtimes: of.runtimes,
    profilers: of.profilers,
    sampleRateAsked: of.sampleRateAsked,
    sampleRateAchieved: of.sampleRateAchieved,
    capturedShare: of.capturedShare,
    namedShare: of.namedShare,
    stealShare: of.stealShare,
    otherCpuShare: of.otherCpuShare,
    throttledShare: of.throttledShare,
    cpuPressureShare: of.cpuPressureShare,
  };
}

function undecided(of: Undecided): Undecided {
  return {
    function: of.function,
    file: of.file,
    measure: of.measure,
    baseShare: of.baseShare,
    delta: of.delta,
    upperBound: of.upperBound,
    threshold: of.threshold,
  };
}
