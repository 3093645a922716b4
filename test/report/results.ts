import type { Mode } from '../../src/config/config.ts';
import { type Compared, type Report, reportOf } from '../../src/report/report.ts';
import type {
  Difference,
  Finding,
  MeasuredCommit,
  Result,
  ResultBisection,
  ResultSide,
  ResultWaiver,
  TestedFunction,
  Undecided,
  Verdict,
} from '../../src/report/result.ts';

/** A function that rose; give what matters to the test. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    kind: 'regression',
    fails: true,
    function: 'scoreOne',
    file: 'src/search.js',
    line: 41,
    measure: 'total',
    baseShare: 0.127,
    headShare: 0.161,
    delta: 0.034,
    low: 0.021,
    high: 0.046,
    adjustedP: 0.000_02,
    threshold: 0.01,
    culprit: true,
    explainedBy: null,
    path: ['handleRequest', 'search', 'scoreDocs', 'scoreOne'],
    change: null,
    ...given,
  };
}

const WITHOUT = { delta: 0.001, low: -0.003, high: 0.005 };

/** A search that found its commit among eight; give what matters to the test. */
export function bisection(given: Partial<ResultBisection> = {}): ResultBisection {
  const culprit = { commit: `c5${'0'.repeat(38)}`, subject: 'Score exactly' };
  return {
    culprit,
    part: 1,
    suspects: [culprit],
    commits: 8,
    parting: null,
    measurements: [
      measuredCommit('c3', { subject: 'Add a page', reading: 'fast', ...WITHOUT }),
      measuredCommit('c5', { subject: 'Score exactly' }),
      measuredCommit('c4', { subject: 'Tidy up', reading: 'fast', ...WITHOUT }),
    ],
    stopped: null,
    reason: null,
    ...given,
  };
}

/** A measured commit whose id begins with two digits; it has the rise. */
export function measuredCommit(id: string, given: Partial<MeasuredCommit> = {}): MeasuredCommit {
  return {
    commit: `${id}${'0'.repeat(38)}`,
    subject: '',
    reading: 'slow',
    delta: 0.033,
    low: 0.028,
    high: 0.037,
    reason: null,
    ...given,
  };
}

export function undecided(given: Partial<Undecided> = {}): Undecided {
  return {
    function: 'scoreOne',
    file: 'src/search.js',
    measure: 'total',
    baseShare: 0.127,
    delta: 0.008,
    upperBound: 0.023,
    threshold: 0.01,
    ...given,
  };
}

/** A function that differs by `total` and `self` points, with a base share of 12.7 %. */
export function difference(name: string, total: number, self: number): Difference {
  return {
    function: name,
    file: 'src/search.js',
    line: 41,
    total: { baseShare: 0.127, headShare: 0.127 + total / 100, delta: total / 100 },
    self: { baseShare: 0.01, headShare: 0.01 + self / 100, delta: self / 100 },
  };
}

export function testedFunction(given: Partial<TestedFunction> = {}): TestedFunction {
  return {
    function: 'scoreOne',
    file: 'src/search.js',
    line: 4,
    measure: 'total',
    baseShare: 0.127,
    headShare: 0.131,
    delta: 0.004,
    low: -0.001,
    high: 0.009,
    adjustedP: 1,
    threshold: 0.01,
    judgement: 'within',
    minimumDetectable: 0.014,
    ...given,
  };
}

