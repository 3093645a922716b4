import fc from 'fast-check';
import type { SideEnvironment } from '../../src/compare/environment/summary.ts';
import { type Report, reportOf } from '../../src/report/report.ts';
import type {
  Difference,
  Finding,
  FindingKind,
  Result,
  ResultBisection,
  ResultSide,
  ResultWaiver,
  SeenCost,
  Undecided,
} from '../../src/report/result.ts';
import { isMention } from '../../src/text/mention.ts';
import { hostileText } from '../text/hostile.ts';

/** Numbers as a bug or a forged file could hold them. */
const number = fc.oneof(
  fc.double({ min: -1, max: 1 }),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

const measure = fc.constantFrom('total' as const, 'self' as const);

const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const waiver: fc.Arbitrary<ResultWaiver> = fc.record(
  {
    state: fc.constantFrom('applies', 'exceeded', 'expired'),
    ceiling: number,
    reason: hostileText,
    issue: orNull(hostileText),
    expires: hostileText,
    given: fc.record({ by: hostileText, url: hostileText }),
  },
  { requiredKeys: ['state', 'ceiling', 'reason', 'issue', 'expires'] },
);

const commit = { commit: hostileText, subject: hostileText };

const bisection: fc.Arbitrary<ResultBisection> = fc.record({
  culprit: orNull(fc.record(commit)),
  part: orNull(number),
  suspects: fc.array(fc.record(commit), { maxLength: 12 }),
  commits: fc.nat(),
  parting: orNull(hostileText),
  measurements: fc.array(
    fc.record({
      ...commit,
      reading: fc.constantFrom(
        'slow' as const,
        'fast' as const,
        'unclear' as const,
        'broken' as const,
      ),
      delta: orNull(number),
      low: orNull(number),
      high: orNull(number),
      reason: orNull(hostileText),
    }),
    { maxLength: 12 },
  ),
  stopped: fc.constantFrom(
    null,
    'nothing left to measure' as const,
    'enough measured' as const,
    'out of time' as const,
    'not searched' as const,
  ),
  reason: orNull(hostileText),
});

const ownFinding = fc.record({
  kind: fc.constantFrom<FindingKind[]>('regression', 'improvement', 'new', 'gone', 'moved'),
  fails: fc.boolean(),
  function: hostileText,
  file: hostileText,
  line: fc.nat(),
  measure,
  baseShare: number,
  headShare: number,
  delta: number,
  low: number,
  high: number,
  adjustedP: number,
  threshold: number,
  culprit: fc.boolean(),
  explainedBy: orNull(hostileText),
  path: fc.array(hostileText, { maxLength: 12 }),
  change: orNull(
    fc.record({
      mark: fc.constantFrom('touched' as const, 'reachable' as const, 'unrelated' as const),
      because: hostileText,
    }),
  ),
  // Those who can be mentioned are, and nothing else is to be.
  owners: fc.array(
    hostileText.filter((text) => !isMention(text)),
    { maxLength: 3 },
  ),
});

const finding: fc.Arbitrary<Finding> = fc
  .tuple(
    ownFinding,
    fc.option(waiver, { nil: undefined }),
    fc.option(bisection, { nil: undefined }),
  )
  .map(([own, waived, found]) => ({
    ...own,
    ...(waived && { waiver: waived }),
    ...(found && { bisection: found }),
  }));

const undecided: fc.Arbitrary<Undecided> = fc.record({
  function: hostileText,
  file: hostileText,
  measure,
  baseShare: number,
  delta: number,
  upperBound: number,
  threshold: number,
});

const seenCost: fc.Arbitrary<SeenCost> = fc.record({
  baseShare: number,
  headShare: number,
  delta: number,
});

const difference: fc.Arbitrary<Difference> = fc.record({
  function: hostileText,
  file: hostileText,
  line: fc.nat(),
  total: seenCost,
  self: seenCost,
});

const side: fc.Arbitrary<ResultSide> = fc.record({
  ref: orNull(hostileText),
  commit: orNull(hostileText),
  window: hostileText,
  rounds: fc.nat(),
  requests: orNull(number),
  failed: orNull(number),
  costPerRequest: orNull(number),
  ticks: number,
});

const sideEnvironment: fc.Arbitrary<SideEnvironment> = fc.record({
  cpus: fc.array(hostileText, { maxLength: 3 }),
  cpuCount: orNull(number),
  cpuQuota: orNull(number),
  memoryBytes: orNull(number),
  runtimes: fc.array(hostileText, { maxLength: 3 }),
  profilers: fc.array(hostileText, { maxLength: 3 }),
  sampleRateAsked: orNull(number),
  sampleRateAchieved: orNull(number),
  capturedShare: orNull(number),
  namedShare: orNull(number),
  stealShare: orNull(number),
  otherCpuShare: orNull(number),
  throttledShare: orNull(number),
  cpuPressureShare: orNull(number),
});

/** Texts and rows by the dozen, sometimes by the thousand. */
function many<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .tuple(fc.array(of, { maxLength: 14 }), fc.constantFrom(1, 1, 1, 100))
    .map(([items, times]) => Array.from({ length: times }, () => items).flat());
}

