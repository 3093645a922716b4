import type { SideEnvironment } from '../compare/environment/summary.ts';
import { countAt } from '../profiles/json-fields.ts';
import { BISECTION } from './bisection-shape.ts';
import { flag, list, maybeMissing, number, oneOf, orNull, record, text } from './json-reader.ts';
import {
  type Difference,
  type Finding,
  type IdleFile,
  RESULT_SCHEMA,
  type Result,
  type ResultConfirmation,
  type ResultSide,
  type SeenCost,
  type TestedFunction,
  type Undecided,
} from './result.ts';

const MEASURE = oneOf('total', 'self');

const JUDGED_COST = {
  function: text,
  file: text,
  line: countAt,
  measure: MEASURE,
  baseShare: number,
  headShare: number,
  delta: number,
  low: number,
  high: number,
  adjustedP: number,
  threshold: number,
};

/** A finding. */
export const FINDING = record<Finding>({
  kind: oneOf('regression', 'improvement', 'new', 'gone', 'moved'),
  fails: flag,
  ...JUDGED_COST,
  culprit: flag,
  explainedBy: orNull(text),
  path: list(text),
  change: orNull(
    record<NonNullable<Finding['change']>>({
      mark: oneOf('touched', 'reachable', 'unrelated'),
      because: text,
    }),
  ),
  waiver: maybeMissing(
    record<NonNullable<Finding['waiver']>>({
      state: oneOf('applies', 'exceeded', 'expired'),
      ceiling: number,
      reason: text,
      issue: orNull(text),
      expires: text,
      given: maybeMissing(record<{ by: string; url: string }>({ by: text, url: text })),
    }),
  ),
  owners: maybeMissing(list(text)),
  bisection: maybeMissing(BISECTION),
});

const TESTED = record<TestedFunction>({
  ...JUDGED_COST,
  judgement: oneOf('rise', 'fall', 'within', 'undecided'),
  minimumDetectable: orNull(number),
});

const UNDECIDED = record<Undecided>({
  function: text,
  file: text,
  measure: MEASURE,
  baseShare: number,
  delta: number,
  upperBound: number,
  threshold: number,
});

const SEEN = record<SeenCost>({ baseShare: number, headShare: number, delta: number });

const DIFFERENCE = record<Difference>({
  function: text,
  file: text,
  line: countAt,
  total: SEEN,
  self: SEEN,
});

const SIDE = record<ResultSide>({
  ref: orNull(text),
  commit: orNull(text),
  window: maybeMissing(text),
  rounds: countAt,
  requests: orNull(number),
  failed: orNull(number),
  costPerRequest: orNull(number),
  ticks: number,
});

const SIDE_ENVIRONMENT = record<SideEnvironment>({
  cpus: list(text),
  cpuCount: orNull(number),
  cpuQuota: orNull(number),
  memoryBytes: orNull(number),
  runtimes: list(text),
  profilers: list(text),
  sampleRateAsked: orNull(number),
  sampleRateAchieved: orNull(number),
  capturedShare: orNull(number),
  namedShare: orNull(number),
  stealShare: orNull(number),
  otherCpuShare: orNull(number),
  throttledShare: orNull(number),
  cpuPressureShare: orNull(number),
});

const CONFIRMATION = record<ResultConfirmation>({
  outcome: oneOf('confirmed', 'refuted', 'pending'),
  raisedAfter: countAt,
  freshRounds: countAt,
  suspects: list(text),
  times: oneOf(1, 2),
});

const IDLE_FILE = record<IdleFile>({
  path: text,
  kind: oneOf('comments', 'documentation', 'tests', 'upkeep'),
});

/** The result model field by field, in the order of its JSON: how each is read, and that there are no others. */
export const RESULT = record<Result>({
  schema: oneOf(RESULT_SCHEMA),
  verdict: oneOf('pass', 'regression', 'inconclusive', 'invalid'),
  reason: text,
  findings: list(FINDING),
  minimumDetectableChange: orNull(number),
  rounds: countAt,
  warnings: list(text),
  service: text,
  profileType: text,
  unit: text,
  base: SIDE,
  head: SIDE,
  policy: record<Result['policy']>({ maxIncrease: number, minRelative: number, alpha: number }),
  normalisation: orNull(oneOf('counted', 'estimated')),
  slowdown: orNull(record<NonNullable<Result['slowdown']>>({ base: number, head: number })),
  program: orNull(
    record<NonNullable<Result['program']>>({ delta: number, low: number, high: number }),
  ),
  undecided: list(UNDECIDED),
  differences: list(DIFFERENCE),
  functionsTested: countAt,
  functionsRuled: maybeMissing(countAt),
  tested: list(TESTED),
  confirmation: orNull(CONFIRMATION),
  idle: orNull(list(IDLE_FILE)),
  advice: list(text),
  output: list(text),
  environment: maybeMissing(
    record<NonNullable<Result['environment']>>({
      base: SIDE_ENVIRONMENT,
      head: SIDE_ENVIRONMENT,
    }),
  ),
  tool: record<Result['tool']>({ name: oneOf('flamegate'), version: text }),
});