/** A pass over 12 rounds; give what matters to the test. */
export function result(given: Partial<Result> = {}): Result {
  return {
    schema: 1,
    verdict: 'pass',
    reason:
      'no function rose beyond its threshold, and a larger rise is ruled out for all 137 costs tested',
    findings: [],
    minimumDetectableChange: 0.008,
    rounds: 12,
    confirmation: null,
    warnings: [],
    service: 'shop',
    profileType: 'cpu',
    unit: 'nanoseconds',
    base: side('main', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', 1_240_000),
    head: side('faster-search', 'f00dfeed8293a4b5c6d7e8f90011223344556677', 1_245_000),
    policy: { maxIncrease: 0.01, minRelative: 0.05, alpha: 0.01 },
    normalisation: 'counted',
    slowdown: { base: 1.082, head: 1.117 },
    program: { delta: 0.004, low: -0.005, high: 0.013 },
    undecided: [],
    differences: [],
    functionsTested: 137,
    tested: [testedFunction()],
    idle: null,
    advice: [],
    output: [],
    tool: { name: 'flamegate', version: '0.1.0' },
    ...given,
  };
}

/** A report of one comparison that can fail the check. */
export function alone(of: Result): Report {
  return reportOf([compared(of)]);
}

export function side(ref: string | null, commit: string | null, cost: number | null): ResultSide {
  return {
    ref,
    commit,
    rounds: 12,
    requests: 83_490,
    failed: 0,
    costPerRequest: cost,
    ticks: 41_980,
  };
}

function unmeasured(ref: string, commit: string): ResultSide {
  return { ...side(ref, commit, null), rounds: 0, requests: null, ticks: 0 };
}

const caller = (name: string, line: number, delta: number) =>
  finding({
    function: name,
    line,
    baseShare: 0.2,
    headShare: 0.2 + delta,
    delta,
    low: delta - 0.013,
    high: delta + 0.012,
    culprit: false,
    explainedBy: 'scoreOne',
  });

/** One result of each verdict, as a run of the shop would give it, and of what was measured hardly or not at all. */
export const SAMPLES: Record<Verdict | 'one-pair' | 'idle', Result> = {
  pass: result({
    findings: [
      finding({
        kind: 'improvement',
        fails: false,
        function: 'formatCsv',
        file: 'src/report.js',
        line: 12,
        baseShare: 0.341,
        headShare: 0.302,
        delta: -0.039,
        low: -0.052,
        high: -0.026,
      }),
    ],
  }),
  regression: result({
    verdict: 'regression',
    reason:
      "scoreOne costs +3.4 points of the base's CPU per request more, and so do 1 other function",
    head: side('faster-search', 'f00dfeed8293a4b5c6d7e8f90011223344556677', 1_282_000),
    program: { delta: 0.034, low: 0.019, high: 0.049 },
    findings: [
      caller('search', 88, 0.035),
      caller('scoreDocs', 60, 0.036),
      finding({
        change: { mark: 'touched', because: 'lines of it changed in src/search.js' },
        owners: ['@acme/search', 'ann@example.org'],
      }),
      finding({
        kind: 'new',
        function: 'auditTrail',
        file: 'src/order.js',
        line: 7,
        measure: 'self',
        baseShare: 0,
        headShare: 0.014,
        delta: 0.014,
        low: 0.011,
        high: 0.017,
        adjustedP: 0.0042,
        change: { mark: 'reachable', because: 'it calls scoreOne, which changed' },
        owners: ['@acme/orders', '@acme/search'],
      }),
      finding({
        kind: 'moved',
        fails: false,
        culprit: false,
        function: 'rankDocs',
        line: 52,
        baseShare: 0,
        headShare: 0.139,
        delta: 0.139,
        low: 0.121,
        high: 0.156,
        explainedBy: 'scoreDocs',
      }),
    ],
    warnings: ['The runner’s load was uneven: requests per round varied by 21%.'],
    advice: [
      'Look at what `scoreOne` does more than before; src/search.js:41 is in the diff of this change.',
      'If the cost is wanted, raise `max-increase` for this pull request.',
    ],
  }),
  inconclusive: result({
    verdict: 'inconclusive',
    reason:
      'the data can neither show nor rule out that scoreOne and 1 other cost rose beyond the threshold',
    minimumDetectableChange: 0.019,
    undecided: [
      undecided(),
      undecided({
        function: 'writev',
        file: '',
        measure: 'self',
        baseShare: 0.081,
        delta: -0.002,
        upperBound: 0.014,
      }),
    ],
    advice: ['Run more rounds: `--rounds 20` would settle a change of 1 point.'],
  }),
  idle: result({
    reason:
      'the change has no effect on what is built, so nothing was measured: 1 source with other comments, 2 files of documentation',
    minimumDetectableChange: null,
    rounds: 0,
    normalisation: null,
    slowdown: null,
    program: null,
    functionsTested: 0,
    tested: [],
    base: unmeasured('main', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'),
    head: unmeasured('faster-search', 'f00dfeed8293a4b5c6d7e8f90011223344556677'),
    idle: [
      { path: 'src/search.js', kind: 'comments' },
      { path: 'README.md', kind: 'documentation' },
      { path: 'docs/search.md', kind: 'documentation' },
    ],
  }),
  'one-pair': result({
    verdict: 'inconclusive',
    reason: 'there are too few rounds to tell change from noise',
    minimumDetectableChange: null,
    rounds: 1,
    base: { ...side('main', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', 1_240_000), rounds: 1 },
    head: {
      ...side('faster-search', 'f00dfeed8293a4b5c6d7e8f90011223344556677', 1_282_000),
      rounds: 1,
    },
    slowdown: null,
    program: null,
    functionsTested: 0,
    tested: [],
    differences: [
      difference('scoreOne', 3.4, 3.4),
      { ...difference('hashReceipt', -2.2, 0.01), file: 'src/order.js', line: 12 },
      { ...difference('(garbage collector)', 0.9, 0.9), file: '', line: 0 },
      ...Array.from({ length: 134 }, (_, i) => difference(`step${i}`, 0.8 - i / 200, 0)),
    ],
    warnings: [
      'there is 1 complete pair of rounds, and at least 3 are needed to tell change from noise',
    ],
    advice: [
      'Measure at least 3 rounds of each side, in turns: only what is repeated shows how much of a difference is noise.',
    ],
  }),
  invalid: result({
    verdict: 'invalid',
    reason: 'the service on head did not answer at http://127.0.0.1:4310/health within 60 s',
    minimumDetectableChange: null,
    rounds: 0,
    normalisation: null,
    slowdown: null,
    program: null,
    base: unmeasured('main', 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'),
    head: unmeasured('faster-search', 'f00dfeed8293a4b5c6d7e8f90011223344556677'),
    advice: ['Check that the start command listens on `$PORT`.'],
    output: [
      'shop@1.0.0 start',
      'node:internal/modules/cjs/loader:1143',
      '  throw err;',
      '  ^',
      '',
      "Error: Cannot find module './audit.js'",
    ],
  }),
};

/** Somebody's comment. */
const GIVEN = { by: 'octocat', url: 'https://github.com/octo-org/shop/pull/7#issuecomment-1' };

/** A pass in which somebody has accepted a rise, and a failure that was accepted before. */
export const WAIVED: Report = reportOf([
  compared(
    result({
      reason: `${result().reason}; 1 rise is waived`,
      findings: [finding({ fails: false, threshold: 0.05, waiver: waiver({ given: GIVEN }) })],
      functionsRuled: 1,
    }),
  ),
  compared(
    result({
      verdict: 'regression',
      service: 'cart',
      reason: "scoreOne costs 3.4 points more of the base's CPU per request",
      functionsRuled: 3,
      findings: [
        finding({ waiver: waiver({ state: 'expired', expires: '2026-10-31', given: GIVEN }) }),
      ],
      warnings: [
        'The waiver of scoreOne by octocat has expired on 2026-10-31 (exact prices, #123): mend the function, or renew it.',
      ],
    }),
  ),
]);

export function waiver(given: Partial<ResultWaiver> = {}): ResultWaiver {
  return {
    state: 'applies',
    ceiling: 0.05,
    reason: 'exact prices',
    issue: '#123',
    expires: '2027-01-31',
    ...given,
  };
}

/** Six comparisons of three services, one service only observed. */
export const SEVERAL: Report = reportOf([
  compared({ ...SAMPLES.pass, service: 'cart' }),
  compared({ ...SAMPLES.regression }, 'block', 'https://wiki.example.com/shop/slow'),
  compared({ ...SAMPLES.pass, profileType: 'alloc_space', unit: 'bytes', findings: [] }),
  compared({ ...SAMPLES.inconclusive, profileType: 'wall' }),
  compared({ ...SAMPLES.invalid, service: 'mail' }, 'observe'),
  compared({ ...SAMPLES.regression, service: 'mail', profileType: 'wall' }, 'observe'),
]);

/** A comparison among others. */
export function compared(of: Result, mode: Mode = 'block', playbook?: string): Compared {
  return { result: of, handling: { mode, onInconclusive: 'fail', ...(playbook && { playbook }) } };
}