/** Any result at all, each text of it hostile and each number possibly none. */
export const hostileResult: fc.Arbitrary<Result> = fc.record({
  schema: fc.constant(1 as const),
  verdict: fc.constantFrom('pass', 'regression', 'inconclusive', 'invalid'),
  reason: hostileText,
  findings: many(finding),
  minimumDetectableChange: orNull(number),
  rounds: fc.nat(),
  confirmation: orNull(
    fc.record({
      outcome: fc.constantFrom('confirmed' as const, 'refuted' as const, 'pending' as const),
      raisedAfter: fc.nat(),
      freshRounds: fc.nat(),
      suspects: many(hostileText),
      times: fc.constantFrom(1 as const, 2 as const),
    }),
  ),
  warnings: many(hostileText),
  service: hostileText,
  profileType: hostileText,
  unit: hostileText,
  base: side,
  head: side,
  policy: fc.record({ maxIncrease: number, minRelative: number, alpha: number }),
  normalisation: orNull(fc.constantFrom('counted' as const, 'estimated' as const)),
  slowdown: orNull(fc.record({ base: number, head: number })),
  program: orNull(fc.record({ delta: number, low: number, high: number })),
  undecided: many(undecided),
  differences: fc.oneof(fc.constant([]), many(difference)),
  functionsTested: fc.nat(),
  tested: many(
    fc.record({
      function: hostileText,
      file: hostileText,
      line: fc.nat(),
      measure: fc.constantFrom('total' as const, 'self' as const),
      baseShare: number,
      headShare: number,
      delta: number,
      low: number,
      high: number,
      adjustedP: number,
      threshold: number,
      judgement: fc.constantFrom('rise' as const, 'within' as const, 'undecided' as const),
      minimumDetectable: orNull(number),
    }),
  ),
  idle: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    many(
      fc.record({
        path: hostileText,
        kind: fc.constantFrom('comments' as const, 'documentation' as const, 'tests' as const),
      }),
    ),
  ),
  advice: many(hostileText),
  output: many(hostileText),
  environment: fc.record({ base: sideEnvironment, head: sideEnvironment }),
  tool: fc.record({ name: fc.constant('flamegate' as const), version: hostileText }),
});

/** The configuration's own; they are no text of a profile. */
const PLAYBOOKS = ['https://wiki.example.com/slow', 'https://x.example/)[a](b'] as const;

/** The same, as links may have them. */
export const PLAYBOOK_LINKS = ['https://wiki.example.com/slow', 'https://x.example/%29%5Ba%5D%28b'];

/** Several comparisons, each as hostile and as huge as one can be. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .array(
    fc.record({
      result: hostileResult,
      handling: fc.record({
        mode: fc.constantFrom('block' as const, 'comment' as const, 'observe' as const),
        onInconclusive: fc.constantFrom('warn' as const, 'fail' as const),
        playbook: fc.constantFrom(...PLAYBOOKS),
      }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map(([first, ...others]) => reportOf([first as NonNullable<typeof first>, ...others]));
